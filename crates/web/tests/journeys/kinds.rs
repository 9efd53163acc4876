//! Every kind of dialogue, and what is none: filters and counts, co-chair, sites, documents, clashes, postponement, a
//! superior head in a commune, voter meetings beside (issue B, point 4).

use caunoi_app::{
    dialogue::{DraftDialogue, HoldDialogue},
    plan::SetPlanRule,
};
use caunoi_domain::{
    dialogue::{
        draft::{TypedDraft, draft},
        plan_rule::{TypedRule, rule},
        scope::TypedScope,
    },
    opinion::{step::Step, tracking_code::PublicId},
    people::actor::Actor,
    problem::What,
};
use caunoi_store::dialogue;
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    kit::{Page, Site, Visitor},
    plan::{DRAFT, draft_with, press, with_contents},
};

const YEAR: &str = "/cong-viec/ke-hoach/thuc-hien?nam=2026";

/// The fields of a draft with some of them changed or added.
fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<(&str, &str)> = DRAFT.iter().filter(|(n, _)| !changes.iter().any(|(c, _)| c == n)).copied().collect();
    all.extend(changes.iter().filter(|(_, v)| !v.is_empty()));
    all
}

/// Drafts a dialogue with these changes; answers its address.
pub async fn drafted(thu: &mut Visitor, changes: &[(&str, &str)]) -> String {
    let page = draft_with(thu, &with(changes)).await;
    page.location.clone().unwrap_or_else(|| panic!("not drafted: {}", page.text()))
}

/// Drafted, approved, its contents too, and announced; answers its address.
async fn announced(site: &Site, changes: &[(&str, &str)]) -> String {
    let mut thu = site.officer("vanthu.vantrach").await;
    let base = drafted(&mut thu, changes).await;
    press(&mut thu, &base, &format!("{base}/trinh"), &[]).await;
    let mut chair = site.officer("chutich.vantrach").await;
    press(&mut chair, &base, &format!("{base}/duyet"), &[]).await;
    with_contents(site, &base).await;
    crate::hall::documented_at(site, &base).await;
    press(&mut thu, &format!("{base}/bao-truoc"), &format!("{base}/bao-truoc"), &[]).await.says("Ngày thông báo");
    base
}

/// The public address of a dialogue.
fn public(base: &str) -> String {
    base.replace("/cong-viec", "")
}

fn id_of(base: &str) -> i64 {
    PublicId::parse(base.rsplit('/').next().unwrap()).unwrap().to_i64()
}

async fn days_rule(site: &Site, which: &str, days: &str) {
    let typed = TypedRule { rule: which.into(), value: days.into(), citation: "Quy chế thử".into(), ..TypedRule::default() };
    let verb = SetPlanRule { unit_id: "D0001.demo".into(), rule: rule(&typed).unwrap() };
    site.app.carry_out(&Actor::System, verb).await.unwrap();
}

/// The page with plain ampersands in its links.
fn plain(page: Page) -> Page {
    Page { html: page.html.replace("&#38;", "&").replace("&amp;", "&"), ..page }
}

#[track_caller]
fn refused(page: &Page) -> &Page {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
    page
}

