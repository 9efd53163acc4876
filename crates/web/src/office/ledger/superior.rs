//! The superior's table, units × duties: in administrative order, never a ranking. Each cell opens its unit's rows, each
//! row the sentence of the rule. The units are those of the year, or those of today with what became part of them.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse as _, Response},
};
use caunoi_app::duty::{
    reckon,
    table::{self, As, Counts, Line, Note},
};
use caunoi_domain::{people::policy::Action, regulation::clause::ClauseKind};
use caunoi_papers::sheet;
use caunoi_store::beside;
use serde::Deserialize;

use super::year_of;
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, icon::Icon, ledger_words, render, rule_words},
};

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    nam: String,
    loc: String,
    viec: String,
    theo: String,
}

/// The columns in the order in which a year runs; a column that nothing fills is left out.
const COLUMNS: &[ClauseKind] = &[
    ClauseKind::PlanEntry,
    ClauseKind::Frequency,
    ClauseKind::Interval,
    ClauseKind::AnnouncementLead,
    ClauseKind::Attendance,
    ClauseKind::Presiding,
    ClauseKind::NoticeLimit,
    ClauseKind::Publication,
    ClauseKind::AnswerLimit,
    ClauseKind::PersonNotice,
    ClauseKind::Supervision,
    ClauseKind::Reception,
    ClauseKind::Report,
    ClauseKind::Briefing,
    ClauseKind::VoterRequest,
];

struct CellView {
    /// The duty: stands beside the cell on a phone.
    column: String,
    /// Nothing is asked of the unit here.
    nothing: bool,
    href: String,
    class: &'static str,
    icon: Icon,
    word: String,
    hidden: bool,
}

struct UnitLine {
    name: String,
    href: String,
    note: String,
    cells: Vec<CellView>,
    late: bool,
    soon: bool,
    findings: Vec<(String, i64)>,
}

#[derive(Template)]
#[template(path = "office/ledger/superior.html")]
struct Superior {
    page: Page,
    year: i16,
    lead: String,
    total: i64,
    late: usize,
    soon: usize,
    filter: String,
    then: bool,
    /// Kinds that the table can be narrowed to: word, name, chosen.
    kinds: Vec<(&'static str, String, bool)>,
    columns: Vec<String>,
    lines: Vec<UnitLine>,
    waiting: i64,
    list: bool,
}

impl Superior {
    /// The address with another filter and the rest kept.
    fn at(&self, filter: &str) -> String {
        let kind = self.kinds.iter().find(|k| k.2).map_or("", |k| k.0);
        let by = if self.then { "luc-do" } else { "" };
        format!("/cap-tren/so-nhiem-vu?nam={}&loc={filter}&viec={kind}&theo={by}", self.year)
    }
}

/// `GET /cap-tren/so-nhiem-vu`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    may(&desk)?;
    let today = web.app.clock.today();
    let year = year_of(&asked.nam, today);
    let (all, waiting) = read(&web, &desk, year, &asked).await?;
    let page = desk.page.clone();
    let shown = columns(&all);
    let wanted: Option<ClauseKind> = asked.viec.parse().ok().filter(|k| shown.contains(k));
    let columns: Vec<ClauseKind> = shown.iter().copied().filter(|k| wanted.is_none_or(|w| w == *k)).collect();
    let lines: Vec<UnitLine> = all.iter().map(|l| line(&page, l, &columns, year)).collect();
    let unit = page.desk.as_ref().map(|d| d.unit_name.clone()).unwrap_or_default();
    let view = Superior {
        lead: page.t.ledger_superior_lead(unit, i64::from(year), page.day(&today.to_string())),
        total: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        late: lines.iter().filter(|l| l.late).count(),
        soon: lines.iter().filter(|l| l.soon).count(),
        kinds: shown.iter().map(|k| (k.code(), rule_words::clause_kind(page.t, *k), wanted == Some(*k))).collect(),
        columns: columns.iter().map(|k| rule_words::clause_kind(page.t, *k)).collect(),
        list: asked.loc == "danh-sach",
        then: by(&asked) == As::Then,
        lines: lines
            .into_iter()
            .filter(|l| match asked.loc.as_str() {
                "qua-han" => l.late,
                "sap-den-han" => l.soon,
                _ => true,
            })
            .collect(),
        filter: asked.loc,
        waiting,
        year,
        page,
    };
    Ok(render::html(&view))
}

/// Only for whoever oversees units below.
pub(super) fn may(desk: &Desk) -> Result<(), Fault> {
    desk.allow(Action::OverseeLedger)?;
    if desk.page.is_superior() { Ok(()) } else { Err(Fault::NotFound) }
}

fn by(asked: &Asked) -> As {
    if asked.theo == "luc-do" { As::Then } else { As::Now }
}

/// The lines, and how many units wait to be reckoned anew.
async fn read(web: &Web, desk: &Desk, year: i16, asked: &Asked) -> Result<(Vec<Line>, i64), Fault> {
    let unit = desk.officer.unit_id.as_str();
    let today = web.app.clock.today();
    let years = reckon::years_of(year, today);
    let mut conn = web.app.store.read().await?;
    let (stale, lines) = beside!(&mut conn, |c| reckon::stale(c, unit, &years), |c| table::table(
        c,
        unit,
        year,
        today,
        ledger_words::SOON_DAYS,
        by(asked)
    ),)?;
    if stale.is_empty() {
        return Ok((lines, 0));
    }
    drop(conn);
    let waiting = reckon::refresh(&web.app, unit, stale).await?.values().sum();
    let mut conn = web.app.store.read().await?;
    Ok((table::table(&mut conn, unit, year, today, ledger_words::SOON_DAYS, by(asked)).await?, waiting))
}

