//! Lists of dialogues go on where the page before ended; filters hold on every page.

use caunoi_domain::{
    dialogue::{
        scope::Scope,
        state::{Basis, DialogueKind, DialogueState, DraftState, Form},
    },
    unit::{Level, Period},
};
use caunoi_store::{
    Change, Result, Store, StoreError, Tx,
    dialogue::{self, DialogueRow, Filter},
    unit::{self, UnitRow},
};
use caunoi_testkit::on_both;

/// Seven dialogues, several on one day; every third is thematic.
struct Seven;
impl Change for Seven {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<()> {
        let u = UnitRow {
            id: "A.demo".into(),
            code: "A".into(),
            period: Period::Demo,
            level: Level::Commune,
            kind: "xa".into(),
            name: "Xã A".into(),
            parent_id: None,
            province_id: "A.demo".into(),
            valid_from: None,
            valid_to: None,
            source: "demo".into(),
        };
        unit::put(tx, &u).await?;
        for n in 0..7_i64 {
            dialogue::add(
                tx,
                &DialogueRow {
                    id: format!("d{n}"),
                    province_id: u.id.clone(),
                    unit_id: u.id.clone(),
                    public_id: n,
                    kind: if n % 3 == 0 { DialogueKind::Thematic } else { DialogueKind::Regular },
                    basis: Basis::Both,
                    title: format!("Cuộc {n}"),
                    state: DialogueState::Draft,
                    on_day: format!("2026-12-0{}", 1 + n / 3),
                    at_time: String::new(),
                    place: String::new(),
                    form: Form::InPerson,
                    audience: String::new(),
                    how_to_join: String::new(),
                    expected: None,
                    previous_id: None,
                    contents_state: DraftState::Draft,
                    announced_at: None,
                    announced_on: None,
                    lead_days: 0,
                    lead_citation: String::new(),
                    lead_override: String::new(),
                    documents_override: String::new(),
                    held_on: None,
                    closed_at: None,
                    created_at: n,
                    created_by: "u".into(),
                    scope: Scope { pilot: n == 5, ..Scope::default() },
                    stop: None,
                    plan_row: String::new(),
                },
            )
            .await?;
        }
        Ok(())
    }
}

/// Ids of every page, two lines each, one after the other.
async fn walk(store: &Store, kind: &str) -> Vec<String> {
    let mut all: Vec<(String, String)> = Vec::new();
    loop {
        let after = all.last().cloned();
        let filter = Filter { kind, after: after.as_ref().map(|(d, i)| (d.as_str(), i.as_str())), ..Filter::default() };
        let page = dialogue::list(&mut store.read().await.unwrap(), "A.demo", filter, 2).await.unwrap();
        if page.is_empty() {
            return all.into_iter().map(|(_, id)| id).collect();
        }
        all.extend(page.into_iter().map(|l| (l.dialogue.on_day, l.dialogue.id)));
    }
}

on_both! {
    async fn every_dialogue_is_listed_once_the_latest_day_first(db: Fresh) {
        let store = Store::open(&db.database).await.unwrap();
        store.write(Seven).await.unwrap();
        assert_eq!(walk(&store, "").await, ["d6", "d5", "d4", "d3", "d2", "d1", "d0"]);
        assert_eq!(walk(&store, "thematic").await, ["d6", "d3", "d0"]);
        assert!(walk(&store, "ad_hoc").await.is_empty());
    }
}
