//! A dialogue through the pages of the real program, killed in the middle of every form from the matter that is taken to it
//! to the day on which it is held: drafted, approved, its contents chosen and approved, its paper, its announcement. Each
//! step stands there once or not at all, and once where it was acknowledged.

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

/// The commune's officers.
struct Hands {
    clerk: Browser,
    chair: Browser,
}

/// A matter comes in by letter and is taken to a dialogue.
async fn matter(w: &mut World, clerk: &mut Browser) {
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

async fn killed_in_every_form(on: Fresh) {
    let mut w = World::on(on);
    let officer = async |w: &World, login: &str, from: u16| Browser::officer(&w.address(), w.data(), login, from).await;
    let mut h = Hands { clerk: officer(&w, "vanthu.vantrach", 1).await, chair: officer(&w, "chutich.vantrach", 2).await };
    matter(&mut w, &mut h.clerk).await;
    let base = announced(&mut w, &mut h).await;
    let at = format!("{base}/bien-ban");
    w.fill(&mut h.clerk, (&at, &format!("{at}/to-chuc"), "dialogue.held"), &[("held_on", "23/11/2026")], None).await;
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
