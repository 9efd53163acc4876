//! The head on a phone: ten drafts read and decided from one list, a yes taken back, one page before the meeting.

use caunoi_domain::dialogue::notice_form::TypedConclusion;
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

use crate::{
    followup::{assign, fill, opinion},
    hall,
    kit::{Page, Site, Visitor},
    plan::{DRAFT, approved, candidate, draft_with, opinion_for_dialogue, press},
    privacy::{concluded, publish, task},
    year_plan::{ROW, add_row, begun},
};

const MINE: &str = "/nguoi-dung-dau";

/// What the first card asks: its fields, and its text.
fn first_card(page: &Page) -> Option<(Vec<(String, String)>, String)> {
    let card = page.html.split("<article class=\"card").nth(1)?.split("</article>").next()?.to_owned();
    let fields = card.split("<input type=\"hidden\" ").skip(1).map(|tag| {
        let of = |name: &str| tag.split(&format!("{name}=\"")).nth(1).and_then(|v| v.split('"').next()).unwrap_or_default().to_owned();
        (of("name"), of("value"))
    });
    Some((fields.collect(), card))
}

async fn decide(v: &mut Visitor, fields: &[(String, String)], act: &str, note: &str) -> Page {
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.extend([("viec", act), ("note", note)]);
    v.submit("/nguoi-dung-dau/quyet-dinh", &fields).await
}

/// Four bodies prepare an answer each to one topic that the chair has not approved yet: five drafts.
async fn contents_and_answers(site: &Site, base: &str) {
    opinion_for_dialogue(site, "Mương tiêu thôn Bến Gỗ tắc từ tháng 6.", "khoa-1").await;
    let mut thu = site.officer("vanthu.vantrach").await;
    let contents = format!("{base}/noi-dung");
    let source = candidate(&thu.get(&contents).await, "Mương tiêu");
    let chosen = [("source", source.as_str()), ("title", "Tiêu thoát nước"), ("reason", "Kéo dài nhiều tháng.")];
    press(&mut thu, &contents, &contents, &chosen).await;
    press(&mut thu, &contents, &format!("{contents}/trinh"), &[]).await;
    let brief = format!("{base}/tong-hop");
    let page = thu.get(&brief).await;
    let at = page.html.find("<option value=\"0").unwrap();
    let topic = page.html[at + 15..].split('"').next().unwrap().to_owned();
    for (login, body) in [("kinhte", "phong-kinh-te"), ("vanxa", "phong-van-xa"), ("congan", "cong-an"), ("hcc", "hanh-chinh-cong")] {
        let of = format!("D0001-{body}");
        press(&mut thu, &brief, &brief, &[("topic", &topic), ("body", &of), ("due", "01/12/2026")]).await;
        let mut officer = site.officer(&format!("{login}.vantrach")).await;
        let answer = officer.get("/nhiem-vu/tra-loi").await.link("/nhiem-vu/tra-loi/");
        let text = format!("Phần việc của {login}: xong trước 15/12.");
        press(&mut officer, &answer, &answer, &[("text", &text), ("norm", "KH 12"), ("act", "submit")]).await.says("Đã trình");
    }
}

/// Three bodies ask for a later day.
async fn extensions(site: &Site) {
    let mut office = site.officer("vanthu.vantrach").await;
    for (n, day) in [("a", "18/12/2026"), ("b", "21/12/2026"), ("c", "22/12/2026")] {
        let id = opinion(site, n, "Việc cần thêm thời gian.").await;
        let task = assign(&mut office, id, "phong-kinh-te", &format!("Nhiệm vụ {n}"), "04/12/2026", "").await;
        let mut phong = site.officer("kinhte.vantrach").await;
        let page = phong.get(&task).await;
        fill(&mut phong, &page, &format!("{task}/xin-gia-han"), &[("extension_due", day), ("extension_reason", "Mưa lũ kéo dài")]).await;
    }
}

