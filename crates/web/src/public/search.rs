//! Search over everything public. The kind stands in the address.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_app::instant;
use caunoi_domain::{
    dialogue::scope::Stop,
    problem::{Problem, What},
};
use caunoi_store::{
    Conn,
    search::{self, Hit, Wanted},
    unit::{self, UnitRow},
};
use jiff::civil::Date;
use serde::Deserialize;

use super::{
    places::{self, Told},
    view,
};
use crate::{
    Web,
    page::{Page, fault::Fault, form, l10n::L10nLanguage, problems, render, words},
};

/// Results at most on one page.
const MOST: usize = 30;

/// What was asked. All of it stands in the address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    /// Kind.
    loai: String,
    /// Name or code of a commune or a province.
    xa: String,
    /// First and last day.
    tu: String,
    den: String,
    /// Where an opinion stands.
    tinh_trang: String,
}

impl Asked {
    /// The address with another kind.
    fn href(&self, kind: &str) -> String {
        let all = [("loai", kind), ("xa", &self.xa), ("tu", &self.tu), ("den", &self.den), ("tinh_trang", &self.tinh_trang)];
        let rest: String = all.iter().filter(|(_, v)| !v.is_empty()).map(|(k, v)| format!("&{k}={}", view::encode(v))).collect();
        format!("/tim-kiem?q={}{rest}", view::encode(&self.q))
    }

    fn narrowed(&self) -> bool {
        [&self.xa, &self.tu, &self.den, &self.tinh_trang].iter().any(|v| !v.is_empty())
    }
}

/// States as a reader chooses them: address word, standings, words.
const STATES: [Choice; 3] = [
    ("dang-giai-quyet", "received triaged scheduled heard in_progress no_resources escalated superior_answered reopened", |t| {
        t.search_state_open()
    }),
    ("da-giai-quyet", "done agreed", |t| t.search_state_resolved()),
    ("nguoi-dan-dong-y", "agreed", |t| t.search_state_agreed()),
];