on_both! {
    async fn s0_4_three_kinds_filter_and_count(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        drafted(&mut thu, &[("title", "Định kỳ quý IV")]).await;
        drafted(&mut thu, &[("title", "Chuyên đề đất đai"), ("kind", "thematic")]).await;
        drafted(&mut thu, &[("title", "Chuyên đề giáo dục"), ("kind", "thematic"), ("on_day", "10/02/2027")]).await;
        drafted(&mut thu, &[("title", "Đột xuất sau bão"), ("kind", "ad_hoc"), ("pilot", "yes")]).await;
        let list = thu.get("/cong-viec/doi-thoai").await;
        list.says("Mọi loại (4) Định kỳ (1) Chuyên đề (2) Đột xuất (1)");
        thu.get("/cong-viec/doi-thoai?nam=2026&loai=thematic")
            .await
            .says("Chuyên đề (1)")
            .says("Chuyên đề đất đai")
            .hides("Chuyên đề giáo dục")
            .hides("Định kỳ quý IV");
        thu.get("/cong-viec/doi-thoai?chu_tri=D0001-bi-thu")
            .await
            .says("Không có cuộc nào theo lựa chọn này")
            .says("Do Bí thư Đảng ủy xã chủ trì");
        thu.get("/cong-viec/doi-thoai?loai=ad_hoc&trang_thai=draft").await.says("Đột xuất sau bão");
    }

    async fn s1_5_pilots_can_be_shown_apart(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        drafted(&mut thu, &[("title", "Cuộc thường")]).await;
        let pilot = drafted(&mut thu, &[("title", "Cuộc thí điểm một"), ("pilot", "yes")]).await;
        thu.get(&pilot).await.says("Thí điểm Cuộc thí điểm");
        thu.get("/cong-viec/doi-thoai?thi_diem=1").await.says("Cuộc thí điểm một").hides("Cuộc thường").says("Chỉ các cuộc thí điểm");
        thu.get("/cong-viec/doi-thoai?thi_diem=0").await.says("Cuộc thường").hides("Cuộc thí điểm một");
        thu.get(YEAR).await.says("(mỗi cuộc một lần) 0 0 0 0 0 0 2 0 0");
        thu.get(&format!("{YEAR}&thi_diem=1")).await.says("(mỗi cuộc một lần) 0 0 0 0 0 0 1 0 0");
    }

    async fn s1_5_a_pilot_is_announced_with_its_reach_time_and_paper_and_people_see_pilots_apart(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let wrong = draft_with(&mut thu, &with(&[("pilot", "yes"), ("pilot_from", "01/12/2026"), ("pilot_to", "30/11/2026")])).await;
        assert_eq!(refused(&wrong).field("pilot_from"), "01/12/2026");
        let bare = drafted(&mut thu, &[("title", "Thí điểm chưa rõ"), ("pilot", "yes")]).await;
        thu.get(&bare).await.says("Ghi thí điểm cho ai, ở đâu").says("Ghi văn bản cho thí điểm");
        let base = announced(
            &site,
            &[
                ("title", "Đối thoại thí điểm ở Bến Gỗ"),
                ("pilot", "yes"),
                ("pilot_reach", "Thôn Bến Gỗ, Thôn Hạ"),
                ("pilot_from", "01/12/2026"),
                ("pilot_to", "31/3/2027"),
                ("pilot_paper", "14-TB/ĐU"),
            ],
        )
        .await;
        let said = "Thí điểm Cuộc thí điểm: Thôn Bến Gỗ, Thôn Hạ; từ 01/12/2026 đến 31/3/2027; theo 14-TB/ĐU";
        thu.get(&base).await.says(said);
        site.visitor().get(&public(&base)).await.says(said);
        crate::hall::announced(&site, &["Cây gãy đường thôn Hạ"], &["D0001-chu-tich"]).await;
        let mut v = site.visitor();
        v.get("/xa/D0001/doi-thoai")
            .await
            .says("Đối thoại thí điểm ở Bến Gỗ")
            .says("Đối thoại với Nhân dân thôn Bến Gỗ")
            .says("Chỉ cuộc thí điểm")
            .says("Định kỳ (thí điểm)");
        v.get("/xa/D0001/doi-thoai?thi_diem=1").await.says("Đối thoại thí điểm ở Bến Gỗ").hides("Đối thoại với Nhân dân thôn Bến Gỗ");
        thu.get("/cong-viec/doi-thoai").await.says("Chỉ cuộc thí điểm").says("Định kỳ Thí điểm");
        // What is no pilot any more keeps nothing of it.
        let draft = drafted(&mut thu, &[("title", "Thôi thí điểm"), ("pilot_reach", "Thôn Hạ"), ("pilot_paper", "14-TB/ĐU")]).await;
        thu.get(&draft).await.hides("14-TB/ĐU");
    }

    async fn s3_10_who_waits_for_a_dialogue_is_told_that_it_is_postponed_planned_anew_and_cancelled(db: Fresh) {
        let site = Site::new(db).await;
        let hall = crate::hall::announced(&site, &["Mương Bến Gỗ tắc", "Cây gãy đường thôn Hạ"], &["D0001-chu-tich"]).await;
        let day = format!("{}/ngay", hall.base);
        let mut thu = site.officer("vanthu.vantrach").await;
        let why = [("stop_reason", "Bão số 9"), ("paper", "203/UBND-VP")];
        press(&mut thu, &day, &format!("{day}/hoan"), &why).await.says("Hoãn");
        // Who searches does not find the day that was given up.
        let found = site.visitor().get("/tim-kiem?q=doi%20thoai&loai=doi-thoai").await;
        found.says("Thành phố Hải Phòng. Hoãn.").hides("05/12/2026");
        // Nor does the loudspeaker invite to it.
        let loud = format!("{}/ban-tin", public(&hall.base));
        site.visitor()
            .get(&loud)
            .await
            .says("định tổ chức vào Thứ Bảy, ngày mồng năm tháng mười hai năm hai nghìn không trăm hai mươi sáu, được hoãn.")
            .says("Lý do: Bão số 9")
            .hides("Kính mời Nhân dân đến dự");
        let mut conn = site.app.store.read().await.unwrap();
        let d = dialogue::find_public(&mut conn, hall.dialogue).await.unwrap().unwrap();
        let next = caunoi_store::public::village::next_dialogue(&mut conn, &d.unit_id, "2026-11-23").await.unwrap();
        assert!(next.is_none(), "a village head is told of no day that was given up");
        drop(conn);
        let last = async |n: usize| {
            let item = crate::hall::item_of(&site, hall.items[n]).await;
            let step = crate::hall::thread_of(&site, &item).await.pop().unwrap();
            (item.next, step)
        };
        for n in 0..2 {
            let (next, step) = last(n).await;
            assert_eq!(step.on_day, "2026-11-23", "dated");
            assert!(matches!(&step.step, Step::Postponed { reason, paper, .. } if reason == "Bão số 9" && paper == "203/UBND-VP"));
            assert_eq!(
                (next.actor.as_str(), next.due_on.as_deref()),
                ("Văn phòng HĐND và UBND xã", Some("2026-12-13")),
                "who sets a new day, by when"
            );
        }
        let item = PublicId::from_i64(hall.items[0]).to_string();
        site.app
            .carry_out(
                &crate::hall::office(),
                caunoi_app::opinion::publish::Publish {
                    item: hall.items[0], title: "Mương tắc".into(), body: "Mương Bến Gỗ tắc.".into()
                },
            )
            .await
            .unwrap();
        let mut v = site.visitor();
        v.get(&format!("/y-kien/{item}"))
            .await
            .says("Cuộc đối thoại hoãn")
            .says("Lý do: Bão số 9")
            .says("Văn phòng HĐND và UBND xã, hạn Chủ nhật, 13/12/2026");
        // A day that nobody approved is told to nobody.
        press(&mut thu, &day, &format!("{day}/dinh-lai"), &[("on_day", "19/12/2026"), ("at_time", "14h")]).await.says("Đã trình");
        let (next, step) = last(0).await;
        assert_eq!((next.actor.as_str(), next.due_on.as_deref()), ("Chủ tịch UBND xã", Some("2026-12-13")));
        assert!(matches!(step.step, Step::Published), "no further step: {:?}", step.step);
        v.get(&format!("/y-kien/{item}")).await.says("Cuộc đối thoại hoãn").hides("19/12/2026");
        let mut chair = site.officer("chutich.vantrach").await;
        press(&mut chair, &hall.base, &format!("{}/duyet", hall.base), &[]).await.says("Đã duyệt");
        let (next, step) = last(1).await;
        assert!(matches!(&step.step, Step::Replanned { on_day, .. } if on_day == "2026-12-19"));
        assert_eq!((next.actor.as_str(), next.due_on.as_deref()), ("Chủ tịch UBND xã", Some("2026-12-19")));
        v.get(&format!("/y-kien/{item}")).await.says("Cuộc đối thoại có ngày mới: Thứ Bảy, 19/12/2026");
        // Cancelled: the matter is not dropped, and somebody finds another way for it by a day.
        press(&mut chair, &day, &format!("{day}/huy"), &[("stop_reason", "Gộp vào tháng 1"), ("paper", "204/UBND-VP")])
            .await
            .says("Không tổ chức nữa");
        site.visitor().get("/tim-kiem?q=doi%20thoai&loai=doi-thoai").await.says("Thành phố Hải Phòng. Không tổ chức.");
        site.visitor().get(&loud).await.says("không tổ chức nữa").hides("Kính mời Nhân dân đến dự");
        let (next, step) = last(1).await;
        assert!(matches!(&step.step, Step::Cancelled { reason, .. } if reason == "Gộp vào tháng 1"));
        assert_eq!((next.actor.as_str(), next.due_on.as_deref()), ("Văn phòng HĐND và UBND xã", Some("2026-12-08")));
        v.get(&format!("/y-kien/{item}"))
            .await
            .says("Cuộc đối thoại không tổ chức nữa")
            .says("Ý kiến không bị bỏ")
            .says("hạn Thứ Ba, 08/12/2026");
    }

    async fn s1_14_a_joint_conference_counts_once_in_all_and_once_for_each_head(db: Fresh) {
        let site = Site::new(db).await;
        let base = announced(&site, &[("chairs", "D0001-chu-tich")]).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let both: Vec<_> = with(&[("title", "Cuộc của hai người")]).into_iter().chain([("chairs", "D0001-bi-thu")]).collect();
        draft_with(&mut thu, &both).await;
        site.on(date(2026, 12, 5));
        let office = site.actor("vanthu.vantrach").await;
        site.app.carry_out(&office, HoldDialogue { dialogue: id_of(&base), held_on: date(2026, 12, 5) }).await.unwrap();
        // A session does not outlast the days between.
        let mut thu = site.officer("vanthu.vantrach").await;
        let page = thu.get(YEAR).await;
        page.says("Chủ tịch UBND xã 0 1 1 0 0 0 1 0 0")
            .says("Bí thư Đảng ủy xã 0 0 0 0 0 0 1 0 0")
            .says("(mỗi cuộc một lần) 0 1 1 0 0 0 1 0 0");
        // Each number opens its rows.
        let rows = plain(page).link("/cong-viec/doi-thoai?nam=2026&trang_thai=was_held&chu_tri=D0001-chu-tich");
        thu.get(&rows).await.says("Đối thoại với Nhân dân thôn Bến Gỗ").hides("Cuộc của hai người").says("Chỉ các cuộc đã tổ chức");
    }

    async fn s0_7_what_a_year_does_not_cover_is_shown(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        drafted(&mut thu, &[("audiences", "workers"), ("fields", "land")]).await;
        let page = thu.get(YEAR).await;
        page.says("Phụ nữ Chưa có cuộc nào")
            .says("Người lao động khu, cụm công nghiệp Mới dự kiến 0 đã tổ chức, 1 sắp tới")
            .says("Đất đai Mới dự kiến 0 đã tổ chức, 1 sắp tới")
            .says("Y tế Chưa có cuộc nào");
    }

    async fn s2_4_gaps_between_dialogues_with_enterprises_are_shown_against_a_number_that_is_data(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(YEAR).await.says("Từ 01/01/2026 đến 23/11/2026: 326 ngày").says("Chưa đặt số ngày nhiều nhất").hides("Dài hơn quy định");
        days_rule(&site, "enterprise_gap_days", "180").await;
        thu.get(YEAR).await.says("Dài hơn quy định").says("Nhiều nhất 180 ngày giữa hai cuộc. Theo Quy chế thử (chưa xác nhận)");
    }

    async fn s2_5_an_event_at_an_industrial_cluster_belongs_to_its_unit_and_its_audience(db: Fresh) {
        let site = Site::new(db).await;
        let base =
            announced(&site, &[("audiences", "workers"), ("area", "Cụm công nghiệp Vân Đông"), ("place", "Hội trường cụm công nghiệp")])
                .await;
        site.visitor()
            .get(&public(&base))
            .await
            .says("Người lao động khu, cụm công nghiệp")
            .says("Cụm công nghiệp Vân Đông")
            .says("Xã Vân Trạch");
        site.visitor().get("/xa/D0001").await.says("Hội trường cụm công nghiệp").says("Định kỳ");
    }

    async fn p9_the_statutory_dialogue_names_its_missing_co_chair_and_invitation(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let base = drafted(&mut thu, &[("council_post", ""), ("party_invited", ""), ("form", "hybrid")]).await;
        thu.get(&base)
            .await
            .says("Chọn Thường trực HĐND đồng chủ trì")
            .says("phải mời cấp ủy")
            .says("kênh để người dân tham dự trực tuyến");
        press(&mut thu, &base, &format!("{base}/trinh"), &[]).await;
        let mut chair = site.officer("chutich.vantrach").await;
        press(&mut chair, &base, &format!("{base}/duyet"), &[]).await;
        let announce = format!("{base}/bao-truoc");
        let page = press(&mut thu, &announce, &announce, &[]).await;
        refused(&page).says("Chọn Thường trực HĐND đồng chủ trì").says("phải mời cấp ủy").says("Ghi đường dẫn hoặc kênh");
        // Only a post of the HĐND's Standing Committee co-chairs.
        refused(&draft_with(&mut thu, &with(&[("council_post", "D0001-chu-tich")])).await);
        // The Party's own dialogue asks neither.
        let own = drafted(&mut thu, &[("council_post", ""), ("party_invited", ""), ("basis", "party")]).await;
        thu.get(&own).await.hides("đồng chủ trì: hội nghị theo Điều 43");
        let base = announced(&site, &[("title", "Hội nghị theo Điều 43"), ("basis", "statutory"), ("on_day", "12/12/2026")]).await;
        site.visitor().get(&public(&base)).await.says("Đồng chủ trì Thường trực HĐND xã").says("Điều 43");
    }

    async fn p9_a_matter_raised_by_voters_is_linked_and_not_doubled(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let base = drafted(&mut thu, &[]).await;
        with_contents_item(&site).await;
        let side = record_side(&mut thu, &[]).await.location.unwrap();
        let page = thu.get(&side).await;
        page.says("Chưa nối việc nào");
        let at = page.html.find("<option value=\"0").unwrap();
        let item = page.html[at + 15..].split('"').next().unwrap().to_owned();
        press(&mut thu, &side, &format!("{side}/viec"), &[("item", &item)]).await.says("Mương tiêu thôn Bến Gỗ tắc");
        let again = press(&mut thu, "/cong-viec/hop-khac/moi", &format!("{side}/viec"), &[("item", &item)]).await;
        assert_eq!(again.text().matches("Mương tiêu thôn Bến Gỗ tắc").count(), 1, "the same link again changes nothing");
        let foreign = press(&mut thu, "/cong-viec/hop-khac/moi", &format!("{side}/viec"), &[("item", "khac")]).await;
        refused(&foreign);
        // The Front sees the meeting; titles of matters are not for it.
        let mut front = site.officer("mttq.vantrach").await;
        front.get(&side).await.says("Tiếp xúc cử tri").hides("Mương tiêu thôn Bến Gỗ tắc");
        thu.get(&base).await.hides("Tiếp xúc cử tri");
    }

    async fn s4_7_a_voter_meeting_is_refused_as_a_dialogue_and_stands_in_no_total(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let by_title = draft_with(&mut thu, &with(&[("title", "Tiếp xúc cử tri trước kỳ họp")])).await;
        refused(&by_title).says("không tính là tiếp xúc, đối thoại");
        let by_title = plain(by_title);
        let right = by_title.link("/cong-viec/hop-khac/moi?loai=voter_meeting");
        assert_eq!(by_title.field("title"), "Tiếp xúc cử tri trước kỳ họp");
        let by_kind = draft_with(&mut thu, &with(&[("kind", "voter_meeting")])).await;
        refused(&by_kind).says("Ghi vào sổ họp khác");
        thu.get("/cong-viec/doi-thoai").await.says("Chưa có cuộc đối thoại nào");
        // The right form has what was typed.
        assert_eq!(thu.get(&right).await.field("title"), "Tiếp xúc cử tri trước kỳ họp");
        let side = record_side(&mut thu, &[]).await.location.unwrap();
        thu.get(&side).await.says("Không tính vào số cuộc tiếp xúc, đối thoại");
        thu.get("/cong-viec/hop-khac?loai=voter_meeting").await.says("Tiếp xúc cử tri quý IV");
        thu.get("/cong-viec/hop-khac?loai=seminar").await.hides("Tiếp xúc cử tri quý IV");
        thu.get("/cong-viec/doi-thoai").await.says("Mọi loại (0)");
        thu.get(YEAR).await.says("(mỗi cuộc một lần) 0 0 0 0 0 0 0 0 0");
    }

    async fn s1_13_a_seminar_is_recorded_with_its_bound_and_no_total_changes(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        drafted(&mut thu, &[]).await;
        let before = thu.get(YEAR).await.text();
        let vague = record_side(&mut thu, &[("kind", "seminar"), ("speeches", "nhiều lượt")]).await;
        assert_eq!(refused(&vague).field("speeches"), "nhiều lượt");
        let side = record_side(&mut thu, &[("kind", "seminar"), ("title", "Tọa đàm về tiếp xúc nhân dân"), ("speeches", "trên 10")]).await;
        thu.get(&side.location.unwrap()).await.says("Tọa đàm, hội thảo").says("Số lượt phát biểu trên 10");
        assert_eq!(thu.get(YEAR).await.text(), before);
    }

    async fn s3_6_clashes_are_shown_with_links_and_lock_nothing(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let first = drafted(&mut thu, &[("title", "Cuộc buổi sáng")]).await;
        let second = drafted(&mut thu, &[("title", "Cuộc cùng giờ")]).await;
        let later = drafted(&mut thu, &[("title", "Cuộc tuần sau"), ("on_day", "12/12/2026"), ("chairs", "D0001-bi-thu")]).await;
        let page = thu.get(&second).await;
        page.says("Kiểm tra trùng lịch").says("Chủ tịch UBND xã có cuộc khác cùng ngày, cùng giờ: Cuộc buổi sáng, 05/12/2026");
        page.link(&first);
        thu.get(&later).await.hides("Kiểm tra trùng lịch");
        // One village at both: told only where a period is set.
        for base in [&first, &later] {
            let site_form = [("place", "Nhà văn hóa"), ("villages", "D0001-v1")];
            press(&mut thu, &format!("{base}/diem"), &format!("{base}/diem"), &site_form).await.says("Thôn Bến Gỗ");
        }
        thu.get(&later).await.hides("được mời lại");
        days_rule(&site, "village_again_days", "30").await;
        thu.get(&later).await.says("Thôn Bến Gỗ được mời lại sau 7 ngày: Cuộc buổi sáng");
        // A period of seven days has the seventh in it; six do not reach it.
        days_rule(&site, "village_again_days", "6").await;
        thu.get(&later).await.hides("được mời lại");
        days_rule(&site, "village_again_days", "7").await;
        thu.get(&later).await.says("được mời lại sau 7 ngày");
        record_side(&mut thu, &[("on_day", "12/12/2026")]).await;
        thu.get(&later).await.says("Cùng ngày có Tiếp xúc cử tri: Tiếp xúc cử tri quý IV");
        press(&mut thu, &second, &format!("{second}/trinh"), &[]).await.says("Đã trình");
        // With one that is not held any more nothing clashes.
        press(&mut thu, &format!("{first}/ngay"), &format!("{first}/ngay/huy"), &[("stop_reason", "Gộp lại"), ("paper", "12/UBND")]).await;
        thu.get(&second).await.hides("Cuộc buổi sáng, 05/12/2026");
    }

    async fn s3_10_a_postponed_dialogue_keeps_its_history_and_is_announced_again(db: Fresh) {
        let site = Site::new(db).await;
        let base = announced(&site, &[]).await;
        let day = format!("{base}/ngay");
        let mut thu = site.officer("vanthu.vantrach").await;
        let bare = press(&mut thu, &day, &format!("{day}/hoan"), &[("stop_reason", "Bão số 9"), ("paper", "")]).await;
        assert_eq!(refused(&bare).field("paper"), "", "never without its paper");
        bare.says("Bão số 9");
        press(&mut thu, &day, &format!("{day}/hoan"), &[("stop_reason", "Bão số 9"), ("paper", "203/UBND-VP"), ("paper_on", "23/11/2026")])
            .await
            .says("Hoãn");
        thu.get(&format!("{base}/giay-moi")).await.says("Không dùng giấy này");
        // People are told at once: on the page of the dialogue and of the commune.
        let address = public(&base);
        site.visitor()
            .get(&address)
            .await
            .says("Hoãn")
            .says("Lý do: Bão số 9")
            .says("Văn bản: 203/UBND-VP")
            .says("Ngày mới sẽ được thông báo");
        let commune = site.visitor().get("/xa/D0001").await;
        commune.says("Hoãn").says("Đối thoại với Nhân dân thôn Bến Gỗ");
        // The day that was given up is no day to come: not beside its title, not at its sites.
        let coming = commune.html.split("id=\"sap\"").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(coming.contains("Ngày mới sẽ được thông báo") && !coming.contains("class=\"day\""), "{coming}");
        site.visitor().get("/").await.hides("Đối thoại với Nhân dân thôn Bến Gỗ");
        thu.get(YEAR).await.says("Chủ tịch UBND xã 0 0 0 0 0 0 0 1 0");
        let office = site.actor("vanthu.vantrach").await;
        let held = HoldDialogue { dialogue: id_of(&base), held_on: site.app.clock.today() };
        assert!(matches!(crate::kit::refused(&site, &office, held).await.1, What::NotNow { .. }), "a postponed dialogue is not held");
        // The office sets a new day: the chair approves it, and it is announced with a lead time of its own.
        press(&mut thu, &day, &format!("{day}/dinh-lai"), &[("on_day", "22/11/2026")]).await.says("Xin xem lại ngày");
        press(&mut thu, &day, &format!("{day}/dinh-lai"), &[("on_day", "19/12/2026"), ("at_time", "14h")]).await.says("Đã trình");
        site.visitor().get(&address).await.says("Ngày mới sẽ được thông báo").hides("19/12/2026");
        let mut chair = site.officer("chutich.vantrach").await;
        press(&mut chair, &base, &format!("{base}/duyet"), &[]).await.says("Đã duyệt");
        press(&mut thu, &format!("{base}/bao-truoc"), &format!("{base}/bao-truoc"), &[]).await.says("Ngày thông báo");
        site.visitor().get(&address).await.says("14 giờ, Thứ Bảy, 19/12/2026").says("Lý do: Bão số 9").says("Định lại ngày");
        thu.get(&format!("{base}/giay-moi")).await.says("19/12/2026").hides("Không dùng giấy này");
        thu.get(&day).await.says("Từ Thứ Bảy, 05/12/2026 sang Thứ Bảy, 19/12/2026");
        thu.get(&base).await.says("Cuộc đối thoại: Hoãn").says("Bão số 9 (203/UBND-VP)");
        // One dialogue, once in the year.
        thu.get(YEAR).await.says("Chủ tịch UBND xã 0 0 0 0 0 0 1 0 0");
    }

    async fn s3_10_a_cancelled_dialogue_gives_its_matters_back_and_stands_still(db: Fresh) {
        let site = Site::new(db).await;
        let base = announced(&site, &[]).await;
        let day = format!("{base}/ngay");
        let mut chair = site.officer("chutich.vantrach").await;
        press(&mut chair, &day, &format!("{day}/huy"), &[("stop_reason", "Gộp vào hội nghị tháng 1"), ("paper", "204/UBND-VP")])
            .await
            .says("Không tổ chức nữa");
        site.visitor().get(&public(&base)).await.says("Không tổ chức").says("Gộp vào hội nghị tháng 1");
        let mut conn = site.app.store.read().await.unwrap();
        let d = dialogue::find_public(&mut conn, id_of(&base)).await.unwrap().unwrap();
        let items = caunoi_store::topic::items_of_dialogue(&mut conn, &d.id).await.unwrap();
        assert!(items.iter().all(|(_, i)| i.standing.code() == "triaged" && i.next.due_on.is_some()), "nobody waits for nothing");
        drop(conn);
        let mut thu = site.officer("vanthu.vantrach").await;
        let again = press(&mut thu, &base, &format!("{day}/hoan"), &[("stop_reason", "x"), ("paper", "y")]).await;
        refused(&again);
        thu.get(YEAR).await.says("Chủ tịch UBND xã 0 0 0 0 0 0 0 0 1");
    }

    async fn s4_14_documents_are_stored_per_event_and_public_from_the_announcement_on(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let base = drafted(&mut thu, &[]).await;
        let documents = format!("{base}/tai-lieu");
        let page = thu.get(&documents).await;
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let none = thu.upload(&documents, &[("csrf", &csrf), ("key", &key), ("doc_title", "Dự án đường")], &[]).await;
        assert_eq!(refused(&none).field("doc_title"), "Dự án đường");
        let pdf: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
        let fields = [("csrf", csrf.as_str()), ("key", "khoa-tai-lieu"), ("doc_title", "Dự án đường Bến Gỗ"), ("symbol", "12/QĐ-UBND")];
        thu.upload(&documents, &fields, &[("files", "du-an.pdf", pdf)]).await;
        let page = thu.get(&documents).await;
        page.says("Dự án đường Bến Gỗ (12/QĐ-UBND)").says("Công khai khi thông báo");
        let file = page.link("/tep/");
        assert_eq!(site.visitor().get(&file).await.status, StatusCode::NOT_FOUND, "not before the announcement");
        assert_eq!(thu.get(&file).await.status, StatusCode::OK);
        press(&mut thu, &base, &format!("{base}/trinh"), &[]).await;
        let mut chair = site.officer("chutich.vantrach").await;
        press(&mut chair, &base, &format!("{base}/duyet"), &[]).await;
        with_contents(&site, &base).await;
        thu.get(&base).await.says("1 tài liệu công khai cùng thông báo");
        thu.get(&format!("{base}/chuong-trinh")).await.says("2. Thông tin, tuyên truyền Dự án đường Bến Gỗ");
        press(&mut thu, &format!("{base}/bao-truoc"), &format!("{base}/bao-truoc"), &[]).await;
        site.visitor()
            .get(&public(&base))
            .await
            .says("Tài liệu đọc trước")
            .says("Dự án đường Bến Gỗ (12/QĐ-UBND)")
            .says("Công khai từ ngày 23/11/2026");
        assert_eq!(site.visitor().get(&file).await.status, StatusCode::OK);
        // What people could read stays; another dialogue has none of it.
        thu.get(&documents).await.hides("/tai-lieu/bo");
        let other = drafted(&mut thu, &[("title", "Cuộc khác"), ("on_day", "20/12/2026")]).await;
        thu.get(&format!("{other}/tai-lieu")).await.says("Chưa có tài liệu nào");
    }

    async fn s4_16_a_superior_head_at_a_lower_unit_counts_above_and_is_located_in_the_commune(db: Fresh) {
        let site = Site::new(db).await;
        let mut city = site.officer("vanphong.thanhpho").await;
        let scope = TypedScope { held_at: "D0001.demo".into(), ..TypedScope::default() };
        let typed = TypedDraft {
            kind: "ad_hoc".into(),
            basis: "party".into(),
            form: "in_person".into(),
            title: "Giám đốc sở đối thoại tại xã".into(),
            on_day: "05/12/2026".into(),
            at_time: "8h".into(),
            place: "Hội trường UBND xã".into(),
            how_to_join: "Đến dự".into(),
            chairs: vec!["31-giam-doc-sxd".into()],
            scope: scope.clone(),
            ..TypedDraft::default()
        };
        let today = site.app.clock.today();
        let office = site.actor("vanphong.thanhpho").await;
        let verb = DraftDialogue { unit_id: "31.2025".into(), draft: draft(&typed, today).unwrap() };
        let id = site.app.carry_out(&office, verb).await.unwrap();
        let base = format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(id));
        city.get(&base).await.says("Tổ chức tại Xã Vân Trạch");
        press(&mut city, &base, &format!("{base}/trinh"), &[]).await;
        let mut head = site.officer("giamdoc.soxaydung").await;
        press(&mut head, &base, &format!("{base}/duyet"), &[]).await.says("Đã duyệt");
        let contents = format!("{base}/noi-dung");
        press(&mut city, &contents, &contents, &[("source", "none"), ("title", "Đường tỉnh"), ("reason", "Nhiều người nhắc")]).await;
        press(&mut city, &contents, &format!("{contents}/trinh"), &[]).await;
        press(&mut head, &contents, &format!("{contents}/duyet"), &[]).await;
        crate::hall::documented_at(&site, &base).await;
        press(&mut city, &format!("{base}/bao-truoc"), &format!("{base}/bao-truoc"), &[]).await.says("Ngày thông báo");
        // The commune's own page shows it; it counts for the head above, not for the commune's.
        site.visitor().get("/xa/D0001").await.says("Giám đốc sở đối thoại tại xã").says("Giám đốc Sở Xây dựng");
        site.visitor().get("/xa/D0001/doi-thoai").await.says("Giám đốc sở đối thoại tại xã");
        city.get(YEAR).await.says("Giám đốc Sở Xây dựng (vai trình diễn) 0 0 0 0 0 0 1 0 0");
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(YEAR)
            .await
            .says("(mỗi cuộc một lần) 0 0 0 0 0 0 0 0 0")
            .says("Người đứng đầu cấp trên về tổ chức tại địa bàn")
            .says("Giám đốc sở đối thoại tại xã");
        // A commune holds nothing in another unit.
        let own =
            TypedDraft { chairs: vec!["D0001-chu-tich".into()], scope: TypedScope { held_at: "D0002.demo".into(), ..scope }, ..typed };
        let office = site.actor("vanthu.vantrach").await;
        let verb = DraftDialogue { unit_id: "D0001.demo".into(), draft: draft(&own, today).unwrap() };
        assert_eq!(crate::kit::refused(&site, &office, verb).await, ("held_at", What::NotAChoice));
    }

    async fn a_conference_of_several_sites_counts_once_unless_a_rule_says_otherwise(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let base = drafted(&mut thu, &[]).await;
        for (place, village) in [("Nhà văn hóa thôn Bến Gỗ", "D0001-v1"), ("Nhà văn hóa thôn Hạ", "D0001-v5")] {
            press(
                &mut thu,
                &format!("{base}/diem"),
                &format!("{base}/diem"),
                &[("place", place), ("at_time", "14h"), ("villages", village)],
            )
            .await
            .says(place);
        }
        let foreign = press(&mut thu, &format!("{base}/diem"), &format!("{base}/diem"), &[("place", "X"), ("villages", "D0002-v1")]).await;
        refused(&foreign);
        press(&mut thu, &base, &format!("{base}/trinh"), &[]).await;
        let mut chair = site.officer("chutich.vantrach").await;
        press(&mut chair, &base, &format!("{base}/duyet"), &[]).await;
        with_contents(&site, &base).await;
        crate::hall::documented_at(&site, &base).await;
        press(&mut thu, &format!("{base}/bao-truoc"), &format!("{base}/bao-truoc"), &[]).await;
        site.visitor().get(&public(&base)).await.says("Các điểm tổ chức").says("Nhà văn hóa thôn Hạ 14 giờ Thôn Hạ");
        thu.get(YEAR).await.says("(mỗi cuộc một lần) 0 0 0 0 0 0 1 0 0").says("Mỗi hội nghị tính một cuộc");
        days_rule(&site, "counts", "session").await;
        thu.get(YEAR).await.says("(mỗi cuộc một lần) 0 0 0 0 0 0 2 0 0").says("Mỗi điểm, mỗi buổi tính một cuộc. Theo Quy chế thử");
    }
}

/// An item of the unit, classified for a dialogue.
async fn with_contents_item(site: &Site) {
    crate::plan::opinion_for_dialogue(site, "Mương tiêu thôn Bến Gỗ tắc.", "khoa-cu-tri").await;
}

/// Records a meeting beside the dialogues.
async fn record_side(v: &mut Visitor, changes: &[(&str, &str)]) -> Page {
    let form = v.get("/cong-viec/hop-khac/moi").await;
    let (csrf, key) = (form.field("csrf"), form.field("key"));
    let plain = [
        ("kind", "voter_meeting"),
        ("title", "Tiếp xúc cử tri quý IV"),
        ("on_day", "20/11/2026"),
        ("host", "Tổ đại biểu HĐND thành phố số 5"),
        ("people", "trên 120"),
        ("speeches", "14"),
    ];
    let mut all = vec![("csrf", csrf.as_str()), ("key", key.as_str())];
    all.extend(plain.iter().filter(|(n, _)| !changes.iter().any(|(c, _)| c == n)));
    all.extend_from_slice(changes);
    v.post("/cong-viec/hop-khac/moi", &all).await
}
