//! Every kind of page that a visitor, an officer or the holder of a link reaches from where they start, in both languages:
//! found by its address in the program's source, opened, its HTML as it was sent, by axe-core, at 360 px; and a citizen's
//! pages by their weight too. Links are followed without the browser; it opens of each kind as many as are asked for.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::{
    axe::findings,
    chromium::{Browser, Script},
    html::faults,
    routes::Routes,
    site::{Fetched, Site},
    sound::{heavy, unsound},
};

/// Pages of one kind whose links are followed for each role.
const FOLLOWED: usize = 6;
/// Where officers work; what everybody may read is walked through as a visitor.
const OFFICE: [&str; 10] = [
    "/cong-viec",
    "/nhiem-vu",
    "/cap-tren",
    "/nguoi-dung-dau",
    "/mat-tran",
    "/hdnd",
    "/quan-tri",
    "/thong-bao",
    "/doi-mat-khau",
    "/doi-vai-tro",
];
/// Who sees every page that officers have.
const OFFICERS: [&str; 11] = [
    "vanthu.vantrach",
    "chutich.vantrach",
    "vanphong.thanhpho",
    "mttq.vantrach",
    "kinhte.vantrach",
    "quantri.vantrach",
    "hdnd.vantrach",
    "ubkt.vantrach",
    "bithu.donglam",
    "vanxa.vantrach",
    "giamdoc.soxaydung",
];
/// Addresses that are no pages, or pages that follow on what is sent: those are looked at where it is sent.
const NO_PAGES: [(&str, &str); 23] = [
    ("/huyen/{code}", "a place of before, which the site of the tests has not: journeys/territory.rs"),
    ("/healthz", "for machines"),
    ("/tai-nguyen/{name}", "styles and scripts"),
    ("/tep/{id}", "a file"),
    ("/cong-viec/tep/{id}", "a file"),
    ("/cong-viec/tai-ve/{table}", "a table"),
    ("/cong-viec/giam-sat.xlsx", "a table"),
    ("/cong-viec/khac-phuc.xlsx", "a table"),
    ("/cong-viec/so-nhiem-vu.xlsx", "a table"),
    ("/cap-tren/so-nhiem-vu.xlsx", "a table"),
    ("/cong-viec/nhap-so/mau.xlsx", "a table"),
    ("/cong-viec/doi-thoai/{id}/bien-ban/van-ban-goc", "the text that was signed"),
    ("/cong-viec/tim-kiem/mo/{log}/{kind}/{reference}", "leads on"),
    ("/theo-doi/{code}", "leads on"),
    ("/theo-doi/y-kien", "axe_finds_nothing_on_the_threads_that_people_follow"),
    ("/theo-doi/thoi-nhan-thu/{token}", "by a mail"),
    ("/gui-y-kien/xem-lai", "after what is sent: grandmother.rs"),
    ("/gui-y-kien/sua", "after what is sent: grandmother.rs"),
    ("/gui-y-kien/gui", "after what is sent: grandmother.rs"),
    ("/gui-y-kien/phieu", "after what is sent: grandmother.rs"),
    ("/cong-viec/nhap/phieu", "after what is sent: clerk.rs"),
    ("/cong-viec/nhap-so/{id}", "after what is sent: clerk.rs"),
    ("/cong-viec/nhap-so/phieu/{batch}", "after what is sent: clerk.rs"),
];

fn no_page(kind: &str) -> bool {
    NO_PAGES.iter().any(|(k, _)| *k == kind)
}

/// The links of a page that are followed: on this site, no file, in the same language.
fn links(html: &str) -> Vec<String> {
    let tags = html.split("<a ").skip(1).filter_map(|t| t.split('>').next());
    let hrefs = tags.filter(|t| !t.contains(" download")).filter_map(|t| t.split("href=\"").nth(1)?.split('"').next());
    let plain = hrefs.map(|h| h.replace("&amp;", "&").replace("&#38;", "&").split('#').next().unwrap_or_default().to_owned());
    plain.filter(|h| h.starts_with('/') && !h.starts_with("/dang-xuat") && !h.contains("lang=")).collect()
}

/// What is walked through, and what came of it.
struct Crawl<'a> {
    site: &'a Site,
    routes: Routes,
    lang: &'static str,
    /// Pages of each kind that were opened in the browser.
    opened: BTreeMap<String, usize>,
    /// The most statements that a page of each kind took, and which.
    asked: BTreeMap<String, (u64, String)>,
    wrong: Vec<String>,
}

impl<'a> Crawl<'a> {
    fn new(site: &'a Site, lang: &'static str) -> Self {
        Self { site, routes: Routes::of_the_program(), lang, opened: BTreeMap::new(), asked: BTreeMap::new(), wrong: Vec::new() }
    }

