//! Books of years name villages that are no more: the day of receipt says which was meant, and the page says what it is now.

use caunoi_app::{
    demo::world::{self, VAN_TRACH},
    export::{self, Table},
    import::{self, Job, Manner, Taken},
    opinion::publish::Publish,
    territory::{divide_village::DivideVillage, merge_villages::MergeVillages},
};
use caunoi_domain::{
    import::Mapping, opinion::tracking_code::PublicId, people::actor::Actor, problem::What, text::table::Row, unit::village::Basis,
};
use caunoi_papers::sheet;
use caunoi_store::{
    Tx, item, opinion,
    staff_search::{self, Wanted},
    village,
};
use caunoi_testkit::on_both;

use crate::{
    books::{self, PutFormer},
    kit::Site,
};

const HEAD: &str = "Số,Ngày nhận,Loại,Thôn/TDP,Nội dung,Xã/phường\n";

/// Thôn Bến Gỗ and Thôn Hạ become Thôn Hạ on 1/4/2026; Thôn Thượng is divided on 1/9/2026.
async fn change(site: &Site) {
    let unit_id = world::unit(VAN_TRACH);
    let basis = |month, paper: &str| Basis { on: jiff::civil::date(2026, month, 1), paper: paper.to_owned() };
    let merge = MergeVillages {
        unit_id: unit_id.clone(),
        villages: vec![world::village(VAN_TRACH, 1), world::village(VAN_TRACH, 5)],
        name: "Thôn Hạ".to_owned(),
        basis: basis(4, "3/NQ-HĐND"),
    };
    site.app.carry_out(&Actor::System, merge).await.unwrap();
    let divide = DivideVillage {
        unit_id,
        village: world::village(VAN_TRACH, 6),
        names: vec!["Thôn Thượng 1".to_owned(), "Thôn Thượng 2".to_owned()],
        basis: basis(9, "5/NQ-HĐND"),
    };
    site.app.carry_out(&Actor::System, divide).await.unwrap();
}

async fn import_rows(site: &Site, table: &[Row]) -> Taken {
    let unit_id = world::unit(VAN_TRACH);
    let job = Job { unit_id: &unit_id, table, mapping: &Mapping::default(), manner: Manner::default() };
    import::find("opinions").unwrap().import(&site.app, &Actor::System, job, &|_, _| {}).await.unwrap()
}

async fn import_text(site: &Site, rows: &str) -> Taken {
    import_rows(site, &sheet::read(format!("{HEAD}{rows}").as_bytes()).unwrap()).await
}

/// The public id of an opinion as the desk writes it, and that of its matter, by the words of the matter.
async fn ids(site: &Site, body: &str) -> (String, i64) {
    let mut conn = site.app.store.read().await.unwrap();
    let unit_id = world::unit(VAN_TRACH);
    let wanted = Wanted { query: body, unit_id: &unit_id, kinds: "opinion", days: ("", ""), standings: "", limit: 2 };
    let hits = staff_search::find(&mut conn, wanted).await.unwrap();
    assert_eq!(hits.len(), 1, "{body}: {hits:?}");
    let shown = hits[0].reference.clone();
    let found = opinion::find_public(&mut conn, shown.parse::<PublicId>().unwrap().to_i64()).await.unwrap().unwrap();
    let items = item::of_opinion(&mut conn, &found.id).await.unwrap();
    (shown, items[0].public_id)
}

/// What the pages of an opinion say of its village: the office's, and everybody's.
async fn said(site: &Site, body: &str, words: &str, english: &str) {
    let (opinion, item) = ids(site, body).await;
    let mut clerk = site.officer("vanthu.vantrach").await;
    clerk.get(&format!("/cong-viec/y-kien/{opinion}")).await.says(words);
    let text = Publish { item, title: format!("Về việc: {body}"), body: body.to_owned() };
    site.app.carry_out(&Actor::System, text).await.unwrap();
    let address = format!("/y-kien/{}", PublicId::from_i64(item));
    site.visitor().get(&address).await.says(&format!("Nơi {words}"));
    site.visitor().get(&format!("{address}?lang=en")).await.says(&format!("Place {english}"));
}

