//! Every verb of the story, in the middle: what lies in the folder is all that was acknowledged, and of the verb that was
//! under way everything or nothing. The story is played by a child; the oracle is the same story, played to the end of
//! that verb and compared row by row.
//!
//! Twice. The verb is cut at its statements: the child stands still between two of them, and its folder is copied as it lies
//! there, which is what a killed process leaves behind. And the process is killed (`kill -9`) at moments by chance.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use caunoi_store::{Change, StoreError, Tx};
use caunoi_testkit::Fresh;

use crate::{
    count::{Dice, of, some_of},
    heard::Heard,
    known, picture, place,
    player::Stop,
    story::{Said, Story},
    tally::{Around, Must, Tally},
};

/// In so many places a commit itself is cut: of what it writes into the log, only the first part is there.
const IN_COMMIT: u64 = 4;

/// Where a verb of so many statements is cut, the commit being the last of them.
#[derive(Clone, Copy)]
enum Cut {
    /// After a statement.
    After(u64),
    /// In the commit, after so many parts of five of what it writes.
    InCommit(u64),
}

/// The places where a verb can be cut, of which so many are taken. Always the first, those before and after the commit, and
/// one in its middle.
fn cuts(statements: u64, so_many: u64, dice: &mut Dice) -> Vec<Cut> {
    let before = statements - 1;
    let always = [1, before, before + 2, statements + IN_COMMIT];
    let place = |n| match n {
        n if n <= before => Cut::After(n),
        n if n <= before + IN_COMMIT => Cut::InCommit(n - before),
        _ => Cut::After(statements),
    };
    some_of(statements + IN_COMMIT, so_many, &always, dice).into_iter().map(place).collect()
}

/// The log of SQLite as it is when only the first parts of five of what a commit wrote have come into it: a commit writes its
/// pages into the log one after another, at its end or over what has been taken into the file already.
fn torn(before: &Path, after: &Path, parts: u64) -> Fresh {
    let torn = place::sqlite();
    place::copy(before, torn.folder.path());
    let log = |at: &Path| std::fs::read(at.join("caunoi.db-wal")).unwrap();
    let (old, new) = (log(before), log(after));
    let differs = |n: &usize| old.get(*n) != new.get(*n);
    if let (Some(first), Some(last)) = ((0..new.len()).find(differs), (0..new.len()).rfind(differs)) {
        let cut = first + (last - first) * usize::try_from(parts).unwrap() / 5;
        let log = [&new[..cut], old.get(cut..).unwrap_or_default()].concat();
        std::fs::write(torn.folder.path().join("caunoi.db-wal"), log).unwrap();
    }
    torn
}

/// A place as it lay there in the middle of a verb.
struct Picture {
    at: Fresh,
    must: Must,
    when: String,
}

/// The pictures of one verb.
#[derive(Default)]
struct Pictures(Vec<Picture>);

impl Pictures {
    /// Takes one of a folder; false where nothing has changed in it since the last.
    fn take(&mut self, folder: &Path, must: Must, when: String) -> bool {
        if self.0.last().is_some_and(|last| last.must == must && place::same(folder, last.at.folder.path())) {
            return false;
        }
        let at = place::sqlite();
        place::copy(folder, at.folder.path());
        self.0.push(Picture { at, must, when });
        true
    }
}

/// Cuts verbs at those places; answers the rows around each of them, and around those that are asked for besides.
async fn cut(heard: &Heard, places: &BTreeMap<u64, Vec<Cut>>, besides: &BTreeMap<u64, u64>, tally: &mut Tally) -> BTreeMap<u64, [u8; 32]> {
    let mut stops: BTreeSet<Stop> = places.keys().chain(besides.keys()).flat_map(|n| [Stop::after(n - 1), Stop::after(*n)]).collect();
    for (n, cuts) in places {
        let commit = heard.verb(*n).statements;
        let at = cuts.iter().flat_map(|cut| if let Cut::After(k) = cut { vec![*k] } else { vec![commit - 1, commit] });
        stops.extend(at.map(|statements| Stop { verbs: n - 1, statements }));
    }
    let place = place::sqlite();
    let mut story = Story::begin(&place, &stops.into_iter().collect::<Vec<_>>());
    let (mut pictures, mut digests) = (Pictures::default(), BTreeMap::new());
    while let Some(Stop { verbs, statements }) = story.until_stop() {
        if statements == 0 {
            let now = picture::digest(&picture::rows(&place.database).await);
            for Picture { at, must, when } in pictures.0.drain(..) {
                let verb = format!("{} {when}", heard.verb(verbs).name);
                tally.look(&verb, &at, must, Around { before: &digests[&(verbs - 1)], after: &now }).await;
            }
            if places.contains_key(&verbs) {
                let (name, statements) = story.last();
                assert_eq!((name, *statements), (&heard.verb(verbs).name, heard.verb(verbs).statements), "another story than was heard");
            }
            digests.insert(verbs, now);
        } else {
            let commit = heard.verb(verbs + 1).statements;
            let must = if statements < commit { Must::Before } else { Must::After };
            let last = pictures.0.len().checked_sub(1);
            let other = pictures.take(place.folder.path(), must, format!("after statement {statements} of {commit}"));
            tally.as_before += u32::from(!other);
            for cut in places[&(verbs + 1)].iter().filter(|_| statements == commit) {
                if let (Cut::InCommit(parts), Some(last)) = (cut, last) {
                    let at = torn(pictures.0[last].at.folder.path(), place.folder.path(), *parts);
                    pictures.0.push(Picture { at, must: Must::Before, when: format!("in its commit, {parts} of 5") });
                }
            }
        }
        story.go();
    }
    digests
}

