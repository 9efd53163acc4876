//! A commune's page: the next dialogue, what is being solved and by whom, what was solved, one big button.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_domain::{
    people::publication_policy::{Choice, enough},
    text::date,
    unit::Level,
};
use caunoi_store::public::{
    commune::{self, Head, IssueLine, NoticeLine},
    place::Place,
};
use serde::Deserialize;

use super::{
    unit,
    view::{DialogueLine, ItemLine},
    year::{self, Month},
};
use crate::{
    Web,
    page::{Page, fault::Fault, icon::Icon, number, render},
};

/// The day that was asked for.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    pub(super) on: String,
}

/// A number of the page: how many, what they are, and the list of exactly them.
struct Figure {
    n: i64,
    say: String,
    href: String,
}

#[derive(Template)]
#[template(path = "public/commune.html")]
struct CommunePage {
    page: Page,
    crumbs: Vec<(String, String)>,
    place: Place,
    send: String,
    formers: String,
    since: String,
    history: String,
    figures: Vec<Figure>,
    rates: Vec<String>,
    published: i64,
    today: String,
    next: Vec<(DialogueLine, String)>,
    open: Vec<ItemLine>,
    resolved: Vec<ItemLine>,
    issues: Vec<(String, String, String)>,
    year: String,
    months: Vec<Month>,
    held: Vec<DialogueLine>,
    notices: Vec<(String, String)>,
    villages: Vec<(String, String)>,
}

/// `GET /xa/{code}`
pub async fn show(page: Page, State(web): State<Web>, Path(code): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let mut conn = web.app.store.read().await?;
    if !asked.on.is_empty() {
        return unit::of_day(page, &mut conn, &code, Level::Commune, &asked.on).await;
    }
    let Some(head) = commune::head(&mut conn, &code, &today.to_string()).await? else {
        return unit::of_day(page, &mut conn, &code, Level::Commune, "").await;
    };
    let mut lists = commune::lists(&mut conn, &head.place.id, &today.to_string()).await?;
    // What will be held comes first; what waits for a new day after it.
    lists.coming.sort_by_key(|d| d.stop.is_some());
    let items = |all: Vec<_>| all.into_iter().map(|i| ItemLine::of(&page, i, today)).collect();
    let (open, resolved) = (items(lists.open), items(lists.resolved));
    let view = CommunePage {
        crumbs: vec![(format!("/tinh/{}", head.place.province_code), head.place.province_name.clone())],
        send: send_words(&page, &head.place),
        formers: lists.formers.join(", "),
        since: head.valid_from.as_deref().map(|d| page.day(d)).unwrap_or_default(),
        history: format!("/xa/{code}?on={today}"),
        figures: figures(&page, &head),
        rates: rates(&page, &head),
        published: head.published,
        today: date::vi(today),
        next: lists
            .coming
            .into_iter()
            .map(|d| (d.how_to_join.clone(), d))
            .map(|(how, d)| (DialogueLine::of_commune(&page, d, today), how))
            .collect(),
        open,
        resolved,
        issues: lists.issues.into_iter().map(|i| issue(&page, &i)).collect(),
        year: today.year().to_string(),
        months: year::months(&page, &lists.year, today),
        held: lists.held.into_iter().map(|d| DialogueLine::of_commune(&page, d, today)).collect(),
        notices: lists.notices.into_iter().map(|n| notice(&page, &n)).collect(),
        villages: lists.villages.into_iter().map(|v| (format!("/xa/{code}/y-kien?thon={}", v.id), v.name)).collect(),
        place: head.place,
        page,
    };
    Ok(render::html(&view))
}

fn send_words(page: &Page, place: &Place) -> String {
    let name = place.name.to_lowercase();
    if name.starts_with("phường") {
        page.t.place_send_ward()
    } else if name.starts_with("đặc khu") {
        page.t.place_send_zone()
    } else {
        page.t.place_send()
    }
}

/// Answered, resolved and agreed stay apart; each opens exactly its rows.
fn figures(page: &Page, h: &Head) -> Vec<Figure> {
    let t = page.t;
    let rows = |show: &str| format!("/xa/{}/y-kien?trang-thai={show}", h.place.code);
    [
        (h.published, t.place_number_published(), "tat-ca"),
        (h.disposed, t.place_number_disposed(), "da-tra-loi"),
        (h.resolved, t.place_number_resolved(), "da-giai-quyet"),
        (h.agreed, t.place_number_agreed(), "nguoi-dan-dong-y"),
        (h.open, t.place_number_open(), "dang-giai-quyet"),
        (h.overdue, t.place_number_overdue(), "qua-han"),
    ]
    .into_iter()
    .map(|(n, say, show)| Figure { n, say, href: rows(show) })
    .collect()
}

/// Shares with their n; of fewer than the least that the unit's policy lets be shown none, and that is said.
fn rates(page: &Page, h: &Head) -> Vec<String> {
    let least = h.least_shown.unwrap_or(Choice::LeastShown.default_value());
    if !enough(h.published, least) {
        return vec![page.t.place_rate_too_few(least)];
    }
    let resolved = number::share(h.resolved, h.published, page.lang).map(|s| page.t.place_rate_resolved(h.resolved, h.published, s));
    let agreed = number::share(h.agreed, h.resolved, page.lang)
        .filter(|_| enough(h.resolved, least))
        .map(|s| page.t.place_rate_agreed(h.agreed, h.resolved, s));
    resolved.into_iter().chain(agreed).collect()
}

fn issue(page: &Page, i: &IssueLine) -> (String, String, String) {
    (super::view::issue_href(i.public_id), i.title.clone(), page.t.place_issue_counts(i.items, i.resolved))
}

fn notice(page: &Page, n: &NoticeLine) -> (String, String) {
    (super::view::notice_href(n.public_id), page.t.place_notice(&n.symbol, page.day(&n.signed_on)))
}