    fn say(&mut self, name: &str, path: &str, what: impl std::fmt::Display) {
        self.wrong.push(format!("{name} ({}) {path}: {what}", self.lang));
    }

    /// Follows links from these pages on, only to addresses with these beginnings; answers a page of each kind, the first
    /// that was met, with further ones behind it.
    async fn follow(&mut self, name: &str, cookies: &str, from: &[String], within: &[&str]) -> Vec<(String, String)> {
        let mut queue: VecDeque<String> = from.iter().cloned().collect();
        let mut known: BTreeSet<String> = from.iter().cloned().collect();
        let mut met: BTreeMap<String, Vec<String>> = BTreeMap::new();
        while let Some(path) = queue.pop_front() {
            let kind = self.routes.kind(&path).unwrap_or("none").to_owned();
            if no_page(&kind) || met.get(&kind).is_some_and(|m| m.len() == FOLLOWED) {
                continue;
            }
            let Fetched { status, html, statements } = self.site.fetch(&path, cookies, self.lang).await;
            let most = self.asked.entry(kind.clone()).or_default();
            if statements > most.0 {
                *most = (statements, format!("{name} {path}"));
            }
            if status >= 400 && !from.contains(&path) {
                self.say(name, &path, format!("a link leads to {status}"));
            }
            if status >= 400 && kind != "none" {
                continue;
            }
            for fault in faults(&html) {
                self.say(name, &path, fault);
            }
            for link in links(&html) {
                if within.iter().any(|w| link.starts_with(w)) && known.insert(link.clone()) {
                    queue.push_back(link);
                }
            }
            met.entry(kind).or_default().push(path);
        }
        let first = met.iter().map(|(kind, pages)| (kind.clone(), pages[0].clone())).collect::<Vec<_>>();
        let more = met.iter().flat_map(|(kind, pages)| pages.iter().skip(1).map(|p| (kind.clone(), p.clone())));
        first.into_iter().chain(more).collect()
    }

    /// Opens these pages in the browser, of each kind so many in all.
    async fn open(&mut self, b: &Browser, name: &str, pages: Vec<(String, String)>, of_a_kind: usize, weighed: bool) {
        for (kind, path) in pages {
            let opened = self.opened.entry(kind.clone()).or_default();
            if *opened >= of_a_kind {
                continue;
            }
            *opened += 1;
            b.go(&path).await;
            if weighed && let Some(h) = heavy(b).await {
                self.say(name, &path, h);
            }
            b.width(360).await;
            for f in findings(b).await {
                self.say(name, &path, f);
            }
            let over = b.overflow().await;
            if over > 0 {
                self.say(name, &path, format!("wider than a window of 360 px by {over} px"));
            }
            if std::env::var_os("CAUNOI_SCREENS").is_some() {
                let file = kind.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
                b.shot(&format!("{name}-{}", file.trim_matches('-'))).await;
            }
        }
    }

    /// Says which kinds of address nobody came to, of those that the walk is about.
    fn close(mut self, about: impl Fn(&str) -> bool) {
        let unseen: Vec<String> =
            self.routes.all().filter(|k| about(k) && !no_page(k) && !self.opened.contains_key(*k)).map(str::to_owned).collect();
        for kind in unseen {
            self.say("nobody", &kind, "no page of this kind was reached");
        }
        for (kind, (n, which)) in &self.asked {
            eprintln!("{n:4} {kind} {which}");
        }
        eprintln!("{} pages of {} kinds in {}", self.opened.values().sum::<usize>(), self.opened.len(), self.lang);
        assert!(self.wrong.is_empty(), "{}", self.wrong.join("\n"));
    }
}

fn of_officers(kind: &str) -> bool {
    let public = ["/thong-bao/{id}", "/thong-bao/{id}/ban-tin", "/nhiem-vu/lien-ket/{token}"];
    OFFICE.iter().any(|o| kind.starts_with(o)) && !public.contains(&kind)
}

fn of_links(kind: &str) -> bool {
    kind.starts_with("/thon/") || kind == "/nhiem-vu/lien-ket/{token}"
}

fn owned(paths: &[&str]) -> Vec<String> {
    paths.iter().map(|p| (*p).to_owned()).collect()
}

