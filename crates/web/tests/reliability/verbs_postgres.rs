//! Every verb of the story on PostgreSQL, in the middle: its transaction is cut between its statements and around its commit
//! ([`crate::relay`]), and the rows on the server are those from before the verb, or those after it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Instant,
};

use caunoi_store::{Change, Database, Store, StoreError, Tx, args};
use caunoi_testkit::Fresh;
use tokio::{runtime::Handle, sync::Mutex};

use crate::{
    count::{Dice, of},
    heard::Heard,
    picture::{self, Eye},
    player::Stop,
    relay::{Cut, Order, Relay},
    story::{Said, Story},
    tally::{Around, Must, Tally},
    verbs::killed,
};

/// So many verbs the story has at least.
const VERBS: u64 = 1_400;

/// What was seen at the cuts of one transaction.
type Seen = Arc<std::sync::Mutex<Vec<(Cut, [u8; 32])>>>;

/// A database behind a relay: as the program reaches it, and as it is looked at.
struct Behind {
    relay: Relay,
    program: Fresh,
    database: Database,
    eye: Arc<Mutex<Option<Eye>>>,
    seen: Seen,
}

impl Behind {
    async fn relay() -> Self {
        let Fresh { database, folder } = caunoi_testkit::postgres().await;
        let Database::Postgres { url, password } = &database else { unreachable!() };
        let relay = Relay::before(url);
        let program = Fresh { database: Database::Postgres { url: relay.url.clone(), password: password.clone() }, folder };
        Self { relay, program, database, eye: Arc::default(), seen: Seen::default() }
    }

    async fn rows(&self) -> [u8; 32] {
        let mut eye = self.eye.lock().await;
        if eye.is_none() {
            *eye = Some(Eye::of(&self.database).await);
        }
        eye.as_mut().unwrap().rows().await
    }

    /// The next transaction that commits is cut at so many places.
    fn cut_next(&self, so_many: u64, dice: Dice, before: [u8; 32]) {
        let (runtime, eye, seen) = (Handle::current(), Arc::clone(&self.eye), Arc::clone(&self.seen));
        let look = move |cut: Cut, process: i64| {
            let now = runtime.block_on(async {
                let mut eye = eye.lock().await;
                let eye = eye.as_mut().unwrap();
                eye.gone(process).await;
                eye.rows().await
            });
            seen.lock().unwrap().push((cut, now));
            now != before
        };
        self.relay.order(Order { so_many, dice, look: Box::new(look) });
    }

