//! Territory through time: former names, codes of two units, divided units, villages that change; nothing lost or guessed.

use caunoi_app::{
    demo::world::{self, DONG_LAM, VAN_TRACH},
    opinion::publish::Publish,
    territory::{
        add_villages::AddVillages,
        divide_village::DivideVillage,
        load::LoadUnits,
        merge_villages::MergeVillages,
        move_village::{GiveVillageAway, ReceiveVillage},
    },
};
use caunoi_domain::{people::actor::Actor, problem::What, unit::village::Basis};
use caunoi_store::{search, village};
use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{
    kit::{Page, Site, Visitor, refused},
    scene,
};

/// The list of villages as its office sends a form of it.
async fn change(clerk: &mut Visitor, address: &str, fields: &[(&str, &str)]) -> Page {
    let page = clerk.get("/cong-viec/thon").await;
    let (csrf, key) = (page.field("csrf"), page.field("key"));
    let all: Vec<(&str, &str)> = [("csrf", csrf.as_str()), ("key", key.as_str())].into_iter().chain(fields.iter().copied()).collect();
    clerk.submit(address, &all).await
}

/// The id of the village of that name, as a form offers it.
fn id_of(page: &Page, name: &str) -> String {
    let at = page.html.find(&format!(">{name}</option>")).unwrap_or_else(|| panic!("no {name} in {}", page.text()));
    page.html[..at].rsplit_once("value=\"").unwrap().1.split('"').next().unwrap().to_owned()
}

/// Everything between the field of villages of the sending form and its end: what a person can choose.
async fn offered(site: &Site, code: &str) -> String {
    site.visitor().get(&format!("/gui-y-kien?xa={code}&loai=petition")).await.text()
}

