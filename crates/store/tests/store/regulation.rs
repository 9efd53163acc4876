//! The register of documents: what SQL says is in force is what the pure rule says, and every spelling finds its document.

use caunoi_domain::{
    regulation::{
        document::{Area, Document},
        file, validity,
    },
    unit::{Level, Period, unit_id},
};
use caunoi_store::{
    Change, Result, Store, StoreError, Tx,
    regulation::{self, Wanted},
    unit::{self, UnitRow},
};
use caunoi_testkit::on_both;
use jiff::civil::{Date, date};

struct Load(Vec<Document>);

impl Change for Load {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<()> {
        for (code, name) in [("30", "Tỉnh Hải Dương"), ("17", "Tỉnh Hòa Bình"), ("34", "Tỉnh Thái Bình")] {
            let id = unit_id(code, Period::Before2025);
            let row = UnitRow {
                id: id.clone(),
                code: code.to_owned(),
                period: Period::Before2025,
                level: Level::Province,
                kind: "tinh".to_owned(),
                name: name.to_owned(),
                parent_id: None,
                province_id: id,
                valid_from: None,
                valid_to: Some("2025-06-30".to_owned()),
                source: "test".to_owned(),
            };
            unit::put(tx, &row).await?;
        }
        for d in &self.0 {
            regulation::put(tx, d, "", 1, "system", 1).await?;
        }
        for d in &self.0 {
            let around = regulation::with_successors(tx, &d.id).await?;
            regulation::put_span(tx, &d.id, validity::span(d, &around)).await?;
        }
        Ok(())
    }
}

async fn open(db: &caunoi_testkit::Fresh) -> (Store, Vec<Document>) {
    let all = file::builtin().unwrap();
    let store = Store::open(&db.database).await.unwrap();
    store.write(Load(all.clone())).await.unwrap();
    (store, all)
}

async fn found(store: &Store, wanted: Wanted<'_>) -> Vec<String> {
    let mut conn = store.read().await.unwrap();
    let mut ids: Vec<String> = regulation::list(&mut conn, wanted).await.unwrap().into_iter().map(|l| l.id).collect();
    assert_eq!(conn.statements(), 1);
    ids.sort();
    ids
}

on_both! {
    async fn s4_1_the_list_of_a_day_is_what_the_pure_rule_says(db: Fresh) {
        let (store, all) = open(&db).await;
        let days: Vec<Date> = (2013..2027)
            .flat_map(|y| [date(y, 1, 1), date(y, 3, 17), date(y, 3, 18), date(y, 11, 22), date(y, 11, 23), date(y, 12, 31)])
            .collect();
        for place in ["30.before_2025", "17.before_2025", "34.before_2025", "31.2025"] {
            for on in &days {
                let mut expected: Vec<String> = validity::in_force(&all, &[place], *on).into_iter().map(|d| d.id.clone()).collect();
                expected.sort();
                let iso = on.to_string();
                let wanted = Wanted { on: &iso, units: &[place], limit: 500, ..Wanted::default() };
                assert_eq!(found(&store, wanted).await, expected, "{place} {on}");
            }
        }
        let on = "2020-06-01";
        let ids = found(&store, Wanted { on, units: &["30.before_2025"], limit: 500, ..Wanted::default() }).await;
        assert!(ids.contains(&"hai-duong-08-qc-tu".to_owned()) && !ids.contains(&"hai-duong-03-qc-tu".to_owned()));
    }

    async fn s0_1_a_document_is_found_whichever_spacing_is_typed(db: Fresh) {
        let (store, _) = open(&db).await;
        for (id, spellings) in [
            ("thai-binh-07-qc-tu", &["07-QC/TU", "07- QC/TU", "7-qc/tu", "số 07 - QC / TU", "Quy chế số 07- QC/TU, ngày 08/8/2019"][..]),
            ("thai-binh-37-ct-tu", &["37-CT/TU", "37 - CT/TU", "37–ct/tu", "Chỉ thị số 37-CT/TU"]),
            ("hoa-binh-232-qd-tu", &["232-QĐ/TU", "232-qđ/tu", "232- QĐ/TU"]),
            ("25-nq-tw", &["25-NQ/TW", "25-NQ/T.Ư", "Nghị quyết số 25-NQ/TW ngày 13/6/2013"]),
            ("11-qdi-tw", &["11-QĐi/TW", "11-QĐI/TW"]),
            ("luat-10-2022-qh15", &["10/2022/QH15", "dan chu o co so", "DÂN CHỦ Ở CƠ SỞ"]),
        ] {
            for typed in spellings {
                let ids = found(&store, Wanted { query: typed, limit: 50, ..Wanted::default() }).await;
                // KL 215 names QĐi 11 in its title.
                let rest: Vec<&String> = ids.iter().filter(|i| *i != "215-kl-tw").collect();
                assert_eq!(rest, [id], "{typed}");
            }
        }
    }

    async fn s3_9_two_concurrent_rules_are_both_shown(db: Fresh) {
        let (store, all) = open(&db).await;
        let ids =
            found(&store, Wanted { on: "2022-01-01", units: &["17.before_2025"], kind: "decision", limit: 50, ..Wanted::default() }).await;
        assert!(ids.contains(&"hoa-binh-232-qd-tu".to_owned()) && ids.contains(&"hoa-binh-367-qd-tu".to_owned()), "{ids:?}");
        assert!(all.iter().filter(|d| d.area == Area::Unknown).all(|d| !ids.contains(&d.id)));
    }

    async fn the_list_goes_on_where_the_page_before_ended(db: Fresh) {
        let (store, all) = open(&db).await;
        let mut conn = store.read().await.unwrap();
        let mut seen: Vec<String> = Vec::new();
        let mut after: Option<(String, String)> = None;
        loop {
            let key = after.as_ref().map(|(s, i)| (s.as_str(), i.as_str()));
            let page = regulation::list(&mut conn, Wanted { after: key, limit: 7, ..Wanted::default() }).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some((last.sort.clone(), last.id.clone()));
            seen.extend(page.into_iter().map(|l| l.id));
        }
        assert_eq!(seen.len(), all.len());
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), all.len(), "no document twice");
    }
}
