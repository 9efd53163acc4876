//! Nhiều năm: how the duties went year by year, and why a year has no number that can be compared (S4.18).

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_app::duty::reckon::{self, Reckoned};
use caunoi_domain::regulation::ledger::series::{self, Gap, YearCount, YearLine};
use caunoi_store::{
    beside, beside_each,
    duty_sheet::{self, YearRow},
};

use super::{address, board::Asked, may_read, named, superior};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, number, render},
};

/// Years that are shown.
const YEARS: i16 = 6;

struct Line {
    year: i16,
    href: String,
    held: String,
    in_time: String,
    /// Done late, not done, not due yet, waived; empty where the year has no numbers.
    counts: Vec<String>,
    why: String,
    /// Width of the bar of what was done in time, in tenths.
    tenths: u32,
}

#[derive(Template)]
#[template(path = "office/ledger/years.html")]
struct YearsPage {
    page: Page,
    unit: String,
    back: String,
    superior: bool,
    lines: Vec<Line>,
}

impl YearsPage {
    /// The name of a count by its place: stands beside it on a phone.
    fn count_name(&self, place: &i64) -> String {
        let t = self.page.t;
        match *place {
            1 => t.ledger_state_late(),
            2 => t.ledger_state_breached(),
            3 => t.ledger_state_due(),
            _ => t.ledger_state_waived(),
        }
    }
}

/// `GET /cong-viec/nhieu-nam`
///
/// # Errors
/// Not found for those who may not read this unit's ledger.
pub async fn of_unit(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let page = desk.page.clone();
    let mut conn = web.app.store.read().await?;
    let unit = named(&mut conn, &desk, &asked.xa).await?;
    let years: Vec<i16> = (today.year() - YEARS + 1..=today.year()).rev().collect();
    let calendar = web.app.calendar();
    let ((), reckoned) = beside!(&mut conn, |c| may_read(c, &desk, &unit.id), |c| async {
        Ok(beside_each!(c, &years, |c, year| reckon::reckon(c, &calendar, &unit.id, *year..=*year, today))?)
    },)?;
    drop(conn);
    let code = address(&unit);
    let line = |(year, r): (&i16, Reckoned)| {
        let y = series::year(&r.duties, &r.bound, &r.facts, *year, today);
        line(&page, &y, format!("/cong-viec/so-nhiem-vu?xa={code}&nam={year}"), today.year())
    };
    let lines = years.iter().zip(reckoned).map(line).collect();
    let back = format!("/cong-viec/so-nhiem-vu?xa={code}");
    Ok(render::html(&YearsPage { unit: unit.name, back, superior: false, lines, page }))
}

fn line(page: &Page, y: &YearLine, href: String, this_year: i16) -> Line {
    let t = page.t;
    let mut why: Vec<String> = Vec::new();
    why.extend(y.gap.map(|g| gap(page, g)));
    if y.count.waived > 0 {
        why.push(t.ledger_years_waived(i64::from(y.count.waived)));
    }
    if y.year == this_year {
        why.push(t.ledger_years_running());
    }
    let empty = matches!(y.gap, Some(Gap::NotThere | Gap::NoRule | Gap::NothingRecorded));
    let c = y.count;
    Line {
        year: y.year,
        href,
        held: if empty { t.ledger_years_none() } else { c.held.to_string() },
        in_time: if empty { t.ledger_years_none() } else { share(page, c) },
        counts: [c.late, c.breached, c.due, c.waived].map(|n| if empty { String::new() } else { n.to_string() }).to_vec(),
        why: why.join(" "),
        tenths: if empty { 0 } else { (u64::from(c.met) * 10 / u64::from(c.judged().max(1))).try_into().unwrap_or(0) },
    }
}

/// "9 trong 12 (75%)".
fn share(page: &Page, c: YearCount) -> String {
    let (part, whole) = (i64::from(c.met), i64::from(c.judged()));
    let text = page.t.substance_of(part, whole);
    number::share(part, whole, page.lang).map_or(text.clone(), |share| format!("{text} ({share})"))
}

fn gap(page: &Page, g: Gap) -> String {
    let t = page.t;
    match g {
        Gap::NotThere => t.ledger_gap_not_there(),
        Gap::NoRule => t.ledger_gap_no_rule(),
        Gap::NothingRecorded => t.ledger_gap_nothing(),
        Gap::PartOfYear => t.ledger_gap_part(),
    }
}

/// `GET /cap-tren/so-nhiem-vu/nhieu-nam`: all units below together, as their sheets have them.
///
/// # Errors
/// Not for this officer.
pub async fn of_superior(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    superior::may(&desk)?;
    let today = web.app.clock.today();
    let above = desk.officer.unit_id.as_str();
    let page = desk.page.clone();
    let (years, on) = ((today.year() - YEARS + 1..=today.year()).rev().collect::<Vec<_>>(), today.to_string());
    let mut conn = web.app.store.read().await?;
    let (stale, mut rows) = beside!(&mut conn, |c| reckon::stale(c, above, &years), |c| async {
        Ok(beside_each!(c, &years, |c, year| duty_sheet::year(c, above, i64::from(*year), &on))?)
    },)?;
    let mut waiting = BTreeMap::new();
    if !stale.is_empty() {
        drop(conn);
        waiting = reckon::refresh(&web.app, above, stale).await?;
        let mut conn = web.app.store.read().await?;
        rows = beside_each!(&mut conn, &years, |c, year| duty_sheet::year(c, above, i64::from(*year), &on))?;
    }
    let waits = |year: i16| waiting.get(&year).copied().unwrap_or_default();
    let lines = years.iter().zip(&rows).map(|(year, row)| together(&page, row, waits(*year), *year, today.year())).collect();
    let unit = page.desk.as_ref().map(|d| d.unit_name.clone()).unwrap_or_default();
    Ok(render::html(&YearsPage { unit, back: "/cap-tren/so-nhiem-vu".to_owned(), superior: true, lines, page }))
}

fn together(page: &Page, r: &YearRow, waiting: i64, year: i16, this_year: i16) -> Line {
    let t = page.t;
    let n = |n: i64| u32::try_from(n).unwrap_or(0);
    let count = YearCount { met: n(r.met), late: n(r.late), breached: n(r.breached), due: n(r.due), waived: n(r.waived), held: 0 };
    let gap = match (r.units, r.bound, r.recorded) {
        (0, ..) => Some(Gap::NotThere),
        (_, 0, _) => Some(Gap::NoRule),
        (_, _, 0) => Some(Gap::NothingRecorded),
        _ => None,
    };
    let y = YearLine { year, count, gap };
    let mut line = line(page, &y, format!("/cap-tren/so-nhiem-vu?nam={year}&theo=luc-do"), this_year);
    if r.units > 0 {
        line.held = t.ledger_years_units(r.recorded, r.units);
    }
    if waiting > 0 {
        line.why = format!("{} {}", line.why, t.ledger_waiting(waiting));
    }
    line
}