fn columns(lines: &[Line]) -> Vec<ClauseKind> {
    COLUMNS.iter().copied().filter(|k| lines.iter().any(|l| l.cells.contains_key(k.code()))).collect()
}

fn line(page: &Page, l: &Line, columns: &[ClauseKind], year: i16) -> UnitLine {
    let at = address(l);
    let of = || columns.iter().filter_map(|k| l.cells.get(k.code()));
    UnitLine {
        name: l.name.clone(),
        href: format!("/cong-viec/so-nhiem-vu?xa={at}&nam={year}"),
        note: note(page, &l.note),
        cells: columns.iter().map(|k| cell(page, &at, (year, *k), l.cells.get(k.code()))).collect(),
        late: of().any(|c| c.breached > 0),
        soon: of().any(|c| c.soon > 0),
        findings: l.findings.iter().filter_map(|(k, n)| Some((ledger_words::finding(page.t, k.parse().ok()?).0, *n))).collect(),
    }
}

/// The code of a unit of today; code and period of a former one.
pub(super) fn address(l: &Line) -> String {
    if matches!(l.note, Note::None | Note::With(_)) { l.code.clone() } else { l.unit_id.clone() }
}

/// What is to be said of a line.
pub(super) fn note(page: &Page, note: &Note) -> String {
    let t = page.t;
    match note {
        Note::None => String::new(),
        Note::Ended(last) => t.ledger_note_ended(page.day(last)),
        Note::With(former) => t.ledger_note_with(former.join(", ")),
        Note::Divided(into) => t.ledger_note_divided(into.join(", ")),
        Note::District => t.ledger_note_district(),
        Note::Unknown => t.ledger_note_unknown(),
    }
}

/// The heaviest state of a cell's duties stands for it; its word says how many.
fn cell(page: &Page, code: &str, (year, kind): (i16, ClauseKind), c: Option<&Counts>) -> CellView {
    let t = page.t;
    let loc = |loc: &str| format!("/cong-viec/so-nhiem-vu?xa={code}&nam={year}&loc={loc}&viec={kind}");
    let view = |href, class, icon, word, hidden| {
        let nothing = matches!(icon, Icon::Dot);
        CellView { column: rule_words::clause_kind(t, kind), nothing, href, class, icon, word, hidden }
    };
    match c {
        // Who presided is a fact to look at, not a day that passed: the board says the same.
        Some(c) if c.breached > 0 && kind == ClauseKind::Presiding => {
            view(loc("qua-han"), "c-open", Icon::Warn, t.ledger_cell_check(c.breached), false)
        }
        Some(c) if c.breached > 0 => view(loc("qua-han"), "c-open", Icon::Warn, t.ledger_cell_overdue(c.breached), false),
        Some(c) if c.soon > 0 => view(loc("30-ngay"), "c-soon", Icon::Clock, t.ledger_cell_soon(c.soon), false),
        Some(c) if c.late > 0 => view(loc("da-lam"), "c-late", Icon::RingTick, t.ledger_cell_late(c.late), false),
        Some(c) if c.due > 0 && c.met == 0 => view(loc(""), "", Icon::Ring, t.ledger_cell_due(), true),
        Some(c) if c.met > 0 => view(loc("da-lam"), "c-done", Icon::Tick, t.ledger_cell_met(), true),
        Some(c) if c.before_use > 0 => view(loc("truoc-khi-dung"), "", Icon::Dash, t.ledger_cell_before_use(c.before_use), false),
        Some(c) if c.waived > 0 => view(loc("hoan"), "", Icon::Dash, t.ledger_cell_waived(), false),
        _ => view(loc(""), "", Icon::Dot, t.ledger_cell_none(), true),
    }
}

/// `GET /cap-tren/so-nhiem-vu.xlsx`: the same numbers, a line for each unit and duty.
///
/// # Errors
/// Not for this officer.
pub async fn excel(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    may(&desk)?;
    let year = year_of(&asked.nam, web.app.clock.today());
    let (all, _) = read(&web, &desk, year, &asked).await?;
    let t = desk.page.t;
    let words = [
        t.ledger_superior_unit(),
        t.ledger_superior_note(),
        t.ledger_col_duty(),
        t.ledger_state_met(),
        t.ledger_state_late(),
        t.ledger_state_breached(),
        t.ledger_state_soon(),
        t.ledger_state_due(),
        t.ledger_state_waived(),
        t.ledger_state_before_use(),
    ];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for l in &all {
        for (kind, c) in l.cells.iter().filter_map(|(k, c)| Some((k.parse::<ClauseKind>().ok()?, c))) {
            let mut row = vec![format!("{} ({})", l.name, l.code), note(&desk.page, &l.note), rule_words::clause_kind(t, kind)];
            row.extend([c.met, c.late, c.breached, c.soon, c.due, c.waived, c.before_use].map(|n| n.to_string()));
            rows.push(row);
        }
    }
    sheet_response(&words, &rows, &format!("quy-che-{year}"))
}

/// A workbook to take away.
pub(super) fn sheet_response(heads: &[String], rows: &[Vec<String>], name: &str) -> Result<Response, Fault> {
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let bytes = sheet::workbook("quy-che", &heads, rows).map_err(|e| {
        tracing::error!(error = %e, "the table cannot be written");
        Fault::Broken
    })?;
    let head = [
        (http::header::CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned()),
        (http::header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.xlsx\"")),
    ];
    Ok((head, bytes).into_response())
}
