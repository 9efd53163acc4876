//! Every verb of the story, in the middle: what lies in the folder is all that was acknowledged, and of the verb that was
//! under way everything or nothing. The story is played by a child; the oracle is the same story, played to the end of
//! that verb and compared row by row.
//!
//! Twice: the process is killed (`kill -9`) and its folder opened; and, for many more moments, it is stopped by the
//! operating system, its folder copied as it lies there, and let go on. What a stopped process has written is what a
//! killed one leaves behind.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use caunoi_store::{Change, StoreError, Tx};
use caunoi_testkit::Fresh;

use crate::{
    count::{Dice, of},
    known, picture, place,
    story::{Said, Signals, Story},
};

/// So many verbs the story has at least.
const VERBS: u64 = 1_400;

/// The story as it was heard once: the name of each verb, and how long it took.
struct Heard(Vec<(String, Duration)>);

impl Heard {
    fn listen() -> Self {
        let place = place::sqlite();
        let story = Story::begin(&place, &[]);
        let (mut all, mut last) = (Vec::new(), Instant::now());
        loop {
            match story.next() {
                Some((at, Said::Done(n, verb))) => {
                    all.push((verb, at.duration_since(last)));
                    assert_eq!(all.len() as u64, n);
                    last = at;
                }
                Some((_, Said::End)) => return Self(all),
                Some((_, Said::At(_))) => {}
                None => panic!("the story does not come to its end"),
            }
        }
    }

    /// So many moments of each verb: by the number of the verb, how many.
    fn moments(&self, each: u64, dice: &mut Dice) -> BTreeMap<u64, u64> {
        let mut where_: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
        for (n, (verb, _)) in (1_u64..).zip(&self.0).skip(1) {
            where_.entry(verb).or_default().push(n);
        }
        let mut all = BTreeMap::new();
        for numbers in where_.values() {
            for _ in 0..each {
                let one = numbers[dice.below(numbers.len() as u64) as usize];
                *all.entry(one).or_default() += 1;
            }
        }
        all
    }

    /// The name of each kind, once.
    fn names(&self) -> Vec<&str> {
        let names: BTreeSet<&str> = self.0.iter().map(|(verb, _)| verb.as_str()).collect();
        names.into_iter().collect()
    }

    fn name(&self, n: u64) -> &str {
        &self.0[n as usize - 1].0
    }

    /// A moment inside of a verb, or shortly after it.
    fn moment(&self, n: u64, dice: &mut Dice) -> Duration {
        let took = self.0[n as usize - 1].1.clamp(Duration::from_micros(300), Duration::from_millis(400));
        took.mul_f64(dice.below(1_150) as f64 / 1_000.0)
    }
}

/// A place as it lay there in the middle of a verb; whether the verb had been acknowledged.
struct Picture(Fresh, bool);

/// What came of the moments of one form.
#[derive(Default)]
struct Tally {
    not_there: u32,
    there: u32,
    acknowledged: u32,
    wrong: Vec<String>,
}

impl Tally {
    /// Judges a folder by the rows before the verb and after it.
    async fn judge(&mut self, verb: &str, picture: &Picture, before: &[u8; 32], after: &[u8; 32]) {
        let rows = picture::rows(&picture.0.database).await;
        let digest = picture::digest(&rows);
        self.acknowledged += u32::from(picture.1);
        if digest == *after {
            self.there += 1;
        } else if digest == *before && !picture.1 {
            self.not_there += 1;
        } else if digest == *before {
            self.wrong.push(format!("{verb} was acknowledged and is gone"));
        } else {
            self.wrong.push(format!("{verb} is there in part"));
        }
        // The long look: in the short form at some of them.
        if self.all().is_multiple_of(u32::try_from(of("LOOK_AT_EVERY", 6)).unwrap()) {
            self.wrong
                .extend(picture::wrong(picture.0.folder.path(), &picture.0.database).await.into_iter().map(|w| format!("{verb}: {w}")));
        }
    }

    fn all(&self) -> u32 {
        self.not_there + self.there
    }
}

/// Rows after each verb that is asked for, and what came of the pictures.
async fn stopped(
    heard: &Heard,
    moments: &BTreeMap<u64, u64>,
    also: &BTreeMap<u64, u64>,
    dice: &mut Dice,
) -> (Tally, BTreeMap<u64, [u8; 32]>) {
    let mut stops: Vec<u64> = moments.keys().chain(also.keys()).flat_map(|n| [n - 1, *n]).collect();
    stops.sort_unstable();
    stops.dedup();
    let place = place::sqlite();
    let mut story = Story::begin(&place, &stops);
    let mut signals = Signals::new();
    let (mut tally, mut digests) = (Tally::default(), BTreeMap::new());
    let mut taken: Vec<Picture> = Vec::new();
    while let Some(n) = story.until_stop() {
        let now = picture::digest(&picture::rows(&place.database).await);
        for picture in taken.drain(..) {
            tally.judge(heard.name(n), &picture, &digests[&(n - 1)], &now).await;
        }
        digests.insert(n, now);
        let mut delays: Vec<Duration> = (0..moments.get(&(n + 1)).copied().unwrap_or(0)).map(|_| heard.moment(n + 1, dice)).collect();
        delays.sort_unstable();
        story.go();
        let mut slept = Duration::ZERO;
        for delay in delays {
            std::thread::sleep(delay.saturating_sub(slept));
            slept = delay;
            signals.stop(story.id());
            let acknowledged = story.said_by_now().iter().any(|s| matches!(s, Said::Done(m, _) if *m == n + 1));
            let acknowledged = acknowledged || taken.last().is_some_and(|p| p.1);
            let copied = place::sqlite();
            place::copy(place.folder.path(), copied.folder.path());
            signals.go_on(story.id());
            taken.push(Picture(copied, acknowledged));
        }
    }
    (tally, digests)
}