    /// Judges what was seen of a verb.
    fn judge(&self, verb: &str, around: Around<'_>, tally: &mut Tally) {
        for (cut, rows) in self.seen.lock().unwrap().drain(..) {
            let must = match cut {
                Cut::After(..) | Cut::HalfOfCommit => Must::Before,
                Cut::CommitSent => Must::Either,
                Cut::Committed => Must::After,
            };
            tally.judge(&format!("{verb} {cut:?}"), &rows, must, around);
        }
        if !self.relay.is_done() {
            tally.wrong.push(format!("{verb} committed nothing"));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_the_middle_of_verbs_on_postgres_they_are_there_whole_or_not_at_all() {
    let (so_many, kinds) = (of("CUTS_PER_VERB_ON_POSTGRES", 2), of("KINDS_CUT_ON_POSTGRES", 16));
    let mut dice = Dice::new();
    let heard = Heard::listen();
    let verbs = heard.one_of_some(kinds, &mut dice);
    let stops: BTreeSet<Stop> = verbs.iter().flat_map(|n| [Stop::after(n - 1), Stop::after(*n)]).collect();
    let on = Behind::relay().await;
    let mut story = Story::begin(&on.program, &stops.into_iter().collect::<Vec<_>>());
    let (mut tally, mut before, mut name) = (Tally::default(), [0; 32], String::new());
    loop {
        match story.next() {
            Some((_, Said::Done(_, verb, _))) => name = verb,
            Some((_, Said::At(Stop { verbs: n, .. }))) => {
                let now = on.rows().await;
                if verbs.contains(&n) {
                    assert_eq!(name, heard.verb(n).name, "another story than was heard");
                    on.judge(&name, Around { before: &before, after: &now }, &mut tally);
                }
                if verbs.contains(&(n + 1)) {
                    on.cut_next(so_many, dice.another(), now);
                }
                before = now;
                story.go();
            }
            Some((_, Said::End)) => break,
            None => {
                on.judge(&format!("after {name} the player ended: what followed"), Around { before: &before, after: &before }, &mut tally);
                break;
            }
        }
    }
    tally.tell(&format!("cut on PostgreSQL in {} kinds of verbs", verbs.len()));
    let wrong = picture::wrong(on.program.folder.path(), &on.database).await;
    assert_eq!([tally.wrong, wrong].concat(), Vec::<String>::new());
    for (n, what) in [(tally.not_there, "before the commit"), (tally.there, "after it")] {
        assert!(n > 0, "no moment {what}");
    }
}

/// The program itself is killed: what its server has committed is there, and nothing else. Each
/// moment is a story of its own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_a_verb_on_postgres_it_is_there_whole_or_not_at_all() {
    let mut dice = Dice::new();
    let mut kills: Vec<u64> = (0..of("KILLS_ON_POSTGRES", 2)).map(|_| 2 + dice.below(VERBS - 1)).collect();
    kills.sort_unstable();
    kills.dedup();
    let mut stops: Vec<Stop> = kills.iter().flat_map(|n| [Stop::after(n - 1), Stop::after(*n)]).collect();
    stops.dedup();
    // The story as it is without a kill, as far as it is asked for.
    let whole = caunoi_testkit::postgres().await;
    let mut story = Story::begin(&whole, &stops);
    let (mut heard, mut digests) = (Heard::default(), BTreeMap::new());
    let mut last = Instant::now();
    while digests.len() < stops.len() {
        match story.next() {
            Some((at, Said::Done(_, verb, statements))) => {
                heard.hear(verb, statements, at.duration_since(last));
                last = at;
            }
            Some((_, Said::At(stop))) => {
                digests.insert(stop.verbs, picture::digest(&picture::rows(&whole.database).await));
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
    gone.tell("killed on PostgreSQL");
    assert_eq!(gone.wrong, Vec::<String>::new());
}

/// Writes twice; commits the first half by itself where it is told so.
struct Halves {
    apart: bool,
}
impl Change for Halves {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        tx.exec("UPDATE idempotency SET verb = $1", args!["first"]).await?;
        if self.apart {
            tx.exec("COMMIT", args![]).await?;
            tx.exec("BEGIN", args![]).await?;
        }
        tx.exec("UPDATE idempotency SET result = $1", args!["second"]).await?;
        Ok(())
    }
}

/// A row for it.
struct Row;
impl Change for Row {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        caunoi_store::idempotency::keep(tx, [1; 32], "none", "none", 0).await
    }
}

/// The proof of the proof: a change that commits its first half by itself is found, and the same change whole is not.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_that_commits_its_first_half_by_itself_is_found() {
    for apart in [false, true] {
        let on = Behind::relay().await;
        let store = Store::open(&on.program.database).await.unwrap();
        store.write(Row).await.unwrap();
        let before = on.rows().await;
        on.cut_next(u64::MAX, Dice::new(), before);
        store.write(Halves { apart }).await.unwrap();
        let (after, mut tally) = (on.rows().await, Tally::default());
        on.judge("halves", Around { before: &before, after: &after }, &mut tally);
        store.close().await;
        // Before each of its statements and before its commit it is not there; then it is.
        if apart {
            assert!(tally.wrong.len() > 4 && tally.wrong.iter().all(|w| w.ends_with("is there in part")), "{:?}", tally.wrong);
        } else {
            assert_eq!((tally.wrong, tally.there), (Vec::new(), 1));
            assert!(tally.not_there >= 6, "{}", tally.not_there);
        }
    }
}
