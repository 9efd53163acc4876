//! The child that is killed: this same test binary, playing the whole story of the demonstration by its verbs on a fresh
//! folder, then the verbs beside it, and saying each after its commit. Clock and randomness are given, so that every run
//! writes the same rows.

use std::{
    collections::HashSet,
    fmt::{self, Debug},
    io::{BufRead as _, Write as _},
    num::ParseIntError,
    path::Path,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use caunoi_app::{SeededRandomness, SteppedClock, boot, demo};
use caunoi_store::Database;
use jiff::civil::date;
use tracing::{
    Event, Level, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};

use crate::place;

/// Names the folder in which the child plays.
pub const FOLDER: &str = "CAUNOI_PLAYER_FOLDER";
/// Names a PostgreSQL; without it the rows are in a file of the folder.
pub const DATABASE: &str = "CAUNOI_PLAYER_DATABASE";
/// Names the places ([`Stop`]) where the child waits for a line.
pub const STOPS: &str = "CAUNOI_PLAYER_STOPS";
/// Everybody's password in the story.
pub const PASSWORD: &str = "mat-khau-thu-nghiem";
/// Where the log says what SQLite has done.
const STATEMENTS: &str = "caunoi_store::sqlite";
/// The name of the child among the tests.
pub const CHILD: &str = "player::plays_where_its_parent_says";

/// A place of the story: after so many verbs, and so many writing statements of the verb that follows. Those of SQLite are
/// counted, its BEGIN and its COMMIT among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stop {
    pub verbs: u64,
    pub statements: u64,
}

impl Stop {
    /// After so many verbs, with nothing of the next.
    pub fn after(verbs: u64) -> Self {
        Self { verbs, statements: 0 }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{}", self.verbs, self.statements)
    }
}

impl FromStr for Stop {
    type Err = ParseIntError;
    fn from_str(s: &str) -> Result<Self, ParseIntError> {
        let (verbs, statements) = s.split_once('+').unwrap_or((s, "0"));
        Ok(Self { verbs: verbs.parse()?, statements: statements.parse()? })
    }
}

/// Hears what the program's log says after each statement and after each verb's commit, and tells the parent.
struct Teller {
    done: AtomicU64,
    statements: AtomicU64,
    stops: HashSet<Stop>,
}

impl Teller {
    /// Waits where the parent asked for it. The thread that said it stands still: the writer's own, between two statements.
    fn wait_at(&self, stop: Stop) {
        if self.stops.contains(&stop) {
            say(&format!("at {stop}"));
            std::io::stdin().lock().read_line(&mut String::new()).unwrap();
        }
    }
}

struct Verb(Option<String>);
impl Visit for Verb {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "verb" {
            self.0 = Some(value.to_owned());
        }
    }
    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}

impl Subscriber for Teller {
    fn enabled(&self, of: &Metadata<'_>) -> bool {
        let verb = *of.level() == Level::DEBUG && of.target() == "caunoi_app::context";
        of.is_event() && (verb || *of.level() == Level::TRACE && of.target() == STATEMENTS)
    }
    fn event(&self, event: &Event<'_>) {
        if event.metadata().target() == STATEMENTS {
            let statements = self.statements.fetch_add(1, Ordering::SeqCst) + 1;
            return self.wait_at(Stop { verbs: self.done.load(Ordering::SeqCst), statements });
        }
        let mut verb = Verb(None);
        event.record(&mut verb);
        let Some(verb) = verb.0 else { return };
        let n = self.done.fetch_add(1, Ordering::SeqCst) + 1;
        let statements = self.statements.swap(0, Ordering::SeqCst);
        // With its module: several have the same name.
        say(&format!("done {n} {} {statements}", verb.replace("caunoi_app::", "").replace(' ', "")));
        self.wait_at(Stop::after(n));
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).unwrap();
}

/// Opens the installation of a folder as the child does.
pub async fn open(folder: &Path, database: &Database) -> caunoi_app::App {
    let clock = SteppedClock::at(0);
    clock.set_day(date(2026, 11, 24), 8, 0);
    boot::open(folder, database, Arc::new(clock), Arc::new(SeededRandomness::new("reliability"))).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the child of the tests in verbs.rs"]
async fn plays_where_its_parent_says() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let stops = std::env::var(STOPS).unwrap_or_default().split(',').filter_map(|n| n.parse().ok()).collect();
    tracing::subscriber::set_global_default(Teller { done: AtomicU64::new(0), statements: AtomicU64::new(0), stops }).unwrap();
    // What texts are sealed to: another pair each time, which is why the rows of sealed texts are not compared.
    caunoi_app::make_sealing_pair(Path::new(&folder)).unwrap();
    let database = match std::env::var(DATABASE) {
        Ok(url) => Database::Postgres { url, password: None },
        Err(_) => place::file_in(Path::new(&folder)),
    };
    let app = open(Path::new(&folder), &database).await;
    demo::put_up_world(&app, "2025-07-01", Some(PASSWORD)).await.unwrap();
    demo::play(&app).await.unwrap();
    demo::hand_out_links(&app).await.unwrap();
    crate::beside::play(&app).await;
    say("end");
}