/// Plays up to a verb, kills in the middle of it, and judges the place.
pub async fn killed(on: Fresh, heard: &Heard, n: u64, digests: &BTreeMap<u64, [u8; 32]>, dice: &mut Dice, tally: &mut Tally) {
    let mut story = Story::begin(&on, &[Stop::after(n - 1), Stop::after(n)]);
    assert_eq!(story.until_stop(), Some(Stop::after(n - 1)));
    let delay = heard.moment(n, dice);
    story.go();
    std::thread::sleep(delay);
    let acknowledged = story.kill().iter().any(|s| matches!(s, Said::Done(m, ..) if *m == n));
    picture::settled(&on.database).await;
    let must = if acknowledged { Must::After } else { Must::Either };
    tally.look(&heard.verb(n).name, &on, must, Around { before: &digests[&(n - 1)], after: &digests[&n] }).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_the_middle_of_every_verb_it_is_there_whole_or_not_at_all() {
    let (so_many, kinds) = (of("CUTS_PER_VERB", 1), of("KINDS_CUT", 80));
    let (kills, some) = (of("KILLS_PER_VERB", 0), of("KILLS_OF_SOME_VERBS", 4));
    let mut dice = Dice::new();
    let heard = Heard::listen();
    let names = heard.names();
    assert_eq!(known::unheard(&names), Vec::<String>::new());
    let places: BTreeMap<u64, Vec<Cut>> =
        heard.one_of_some(kinds, &mut dice).into_iter().map(|n| (n, cuts(heard.verb(n).statements, so_many, &mut dice))).collect();
    let mut to_kill = heard.moments(kills, &mut dice);
    for _ in 0..some {
        *to_kill.entry(2 + dice.below(heard.len() - 1)).or_default() += 1;
    }
    let (mut seen, mut gone) = (Tally::default(), Tally::default());
    let digests = cut(&heard, &places, &to_kill, &mut seen).await;
    for (n, times) in &to_kill {
        for _ in 0..*times {
            killed(place::sqlite(), &heard, *n, &digests, &mut dice, &mut gone).await;
        }
    }
    eprintln!("{} verbs of {} kinds: {}", heard.len(), names.len(), names.join(" "));
    seen.tell("cut at statements");
    gone.tell("killed");
    let wrong: Vec<&String> = seen.wrong.iter().chain(&gone.wrong).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    // The test shows too little where one of them is missing.
    for (n, what) in [(seen.not_there, "before the commit"), (seen.there, "after it")] {
        assert!(n > 0, "no moment {what}");
    }
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
    let mut story = Story::begin(&half, &[Stop::after(400), Stop::after(401)]);
    assert_eq!(story.until_stop(), Some(Stop::after(400)));
    let before = picture::digest(&picture::rows(&half.database).await);
    place::copy(half.folder.path(), early.folder.path());
    story.go();
    assert_eq!(story.until_stop(), Some(Stop::after(401)));
    drop(story);
    let after = picture::digest(&picture::rows(&half.database).await);
    assert_ne!(before, after);
    let app = crate::player::open(half.folder.path(), &half.database).await;
    assert_eq!(app.store.write(Half).await.unwrap(), 1);
    app.store.close().await;
    let mut tally = Tally::default();
    let around = Around { before: &before, after: &after };
    tally.look("half", &half, Must::Either, around).await;
    tally.look("told", &early, Must::After, around).await;
    tally.judge("early", &after, Must::Before, around);
    assert_eq!(tally.wrong, ["half is there in part", "told was committed and is gone", "early is there before its commit"]);
}
