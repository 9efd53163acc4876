//! The demonstration is played by the verbs to every stage, whatever day it is made on.

use std::{collections::BTreeMap, sync::Arc};

use caunoi_app::{
    OsRandomness, SteppedClock, boot,
    demo::{
        self,
        world::{DONG_LAM, VAN_TRACH, unit},
    },
    duty::reckon::reckon,
};
use caunoi_domain::regulation::ledger::{Finding, FindingKind, Subject};
use caunoi_store::dialogue;
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
        for state in
            ["received", "scheduled", "in_progress", "no_resources", "done", "agreed", "reopened", "ended", "superior_answered", "triaged"]
        {
            assert!(seen.contains_key(state), "nothing is {state}: {seen:?}");
        }
    }
}

/// A played demonstration of 24/11/2026.
async fn played(db: &Fresh) -> caunoi_app::App {
    let clock = Arc::new(SteppedClock::at(0));
    clock.set_day(date(2026, 11, 24), 8, 0);
    caunoi_app::make_sealing_pair(db.folder.path()).unwrap();
    let app = boot::open(db.folder.path(), &db.database, clock, Arc::new(OsRandomness)).await.unwrap();
    demo::put_up_world(&app, "2025-07-01", Some("mat-khau-thu-nghiem")).await.unwrap();
    demo::play(&app).await.unwrap();
    app
}

on_both! {
    async fn s1_2_a_dialogue_without_its_document_is_flagged_and_only_that_one(db: Fresh) {
        let app = played(&db).await;
        let mut conn = app.store.read().await.unwrap();
        for (commune, missing) in [(DONG_LAM, vec!["Đối thoại với thanh niên, giáo viên, phụ huynh khối phổ thông"]), (VAN_TRACH, vec![])]
        {
            let unit = unit(commune);
            let r = reckon(&mut conn, &app.calendar(), &unit, 2025..=2026, date(2026, 11, 24)).await.unwrap();
            let of = |f: &Finding| match r.duties.iter().find(|d| Some(&d.id) == f.duty.as_ref()).map(|d| &d.subject) {
                Some(Subject::Of { id, .. }) => id.clone(),
                other => panic!("{other:?}"),
            };
            let mut ids: Vec<String> = r.findings.iter().filter(|f| f.kind == FindingKind::NoNotice).map(of).collect();
            ids.sort();
            ids.dedup();
            let mut titles = Vec::new();
            for id in ids {
                titles.push(dialogue::find(&mut conn, &id).await.unwrap().unwrap().title);
            }
            assert_eq!(titles, missing, "{commune}");
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
