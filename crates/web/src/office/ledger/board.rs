//! `/cong-viec/so-nhiem-vu`: what the rules ask of a unit's heads in a year, where each stands, what is to be checked.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_app::duty::reckon;
use caunoi_domain::{
    people::policy::Action,
    regulation::{
        clause::ClauseKind,
        ledger::{Duty, DutyState},
        remedial::RemedialState,
    },
};
use caunoi_store::{
    beside, duty_entry, duty_sheet, published,
    remedial::{self, RemedialRow},
};
use serde::Deserialize;

use super::{
    accepted, address,
    lines::{self, DutyLine, FindingLine, Many},
    named, reckoned, record, superior, year_of,
};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, ledger_words, render, rule_words},
};

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Code of the unit; the officer's own otherwise.
    pub xa: String,
    /// Year.
    pub nam: String,
    /// Filter.
    pub loc: String,
    /// Only duties of this kind.
    pub viec: String,
    /// Only what one post owes, by its id: a head's record of the year.
    pub chuc: String,
}

/// The filter of what fell due before the office used the program.
const BEFORE_USE: &str = "truoc-khi-dung";

struct Filter {
    href: String,
    label: String,
    n: usize,
    current: bool,
}

#[derive(Template)]
#[template(path = "office/ledger/board.html")]
struct Board {
    page: Page,
    csrf: String,
    unit: String,
    code: String,
    year: i16,
    day: String,
    own: bool,
    empty: bool,
    filters: Vec<Filter>,
    /// The kind that the board is narrowed to.
    kind: Option<String>,
    /// The head that the board is narrowed to: name and id.
    post: Option<(String, String)>,
    /// Heads whose record can be taken out: name and id.
    heads: Vec<(String, String)>,
    /// Who decides who reads such a record, where it is closed to this reader.
    closed: Option<String>,
    /// The officer may see who supervised whom.
    coverage: bool,
    /// What is to be said of the time before the office used the program, and of last year.
    notes: Notes,
    lines: Vec<DutyLine>,
    many: Vec<Many>,
    findings: Vec<FindingLine>,
    /// What supervisions published, with its source.
    said: Vec<SaidLine>,
    open_tasks: usize,
    /// How many reasons a superior accepted, those that were withdrawn too.
    accepted: i64,
    may_record: bool,
    may_publish: bool,
    published: Option<String>,
}

/// What is said above the table.
struct Notes {
    /// How many duties were due before the office used the program, and are not on record.
    before_use: Option<String>,
    /// How many duties of last year are still open.
    carried: Option<String>,
}

fn notes(page: &Page, r: &reckon::Reckoned, duties: &[Duty], year: i16) -> Notes {
    let count = |is: &dyn Fn(&Duty) -> bool| i64::try_from(duties.iter().filter(|d| is(d)).count()).ok().filter(|n| *n > 0);
    let first = r.bound.used_from.map(|d| page.day(&d.to_string())).unwrap_or_default();
    Notes {
        before_use: count(&|d| d.state == DutyState::BeforeUse).map(|n| page.t.ledger_before_use_note(n, first)),
        carried: count(&|d| d.year() < year).map(|n| page.t.ledger_carried_note(n)),
    }
}

/// A published finding.
struct SaidLine {
    name: String,
    source: String,
    href: String,
    tasks: usize,
}

fn said(page: &Page, f: &published::FindingRow, tasks: &[RemedialRow], (code, year): (&str, i16)) -> SaidLine {
    SaidLine {
        name: crate::page::words::published_finding(page.t, f.kind),
        source: super::source(&f.source.title, &f.source.publisher),
        href: format!("/cong-viec/so-nhiem-vu/noi-dung?xa={code}&nam={year}&khoa={}", f.id),
        tasks: tasks.iter().filter(|t| t.finding_key == f.id).count(),
    }
}

/// `GET /cong-viec/so-nhiem-vu`
///
/// # Errors
/// Not found for those who may not read this unit's ledger.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let year = year_of(&asked.nam, today);
    let mut conn = web.app.store.read().await?;
    let unit = named(&mut conn, &desk, &asked.xa).await?;
    let ((mut r, posts), published, tasks, said, closed, reasons) = beside!(
        &mut conn,
        |c| reckoned(&web, c, &desk, &unit.id, year),
        |c| async { Ok::<_, Fault>(duty_sheet::published(c, &unit.id, i64::from(year)).await?) },
        |c| async { Ok::<_, Fault>(remedial::of_findings(c, &unit.id, "").await?) },
        |c| async { Ok::<_, Fault>(published::findings(c, published::Wanted { unit_id: &unit.id, year: "" }).await?) },
        |c| record::closed(c, &desk, &unit.id, today),
        |c| async { Ok::<_, Fault>(duty_entry::accepted(c, &unit.id).await?) },
    )?;
    drop(conn);
    let closed = match closed {
        Some(closed) if is_head(&r, &asked.chuc) => return Ok(closed.page(&desk, &unit)),
        closed => closed.map(|c| c.who(desk.page.t)),
    };
    let code = address(&unit);
    let place = (code.as_str(), year);
    let own = unit.id == desk.officer.unit_id;
    let page = desk.page.clone();
    let kind: Option<ClauseKind> = asked.viec.parse().ok();
    narrow(&mut r, &asked.chuc);
    let heads: Vec<(String, String)> = r.bound.posts.iter().map(|p| (posts.name(&p.id), p.id.clone())).collect();
    let kept: Vec<Duty> = r.duties.iter().filter(|d| kind.is_none_or(|k| k == d.kind)).cloned().collect();
    let shown = kept.iter().filter(|d| lines::takes(&asked.loc, d, today)).map(|d| lines::line(&page, d, &posts, place, today)).collect();
    let (alone, many) = lines::together(shown);
    let view = Board {
        csrf: desk.csrf().to_owned(),
        day: page.day(&today.to_string()),
        filters: filters(&page, &kept, place, (&asked.loc, kind, &asked.chuc), today),
        kind: kind.map(|k| rule_words::clause_kind(page.t, k)),
        post: heads.iter().find(|(_, id)| *id == asked.chuc).cloned(),
        heads,
        closed,
        coverage: super::reads_below(&desk) || !page.is_superior(),
        notes: notes(&page, &r, &kept, year),
        lines: alone,
        many,
        findings: lines::findings(&page, &r, &tasks, &posts, place),
        said: said.iter().map(|f| self::said(&page, f, &tasks, place)).collect(),
        open_tasks: tasks.iter().filter(|t| t.state == RemedialState::Open).count(),
        accepted: i64::try_from(accepted::of_year(&page, &r, reasons).len()).unwrap_or(i64::MAX),
        empty: r.duties.is_empty(),
        may_record: own && desk.allow(Action::KeepLedger).is_ok(),
        may_publish: own && desk.allow(Action::PublishLedger).is_ok(),
        unit: unit.name,
        code,
        year,
        own,
        published,
        page,
    };
    Ok(render::html(&view))
}

