//! The child that is killed: this same test binary, playing the whole story of the demonstration by its verbs on a fresh
//! folder, then the verbs beside it, and saying each after its commit. Clock and randomness are given, so that every run
//! writes the same rows.

use std::{
    collections::HashSet,
    fmt::Debug,
    io::{BufRead as _, Write as _},
    path::Path,
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
/// Names the verbs, by their number, after which the child waits for a line.
pub const STOPS: &str = "CAUNOI_PLAYER_STOPS";
/// Everybody's password in the story.
pub const PASSWORD: &str = "mat-khau-thu-nghiem";
/// The name of the child among the tests.
pub const CHILD: &str = "player::plays_where_its_parent_says";

/// Hears what the program's log says after each commit and tells it to the parent.
struct Teller {
    done: AtomicU64,
    stops: HashSet<u64>,
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
        *of.level() == Level::DEBUG && of.target() == "caunoi_app::context" && of.is_event()
    }
    fn event(&self, event: &Event<'_>) {
        let mut verb = Verb(None);
        event.record(&mut verb);
        let Some(verb) = verb.0 else { return };
        let n = self.done.fetch_add(1, Ordering::SeqCst) + 1;
        // With its module: several have the same name.
        say(&format!("done {n} {}", verb.replace("caunoi_app::", "").replace(' ', "")));
        if self.stops.contains(&n) {
            say(&format!("at {n}"));
            std::io::stdin().lock().read_line(&mut String::new()).unwrap();
        }
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
    tracing::subscriber::set_global_default(Teller { done: AtomicU64::new(0), stops }).unwrap();
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
