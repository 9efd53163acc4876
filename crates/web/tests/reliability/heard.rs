//! The story as it was heard once, which tells where its verbs can be cut.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use crate::{
    count::Dice,
    place,
    story::{Said, Story},
};

/// Each verb in its order.
#[derive(Default)]
pub struct Heard(Vec<Verb>);

/// A verb of the story.
pub struct Verb {
    /// With its module.
    pub name: String,
    /// Writing statements on SQLite, BEGIN and COMMIT among them.
    pub statements: u64,
    /// How long it took.
    pub took: Duration,
}

impl Heard {
    /// Plays the story on SQLite.
    pub fn listen() -> Self {
        let place = place::sqlite();
        let story = Story::begin(&place, &[]);
        let (mut heard, mut last) = (Self::default(), Instant::now());
        loop {
            match story.next() {
                Some((at, Said::Done(n, name, statements))) => {
                    heard.hear(name, statements, at.duration_since(last));
                    assert_eq!(heard.len(), n);
                    last = at;
                }
                Some((_, Said::End)) => return heard,
                Some((_, Said::At(_))) => {}
                None => panic!("the story does not come to its end"),
            }
        }
    }

    /// One more verb.
    pub fn hear(&mut self, name: String, statements: u64, took: Duration) {
        self.0.push(Verb { name, statements, took });
    }

    /// How many verbs it has.
    pub fn len(&self) -> u64 {
        self.0.len() as u64
    }

    /// The verb of that number, from one.
    pub fn verb(&self, n: u64) -> &Verb {
        &self.0[n as usize - 1]
    }

    /// The name of each kind, once.
    pub fn names(&self) -> Vec<&str> {
        let names: BTreeSet<&str> = self.0.iter().map(|verb| verb.name.as_str()).collect();
        names.into_iter().collect()
    }

    /// Each kind's verbs by their number; the very first verb is not among them.
    fn of_each_kind(&self) -> BTreeMap<&str, Vec<u64>> {
        let mut all: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
        for (n, verb) in (1_u64..).zip(&self.0).skip(1) {
            all.entry(&verb.name).or_default().push(n);
        }
        all
    }

    /// One verb of each kind.
    pub fn one_of_each(&self, dice: &mut Dice) -> Vec<u64> {
        self.of_each_kind().values().map(|numbers| numbers[dice.below(numbers.len() as u64) as usize]).collect()
    }

    /// One verb of each of so many kinds: of all of them where there are not more, else of some by chance.
    pub fn one_of_some(&self, kinds: u64, dice: &mut Dice) -> BTreeSet<u64> {
        let mut verbs = self.one_of_each(dice);
        while verbs.len() as u64 > kinds {
            verbs.swap_remove(dice.below(verbs.len() as u64) as usize);
        }
        verbs.into_iter().collect()
    }

    /// So many moments of each kind: by the number of the verb, how many.
    pub fn moments(&self, each: u64, dice: &mut Dice) -> BTreeMap<u64, u64> {
        let mut all = BTreeMap::new();
        for _ in 0..each {
            for n in self.one_of_each(dice) {
                *all.entry(n).or_default() += 1;
            }
        }
        all
    }

    /// A moment inside of a verb, or shortly after it.
    pub fn moment(&self, n: u64, dice: &mut Dice) -> Duration {
        let took = self.verb(n).took.clamp(Duration::from_micros(300), Duration::from_millis(400));
        took.mul_f64(dice.below(1_150) as f64 / 1_000.0)
    }
}
