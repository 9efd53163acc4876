//! The demonstration is played by the verbs to every stage, whatever day it is made on.

use std::{collections::BTreeMap, sync::Arc};

use caunoi_app::{OsRandomness, SteppedClock, boot, demo};
use caunoi_testkit::{Fresh, on_both};
use jiff::civil::{Date, date};

async fn standings(db: Fresh, today: Date) -> BTreeMap<String, usize> {
    let clock = Arc::new(SteppedClock::at(0));
    clock.set_day(today, 8, 0);
    caunoi_app::make_sealing_pair(db.folder.path()).unwrap();
    let app = boot::open(db.folder.path(), &db.database, clock, Arc::new(OsRandomness)).await.unwrap();
    demo::put_up_world(&app, "2025-07-01", Some("mat-khau-thu-nghiem")).await.unwrap();
    let mut seen = BTreeMap::new();
    for code in demo::play(&app).await.unwrap() {
        *seen.entry(code.state).or_default() += 1;
    }
    seen
}

on_both! {
    async fn every_stage_has_its_matter(db: Fresh) {
        let seen = standings(db, date(2026, 11, 24)).await;
        for state in ["received", "scheduled", "in_progress", "no_resources", "done", "agreed", "reopened", "ended", "superior_answered", "triaged"] {
            assert!(seen.contains_key(state), "nothing is {state}: {seen:?}");
        }
    }
}

#[tokio::test]
async fn it_can_be_made_on_any_day() {
    for day in [date(2026, 2, 18), date(2026, 7, 5), date(2027, 1, 1), date(2030, 6, 15)] {
        assert!(!standings(caunoi_testkit::sqlite(), day).await.is_empty(), "{day}");
    }
}

#[tokio::test]
async fn the_ids_of_one_verb_keep_the_order_of_its_steps() {
    let db = caunoi_testkit::sqlite();
    let app = boot::open(db.folder.path(), &db.database, Arc::new(SteppedClock::at(1)), Arc::new(OsRandomness)).await.unwrap();
    let cx = app.cx(&caunoi_domain::people::actor::Actor::System);
    let ids: Vec<String> = (0..1000).map(|_| cx.id()).collect();
    assert!(ids.is_sorted(), "steps and events of one moment are read in the order of their ids");
}
