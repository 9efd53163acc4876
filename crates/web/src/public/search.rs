//! Search over everything public. The kind stands in the address.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_store::search::{self, Hit, Wanted};
use serde::Deserialize;

use super::places::{self, Told};
use crate::{
    Web,
    page::{Page, fault::Fault, l10n::L10nLanguage, render},
};

/// Results at most on one page.
const MOST: usize = 30;

/// What was asked.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    loai: String,
}

/// Kinds as a reader chooses them: address word, kinds of the store, words.
type Choice = (&'static str, &'static str, fn(&L10nLanguage) -> String);
const CHOICES: [Choice; 6] = [
    ("", "", |t| t.search_all()),
    ("noi-o", "unit village", |t| t.search_places()),
    ("y-kien", "item", |t| t.search_items()),
    ("van-de", "issue", |t| t.search_issues()),
    ("doi-thoai", "dialogue", |t| t.search_dialogues()),
    ("ket-luan", "conclusion", |t| t.search_conclusions()),
];

struct Line {
    href: String,
    kind: String,
    title: String,
    within: String,
    context: String,
    told: Told,
    demo: bool,
}

#[derive(Template)]
#[template(path = "public/search.html")]
struct SearchPage {
    page: Page,
    q: String,
    loai: &'static str,
    /// Address word and words of each kind.
    choices: Vec<(&'static str, String)>,
    lines: Vec<Line>,
    more: bool,
}

/// `GET /tim-kiem`
pub async fn show(page: Page, State(web): State<Web>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let q = asked.q.trim().to_owned();
    let (loai, kinds, _) = CHOICES.into_iter().find(|c| c.0 == asked.loai).unwrap_or(("", "", |t| t.search_all()));
    let mut conn = web.app.store.read().await?;
    let limit = i64::try_from(MOST).unwrap_or(0) + 1;
    let (plain, former) = places::without_mark(&q);
    let mut hits = search::find(&mut conn, Wanted { query: &plain, kinds, unit_id: "", limit }).await?;
    let more = hits.len() > MOST;
    hits.retain(|h| places::names(&plain, h));
    hits.truncate(MOST);
    let told = places::tell(&mut conn, page.t, &plain, &hits).await?;
    let mut lines: Vec<Line> = hits.into_iter().zip(told).filter_map(|(h, f)| Some(line(&page, h, f?))).collect();
    if former {
        lines.sort_by_key(|l| l.told.formers.is_empty() && l.told.over.is_empty());
    }
    let choices = CHOICES.iter().map(|(word, _, say)| (*word, say(page.t))).collect();
    Ok(render::html(&SearchPage { page, q, loai, choices, lines, more }))
}

fn line(page: &Page, hit: Hit, told: Told) -> Line {
    let place = &hit.place;
    let href = match hit.kind.as_str() {
        "item" => format!("/y-kien/{}", hit.reference),
        "issue" => format!("/van-de/{}", hit.reference),
        "dialogue" => format!("/doi-thoai/{}", hit.reference),
        "conclusion" => format!("/ket-luan/{}", hit.reference),
        _ => place.href(),
    };
    let is_place = matches!(hit.kind.as_str(), "unit" | "village");
    let within = match (is_place, place.code == place.province_code) {
        (true, _) => places::within(&hit),
        (false, true) => place.name.clone(),
        (false, false) => format!("{}, {}", place.name, place.province_name),
    };
    let kind = CHOICES.iter().find(|c| c.1.split(' ').any(|k| k == hit.kind)).map(|c| (c.2)(page.t)).unwrap_or_default();
    // Places are told apart by what is above them.
    let context =
        if is_place { String::new() } else { hit.context.split(", ").filter(|part| *part != place.name).collect::<Vec<_>>().join(", ") };
    Line { href, kind, title: hit.title, within, context, told, demo: place.is_demo() }
}
