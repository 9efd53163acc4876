//! Every page that links reach, in both languages: well formed, without style or script inside; and what a citizen's
//! browser loads at the first view stays light, few and without cookies. The rich demonstration is what is walked through.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use caunoi_app::demo;
use http::{StatusCode, header};

use crate::{
    html::faults,
    kit::{Page, Site, Visitor},
};

/// Pages of one kind (the same path but for ids) that are looked at.
const OF_A_KIND: usize = 2;
/// What a citizen's first view weighs at most, with everything it loads, as it is sent.
const BYTES: usize = 60_000;
/// How many requests it makes at most.
const REQUESTS: usize = 5;

fn kind_of(path: &str) -> String {
    let path = path.split('?').next().unwrap_or(path);
    let id = |s: &str| s.bytes().any(|b| b.is_ascii_digit()) || s.len() > 24;
    path.split('/').map(|s| if id(s) { "{}" } else { s }).collect::<Vec<_>>().join("/")
}

/// The values of an attribute in the tags that begin so.
fn values<'a>(html: &'a str, tag: &str, attribute: &str) -> Vec<&'a str> {
    let named = format!(" {attribute}=\"");
    html.split(tag)
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .filter_map(|inside| inside.split(named.as_str()).nth(1))
        .filter_map(|v| v.split('"').next())
        .collect()
}

/// Walks links; answers every page by its path.
async fn walk(v: &mut Visitor, from: &[&str], within: &[&str]) -> BTreeMap<String, Page> {
    let mut queue: VecDeque<String> = from.iter().map(|p| (*p).to_owned()).collect();
    let mut known: BTreeSet<String> = queue.iter().cloned().collect();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut pages = BTreeMap::new();
    while let Some(path) = queue.pop_front() {
        let of_kind = seen.entry(kind_of(&path)).or_default();
        if *of_kind == OF_A_KIND {
            continue;
        }
        let page = v.get(&path).await;
        if !page.headers.get(header::CONTENT_TYPE).is_some_and(|t| t.to_str().unwrap().starts_with("text/html")) {
            continue;
        }
        *of_kind += 1;
        for link in values(&page.html, "<a", "href") {
            let link = link.replace("&#38;", "&").replace("&amp;", "&").split('#').next().unwrap_or_default().to_owned();
            let aside = ["/dang-xuat", "/tep/", "/du-lieu/"].iter().any(|p| link.starts_with(p)) || link.contains("lang=");
            if link.starts_with('/') && !aside && within.iter().any(|w| link.starts_with(w)) && known.insert(link.clone()) {
                queue.push_back(link);
            }
        }
        pages.insert(path, page);
    }
    pages
}

fn wrong_html(name: &str, pages: &BTreeMap<String, Page>) -> Vec<String> {
    let of = |(path, page): (&String, &Page)| {
        let faults: BTreeSet<String> = faults(&page.html).into_iter().collect();
        faults.into_iter().map(|f| format!("{name} {path}: {f}")).collect::<Vec<_>>()
    };
    pages.iter().flat_map(of).collect()
}

const PUBLIC: [&str; 5] = ["/", "/xa/D0001", "/tinh/31", "/tim-kiem?q=muong", "/khong-co"];

