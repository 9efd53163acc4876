//! A generated corpus: what a folded oracle finds is what both searches find, on both engines, the right accents first.

use caunoi_domain::{
    text::{
        fold::{exact, fold},
        tone_style::{ToneStyle, tone_style},
    },
    unit::{Level, Period, unit_id},
};
use caunoi_store::{
    Change, Result, Store, StoreError, Tx,
    search::{self, Doc},
    staff_search::{self, StaffDoc},
    unit::{self, UnitRow},
};
use caunoi_testkit::on_both;

const FIRST: [&str; 12] = ["Đường", "Mương", "Trường", "Chợ", "Nước", "Điện", "Đất", "Duong", "Hòa", "Hoà", "Thủy", "Thuỷ"];
const SECOND: [&str; 10] = ["Đông", "Dong", "Đồng", "Xuân", "Hạ", "Thượng", "Quý", "Lâm", "Lam", "Ủy"];
const THIRD: [&str; 8] = ["hỏng", "tắc", "ngập", "mất", "bẩn", "chậm", "sạt", "thiếu"];

/// Some hundred titles; every third in letters and tones apart, every fifth in capitals.
fn titles() -> Vec<String> {
    let mut all = Vec::new();
    for (n, first) in FIRST.iter().enumerate() {
        for (m, second) in SECOND.iter().enumerate() {
            let title = format!("{first} {second} {}", THIRD[(n * 3 + m) % THIRD.len()]);
            all.push(match (n * SECOND.len() + m) % 15 {
                0 | 3 | 6 | 9 | 12 => apart(&title),
                5 | 10 => title.to_uppercase(),
                _ => title,
            });
        }
    }
    all
}

/// Letters and tones apart, as Windows' own keyboard sends them, for the letters of this corpus.
fn apart(text: &str) -> String {
    const PAIRS: [(char, &str); 20] = [
        ('ư', "u\u{31b}"),
        ('ơ', "o\u{31b}"),
        ('ờ', "o\u{31b}\u{300}"),
        ('ợ', "o\u{31b}\u{323}"),
        ('ớ', "o\u{31b}\u{301}"),
        ('ô', "o\u{302}"),
        ('ồ', "o\u{302}\u{300}"),
        ('ò', "o\u{300}"),
        ('ỏ', "o\u{309}"),
        ('ủ', "u\u{309}"),
        ('ỷ', "y\u{309}"),
        ('ạ', "a\u{323}"),
        ('â', "a\u{302}"),
        ('ấ', "a\u{302}\u{301}"),
        ('ậ', "a\u{302}\u{323}"),
        ('ắ', "a\u{306}\u{301}"),
        ('ế', "e\u{302}\u{301}"),
        ('ệ', "e\u{302}\u{323}"),
        ('ý', "y\u{301}"),
        ('ẩ', "a\u{302}\u{309}"),
    ];
    text.chars().map(|c| PAIRS.iter().find(|(p, _)| *p == c).map_or_else(|| c.to_string(), |(_, s)| (*s).to_owned())).collect()
}

struct Seed(Vec<String>);

impl Change for Seed {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<()> {
        let province = unit_id("99", Period::From2025);
        let row = UnitRow {
            id: province.clone(),
            code: "99".to_owned(),
            period: Period::From2025,
            level: Level::Province,
            kind: "tinh".to_owned(),
            name: "Tỉnh Mẫu".to_owned(),
            parent_id: None,
            province_id: province.clone(),
            valid_from: None,
            valid_to: None,
            source: "test".to_owned(),
        };
        unit::put(tx, &row).await?;
        for (id, title) in (1_i64..).zip(&self.0) {
            let reference = format!("{id:04}");
            let public = Doc {
                id,
                kind: "item",
                reference: &reference,
                unit_id: &province,
                public: true,
                title,
                context: "",
                text: title,
                weight: 1,
                at: id,
            };
            search::put(tx, &public).await?;
            let staff = StaffDoc {
                kind: "opinion",
                reference: &reference,
                unit_id: &province,
                subject_id: &reference,
                title,
                person: "",
                text: title,
                on_day: "2026-01-01",
            };
            staff_search::put(tx, &staff).await?;
        }
        Ok(())
    }
}

