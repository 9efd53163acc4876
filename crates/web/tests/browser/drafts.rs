//! What an officer types is kept while they type: on the forms of the counter, of a dialogue, of reminders and of a clause;
//! by the script, and by a button without one. What must not be kept is not, and the page says so.

use caunoi_app::{
    demo::world::{self, VAN_TRACH},
    followup::assign_task::AssignTask,
    regulation::register::RegisterDocument,
};
use caunoi_domain::regulation::document::{Area, Document, DocumentKind, Visibility};
use caunoi_testkit::every_row;
use jiff::civil::date;

use crate::{
    chromium::{Browser, Script},
    keys::opinion,
    site::Site,
};

const CLERK: &str = "vanthu.vantrach";
const ENTER: &str = "/cong-viec/nhap";
const KEPT: &str = "Đã lưu nháp lúc";
const FOUND: &str = "Đây là bản nháp đồng chí lưu lúc";
const NEVER: &str = "Không lưu nháp khiếu nại, tố cáo và văn bản mật";

/// What stands in a field.
async fn value(b: &Browser, name: &str) -> String {
    let script = "return document.querySelector(`[name=\"${arguments[0]}\"]`).value";
    b.run(script, vec![name.into()]).await.as_str().unwrap().to_owned()
}

async fn drafts(site: &Site) -> usize {
    every_row(&site.database).await.lines().filter(|l| l.starts_with("draft:")).count()
}

/// Types into an empty form, waits until the page says that it is kept, and finds it on the page opened anew.
async fn comes_back(b: &Browser, page: &str, fields: &[(&str, &str)]) {
    b.go(page).await;
    assert!(!b.text().await.contains(FOUND), "{page}: nothing was typed before");
    for (name, text) in fields {
        b.fill(name, text).await;
    }
    b.says(KEPT).await;
    b.go(page).await.says(FOUND).await;
    for (name, text) in fields {
        assert_eq!(value(b, name).await, *text, "{page}: {name}");
    }
}

/// A task that is due, so that there is a reminder to be written.
async fn due_task(site: &Site) {
    let office = site.actor(CLERK).await;
    let assign = AssignTask {
        item: opinion(site, 1).await,
        parent: None,
        body_id: world::body(VAN_TRACH, "phong-kinh-te"),
        partners: Vec::new(),
        task: "Nạo vét mương".to_owned(),
        due_on: Some("2026-11-25".to_owned()),
        due_basis: String::new(),
    };
    site.app.carry_out(&office, assign).await.unwrap();
}

/// The page on which a clause of an own document is written.
async fn clause_page(site: &Site) -> String {
    let document = Document {
        id: String::new(),
        kind: DocumentKind::Regulation,
        number: "09-QC/ĐU".to_owned(),
        title: "Quy chế đối thoại (dựng ra)".to_owned(),
        issuer: "Đảng ủy xã (dựng ra)".to_owned(),
        area: Area::Unit,
        unit_id: None,
        issued_on: Some(date(2026, 10, 1)),
        known_by: None,
        valid_from: None,
        valid_to: None,
        days_confirmed: true,
        visibility: Visibility::Public,
        source: "Dựng ra để kiểm thử".to_owned(),
        note: String::new(),
        links: Vec::new(),
        clauses: Vec::new(),
    };
    let verb = RegisterDocument { unit_id: world::unit(VAN_TRACH), id: None, issuer_unit: String::new(), document };
    let id = site.app.carry_out(&site.actor(CLERK).await, verb).await.unwrap();
    format!("/cong-viec/quy-che/{id}/dieu-khoan")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_on_four_forms_is_kept_by_itself_and_comes_back() {
    let site = Site::new().await;
    due_task(&site).await;
    let clause = clause_page(&site).await;
    let b = site.officer(CLERK).await;
    comes_back(&b, ENTER, &[("full_name", "Phạm Thị Lành"), ("part", "Loa thôn Hạ hỏng từ tuần trước.")]).await;
    let dialogue = [("title", "Đối thoại với Nhân dân thôn Hạ"), ("place", "Nhà văn hóa thôn Hạ"), ("on_day", "29/12/2026")];
    comes_back(&b, "/cong-viec/doi-thoai/moi", &dialogue).await;
    let reminder = [("text-D0001-phong-kinh-te", "Đề nghị đồng chí làm ngay mương tiêu.")];
    comes_back(&b, "/cong-viec/nhac-viec", &reminder).await;
    comes_back(&b, &clause, &[("citation", "Điều 9"), ("text", "Mỗi quý một lần.")]).await;
    assert_eq!(drafts(&site).await, 4, "each form has its own");

    // A field more, and the page is left before the script's next look: what was typed last is kept all the same.
    b.go(ENTER).await.fill("address", "Số 5, thôn Hạ").await;
    b.go("/cong-viec").await.go(ENTER).await.says(FOUND).await;
    assert_eq!(value(&b, "address").await, "Số 5, thôn Hạ");

    // What is sent is no draft any more.
    b.choose("kind", "petition").await.choose("channel", "phone").await;
    b.fill("received_on", "20/11/2026").await.says(KEPT).await;
    b.press("Nhập và in phiếu").await.says("Số bí mật").await;
    b.go(ENTER).await;
    assert_eq!((value(&b, "full_name").await, value(&b, "part").await), (String::new(), String::new()));
    assert_eq!(drafts(&site).await, 3);

    // The session is over: the page says that nothing is kept, and what was typed stays on it.
    b.go(ENTER).await;
    b.driver().delete_all_cookies().await.unwrap();
    b.fill("full_name", "Trần Văn Thật").await.says("Chưa lưu được nháp").await;
    assert_eq!(value(&b, "full_name").await, "Trần Văn Thật");
    assert_eq!(drafts(&site).await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn p18_l7_a_denunciation_and_a_secret_paper_are_not_kept_and_the_page_says_so() {
    let site = Site::new().await;
    let b = site.officer(CLERK).await;
    for (name, wrong) in [("kind", "denunciation"), ("kind", "complaint"), ("secret", "yes"), ("part", "Độ mật: Tối mật")] {
        b.go(ENTER).await;
        b.fill("full_name", "Phạm Thị Lành").await.fill("part", "Loa thôn Hạ hỏng.").await.says(KEPT).await;
        assert_eq!(drafts(&site).await, 1);
        if name == "part" {
            b.fill(name, wrong).await;
        } else {
            b.choose(name, wrong).await;
        }
        b.says(NEVER).await;
        assert_eq!(drafts(&site).await, 0, "{wrong}: what was kept before is gone too");
        assert_eq!(value(&b, "full_name").await, "Phạm Thị Lành", "what was typed stays on the page");
        b.go(ENTER).await;
        assert_eq!((value(&b, "full_name").await, value(&b, "part").await), (String::new(), String::new()), "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_script_a_button_keeps_what_was_typed_throws_it_away_or_says_why_not() {
    let site = Site::new().await;
    let b = site.visitor(Script::Off).await;
    site.sign_in(&b, CLERK).await;
    b.go(ENTER).await.fill("full_name", "Phạm Thị Lành").await;
    b.press("Lưu nháp").await.says(FOUND).await;
    assert_eq!((value(&b, "full_name").await.as_str(), drafts(&site).await), ("Phạm Thị Lành", 1));
    b.press("Bỏ bản nháp").await;
    assert_eq!((value(&b, "full_name").await.as_str(), drafts(&site).await), ("", 0));
    b.choose("kind", "denunciation").await.fill("full_name", "Phạm Thị Lành").await;
    b.press("Lưu nháp").await.says(NEVER).await;
    assert_eq!(drafts(&site).await, 0);
}