#[tokio::test]
async fn s3_8_what_is_published_is_open_to_everybody_well_formed_and_sets_no_cookie() {
    let site = Site::new(caunoi_testkit::sqlite()).await;
    demo::play(&site.app).await.unwrap();
    let mut wrong = Vec::new();
    for lang in ["vi", "en"] {
        let mut v = site.visitor().reading(lang);
        let pages = walk(&mut v, &PUBLIC, &["/"]).await;
        assert!(pages.len() > 25, "{lang}: {} pages", pages.len());
        wrong.extend(wrong_html(lang, &pages));
        for (path, page) in &pages {
            if page.headers.contains_key(header::SET_COOKIE) {
                wrong.push(format!("{lang} {path}: sets a cookie"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The paths of a citizen's first view: what the budget is for.
#[tokio::test]
async fn s2_6_the_first_view_of_a_citizen_is_at_most_60_kb_in_5_requests() {
    let site = Site::new(caunoi_testkit::sqlite()).await;
    demo::play(&site.app).await.unwrap();
    let mut v = site.visitor();
    let dialogue = values(&v.get("/xa/D0001/doi-thoai").await.html, "<a", "href")
        .into_iter()
        .find(|h| h.starts_with("/doi-thoai/"))
        .unwrap()
        .to_owned();
    let item =
        values(&v.get("/xa/D0001/y-kien").await.html, "<a", "href").into_iter().find(|h| h.starts_with("/y-kien/")).unwrap().to_owned();
    let mut wrong = Vec::new();
    for path in [
        "/",
        "/xa/D0001",
        "/xa/D0002",
        "/xa/D0001/y-kien",
        &dialogue,
        &item,
        "/gui-y-kien",
        "/theo-doi",
        "/tro-giup",
        "/tinh/31",
        "/quy-che",
        "/so-lieu",
    ] {
        let page = v.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let html = page.html;
        let mut loaded: BTreeSet<&str> = values(&html, "<link", "href").into_iter().collect();
        loaded.extend(values(&html, "<script", "src"));
        loaded.extend(values(&html, "<img", "src"));
        let mut bytes = html.len();
        for address in &loaded {
            bytes += v.get(address).await.html.len();
        }
        if bytes > BYTES || loaded.len() + 1 > REQUESTS {
            wrong.push(format!("{path}: {bytes} bytes in {} requests", loaded.len() + 1));
        }
        if !values(&html, "<script", "src").is_empty() {
            wrong.push(format!("{path}: loads a script"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a page has something on it: a line of a list, a cell, an article, a field to fill, or a text to read.
fn shows(page: &Page) -> bool {
    let main = page.html.split("<main").nth(1).and_then(|m| m.split("</main>").next()).unwrap_or_default();
    let words: usize = main.split('<').filter_map(|t| t.split_once('>')).map(|(_, text)| text.trim().chars().count()).sum();
    let typed = main.split("<input ").skip(1).any(|i| !i.split('>').next().unwrap_or_default().contains("type=\"hidden\""));
    let listed = ["<li", "<td", "<article", "<dd", "<textarea", "<select", "<fieldset"].iter().any(|t| main.contains(t));
    typed || listed || words > 200
}

/// The pages of ten officers, who see every kind of page that officers have: well formed; no link of theirs leads nowhere;
/// and of each kind at least one has something on it.
#[tokio::test]
async fn pages_of_officers_are_well_formed_lead_on_and_show_something() {
    let site = Site::new(caunoi_testkit::sqlite()).await;
    demo::play(&site.app).await.unwrap();
    let mut wrong = Vec::new();
    let mut shown: BTreeMap<String, bool> = BTreeMap::new();
    let office = ["/cong-viec", "/nhiem-vu", "/cap-tren", "/nguoi-dung-dau", "/mat-tran", "/hdnd", "/quan-tri"];
    for (login, lang) in [
        ("vanthu.vantrach", "vi"),
        ("vanthu.donglam", "en"),
        ("chutich.vantrach", "vi"),
        ("bithu.donglam", "en"),
        ("hdnd.vantrach", "vi"),
        ("kinhte.vantrach", "en"),
        ("mttq.vantrach", "vi"),
        ("ubkt.vantrach", "en"),
        ("quantri.vantrach", "vi"),
        ("vanphong.thanhpho", "en"),
    ] {
        let mut v = site.officer(login).await.reading(lang);
        let pages = walk(&mut v, &["/cong-viec"], &office).await;
        for (path, page) in &pages {
            if !page.status.is_success() {
                wrong.push(format!("{login} {path}: a link leads to {}", page.status));
            }
            *shown.entry(kind_of(path)).or_default() |= shows(page);
        }
        wrong.extend(wrong_html(login, &pages));
    }
    wrong.extend(shown.iter().filter(|(_, shows)| !**shows).map(|(kind, _)| format!("{kind}: nobody sees anything on it")));
    assert!(shown.len() > 60, "{} kinds of pages", shown.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What everybody may read of the demonstration: every link leads somewhere, and of each kind of page one has something
/// on it.
#[tokio::test]
async fn every_public_link_of_the_demonstration_leads_to_a_page_with_something_on_it() {
    let site = Site::new(caunoi_testkit::sqlite()).await;
    demo::play(&site.app).await.unwrap();
    let mut v = site.visitor();
    let pages = walk(&mut v, &["/", "/xa/D0001", "/xa/D0002"], &["/"]).await;
    let dead: Vec<_> = pages.iter().filter(|(_, p)| !p.status.is_success()).map(|(path, p)| format!("{path} {}", p.status)).collect();
    assert!(dead.is_empty(), "{dead:?}");
    let mut shown: BTreeMap<String, bool> = BTreeMap::new();
    for (path, page) in &pages {
        *shown.entry(kind_of(path)).or_default() |= shows(page);
    }
    let bare: Vec<_> = shown.iter().filter(|(_, shows)| !**shows).map(|(kind, _)| kind).collect();
    assert!(bare.is_empty() && shown.len() > 20, "{bare:?} of {}", shown.len());
}
