//! The Brief (bảng tổng hợp ý kiến kèm dự kiến trả lời): what was asked, topic by topic, and what each body has ready.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::dialogue::AskAnswer;
use caunoi_domain::{
    dialogue::state::{DialogueState, DraftState, TopicState},
    opinion::item::Publication,
    people::policy::{self, Action, Scope},
    problem::Problem,
};
use caunoi_store::{
    beside,
    item::ItemRow,
    people::{self, BodyRow},
    prepared_answer::{self, PreparedAnswerView},
    topic,
};
use serde::Deserialize;

use super::{
    Found, Frame,
    contents::source,
    form::{FieldView, summary},
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        mark::{self, Mark, Tone},
        problems, render, words,
    },
};

#[derive(Template)]
#[template(path = "office/dialogue/brief.html")]
struct Brief {
    page: Page,
    f: Frame,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    groups: Vec<Group>,
    bodies: Vec<(String, String, bool)>,
    body_error: Option<String>,
    topic_error: Option<String>,
    due: FieldView,
    may_ask: bool,
}

struct Group {
    id: String,
    title: String,
    chosen: bool,
    source: String,
    items: Vec<String>,
    answers: Vec<Answer>,
}

struct Answer {
    /// Where it is written or read; absent for who may do neither.
    href: Option<String>,
    body: String,
    mark: Mark,
    due: String,
    text: String,
    norm: String,
}

/// What was typed to ask a body.
#[derive(Deserialize, Default)]
pub struct Typed {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    key: String,
    #[serde(default)]
    topic: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    due: String,
}

/// `GET …/tong-hop`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    view(&web, &desk, &id, &Typed::default(), &[]).await
}

/// `POST …/tong-hop`: asks a body for an answer.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn ask(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let verb = AskAnswer { dialogue: found.d.public_id, topic: typed.topic.clone(), body: typed.body.clone(), due: typed.due.clone() };
    match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
        Ok(_) => Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}/tong-hop")).into_response()),
        Err(refused) => view(&web, &desk, &id, &typed, &problems_of(refused)?).await,
    }
}

async fn view(web: &Web, desk: &Desk, id: &str, typed: &Typed, all: &[Problem]) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, desk, id).await?;
    if !found.reads_brief {
        return Err(Fault::NotFound);
    }
    let (of, today) = (found.d.id.as_str(), web.app.clock.today().to_string());
    let (mut topics, items, answers, bodies) = beside!(
        &mut conn,
        |c| topic::of_dialogue(c, of),
        |c| topic::items_of_dialogue(c, of),
        |c| prepared_answer::of_dialogue(c, of),
        |c| async { if found.prepares { people::bodies_on(c, &found.d.unit_id, &today).await } else { Ok(Vec::new()) } },
    )?;
    drop(conn);
    topics.retain(|t| t.topic.state != TopicState::Dropped);
    let page = desk.page.clone();
    let t = page.t;
    let groups = topics
        .into_iter()
        .map(|v| Group {
            items: items.iter().filter(|(topic, _)| *topic == v.topic.id).map(|(_, i)| shown(i)).collect(),
            answers: answers.iter().filter(|a| a.answer.topic_id == v.topic.id).map(|a| answer(web, desk, &found, a)).collect(),
            chosen: typed.topic == v.topic.id,
            source: source(&page, &v),
            id: v.topic.id,
            title: v.topic.title,
        })
        .collect();
    let view = Brief {
        f: found.frame(&page),
        csrf: desk.csrf().to_owned(),
        key: if typed.key.is_empty() { web.app.token() } else { typed.key.clone() },
        errs: summary(t, all),
        groups,
        bodies: bodies.into_iter().map(|b: BodyRow| (typed.body == b.id, b)).map(|(chosen, b)| (b.id, b.name, chosen)).collect(),
        body_error: problems::of(t, all, "body"),
        topic_error: problems::of(t, all, "topic"),
        due: FieldView::line(t, all, "due", t.plan_answer_due(), &typed.due).hint(t.plan_day_hint()).short(),
        may_ask: found.prepares && found.d.state <= DialogueState::Announced,
        page,
    };
    Ok(render::form(&view, all))
}

/// What an opinion asks: as it was edited for publication where it is published, by the office's title otherwise.
pub(super) fn shown(i: &ItemRow) -> String {
    if i.publication == Publication::Published { i.published_title.clone() } else { i.title.clone() }
}

fn answer(web: &Web, desk: &Desk, found: &Found, a: &PreparedAnswerView) -> Answer {
    let page = &desk.page;
    let unit = &found.d.unit_id;
    let opens = policy::may(&desk.actor, Action::PrepareAnswer, Scope::body(unit, &a.answer.body_id))
        || policy::may(&desk.actor, Action::ReadOpinions, Scope::unit(unit));
    Answer {
        href: opens.then(|| format!("/nhiem-vu/tra-loi/{}", a.answer.id)),
        body: a.body_name.clone(),
        mark: state(web, page, a),
        due: a.answer.due_on.as_deref().map(|d| page.day(d)).unwrap_or_default(),
        text: a.answer.text.clone(),
        norm: a.answer.norm.clone(),
    }
}

/// The state of an answer: while the body writes, by when it is asked.
pub(super) fn state(web: &Web, page: &Page, a: &PreparedAnswerView) -> Mark {
    let t = page.t;
    let word = words::draft_state(t, a.answer.state);
    match a.answer.state {
        DraftState::Approved => Mark::new(Tone::Done, Icon::Tick, word),
        DraftState::Submitted => Mark::new(Tone::Doing, Icon::Half, word),
        DraftState::Asked | DraftState::Draft => a
            .answer
            .due_on
            .as_deref()
            .and_then(|due| mark::due(t, due, web.app.clock.today()))
            .unwrap_or_else(|| Mark::new(Tone::Idle, Icon::Pen, word)),
    }
}
