//! The superior's table, units × duties: in administrative order, never a ranking. Each cell opens its unit's rows.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse as _, Response},
};
use caunoi_app::duty::reckon;
use caunoi_domain::{people::policy::Action, regulation::clause::ClauseKind};
use caunoi_papers::sheet;
use caunoi_store::duty_sheet::{self, Cell};
use jiff::{ToSpan as _, civil::Date};

use super::{board::Asked, year_of};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, icon::Icon, ledger_words, render, rule_words},
};

/// The columns in the order in which a year runs; a column that nothing fills is left out.
const COLUMNS: &[ClauseKind] = &[
    ClauseKind::PlanEntry,
    ClauseKind::Frequency,
    ClauseKind::AnnouncementLead,
    ClauseKind::Attendance,
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
    href: String,
    class: &'static str,
    icon: Icon,
    word: String,
    hidden: bool,
}

struct UnitLine {
    name: String,
    href: String,
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
    columns: Vec<String>,
    lines: Vec<UnitLine>,
    list: bool,
}

/// `GET /cap-tren/so-nhiem-vu`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::OverseeLedger)?;
    if !desk.page.is_superior() {
        return Err(Fault::NotFound);
    }
    let today = web.app.clock.today();
    let year = year_of(&asked.nam, today);
    let (cells, counts) = read(&web, &desk, year, today).await?;
    let page = desk.page.clone();
    let columns = columns(&cells);
    let mut lines = lines(&page, &cells, &columns, year);
    for (code, _, kind, n) in &counts {
        let line = lines.iter_mut().find(|l| l.href.contains(&format!("xa={code}&")));
        if let (Some(line), Ok(kind)) = (line, kind.parse()) {
            line.findings.push((ledger_words::finding(page.t, kind).0, *n));
        }
    }
    let unit = page.desk.as_ref().map(|d| d.unit_name.clone()).unwrap_or_default();
    let view = Superior {
        lead: page.t.ledger_superior_lead(unit, i64::from(year), page.day(&today.to_string())),
        total: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        late: lines.iter().filter(|l| l.late).count(),
        soon: lines.iter().filter(|l| l.soon).count(),
        columns: columns.iter().map(|k| rule_words::clause_kind(page.t, *k)).collect(),
        list: asked.loc == "danh-sach",
        lines: lines
            .into_iter()
            .filter(|l| match asked.loc.as_str() {
                "qua-han" => l.late,
                "sap-den-han" => l.soon,
                _ => true,
            })
            .collect(),
        filter: asked.loc,
        year,
        page,
    };
    Ok(render::html(&view))
}

async fn read(web: &Web, desk: &Desk, year: i16, today: Date) -> Result<(Vec<Cell>, Vec<(String, String, String, i64)>), Fault> {
    let unit = desk.officer.unit_id.as_str();
    reckon::refresh(&web.app, unit, year).await?;
    let soon = today.saturating_add(ledger_words::SOON_DAYS.days()).to_string();
    let mut conn = web.app.store.read().await?;
    let cells = duty_sheet::cells(&mut conn, unit, i64::from(year), &today.to_string(), &soon).await?;
    let counts = duty_sheet::finding_counts(&mut conn, unit, i64::from(year), &today.to_string()).await?;
    Ok((cells, counts))
}

fn columns(cells: &[Cell]) -> Vec<ClauseKind> {
    COLUMNS.iter().copied().filter(|k| cells.iter().any(|c| c.kind == k.code())).collect()
}

fn lines(page: &Page, cells: &[Cell], columns: &[ClauseKind], year: i16) -> Vec<UnitLine> {
    let mut units: Vec<(&str, &str, BTreeMap<&str, &Cell>)> = Vec::new();
    for c in cells {
        if units.last().is_none_or(|(code, ..)| *code != c.code) {
            units.push((&c.code, &c.name, BTreeMap::new()));
        }
        if let Some((.., of)) = units.last_mut() {
            of.insert(&c.kind, c);
        }
    }
    units
        .into_iter()
        .map(|(code, name, of)| UnitLine {
            name: name.to_owned(),
            href: format!("/cong-viec/so-nhiem-vu?xa={code}&nam={year}"),
            cells: columns.iter().map(|k| cell(page, code, year, of.get(k.code()).copied())).collect(),
            late: of.values().any(|c| c.breached > 0),
            soon: of.values().any(|c| c.soon > 0),
            findings: Vec::new(),
        })
        .collect()
}

/// The heaviest state of a cell's duties stands for it; its word says how many.
fn cell(page: &Page, code: &str, year: i16, c: Option<&Cell>) -> CellView {
    let t = page.t;
    let loc = |loc: &str| format!("/cong-viec/so-nhiem-vu?xa={code}&nam={year}&loc={loc}");
    let view = |href, class, icon, word, hidden| CellView { href, class, icon, word, hidden };
    match c {
        Some(c) if c.breached > 0 => view(loc("qua-han"), "c-open", Icon::Warn, t.ledger_cell_overdue(c.breached), false),
        Some(c) if c.soon > 0 => view(loc("30-ngay"), "c-soon", Icon::Clock, t.ledger_cell_soon(c.soon), false),
        Some(c) if c.late > 0 => view(loc("da-lam"), "c-late", Icon::RingTick, t.ledger_cell_late(c.late), false),
        Some(c) if c.due > 0 && c.met == 0 => view(loc(""), "", Icon::Ring, t.ledger_cell_due(), true),
        Some(c) if c.met > 0 => view(loc("da-lam"), "c-done", Icon::Tick, t.ledger_cell_met(), true),
        Some(c) if c.waived > 0 => view(loc("hoan"), "", Icon::Dash, t.ledger_cell_waived(), false),
        _ => view(loc(""), "", Icon::Dot, t.ledger_cell_none(), true),
    }
}

/// `GET /cap-tren/so-nhiem-vu.xlsx`: the same numbers, a line for each unit and duty.
///
/// # Errors
/// Not for this officer.
pub async fn excel(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::OverseeLedger)?;
    if !desk.page.is_superior() {
        return Err(Fault::NotFound);
    }
    let today = web.app.clock.today();
    let year = year_of(&asked.nam, today);
    let (cells, _) = read(&web, &desk, year, today).await?;
    let t = desk.page.t;
    let words = [
        t.ledger_superior_unit(),
        t.ledger_col_duty(),
        t.ledger_state_met(),
        t.ledger_state_late(),
        t.ledger_state_breached(),
        t.ledger_state_soon(),
        t.ledger_state_due(),
        t.ledger_state_waived(),
    ];
    let heads: Vec<&str> = words.iter().map(String::as_str).collect();
    let rows: Vec<Vec<String>> = cells
        .iter()
        .filter_map(|c| {
            let kind: ClauseKind = c.kind.parse().ok()?;
            let mut row = vec![format!("{} ({})", c.name, c.code), rule_words::clause_kind(t, kind)];
            row.extend([c.met, c.late, c.breached, c.soon, c.due, c.waived].map(|n| n.to_string()));
            Some(row)
        })
        .collect();
    let bytes = sheet::workbook("quy-che", &heads, &rows).map_err(|e| {
        tracing::error!(error = %e, "the table cannot be written");
        Fault::Broken
    })?;
    let head = [
        (http::header::CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned()),
        (http::header::CONTENT_DISPOSITION, format!("attachment; filename=\"quy-che-{year}.xlsx\"")),
    ];
    Ok((head, bytes).into_response())
}