/// What both searches must find, in no order: every word, the last as a beginning.
fn oracle(titles: &[String], query: &str, last_is_a_beginning: bool) -> Vec<String> {
    let key = fold(query);
    let words: Vec<&str> = key.split(' ').collect();
    let holds = |title: &str| {
        let key = fold(title);
        words
            .iter()
            .enumerate()
            .all(|(n, w)| key.split(' ').any(|t| if !last_is_a_beginning || n + 1 == words.len() { t.starts_with(w) } else { t == *w }))
    };
    (1..).zip(titles).filter(|(_, t)| holds(t)).map(|(n, _)| format!("{n:04}")).collect()
}

on_both! {
    async fn every_way_of_typing_finds_what_the_oracle_finds(db: Fresh) {
        let all = titles();
        let store = Store::open(&db.database).await.unwrap();
        store.write(Seed(all.clone())).await.unwrap();
        let mut conn = store.read().await.unwrap();
        let mut asked = 0;
        for title in all.iter().step_by(7) {
            let words: Vec<&str> = title.split(' ').collect();
            let two = words[..2].join(" ");
            let stripped = fold(&two);
            let partial: String = fold(title).chars().take(fold(&two).chars().count() + 2).collect();
            for query in [
                title.clone(),
                two.clone(),
                stripped,
                apart(&two.to_lowercase()),
                two.to_uppercase(),
                two.to_lowercase(),
                partial,
                tone_style(&exact(&two), ToneStyle::New),
                tone_style(&exact(&two), ToneStyle::Old),
                two.replace('Đ', "D").replace('đ', "d"),
                words[0].to_owned(),
            ] {
                asked += 1;
                let found = search::find(&mut conn, search::Wanted::of(&query, "item", 500)).await.unwrap();
                let mut ids: Vec<String> = found.iter().map(|h| h.reference.clone()).collect();
                ids.sort();
                assert_eq!(ids, oracle(&all, &query, true), "public {query:?}");
                let wanted =
                    staff_search::Wanted { query: &query, unit_id: "99.2025", kinds: "opinion", days: ("", ""), standings: "", limit: 500 };
                let staff = staff_search::find(&mut conn, wanted).await.unwrap();
                let mut ids: Vec<String> = staff.iter().map(|h| h.reference.clone()).collect();
                ids.sort();
                assert_eq!(ids, oracle(&all, &query, false), "staff {query:?}");
                // The right accents come first, in both.
                let accents = exact(&query);
                let right = |title: &str| format!(" {}", exact(title)).contains(&format!(" {accents}"));
                let rights = |titles: Vec<&str>| titles.into_iter().map(right).collect::<Vec<bool>>();
                for flags in
                    [rights(found.iter().map(|h| h.title.as_str()).collect()), rights(staff.iter().map(|h| h.title.as_str()).collect())]
                {
                    assert!(flags.is_sorted_by(|a, b| a >= b), "{query:?} {flags:?}");
                }
            }
        }
        assert!(asked > 150);
    }

    async fn staff_find_nothing_of_another_unit_and_nothing_that_was_forgotten(db: Fresh) {
        let store = Store::open(&db.database).await.unwrap();
        store.write(Seed(vec!["Mương Đông hỏng".to_owned()])).await.unwrap();
        let mut conn = store.read().await.unwrap();
        let wanted = |unit_id, kinds| staff_search::Wanted { query: "muong", unit_id, kinds, days: ("", ""), standings: "", limit: 5 };
        assert_eq!(staff_search::find(&mut conn, wanted("99.2025", "opinion notice")).await.unwrap().len(), 1);
        assert!(staff_search::find(&mut conn, wanted("98.2025", "opinion notice")).await.unwrap().is_empty());
        assert!(staff_search::find(&mut conn, wanted("99.2025", "notice")).await.unwrap().is_empty());
        for odd in ["", "%", "_", "'", "\" OR 1", "\\", "đ".repeat(3000).as_str()] {
            let _ = staff_search::find(&mut conn, staff_search::Wanted { query: odd, ..wanted("99.2025", "opinion") }).await.unwrap();
        }
        drop(conn);
        struct Forget;
        impl Change for Forget {
            type Done = ();
            type Refused = StoreError;
            async fn make(&self, tx: &mut Tx<'_>) -> Result<()> {
                staff_search::forget(tx, "0001").await
            }
        }
        store.write(Forget).await.unwrap();
        let mut conn = store.read().await.unwrap();
        assert!(staff_search::find(&mut conn, wanted("99.2025", "opinion")).await.unwrap().is_empty());
    }
}