/// Plays up to a verb, kills in the middle of it, and judges the place.
async fn killed(on: Fresh, heard: &Heard, n: u64, digests: &BTreeMap<u64, [u8; 32]>, dice: &mut Dice, tally: &mut Tally) {
    let mut story = Story::begin(&on, &[n - 1, n]);
    assert_eq!(story.until_stop(), Some(n - 1));
    let delay = heard.moment(n, dice);
    story.go();
    std::thread::sleep(delay);
    let acknowledged = story.kill().iter().any(|s| matches!(s, Said::Done(m, _) if *m == n));
    picture::settled(&on.database).await;
    tally.judge(heard.name(n), &Picture(on, acknowledged), &digests[&(n - 1)], &digests[&n]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_the_middle_of_every_verb_it_is_there_whole_or_not_at_all() {
    let (pictures, kills, some) = (of("PICTURES_PER_VERB", 1), of("KILLS_PER_VERB", 0), of("KILLS_OF_SOME_VERBS", 4));
    let mut dice = Dice::new();
    let heard = Heard::listen();
    let names = heard.names();
    assert_eq!(known::unheard(&names), Vec::<String>::new());
    let moments = heard.moments(pictures, &mut dice);
    let mut to_kill = heard.moments(kills, &mut dice);
    for _ in 0..some {
        *to_kill.entry(2 + dice.below(heard.0.len() as u64 - 1)).or_default() += 1;
    }
    let (seen, digests) = stopped(&heard, &moments, &to_kill, &mut dice).await;
    let mut gone = Tally::default();
    for (n, times) in &to_kill {
        for _ in 0..*times {
            killed(place::sqlite(), &heard, *n, &digests, &mut dice, &mut gone).await;
        }
    }
    eprintln!("{} verbs of {} kinds: {}", heard.0.len(), names.len(), names.join(" "));
    for (what, t) in [("stopped and copied", &seen), ("killed", &gone)] {
        eprintln!("{what}: {} moments, {} acknowledged, there {}, not there {}", t.all(), t.acknowledged, t.there, t.not_there);
    }
    let wrong: Vec<&String> = seen.wrong.iter().chain(&gone.wrong).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    // Moments before the commit, after it, and after the answer: the test shows too little where one of them is missing.
    for (n, what) in [(seen.not_there, "before the commit"), (seen.there, "after it"), (seen.acknowledged, "after the answer")] {
        assert!(n > 0, "no moment {what}");
    }
}

/// The same on PostgreSQL, where only the program is killed: what its server has committed is there, and nothing else. The
/// server takes no picture of a database in use, so that each moment is a story of its own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_a_verb_on_postgres_it_is_there_whole_or_not_at_all() {
    let mut dice = Dice::new();
    let mut kills: Vec<u64> = (0..of("KILLS_ON_POSTGRES", 2)).map(|_| 2 + dice.below(VERBS - 1)).collect();
    kills.sort_unstable();
    kills.dedup();
    let mut stops: Vec<u64> = kills.iter().flat_map(|n| [n - 1, *n]).collect();
    stops.dedup();
    // The story as it is without a kill, as far as it is asked for.
    let whole = caunoi_testkit::postgres().await;
    let mut story = Story::begin(&whole, &stops);
    let (mut heard, mut digests) = (Heard(Vec::new()), BTreeMap::new());
    let mut last = Instant::now();
    while digests.len() < stops.len() {
        match story.next() {
            Some((at, Said::Done(_, verb))) => {
                heard.0.push((verb, at.duration_since(last)));
                last = at;
            }
            Some((_, Said::At(n))) => {
                digests.insert(n, picture::digest(&picture::rows(&whole.database).await));
                last = Instant::now();
                story.go();
            }
            Some((_, Said::End)) | None => panic!("the story has fewer verbs than {VERBS}"),
        }
    }
    drop(story);
    let mut gone = Tally::default();
    for n in kills {
        killed(caunoi_testkit::postgres().await, &heard, n, &digests, &mut dice, &mut gone).await;
    }
    eprintln!(
        "killed on PostgreSQL: {} moments, {} acknowledged, there {}, not there {}",
        gone.all(),
        gone.acknowledged,
        gone.there,
        gone.not_there
    );
    assert_eq!(gone.wrong, Vec::<String>::new());
}

/// Takes the last event away from under a folder.
struct Half;
impl Change for Half {
    type Done = u64;
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<u64, StoreError> {
        tx.exec("DELETE FROM event WHERE id = (SELECT max(id) FROM event)", Vec::new()).await
    }
}

/// The proof of the proof: half of a verb is found, and a verb that was told and is not there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn half_of_a_verb_and_one_that_was_told_too_early_are_found() {
    let (half, early) = (place::sqlite(), place::sqlite());
    let mut story = Story::begin(&half, &[400, 401]);
    assert_eq!(story.until_stop(), Some(400));
    let before = picture::digest(&picture::rows(&half.database).await);
    place::copy(half.folder.path(), early.folder.path());
    story.go();
    assert_eq!(story.until_stop(), Some(401));
    drop(story);
    let after = picture::digest(&picture::rows(&half.database).await);
    assert_ne!(before, after);
    let app = crate::player::open(half.folder.path(), &half.database).await;
    assert_eq!(app.store.write(Half).await.unwrap(), 1);
    app.store.close().await;
    let mut tally = Tally::default();
    tally.judge("half", &Picture(half, false), &before, &after).await;
    tally.judge("early", &Picture(early, true), &before, &after).await;
    assert_eq!(tally.wrong, ["half is there in part", "early was acknowledged and is gone"]);
}
