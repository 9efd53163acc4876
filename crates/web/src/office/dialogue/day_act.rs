//! The day of a dialogue: postponed, planned anew, not held at all (S3.10), with everything that happened to it.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal,
    dialogue::{CancelDialogue, PostponeDialogue, ReplanDialogue},
};
use caunoi_domain::{
    dialogue::{
        scope::Stop,
        site::{TypedSite, site},
        state::DialogueState,
        stop::{Stopped, TypedStop, stopped},
    },
    problem::{Problem, What},
    text::date,
};
use caunoi_store::day_change::{self, ChangeRow};

use super::{
    Found, Frame,
    form::{FieldView, Pairs, summary},
};
use crate::{
    Web,
    page::{
        Page, dates,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        render, words,
    },
};

#[derive(Template)]
#[template(path = "office/dialogue/day.html")]
struct DayPage {
    page: Page,
    f: Frame,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    may_postpone: bool,
    may_replan: bool,
    may_cancel: bool,
    /// Said where there is nothing to do for whoever reads.
    nothing: String,
    stop: Vec<FieldView>,
    replan: Vec<FieldView>,
    changes: Vec<ChangeView>,
}

/// One change of the day, as both the office and the people read it.
pub(super) struct ChangeView {
    pub what: String,
    pub lines: Vec<String>,
    pub who: String,
}

/// `GET …/ngay`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    view(&web, &desk, &id, &Pairs(Vec::new()), &[]).await
}

/// `POST …/ngay/hoan`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn postpone(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(f): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let done = match why(&p) {
        Ok(why) => web.app.carry_out_once(&desk.actor, &p.get("key"), PostponeDialogue { dialogue: found.d.public_id, why }).await,
        Err(problems) => Err(Refusal::Invalid(problems)),
    };
    answer(&web, &desk, &id, &p, done).await
}

/// `POST …/ngay/huy`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn cancel(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(f): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let done = match why(&p) {
        Ok(why) => web.app.carry_out_once(&desk.actor, &p.get("key"), CancelDialogue { dialogue: found.d.public_id, why }).await,
        Err(problems) => Err(Refusal::Invalid(problems)),
    };
    answer(&web, &desk, &id, &p, done).await
}

/// `POST …/ngay/dinh-lai`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn replan(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(f): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let done = match new_day(&p, found.d.public_id) {
        Ok(verb) => web.app.carry_out_once(&desk.actor, &p.get("key"), verb).await,
        Err(problems) => Err(Refusal::Invalid(problems)),
    };
    answer(&web, &desk, &id, &p, done).await
}

fn why(p: &Pairs) -> Result<Stopped, Vec<Problem>> {
    stopped(&TypedStop { reason: p.get("stop_reason"), paper: p.get("paper"), paper_on: p.get("paper_on") })
}

/// Day, time and place as they are typed for a site: the same words are read.
fn new_day(p: &Pairs, dialogue: i64) -> Result<ReplanDialogue, Vec<Problem>> {
    let place = p.get("place");
    let typed = TypedSite {
        place: if place.is_empty() { "-".to_owned() } else { place.clone() },
        at_time: p.get("at_time"),
        ..TypedSite::default()
    };
    let mut problems = site(&typed).err().unwrap_or_default();
    let on_day = match p.get("on_day") {
        day if day.trim().is_empty() => Err(What::Empty),
        day => date::parse(&day).map_err(What::Day),
    };
    match (on_day, site(&typed)) {
        (Ok(on_day), Ok(s)) => Ok(ReplanDialogue { dialogue, on_day, at_time: s.at_time, place }),
        (on_day, _) => {
            problems.extend(on_day.err().map(|what| Problem::new("on_day", what)));
            Err(problems)
        }
    }
}

async fn answer(web: &Web, desk: &Desk, id: &str, typed: &Pairs, done: Result<(), Refusal>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}/ngay")).into_response()),
        Err(refused) => view(web, desk, id, typed, &problems_of(refused)?).await,
    }
}

async fn view(web: &Web, desk: &Desk, id: &str, typed: &Pairs, all: &[Problem]) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, desk, id).await?;
    let changes = day_change::of(&mut conn, &found.d.id).await?;
    let page = desk.page.clone();
    let t = page.t;
    let d = &found.d;
    let acts = (found.prepares || found.chair) && d.stop != Some(Stop::Cancelled) && d.state < DialogueState::Held;
    let line = |name, label, short: bool| {
        let field = FieldView::line(t, all, name, label, &typed.get(name));
        if short { field.short() } else { field }
    };
    let view = DayPage {
        f: found.frame(&page),
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(t, all),
        may_postpone: acts && d.stop.is_none() && d.state >= DialogueState::Approved,
        may_replan: acts && d.stop == Some(Stop::Postponed),
        may_cancel: acts,
        nothing: if d.stop != Some(Stop::Cancelled) && d.state < DialogueState::Held { t.plan_day_office() } else { t.plan_day_nothing() },
        stop: vec![
            line("stop_reason", t.plan_stop_reason(), false).hint(t.plan_stop_reason_hint()).area(3),
            line("paper", t.plan_stop_paper(), false).hint(t.plan_stop_paper_hint()),
            line("paper_on", t.plan_stop_paper_on(), true),
        ],
        replan: vec![
            line("on_day", t.plan_new_day(), true).hint(t.plan_day_hint()),
            line("at_time", t.plan_time(), true).hint(t.plan_as_before()),
            line("place", t.plan_place(), false).hint(t.plan_as_before()),
        ],
        changes: changes.iter().map(|c| change(&page, c)).collect(),
        page,
    };
    Ok(render::form(&view, all))
}

fn change(page: &Page, c: &ChangeRow) -> ChangeView {
    let t = page.t;
    let mut lines = vec![match &c.to_day {
        Some(to) => t.plan_change_from_to(page.weekday(&c.from_day), page.weekday(to)),
        None => t.plan_change_from(page.weekday(&c.from_day)),
    }];
    if !c.reason.is_empty() {
        lines.push(t.plan_change_reason(&c.reason));
    }
    if !c.paper.is_empty() {
        let on = c.paper_on.as_deref().map(dates::day).unwrap_or_default();
        lines.push(if on.is_empty() { t.plan_change_paper(&c.paper) } else { t.plan_change_paper_on(&c.paper, on) });
    }
    ChangeView { what: words::day_change(t, c.kind), lines, who: t.plan_change_who(&c.by_label, page.day(&c.on_day)) }
}
