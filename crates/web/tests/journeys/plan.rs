//! A regular dialogue from its draft to the day before: drafts and approvals, contents with reason and source, prepared
//! answers, agenda, announcement (issue A, thread point 4).

use caunoi_app::{
    Cx, Refusal, Verb,
    dialogue::DraftDialogue,
    opinion::{
        receipt,
        submit::{SubmitOpinion, submit},
        to_dialogue::ToDialogue,
    },
};
use caunoi_domain::{
    dialogue::{
        draft::{TypedDraft, draft},
        numbering::Numbering,
        outcome::Substate,
        state::{DialogueState, NoticeState},
    },
    opinion::{
        item::Standing,
        kind::Channel,
        submission::{Typed, parse},
        tracking_code::PublicId,
    },
    people::actor::{Actor, Officer, Role},
};
use caunoi_store::{
    Tx,
    conclusion::{self, ConclusionRow},
    dialogue, item,
    notice::{self, NoticeRow},
    step,
};
use caunoi_testkit::on_both;
use http::StatusCode;
use jiff::civil::date;

pub use crate::kit::press;
use crate::kit::{Page, Site, Visitor};

const VAN_TRACH: &str = "D0001.demo";

/// A secretary for verbs that have no page here.
fn office() -> Actor {
    Actor::Officer(Officer {
        user_id: "thu".into(),
        full_name: "Thử".into(),
        role: Role::Secretary,
        unit_id: VAN_TRACH.into(),
        body_id: "D0001-van-phong".into(),
        body_name: "Văn phòng HĐND và UBND xã".into(),
        post_id: None,
        post_name: None,
        leads: false,
    })
}

/// Somebody sends an opinion, and triage routes it to a dialogue; answers the item's public id.
pub async fn opinion_for_dialogue(site: &Site, text: &str, key: &str) -> i64 {
    let typed = Typed { kind: "petition".into(), body: text.into(), ..Typed::default() };
    let verb = SubmitOpinion {
        unit_id: VAN_TRACH.into(),
        submission: parse(&typed, site.app.clock.today()).unwrap(),
        channel: Channel::Web,
        files: Vec::new(),
        signed: false,
        source: None,
        slip: receipt::slip(&site.app.keys, key),
    };
    let (received, _) = submit(&site.app, &Actor::Person, key, verb).await.unwrap();
    site.app.carry_out(&office(), ToDialogue { items: vec![received.item_public_id] }).await.unwrap();
    received.item_public_id
}

pub const DRAFT: [(&str, &str); 11] = [
    ("kind", "regular"),
    ("basis", "both"),
    ("form", "in_person"),
    ("title", "Đối thoại với Nhân dân thôn Bến Gỗ"),
    ("on_day", "05/12/2026"),
    ("at_time", "7h30"),
    ("place", "Nhà văn hóa thôn Bến Gỗ"),
    ("how_to_join", "Đến dự trực tiếp, không cần đăng ký."),
    ("chairs", "D0001-chu-tich"),
    ("council_post", "D0001-tt-hdnd"),
    ("party_invited", "yes"),
];

/// Fills the form of a new dialogue with these fields; answers where it led.
pub async fn draft_with(v: &mut Visitor, fields: &[(&str, &str)]) -> Page {
    let form = v.get("/cong-viec/doi-thoai/moi").await;
    let (csrf, key) = (form.field("csrf"), form.field("key"));
    let mut all = vec![("csrf", csrf.as_str()), ("key", key.as_str())];
    all.extend_from_slice(fields);
    v.post("/cong-viec/doi-thoai/moi", &all).await
}

/// Drafted, submitted and approved; answers its address.
pub async fn approved(site: &Site) -> String {
    let mut thu = site.officer("vanthu.vantrach").await;
    let base = draft_with(&mut thu, &DRAFT).await.location.unwrap();
    press(&mut thu, &base, &format!("{base}/trinh"), &[]).await.says("Đã trình");
    let mut chair = site.officer("chutich.vantrach").await;
    press(&mut chair, &base, &format!("{base}/duyet"), &[]).await.says("Đã duyệt");
    base
}