on_both! {
    async fn s1_6_a_former_name_is_found_and_says_what_it_is_now(db: Fresh) {
        let site = Site::new(db).await;
        site.app.carry_out(&Actor::System, LoadUnits::default()).await.unwrap();
        let mut v = site.visitor();
        for query in ["Tu%E1%BA%A5n%20H%C6%B0ng%20(c%C5%A9)", "Tu%E1%BA%A5n%20H%C6%B0ng", "tuan%20hung", "xa%20tuan%20hung%20kim%20thanh"] {
            for page in ["/?q=", "/tim-kiem?q="] {
                let found = v.get(&format!("{page}{query}")).await;
                found
                    .says("Xã Tuấn Hưng")
                    .says("Huyện Kim Thành, Tỉnh Hải Dương")
                    .says("chưa xác nhận")
                    .says("Xã Lai Khê")
                    .says("Xã Nam An Phụ");
                assert_eq!(found.link("/xa/tuan"), "/xa/tuan-hung-kim-thanh");
            }
        }
        let page = v.get("/xa/tuan-hung-kim-thanh").await;
        page.says("Đơn vị hành chính cũ")
            .says("Chưa xác nhận")
            .says("Chưa rõ mã")
            .says("Có nguồn nhắc đến vào 2014")
            .says("Sau đó là Xã Tuấn Việt Huyện Kim Thành, Tỉnh Hải Dương chưa xác nhận")
            .says("Nay là Xã Lai Khê");
        v.get("/xa/tuan-hung-kim-thanh?lang=en").await.says("Code not known").says("Former administrative unit");
        // A bare name never resolves to a namesake: each with what was above it then, and when.
        let many = v.get("/?q=Nam%20H%E1%BB%93ng&lang=vi").await;
        many.says("Xã Nam Hồng Huyện Nam Sách, Tỉnh Hải Dương")
            .says("Xã Nam Hồng Tỉnh Ninh Bình")
            .says("Huyện Đông Anh")
            .says("Huyện Tiền Hải");
        // The place whose whole name stands in what was typed goes before others that have all of its words.
        for (query, first) in [
            ("Nam%20H%E1%BB%93ng%20Nam%20S%C3%A1ch", "Nơi tìm thấy Xã Nam Hồng Huyện Nam Sách"),
            ("kim%20tan%20kim%20thanh", "Nơi tìm thấy Tên cũ: Xã Kim Tân (Huyện Kim Thành). Nay là Xã An Thành"),
        ] {
            v.get(&format!("/?q={query}")).await.says(first);
        }
        v.get("/?q=Nam%20Ch%C3%ADnh%20Nam%20S%C3%A1ch")
            .await
            .says("Xã Nam Chính Huyện Nam Sách, Tỉnh Hải Dương")
            .says("Nay được cho là (chưa xác nhận): Xã Trần Phú");
        let asked = v.get("/gui-y-kien?noi=Tu%E1%BA%A5n%20H%C6%B0ng&buoc=1").await;
        asked.says("Xã Lai Khê").says("Xã Nam An Phụ");
        // A district is a page of its own, with the communes that it had.
        v.get("/?q=Huy%E1%BB%87n%20Kim%20B%C3%B4i").await.says("Huyện Kim Bôi Tỉnh Hòa Bình Tên cũ, đến hết ngày 30/6/2025");
        v.get("/huyen/153").await.says("Huyện Kim Bôi").says("Tỉnh Hòa Bình").says("Các đơn vị trực thuộc");
        v.get("/tinh/17").await.says("Tỉnh Hòa Bình").says("Nay là Tỉnh Phú Thọ");
        v.get("/tinh/30?on=2025-06-30").await.link("/quy-che?noi=30.before_2025&#38;ngay=2025-06-30");
    }

    async fn l10_a_code_of_two_units_shows_the_one_of_the_day(db: Fresh) {
        let site = Site::new(db).await;
        site.app.carry_out(&Actor::System, LoadUnits::default()).await.unwrap();
        let mut v = site.visitor();
        v.get("/xa/10966").await.says("Xã Bình Giang").link("/xa/10966?on=2026-11-23");
        v.get("/xa/10966?on=2026-01-01")
            .await
            .says("Xã Bình Giang Thành phố Hải Phòng")
            .says("Từ ngày 01/7/2025")
            .says("Cùng mã này vào thời gian khác Xã Tân Việt");
        let then = v.get("/xa/10966?on=2025-06-30").await;
        then.says("Xã Tân Việt Huyện Bình Giang, Tỉnh Hải Dương").says("Nay là Xã Bình Giang").hides("đã chia");
        // A divided unit asks instead of guessing, whatever share the list gives.
        let divided = v.get("/xa/10768?on=2025-06-30").await;
        divided.says("Đơn vị này đã chia về 2 nơi").says("không đoán").says("Xã Lai Khê").says("Xã Nam An Phụ").says("một phần");
        let asked = v.get("/gui-y-kien?noi=Tu%E1%BA%A5n%20Vi%E1%BB%87t%20Kim%20Th%C3%A0nh").await;
        asked.says("Xã Lai Khê").says("Xã Nam An Phụ");
        // A day of no unit, and a code of none.
        let none = v.get(&format!("/xa/{VAN_TRACH}?on=2020-01-01")).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        none.says("Ngày 01/01/2020 không có đơn vị nào mang mã này").link(&format!("/xa/{VAN_TRACH}"));
        for nothing in ["/xa/99999?on=2026-01-01", "/huyen/31", "/xa/153", "/tinh/10966?on=2025-06-30"] {
            assert_eq!(v.get(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
        }
    }

    async fn s0_20_a_village_of_a_seed_is_found_in_its_old_and_its_new_commune(db: Fresh) {
        let site = Site::new(db).await;
        site.app.carry_out(&Actor::System, LoadUnits::default()).await.unwrap();
        let mut v = site.visitor();
        for query in ["thon%20huong%20xuan%20hoa", "thon%20huong%20van%20xuan", "th%C3%B4n%20H%C6%B0%C6%A1ng%20V%C5%A9%20Th%C6%B0"] {
            let found = v.get(&format!("/tim-kiem?q={query}&loai=noi-o")).await;
            found.says("Thôn Hương Xã Xuân Hòa, Tỉnh Thái Bình").says("Nay là: Xã Vạn Xuân , Tỉnh Hưng Yên");
            v.get(&found.link("/xa/13201")).await.says("Xã Xuân Hòa Huyện Vũ Thư, Tỉnh Thái Bình").says("Thôn, tổ dân phố Thôn Hương");
        }
    }

    async fn s0_20_what_was_said_in_a_village_is_found_after_it_is_renamed_and_moved(db: Fresh) {
        let site = Site::new(db).await;
        let sent = scene::send(&site, "thon").await;
        let publish =
            Publish { item: sent.item_public_id, title: "Cống sập".to_owned(), body: "Hai cống bị sập sau mưa.".to_owned() };
        site.app.carry_out(&Actor::System, publish).await.unwrap();
        let mut clerk = site.officer("vanthu.vantrach").await;
        let list = clerk.get("/cong-viec/thon").await;
        list.says("Thôn Bến Gỗ").says("Dựng ra để trình diễn").says("Chưa có thay đổi nào được ghi");
        let old = id_of(&list, "Thôn Bến Gỗ");
        let basis = [("on_day", "01/3/2026"), ("paper", "12/NQ-HĐND")];
        let renamed =
            change(&mut clerk, "/cong-viec/thon/doi-ten", &[&[("village", old.as_str()), ("name", "Thôn Bến Mới")], &basis[..]].concat())
                .await;
        renamed.says("Thôn Bến Gỗ Đổi tên Thôn Bến Mới 01/3/2026 12/NQ-HĐND");
        let new = id_of(&renamed, "Thôn Bến Mới");
        let mut v = site.visitor();
        // The opinion keeps the village of its day; both names find it, and the old one says what it is now.
        v.get(&format!("/xa/{VAN_TRACH}/y-kien?thon={old}")).await.says("Cống sập").says("Thôn Bến Gỗ (đến hết ngày 28/02/2026)");
        v.get(&format!("/xa/{VAN_TRACH}/y-kien?thon={new}")).await.says("Cống sập").says("Thôn Bến Gỗ");
        v.get("/?q=ben%20go").await.says("Thôn Bến Gỗ").says("Thôn, tổ dân phố cũ").says("Nay là: Thôn Bến Mới");
        let choices = offered(&site, VAN_TRACH).await;
        assert!(choices.contains("Thôn Bến Mới") && !choices.contains("Thôn Bến Gỗ"), "{choices}");
        // To another commune: given away by its office, received by the other, never written into its list from outside.
        let wrong = change(
            &mut clerk,
            "/cong-viec/thon/chuyen",
            &[("village", new.as_str()), ("to", VAN_TRACH), ("on_day", "01/6/2026"), ("paper", "9/NQ")],
        )
        .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Ghi mã của một xã, phường, đặc khu khác hiện nay");
        assert!(wrong.html.contains("value=\"9/NQ\""), "what was typed is kept");
        let given = change(
            &mut clerk,
            "/cong-viec/thon/chuyen",
            &[("village", new.as_str()), ("to", DONG_LAM), ("on_day", "01/6/2026"), ("paper", "9/NQ")],
        )
        .await;
        given.says("Đang chuyển sang Phường Đông Lãm");
        v.get(&format!("/xa/{VAN_TRACH}")).await.says("Thôn Bến Mới");
        let mut other = site.officer("vanthu.donglam").await;
        let arriving = other.get("/cong-viec/thon").await;
        arriving.says("Thôn Bến Mới, từ Xã Vân Trạch, có hiệu lực ngày 01/6/2026, theo 9/NQ");
        let receive = arriving.link("/cong-viec/thon/tiep-nhan/");
        let stranger = clerk.get("/cong-viec/thon").await;
        let refused = clerk.post(&receive, &[("csrf", &stranger.field("csrf")), ("key", "k")]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "only the commune that receives");
        let received = other.submit(&receive, &[("csrf", &arriving.field("csrf")), ("key", "k")]).await;
        received.says("Thôn Bến Mới, Xã Vân Trạch Chuyển xã Thôn Bến Mới, Phường Đông Lãm");
        let moved = id_of(&received, "Thôn Bến Mới");
        v.get(&format!("/xa/{DONG_LAM}/y-kien?thon={moved}")).await.says("Cống sập").says("Thôn Bến Gỗ");
        v.get(&format!("/xa/{VAN_TRACH}/y-kien?thon={old}")).await.says("Cống sập");
        v.get("/tim-kiem?q=ben%20moi%20dong%20lam").await.says("Thôn Bến Mới Phường Đông Lãm, Thành phố Hải Phòng");
        assert!(!offered(&site, VAN_TRACH).await.contains("Thôn Bến Mới") && offered(&site, DONG_LAM).await.contains("Thôn Bến Mới"));
        let rows = caunoi_testkit::every_row(site.database()).await;
        assert!(rows.lines().any(|l| l.starts_with("event:") && l.contains("village.moved")), "it is on the record");
        assert!(!rows.lines().any(|l| l.starts_with("event:") && (l.contains("Bến") || l.contains("NQ"))), "ids only");
    }

    async fn the_whole_list_of_villages_is_pasted_at_once_and_taken_whole_or_not_at_all(db: Fresh) {
        let site = Site::new(db).await;
        let mut clerk = site.officer("vanthu.vantrach").await;
        let mut v = site.visitor();
        let before = v.get(&format!("/xa/{VAN_TRACH}")).await;
        let paste = |names: &'static str| [("names", names), ("on_day", ""), ("paper", "danh sách của Văn phòng")];
        // One is there already however it is typed, one stands twice: both are named, and none is added.
        let wrong = change(&mut clerk, "/cong-viec/thon", &paste("Thôn Đông\n thôn  bến gỗ\nThôn Tây\nTHÔN ĐÔNG\n")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Tên “thôn bến gỗ” đã có trong danh sách").says("Tên “THÔN ĐÔNG” đã có").says("Thôn Tây");
        assert!(!offered(&site, VAN_TRACH).await.contains("Thôn Tây"));
        let none = change(&mut clerk, "/cong-viec/thon", &paste("\n \n")).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let listed = change(&mut clerk, "/cong-viec/thon", &paste("Thôn Đông\r\n\r\nThôn Tây\r\n")).await;
        listed.says("Thôn Đông Không ghi danh sách của Văn phòng").says("Thôn Tây Không ghi danh sách của Văn phòng");
        let choices = offered(&site, VAN_TRACH).await;
        assert!(choices.contains("Thôn Đông") && choices.contains("Thôn Tây"), "{choices}");
        let after = v.get(&format!("/xa/{VAN_TRACH}")).await;
        after.says("Thôn Tây");
        assert_ne!(before.headers["etag"], after.headers["etag"], "what people keep of the page is not taken for today's");
    }

    async fn what_the_list_of_villages_does_not_offer_its_verbs_refuse(db: Fresh) {
        let site = Site::new(db).await;
        let clerk = site.actor("vanthu.vantrach").await;
        let unit_id = world::unit(VAN_TRACH);
        let (a, b) = (world::village(VAN_TRACH, 1), world::village(VAN_TRACH, 2));
        let basis = || Basis { on: jiff::civil::date(2026, 4, 1), paper: "3/NQ".to_owned() };
        let divide = |names: &[&str]| DivideVillage {
            unit_id: unit_id.clone(),
            village: a.clone(),
            names: names.iter().map(|n| (*n).to_owned()).collect(),
            basis: basis(),
        };
        assert_eq!(refused(&site, &clerk, divide(&["Thôn Bến Một", "thôn bến  một"])).await, ("names", What::SameName));
        let merge = |villages: [&String; 2]| MergeVillages {
            unit_id: unit_id.clone(),
            villages: villages.into_iter().cloned().collect(),
            name: "Thôn Liên Hợp".to_owned(),
            basis: basis(),
        };
        assert_eq!(refused(&site, &clerk, merge([&a, &a])).await, ("villages", What::Number { min: 2, max: 9 }));
        // On its way once, not twice; and where the other commune has the name already, it is not received.
        let give = || GiveVillageAway { unit_id: unit_id.clone(), village: a.clone(), to_code: DONG_LAM.to_owned(), basis: basis() };
        let id = site.app.carry_out(&clerk, give()).await.unwrap();
        assert!(matches!(refused(&site, &clerk, give()).await, ("", What::NotNow { .. })));
        let there = site.actor("vanthu.donglam").await;
        let name = village::find(&mut site.app.store.read().await.unwrap(), &a).await.unwrap().unwrap().name;
        let twin = AddVillages { unit_id: world::unit(DONG_LAM), names: vec![name], from_on: None, paper: "1/NQ".to_owned() };
        site.app.carry_out(&there, twin).await.unwrap();
        let receive = ReceiveVillage { unit_id: world::unit(DONG_LAM), id };
        assert_eq!(refused(&site, &there, receive).await, ("village", What::SameName));
        // What was merged is found by what it became.
        let c = world::village(VAN_TRACH, 3);
        site.app.carry_out(&clerk, merge([&b, &c])).await.unwrap();
        let mut conn = site.app.store.read().await.unwrap();
        let old = village::find(&mut conn, &b).await.unwrap().unwrap().name;
        let query = format!("{old} lien hop");
        let hits = search::find(&mut conn, search::Wanted::of(&query, "village", 5)).await.unwrap();
        assert!(hits.iter().any(|h| h.reference == b), "{hits:?}");
    }

    async fn villages_are_merged_and_divided_and_nobody_guesses_a_part(db: Fresh) {
        let site = Site::new(db).await;
        let sent = scene::send(&site, "thon").await;
        let publish =
            Publish { item: sent.item_public_id, title: "Cống sập".to_owned(), body: "Hai cống bị sập sau mưa.".to_owned() };
        site.app.carry_out(&Actor::System, publish).await.unwrap();
        let mut clerk = site.officer("quantri.vantrach").await;
        let list = clerk.get("/cong-viec/thon").await;
        let (a, b) = (id_of(&list, "Thôn Bến Gỗ"), id_of(&list, "Thôn Hạ"));
        let one = change(
            &mut clerk,
            "/cong-viec/thon/nhap",
            &[("villages", &a), ("name", "Thôn Bến Hạ"), ("on_day", "1/4/2026"), ("paper", "3/NQ")],
        )
        .await;
        assert_eq!(one.status, StatusCode::UNPROCESSABLE_ENTITY);
        let merged = change(
            &mut clerk,
            "/cong-viec/thon/nhap",
            &[("villages", &a), ("villages", &b), ("name", "Thôn Hạ"), ("on_day", "1/4/2026"), ("paper", "3/NQ")],
        )
        .await;
        merged.says("Thôn Bến Gỗ Sáp nhập Thôn Hạ 01/4/2026 3/NQ").says("Thôn Hạ Sáp nhập Thôn Hạ");
        let whole = id_of(&merged, "Thôn Hạ");
        let mut v = site.visitor();
        v.get(&format!("/xa/{VAN_TRACH}/y-kien?thon={whole}")).await.says("Cống sập");
        let again = change(
            &mut clerk,
            "/cong-viec/thon/doi-ten",
            &[("village", &a), ("name", "Thôn Khác"), ("on_day", "2/4/2026"), ("paper", "4/NQ")],
        )
        .await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "what has ended does not change any more");
        let taken = change(
            &mut clerk,
            "/cong-viec/thon/chia",
            &[("village", &whole), ("names", "Thôn Hạ 1\nThôn Thượng"), ("on_day", "1/9/2026"), ("paper", "5/NQ")],
        )
        .await;
        taken.says("Trong xã, phường đã có thôn, tổ dân phố mang tên này").says("Thôn Hạ 1");
        let divided = change(
            &mut clerk,
            "/cong-viec/thon/chia",
            &[("village", &whole), ("names", "Thôn Hạ 1\nThôn Hạ 2"), ("on_day", "1/9/2026"), ("paper", "5/NQ")],
        )
        .await;
        divided.says("Thôn Hạ Chia Thôn Hạ 1").says("Thôn Hạ Chia Thôn Hạ 2");
        let part = id_of(&divided, "Thôn Hạ 1");
        v.get(&format!("/xa/{VAN_TRACH}/y-kien?thon={part}")).await.says("Không có ý kiến nào trong mục này");
        v.get(&format!("/xa/{VAN_TRACH}/y-kien?thon={whole}")).await.says("Cống sập");
        v.get("/?q=th%C3%B4n%20h%E1%BA%A1%20v%C3%A2n%20tr%E1%BA%A1ch").await.says("Nay là một trong các nơi sau, tùy thôn nơi ông/bà ở");
        let future = change(&mut clerk, "/cong-viec/thon", &[("names", "Thôn Mới"), ("on_day", "1/1/2030"), ("paper", "6/NQ")]).await;
        assert_eq!(future.status, StatusCode::UNPROCESSABLE_ENTITY);
        change(&mut clerk, "/cong-viec/thon", &[("names", "Thôn Mới"), ("on_day", ""), ("paper", "6/NQ")])
            .await
            .says("Thôn Mới Không ghi 6/NQ");
        for login in ["mttq.vantrach", "chutich.vantrach", "kinhte.vantrach", "vanphong.thanhpho"] {
            let mut o = site.officer(login).await;
            assert_eq!(o.get("/cong-viec/thon").await.status, StatusCode::NOT_FOUND, "{login}");
        }
    }
}
