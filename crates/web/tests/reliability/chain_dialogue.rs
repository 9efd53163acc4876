//! A dialogue through the pages of the real program, killed in the middle of every form: from the matter that is taken to it
//! over draft, contents, paper, announcement, minutes and conclusion notice to the answer of the city and the word to the
//! person. Each step stands there once or not at all, and once where it was acknowledged.

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

/// The commune's officers and the city's office.
struct Hands {
    clerk: Browser,
    chair: Browser,
    chief: Browser,
    city: Browser,
}

/// A matter comes in by letter and is taken to a dialogue; answers its public id.
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
async fn minutes(w: &mut World, h: &mut Hands, base: &str, item: &str) {
    let at = format!("{base}/bien-ban");
    let to = |act: &str| format!("{at}/{act}");
    w.fill(&mut h.clerk, (&at, &to("to-chuc"), "dialogue.held"), &[("held_on", "23/11/2026")], None).await;
    let chair = [("post", "D0001-chu-tich"), ("mode-0", "in_person"), ("person-0", "Nguyễn Thị Hạnh")];
    w.fill(&mut h.clerk, (&at, &to("chu-tri"), "presiding.recorded"), &chair, None).await;
    let council = [("post", "D0001-tt-hdnd"), ("mode-0", "in_person"), ("person-0", "Vũ Đình Khoa")];
    w.fill(&mut h.clerk, (&at, &to("chu-tri"), "presiding.recorded"), &council, None).await;
    let came = [("label", "Nhân dân"), ("invited", "150"), ("present", "146")];
    w.fill(&mut h.clerk, (&at, &to("du"), "attendance.recorded"), &came, None).await;
    let head = [("opened", "7:30"), ("closed", "11:15"), ("secretary", "Lương Thị Mai")];
    w.fill(&mut h.clerk, (&at, &at, "minutes.head_written"), &head, None).await;
    let spoken = [
        ("village", "D0001-v1"),
        ("said", "Xin trả lời việc này."),
        ("answer", "Đã nghe, sẽ kiến nghị thành phố."),
        ("answered_by", "Chủ tịch UBND xã"),
        ("link", item),
    ];
    w.fill(&mut h.clerk, (&at, &to("phat-bieu"), "minutes.entry_written"), &spoken, None).await;
    w.fill(&mut h.clerk, (&at, &to("kiem-tra"), "minutes.checked"), &[], None).await;
    w.fill(&mut h.chair, (&at, &to("ky"), "minutes.signed"), &[], None).await;
}

/// Its notice drafted, its matter concluded, checked, issued; the file closed.
async fn notice(w: &mut World, h: &mut Hands, base: &str, item: &str) {
    let at = format!("{base}/thong-bao");
    let to = |act: &str| format!("{at}/{act}");
    let drafted = w.fill(&mut h.clerk, (&at, &to("soan"), "notice.drafted"), &[("body", "D0001-ubnd")], None).await;
    let notice = drafted.rsplit('=').next().unwrap();
    let page = format!("{at}?tb={notice}");
    let head = [
        ("notice", notice),
        ("numbering", "issued"),
        ("signer_name", "Nguyễn Thị Hạnh"),
        ("signer_post", "Chủ tịch UBND xã"),
        ("assessment", "Nhân dân dự đông, hỏi thẳng."),
    ];
    w.fill(&mut h.clerk, (&page, &at, "notice.head_written"), &head, None).await;
    let up = [("notice", notice), ("item", item), ("substate", "sent"), ("text", "Thay đèn chiếu sáng"), ("receiver", "31.2025")];
    w.fill(&mut h.clerk, (&page, &to("ket-luan"), "item.concluded_in_draft"), &up, None).await;
    w.fill(&mut h.chief, (&page, &to("kiem-tra"), "notice.checked"), &[("row", notice)], None).await;
    w.fill(&mut h.chair, (&page, &to("ban-hanh"), "notice.issued"), &[("row", notice)], None).await;
    w.fill(&mut h.clerk, (&page, &format!("{base}/khep"), "dialogue.closed"), &[("row", notice)], None).await;
}

/// The city takes the matter, answers it; the commune tells the person.
async fn answered(w: &mut World, h: &mut Hands) {
    let sent = h.city.get(&w.address(), "/cap-tren").await.unwrap().text();
    let at = sent.find("Thay đèn chiếu sáng").and_then(|at| sent[..at].rfind("/cap-tren/")).unwrap_or_else(|| panic!("not there: {sent}"));
    let sent = sent[at..].split(['"', '?', '#']).next().unwrap().to_owned();
    let to = |act: &str| format!("{sent}/{act}");
    w.fill(&mut h.city, (&sent, &to("nhan"), "escalation.acknowledged"), &[], None).await;
    let answer = [("answer", "Thành phố thay đèn trước 15/12."), ("norm", "Quyết định 90/QĐ-UBND"), ("paper", "")];
    w.fill(&mut h.city, (&sent, &to("tra-loi"), "escalation.answered"), &answer, Some(("files", "tra-loi.pdf", PDF))).await;
    let told = [("manner", "phone"), ("then", "resolved")];
    w.fill(&mut h.clerk, (&sent, &to("bao-nguoi-dan"), "result.told"), &told, None).await;
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
    minutes(&mut w, &mut h, &base, &item).await;
    notice(&mut w, &mut h, &base, &item).await;
    answered(&mut w, &mut h).await;
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
