//! The page of a unit of any period: what it was on a day, what was above it then, what it was before and what it is now.
//! Identity is (code, period): the same code on two days may be two units (S1.6, L10).

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
};
use caunoi_domain::{
    text::date,
    unit::{Level, Period},
};
use caunoi_store::{
    Conn,
    public::{
        place::Place,
        unit::{self, Around, Facts, Relative},
    },
};
use http::StatusCode;

use super::{
    commune::Asked,
    figures::{self, FigureLine, FindingLine},
};
use crate::{
    Web,
    page::{Page, fault::Fault, render},
};

/// A unit that a page leads to.
struct Line {
    href: String,
    name: String,
    within: String,
    /// "một phần", "chưa xác nhận"
    note: String,
}

#[derive(Template)]
#[template(path = "public/unit.html")]
struct UnitPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    name: String,
    kick: String,
    lead: String,
    /// Label and value.
    facts: Vec<(String, String)>,
    unconfirmed: bool,
    /// The page of the unit as it is today, where this is a unit of today.
    today: Option<String>,
    /// The documents by which a former unit is read.
    rules: Option<String>,
    /// Heading and units of each round of mergers after it.
    after: Vec<(String, Vec<Line>)>,
    /// Into how many units it was divided; 0 where it was not.
    divided: i64,
    before: Vec<(String, Vec<Line>)>,
    below: Vec<Line>,
    villages: Vec<String>,
    figures: Vec<FigureLine>,
    findings: Vec<FindingLine>,
    /// Other units that bear the same code on other days.
    namesakes: Vec<Line>,
}

#[derive(Template)]
#[template(path = "public/past.html")]
struct NoneThen {
    page: Page,
    title: String,
    text: String,
    /// Address, name, period.
    links: Vec<(String, String, String)>,
}

/// `GET /huyen/{code}`: a district, until 30/6/2025.
pub async fn district(page: Page, State(web): State<Web>, Path(code): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    of_day(page, &mut conn, &code, Level::District, &asked.on).await
}

/// The unit that bore the code on that day; with no day, the last that bore it.
///
/// # Errors
/// [`Fault::NotFound`] where no unit ever had this code.
pub async fn of_day(page: Page, conn: &mut Conn<'_>, code: &str, level: Level, on: &str) -> Result<Response, Fault> {
    let mut all = unit::of_code(conn, code, level).await?;
    if all.is_empty() {
        return Err(Fault::NotFound);
    }
    let day = on.parse().ok().or_else(|| date::parse(on).ok()).map(|d: jiff::civil::Date| d.to_string());
    let at = match &day {
        Some(day) => all.iter().rposition(|u| u.on(day)),
        None if on.is_empty() => Some(all.len() - 1),
        None => None,
    };
    let Some(at) = at else { return Ok(none_then(page, day.as_deref().unwrap_or(on), &all)) };
    let facts = all.remove(at);
    let around = unit::around(conn, &facts.place.id).await?;
    let published = figures::of_unit(&page, conn, &facts.place.id).await?;
    Ok(render::html(&view(page, facts, &around, published, &all)))
}

