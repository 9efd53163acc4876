//! Sổ chuyển đơn: complaints and denunciations that were transferred, never their text. Who may read it reads this much
//! and no more.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::opinion::hand_over::{AcceptTransfer, RegisterTransfer, Transfer};
use caunoi_domain::{
    opinion::{
        kind::{Channel, SealedKind},
        submission::{LINE_MAX, text},
    },
    people::policy::Action,
    problem::{Problem, What},
    text::date,
};
use caunoi_store::handover::{self, HandoverRow};
use serde::Deserialize;

use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::{choice, csrf, day},
        mark::{self, Mark, Tone},
        problems, render, words,
    },
};

/// Lines of a page.
const LINES: usize = 50;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Kind that the form opens with.
    loai: String,
    /// Key of the last line of the page before: moment and id.
    sau: String,
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    kind: String,
    channel: String,
    arrived_on: String,
    paper: String,
    sent_on: String,
    receiver: String,
    due_on: String,
}

struct Line {
    id: String,
    kind: String,
    channel: String,
    arrived: String,
    paper: String,
    sent: String,
    receiver: String,
    state: Mark,
    accepted: bool,
    sealed: bool,
    /// The day of its acceptance as typed, and what is wrong with it.
    accepted_on: String,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "office/handovers.html")]
