//! Search finds the same on both engines, however the query is typed (S3.12, S1.6, domain notes §5.3).

use caunoi_domain::unit::{Level, Period, unit_id};
use caunoi_store::{
    Change, Result, Store, StoreError, Tx,
    public::place,
    search::{self, Doc, Wanted},
    unit::{self, UnitRow},
};
use caunoi_testkit::on_both;

struct Seed;

/// Kind, reference, title, text, weight.
const TEXTS: &[(&str, &str, &str, &str, i64)] = &[
    ("unit", "1", "Xã Xuân Hòa", "Xã Xuân Hòa Thành phố Mẫu Xã Tuấn Hưng, Xã Cũ", 1),
    ("unit", "2", "Xã Xuân Hoa", "Xã Xuân Hoa Thành phố Mẫu", 1),
    ("unit", "3", "Phường Đông Lãm", "Phường Đông Lãm Thành phố Mẫu", 1),
    ("item", "a", "Mời dự TX, ĐT tháng 12", "Mời dự TX, ĐT tháng 12 xã họp dân", 1),
    ("item", "b", "Cuộc đối thoại tháng 9", "Cuộc đối thoại tháng 9", 1),
    ("item", "c", "Đường ĐT 394 hỏng", "Đường ĐT 394 hỏng, ĐT: gọi trưởng thôn", 1),
    ("item", "d", "UBND xã chậm trả lời", "UBND xã chậm trả lời dân", 1),
    ("item", "e", "Ủy ban nhân dân xã tiếp dân", "Ủy ban nhân dân xã tiếp dân", 1),
    ("item", "f", "Thủy lợi nội đồng", "Thủy lợi nội đồng, cấp uỷ quan tâm", 1),
    ("item", "kin", "Không ai được thấy", "Không ai được thấy bí mật", 9),
];

impl Change for Seed {
    type Done = ();
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<()> {
        let province = unit_id("99", Period::From2025);
        let row = |code: &str, period, level, name: &str, parent: Option<String>| UnitRow {
            id: unit_id(code, period),
            code: code.to_owned(),
            period,
            level,
            kind: "xa".to_owned(),
            name: name.to_owned(),
            parent_id: parent,
            province_id: province.clone(),
            valid_from: None,
            valid_to: None,
            source: "test".to_owned(),
        };
        unit::put(tx, &row("99", Period::From2025, Level::Province, "Thành phố Mẫu", None)).await?;
        for (code, name) in [("1", "Xã Xuân Hòa"), ("2", "Xã Xuân Hoa"), ("3", "Phường Đông Lãm")] {
            unit::put(tx, &row(code, Period::From2025, Level::Commune, name, Some(province.clone()))).await?;
        }
        for (code, name) in [("7", "Xã Tuấn Hưng"), ("8", "Xã Cũ")] {
            unit::put(tx, &row(code, Period::Before2025, Level::Commune, name, None)).await?;
            unit::put_lineage(tx, &unit_id(code, Period::Before2025), &unit_id("1", Period::From2025), "whole", "test").await?;
        }
        for (id, (kind, reference, title, text, weight)) in (1_i64..).zip(TEXTS) {
            let unit = if *kind == "unit" { unit_id(reference, Period::From2025) } else { unit_id("1", Period::From2025) };
            let doc =
                Doc { id, kind, reference, unit_id: &unit, public: *reference != "kin", title, context: "", text, weight: *weight, at: id };
            search::put(tx, &doc).await?;
        }
        Ok(())
    }
}

async fn open(db: &caunoi_testkit::Fresh) -> Store {
    let store = Store::open(&db.database).await.unwrap();
    store.write(Seed).await.unwrap();
    store
}

async fn refs(store: &Store, query: &str, kinds: &str) -> Vec<String> {
    let mut conn = store.read().await.unwrap();
    let found = search::find(&mut conn, Wanted::of(query, kinds, 20)).await.unwrap();
    assert!(conn.statements() <= 1);
    found.into_iter().map(|h| h.reference).collect()
}

on_both! {
    async fn exact_accents_come_first_and_the_way_of_typing_does_not_matter(db: Fresh) {
        let store = open(&db).await;
        // NFC, NFD, upper case, the new tone style, spaces: the same results in the same order.
        for typed in ["Xuân Hòa", "Xua\u{302}n Ho\u{300}a", "XUÂN HÒA", "xuân hoà", "  Xuân   Hòa "] {
            assert_eq!(refs(&store, typed, "").await, ["1", "2"], "{typed:?}");
        }
        for typed in ["Xuân Hoa", "XUÂN HOA", "xua\u{302}n hoa"] {
            assert_eq!(refs(&store, typed, "").await, ["2", "1"], "{typed:?}");
        }
        // Without accents both are found, in an order of their own that is the same everywhere.
        assert_eq!(refs(&store, "xuan hoa", "").await, ["2", "1"]);
        assert_eq!(refs(&store, "cap uy", "").await, ["f"]);
        assert_eq!(refs(&store, "cấp ủy", "").await, ["f"]);
        assert_eq!(refs(&store, "dong lam", "").await, ["3"]);
        assert_eq!(refs(&store, "Đông Lã", "").await, ["3"], "the last word may be a beginning");
    }

    async fn s3_12_short_forms_are_found_in_their_sense_only(db: Fresh) {
        let store = open(&db).await;
        assert_eq!(refs(&store, "đối thoại", "").await, ["b", "a"], "exactly so first; the road ĐT 394 is no dialogue");
        assert_eq!(refs(&store, "TXĐT", "").await, ["a"]);
        assert_eq!(refs(&store, "ĐT 394", "").await, ["c"]);
        assert_eq!(refs(&store, "UBND", "").await, ["d", "e"]);
        assert_eq!(refs(&store, "ủy ban nhân dân", "").await, ["e", "d"]);
    }

    async fn s1_6_a_former_name_finds_the_unit_of_today(db: Fresh) {
        let store = open(&db).await;
        assert_eq!(refs(&store, "Tuấn Hưng", "unit village").await, ["1"]);
        assert_eq!(refs(&store, "tuan hung", "unit").await, ["1"]);
        let mut conn = store.read().await.unwrap();
        let formers = place::formers(&mut conn, &[&unit_id("1", Period::From2025)]).await.unwrap();
        assert_eq!(formers.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["Xã Cũ", "Xã Tuấn Hưng"]);
        let (old, new) = (unit_id("7", Period::Before2025), unit_id("1", Period::From2025));
        let today = place::beside(&mut conn, &[&old, &new], &[]).await.unwrap().now;
        assert_eq!(
            today.iter().map(|n| (n.of.as_str(), n.place.name.as_str(), n.in_part)).collect::<Vec<_>>(),
            [(old.as_str(), "Xã Xuân Hòa", false)]
        );
    }

    async fn what_is_not_public_is_not_found_and_kinds_narrow(db: Fresh) {
        let store = open(&db).await;
        assert!(refs(&store, "bí mật", "").await.is_empty());
        assert!(refs(&store, "xuân hòa", "item issue").await.is_empty());
        for typed in ["", "---", "\" OR 1", "a & | !", "'", "x:*", "(", "NEAR(a b)", "đ".repeat(3000).as_str()] {
            let _ = refs(&store, typed, "").await;
        }
    }
}