on_both! {
    async fn s1_6_an_imported_row_keeps_the_village_of_its_day_and_says_what_it_is_now(db: Fresh) {
        let site = Site::new(db).await;
        change(&site).await;
        let taken = import_text(
            &site,
            "1,31/3/2026,hỏi,Thôn Bến Gỗ,Việc một,\n2,31/3/2026,hỏi,Thôn Hạ,Việc hai,\n3,1/4/2026,hỏi,hạ,Việc ba,\n\
             4,31/8/2026,hỏi,Thôn Thượng,Việc bốn,\n5,1/9/2026,hỏi,Thôn Thượng 2,Việc năm,\n\
             6,1/4/2026,hỏi,Bến Gỗ,Sai một,\n7,31/8/2026,hỏi,Thôn Thượng 1,Sai hai,\n8,1/9/2026,hỏi,Thôn Thượng,Sai ba,\n9,1/9/2026,hỏi,Thôn Không Có,Sai bốn,\n",
        )
        .await;
        assert_eq!((taken.landed, taken.refused()), (5, 4), "{:?}", taken.wrong);
        // Each wrong row says why, and which villages there were on its day.
        let april = ["Thôn Đồng Vàng", "Thôn Hạ", "Thôn Mai Động", "Thôn Thượng", "Thôn Trung Lễ"].map(str::to_owned).to_vec();
        let september =
            ["Thôn Đồng Vàng", "Thôn Hạ", "Thôn Mai Động", "Thôn Thượng 1", "Thôn Thượng 2", "Thôn Trung Lễ"].map(str::to_owned).to_vec();
        let what: Vec<What> = taken.wrong.iter().map(|w| w.what.clone()).collect();
        let sorted = |mut all: Vec<String>| {
            all.sort();
            all
        };
        let choices = |w: &What| match w {
            What::VillageNoLonger { choices, .. } | What::VillageNotYet { choices, .. } | What::NotOneOf { choices, .. } => {
                sorted(choices.clone())
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(
            what.iter().map(choices).collect::<Vec<_>>(),
            [sorted(april.clone()), sorted(april), sorted(september.clone()), sorted(september)]
        );
        assert!(matches!(&what[0], What::VillageNoLonger { found, last, .. } if found == "Thôn Bến Gỗ" && last == "2026-03-31"));
        assert!(matches!(&what[1], What::VillageNotYet { found, first, .. } if found == "Thôn Thượng 1" && first == "2026-09-01"));
        assert!(matches!(&what[2], What::VillageNoLonger { last, .. } if last == "2026-08-31"));
        assert!(matches!(&what[3], What::NotOneOf { .. }));

        said(&site, "Việc một", "Thôn Bến Gỗ (cũ), nay là Thôn Hạ", "Thôn Bến Gỗ (former), today Thôn Hạ").await;
        said(&site, "Việc hai", "Thôn Hạ (cũ), nay là Thôn Hạ (từ ngày 01/4/2026)", "Thôn Hạ (former), today Thôn Hạ (since 01/4/2026)")
            .await;
        said(&site, "Việc ba", "Thôn Hạ", "Thôn Hạ, Xã Vân Trạch").await;
        said(
            &site,
            "Việc bốn",
            "Thôn Thượng (cũ), nay đã chia về các nơi: Thôn Thượng 1; Thôn Thượng 2",
            "Thôn Thượng (former), today divided among: Thôn Thượng 1; Thôn Thượng 2",
        )
        .await;
        said(&site, "Việc năm", "Thôn Thượng 2", "Thôn Thượng 2, Xã Vân Trạch").await;
        // In the list of the village of today stands what was said in those that went whole into it.
        let mut conn = site.app.store.read().await.unwrap();
        let now = village::of_unit(&mut conn, &world::unit(VAN_TRACH)).await.unwrap().into_iter().find(|v| v.name == "Thôn Hạ").unwrap();
        drop(conn);
        let list = site.visitor().get(&format!("/xa/{VAN_TRACH}/y-kien?thon={}", now.id)).await;
        list.says("Việc một").says("Việc hai").says("Việc ba").hides("Việc bốn");
    }

    async fn s2_7_rows_of_former_villages_go_out_and_come_in_elsewhere_the_same(db: Fresh) {
        let site = Site::new(db).await;
        site.app.carry_out(&Actor::System, PutFormer).await.unwrap();
        site.app.carry_out(&Actor::System, PutVillage).await.unwrap();
        change(&site).await;
        let rows = "1,31/3/2026,hỏi,Thôn Bến Gỗ,Việc một,\n2,31/3/2026,hỏi,Thôn Hạ,Việc hai,\n3,1/4/2026,hỏi,hạ,Việc ba,\n\
                    4,31/8/2026,hỏi,Thôn Thượng,Việc bốn,\n5,1/5/2025,hỏi,Thôn Xưa,Việc năm,Xã Vân Cũ (cũ)\n6,1/5/2025,hỏi,\"Thôn Xưa, Xã Vân Cũ\",Việc sáu,\n";
        let taken = import_text(&site, rows).await;
        assert_eq!((taken.landed, taken.refused()), (6, 0), "{:?}", taken.wrong);
        let again = import_text(&site, rows).await;
        assert_eq!((again.landed, again.there), (0, 6), "nothing twice: {:?}", again.wrong);
        let asked = import_text(&site, "7,1/5/2025,hỏi,Thôn Xưa,Việc bảy,\n").await;
        assert!(matches!(&asked.wrong[0].what, What::NotOneOf { choices, .. } if choices.contains(&"Thôn Xưa, Xã Vân Cũ (cũ)".to_owned())));
        said(&site, "Việc năm", "Thôn Xưa, Xã Vân Cũ (cũ)", "Thôn Xưa, Xã Vân Cũ (former)").await;

        let out = books::book_of(&site, "vanthu.vantrach").await;
        let at = |code: &str| out.keys.iter().position(|k| *k == code).unwrap();
        let places: Vec<(&str, &str)> = out.rows.iter().map(|r| (r[at("village")].as_str(), r[at("unit")].as_str())).collect();
        assert!(places.contains(&("Thôn Bến Gỗ", "")) && places.contains(&("Thôn Xưa", "Xã Vân Cũ")), "{places:?}");
        let elsewhere = Site::new(caunoi_testkit::sqlite()).await;
        elsewhere.app.carry_out(&Actor::System, PutFormer).await.unwrap();
        elsewhere.app.carry_out(&Actor::System, PutVillage).await.unwrap();
        change(&elsewhere).await;
        let table = sheet::read(&sheet::workbook("Sổ", &out.heads, &out.rows).unwrap()).unwrap();
        let taken = import_rows(&elsewhere, &table).await;
        assert_eq!((taken.landed, taken.refused()), (6, 0), "{:?}", taken.wrong);
        let actor = elsewhere.actor("vanthu.vantrach").await;
        assert_eq!(export::take(&elsewhere.app, Some(&actor), Table::Opinions).await.unwrap(), out);
        assert_eq!(import_rows(&elsewhere, &table).await.there, 6);
    }

    async fn s1_6_pasted_rows_name_the_village_of_their_day_too(db: Fresh) {
        let site = Site::new(db).await;
        change(&site).await;
        let mut v = site.officer("vanthu.vantrach").await;
        let text = "STT\tNgày nhận\tThôn\tNội dung kiến nghị\n1\t31/3/2026\tBến Gỗ\tĐề nghị nạo vét mương\n2\t1/4/2026\tBến Gỗ\tĐề nghị sửa đường\n";
        let page = v.get("/cong-viec/dan-bang").await;
        assert!(!page.html.contains("<option value=\"Thôn Bến Gỗ\">"), "villages of today are proposed");
        let csrf = page.field("csrf");
        let review = v.post("/cong-viec/dan-bang", &[("csrf", &csrf), ("viec", "doc"), ("text", text), ("day", "20/11/2026")]).await;
        let rows = books::rows_of(&review);
        let landed = books::land(&mut v, &csrf, &rows, &[0, 1]).await;
        landed
            .says("1 ý kiến đã được tiếp nhận")
            .says("Thôn Bến Gỗ chỉ có đến hết ngày 31/3/2026; ý kiến nhận ngày 01/4/2026 ghi thôn của ngày ấy: ");
        said(&site, "Đề nghị nạo vét mương", "Thôn Bến Gỗ (cũ), nay là Thôn Hạ", "Thôn Bến Gỗ (former), today Thôn Hạ").await;
    }
}

/// A village of the commune of an earlier period.
struct PutVillage;

impl caunoi_app::Verb for PutVillage {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, _cx: &caunoi_app::Cx) -> Result<(), caunoi_app::Refusal> {
        let row = village::Village {
            id: "thon-xua".to_owned(),
            unit_id: "D0091.before_2025".to_owned(),
            name: "Thôn Xưa".to_owned(),
            valid_from: None,
            valid_to: None,
            source: "demo".to_owned(),
        };
        Ok(village::add(tx, &row).await?)
    }
}