/// The id that the radio of a candidate carries, found by the words beside it.
pub fn candidate(page: &Page, label: &str) -> String {
    let at = page.html.find(&format!("<b>{label}")).unwrap_or_else(|| panic!("no candidate {label}: {}", page.text()));
    let tag = page.html[..at].rfind("value=\"").unwrap();
    page.html[tag + 7..].split('"').next().unwrap().to_owned()
}

/// One item chosen with its reason, submitted, approved by the chair.
pub async fn with_contents(site: &Site, base: &str) -> i64 {
    let item = opinion_for_dialogue(site, "Mương tiêu thôn Bến Gỗ tắc từ tháng 6.", "khoa-1").await;
    let mut thu = site.officer("vanthu.vantrach").await;
    let contents = format!("{base}/noi-dung");
    let source = candidate(&thu.get(&contents).await, "Mương tiêu");
    let chosen = [("source", source.as_str()), ("title", "Tiêu thoát nước"), ("reason", "Kéo dài nhiều tháng, ảnh hưởng cả thôn.")];
    press(&mut thu, &contents, &contents, &chosen).await.says("Tiêu thoát nước").says("Kéo dài nhiều tháng");
    press(&mut thu, &contents, &format!("{contents}/trinh"), &[]).await;
    let mut chair = site.officer("chutich.vantrach").await;
    press(&mut chair, &contents, &format!("{contents}/duyet"), &[]).await.says("Đã duyệt");
    item
}

/// The last dialogue was concluded: one matter promised, and done since. Written as rows, because its minutes are another
/// journey.
struct Concluded {
    dialogue: i64,
    item: i64,
}
impl Verb for Concluded {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut d = dialogue::find_public(tx, self.dialogue).await?.unwrap();
        d.state = DialogueState::Concluded;
        d.on_day = "2026-06-20".into();
        dialogue::save(tx, &d).await?;
        let mut i = item::find_public(tx, self.item).await?.unwrap();
        i.standing = Standing::Agreed;
        item::save(tx, &i, cx.now_us).await?;
        let n = NoticeRow {
            id: cx.id(),
            dialogue_id: d.id.clone(),
            unit_id: d.unit_id.clone(),
            public_id: cx.public_id().to_i64(),
            body_id: "D0001-ubnd".into(),
            state: NoticeState::Issued,
            number: Some(42),
            entered_number: Some(42),
            symbol: "42/TB-UBND".into(),
            numbering: Numbering::Entered,
            series: Some(2026),
            signed_on: Some("2026-06-29".into()),
            signer_name: String::new(),
            signer_post: String::new(),
            assessment: String::new(),
            issued_at: Some(cx.now_us),
            canonical: String::new(),
            hash: String::new(),
        };
        notice::add(tx, &n).await?;
        notice::save(tx, &n).await?;
        conclusion::put(
            tx,
            &ConclusionRow {
                id: cx.id(),
                notice_id: n.id.clone(),
                unit_id: d.unit_id.clone(),
                public_id: cx.public_id().to_i64(),
                item_id: i.id.clone(),
                seq: 1,
                substate: Substate::InProgress,
                text: "Nạo vét mương".into(),
                norm: String::new(),
                reason: "Sau vụ lúa".into(),
                body_id: Some("D0001-phong-kinh-te".into()),
                partners: Vec::new(),
                due_on: Some("2026-09-15".into()),
                escalate_unit_id: None,
                escalate_body: String::new(),
                escalate_paper: String::new(),
                escalate_paper_on: None,
            },
        )
        .await?;
        Ok(())
    }
}