struct HandoversPage {
    page: Page,
    csrf: String,
    lines: Vec<Line>,
    next: Option<String>,
    may_add: bool,
    open: bool,
    /// Where the page begins.
    after: String,
    typed: Typed,
    kinds: Vec<(&'static str, String)>,
    channels: Vec<(&'static str, String)>,
    errors: problems::Told,
}

/// `GET /cong-viec/chuyen-don`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    page(&web, desk, &asked, blank(&web, &asked.loai), &[]).await
}

/// The form of a new line before anything is typed, with that kind.
fn blank(web: &Web, kind: &str) -> Typed {
    let today = date::vi(web.app.clock.today());
    Typed {
        key: web.app.token(),
        kind: kind.to_owned(),
        channel: Channel::Paper.code().to_owned(),
        arrived_on: today.clone(),
        sent_on: today,
        ..Typed::default()
    }
}

async fn page(web: &Web, desk: Desk, asked: &Asked, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    let open = !wrong.is_empty() || !asked.loai.is_empty();
    list(web, desk, (asked, open), typed, ("", ""), wrong).await
}

/// The page; `accepting` is the line whose day of acceptance is wrong, and that day as typed.
async fn list(
    web: &Web,
    desk: Desk,
    (asked, open): (&Asked, bool),
    typed: Typed,
    accepting: (&str, &str),
    wrong: &[Problem],
) -> Result<Response, Fault> {
    desk.allow(Action::ReadHandovers)?;
    let t = desk.page.t;
    let before = asked.sau.split_once('_').and_then(|(at, id)| Some((at.parse().ok()?, id))).unwrap_or((i64::MAX, ""));
    let limit = i64::try_from(LINES).unwrap_or(50) + 1;
    let mut rows = handover::page(&mut web.app.store.read().await?, &desk.officer.unit_id, before, limit).await?;
    let more = rows.len() > LINES;
    rows.truncate(LINES);
    let next = rows.last().filter(|_| more).map(|r| format!("/cong-viec/chuyen-don?sau={}_{}", r.at, r.id));
    let channels = [Channel::Paper, Channel::Counter, Channel::Phone, Channel::Village, Channel::Hall];
    let today = web.app.clock.today();
    let view = HandoversPage {
        csrf: csrf(&desk.page),
        lines: rows.into_iter().map(|r| line(&desk.page, r, today, accepting, wrong)).collect(),
        next,
        may_add: desk.allow(Action::Seal).is_ok(),
        open,
        after: asked.sau.clone(),
        typed,
        kinds: SealedKind::ALL.iter().map(|k| (k.code(), words::sealed_kind(t, *k))).collect(),
        channels: channels.iter().map(|c| (c.code(), words::channel(t, *c))).collect(),
        errors: problems::Told::of(t, wrong),
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

fn line(page: &Page, r: HandoverRow, today: jiff::civil::Date, (accepting, day): (&str, &str), wrong: &[Problem]) -> Line {
    let t = page.t;
    let meant = r.id == accepting;
    let waiting = || Mark::new(Tone::Doing, crate::page::icon::Icon::Half, t.handover_waiting());
    let state = match (&r.accepted_on, &r.due_on) {
        (Some(on), _) => Mark::new(Tone::Done, crate::page::icon::Icon::Tick, t.handover_accepted(page.day(on))),
        (None, Some(due)) => mark::due(t, due, today).unwrap_or_else(waiting),
        (None, None) => waiting(),
    };
    Line {
        kind: words::sealed_kind(t, r.kind),
        channel: words::channel(t, r.channel),
        arrived: page.day(&r.arrived_on),
        paper: r.paper,
        sent: page.day(&r.sent_on),
        receiver: r.receiver,
        accepted: r.accepted_on.is_some(),
        sealed: r.opinion_id.is_some(),
        accepted_on: if meant { day.to_owned() } else { date::vi(today) },
        error: if meant { problems::of(t, wrong, "accepted_on") } else { None },
        state,
        id: r.id,
    }
}

/// `POST /cong-viec/chuyen-don`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn register(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.allow(Action::Seal)?;
    desk.check(&typed.csrf)?;
    match parse(&desk, &typed) {
        Ok(verb) => match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
            Ok(_) => Ok(Redirect::to("/cong-viec/chuyen-don").into_response()),
            Err(refusal) => {
                let wrong = problems_of(refusal)?;
                page(&web, desk, &Asked::default(), typed, &wrong).await
            }
        },
        Err(wrong) => page(&web, desk, &Asked::default(), typed, &wrong).await,
    }
}

fn parse(desk: &Desk, typed: &Typed) -> Result<RegisterTransfer, Vec<Problem>> {
    let mut wrong = Vec::new();
    let kind = choice(&typed.kind, "kind", &mut wrong);
    let channel = choice(&typed.channel, "channel", &mut wrong);
    let paper = text(&typed.paper, "paper", LINE_MAX, false, &mut wrong);
    let receiver = text(&typed.receiver, "receiver", LINE_MAX, false, &mut wrong);
    let sent_on = day(&typed.sent_on, "sent_on", &mut wrong);
    let due_on = day(&typed.due_on, "due_on", &mut wrong);
    let arrived_on = day(&typed.arrived_on, "arrived_on", &mut wrong);
    if typed.arrived_on.trim().is_empty() {
        wrong.push(Problem::new("arrived_on", What::Empty));
    }
    match (kind, channel, arrived_on) {
        (Some(kind), Some(channel), Some(arrived_on)) if wrong.is_empty() => Ok(RegisterTransfer {
            unit_id: desk.officer.unit_id.clone(),
            channel,
            arrived_on,
            transfer: Transfer { kind, paper, sent_on, receiver, due_on },
        }),
        _ => Err(wrong),
    }
}

/// The day on which a transfer was accepted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Accepted {
    csrf: String,
    accepted_on: String,
    /// Where the page began.
    sau: String,
}

/// `POST /cong-viec/chuyen-don/{id}/da-nhan`
///
/// # Errors
/// Not for this officer; no such line.
pub async fn accept(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<Accepted>) -> Result<Response, Fault> {
    desk.allow(Action::Seal)?;
    desk.check(&typed.csrf)?;
    let mut wrong = Vec::new();
    let on = day(&typed.accepted_on, "accepted_on", &mut wrong);
    if let Some(accepted_on) = on {
        match web.app.carry_out(&desk.actor, AcceptTransfer { id: id.clone(), accepted_on }).await {
            Ok(()) => return Ok(Redirect::to("/cong-viec/chuyen-don").into_response()),
            Err(refusal) => wrong = problems_of(refusal)?,
        }
    } else if wrong.is_empty() {
        wrong.push(Problem::new("accepted_on", What::Empty));
    }
    let asked = Asked { sau: typed.sau, ..Asked::default() };
    list(&web, desk, (&asked, false), blank(&web, ""), (&id, &typed.accepted_on), &wrong).await
}
