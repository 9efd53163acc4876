//! Việc khắc phục: the list of a unit, or of those below a superior. Its filters say as many as their lists hold.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::people::policy::Action;
use caunoi_store::{
    Conn, beside,
    remedial::{self, Counts, Only, RemedialLine},
};
use jiff::civil::Date;
use serde::Deserialize;

use super::{
    address, may_read, named, reads_below,
    remedial::{TaskLine, name, state, task_line},
    superior,
};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, render},
};

/// Tasks that a page shows at most; the workbook has no such end.
const LINES: i64 = 400;

struct Line {
    task: TaskLine,
    unit: String,
    post: String,
    finding: String,
}

/// What the address of the list asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    loc: String,
    /// Code of a unit: its tasks alone. The officer's own otherwise, with those below where it is a superior.
    xa: String,
}

struct Filter {
    href: String,
    word: String,
    n: i64,
    current: bool,
}

#[derive(Template)]
#[template(path = "office/ledger/remedials.html")]
struct ListPage {
    page: Page,
    superior: bool,
    excel: String,
    filters: Vec<Filter>,
    lines: Vec<Line>,
    /// Not all of them are shown.
    cut: Option<String>,
}

/// What a list is of.
struct Of {
    unit_id: String,
    below: bool,
    /// The unit's address, where it was named.
    at: String,
    only: Only,
}

async fn of(conn: &mut Conn<'_>, desk: &Desk, asked: &Asked) -> Result<Of, Fault> {
    let only = match asked.loc.as_str() {
        "qua-han" => Only::Late,
        "xong" => Only::Done,
        _ => Only::Open,
    };
    let unit = named(conn, desk, &asked.xa).await?;
    let named = !asked.xa.is_empty();
    Ok(Of {
        below: !named && desk.page.is_superior() && reads_below(desk),
        at: if named { address(&unit) } else { String::new() },
        unit_id: unit.id,
        only,
    })
}

/// `GET /cong-viec/khac-phuc`
///
/// # Errors
/// Not for this officer.
pub async fn list(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::ReadLedger)?;
    let today = web.app.clock.today();
    let mut conn = web.app.store.read().await?;
    let of = of(&mut conn, &desk, &asked).await?;
    let place = (of.unit_id.as_str(), of.below);
    let on = today.to_string();
    let ((), counts, all) = beside!(
        &mut conn,
        |c| may_read(c, &desk, &of.unit_id),
        |c| async { Ok::<_, Fault>(remedial::counts(c, place, &on).await?) },
        |c| async { Ok(remedial::list(c, place, of.only, &on, LINES).await?) },
    )?;
    drop(conn);
    let page = desk.page;
    let (shown, n) = (i64::try_from(all.len()).unwrap_or(i64::MAX), counts.of(of.only));
    let view = ListPage {
        superior: of.below,
        excel: format!("/cong-viec/khac-phuc.xlsx?{}", query(&of, of.only)),
        filters: filters(&page, &of, counts),
        cut: (shown < n).then(|| page.t.remedial_cut(shown, n)),
        lines: all.iter().map(|l| line(&page, l, today)).collect(),
        page,
    };
    Ok(render::html(&view))
}

fn query(of: &Of, only: Only) -> String {
    let loc = match only {
        Only::Open => "",
        Only::Late => "qua-han",
        Only::Done => "xong",
    };
    format!("loc={loc}&xa={}", of.at)
}

fn filters(page: &Page, of: &Of, counts: Counts) -> Vec<Filter> {
    let t = page.t;
    [(Only::Open, t.remedial_filter_open()), (Only::Late, t.ledger_filter_late()), (Only::Done, t.remedial_done())]
        .into_iter()
        .map(|(only, word)| Filter {
            href: format!("/cong-viec/khac-phuc?{}", query(of, only)),
            word,
            n: counts.of(only),
            current: only == of.only,
        })
        .collect()
}

fn line(page: &Page, l: &RemedialLine, today: Date) -> Line {
    Line { task: task_line(page, &l.row, today), unit: l.unit.clone(), post: l.post.clone(), finding: name(page, &l.row) }
}

/// `GET /cong-viec/khac-phuc.xlsx`: what the filter shows, all of it.
///
/// # Errors
/// Not for this officer.
pub async fn excel(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::ReadLedger)?;
    let today = web.app.clock.today();
    let mut conn = web.app.store.read().await?;
    let of = of(&mut conn, &desk, &asked).await?;
    may_read(&mut conn, &desk, &of.unit_id).await?;
    let all = remedial::list(&mut conn, (&of.unit_id, of.below), of.only, &today.to_string(), i64::MAX).await?;
    drop(conn);
    let (page, t) = (&desk.page, desk.page.t);
    let heads = [
        t.ledger_superior_unit(),
        t.remedial_finding(),
        t.ledger_col_post(),
        t.remedial_task(),
        t.ledger_col_due(),
        t.ledger_col_state(),
        t.remedial_result(),
        t.remedial_evidence(),
    ];
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|l| {
            let r = &l.row;
            let state = state(page, r, today).word;
            let unit = format!("{} ({})", l.unit, l.code);
            vec![unit, name(page, r), l.post.clone(), r.task.clone(), page.day(&r.due_on), state, r.result.clone(), r.evidence.clone()]
        })
        .collect();
    superior::sheet_response(&heads, &rows, "viec-khac-phuc")
}
