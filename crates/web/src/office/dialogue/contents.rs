//! The contents of a dialogue: chosen from issues and single items with their reason, laid before the chair, approved.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal,
    desk::seen::{Waits, Words},
    dialogue::{ApproveContents, ChooseTopic, DropTopic, ReturnContents, SubmitContents},
};
use caunoi_domain::{
    dialogue::{
        contents::{TypedChoice, choice, may_change},
        state::{DialogueState, DraftState, TopicState},
    },
    problem::Problem,
};
use caunoi_store::beside;
use caunoi_store::topic::{self, Candidate, NO_SOURCE, TopicView};
use serde::Deserialize;

use super::{
    Found, Frame,
    form::{Act, ChoiceView, FieldView, summary},
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        problems, render, words,
    },
};

/// Candidates shown at most.
const CANDIDATES: i64 = 100;

#[derive(Template)]
#[template(path = "office/dialogue/contents.html")]
struct Contents {
    page: Page,
    f: Frame,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    state: String,
    topics: Vec<Line>,
    dropped: Vec<Line>,
    sources: Vec<ChoiceView>,
    source_error: Option<String>,
    title: FieldView,
    reason: FieldView,
    source_note: FieldView,
    note: FieldView,
    /// The mark of the contents that are decided about.
    seen: String,
    may_choose: bool,
    may_submit: bool,
    may_decide: bool,
}

struct Line {
    id: String,
    title: String,
    reason: String,
    source: String,
    state: String,
    by: String,
}

/// What was typed to choose a topic.
#[derive(Deserialize, Default)]
pub struct Typed {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    key: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    source_note: String,
}

/// `GET …/noi-dung`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    view(&web, &desk, &id, &Typed::default(), "", &[]).await
}

/// `POST …/noi-dung`: chooses a topic.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn choose(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let asked = TypedChoice {
        source: typed.source.clone(),
        title: typed.title.clone(),
        reason: typed.reason.clone(),
        source_note: typed.source_note.clone(),
    };
    let problems = match choice(&asked) {
        Ok(choice) => {
            let verb = ChooseTopic { dialogue: found.d.public_id, choice };
            match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
                Ok(_) => return Ok(back(&id)),
                Err(refused) => problems_of(refused)?,
            }
        }
        Err(problems) => problems,
    };
    view(&web, &desk, &id, &typed, "", &problems).await
}

/// `POST …/noi-dung/bo`: drops a topic.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn leave_out(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let verb = DropTopic { dialogue: found.d.public_id, topic: act.row.clone(), note: act.note.clone() };
    let done = web.app.carry_out_once(&desk.actor, &format!("{}.{}", act.key, act.row), verb).await;
    answer(&web, &desk, &id, &act.note, done).await
}

/// `POST …/noi-dung/trinh`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn submit(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let done = web.app.carry_out_once(&desk.actor, &act.key, SubmitContents { dialogue: found.d.public_id }).await;
    answer(&web, &desk, &id, "", done).await
}

/// `POST …/noi-dung/duyet`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn approve(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let dialogue = found.d.public_id;
    let done = act.decide(&web, &desk, Waits::Contents(dialogue), ApproveContents { dialogue }).await;
    answer(&web, &desk, &id, "", done).await
}

/// `POST …/noi-dung/tra-lai`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn send_back(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let dialogue = found.d.public_id;
    let verb = ReturnContents { dialogue, note: act.note.clone() };
    let done = act.decide(&web, &desk, Waits::Contents(dialogue), verb).await;
    answer(&web, &desk, &id, &act.note, done).await
}

fn back(id: &str) -> Response {
    Redirect::to(&format!("/cong-viec/doi-thoai/{id}/noi-dung")).into_response()
}

async fn answer(web: &Web, desk: &Desk, id: &str, note: &str, done: Result<(), Refusal>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(back(id)),
        Err(refused) => view(web, desk, id, &Typed::default(), note, &problems_of(refused)?).await,
    }
}

