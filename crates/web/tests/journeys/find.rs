//! Finding and reading: a stranger without account, script or cookie.

use caunoi_app::{demo::world::VAN_TRACH, opinion::publish::Publish};
use caunoi_domain::people::actor::Actor;
use caunoi_store::publication_policy::{self, PolicyLine};
use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{
    kit::Site,
    scene::{self, CANARIES},
};

on_both! {
    async fn s2_6_an_answer_is_found_in_three_steps(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.visitor();
        let places = v.get("/?q=VAN%20TRACH").await;
        places.says("Xã Vân Trạch").says("Thành phố Hải Phòng").says("Dựng ra để trình diễn");
        let commune = v.get(&places.link(&format!("/xa/{VAN_TRACH}"))).await;
        commune.says("Đơn vị này được dựng ra để trình diễn").says("Mương tiêu thôn Bến Gỗ tắc").says("Đối thoại về nước sạch");
        commune.link(&format!("/gui-y-kien?xa={VAN_TRACH}"));
        let thread = v.get(&commune.link(&scene.done)).await;
        thread.says("Đã nạo vét 680 m mương");
        // By words the same answer is two steps away.
        let found = v.get("/tim-kiem?q=muong%20ben%20go").await;
        found.says("Mương tiêu thôn Bến Gỗ tắc").says("Xã Vân Trạch, Thành phố Hải Phòng");
        assert_eq!(found.link("/y-kien/"), scene.done);
    }

    async fn the_days_of_a_search_are_both_among_those_that_are_searched(db: Fresh) {
        let site = Site::new(db).await;
        let sent = scene::send(&site, "ngay").await;
        let text = Publish { item: sent.item_public_id, title: "Cống sập".into(), body: "Hai cống bị sập sau mưa.".into() };
        site.app.carry_out(&Actor::System, text).await.unwrap();
        let mut v = site.visitor();
        for (days, found) in [
            ("tu=23/11/2026&den=23/11/2026", true),
            ("den=22/11/2026", false),
            ("tu=24/11/2026", false),
            ("tu=01/11/2026&den=30/11/2026", true),
        ] {
            let page = v.get(&format!("/tim-kiem?q=cong%20sap&{days}")).await;
            assert_eq!(page.html.contains("href=\"/y-kien/"), found, "{days}: {}", page.text());
        }
        // A place is named as people name it; its code is nothing that they know.
        for place in ["van%20trach", "X%C3%A3%20V%C3%A2n%20Tr%E1%BA%A1ch", VAN_TRACH] {
            let page = v.get(&format!("/tim-kiem?q=cong%20sap&xa={place}")).await;
            assert!(page.html.contains("href=\"/y-kien/"), "{place}: {}", page.text());
        }
        // Where something is wrong nothing was looked for.
        let wrong = v.get("/tim-kiem?q=cong%20sap&xa=khongconoinao").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.hides("Chưa tìm thấy gì");
    }

    async fn a_village_is_found_with_its_commune_and_province(db: Fresh) {
        let site = Site::new(db).await;
        let page = site.visitor().get("/?q=b%E1%BA%BFn%20g%E1%BB%97").await;
        page.says("Thôn Bến Gỗ").says("Xã Vân Trạch, Thành phố Hải Phòng");
        assert_eq!(page.link("/xa/"), format!("/xa/{VAN_TRACH}"));
        site.visitor().get("/?q=khongconoinao").await.says("Chưa tìm thấy nơi nào tên “khongconoinao”").says("chỉ gõ tên riêng");
        site.visitor().get("/?q=khongconoinao&lang=en").await.says("No place called “khongconoinao” was found");
    }

    async fn empty_pages_say_what_to_do_first(db: Fresh) {
        let site = Site::new(db).await;
        let mut v = site.visitor();
        v.get("/").await.says("Chưa có cuộc đối thoại nào được thông báo").says("Nhập mã trên phiếu");
        let commune = v.get(&format!("/xa/{VAN_TRACH}")).await;
        commune.says("Chưa có ý kiến nào được công bố. Ông/bà là người đầu tiên");
        v.get(&format!("/xa/{VAN_TRACH}/y-kien")).await.says("Không có ý kiến nào trong mục này");
        v.get(&format!("/xa/{VAN_TRACH}/doi-thoai")).await.says("Ông/bà gửi ý kiến để được chọn vào nội dung cuộc tới");
        v.get("/tim-kiem?q=khongco").await.says("Chưa tìm thấy gì với “khongco”").says("Gõ ít chữ hơn");
    }

    async fn s1_3_the_public_follows_progress_with_state_and_day_and_no_person(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.visitor();
        let thread = v.get(&scene.done).await;
        thread.says("Kết luận ngày 29/6/2026").says("Chưa giải quyết: đang giải quyết").says("Ghi trong thông báo, không thay đổi");
        thread.says("Hiện nay, 23/11/2026").says("Đã giải quyết, chờ người dân trả lời").says("19/12/2026");
        thread.says("Thủy lợi nội đồng trước vụ mùa").says("Đối thoại với Nhân dân ba thôn");
        v.get(&scene.late).await.says("Quá hạn 7 ngày").says("Phòng Kinh tế xã").says("Chưa có kết luận của đối thoại");
        let english = v.get(&format!("{}?lang=en", scene.done)).await;
        english.says("Outcome of 29/6/2026").says("Today, 23/11/2026");
    }

    async fn p20_a_share_is_shown_from_as_many_opinions_on_as_the_policy_says(db: Fresh) {
        struct Least(i64);
        impl caunoi_app::Verb for Least {
            type Done = ();
            async fn carry_out(&self, tx: &mut caunoi_store::Tx<'_>, cx: &caunoi_app::Cx) -> Result<(), caunoi_app::Refusal> {
                let line = PolicyLine { name: "least_shown".into(), value: self.0, basis: "thử".into() };
                Ok(publication_policy::set(tx, &cx.id(), "D0001.demo", &line, cx.now_us + self.0).await?)
            }
        }
        let site = Site::new(db).await;
        scene::put_up(&site).await;
        let share = "Đã giải quyết 1 trong 2 ý kiến đã công bố (50%)";
        let at = format!("/xa/{VAN_TRACH}");
        site.visitor().get(&at).await.hides(share).says("khi có từ 10 ý kiến công bố trở lên mới nêu");
        site.app.carry_out(&Actor::System, Least(2)).await.unwrap();
        site.visitor().get(&at).await.says(share);
        site.app.carry_out(&Actor::System, Least(3)).await.unwrap();
        site.visitor().get(&at).await.hides(share).says("khi có từ 3 ý kiến");
    }

    async fn a_number_of_the_commune_opens_exactly_its_rows(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.visitor();
        let commune = v.get(&format!("/xa/{VAN_TRACH}")).await;
        commune.says("2 ý kiến đã công bố").says("1 đã giải quyết").says("0 người dân đồng ý");
        let resolved = v.get(&commune.link(&format!("/xa/{VAN_TRACH}/y-kien?trang-thai=da-giai-quyet"))).await;
        resolved.says("Mương tiêu thôn Bến Gỗ tắc");
        assert!(!resolved.text().contains("Đèn đường"), "only what is resolved");
        let late = v.get(&commune.link(&format!("/xa/{VAN_TRACH}/y-kien?trang-thai=qua-han"))).await;
        late.says("Đèn đường chợ Cầu Đá không sáng");
        assert!(late.html.contains(&scene.late) && !late.html.contains(&scene.done));
        let agreed = v.get(&commune.link(&format!("/xa/{VAN_TRACH}/y-kien?trang-thai=nguoi-dan-dong-y"))).await;
        agreed.says("Không có ý kiến nào trong mục này");
        let village = v.get(&format!("/xa/{VAN_TRACH}/y-kien?thon={VAN_TRACH}-v2")).await;
        village.says("Không có ý kiến nào trong mục này");
    }

    async fn what_is_not_published_answers_as_what_is_not_there(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.visitor();
        let nothing = v.get("/y-kien/0000000000099").await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND);
        for hidden in [
            &scene.hidden,
            &scene.withheld,
            &scene.hidden_issue,
            &scene.draft,
            "/ket-luan/000000000001n",
            "/xa/99999",
            "/tinh/99",
            "/y-kien/../x",
            "/xa/31",
        ] {
            let page = v.get(hidden).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{hidden}");
            assert_eq!(page.text(), nothing.text(), "{hidden} betrays that it is there");
        }
        let shouted = v.get(&scene.done.to_uppercase().replace("/Y-KIEN", "/y-kien")).await;
        assert_eq!(shouted.status, StatusCode::OK, "another spelling of the id leads to the right address");
        v.get(&format!("/xa/{VAN_TRACH}?on=2020-01-01")).await.says("Ngày 01/01/2020 không có đơn vị nào mang mã này");
    }

    async fn no_private_datum_is_on_any_public_page(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        for address in scene.open() {
            for lang in ["vi", "en"] {
                let mut v = site.visitor();
                let mark = if address.contains('?') { '&' } else { '?' };
                let page = v.get(&format!("{address}{mark}lang={lang}")).await;
                assert_eq!(page.status, StatusCode::OK, "{address}");
                for canary in CANARIES {
                    assert!(!page.html.contains(canary), "{address} betrays {canary}");
                }
            }
        }
        let mut v = site.visitor();
        for words in ["KIN NGUYEN VAN", "KIN TIEU DE", "cam hoang oanh", "0912345678"] {
            v.get(&format!("/tim-kiem?q={}", words.replace(' ', "%20"))).await.says("Chưa tìm thấy gì");
        }
    }

    async fn a_dialogue_shows_lead_time_contents_and_the_three_groups_with_today(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.visitor();
        let held = v.get(&scene.concluded).await;
        held.says("Báo trước 9 ngày").says("Mức tối thiểu: 7 ngày").says("Luật Tổ chức chính quyền địa phương 2025, Điều 43");
        held.says("Ủy quyền cho cấp phó").says("Giấy ủy quyền 03/GUQ-UBND");
        held.says("I. Đã giải quyết: 1 việc").says("II. Chưa giải quyết: 1 việc").says("III. Kiến nghị cấp trên giải quyết: 0 việc");
        held.says("Nạo vét mương tiêu Bến Gỗ").says("Hiện nay: Đã giải quyết, chờ người dân trả lời").says("42/TB-UBND");
        held.link("/thong-bao/");
        held.says("1. Kết quả giải quyết kiến nghị kỳ trước 2. Các nội dung đối thoại 3. Kết luận của người chủ trì");
        let announced = v.get(&scene.announced).await;
        announced.says("7 giờ 30, Thứ Bảy, 28/11/2026").says("Báo trước 5 ngày").says("Lý do thông báo muộn: Mưa bão, phải đổi ngày");
        announced.says("Ông/bà đến trực tiếp.");
        let conclusion = v.get(&held.link("/ket-luan/")).await;
        conclusion.says("Ghi trong thông báo, không thay đổi").says("Hiện nay, 23/11/2026");
        v.get(&scene.private_conclusion).await.says("Ý kiến của việc này không công bố");
        v.get(&scene.conclusion).await.says("Đã nạo vét 680 m mương");
        v.get(&scene.issue).await.says("1 ý kiến đã công bố, trong đó 1 đã giải quyết").says("Mương tiêu thôn Bến Gỗ tắc");
    }

    async fn public_pages_are_asked_about_by_etag_and_set_no_cookie(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.visitor();
        for address in scene.open() {
            let page = v.get(&address).await;
            assert_eq!(page.headers["cache-control"], "public, max-age=0, must-revalidate", "{address}");
            assert!(!page.headers.contains_key("set-cookie"), "{address}");
            let tag = page.headers["etag"].to_str().unwrap().to_owned();
            assert!(tag.starts_with('"'), "strong");
            let again = v.get_if_none_match(&address, &tag).await;
            assert_eq!((again.status, again.html.len()), (StatusCode::NOT_MODIFIED, 0), "{address}");
            assert_eq!(v.get_if_none_match(&address, "\"x\"").await.status, StatusCode::OK);
            let english = site.visitor().get(&format!("{address}{}lang=en", if address.contains('?') { '&' } else { '?' })).await;
            assert_ne!(english.headers["etag"], page.headers["etag"], "{address}");
        }
        assert_eq!(v.get("/khong-co").await.headers["cache-control"], "no-store");
    }

    async fn a_first_view_weighs_at_most_60_kb_in_at_most_5_requests(db: Fresh) {
        let site = Site::new(db).await;
        let scene = scene::put_up(&site).await;
        let mut v = site.visitor();
        for address in scene.open() {
            let page = v.get(&address).await;
            let mut weight = page.html.len();
            let assets: std::collections::BTreeSet<&str> =
                page.html.match_indices("/tai-nguyen/").map(|(at, _)| page.html[at..].split('"').next().unwrap()).collect();
            for asset in &assets {
                weight += v.get(asset).await.html.len();
            }
            assert!(weight <= 60_000, "{address}: {weight} bytes");
            assert!(assets.len() < 5, "{address}: {assets:?}");
            assert!(!page.html.contains("<script") && !page.html.contains("style=\""), "{address}");
        }
    }

    async fn a_chosen_language_stays_and_so_do_the_words_typed(db: Fresh) {
        let site = Site::new(db).await;
        scene::put_up(&site).await;
        let mut v = site.visitor();
        let found = v.get("/tim-kiem?q=muong&loai=y-kien").await;
        let switch = found.link("/tim-kiem?q=muong&#38;loai=y-kien&#38;lang=en").replace("&#38;", "&");
        v.get(&switch).await.says("1 result").says("Mương tiêu thôn Bến Gỗ tắc");
        v.get(&format!("/xa/{VAN_TRACH}")).await.says("Next dialogue");
        let first = v.get("/?lang=vi").await;
        first.says("Tìm nơi ở");
        v.get(&format!("/xa/{VAN_TRACH}")).await.says("Cuộc đối thoại sắp tới");
        // The browser still has that page from the last time: its answer has no page, and the choice is kept all the same.
        v.get("/?lang=en").await;
        let good = v.get_if_none_match("/?lang=vi", first.headers["etag"].to_str().unwrap()).await;
        assert_eq!(good.status, StatusCode::NOT_MODIFIED);
        v.get(&format!("/xa/{VAN_TRACH}")).await.says("Cuộc đối thoại sắp tới");
    }

    async fn s0_20_an_opinion_is_found_by_its_village(db: Fresh) {
        let site = Site::new(db).await;
        let sent = scene::send(&site, "thon").await;
        let publish =
            Publish { item: sent.item_public_id, title: "Cống sập".to_owned(), body: "Hai cống bị sập sau mưa.".to_owned() };
        site.app.carry_out(&Actor::System, publish).await.unwrap();
        let found = site.visitor().get("/tim-kiem?q=cong%20sap%20ben%20go").await;
        found.says("Cống sập").says("Xã Vân Trạch, Thành phố Hải Phòng. Thôn Bến Gỗ");
        let village = site.visitor().get(&format!("/xa/{VAN_TRACH}/y-kien?thon={VAN_TRACH}-v1")).await;
        village.says("Cống sập").hides("KÍN-NGUYÊN-VĂN");
    }

    async fn a_province_lists_its_communes_and_keeps_the_invented_apart(db: Fresh) {
        let site = Site::new(db).await;
        scene::put_up(&site).await;
        let page = site.visitor().get("/tinh/31").await;
        page.says("Thành phố Hải Phòng")
            .says("114 xã, phường, đặc khu")
            .says("Dựng ra để trình diễn, không tính vào số liệu Phường Đông Lãm Xã Vân Trạch");
        page.says("Đối thoại về nước sạch");
    }
}