/// One of the unit's heads: what is asked for is the record of one head.
fn is_head(r: &reckon::Reckoned, post: &str) -> bool {
    r.bound.posts.iter().any(|p| p.id == post)
}

/// Leaves what one post owes and what was found of it, where one of the unit's heads is named (S4.15).
fn narrow(r: &mut reckon::Reckoned, post: &str) {
    if is_head(r, post) {
        r.duties.retain(|d| d.post_id == post);
        r.findings.retain(|f| f.post_id == post);
    }
}

fn filters(
    page: &Page,
    duties: &[Duty],
    (code, year): (&str, i16),
    (current, kind, post): (&str, Option<ClauseKind>, &str),
    on: jiff::civil::Date,
) -> Vec<Filter> {
    let t = page.t;
    let known = ["qua-han", "30-ngay", "da-lam", "hoan", BEFORE_USE].contains(&current);
    let viec = kind.map_or("", ClauseKind::code);
    let filter = |loc: &str, label| Filter {
        href: format!("/cong-viec/so-nhiem-vu?xa={code}&nam={year}&loc={loc}&viec={viec}&chuc={post}"),
        label,
        n: duties.iter().filter(|d| lines::takes(loc, d, on)).count(),
        current: if loc.is_empty() { !known } else { loc == current },
    };
    let mut all = vec![
        filter("", t.ledger_filter_all()),
        filter("qua-han", t.ledger_mine_overdue()),
        filter("30-ngay", t.ledger_filter_soon()),
        filter("da-lam", t.ledger_filter_done()),
        filter("hoan", t.ledger_filter_waived()),
    ];
    let before = filter(BEFORE_USE, t.ledger_filter_before_use());
    all.extend((before.n > 0 || before.current).then_some(before));
    all
}

/// `GET /cong-viec/so-nhiem-vu.xlsx`: every duty of the year, a row each, with its clause and how its day was computed. For those
/// to whom the record of one head is closed it does not say which post owes it: it would be that record by a filter.
///
/// # Errors
/// Not found for those who may not read this unit's ledger.
pub async fn excel(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let year = year_of(&asked.nam, today);
    let mut conn = web.app.store.read().await?;
    let unit = named(&mut conn, &desk, &asked.xa).await?;
    let ((mut r, posts), closed) =
        beside!(&mut conn, |c| reckoned(&web, c, &desk, &unit.id, year), |c| record::closed(c, &desk, &unit.id, today))?;
    drop(conn);
    let by_post = usize::from(closed.is_some());
    if is_head(&r, &asked.chuc)
        && let Some(closed) = closed
    {
        return Ok(closed.page(&desk, &unit));
    }
    narrow(&mut r, &asked.chuc);
    let page = &desk.page;
    let t = page.t;
    let heads = [
        t.ledger_col_post(),
        t.ledger_col_duty(),
        t.ledger_excel_subject(),
        t.ledger_why(),
        t.ledger_how(),
        t.ledger_col_due(),
        t.ledger_col_state(),
        t.ledger_facts(),
    ];
    let rows: Vec<Vec<String>> = r
        .duties
        .iter()
        .map(|d| {
            let clause = lines::document(&r, d).and_then(|x| Some((x, x.clauses.get(d.clause.seq)?)));
            let facts = d.facts.iter().map(|f| format!("{} {}", ledger_words::fact(t, f.kind), page.day(&f.on.to_string())));
            let all = [
                posts.name(&d.post_id),
                rule_words::clause_kind(t, d.kind),
                ledger_words::subject(t, d),
                clause.map(|(x, c)| format!("{}. {}", rule_words::cited(t, x, &c.citation), c.text)).unwrap_or_default(),
                ledger_words::reckoning(page, d, &web.app.calendar()).join(" "),
                ledger_words::due(page, d),
                ledger_words::state(t, d, today).word,
                facts.collect::<Vec<_>>().join("; "),
            ];
            all.into_iter().skip(by_post).collect()
        })
        .collect();
    superior::sheet_response(heads.get(by_post..).unwrap_or_default(), &rows, &format!("so-nhiem-vu-{}-{year}", unit.code))
}
