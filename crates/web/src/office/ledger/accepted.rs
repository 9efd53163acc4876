//! Lý do đã chấp nhận của một đơn vị: what a head of the superior excused, by which paper and why; taken back where it was
//! accepted by mistake, with the reason (S4.8).

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::duty::{decider_of, reckon::Reckoned, withdraw_waiver::WithdrawWaiver};
use caunoi_domain::{people::policy::Action, problem::Problem};
use caunoi_store::{
    beside,
    duty_entry::{self, AcceptedRow},
};
use serde::Deserialize;

use super::{board::Asked, lines::Posts, named, reckoned, record, unit_of, waiver, year_of};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        problems, render,
    },
};

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    xa: String,
    nam: String,
    /// Id of the reason that is taken back, and why.
    entry: String,
    why: String,
}

struct Line {
    id: String,
    /// The duty, or the planned row.
    what: String,
    /// The sentence of its rule; empty of a planned row.
    clause: String,
    /// Whose it was; empty where the record of one head is closed to the reader.
    post: String,
    /// Who accepted it, on which day, by which paper.
    by: String,
    note: String,
    /// By whom it was taken back, when and why; empty while it counts.
    over: String,
}

#[derive(Template)]
#[template(path = "office/ledger/accepted.html")]
struct AcceptedPage {
    page: Page,
    csrf: String,
    typed: Typed,
    code: String,
    year: i16,
    unit: String,
    lines: Vec<Line>,
    /// The officer leads the superior unit.
    decides: bool,
    errors: Vec<(&'static str, String)>,
}

impl AcceptedPage {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }
}

/// `GET /cong-viec/so-nhiem-vu/ly-do`
///
/// # Errors
/// Not found for those who may not read this unit's ledger.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let typed = Typed { key: web.app.token(), xa: asked.xa, nam: asked.nam, ..Typed::default() };
    page(&web, desk, typed, &[]).await
}

/// `POST /cong-viec/so-nhiem-vu/ly-do/rut`: a reason is taken back.
///
/// # Errors
/// Not for this officer; a form without the session's token; no such reason.
pub async fn withdraw(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.allow(Action::DecideLedger)?;
    desk.check(&typed.csrf)?;
    let unit = unit_of(&web, &desk, &typed.xa).await?;
    let year = year_of(&typed.nam, web.app.clock.today());
    let verb = WithdrawWaiver { unit_id: unit.id.clone(), entry: typed.entry.clone(), why: typed.why.clone() };
    match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
        Ok(()) => {
            let path = format!("/cong-viec/so-nhiem-vu/ly-do?xa={}&nam={year}", super::address(&unit));
            Ok(Redirect::to(&path).into_response())
        }
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            page(&web, desk, typed, &wrong).await
        }
    }
}

async fn page(web: &Web, desk: Desk, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    let year = year_of(&typed.nam, web.app.clock.today());
    let mut conn = web.app.store.read().await?;
    let unit = named(&mut conn, &desk, &typed.xa).await?;
    let ((r, posts), rows, decider, closed) = beside!(
        &mut conn,
        |c| reckoned(web, c, &desk, &unit.id, year),
        |c| async { Ok::<_, Fault>(duty_entry::accepted(c, &unit.id).await?) },
        |c| async { Ok::<_, Fault>(decider_of(c, &desk.actor, &unit.id).await?) },
        |c| record::closed(c, &desk, &unit.id, web.app.clock.today()),
    )?;
    drop(conn);
    let page = desk.page.clone();
    let view = AcceptedPage {
        csrf: desk.csrf().to_owned(),
        lines: of_year(&page, &r, rows).into_iter().map(|(row, what)| line(&page, row, &what, &posts, closed.is_some())).collect(),
        decides: decider.is_some_and(|own| own != unit.id),
        errors: wrong.iter().map(|p| (p.field, problems::say(page.t, p))).collect(),
        code: super::address(&unit),
        unit: unit.name,
        year,
        typed,
        page,
    };
    Ok(render::form(&view, wrong))
}

/// Those that are about a duty or a planned row of the year, each with what it is about in words.
pub(super) fn of_year(page: &Page, r: &Reckoned, rows: Vec<AcceptedRow>) -> Vec<(AcceptedRow, String)> {
    let about = rows.into_iter().map(|row| {
        let what = waiver::what(page, r, &row.entry.subject);
        (row, what)
    });
    about.filter(|(_, what)| !what.is_empty()).collect()
}

fn line(page: &Page, row: AcceptedRow, what: &str, posts: &Posts, closed: bool) -> Line {
    let (t, e) = (page.t, row.entry);
    let (what, clause) = what.split_once('\n').unwrap_or((what, ""));
    Line {
        id: e.id,
        what: what.to_owned(),
        clause: clause.to_owned(),
        post: if closed { String::new() } else { posts.name(&e.post_id) },
        by: t.accepted_by(e.by_label, e.paper, page.day(&e.on_day)),
        note: e.note,
        over: row.void_at.map(|at| t.accepted_withdrawn(row.void_label, page.moment(at), row.void_why)).unwrap_or_default(),
    }
}