async fn ten_drafts(site: &Site) -> String {
    let base = approved(site).await;
    contents_and_answers(site, &base).await;
    let mut thu = site.officer("vanthu.vantrach").await;
    let mut second = DRAFT.to_vec();
    second[3] = ("title", "Chuyên đề đất đai");
    second[4] = ("on_day", "19/12/2026");
    let other = draft_with(&mut thu, &second).await.location.unwrap();
    press(&mut thu, &other, &format!("{other}/trinh"), &[]).await;
    let plan = begun(&mut thu).await;
    add_row(&mut thu, &plan, "", &ROW).await;
    press(&mut thu, &plan, &format!("{plan}/trinh"), &[]).await;
    extensions(site).await;
    base
}

on_both! {
    async fn p12_a_head_works_through_ten_drafts_on_a_phone_each_read_then_decided(db: Fresh) {
        let site = Site::new(db).await;
        ten_drafts(&site).await;
        let mut head = site.visitor();
        let page = head.submit("/dang-nhap", &[("login", "chutich.vantrach"), ("password", crate::kit::PASSWORD)]).await;
        page.says("Năm của tôi").says("Có 10 văn bản chờ quyết định");
        let mut texts = String::new();
        for left in (0..10).rev() {
            let (fields, card) = first_card(&head.get(MINE).await).unwrap_or_else(|| panic!("{left} more"));
            assert!(card.find("<dl").unwrap() < card.find("value=\"duyet\"").unwrap(), "the text stands before the button");
            texts.push_str(&card);
            let done = decide(&mut head, &fields, "duyet", "").await;
            assert_eq!(done.status, StatusCode::OK, "{}", done.text());
            let waits = if left == 0 {
                "Không có văn bản nào chờ quyết định".to_owned()
            } else {
                format!("Có {left} văn bản chờ quyết định")
            };
            done.says("Đã duyệt.").says(&waits);
            let twin = decide(&mut head, &fields, "duyet", "").await;
            assert_eq!(twin.status, StatusCode::OK, "the same form twice is one");
        }
        for read in [
            "Nước sạch nông thôn",
            "Nhà văn hóa thôn Bến Gỗ",
            "Kéo dài nhiều tháng.",
            "Mương tiêu thôn Bến Gỗ tắc từ tháng 6.",
            "Phần việc của hcc: xong trước 15/12.",
            "Mưa lũ kéo dài",
        ] {
            assert!(texts.contains(read), "{read} was there to read");
        }
        let page = head.get(MINE).await;
        page.says("Không có văn bản nào chờ quyết định").says("Vừa duyệt");
        head.get("/nhiem-vu").await.says("Nhiệm vụ a");
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/ke-hoach").await.says("Đã duyệt");
    }

    async fn p12_a_yes_is_taken_back_while_nothing_followed_and_a_return_has_its_reason(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        let mut chair = site.officer("chutich.vantrach").await;
        let page = chair.get(MINE).await;
        page.says("Vừa duyệt").says("Cuộc đối thoại: Đối thoại với Nhân dân thôn Bến Gỗ");
        let given = page.html.split("action=\"/nguoi-dung-dau/thu-lai\"").nth(1).unwrap().split("</form>").next().unwrap().to_owned();
        let field = |name: &str| given.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned();
        let fields = ["csrf", "key", "subject", "id"].map(|n| (n, field(n)));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        // Somebody else's yes is not theirs to take back.
        let mut other = site.officer("bithu.vantrach").await;
        let csrf = other.get(MINE).await.field("csrf");
        let mut forged = fields.clone();
        forged[0] = ("csrf", csrf.as_str());
        assert_eq!(other.post("/nguoi-dung-dau/thu-lai", &forged).await.status, StatusCode::NOT_FOUND);
        chair.submit("/nguoi-dung-dau/thu-lai", &fields).await.says("Đã thu lại ý kiến duyệt").says("Có 1 văn bản chờ quyết định");
        chair.get(&base).await.says("Thu lại ý kiến duyệt").says("Đã trình");
        let (card, _) = first_card(&chair.get(MINE).await).unwrap();
        let silent = decide(&mut chair, &card, "tra-lai", " ").await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(silent.html.contains("<details open>"), "the card stays open");
        let (card, _) = first_card(&silent).unwrap();
        decide(&mut chair, &card, "tra-lai", "Chọn ngày khác").await.says("Đã trả lại kèm ý kiến");
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(&base).await.says("Chọn ngày khác").says("Đang soạn");
        press(&mut thu, &base, &format!("{base}/trinh"), &[]).await;
        let mut chair = site.officer("chutich.vantrach").await;
        let (card, _) = first_card(&chair.get(MINE).await).unwrap();
        decide(&mut chair, &card, "duyet", "").await;
        // A day later it stands.
        site.on(date(2026, 11, 25));
        let mut chair = site.officer("chutich.vantrach").await;
        let page = chair.get(MINE).await;
        page.hides("/nguoi-dung-dau/thu-lai");
        let late = [
            ("csrf", page.field("csrf")),
            ("key", "k".into()),
            ("subject", "dialogue".into()),
            ("id", base.rsplit('/').next().unwrap().to_owned()),
        ];
        let late: Vec<(&str, &str)> = late.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert_eq!(chair.post("/nguoi-dung-dau/thu-lai", &late).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        chair.get(&base).await.says("Đã duyệt");
    }

    async fn p12_one_page_before_the_meeting_is_made_from_rows(db: Fresh) {
        let site = Site::new(db).await;
        let titles = ["Cây gãy đường thôn Hạ", "Mương Bến Gỗ tắc", "Nhà văn hóa dột"];
        let hall = hall::held(&site, &titles).await;
        for (item, title) in hall.items.iter().zip(titles) {
            publish(&site, *item, title).await;
        }
        hall::signed(&site, &hall).await;
        let norm = TypedConclusion { norm: "Ảnh hiện trường".into(), ..TypedConclusion::default() };
        let far = TypedConclusion { due: "30/06/2027".into(), ..task() };
        hall::issued(
            &site,
            &hall,
            vec![
                concluded("done", "Đã dọn xong", norm),
                concluded("in_progress", "Nạo vét toàn tuyến", task()),
                concluded("in_progress", "Lợp lại mái", far),
            ],
        )
        .await;
        site.on(date(2027, 2, 10));
        let mut thu = site.officer("vanthu.vantrach").await;
        let mut next = DRAFT.to_vec();
        next[3] = ("title", "Đối thoại đầu năm");
        next[4] = ("on_day", "27/02/2027");
        let base = draft_with(&mut thu, &next).await.location.unwrap();
        let page = thu.get(&format!("{base}/mot-trang")).await;
        page.says("Một trang trước cuộc họp").says("Kết quả giải quyết kỳ trước");
        page.says("có 3 việc: 1 đã giải quyết, 2 chưa giải quyết, 0 kiến nghị cấp trên");
        page.says("Việc còn chậm Mương Bến Gỗ tắc Quá hạn 10 ngày");
        page.says("Đã hứa, đang thực hiện Nhà văn hóa dột");
        page.hides("Cây gãy đường thôn Hạ").hides("0 việc quá hạn");
        let late = page.html.split("Việc còn chậm").nth(1).unwrap();
        late.find("Phòng Kinh tế xã, hạn 31/01/2027").or_else(|| late.find("Phòng Kinh tế xã, hạn 31/1/2027")).unwrap();
        let mut head = site.officer("chutich.vantrach").await;
        let mine = head.get(MINE).await;
        mine.says("Một trang trước cuộc họp").says("3 việc").says("1 quá hạn");
        head.get(&mine.link(&format!("{base}/mot-trang"))).await.says("Việc còn chậm");
        assert_eq!(site.officer("mttq.vantrach").await.get(&format!("{base}/mot-trang")).await.status, StatusCode::NOT_FOUND);
    }
}