async fn view(web: &Web, desk: &Desk, id: &str, typed: &Typed, note: &str, all: &[Problem]) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, desk, id).await?;
    let d = &found.d;
    let may_choose = found.prepares && may_change(d.state, d.contents_state);
    let (topics, candidates) = beside!(&mut conn, |c| topic::of_dialogue(c, &d.id), |c| async {
        if may_choose { topic::candidates(c, &d.unit_id, &d.id, CANDIDATES).await } else { Ok(Vec::new()) }
    },)?;
    drop(conn);
    let (dropped, topics): (Vec<_>, Vec<_>) = topics.into_iter().partition(|t| t.topic.state == TopicState::Dropped);
    let page = desk.page.clone();
    let t = page.t;
    let field = |name, label, value: &str| FieldView::line(t, all, name, label, value);
    let view = Contents {
        f: found.frame(&page),
        csrf: desk.csrf().to_owned(),
        key: if typed.key.is_empty() { web.app.token() } else { typed.key.clone() },
        errs: summary(t, all),
        state: words::draft_state(t, d.contents_state),
        seen: Words::of_contents(&topics).mark(&web.app.keys),
        may_choose,
        may_submit: found.prepares && d.contents_state == DraftState::Draft && d.state < DialogueState::Announced && !topics.is_empty(),
        may_decide: found.chair && d.contents_state == DraftState::Submitted,
        topics: topics.iter().map(|t| line(&page, t)).collect(),
        dropped: dropped.iter().map(|t| line(&page, t)).collect(),
        sources: sources(&page, &candidates, &typed.source),
        source_error: problems::of(t, all, "source"),
        title: field("title", t.plan_topic_title(), &typed.title).hint(t.plan_topic_title_hint()),
        reason: field("reason", t.plan_topic_reason(), &typed.reason).hint(t.plan_topic_reason_hint()).area(2),
        source_note: field("source_note", t.plan_topic_source_note(), &typed.source_note).hint(t.plan_topic_source_note_hint()),
        note: field("note", t.plan_return_note(), note).area(2),
        page,
    };
    Ok(render::form(&view, all))
}

/// What can be chosen, then another source, then none: said, not left out.
fn sources(page: &Page, candidates: &[Candidate], typed: &str) -> Vec<ChoiceView> {
    let t = page.t;
    let mut all: Vec<ChoiceView> = candidates
        .iter()
        .map(|c| {
            let value = match (&c.issue_id, &c.item_id) {
                (Some(issue), _) => format!("issue:{issue}"),
                (None, Some(item)) => format!("item:{item}"),
                (None, None) => String::new(),
            };
            let mut hints = vec![t.plan_opinions(c.items)];
            if !c.field.is_empty() {
                hints.push(words::field(t, &c.field));
            }
            if c.urgent {
                hints.push(t.plan_urgent());
            }
            if c.hot {
                hints.push(t.plan_hot());
            }
            ChoiceView { checked: typed == value, value, label: c.title.clone(), hint: hints.join(". ") }
        })
        .collect();
    for (value, label, hint) in
        [("named", t.plan_source_named(), t.plan_source_named_hint()), ("none", t.plan_source_none(), t.plan_source_none_hint())]
    {
        all.push(ChoiceView { value: value.to_owned(), label, hint, checked: typed == value });
    }
    all
}

/// Where a topic comes from; one that traces to no source says so (S0.6).
pub(super) fn source(page: &Page, v: &TopicView) -> String {
    let t = page.t;
    let traced = v.topic.issue_id.is_some() || v.topic.item_id.is_some();
    match (traced, v.topic.source_note.as_str()) {
        (true, "") => t.plan_opinions(v.items),
        (true, note) => format!("{}. {note}", t.plan_opinions(v.items)),
        (false, NO_SOURCE) => t.plan_traces_to_none(),
        (false, note) => note.to_owned(),
    }
}

fn line(page: &Page, v: &TopicView) -> Line {
    Line {
        id: v.topic.id.clone(),
        title: v.topic.title.clone(),
        reason: v.topic.reason.clone(),
        source: source(page, v),
        state: words::topic_state(page.t, v.topic.state),
        by: v.topic.by_label.clone(),
    }
}