async fn citizens(lang: &'static str, of_a_kind: usize) {
    let (site, _) = Site::with_story().await;
    let b = site.visitor(Script::On).await;
    b.go(&format!("/?lang={lang}")).await;
    let mut crawl = Crawl::new(&site, lang);
    let former = "/xa/tuan-hung-kim-thanh";
    let start =
        ["/", "/xa/D0001", "/?q=van%20trach", "/tinh/31", "/tim-kiem?q=den", "/gui-y-kien?xa=D0001", "/dang-nhap", "/khong-co", former];
    let mut pages = crawl.follow("public", "", &owned(&start), &["/"]).await;
    // What is read out hangs at the page of the village's link.
    let read_out: Vec<String> = pages.iter().filter(|(k, _)| k == "/thong-bao/{id}").take(1).map(|(_, p)| format!("{p}/ban-tin")).collect();
    pages.extend(crawl.follow("public", "", &read_out, &["/thong-bao/"]).await);
    crawl.open(&b, "public", pages, of_a_kind, true).await;
    crawl.close(|kind| !of_officers(kind) && !of_links(kind));
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_pages_of_citizens() {
    citizens("vi", 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_pages_of_citizens_in_english() {
    citizens("en", 1).await;
}

/// What each person of the demonstration sees with their code, in every state of the thread; and what is opened by a link.
#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_threads_that_people_follow_and_on_the_pages_of_links() {
    let (site, codes) = Site::with_story().await;
    let b = site.visitor(Script::On).await;
    let mut wrong = Vec::new();
    let mut states = BTreeSet::new();
    for code in codes.into_iter().filter(|c| states.insert(c.state.clone())) {
        b.go("/theo-doi").await;
        b.fill("code", &code.code).await.press("Xem ý kiến").await;
        assert_eq!(b.path().await, "/theo-doi/y-kien", "{}", code.state);
        let name = format!("follow-{}", code.state);
        b.shot(&name).await;
        wrong.extend(heavy(&b).await.map(|h| format!("{name}: {h}")));
        wrong.extend(unsound(&b).await.into_iter().map(|f| format!("{name}: {f}")));
        wrong.extend(findings(&b).await.into_iter().map(|f| format!("{name}: {f}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let links = caunoi_app::demo::hand_out_links(&site.app).await.unwrap();
    assert_eq!(links.iter().map(|l| l.kind.as_str()).collect::<Vec<_>>(), ["village", "task"]);
    for lang in ["vi", "en"] {
        b.go(&format!("/?lang={lang}")).await;
        let mut crawl = Crawl::new(&site, lang);
        for link in &links {
            let pages = crawl.follow(&link.kind, "", std::slice::from_ref(&link.path), &[&link.path]).await;
            crawl.open(&b, &link.kind, pages, 2, false).await;
        }
        // The slip of a village follows on what is sent.
        crawl.close(|kind| of_links(kind) && !kind.ends_with("/phieu"));
    }
}

/// The pages of every role, each in a session of its own. The first roles are those who see most; of each kind the
/// browser opens so many, whoever sees them.
async fn officers(lang: &'static str, of_a_kind: usize) {
    let (site, _) = Site::with_story().await;
    let b = site.visitor(Script::On).await;
    let mut crawl = Crawl::new(&site, lang);
    for login in OFFICERS {
        b.driver().delete_all_cookies().await.unwrap();
        site.sign_in(&b, login).await;
        b.go(&format!("/cong-viec?lang={lang}")).await;
        let cookies = b.cookies().await;
        // A search that finds, and the document that the commune keeps itself, among many that it only reads.
        let found = ["/cong-viec/tim-kiem?q=mương", "/cong-viec/quy-che?q=01-QC"];
        let start = owned(&[&["/cong-viec", "/thong-bao", "/doi-mat-khau", "/doi-vai-tro"], &found[..]].concat());
        let mut pages = crawl.follow(login, &cookies, &start, &OFFICE).await;
        let ticked = ticked(&pages);
        pages.extend(crawl.follow(login, &cookies, &ticked, &ticked.iter().map(String::as_str).collect::<Vec<_>>()).await);
        crawl.open(&b, login, pages, of_a_kind, false).await;
    }
    crawl.close(of_officers);
}

/// Pages to which ticks lead instead of links: one of each kind.
fn ticked(pages: &[(String, String)]) -> Vec<String> {
    let task = pages.iter().find(|(kind, _)| kind == "/nhiem-vu/{id}").map(|(_, path)| path.rsplit('/').next().unwrap_or_default());
    let item = pages.iter().find_map(|(kind, path)| path.split_once("chon=").filter(|_| kind == "/cong-viec/phan-loai/viec/{act}"));
    let task = task.map(|id| format!("/nhiem-vu/nhieu/don-doc?chon={id}"));
    let item = item.map(|(_, id)| format!("/cong-viec/phan-loai/cong-bo-nhieu?chon={id}"));
    task.into_iter().chain(item).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_pages_of_officers() {
    officers("vi", 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_pages_of_officers_in_english() {
    officers("en", 1).await;
}