on_both! {
    async fn p1_a_draft_goes_to_its_chair_and_to_nobody_else(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get("/cong-viec/doi-thoai").await.says("Chưa có cuộc đối thoại nào");
        let base = draft_with(&mut thu, &DRAFT).await.location.unwrap();
        thu.get("/cong-viec/doi-thoai").await.says("Đối thoại với Nhân dân thôn Bến Gỗ").says("7 giờ 30, Thứ Bảy, 05/12/2026");
        thu.get(&base).await.says("Đang soạn").says("Văn phòng hoàn thiện bản dự thảo");
        press(&mut thu, &base, &format!("{base}/trinh"), &[]).await.says("Chủ tịch UBND xã xem và duyệt");
        // The head of another body, the Front and the office itself see no button, and a forged form is refused.
        for login in ["bithu.vantrach", "mttq.vantrach", "vanthu.vantrach", "kinhte.vantrach"] {
            let mut v = site.officer(login).await;
            v.get(&base).await.hides("/duyet\"");
            let forged = press(&mut v, &base, &format!("{base}/duyet"), &[]).await;
            assert_eq!(forged.status, StatusCode::NOT_FOUND, "{login}");
        }
        // Another commune does not know that it exists.
        let mut other = site.officer("chutich.donglam").await;
        assert_eq!(other.get(&base).await.status, StatusCode::NOT_FOUND);
        let csrf = other.get("/nguoi-dung-dau").await.field("csrf");
        assert_eq!(other.post(&format!("{base}/duyet"), &[("csrf", &csrf), ("key", "k")]).await.status, StatusCode::NOT_FOUND);
        let mut chair = site.officer("chutich.vantrach").await;
        chair.get("/nguoi-dung-dau").await.says("Cuộc đối thoại Đối thoại với Nhân dân thôn Bến Gỗ").says("Còn 5 ngày");
        press(&mut chair, &base, &format!("{base}/duyet"), &[]).await.says("Đã duyệt");
        chair.get("/nguoi-dung-dau").await.says("Không có văn bản nào chờ quyết định");
    }

    async fn p1_state_log_by_role(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let base = draft_with(&mut thu, &DRAFT).await.location.unwrap();
        press(&mut thu, &base, &format!("{base}/trinh"), &[]).await;
        let mut chair = site.officer("chutich.vantrach").await;
        let silent = press(&mut chair, &base, &format!("{base}/tra-lai"), &[("note", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "never returned without a reason");
        press(&mut chair, &base, &format!("{base}/tra-lai"), &[("note", "Dời sang buổi chiều")]).await.says("Đang soạn");
        // The day is wrong: what was typed stays, and the field says how to mend it.
        let form = thu.get(&format!("{base}/sua")).await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let mut wrong = DRAFT.to_vec();
        wrong[4] = ("on_day", "31/11/2026");
        wrong[6] = ("place", "Sân đình");
        wrong.extend([("csrf", csrf.as_str()), ("key", key.as_str())]);
        let page = thu.post(&format!("{base}/sua"), &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.says("tháng 11 chỉ có 30 ngày");
        assert_eq!((page.field("on_day").as_str(), page.field("place").as_str()), ("31/11/2026", "Sân đình"));
        let mut right = DRAFT.to_vec();
        right[5] = ("at_time", "14 giờ");
        right.extend([("csrf", csrf.as_str()), ("key", key.as_str())]);
        thu.submit(&format!("{base}/sua"), &right).await.says("14 giờ, Thứ Bảy, 05/12/2026");
        press(&mut thu, &base, &format!("{base}/trinh"), &[]).await;
        press(&mut chair, &base, &format!("{base}/duyet"), &[]).await;
        let log = thu.get(&base).await;
        log.says("Cuộc đối thoại: Trình Văn phòng HĐND và UBND xã (Cán bộ tham mưu: Lương Thị Mai)")
            .says("Cuộc đối thoại: Trả lại Chủ tịch UBND xã (Người đứng đầu: Nguyễn Thị Hạnh)")
            .says("Dời sang buổi chiều")
            .says("Cuộc đối thoại: Duyệt Chủ tịch UBND xã (Người đứng đầu: Nguyễn Thị Hạnh)");
        thu.get(&format!("{base}?lang=en")).await.says("Dialogue: Approve");
    }

    async fn the_same_form_sent_twice_makes_one_dialogue(db: Fresh) {
        let site = Site::new(db).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let form = thu.get("/cong-viec/doi-thoai/moi").await;
        let (csrf, key) = (form.field("csrf"), form.field("key"));
        let mut all = DRAFT.to_vec();
        all.extend([("csrf", csrf.as_str()), ("key", key.as_str())]);
        let first = thu.post("/cong-viec/doi-thoai/moi", &all).await.location;
        let second = thu.post("/cong-viec/doi-thoai/moi", &all).await.location;
        assert!(first.is_some() && first == second);
        // Nobody but the office drafts, and only heads of the unit chair.
        let mut front = site.officer("mttq.vantrach").await;
        assert_eq!(front.get("/cong-viec/doi-thoai/moi").await.status, StatusCode::NOT_FOUND);
        let mut wrong = DRAFT.to_vec();
        wrong[8] = ("chairs", "D0002-chu-tich");
        assert_eq!(draft_with(&mut thu, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn s0_6_a_chosen_topic_traces_to_a_source_or_says_none(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        let contents = format!("{base}/noi-dung");
        let item = with_contents(&site, &base).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        thu.get(&contents).await.says("Nguồn: 1 ý kiến");
        // The person reads on which day the matter will be answered, by whom.
        let row = item::find_public(&mut site.app.store.read().await.unwrap(), item).await.unwrap().unwrap();
        assert_eq!(row.standing, Standing::Scheduled);
        assert_eq!((row.next.actor.as_str(), row.next.due_on.as_deref()), ("Chủ tịch UBND xã", Some("2026-12-05")));
        let thread = step::thread(&mut site.app.store.read().await.unwrap(), &row.id, true).await.unwrap();
        assert_eq!(thread.iter().filter(|s| s.step.kind() == "scheduled").count(), 1);
        // Without a reason, without a source, or with a source left unnamed it is not taken; what was typed stays.
        let wrong = press(&mut thu, &contents, &contents, &[("source", "named"), ("title", "Nước sạch"), ("reason", "")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.field("title"), "Nước sạch");
        assert!(wrong.html.contains("href=\"#reason\"") && wrong.html.contains("href=\"#source_note\""));
        let none = [("source", "none"), ("title", "Chuyển đổi số"), ("reason", "Thông tin chính sách mới.")];
        press(&mut thu, &contents, &contents, &none).await.says("Nguồn: Không xuất phát từ ý kiến nào đã tiếp nhận");
        // New contents need the chair's yes again; what was scheduled is not told twice.
        thu.get(&base).await.says("Nội dung đối thoại chưa được người chủ trì duyệt");
        press(&mut thu, &contents, &format!("{contents}/trinh"), &[]).await;
        let mut chair = site.officer("chutich.vantrach").await;
        press(&mut chair, &contents, &format!("{contents}/duyet"), &[]).await;
        let thread = step::thread(&mut site.app.store.read().await.unwrap(), &row.id, true).await.unwrap();
        assert_eq!(thread.iter().filter(|s| s.step.kind() == "scheduled").count(), 1);
    }

    async fn a_topic_never_carries_the_words_of_a_text_that_is_not_published(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        opinion_for_dialogue(&site, "Nhà bác Tư lấn mương.", "khoa-9").await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let contents = format!("{base}/noi-dung");
        let source = candidate(&thu.get(&contents).await, "Nhà bác Tư");
        let untitled = press(&mut thu, &contents, &contents, &[("source", source.as_str()), ("reason", "Gấp")]).await;
        assert_eq!(untitled.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(untitled.html.contains("href=\"#title\""));
        let phone = [("source", source.as_str()), ("reason", "Gấp"), ("title", "Gọi 0912345678")];
        assert_eq!(press(&mut thu, &contents, &contents, &phone).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn a_dropped_topic_gives_its_items_back_to_the_office(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        let public_id = with_contents(&site, &base).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let contents = format!("{base}/noi-dung");
        let topic = thu.get(&contents).await.field("row");
        let silent = press(&mut thu, &contents, &format!("{contents}/bo"), &[("row", &topic), ("note", "")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        press(&mut thu, &contents, &format!("{contents}/bo"), &[("row", &topic), ("note", "Giao phòng làm ngay")])
            .await
            .says("Đã bỏ 1 nội dung");
        let row = item::find_public(&mut site.app.store.read().await.unwrap(), public_id).await.unwrap().unwrap();
        assert_eq!(row.standing, Standing::Triaged);
        assert_eq!((row.next.actor.as_str(), row.next.due_on.is_some()), ("Văn phòng HĐND và UBND xã", true));
    }

    async fn p2_a_body_prepares_an_answer_that_the_chair_approves(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        with_contents(&site, &base).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let brief = format!("{base}/tong-hop");
        let page = thu.get(&brief).await;
        page.says("Chưa giao cơ quan nào chuẩn bị");
        let at = page.html.find("<option value=\"0").unwrap();
        let topic = page.html[at + 15..].split('"').next().unwrap().to_owned();
        let late = press(&mut thu, &brief, &brief, &[("topic", &topic), ("body", "D0001-phong-kinh-te"), ("due", "06/12/2026")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "not after the dialogue itself");
        assert_eq!(late.field("due"), "06/12/2026");
        press(&mut thu, &brief, &brief, &[("topic", &topic), ("body", "D0001-phong-kinh-te"), ("due", "01/12/2026")])
            .await
            .says("Phòng Kinh tế xã");
        let mut body = site.officer("kinhte.vantrach").await;
        let list = body.get("/nhiem-vu/tra-loi").await;
        list.says("Tiêu thoát nước").says("Thứ Ba, 01/12/2026");
        let answer = list.link("/nhiem-vu/tra-loi/");
        body.get(&answer).await.says("Mương tiêu thôn Bến Gỗ tắc từ tháng 6.");
        // Another body is not asked: it sees nothing of it and cannot write.
        let mut other = site.officer("vanxa.vantrach").await;
        assert_eq!(other.get(&answer).await.status, StatusCode::NOT_FOUND);
        other.get("/nhiem-vu/tra-loi").await.says("Không còn dự kiến trả lời nào cơ quan đồng chí phải soạn");
        other.get("/nhiem-vu/tra-loi?loc=tat-ca").await.says("Chưa có nội dung nào giao cho cơ quan đồng chí");
        let forged = press(&mut other, "/nhiem-vu/tra-loi", &answer, &[("text", "x"), ("act", "submit")]).await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
        let mut front = site.officer("mttq.vantrach").await;
        assert_eq!(front.get(&brief).await.status, StatusCode::NOT_FOUND);
        let empty = press(&mut body, &answer, &answer, &[("text", ""), ("norm", "KH 12"), ("act", "submit")]).await;
        assert_eq!((empty.status, empty.field("norm").as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "KH 12"));
        press(&mut body, &answer, &answer, &[("text", "Nạo vét trước 15/12."), ("norm", "KH 12"), ("act", "keep")])
            .await
            .says("Trình dự kiến trả lời");
        press(&mut body, &answer, &answer, &[("text", "Nạo vét trước 15/12."), ("norm", "KH 12"), ("act", "submit")])
            .await
            .says("Đã trình");
        let mut chair = site.officer("chutich.vantrach").await;
        chair.get("/nguoi-dung-dau").await.says("Dự kiến trả lời Đối thoại với Nhân dân thôn Bến Gỗ").says("Tiêu thoát nước");
        press(&mut chair, &answer, &format!("{answer}/tra-lai"), &[("note", "Ghi rõ kinh phí")]).await;
        body.get(&answer).await.says("Ghi rõ kinh phí");
        press(&mut body, &answer, &answer, &[("text", "Nạo vét trước 15/12, 80 triệu đồng."), ("act", "submit")]).await;
        press(&mut chair, &answer, &format!("{answer}/duyet"), &[]).await.says("Đã duyệt");
        thu.get(&brief).await.says("80 triệu đồng").says("Mương tiêu thôn Bến Gỗ tắc từ tháng 6");
        thu.get(&base).await.says("Dự kiến trả lời: đã duyệt 1 trên 1");
    }

    async fn s0_8_contents_without_approval_are_not_announced(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let announce = format!("{base}/bao-truoc");
        let refused = press(&mut thu, &announce, &announce, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Chọn ít nhất một nội dung đối thoại").says("Nội dung đối thoại chưa được người chủ trì duyệt");
        assert!(refused.html.contains("<title>Lỗi: "));
        thu.get(&base).await.says("Đã duyệt");
    }

    async fn s0_8_without_documents_it_is_announced_by_a_chair_only_by_name_and_with_the_reason(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        with_contents(&site, &base).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let announce = format!("{base}/bao-truoc");
        let lacking = "Cần ít nhất 1 tài liệu công khai kèm thông báo, đã có 0 (mức do phần mềm tạm đặt, chưa xác nhận)";
        thu.get(&base).await.says(lacking);
        thu.get(&announce).await.says(lacking).says("xin đưa lên ở thẻ Tài liệu");
        let refused = press(&mut thu, &announce, &announce, &[("documents_reason", "Vội")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says(lacking).says("Chỉ người chủ trì quyết định");
        let mut chair = site.officer("chutich.vantrach").await;
        assert_eq!(press(&mut chair, &announce, &announce, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let private = press(&mut chair, &announce, &announce, &[("documents_reason", "Hỏi anh Tư 0912 345 678")]).await;
        assert_eq!(private.status, StatusCode::UNPROCESSABLE_ENTITY);
        private.says("ai cũng đọc được").says("Hỏi anh Tư");
        press(&mut chair, &announce, &announce, &[("documents_reason", "Dự thảo đề án còn chờ thẩm định")])
            .await
            .says("Thông báo không kèm tài liệu");
        thu.get(&base)
            .await
            .says("Dự thảo đề án còn chờ thẩm định")
            .says("Thông báo cho Nhân dân Chủ tịch UBND xã (Người đứng đầu: Nguyễn Thị Hạnh)");
        let page = site.visitor().get(&base.replace("/cong-viec", "")).await;
        page.says("Thông báo không kèm tài liệu. Lý do: Dự thảo đề án còn chờ thẩm định").says("Chủ tịch UBND xã");
        // With its document nobody has to decide anything.
        let other = format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(crate::hall::ready(&site, "Mương tiêu").await));
        thu.get(&other).await.says("1 tài liệu công khai cùng thông báo").hides("Cần ít nhất 1 tài liệu");
        press(&mut thu, &format!("{other}/bao-truoc"), &format!("{other}/bao-truoc"), &[])
            .await
            .says("Ngày thông báo")
            .hides("Thông báo không kèm tài liệu");
    }

    async fn l2_twelve_days_before_is_announced_and_posted(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        with_contents(&site, &base).await;
        crate::hall::documented_at(&site, &base).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let announce = format!("{base}/bao-truoc");
        thu.get(&announce).await.says("Thông báo chậm nhất Thứ Bảy, 28/11/2026").says("Điều 43");
        press(&mut thu, &announce, &announce, &[]).await.says("Ngày thông báo: Thứ Hai, 23/11/2026").hides("Thông báo muộn");
        thu.get(&base).await.says("Đã thông báo").says("Tổ chức đối thoại: Thứ Bảy, 05/12/2026");
        let paper = thu.get(&format!("{base}/giay-moi")).await;
        paper
            .says("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            .says("ỦY BAN NHÂN DÂN XÃ VÂN TRẠCH")
            .says("Kính thưa Nhân dân xã Vân Trạch")
            .says("Vân Trạch, ngày 23 tháng 11 năm 2026");
        paper
            .says("Nhà văn hóa thôn Bến Gỗ")
            .says("Tiêu thoát nước")
            .says("BÀI ĐỌC TRÊN LOA")
            .says("Xin nhắc lại: 7 giờ 30, Thứ Bảy, 05/12/2026");
        assert_eq!(paper.html.matches("<h1").count(), 1, "two papers, one page");
        site.officer("chutich.vantrach").await.get("/nguoi-dung-dau/nam").await.says("Sắp tới 05/12");
        let found = site.visitor().get("/tim-kiem?q=doi+thoai+ben+go").await;
        found.says("Đối thoại với Nhân dân thôn Bến Gỗ").says("Xã Vân Trạch, Thành phố Hải Phòng. 05/12/2026");
        // What people were told is not changed behind their back.
        let contents = format!("{base}/noi-dung");
        let forged = press(&mut thu, &contents, &contents, &[("source", "none"), ("title", "X"), ("reason", "y")]).await;
        assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
        forged.says("Chưa làm được bước này");
    }

    async fn l2_six_days_before_is_refused_and_then_announced_by_the_chair_by_name(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        with_contents(&site, &base).await;
        crate::hall::documented_at(&site, &base).await;
        site.on(date(2026, 11, 29));
        let announce = format!("{base}/bao-truoc");
        let mut thu = site.officer("vanthu.vantrach").await;
        let refused = press(&mut thu, &announce, &announce, &[("late_reason", "Vội")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Phải thông báo trước ít nhất 7 ngày, tức là chậm nhất ngày 28/11/2026").says("Chỉ người chủ trì quyết định");
        // The head of another body gives no override either.
        let mut secretary = site.officer("bithu.vantrach").await;
        assert_eq!(press(&mut secretary, &announce, &announce, &[("late_reason", "Bão số 9")]).await.status, StatusCode::NOT_FOUND);
        let mut chair = site.officer("chutich.vantrach").await;
        assert_eq!(press(&mut chair, &announce, &announce, &[("late_reason", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        press(&mut chair, &announce, &announce, &[("late_reason", "Bão số 9, dời theo Công văn 203")])
            .await
            .says("Thông báo muộn hơn quy định");
        thu.get(&base)
            .await
            .says("Thông báo muộn hơn quy định")
            .says("Bão số 9, dời theo Công văn 203")
            .says("Thông báo cho Nhân dân Chủ tịch UBND xã (Người đứng đầu: Nguyễn Thị Hạnh)");
    }

    async fn p3_the_first_agenda_item_is_last_times_result(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let agenda = format!("{base}/chuong-trinh");
        thu.get(&agenda).await.says("1. Kết quả giải quyết kiến nghị kỳ trước").says("chưa có kiến nghị kỳ trước");
        let typed = TypedDraft {
            kind: "regular".into(),
            basis: "both".into(),
            form: "in_person".into(),
            title: "Đối thoại tháng 6".into(),
            on_day: "23/11/2026".into(),
            chairs: vec!["D0001-chu-tich".into()],
            ..TypedDraft::default()
        };
        let draft = draft(&typed, site.app.clock.today()).unwrap();
        let last = site.app.carry_out(&office(), DraftDialogue { unit_id: VAN_TRACH.into(), draft }).await.unwrap();
        let done = opinion_for_dialogue(&site, "Nạo vét mương Đồng Vàng.", "khoa-7").await;
        site.app.carry_out(&office(), Concluded { dialogue: last, item: done }).await.unwrap();
        with_contents(&site, &base).await;
        let page = thu.get(&agenda).await;
        page.says("1. Kết quả giải quyết kiến nghị kỳ trước")
            .says("Đối thoại tháng 6 , 20/6/2026")
            .says("có 1 việc: 0 đã giải quyết, 1 chưa giải quyết, 0 kiến nghị cấp trên")
            .says("trong 1 việc: 1 việc đã có kết quả, trong đó 1 việc người dân đồng ý; 0 việc đang giải quyết")
            .says("Chưa giải quyết: đang giải quyết Người dân đồng ý Phòng Kinh tế xã Hạn 15/9/2026")
            .says("3. Tiêu thoát nước")
            .says("5. Kết luận của người chủ trì");
        page.link(&format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(last)));
    }

    async fn lists_are_filtered_in_the_address(db: Fresh) {
        let site = Site::new(db).await;
        let base = approved(&site).await;
        let mut thu = site.officer("vanthu.vantrach").await;
        let mut second = DRAFT.to_vec();
        second[3] = ("title", "Chuyên đề đất đai");
        second[0] = ("kind", "thematic");
        draft_with(&mut thu, &second).await;
        thu.get("/cong-viec/doi-thoai?trang_thai=draft").await.says("Chuyên đề đất đai").hides(&base);
        thu.get("/cong-viec/doi-thoai?loai=regular").await.says("Đối thoại với Nhân dân thôn Bến Gỗ").hides("Chuyên đề đất đai");
        thu.get("/cong-viec/doi-thoai?trang_thai=closed").await.says("Không có cuộc nào theo lựa chọn này");
        let mut front = site.officer("mttq.vantrach").await;
        front.get("/cong-viec/doi-thoai").await.says("Chuyên đề đất đai").hides("/cong-viec/doi-thoai/moi");
    }
}
