//! Every kind of page that a visitor, an officer or the holder of a link reaches from where they start, in both languages:
//! found by its address in the program's source, opened, its HTML as it was sent, by axe-core, at 360 px; and a citizen's
//! pages by their weight too; of every page followed, how many statements the store ran for it. Links are followed without the browser; it opens of each kind as many as are asked for.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    time::{Duration, Instant},
};

use crate::{
    axe::findings,
    chromium::{Browser, Script},
    html::faults,
    routes::Routes,
    site::{Fetched, Site},
    sound::{heavy, unsound},
};

/// Pages of one kind whose links are followed for the first who sees it, and for each other role.
const FOLLOWED: [usize; 2] = [6, 3];
/// Statements that a page runs at most for what it shows (docs/adr/0012).
const STATEMENTS: u64 = 2;
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
const OFFICERS: [&str; 12] = [
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
    "chutich.thanhpho",
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

/// What is walked through in a language, and what came of it.
struct Crawl<'a> {
    site: &'a Site,
    routes: Routes,
    lang: &'static str,
    /// So many pages of each kind are opened in the browser, whoever sees them.
    of_a_kind: usize,
    /// Pages of each kind that were opened in the browser.
    opened: BTreeMap<String, usize>,
    /// Kinds whose links were followed.
    followed: BTreeSet<String>,
    /// The most statements that a page of each kind took, and which.
    asked: BTreeMap<String, (u64, String)>,
    wrong: Vec<String>,
    /// How long links were followed, and how long pages were looked at in the browser.
    took: [Duration; 2],
}

impl<'a> Crawl<'a> {
    fn new(site: &'a Site, lang: &'static str, of_a_kind: usize) -> Self {
        Self {
            site,
            routes: Routes::of_the_program(),
            lang,
            of_a_kind,
            opened: BTreeMap::new(),
            followed: BTreeSet::new(),
            asked: BTreeMap::new(),
            wrong: Vec::new(),
            took: [Duration::ZERO; 2],
        }
    }

    /// In Vietnamese two pages of each kind, in English one.
    fn in_both(site: &'a Site) -> [Self; 2] {
        [Self::new(site, "vi", 2), Self::new(site, "en", 1)]
    }

    fn say(&mut self, name: &str, path: &str, what: impl std::fmt::Display) {
        self.wrong.push(format!("{name} ({}) {path}: {what}", self.lang));
    }

