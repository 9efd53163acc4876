//! On each page of its own, too, a head decides about the words that stood before them: what was changed after the page was
//! opened is shown anew, and nothing of it is decided (P12).

use caunoi_app::dialogue::{CheckNotice, ConcludeItem, DraftNotice};
use caunoi_domain::{dialogue::notice_form::TypedConclusion, opinion::tracking_code::PublicId};
use caunoi_testkit::on_both;
use http::StatusCode;

use crate::{
    hall,
    kit::{Page, Site, Visitor, fill, press},
    plan::{DRAFT, approved, candidate, draft_with, opinion_for_dialogue},
    privacy::concluded,
    year_plan::{ROW, add_row, begun},
};

const CHANGED: &str = "Văn bản đã được sửa sau khi trang này được mở";

/// The form of a page that was opened before the words were changed: refused, with the new words, and then decided.
async fn anew(v: &mut Visitor, old: &Page, to: &str, fields: &[(&str, &str)], words: &str) -> Page {
    assert!(!old.text().contains(words), "the old page has the old words");
    let refused = fill(v, old, to, fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
    refused.says(CHANGED).says(words);
    fill(v, &refused, to, fields).await
}

on_both! {
    async fn p12_a_dialogue_is_approved_on_its_own_page_as_it_stood_there(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let base = draft_with(&mut thu, &DRAFT).await.location.unwrap();
        press(&mut thu, &base, &format!("{base}/trinh"), &[]).await;
        let mut chair = site.officer("chutich.vantrach").await;
        let old = chair.get(&base).await;
        press(&mut chair, &base, &format!("{base}/tra-lai"), &[("note", "Chọn nơi khác")]).await.says("Đang soạn");
        let mut other = DRAFT.to_vec();
        other[6] = ("place", "Trụ sở UBND xã");
        let edit = format!("{base}/sua");
        let open = thu.get(&edit).await;
        press(&mut thu, &edit, &edit, &other).await;
        // A window that was open before: nothing is written over unread, nothing typed is lost, and who sends again means it.
        let mut third = DRAFT.to_vec();
        third[6] = ("place", "Sân đình thôn Hạ");
        let told = fill(&mut thu, &open, &edit, &third).await;
        assert_eq!((told.status, told.field("place").as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "Sân đình thôn Hạ"));
        told.says("Người khác đã sửa sau khi trang này được mở");
        thu.get(&base).await.says("Trụ sở UBND xã");
        fill(&mut thu, &told, &edit, &third).await.says("Sân đình thôn Hạ");
        press(&mut thu, &edit, &edit, &other).await;
        press(&mut thu, &base, &format!("{base}/trinh"), &[]).await.says("Đã trình");
        let returned = fill(&mut chair, &old, &format!("{base}/tra-lai"), &[("note", "Lý do đã gõ")]).await;
        assert_eq!(returned.status, StatusCode::UNPROCESSABLE_ENTITY, "nor is it returned unread");
        returned.says(CHANGED).says("Lý do đã gõ");
        anew(&mut chair, &old, &format!("{base}/duyet"), &[], "Trụ sở UBND xã").await.says("Đã duyệt");
    }

    async fn p12_contents_and_prepared_answers_are_approved_on_their_own_pages_as_they_stood_there(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        for (n, text) in ["Mương tiêu thôn Bến Gỗ tắc từ tháng 6.", "Đường thôn Hạ lầy lội."].into_iter().enumerate()
        {
            opinion_for_dialogue(&site, text, &format!("khoa-{n}")).await;
        }
        let mut thu = site.officer("vanthu.vantrach").await;
        let contents = format!("{base}/noi-dung");
        let mut choose = async |label: &str, title: &str| {
            let source = candidate(&thu.get(&contents).await, label);
            press(&mut thu, &contents, &contents, &[("source", &source), ("title", title), ("reason", "Nhiều hộ nêu")]).await.says(title);
            press(&mut thu, &contents, &format!("{contents}/trinh"), &[]).await;
        };
        choose("Mương tiêu", "Tiêu thoát nước").await;
        let mut chair = site.officer("chutich.vantrach").await;
        let old = chair.get(&contents).await;
        press(&mut chair, &contents, &format!("{contents}/tra-lai"), &[("note", "Thêm đường thôn Hạ")]).await;
        choose("Đường thôn", "Đường giao thông thôn Hạ").await;
        anew(&mut chair, &old, &format!("{contents}/duyet"), &[], "Đường giao thông thôn Hạ").await.says("Đã duyệt");
        // The answer of a body.
        let brief = format!("{base}/tong-hop");
        let page = thu.get(&brief).await;
        let at = page.html.find("<option value=\"0").unwrap();
        let topic = page.html[at + 15..].split('"').next().unwrap().to_owned();
        press(&mut thu, &brief, &brief, &[("topic", &topic), ("body", "D0001-phong-kinh-te"), ("due", "01/12/2026")]).await;
        let mut body = site.officer("kinhte.vantrach").await;
        let answer = body.get("/nhiem-vu/tra-loi").await.link("/nhiem-vu/tra-loi/");
        // Two of the body write at once: the second is shown what is saved now, and its own words stay.
        let (one, two) = (body.get(&answer).await, body.get(&answer).await);
        fill(&mut body, &one, &answer, &[("text", "Nạo vét trước Tết."), ("act", "keep")]).await;
        let told = fill(&mut body, &two, &answer, &[("text", "Chưa có kinh phí."), ("act", "keep")]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        told.says("Người khác đã sửa sau khi trang này được mở")
            .says("Bản đang lưu")
            .says("Nạo vét trước Tết.")
            .says("Chưa có kinh phí.");
        let kept = fill(&mut body, &told, &answer, &[("text", "Chưa có kinh phí."), ("act", "keep")]).await;
        assert_eq!(kept.status, StatusCode::OK);
        press(&mut body, &answer, &answer, &[("text", "Nạo vét trước 15/12."), ("act", "submit")]).await;
        let old = chair.get(&answer).await;
        press(&mut chair, &answer, &format!("{answer}/tra-lai"), &[("note", "Ghi rõ kinh phí")]).await;
        press(&mut body, &answer, &answer, &[("text", "Nạo vét trước 15/12, 80 triệu đồng."), ("act", "submit")]).await;
        anew(&mut chair, &old, &format!("{answer}/duyet"), &[], "80 triệu đồng").await.says("Đã duyệt");
    }

    async fn p12_a_year_plan_is_approved_on_its_own_page_as_it_stood_there(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let plan = begun(&mut thu).await;
        add_row(&mut thu, &plan, "", &ROW).await;
        press(&mut thu, &plan, &format!("{plan}/trinh"), &[]).await;
        let mut head = site.officer("bithu.vantrach").await;
        let old = head.get(&plan).await;
        press(&mut head, &plan, &format!("{plan}/tra-lai"), &[("note", "Thêm một cuộc")]).await;
        let mut second = ROW.to_vec();
        second.iter_mut().filter(|(name, _)| *name == "topic").for_each(|row| row.1 = "Đất đai, môi trường");
        add_row(&mut thu, &plan, "", &second).await.says("Đất đai, môi trường");
        press(&mut thu, &plan, &format!("{plan}/trinh"), &[]).await;
        anew(&mut head, &old, &format!("{plan}/duyet"), &[], "Đất đai, môi trường").await.says("Đã duyệt");
    }

    async fn p12_minutes_are_signed_on_their_own_page_as_they_stood_there(db: Fresh) {
        let site = Site::new(db).await;
        let hall = hall::held(&site, &["Cây gãy đường thôn Hạ"]).await;
        hall::checked(&site, &hall).await;
        let at = format!("{}/bien-ban", hall.base);
        let mut head = site.officer("chutich.vantrach").await;
        let old = head.get(&at).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        // Who came is a part of what is signed, as are the words.
        press(&mut thu, &at, &format!("{at}/du"), &[("label", "Nhân dân thôn Hạ"), ("invited", "150"), ("present", "131")]).await;
        press(&mut thu, &at, &format!("{at}/kiem-tra"), &[]).await.says("Đã kiểm tra");
        let bare = head.post(&format!("{at}/ky"), &[("csrf", &old.field("csrf")), ("key", "k")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "nor without any words");
        anew(&mut head, &old, &format!("{at}/ky"), &[], "Nhân dân thôn Hạ").await.says("Biên bản đã khóa");
    }

    async fn p12_a_notice_is_issued_on_its_own_page_as_it_stood_there(db: Fresh) {
        let site = Site::new(db).await;
        let hall = hall::held(&site, &["Cây gãy đường thôn Hạ"]).await;
        hall::signed(&site, &hall).await;
        let (app, office, chief) = (&site.app, hall::office(), site.actor("chanhvp.vantrach").await);
        let notice = app.carry_out(&office, DraftNotice { dialogue: hall.dialogue, body_id: "D0001-ubnd".into() }).await.unwrap();
        let conclude = async |text: &str| {
            let norm = TypedConclusion { norm: "Ảnh hiện trường".into(), ..TypedConclusion::default() };
            app.carry_out(&office, ConcludeItem { notice, item: hall.items[0], form: concluded("done", text, norm), whole_issue: false })
                .await
                .unwrap();
            app.carry_out(&chief, CheckNotice { notice }).await.unwrap();
        };
        conclude("Đã dọn xong").await;
        let id = PublicId::from_i64(notice).to_string();
        let at = format!("{}/thong-bao", hall.base);
        let mut head = site.officer("chutich.vantrach").await;
        let old = head.get(&format!("{at}?tb={id}")).await;
        old.says("Đã dọn xong").says("Nguyễn Thị Hạnh");
        conclude("Đã dọn xong, trồng lại hai cây mới").await;
        let issued = anew(&mut head, &old, &format!("{at}/ban-hanh"), &[("row", &id)], "trồng lại hai cây mới").await;
        issued.says("Đã ban hành");
    }
}
