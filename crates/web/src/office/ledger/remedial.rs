//! One remedial task (việc khắc phục) with what happened to it, and what is done about it (S4.10).

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::{
    Refusal,
    duty::remedial::{close::CloseRemedial, extend::ExtendRemedial, note::NoteRemedial, reopen::ReopenRemedial, urge::UrgeRemedial},
};
use caunoi_domain::{
    people::policy::Action,
    problem::Problem,
    regulation::remedial::{FindingSource, RemedialSide, RemedialState, RemedialStep},
    text::date,
};
use caunoi_store::{
    beside,
    remedial::{self, RemedialRow, StepRow},
    unit,
};
use jiff::civil::Date;
use serde::Deserialize;

use super::{address, duty::oversees, reckoned};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        ledger_words,
        mark::{Mark, Tone},
        problems, render,
    },
};

/// A task as a line under its finding.
pub struct TaskLine {
    /// Its page.
    pub href: String,
    /// What is to be done.
    pub task: String,
    /// By which day.
    pub due: String,
    /// Where it stands.
    pub state: Mark,
}

/// A task as a line.
pub fn task_line(page: &Page, r: &RemedialRow, today: Date) -> TaskLine {
    TaskLine {
        href: format!("/cong-viec/khac-phuc/{}", r.id),
        task: r.task.clone(),
        due: page.day(&r.due_on),
        state: state(page, r, today),
    }
}

/// Where a task stands on a day.
pub(super) fn state(page: &Page, r: &RemedialRow, today: Date) -> Mark {
    let t = page.t;
    let late = r.due_on.parse::<Date>().ok().filter(|d| *d < today).map(|d| i64::from((today - d).get_days()));
    match (r.state, late) {
        (RemedialState::Done, _) => Mark::new(Tone::Done, Icon::Tick, t.remedial_done()),
        (RemedialState::Open, Some(days)) => Mark::new(Tone::Late, Icon::Warn, t.ledger_state_overdue(days)),
        (RemedialState::Open, None) => Mark::new(Tone::Doing, Icon::Half, t.remedial_open()),
    }
}

/// The finding's name.
pub(super) fn name(page: &Page, r: &RemedialRow) -> String {
    match r.source {
        FindingSource::Ledger => r.finding_kind.parse().map(|k| ledger_words::finding(page.t, k).0).unwrap_or_default(),
        FindingSource::Published => r.finding_kind.parse().map(|k| crate::page::words::published_finding(page.t, k)).unwrap_or_default(),
    }
}

/// What was typed on the page of a task.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    /// Which form.
    viec: String,
    progress: String,
    urging: String,
    result: String,
    evidence: String,
    done_on: String,
    new_due: String,
    reason: String,
}

struct StepLine {
    what: String,
    side: String,
    day: String,
    by: String,
    text: String,
    paper: String,
    due: String,
}

/// What the reader may do.
struct May {
    act: bool,
    grant: bool,
}

#[derive(Template)]
#[template(path = "office/ledger/remedial.html")]
struct TaskPage {
    page: Page,
    csrf: String,
    id: String,
    unit: String,
    post: String,
    finding: String,
    finding_href: String,
    stands: Option<bool>,
    task: String,
    basis: String,
    due: String,
    first_due: Option<String>,
    state: Mark,
    open: bool,
    steps: Vec<StepLine>,
    may: May,
    typed: Typed,
    errors: Vec<(&'static str, String)>,
}

impl TaskPage {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }

    /// That form was the one sent.
    fn sent(&self, form: &str) -> bool {
        !self.errors.is_empty() && self.typed.viec == form
    }
}

/// `GET /cong-viec/khac-phuc/{id}`
///
/// # Errors
/// Not found for those who may not read the unit's ledger.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let typed = Typed { key: web.app.token(), done_on: date::vi(web.app.clock.today()), ..Typed::default() };
    page(&web, &desk, &id, typed, &[]).await
}

/// `POST /cong-viec/khac-phuc/{id}`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn act(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    match carry_out(&web, &desk, &id, &typed).await {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/khac-phuc/{id}")).into_response()),
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            page(&web, &desk, &id, typed, &wrong).await
        }
    }
}