/// On that day nothing bore the code: what bore it on other days.
fn none_then(page: Page, on: &str, all: &[Facts]) -> Response {
    let view = NoneThen {
        title: page.t.unit_none_then(page.day(on)),
        text: page.t.unit_none_then_text(),
        links: all.iter().map(|u| (u.place.href(), u.place.name.clone(), period(&page, u))).collect(),
        page,
    };
    let mut response = render::html(&view).into_response();
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn view(page: Page, u: Facts, around: &Around, published: (Vec<FigureLine>, Vec<FindingLine>), namesakes: &[Facts]) -> UnitPage {
    let t = page.t;
    let of_today = u.place.period.is_today();
    let next: Vec<&Relative> = around.after.iter().filter(|r| r.round == 1).collect();
    let divided = if next.iter().any(|r| r.share.is_part()) { next.len() } else { 0 };
    let mut facts = vec![(t.unit_level(), level(&page, u.place.level)), (t.unit_period(), period(&page, &u))];
    facts.push((t.unit_code(), if u.place.period.has_codes() { u.place.code.clone() } else { t.unit_code_unknown() }));
    facts.push((t.unit_source(), source(&page, &u.source)));
    UnitPage {
        crumbs: crumbs(&u),
        kick: if of_today { t.unit_kick_now() } else { t.unit_kick_former() },
        lead: within(&u.place, u.above.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default()),
        facts,
        unconfirmed: !u.confirmed,
        today: of_today.then(|| u.place.href()),
        rules: (!of_today).then(|| rules(&u)),
        after: rounds(&page, &around.after, &t.unit_now(), &t.unit_then()),
        divided: i64::try_from(divided).unwrap_or(0),
        before: rounds(&page, &around.before, &t.unit_before(), &t.unit_before()),
        below: around.below.iter().map(|p| line(p, "", String::new())).collect(),
        villages: around.villages.iter().map(|v| village(&page, v)).collect(),
        figures: published.0,
        findings: published.1,
        namesakes: namesakes.iter().map(|n| line(&n.place, "", period(&page, n))).collect(),
        name: u.place.name,
        page,
    }
}

/// The units above it, as they were then.
fn crumbs(u: &Facts) -> Vec<(String, String)> {
    if u.place.level == Level::Province {
        return Vec::new();
    }
    let former = Some(Period::Before2025).filter(|_| !u.place.period.is_today());
    let on = former.and_then(Period::last_day).map(|day| format!("?on={day}")).unwrap_or_default();
    let province = Some(&u.place).filter(|p| !p.province_code.is_empty());
    let province = province.map(|p| (format!("/tinh/{}{on}", p.province_code), p.province_name.clone()));
    let district = u.above.as_ref().map(|(code, name)| (format!("/huyen/{code}{on}"), name.clone()));
    province.into_iter().chain(district).collect()
}

/// The register as it stood for a former unit, on its last day where that is known.
fn rules(u: &Facts) -> String {
    let on = u.valid_to.as_deref().map(|day| format!("&ngay={day}")).unwrap_or_default();
    format!("/quy-che?noi={}{on}", u.place.id)
}

/// The units of each round; those of today under their own heading.
fn rounds(page: &Page, all: &[Relative], today: &str, other: &str) -> Vec<(String, Vec<Line>)> {
    let mut rounds: Vec<(String, Vec<Line>)> = Vec::new();
    let mut seen: Vec<(bool, &str)> = Vec::new();
    for r in all {
        let of_today = r.place.period.is_today();
        if seen.contains(&(of_today, r.place.id.as_str())) {
            continue;
        }
        seen.push((of_today, &r.place.id));
        let heading = if of_today { today } else { other };
        let notes = [r.share.is_part().then(|| page.t.find_in_part()), (!r.confirmed).then(|| page.t.unit_believed())];
        let line = line(&r.place, &r.above, notes.into_iter().flatten().collect::<Vec<_>>().join(", "));
        match rounds.iter_mut().find(|(h, _)| h == heading) {
            Some((_, lines)) => lines.push(line),
            None => rounds.push((heading.to_owned(), vec![line])),
        }
    }
    rounds
}

fn line(place: &Place, above: &str, note: String) -> Line {
    Line { href: place.href(), name: place.name.clone(), within: within(place, above), note }
}

/// What is above a unit of then: district and province.
fn within(place: &Place, above: &str) -> String {
    let province = if place.level == Level::Province { "" } else { place.province_name.as_str() };
    [above, province].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", ")
}

fn village(page: &Page, v: &unit::Village) -> String {
    v.valid_to.as_deref().map_or_else(|| v.name.clone(), |to| page.t.unit_village_until(&v.name, page.day(to)))
}

fn level(page: &Page, level: Level) -> String {
    match level {
        Level::Province => page.t.unit_level_province(),
        Level::District => page.t.unit_level_district(),
        Level::Commune => page.t.unit_level_commune(),
    }
}

fn period(page: &Page, u: &Facts) -> String {
    let t = page.t;
    match (&u.valid_from, &u.valid_to) {
        _ if u.place.period == Period::Earlier => t.unit_period_known(&u.known_in),
        (Some(from), Some(to)) => t.unit_period_both(page.day(from), page.day(to)),
        (Some(from), None) => t.unit_period_from(page.day(from)),
        (None, Some(to)) => t.unit_period_until(page.day(to)),
        (None, None) => t.unit_period_unknown(),
    }
}

/// Where the fact comes from, in words: the national lists, a seed document, the demonstration.
fn source(page: &Page, source: &str) -> String {
    match source {
        "demo" => page.t.find_demo(),
        s if s.starts_with("seed ") => page.t.unit_source_seed(s.trim_start_matches("seed ")),
        s => page.t.unit_source_list(s),
    }
}
