//! Several nouns in one statement: each part's rows come whole, in their own order, and to their own reader.

use caunoi_domain::unit::{Level, Period};
use caunoi_store::{
    Change, Result, Store, StoreError, Tx, args, beside, people, plan_rule,
    unit::{self, UnitRow, VillageRow},
    village, year_plan,
};
use caunoi_testkit::on_both;

/// A column of bytes, and some.
const BYTES: &str = "SELECT a.key_hash AS hash FROM (SELECT 1 AS n) o LEFT JOIN attempt a ON a.key_hash = $1";
const GIVEN: &[u8] = &[0, 7, 255];

/// A commune with forty villages whose names were given backwards, one of them with what a text may hold.
struct Forty;
impl Change for Forty {
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
        tx.exec("INSERT INTO attempt (key_hash, since, count) VALUES ($1, 0, 1)", args![GIVEN]).await?;
        for n in (0..40).rev() {
            let name = if n == 7 { "Thôn 07 \"Đồng\" \\ $1 \u{1F33E}\n".to_owned() } else { format!("Thôn {n:02}") };
            unit::put_village(tx, &VillageRow { id: format!("v{n:02}"), unit_id: u.id.clone(), name }, "demo").await?;
        }
        Ok(())
    }
}

on_both! {
    async fn several_nouns_in_one_statement_are_what_each_is_alone(db: Fresh) {
        let store = Store::open(&db.database).await.unwrap();
        store.write(Forty).await.unwrap();
        let mut conn = store.read().await.unwrap();
        let before = conn.statements();
        for _ in 0..2 {
            let (found, none, villages, plans, rules) = conn
                .together((
                    unit::find_look("A.demo"),
                    unit::find_look("B.demo"),
                    village::of_unit_look("A.demo"),
                    year_plan::rows_of_year_look("A.demo", 2026),
                    plan_rule::in_force_look("A.demo"),
                ))
                .await
                .unwrap();
            assert_eq!(found.unwrap().name, "Xã A");
            assert!(none.is_none() && plans.is_empty());
            assert_eq!(villages.len(), 40);
            let (alone, of_rules) =
                (village::of_unit(&mut conn, "A.demo").await.unwrap(), plan_rule::in_force(&mut conn, "A.demo").await.unwrap());
            assert_eq!(villages, alone);
            assert_eq!(rules.0.len(), of_rules.0.len());
        }
        assert_eq!(conn.statements() - before, 6, "one statement for the five, and two alone, twice");
        // Readers side by side: as many statements as the longest of them asks one after another.
        let before = conn.statements();
        let (named, villages, plans) = beside!(
            &mut conn,
            |c| async {
                let found = unit::find(c, "A.demo").await?.ok_or(StoreError::Missing("unit"))?;
                let above = unit::above(c, &found.id).await?;
                Ok::<_, StoreError>((found.name, above.len()))
            },
            |c| village::of_unit(c, "A.demo"),
            |c| c.together((year_plan::rows_of_year_look("A.demo", 2026), plan_rule::in_force_look("A.demo"))),
        )
        .unwrap();
        assert_eq!((named, villages.len(), plans.0.len()), (("Xã A".to_owned(), 0), 40, 0));
        assert_eq!(conn.statements() - before, 2);
        // One that fails ends all.
        let failed = beside!(&mut conn, |c| unit::find(c, "A.demo"), |c| async {
            Err::<(), _>(village::of_unit(c, "A.demo").await.map_or(StoreError::WriterGone, |_| StoreError::Missing("one")))
        });
        assert!(matches!(failed, Err(StoreError::Missing("one"))));
        // Bytes are read as bytes, and their absence as absence.
        let (there, none) =
            beside!(&mut conn, |c| c.one(BYTES, args![GIVEN], "bytes"), |c| c.one(BYTES, args![&b"none"[..]], "bytes")).unwrap();
        assert_eq!(there.get::<Option<Vec<u8>>>("hash").unwrap().as_deref(), Some(GIVEN));
        assert_eq!(none.get::<Option<Vec<u8>>>("hash").unwrap(), None);
        // The parts in another order are another text.
        let (posts, villages) = conn.together((people::posts_look("A.demo", "2026-01-01"), village::of_unit_look("A.demo"))).await.unwrap();
        assert_eq!((posts.len(), villages.len()), (0, 40));
    }
}