    /// Follows links from these pages on, only to addresses with these beginnings; answers a page of each kind, the first
    /// that was met, with further ones behind it.
    async fn follow(&mut self, name: &str, cookies: &str, from: &[String], within: &[&str]) -> Vec<(String, String)> {
        let begun = Instant::now();
        let mut queue: VecDeque<String> = from.iter().cloned().collect();
        let mut known: BTreeSet<String> = from.iter().cloned().collect();
        let mut met: BTreeMap<String, Vec<String>> = BTreeMap::new();
        while let Some(path) = queue.pop_front() {
            let kind = self.routes.kind(&path).unwrap_or("none").to_owned();
            let most = FOLLOWED[usize::from(self.followed.contains(&kind))];
            if no_page(&kind) || met.get(&kind).is_some_and(|m| m.len() == most) {
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
        self.followed.extend(met.keys().cloned());
        self.took[0] += begun.elapsed();
        first.into_iter().chain(more).collect()
    }

    /// Of these pages those that are to be opened: so many of each kind in all.
    fn still(&self, pages: &[(String, String)]) -> Vec<(String, String)> {
        let mut opened = self.opened.clone();
        let mut left = |kind: &String| {
            let n = opened.entry(kind.clone()).or_default();
            *n += 1;
            *n <= self.of_a_kind
        };
        pages.iter().filter(|(kind, _)| left(kind)).cloned().collect()
    }

    /// Looks at those of these pages that are to be opened, as a reader of this language; their HTML too where the links
    /// were followed in the other one.
    async fn look(&mut self, b: &Browser, (name, cookies): (&str, &str), pages: &[(String, String)], weighed: bool) {
        let pages = self.still(pages);
        if let Some((_, first)) = pages.first() {
            let and = if first.contains('?') { '&' } else { '?' };
            b.go(&format!("{first}{and}lang={}", self.lang)).await;
            if self.followed.is_empty() {
                self.sent(name, cookies, &pages).await;
            }
            self.open(b, name, pages, weighed).await;
        }
    }

    /// Opens pages in the browser.
    async fn open(&mut self, b: &Browser, name: &str, pages: Vec<(String, String)>, weighed: bool) {
        let begun = Instant::now();
        for (kind, path) in pages {
            *self.opened.entry(kind.clone()).or_default() += 1;
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
        self.took[1] += begun.elapsed();
    }

    /// The HTML of pages that were found in the other language, as it is sent in this one.
    async fn sent(&mut self, name: &str, cookies: &str, pages: &[(String, String)]) {
        let begun = Instant::now();
        for (_, path) in pages {
            for fault in faults(&self.site.fetch(path, cookies, self.lang).await.html) {
                self.say(name, path, fault);
            }
        }
        self.took[0] += begun.elapsed();
    }

    /// Says which kinds of address nobody came to, of those that the walk is about.
    fn close(mut self, about: impl Fn(&str) -> bool) {
        let unseen: Vec<String> =
            self.routes.all().filter(|k| about(k) && !no_page(k) && !self.opened.contains_key(*k)).map(str::to_owned).collect();
        for kind in unseen {
            self.say("nobody", &kind, "no page of this kind was reached");
        }
        for (kind, (n, which)) in std::mem::take(&mut self.asked).into_iter().filter(|(kind, _)| kind != "none") {
            // Who reads is asked for before what is read.
            let most = if of_officers(&kind) || of_links(&kind) { STATEMENTS + 1 } else { STATEMENTS };
            if n > most {
                self.say("the store", &which, format!("{n} statements for a page of the kind {kind}, {most} at most"));
            }
        }
        let [followed, looked] = self.took;
        let pages = self.opened.values().sum::<usize>();
        eprintln!("{pages} pages of {} kinds in {}: followed {followed:.0?}, looked at {looked:.0?}", self.opened.len(), self.lang);
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

/// In English the kinds of page that were found in Vietnamese are looked at: links are followed once.
#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_pages_of_citizens_in_both_languages() {
    let (site, _) = Site::with_story().await;
    let (b, other) = tokio::join!(site.visitor(Script::On), site.visitor(Script::On));
    let [mut vi, mut en] = Crawl::in_both(&site);
    let former = "/xa/tuan-hung-kim-thanh";
    let start =
        ["/", "/xa/D0001", "/?q=van%20trach", "/tinh/31", "/tim-kiem?q=den", "/gui-y-kien?xa=D0001", "/dang-nhap", "/khong-co", former];
    let mut pages = vi.follow("public", "", &owned(&start), &["/"]).await;
    // What is read out hangs at the page of the village's link.
    let read_out: Vec<String> = pages.iter().filter(|(k, _)| k == "/thong-bao/{id}").take(1).map(|(_, p)| format!("{p}/ban-tin")).collect();
    pages.extend(vi.follow("public", "", &read_out, &["/thong-bao/"]).await);
    tokio::join!(vi.look(&b, ("public", ""), &pages, true), en.look(&other, ("public", ""), &pages, true));
    for crawl in [vi, en] {
        crawl.close(|kind| !of_officers(kind) && !of_links(kind));
    }
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
        let mut crawl = Crawl::new(&site, lang, 2);
        for link in &links {
            let pages = crawl.follow(&link.kind, "", std::slice::from_ref(&link.path), &[&link.path]).await;
            let pages = crawl.still(&pages);
            crawl.open(&b, &link.kind, pages, false).await;
        }
        // The slip of a village follows on what is sent.
        crawl.close(|kind| of_links(kind) && !kind.ends_with("/phieu"));
    }
}

/// The pages of every role, each in a session of its own. The first roles are those who see most; of each kind the
/// browser opens so many, whoever sees them. In English the kinds that were found in Vietnamese are looked at.
#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_pages_of_officers_in_both_languages() {
    let (site, _) = Site::with_story().await;
    let (b, other) = tokio::join!(site.visitor(Script::On), site.visitor(Script::On));
    let [mut vi, mut en] = Crawl::in_both(&site);
    for login in OFFICERS {
        b.driver().delete_all_cookies().await.unwrap();
        site.sign_in(&b, login).await;
        other.take_session_of(&b).await;
        let cookies = b.cookies().await;
        // A search that finds, and the document that the commune keeps itself, among many that it only reads.
        let found = ["/cong-viec/tim-kiem?q=mương", "/cong-viec/quy-che?q=01-QC"];
        let start = owned(&[&["/cong-viec", "/thong-bao", "/doi-mat-khau", "/doi-vai-tro"], &found[..]].concat());
        let mut pages = vi.follow(login, &cookies, &start, &OFFICE).await;
        let ticked = ticked(&pages);
        pages.extend(vi.follow(login, &cookies, &ticked, &ticked.iter().map(String::as_str).collect::<Vec<_>>()).await);
        let who = (login, cookies.as_str());
        tokio::join!(vi.look(&b, who, &pages, false), en.look(&other, who, &pages, false));
    }
    for crawl in [vi, en] {
        crawl.close(of_officers);
    }
}

/// Pages to which ticks lead instead of links: one of each kind.
fn ticked(pages: &[(String, String)]) -> Vec<String> {
    let task = pages.iter().find(|(kind, _)| kind == "/nhiem-vu/{id}").map(|(_, path)| path.rsplit('/').next().unwrap_or_default());
    let item = pages.iter().find_map(|(kind, path)| path.split_once("chon=").filter(|_| kind == "/cong-viec/phan-loai/viec/{act}"));
    let task = task.map(|id| format!("/nhiem-vu/nhieu/don-doc?chon={id}"));
    let item = item.map(|(_, id)| format!("/cong-viec/phan-loai/cong-bo-nhieu?chon={id}"));
    task.into_iter().chain(item).collect()
}
