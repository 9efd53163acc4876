//! Ai giám sát ai (S1.4, S3.4): by kind of supervising body how many units it supervised of how many, then unit by unit what
//! its rules ask and what was recorded. In administrative order; no ranking of units or bodies.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_app::duty::{
    coverage::{self, UnitCoverage, YearCoverage},
    reckon,
};
use caunoi_domain::{
    people::policy::Action,
    regulation::{
        entry::SupervisorKind,
        ledger::coverage::{OfBody, Share},
    },
};
use caunoi_store::beside;
use serde::Deserialize;

use super::{reads_below, superior, year_of};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, ledger_words, number, render},
};

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    nam: String,
    /// Code word of a kind of body: only its units.
    boi: String,
}

struct BodyLine {
    name: String,
    href: Option<String>,
    times: i64,
    units: String,
    asked: String,
}

struct SeenLine {
    day: String,
    by: String,
    who: String,
    paper: String,
}

struct UnitLine {
    name: String,
    href: String,
    note: String,
    asked: String,
    seen: Vec<SeenLine>,
}

#[derive(Template)]
#[template(path = "office/ledger/coverage.html")]
struct CoveragePage {
    page: Page,
    year: i16,
    superior: bool,
    lead: String,
    bodies: Vec<BodyLine>,
    any: BodyLine,
    kept: String,
    /// The kind of body that the units are narrowed to.
    only: Option<String>,
    units: Vec<UnitLine>,
    without: usize,
}

async fn read(web: &Web, desk: &Desk, year: i16) -> Result<YearCoverage, Fault> {
    desk.allow(Action::ReadLedger)?;
    if desk.page.is_superior() && !reads_below(desk) {
        return Err(Fault::NotFound);
    }
    let unit = desk.officer.unit_id.as_str();
    let today = web.app.clock.today();
    let years = reckon::years_of(year, today);
    let mut conn = web.app.store.read().await?;
    let (stale, seen) = beside!(&mut conn, |c| reckon::stale(c, unit, &years), |c| coverage::of_year(c, unit, year, today))?;
    if stale.is_empty() {
        return Ok(seen);
    }
    drop(conn);
    reckon::refresh(&web.app, unit, stale).await?;
    Ok(coverage::of_year(&mut web.app.store.read().await?, unit, year, today).await?)
}

/// `GET /cong-viec/giam-sat`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let year = year_of(&asked.nam, today);
    let all = read(&web, &desk, year).await?;
    let page = desk.page;
    let only: Option<SupervisorKind> = asked.boi.parse().ok();
    let by = |u: &&UnitCoverage| only.is_none_or(|k| u.seen.iter().any(|s| coverage::kind(s) == Some(k)));
    let unit = page.desk.as_ref().map(|d| d.unit_name.clone()).unwrap_or_default();
    let c = &all.coverage;
    let view = CoveragePage {
        lead: page.t.coverage_lead(unit, i64::from(year), page.day(&today.to_string())),
        superior: page.is_superior(),
        bodies: c.bodies.iter().map(|(k, b)| body(&page, year, *k, b)).collect(),
        any: BodyLine { name: page.t.coverage_any(), href: None, ..body(&page, year, None, &c.any) },
        kept: page.t.coverage_kept(share(&page, c.kept)),
        only: only.map(|k| ledger_words::supervisor(page.t, Some(k))),
        without: all.units.iter().filter(|u| u.seen.is_empty()).count(),
        units: all.units.iter().filter(by).map(|u| line(&page, u, year)).collect(),
        year,
        page,
    };
    Ok(render::html(&view))
}

/// "3 trong 12 (25%)"; that there is no base.
fn share(page: &Page, s: Share) -> String {
    match number::share(s.part, s.of, page.lang) {
        Some(percent) => format!("{} ({percent})", page.t.substance_of(s.part, s.of)),
        None => page.t.coverage_no_base(),
    }
}

fn body(page: &Page, year: i16, k: Option<SupervisorKind>, b: &OfBody) -> BodyLine {
    BodyLine {
        name: ledger_words::supervisor(page.t, k),
        href: k.filter(|_| b.times > 0).map(|k| format!("/cong-viec/giam-sat?nam={year}&boi={k}#don-vi")),
        times: b.times,
        units: share(page, b.units),
        asked: share(page, b.asked),
    }
}

fn line(page: &Page, u: &UnitCoverage, year: i16) -> UnitLine {
    UnitLine {
        name: u.line.name.clone(),
        href: format!("/cong-viec/so-nhiem-vu?xa={}&nam={year}&viec=supervision", superior::address(&u.line)),
        note: superior::note(page, &u.line.note),
        asked: if u.asked.due == 0 { page.t.coverage_not_asked() } else { page.t.coverage_of(u.asked.done, u.asked.due) },
        seen: u
            .seen
            .iter()
            .map(|s| SeenLine {
                day: page.day(&s.on_day),
                by: ledger_words::supervisor(page.t, coverage::kind(s)),
                who: s.who.clone(),
                paper: s.paper.clone(),
            })
            .collect(),
    }
}

/// `GET /cong-viec/giam-sat.xlsx`: a line for each supervision, and one for each unit without.
///
/// # Errors
/// Not for this officer.
pub async fn excel(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let year = year_of(&asked.nam, web.app.clock.today());
    let all = read(&web, &desk, year).await?;
    let (page, t) = (&desk.page, desk.page.t);
    let heads = [
        t.ledger_superior_unit(),
        t.coverage_due(),
        t.coverage_done(),
        t.coverage_body(),
        t.ledger_record_who(),
        t.ledger_record_day(),
        t.ledger_record_paper(),
    ];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for u in &all.units {
        let unit = [format!("{} ({})", u.line.name, u.line.code), u.asked.due.to_string(), u.asked.done.to_string()];
        if u.seen.is_empty() {
            rows.push(unit.iter().cloned().chain([t.coverage_none(), String::new(), String::new(), String::new()]).collect());
        }
        for s in &u.seen {
            let by = ledger_words::supervisor(t, coverage::kind(s));
            rows.push(unit.iter().cloned().chain([by, s.who.clone(), page.day(&s.on_day), s.paper.clone()]).collect());
        }
    }
    superior::sheet_response(&heads, &rows, &format!("giam-sat-{year}"))
}
