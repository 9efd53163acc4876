//! Báo cáo theo quy chế (L8): the set of reports that the rules ask of each head in a year, each with its period, receivers
//! and day; and a draft of one, its numbers counted from the rows of its period.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_app::duty::reckon;
use caunoi_domain::{
    people::policy::Action,
    regulation::{
        clause::{ClauseKind, ReportPeriod},
        ledger::{
            Duty, DutyState, Subject,
            reports::{self, Figures},
        },
    },
    text::date,
};
use caunoi_store::beside;

use super::{address, board::Asked, lines, named, reckoned, record, year_of};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, ledger_words, mark::Mark, number, render, rule_words},
};

struct ReportLine {
    href: String,
    /// Empty where it is closed to this reader.
    draft: String,
    name: String,
    span: String,
    receivers: String,
    /// Those of them who have none yet, where others have.
    unsent: String,
    due: String,
    unconfirmed: bool,
    state: Mark,
    open: bool,
}

struct OfPost {
    id: String,
    post: String,
    lines: Vec<ReportLine>,
}

#[derive(Template)]
#[template(path = "office/ledger/reports.html")]
struct ReportsPage {
    page: Page,
    code: String,
    year: i16,
    lead: String,
    posts: Vec<OfPost>,
    /// May write one and record that it was sent.
    may_record: bool,
}

/// `GET /cong-viec/bao-cao-quy-che`
///
/// # Errors
/// Not found for those who may not read this unit's ledger.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let year = year_of(&asked.nam, today);
    let mut conn = web.app.store.read().await?;
    let unit = named(&mut conn, &desk, &asked.xa).await?;
    let ((r, posts), closed) =
        beside!(&mut conn, |c| reckoned(&web, c, &desk, &unit.id, year), |c| record::closed(c, &desk, &unit.id, today))?;
    drop(conn);
    let page = desk.page.clone();
    let code = address(&unit);
    let place = (code.as_str(), year);
    let mut all: Vec<OfPost> = Vec::new();
    for d in r.duties.iter().filter(|d| d.kind == ClauseKind::Report) {
        let mut line = line(&page, &r, d, place, today);
        // Its figures are the record of one head.
        if closed.is_some() {
            line.draft.clear();
        }
        match all.iter_mut().find(|p| p.id == d.post_id) {
            Some(p) => p.lines.push(line),
            None => all.push(OfPost { id: d.post_id.clone(), post: posts.name(&d.post_id), lines: vec![line] }),
        }
    }
    let view = ReportsPage {
        lead: page.t.reports_lead(unit.name.clone(), i64::from(year)),
        posts: all,
        may_record: unit.id == desk.officer.unit_id && desk.allow(Action::KeepLedger).is_ok(),
        code,
        year,
        page,
    };
    Ok(render::html(&view))
}

fn line(page: &Page, r: &reckon::Reckoned, d: &Duty, (code, year): (&str, i16), today: jiff::civil::Date) -> ReportLine {
    ReportLine {
        href: lines::href(d, code, year),
        draft: format!("/cong-viec/bao-cao-quy-che/{}?xa={code}&nam={year}", d.key()),
        name: kind(page, d),
        span: ledger_words::subject(page.t, d),
        receivers: receivers(r, d).join("; "),
        unsent: if d.unsent.is_empty() { String::new() } else { page.t.receivers_unsent(d.unsent.join("; ")) },
        due: ledger_words::due(page, d),
        unconfirmed: d.day_unconfirmed(),
        state: ledger_words::state(page.t, d, today),
        open: matches!(d.state, DutyState::Due | DutyState::Breached),
    }
}

/// The kind of period of a report.
fn kind(page: &Page, d: &Duty) -> String {
    reports::period(d).map_or_else(String::new, |p: ReportPeriod| rule_words::period(page.t, p))
}

/// Who receives it, as its clause says.
fn receivers(r: &reckon::Reckoned, d: &Duty) -> Vec<String> {
    let clause = lines::document(r, d).and_then(|x| x.clauses.get(d.clause.seq));
    clause.map(|c| c.parameters.receivers.clone()).unwrap_or_default()
}

