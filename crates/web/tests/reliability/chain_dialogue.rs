//! A dialogue through the pages of the real program, killed in the middle of every form: the clerk enters a matter and takes
//! it to a dialogue, drafts that, chooses its contents, announces and holds it, writes the minutes; the chair approves,
//! signs, issues the conclusion; the city receives what was sent up to it and answers; the commune tells the person. Each
//! step stands there once or not at all, and once where it was acknowledged.

use caunoi_domain::opinion::tracking_code::PublicId;
use caunoi_testkit::Fresh;

use crate::{
    browser::Browser,
    chain::{PDF, World},
    client::Answer,
    place,
};

const DRAFT: [(&str, &str); 11] = [
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
const TEXT: &str = "Đèn đường tỉnh qua thôn Bến Gỗ hỏng, xin thay.";

/// The value of the radio button beside these words.
fn beside(page: &Answer, words: &str) -> String {
    let page = page.text();
    let at = page.find(&format!("<b>{words}")).unwrap_or_else(|| panic!("no choice {words}: {page}"));
    let tag = page[..at].rfind("value=\"").unwrap();
    page[tag + 7..].split('"').next().unwrap().to_owned()
}

/// The commune's officers and the one of the city.
struct Hands {
    clerk: Browser,
    chair: Browser,
    chief: Browser,
    city: Browser,
}

/// A matter comes in by letter and is taken to a dialogue; answers its item.
async fn matter(w: &mut World, clerk: &mut Browser) -> String {
    let entry = [
        ("kind", "petition"),
        ("channel", "paper"),
        ("received_on", "20/11/2026"),
        ("full_name", "Phạm Thị Lành"),
        ("phone", ""),
        ("address", "Thôn Bến Gỗ"),
        ("part_title", ""),
        ("part", TEXT),
    ];
    w.fill(clerk, ("/cong-viec/nhap", "/cong-viec/nhap", "opinion.received"), &entry, None).await;
    let slip = clerk.get(&w.address(), "/cong-viec/nhap/phieu").await.unwrap();
    let opinion = clerk.get(&w.address(), &slip.link("/cong-viec/y-kien/")).await.unwrap();
    let item = opinion.link("/cong-viec/phan-loai/viec/phan-loai?chon=").rsplit('=').next().unwrap().to_owned();
    let queue = "/cong-viec/phan-loai";
    w.fill(clerk, (queue, queue, "item.to_dialogue"), &[("viec", "doi-thoai"), ("chon", &item)], None).await;
    item
}

/// Drafted, its contents chosen, announced; answers its address.
async fn announced(w: &mut World, h: &mut Hands) -> String {
    let new = "/cong-viec/doi-thoai/moi";
    let base = w.fill(&mut h.clerk, (new, new, "dialogue.drafted"), &DRAFT, None).await;
    let base = base.split(['?', '#']).next().unwrap().to_owned();
    w.fill(&mut h.clerk, (&base, &format!("{base}/trinh"), "dialogue.submitted"), &[], None).await;
    w.fill(&mut h.chair, (&base, &format!("{base}/duyet"), "dialogue.approved"), &[], None).await;
    let contents = format!("{base}/noi-dung");
    let source = beside(&h.clerk.get(&w.address(), &contents).await.unwrap(), "Đèn đường tỉnh qua thôn");
    let chosen = [("source", source.as_str()), ("title", "Đèn đường tỉnh"), ("reason", "Nhiều tháng chưa được sửa.")];
    w.fill(&mut h.clerk, (&contents, &contents, "topic.chosen"), &chosen, None).await;
    w.fill(&mut h.clerk, (&contents, &format!("{contents}/trinh"), "contents.submitted"), &[], None).await;
    w.fill(&mut h.chair, (&contents, &format!("{contents}/duyet"), "contents.approved"), &[], None).await;
    let documents = format!("{base}/tai-lieu");
    let paper = [("doc_title", "Tóm tắt nội dung đối thoại"), ("symbol", "")];
    w.fill(&mut h.clerk, (&documents, &documents, "dialogue.document_added"), &paper, Some(("files", "tom-tat.pdf", PDF))).await;
    let announce = format!("{base}/bao-truoc");
    w.fill(&mut h.clerk, (&announce, &announce, "dialogue.announced"), &[], None).await;
    base
}

/// Held, its minutes written, checked and signed.
async fn held(w: &mut World, h: &mut Hands, base: &str, item: &str) {
    let at = format!("{base}/bien-ban");
    let to = |what: &str| format!("{at}/{what}");
    w.fill(&mut h.clerk, (&at, &to("to-chuc"), "dialogue.held"), &[("held_on", "23/11/2026")], None).await;
    for post in ["D0001-chu-tich", "D0001-tt-hdnd"] {
        let presided = [("post", post), ("mode-0", "in_person")];
        w.fill(&mut h.clerk, (&at, &to("chu-tri"), "presiding.recorded"), &presided, None).await;
    }
    let head = [("opened", "7:30"), ("closed", "11:15"), ("secretary", "Lương Thị Mai")];
    w.fill(&mut h.clerk, (&at, &at, "minutes.head_written"), &head, None).await;
    let entry = [
        ("village", "D0001-v1"),
        ("said", "Xin thay đèn đường tỉnh."),
        ("answer", "Xã kiến nghị thành phố."),
        ("answered_by", "Chủ tịch UBND xã"),
        ("link", item),
    ];
    w.fill(&mut h.clerk, (&at, &to("phat-bieu"), "minutes.entry_written"), &entry, None).await;
    w.fill(&mut h.clerk, (&at, &to("kiem-tra"), "minutes.checked"), &[], None).await;
    w.fill(&mut h.chair, (&at, &to("ky"), "minutes.signed"), &[], None).await;
}

/// The conclusion notice, by which the matter goes to the city.
async fn concluded(w: &mut World, h: &mut Hands, base: &str, item: &str) {
    let at = format!("{base}/thong-bao");
    let drafted = w.fill(&mut h.clerk, (&at, &format!("{at}/soan"), "notice.drafted"), &[("body", "D0001-ubnd")], None).await;
    let drafted = drafted.split('#').next().unwrap();
    let notice = h.clerk.get(&w.address(), drafted).await.unwrap().field("notice");
    let up = [("notice", notice.as_str()), ("item", item), ("substate", "sent"), ("text", "Thay đèn đường tỉnh"), ("receiver", "31.2025")];
    w.fill(&mut h.clerk, (&at, &format!("{at}/ket-luan"), "item.concluded_in_draft"), &up, None).await;
    let (on, row) = (format!("{at}?tb={notice}"), [("row", notice.as_str())]);
    w.fill(&mut h.chief, (&on, &format!("{at}/kiem-tra"), "notice.checked"), &row, None).await;
    w.fill(&mut h.chair, (&on, &format!("{at}/ban-hanh"), "notice.issued"), &row, None).await;
    w.fill(&mut h.clerk, (&at, &format!("{base}/khep"), "dialogue.closed"), &[], None).await;
}

/// The city says that it has received the matter, and answers it; the commune tells the person.
async fn answered(w: &mut World, h: &mut Hands) {
    let sent = w.number("SELECT public_id AS v FROM escalation WHERE mode = 'inbox' ORDER BY id DESC").await;
    let sent = format!("/cap-tren/{}", PublicId::from_i64(sent));
    w.fill(&mut h.city, (&sent, &format!("{sent}/nhan"), "escalation.acknowledged"), &[], None).await;
    let answer = [("answer", "Thành phố thay đèn trước 15/12."), ("norm", "Luật Đường bộ 2024")];
    w.fill(&mut h.city, (&sent, &format!("{sent}/tra-loi"), "escalation.answered"), &answer, Some(("files", "tl.pdf", PDF))).await;
    let told = [("manner", "phone"), ("then", "resolved")];
    w.fill(&mut h.clerk, (&sent, &format!("{sent}/bao-nguoi-dan"), "item.resolved"), &told, None).await;
}

async fn killed_in_every_form(on: Fresh) {
    let mut w = World::on(on);
    let officer = async |w: &World, login: &str, from: u16| Browser::officer(&w.address(), w.data(), login, from).await;
    let mut h = Hands {
        clerk: officer(&w, "vanthu.vantrach", 1).await,
        chair: officer(&w, "chutich.vantrach", 2).await,
        chief: officer(&w, "chanhvp.vantrach", 3).await,
        city: officer(&w, "vanphong.thanhpho", 4).await,
    };
    let item = matter(&mut w, &mut h.clerk).await;
    let base = announced(&mut w, &mut h).await;
    held(&mut w, &mut h, &base, &item).await;
    concluded(&mut w, &mut h, &base, &item).await;
    answered(&mut w, &mut h).await;
    let minutes = h.clerk.get(&w.address(), &format!("{base}/bien-ban")).await.unwrap().text();
    assert_eq!(minutes.matches("Xin thay đèn đường tỉnh.").count(), 1, "it was said once");
    w.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_every_form_of_a_dialogue_each_counts_once() {
    killed_in_every_form(place::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_every_form_of_a_dialogue_on_postgres_each_counts_once() {
    killed_in_every_form(caunoi_testkit::postgres().await).await;
}
