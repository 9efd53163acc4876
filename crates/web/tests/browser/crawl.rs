//! Every page that a visitor or a role can reach by links from where it starts, in both languages: by axe-core, at 360 px,
//! its HTML as it was sent; and a citizen's pages by their weight too.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value;

use crate::{
    axe::findings,
    chromium::{Browser, Script},
    site::Site,
    sound::{heavy, unsound},
};

/// Pages of one kind (the same path but for ids) that are looked at.
const OF_A_KIND: usize = 2;
/// Pages of one role at most.
const PAGES: usize = 60;
const LINKS: &str = "return [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.download)
    .map(a => a.pathname + a.search)";

/// The path with ids left out: `/van-de/{}`.
fn kind_of(path: &str) -> String {
    let path = path.split('?').next().unwrap_or(path);
    let id = |s: &str| s.bytes().any(|b| b.is_ascii_digit()) || s.len() > 24;
    path.split('/').map(|s| if id(s) { "{}" } else { s }).collect::<Vec<_>>().join("/")
}

/// Where officers work; what everybody may read is walked through once, as a visitor.
const OFFICE: [&str; 7] = ["/cong-viec", "/nhiem-vu", "/cap-tren", "/nguoi-dung-dau", "/mat-tran", "/hdnd", "/quan-tri"];

/// Walks links from these pages on, only to addresses with these beginnings; answers what is wrong, by page. What
/// citizens read is weighed.
async fn walk(b: &Browser, name: &str, from: &[&str], within: &[&str]) -> Vec<String> {
    let weighed = within == ["/"];
    let mut wrong = Vec::new();
    let mut queue: VecDeque<String> = from.iter().map(|p| (*p).to_owned()).collect();
    let mut known: BTreeSet<String> = queue.iter().cloned().collect();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut pages = 0;
    while let Some(path) = queue.pop_front() {
        let of_kind = seen.entry(kind_of(&path)).or_default();
        if *of_kind == OF_A_KIND || pages == PAGES {
            continue;
        }
        *of_kind += 1;
        pages += 1;
        b.go(&path).await;
        if b.run("return document.contentType", vec![]).await != "text/html" {
            continue;
        }
        let title = b.driver().title().await.unwrap();
        if b.run("return performance.getEntriesByType('navigation')[0].responseStatus", vec![]).await.as_u64().unwrap_or(200) >= 400 {
            wrong.push(format!("{name} {path}: a link leads to {title:?}"));
        }
        if weighed {
            wrong.extend(heavy(b).await.map(|h| format!("{name} {path}: {h}")));
        }
        wrong.extend(unsound(b).await.into_iter().map(|f| format!("{name} {path}: {f}")));
        wrong.extend(findings(b).await.into_iter().map(|f| format!("{name} {path}: {f}")));
        b.width(360).await;
        if b.overflow().await > 0 {
            wrong.push(format!("{name} {path}: wider than a window of 360 px by {} px", b.overflow().await));
        }
        if std::env::var_os("CAUNOI_SCREENS").is_some() && wrong.is_empty() {
            let file = kind_of(&path).replace("/{}", "").trim_matches('/').replace('/', "-");
            b.shot(&format!("{name}-{}", if file.is_empty() { "home" } else { &file })).await;
        }
        for link in b.run(LINKS, vec![]).await.as_array().into_iter().flatten().filter_map(Value::as_str) {
            let aside = ["/dang-xuat", "/tep/", "/du-lieu/"].iter().any(|p| link.starts_with(p)) || link.contains("lang=");
            let here = within.iter().any(|w| link.starts_with(w));
            if !aside && here && known.insert(link.to_owned()) {
                queue.push_back(link.to_owned());
            }
        }
    }
    eprintln!("{name}: {pages} pages");
    wrong
}

/// A visitor's pages, in Vietnamese and in English.
#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_pages_of_citizens() {
    let (site, _) = Site::with_story().await;
    let b = site.visitor(Script::On).await;
    let start = ["/", "/xa/D0001", "/?q=van%20trach", "/tinh/31", "/tim-kiem?q=den", "/dang-nhap", "/khong-co"];
    let mut wrong = walk(&b, "public", &start, &["/"]).await;
    wrong.retain(|w| !w.contains("/khong-co: a link leads"));
    b.go("/?lang=en").await;
    wrong.extend(walk(&b, "public-en", &["/?lang=en", "/xa/D0001", "/tim-kiem?q=den"], &["/"]).await);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What each person of the demonstration sees with their code: every state of the thread.
#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_threads_that_people_follow() {
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
}

/// The pages of these officers, each in an own session.
async fn officers(logins: &[&str]) {
    let (site, _) = Site::with_story().await;
    let b = site.visitor(Script::On).await;
    let mut wrong = Vec::new();
    for login in logins {
        b.driver().delete_all_cookies().await.unwrap();
        site.sign_in(&b, login).await;
        let name = login.split('.').next().unwrap();
        wrong.extend(walk(&b, name, &["/cong-viec"], &OFFICE).await);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_pages_of_the_secretariat() {
    officers(&["vanthu.vantrach", "chanhvp.vantrach"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_pages_of_heads_and_the_council() {
    officers(&["chutich.vantrach", "bithu.vantrach", "hdnd.vantrach"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_pages_of_bodies_and_the_front() {
    officers(&["kinhte.vantrach", "mttq.vantrach", "ubkt.vantrach"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_pages_of_administrators_and_the_superior() {
    officers(&["quantri.vantrach", "vanphong.thanhpho"]).await;
}