/// Kinds as a reader chooses them: address word, kinds of the store, words.
type Choice = (&'static str, &'static str, fn(&L10nLanguage) -> String);
const CHOICES: [Choice; 7] = [
    ("", "", |t| t.search_all()),
    ("noi-o", "unit village", |t| t.search_places()),
    ("y-kien", "item", |t| t.search_items()),
    ("van-de", "issue", |t| t.search_issues()),
    ("doi-thoai", "dialogue", |t| t.search_dialogues()),
    ("ket-luan", "conclusion", |t| t.search_conclusions()),
    ("van-ban", "regulation", |t| t.search_regulations()),
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
    asked: Asked,
    q: String,
    loai: &'static str,
    /// Address and words of each kind; true for the current one.
    choices: Vec<(String, String, bool)>,
    /// Address word and words of each state.
    states: Vec<(&'static str, String)>,
    narrowed: bool,
    lines: Vec<Line>,
    more: bool,
    errors: problems::Told,
}

/// `GET /tim-kiem`
pub async fn show(page: Page, State(web): State<Web>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let asked = Asked { q: asked.q.trim().to_owned(), ..asked };
    let (loai, kinds, _) = CHOICES.into_iter().find(|c| c.0 == asked.loai).unwrap_or(("", "", |t| t.search_all()));
    let mut wrong = Vec::new();
    let between = between(&asked, &mut wrong);
    let mut conn = web.app.store.read().await?;
    let place = if asked.xa.is_empty() { None } else { meant(&mut conn, asked.xa.trim()).await? };
    if place.is_none() && !asked.xa.is_empty() {
        wrong.push(Problem::new("xa", What::NotAChoice));
    }
    let (plain, former) = places::without_mark(&asked.q);
    let mut hits = Vec::new();
    if wrong.is_empty() {
        let wanted = Wanted {
            unit_id: place.as_ref().map_or("", |u| u.id.as_str()),
            between,
            states: STATES.iter().find(|s| s.0 == asked.tinh_trang).map_or("", |s| s.1),
            ..Wanted::of(&plain, kinds, i64::try_from(MOST).unwrap_or(0) + 1)
        };
        hits = search::find(&mut conn, wanted).await?;
    }
    let more = hits.len() > MOST;
    hits.retain(|h| places::names(&plain, h));
    hits.truncate(MOST);
    let told = places::tell(&mut conn, page.t, &plain, &hits).await?;
    let mut lines: Vec<Line> = hits.into_iter().zip(told).filter_map(|(h, f)| Some(line(&page, h, f?))).collect();
    if former {
        lines.sort_by_key(|l| l.told.formers.is_empty() && l.told.over.is_empty());
    }
    let view = SearchPage {
        lines,
        choices: CHOICES.iter().map(|(word, _, say)| (asked.href(word), say(page.t), *word == loai)).collect(),
        states: STATES.iter().map(|(word, _, say)| (*word, say(page.t))).collect(),
        errors: problems::Told::of(page.t, &wrong),
        narrowed: asked.narrowed(),
        q: asked.q.clone(),
        asked,
        loai,
        more,
        page,
    };
    Ok(render::form(&view, &wrong))
}

/// Units of one name that are looked at.
const NAMESAKES: i64 = 20;

/// The unit of today that is meant by its code or its name; none where nothing, or more than one, is called so.
async fn meant(conn: &mut Conn<'_>, asked: &str) -> Result<Option<UnitRow>, Fault> {
    if let Some(unit) = unit::find_current(conn, asked).await? {
        return Ok(Some(unit));
    }
    let named = unit::of_name(conn, asked, NAMESAKES).await?;
    let mut today = named.into_iter().map(|(unit, _)| unit).filter(|u| u.period.is_today());
    let first = today.next();
    Ok(if today.next().is_none() { first } else { None })
}

/// From the beginning of the first day to the end of the last, in epoch microseconds.
fn between(asked: &Asked, wrong: &mut Vec<Problem>) -> (i64, i64) {
    let from = form::day(&asked.tu, "tu", wrong);
    let to = form::day(&asked.den, "den", wrong).and_then(|d| d.tomorrow().ok());
    let at = |d: Date| instant(d, 0, 0);
    (from.map_or(i64::MIN, at), to.map_or(i64::MAX, at))
}

fn line(page: &Page, hit: Hit, told: Told) -> Line {
    let place = hit.place.as_ref();
    let href = match hit.kind.as_str() {
        "item" => format!("/y-kien/{}", hit.reference),
        "issue" => format!("/van-de/{}", hit.reference),
        "dialogue" => format!("/doi-thoai/{}", hit.reference),
        "conclusion" => format!("/ket-luan/{}", hit.reference),
        "regulation" => format!("/quy-che/{}", hit.reference),
        _ => place.map_or_else(|| "/".to_owned(), caunoi_store::public::place::Place::href),
    };
    let is_place = matches!(hit.kind.as_str(), "unit" | "village");
    let within = match place {
        _ if is_place => places::within(&hit),
        None => String::new(),
        Some(p) if p.code == p.province_code => p.name.clone(),
        Some(p) => format!("{}, {}", p.name, p.province_name),
    };
    let kind = CHOICES.iter().find(|c| c.1.split(' ').any(|k| k == hit.kind)).map(|c| (c.2)(page.t)).unwrap_or_default();
    // Places are told apart by what is above them. A day that was given up is not told.
    let stop: Option<Stop> = if hit.kind == "dialogue" { hit.state.parse().ok() } else { None };
    let context = if is_place {
        String::new()
    } else if let Some(stop) = stop {
        words::stop(page.t, stop)
    } else {
        hit.context.split(", ").filter(|part| place.is_none_or(|p| *part != p.name)).collect::<Vec<_>>().join(", ")
    };
    let demo = place.is_some_and(caunoi_store::public::place::Place::is_demo);
    Line { href, kind, title: hit.title, within, context, told, demo }
}