async fn carry_out(web: &Web, desk: &Desk, id: &str, typed: &Typed) -> Result<(), Refusal> {
    let (remedial, key, by) = (id.to_owned(), typed.key.as_str(), &desk.actor);
    let t = typed.clone();
    match typed.viec.as_str() {
        "progress" => web.app.carry_out_once(by, key, NoteRemedial { remedial, text: t.progress }).await,
        "urge" => web.app.carry_out_once(by, key, UrgeRemedial { remedial, text: t.urging }).await,
        "close" => {
            let verb = CloseRemedial { remedial, result: t.result, evidence: t.evidence, done_on: t.done_on };
            web.app.carry_out_once(by, key, verb).await
        }
        "extend" => web.app.carry_out_once(by, key, ExtendRemedial { remedial, due: t.new_due, reason: t.reason }).await,
        "reopen" => web.app.carry_out_once(by, key, ReopenRemedial { remedial, due: t.new_due, reason: t.reason }).await,
        _ => Err(Refusal::NotFound("form")),
    }
}

async fn page(web: &Web, desk: &Desk, id: &str, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let mut conn = web.app.store.read().await?;
    let (r, steps) = beside!(&mut conn, |c| remedial::find(c, id), |c| remedial::steps(c, id))?;
    let r = r.ok_or(Fault::NotFound)?;
    let year = i16::try_from(r.year).unwrap_or(today.year());
    let (unit, (all, posts), above) = beside!(
        &mut conn,
        |c| async { unit::find(c, &r.unit_id).await?.ok_or(Fault::NotFound) },
        |c| reckoned(web, c, desk, &r.unit_id, year),
        |c| oversees(c, desk, &r.unit_id),
    )?;
    drop(conn);
    let stands = (r.source == FindingSource::Ledger).then(|| all.findings.iter().any(|f| f.key() == r.finding_key));
    let own = unit.id == desk.officer.unit_id && desk.allow(Action::KeepLedger).is_ok();
    let page = desk.page.clone();
    let view = TaskPage {
        csrf: desk.csrf().to_owned(),
        id: r.id.clone(),
        post: posts.name(&r.post_id),
        finding: name(&page, &r),
        finding_href: finding_href(&r, &address(&unit)),
        stands,
        task: r.task.clone(),
        basis: r.basis.clone(),
        due: page.weekday(&r.due_on),
        first_due: (r.first_due_on != r.due_on).then(|| page.day(&r.first_due_on)),
        state: state(&page, &r, today),
        open: r.state == RemedialState::Open,
        steps: steps.into_iter().map(|s| step(&page, s)).collect(),
        may: May { act: own || above, grant: above || (own && r.by_unit == r.unit_id) },
        unit: unit.name,
        errors: wrong.iter().map(|p| (p.field, problems::say(page.t, p))).collect(),
        typed,
        page,
    };
    Ok(render::form(&view, wrong))
}

fn finding_href(r: &RemedialRow, code: &str) -> String {
    let at = format!("/cong-viec/so-nhiem-vu/noi-dung?xa={code}&nam={}", r.year);
    match r.source {
        FindingSource::Ledger => format!("{at}&loai={}&post={}", r.finding_kind, r.post_id),
        FindingSource::Published => format!("{at}&khoa={}", r.finding_key),
    }
}

fn step(page: &Page, s: StepRow) -> StepLine {
    let t = page.t;
    StepLine {
        what: match s.kind {
            RemedialStep::Opened => t.remedial_step_opened(),
            RemedialStep::Progress => t.remedial_step_progress(),
            RemedialStep::Urged => t.remedial_step_urged(),
            RemedialStep::Extended => t.remedial_step_extended(),
            RemedialStep::Closed => t.remedial_step_closed(),
            RemedialStep::Reopened => t.remedial_step_reopened(),
        },
        side: match s.side {
            // Nobody said what the program sends by itself.
            _ if s.by_label.is_empty() => String::new(),
            Some(RemedialSide::Own) => t.remedial_side_own(),
            Some(RemedialSide::Above) => t.remedial_side_above(),
            None => String::new(),
        },
        day: page.day(&s.on_day),
        by: if s.by_label.is_empty() { t.urging_by_program() } else { s.by_label },
        text: s.text,
        paper: match s.kind {
            _ if s.paper.is_empty() => String::new(),
            // The paper that asks for the task is no evidence of what was done.
            RemedialStep::Closed | RemedialStep::Progress => t.remedial_with_evidence(s.paper),
            _ => t.remedial_with_paper(s.paper),
        },
        due: s.due_on.map(|d| t.remedial_step_due(page.day(&d))).unwrap_or_default(),
    }
}