#[derive(Template)]
#[template(path = "office/ledger/report_draft.html")]
struct DraftPage {
    page: Page,
    code: String,
    year: i16,
    csrf: String,
    form_key: String,
    post: String,
    post_id: String,
    name: String,
    from: String,
    to: String,
    period: &'static str,
    month: i8,
    to_year: i16,
    today: String,
    basis: String,
    receivers: Vec<String>,
    rows: Vec<(String, String)>,
    may_record: bool,
}

/// `GET /cong-viec/bao-cao-quy-che/{key}`: a draft of the report, to be read, printed and completed.
///
/// # Errors
/// Not found for those who may not read this unit's ledger; no such report. It is a record of one head: those who read that only
/// by decision read this so.
pub async fn draft(State(web): State<Web>, desk: Desk, Path(key): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let year = year_of(&asked.nam, today);
    let mut conn = web.app.store.read().await?;
    let unit = named(&mut conn, &desk, &asked.xa).await?;
    let ((r, posts), closed) =
        beside!(&mut conn, |c| reckoned(&web, c, &desk, &unit.id, year), |c| record::closed(c, &desk, &unit.id, today))?;
    drop(conn);
    if let Some(closed) = closed {
        return Ok(closed.page(&desk, &unit));
    }
    let d = r.duties.iter().find(|d| d.key() == key && d.kind == ClauseKind::Report).ok_or(Fault::NotFound)?;
    let (period, Subject::Nth { from, to, .. }) = (reports::period(d).ok_or(Fault::NotFound)?, &d.subject) else {
        return Err(Fault::NotFound);
    };
    let page = desk.page.clone();
    let figures = Figures::of(&r.facts, &d.post_id, (*from, *to), today);
    let clause = lines::document(&r, d).and_then(|x| Some((x, x.clauses.get(d.clause.seq)?)));
    let own = unit.id == desk.officer.unit_id && desk.allow(Action::KeepLedger).is_ok();
    let view = DraftPage {
        csrf: desk.csrf().to_owned(),
        form_key: web.app.token(),
        post: posts.name(&d.post_id),
        post_id: d.post_id.clone(),
        name: kind(&page, d),
        from: date::vi(*from),
        to: date::vi(*to),
        period: period.code(),
        month: to.month(),
        to_year: to.year(),
        today: date::vi(today),
        basis: clause.map(|(x, c)| rule_words::cited(page.t, x, &c.citation)).unwrap_or_default(),
        receivers: if d.unsent.is_empty() { receivers(&r, d) } else { d.unsent.clone() },
        rows: rows(&page, &figures),
        may_record: own && matches!(d.state, DutyState::Due | DutyState::Breached),
        code: address(&unit),
        year,
        page,
    };
    Ok(render::html(&view))
}

/// Every number with its base.
fn rows(page: &Page, f: &Figures) -> Vec<(String, String)> {
    let t = page.t;
    let share = |part: u32, of: u32| match number::share(i64::from(part), i64::from(of), page.lang) {
        Some(percent) => format!("{} ({percent})", t.substance_of(i64::from(part), i64::from(of))),
        None => t.coverage_no_base(),
    };
    vec![
        (t.report_row_dialogues(), f.dialogues.to_string()),
        (t.report_row_delegated(), share(f.delegated, f.dialogues)),
        (t.report_row_people(), f.people.to_string()),
        (t.report_row_raised(), f.raised.to_string()),
        (t.report_row_answered(), share(f.answered, f.raised)),
        (t.report_row_concluded(), f.concluded.to_string()),
        (t.report_row_resolved(), share(f.resolved, f.concluded)),
        (t.report_row_receptions(), f.receptions.to_string()),
        (t.report_row_received(), f.received.to_string()),
        (t.report_row_told(), share(f.told, f.received)),
        (t.report_row_tasks(), f.tasks.to_string()),
        (t.report_row_done(), share(f.done, f.tasks)),
        (t.report_row_overdue(), share(f.overdue, f.tasks)),
    ]
}
