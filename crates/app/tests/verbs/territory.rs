//! The lists as loaded: totals and the traces of the seeds' places, on both engines.

use std::sync::Arc;

use caunoi_app::{App, OsRandomness, SteppedClock, boot, demo::world::PutUpWorld, territory::load::LoadUnits};
use caunoi_domain::{
    people::actor::Actor,
    unit::{Level, Period, unit_id},
};
use caunoi_store::{
    Conn,
    public::{place, unit},
    search::{self, Wanted},
};
use caunoi_testkit::{Fresh, on_both};

async fn loaded(db: &Fresh) -> App {
    let app = boot::open(db.folder.path(), &db.database, Arc::new(SteppedClock::at(1)), Arc::new(OsRandomness)).await.unwrap();
    app.carry_out(&Actor::System, LoadUnits::default()).await.unwrap();
    app
}

/// What a former commune is today: names with province, and whether that has to be asked.
async fn today(conn: &mut Conn<'_>, id: &str) -> (Vec<String>, bool, bool) {
    let now = place::beside(conn, &[id], &[]).await.unwrap().now;
    let names = now.iter().map(|n| format!("{} {}, {}", n.place.code, n.place.name, n.place.province_name)).collect();
    (names, now.iter().any(|n| n.in_part), now.iter().all(|n| n.confirmed))
}

async fn count(conn: &mut Conn<'_>, period: Period, level: Level) -> i64 {
    let sql = "SELECT count(*) AS n FROM unit WHERE period = $1 AND level = $2";
    conn.one(sql, caunoi_store::args![period.code(), level.code()], "count").await.unwrap().get("n").unwrap()
}

on_both! {
    async fn l10_totals_and_traces_of_the_seeds_places(db: Fresh) {
        let app = loaded(&db).await;
        app.carry_out(&Actor::System, PutUpWorld).await.unwrap();
        assert_eq!(app.carry_out(&Actor::System, LoadUnits::default()).await.unwrap(), 0, "an edition is loaded once");
        let mut conn = app.store.read().await.unwrap();
        // Domain §3.3; neither the invented communes nor the units that only seeds name are in the totals.
        assert_eq!(count(&mut conn, Period::From2025, Level::Province).await, 34);
        assert_eq!(count(&mut conn, Period::From2025, Level::Commune).await, 3321);
        assert_eq!(count(&mut conn, Period::Before2025, Level::Province).await, 63);
        assert_eq!(count(&mut conn, Period::Before2025, Level::District).await, 696);
        assert_eq!(count(&mut conn, Period::Before2025, Level::Commune).await, 10035);
        assert_eq!(count(&mut conn, Period::Earlier, Level::Commune).await, 3);
        // Domain §3.2.
        let before = |code: &str| unit_id(code, Period::Before2025);
        for (code, now, asks) in [
            ("13201", vec!["13219 Xã Vạn Xuân, Tỉnh Hưng Yên"], false),
            ("10768", vec!["10756 Xã Lai Khê, Thành phố Hải Phòng", "10705 Xã Nam An Phụ, Thành phố Hải Phòng"], true),
            ("10786", vec!["10792 Xã An Thành, Thành phố Hải Phòng"], false),
            ("10615", vec!["10615 Xã Hợp Tiến, Thành phố Hải Phòng"], false),
            ("10630", vec!["10645 Xã An Phú, Thành phố Hải Phòng"], false),
            ("10966", vec!["10966 Xã Bình Giang, Thành phố Hải Phòng"], false),
        ] {
            let (names, asked, sure) = today(&mut conn, &before(code)).await;
            assert_eq!((names.iter().map(String::as_str).collect::<Vec<_>>(), asked, sure), (now, asks, true), "{code}");
        }
        let district = unit::of_code(&mut conn, "153", Level::District).await.unwrap();
        assert_eq!(district[0].place.name, "Huyện Kim Bôi");
        let below = unit::around(&mut conn, &before("153")).await.unwrap().below;
        assert_eq!(below.len(), 17);
        let mut into: Vec<String> = Vec::new();
        for commune in &below {
            into.extend(today(&mut conn, &commune.id).await.0);
        }
        into.sort();
        into.dedup();
        assert_eq!(
            into,
            [
                "04978 Xã Kim Bôi, Tỉnh Phú Thọ",
                "04990 Xã Nật Sơn, Tỉnh Phú Thọ",
                "05014 Xã Mường Động, Tỉnh Phú Thọ",
                "05068 Xã Hợp Kim, Tỉnh Phú Thọ",
                "05086 Xã Dũng Tiến, Tỉnh Phú Thọ"
            ]
        );
    }

    async fn s1_6_a_unit_that_only_a_seed_names_is_kept_without_a_code_and_leads_on_unconfirmed(db: Fresh) {
        let app = loaded(&db).await;
        let mut conn = app.store.read().await.unwrap();
        let found = unit::of_code(&mut conn, "tuan-hung-kim-thanh", Level::Commune).await.unwrap();
        assert_eq!((found.len(), found[0].known_in.as_str(), found[0].confirmed), (1, "2014", false));
        assert_eq!(found[0].above.as_ref().map(|(code, name)| (code.as_str(), name.as_str())), Some(("293", "Huyện Kim Thành")));
        let (names, asks, confirmed) = today(&mut conn, &found[0].place.id).await;
        assert_eq!(names, ["10756 Xã Lai Khê, Thành phố Hải Phòng", "10705 Xã Nam An Phụ, Thành phố Hải Phòng"]);
        assert!(asks && !confirmed);
        let rounds = unit::around(&mut conn, &found[0].place.id).await.unwrap().after;
        assert_eq!(rounds.iter().map(|r| (r.round, r.place.code.as_str())).collect::<Vec<_>>(), [(1, "10768"), (2, "10756"), (2, "10705")]);
        // Nam Chính is believed to be in Trần Phú, and it says so.
        let (names, asks, confirmed) = today(&mut conn, &unit_id("nam-chinh-nam-sach", Period::Earlier)).await;
        assert_eq!(names, ["10633 Xã Trần Phú, Thành phố Hải Phòng"]);
        assert!(!asks && !confirmed);
        // Nam Hồng of Nam Sách has no successor in any list: none is invented, and no namesake steps in.
        let (none, _, _) = today(&mut conn, &unit_id("nam-hong-nam-sach", Period::Earlier)).await;
        assert!(none.is_empty());
        let hits = search::find(&mut conn, Wanted::of("Nam Hồng Nam Sách", "unit", 5)).await.unwrap();
        let named: Vec<_> = hits
            .iter()
            .filter(|h| h.title == "Xã Nam Hồng")
            .map(|h| (h.place.as_ref().map_or("", |p| p.id.as_str()), h.context.as_str()))
            .collect();
        assert_eq!(named, [("nam-hong-nam-sach.earlier", "Huyện Nam Sách, Tỉnh Hải Dương")]);
    }

    async fn an_older_installation_gets_what_is_new_on_its_next_loading(db: Fresh) {
        let app = boot::open(db.folder.path(), &db.database, Arc::new(SteppedClock::at(1)), Arc::new(OsRandomness)).await.unwrap();
        // As loaded before there were editions: one province, no former unit.
        app.carry_out(&Actor::System, LoadUnits { only_province: Some("31") }).await.unwrap();
        assert!(app.carry_out(&Actor::System, LoadUnits::default()).await.unwrap() > 14_000);
        let mut conn = app.store.read().await.unwrap();
        assert_eq!(count(&mut conn, Period::Earlier, Level::Commune).await, 3);
    }
}
