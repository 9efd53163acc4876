//! `/quy-che`: the register of governing documents: what is in force, for whom, on which day (S1.11, S4.1).

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::{
    problem::{Problem, What},
    regulation::document::{DocumentKind, Visibility},
    text::date,
};
use caunoi_store::{
    regulation::{self, OfPlace, RegulationLine, Wanted},
    unit::UnitRow,
};
use jiff::civil::Date;
use serde::Deserialize;

use super::{
    conflicts::{self, ConflictView},
    view,
};
use crate::{
    Web,
    page::{Page, fault::Fault, form, mark::Mark, problems, render, rule_words},
};

/// Lines of a page.
const LINES: usize = 15;

/// What was asked.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Words or a number.
    q: String,
    /// Code word of a kind.
    loai: String,
    /// The day on which it is in force, as typed or ISO.
    ngay: String,
    /// A unit: its code, or code.period.
    noi: String,
    /// Key of the last line of the page before.
    sau: String,
}

/// A document in a list.
pub(super) struct Line {
    pub(super) href: String,
    pub(super) named: String,
    pub(super) title: String,
    pub(super) issuer: String,
    pub(super) place: String,
    pub(super) span: String,
    pub(super) mark: Mark,
    pub(super) internal: bool,
}

#[derive(Template)]
#[template(path = "public/regulations.html")]
struct RegulationsPage {
    page: Page,
    asked: Asked,
    /// The day as it stands in the field.
    day: String,
    heading: String,
    kinds: Vec<(&'static str, String)>,
    places: Vec<(String, String)>,
    lines: Vec<Line>,
    next: Option<String>,
    /// What documents of the chosen place say otherwise on the day.
    conflicts: Vec<ConflictView>,
    /// Documents of the units from which the chosen place was formed.
    former: Vec<Line>,
    errors: problems::Told,
}

/// `GET /quy-che`
pub async fn show(page: Page, State(web): State<Web>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let mut wrong = Vec::new();
    let on = form::day(&asked.ngay, "ngay", &mut wrong);
    let today = web.app.clock.today();
    let mut conn = web.app.store.read().await?;
    let known = regulation::places(&mut conn, &asked.noi).await?;
    let unit = unit_of(&known, &asked.noi, on.unwrap_or(today));
    if unit.is_none() && !asked.noi.is_empty() {
        wrong.push(Problem::new("noi", What::NotAChoice));
    }
    let chain = unit.as_ref().map(chain).unwrap_or_default();
    let units: Vec<&str> = chain.iter().map(String::as_str).collect();
    let iso = on.map(|d| d.to_string()).unwrap_or_default();
    let wanted = Wanted {
        query: &asked.q,
        kind: &asked.loai,
        on: &iso,
        units: &units,
        keeper: "",
        after: asked.sau.split_once('_'),
        limit: i64::try_from(LINES).unwrap_or(15) + 1,
    };
    let found = if unit.is_some() && asked.sau.is_empty() {
        regulation::of_place(&mut conn, wanted).await?
    } else {
        OfPlace { lines: regulation::list(&mut conn, wanted).await?, ..OfPlace::default() }
    };
    drop(conn);
    let OfPlace { lines: mut rows, beside, former } = found;
    let more = rows.len() > LINES;
    rows.truncate(LINES);
    // A commune without documents of its own stays chosen.
    let chosen = |u: &UnitRow| unit.as_ref().is_some_and(|c| c.id == u.id);
    let places = known.iter().filter(|(u, own)| *own || chosen(u)).map(|(u, _)| (u.id.clone(), u.name.clone())).collect();
    let asked = Asked { noi: unit.as_ref().map_or_else(String::new, |u| u.id.clone()), ..asked };
    let heading = heading(&page, unit.as_ref(), on);
    let next = rows.last().filter(|_| more).map(|r| next(&asked, &iso, r));
    // Of another day than today the marks say which day they speak of.
    let of_day = |r: RegulationLine| {
        let mark = on.filter(|d| *d != today).map(|d| rule_words::force_on(&page, r.span, r.place_to.as_deref(), d));
        let line = line(&page, r, on.unwrap_or(today), on.is_some());
        match mark {
            Some(mark) => Line { mark, ..line },
            None => line,
        }
    };
    let view = RegulationsPage {
        conflicts: conflicts::of_place(&page, &beside, on.unwrap_or(today)),
        former: former.into_iter().map(of_day).collect(),
        day: on.map_or_else(|| asked.ngay.clone(), date::vi),
        kinds: DocumentKind::ALL.iter().map(|k| (k.code(), rule_words::document_kind(page.t, *k))).collect(),
        errors: problems::Told::of(page.t, &wrong),
        lines: rows.into_iter().map(of_day).collect(),
        asked,
        heading,
        places,
        next,
        page,
    };
    Ok(render::form(&view, &wrong))
}

/// The unit of an address: `code.period`, or a code on a day (the unit that bore it then, else the last that did).
fn unit_of(known: &[(UnitRow, bool)], asked: &str, on: Date) -> Option<UnitRow> {
    if let Some((u, _)) = known.iter().find(|(u, _)| u.id == asked) {
        return Some(u.clone());
    }
    let on = on.to_string();
    let mut all: Vec<&UnitRow> = known.iter().map(|(u, _)| u).filter(|u| u.code == asked).collect();
    all.sort_by_key(|u| (u.valid_to.clone().unwrap_or_else(|| "9999".to_owned()), u.period.code()));
    let then = |u: &&&UnitRow| u.valid_from.as_ref().is_none_or(|f| *f <= on) && u.valid_to.as_ref().is_none_or(|t| *t >= on);
    all.iter().find(then).or(all.last()).map(|u| (*u).clone())
}

/// A unit's own id and the ids above it.
#[must_use]
pub fn chain(u: &UnitRow) -> Vec<String> {
    vec![u.id.clone(), u.parent_id.clone().unwrap_or_default(), u.province_id.clone()]
}

fn heading(page: &Page, unit: Option<&UnitRow>, on: Option<Date>) -> String {
    let t = page.t;
    let day = on.map(|d| page.day(&d.to_string()));
    match (unit, day) {
        (Some(u), Some(day)) => t.rule_heading_both(&u.name, day),
        (Some(u), None) => t.rule_heading_place(&u.name),
        (None, Some(day)) => t.rule_heading_day(day),
        (None, None) => t.rule_heading(),
    }
}

fn next(asked: &Asked, iso: &str, last: &RegulationLine) -> String {
    format!(
        "/quy-che?q={}&loai={}&ngay={iso}&noi={}&sau={}_{}",
        view::encode(&asked.q),
        view::encode(&asked.loai),
        view::encode(&asked.noi),
        last.sort,
        last.id
    )
}

/// A document in a list, as it was on a day; `asked` leads on to it as of that day.
pub(super) fn line(page: &Page, r: RegulationLine, on: Date, asked: bool) -> Line {
    let day = if asked { format!("?ngay={on}") } else { String::new() };
    Line {
        href: format!("/quy-che/{}{day}", r.id),
        named: rule_words::named_or_title(page.t, r.kind, &r.number, &r.title),
        place: rule_words::place(page.t, r.area, r.place.as_deref(), &r.issuer),
        span: rule_words::span(page, r.span),
        mark: rule_words::force(page.t, r.span, r.place_to.as_deref(), on),
        internal: r.visibility == Visibility::Internal,
        title: if r.number.is_empty() { String::new() } else { r.title },
        issuer: r.issuer,
    }
}
