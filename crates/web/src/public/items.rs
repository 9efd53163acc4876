//! A commune's published items and its dialogues as lists, paged by key, filters in the address.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_store::public::{
    commune,
    item::{self, Show, VillageChoice, Wanted},
    place::Place,
};
use serde::Deserialize;

use super::view::{self, DialogueLine, ItemLine};
use crate::{
    Web,
    page::{Page, fault::Fault, icon::Icon, l10n::L10nLanguage, render},
};

/// Lines on a page.
const PAGE: usize = 20;

/// What was asked.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default, rename = "trang-thai")]
    show: String,
    #[serde(default)]
    thon: String,
    #[serde(default)]
    sau: String,
}

#[derive(Template)]
#[template(path = "public/items.html")]
struct ItemsPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    place: Place,
    /// Address, words, how many (of the whole commune), current.
    choices: Vec<(String, String, Option<i64>, bool)>,
    show: &'static str,
    /// Id, name, chosen.
    villages: Vec<(String, String, bool)>,
    items: Vec<ItemLine>,
    next: Option<String>,
}

/// `GET /xa/{code}/y-kien`
pub async fn show(page: Page, State(web): State<Web>, Path(code): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let day = today.to_string();
    let mut conn = web.app.store.read().await?;
    let head = commune::head(&mut conn, &code, &day).await?.ok_or(Fault::NotFound)?;
    let show: Show = asked.show.parse().unwrap_or(Show::All);
    let wanted = Wanted {
        unit_id: &head.place.id,
        show,
        village_id: &asked.thon,
        today: &day,
        after: view::after(&asked.sau),
        limit: i64::try_from(PAGE).unwrap_or(0) + 1,
    };
    let (mut lines, villages) = item::list(&mut conn, wanted).await?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let base = format!("/xa/{code}/y-kien");
    let thon = if asked.thon.is_empty() { String::new() } else { format!("&thon={}", view::encode(&asked.thon)) };
    let next =
        lines.last().filter(|_| more).map(|l| format!("{base}?trang-thai={show}{thon}&sau={}", view::key(l.updated_at, l.public_id)));
    let counts = [head.published, head.open, head.overdue, head.disposed, head.resolved, head.agreed];
    let choices = Show::ALL
        .iter()
        .zip(counts)
        .map(|(s, n)| (format!("{base}?trang-thai={s}{thon}"), say(page.t, *s), asked.thon.is_empty().then_some(n), *s == show))
        .collect();
    let view = ItemsPage {
        crumbs: view::crumbs(&head.place),
        choices,
        show: show.code(),
        villages: villages.into_iter().map(|v| village(&page, v, &asked.thon)).collect(),
        items: lines.into_iter().map(|i| ItemLine::of(&page, i, today)).collect(),
        next,
        place: head.place,
        page,
    };
    Ok(render::html(&view))
}

/// Id, name (with its last day where it is over), chosen.
fn village(page: &Page, v: VillageChoice, chosen: &str) -> (String, String, bool) {
    let name = v.valid_to.as_deref().map_or_else(|| v.name.clone(), |to| page.t.unit_village_until(&v.name, page.day(to)));
    let is_chosen = v.id == chosen;
    (v.id, name, is_chosen)
}

fn say(t: &L10nLanguage, s: Show) -> String {
    match s {
        Show::All => t.items_all(),
        Show::Open => t.items_open(),
        Show::Overdue => t.items_overdue(),
        Show::Disposed => t.items_disposed(),
        Show::Resolved => t.items_resolved(),
        Show::Agreed => t.items_agreed(),
    }
}

/// Where the page before ended; pilots only.
#[derive(Deserialize)]
pub struct After {
    #[serde(default)]
    sau: String,
    /// `1`: pilots only.
    #[serde(default)]
    thi_diem: String,
}

#[derive(Template)]
#[template(path = "public/dialogues.html")]
struct DialoguesPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    place: Place,
    dialogues: Vec<DialogueLine>,
    /// Address, words, chosen: all of them, pilots only. Empty where there is no pilot.
    pilots: Vec<(String, String, bool)>,
    next: Option<String>,
}

/// `GET /xa/{code}/doi-thoai`
pub async fn dialogues(
    page: Page,
    State(web): State<Web>,
    Path(code): Path<String>,
    Query(asked): Query<After>,
) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let mut conn = web.app.store.read().await?;
    let head = commune::head(&mut conn, &code, &today.to_string()).await?.ok_or(Fault::NotFound)?;
    let after = asked.sau.rsplit_once('_').and_then(|(day, id)| Some((day, id.parse().ok()?)));
    let pilots = asked.thi_diem == "1";
    let mut lines = commune::dialogues(&mut conn, &head.place.id, pilots, after, i64::try_from(PAGE).unwrap_or(0) + 1).await?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let base = format!("/xa/{code}/doi-thoai");
    let narrow = if pilots { "thi_diem=1&" } else { "" };
    let next = lines.last().filter(|_| more).map(|d| format!("{base}?{narrow}sau={}_{}", d.on_day, d.public_id));
    let choices = if pilots || lines.iter().any(|d| d.pilot) {
        vec![(base.clone(), page.t.yp_pilot_all(), !pilots), (format!("{base}?thi_diem=1"), page.t.yp_pilot_only(), pilots)]
    } else {
        Vec::new()
    };
    let view = DialoguesPage {
        crumbs: view::crumbs(&head.place),
        pilots: choices,
        dialogues: lines.into_iter().map(|d| DialogueLine::of_commune(&page, d, today)).collect(),
        next,
        place: head.place,
        page,
    };
    Ok(render::html(&view))
}
