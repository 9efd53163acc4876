//! Announcing: what is still missing, the last day in time, and the late announcement that only a chair decides.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::dialogue::AnnounceDialogue;
use caunoi_domain::{
    dialogue::{
        announcement::{lead, missing, without_documents},
        state::{DialogueState, TopicState},
    },
    problem::{Problem, What},
};
use caunoi_store::{dialogue_document, topic};
use serde::Deserialize;

use super::{
    Found, Frame,
    form::{FieldView, summary},
    plan_of,
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        mark, problems, render, thread,
    },
};

#[derive(Template)]
#[template(path = "office/dialogue/announce.html")]
struct AnnouncePage {
    page: Page,
    f: Frame,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    lacking: Vec<String>,
    by: String,
    days: i64,
    citation: String,
    due: Option<mark::Mark>,
    late: bool,
    chair: bool,
    approved: bool,
    announced_on: Option<String>,
    override_reason: String,
    may: bool,
    reason: FieldView,
    /// The documents that are asked for are not there.
    bare: bool,
    bare_override: String,
    bare_reason: FieldView,
}

/// What was typed.
#[derive(Deserialize, Default)]
pub struct Typed {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    key: String,
    #[serde(default)]
    late_reason: String,
    #[serde(default)]
    documents_reason: String,
}

/// `GET …/bao-truoc`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    view(&web, &desk, &id, &Typed::default(), &[]).await
}

/// `POST …/bao-truoc`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn announce(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let verb = AnnounceDialogue {
        dialogue: found.d.public_id,
        late_reason: typed.late_reason.clone(),
        documents_reason: typed.documents_reason.clone(),
    };
    match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}/bao-truoc")).into_response()),
        Err(refused) => view(&web, &desk, &id, &typed, &problems_of(refused)?).await,
    }
}

async fn view(web: &Web, desk: &Desk, id: &str, typed: &Typed, all: &[Problem]) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, desk, id).await?;
    let d = &found.d;
    let (topics, documents) = conn.together((topic::of_dialogue_look(&d.id), dialogue_document::of_look(&d.id))).await?;
    drop(conn);
    let topics = topics.iter().filter(|t| t.topic.state != TopicState::Dropped).count();
    let documents = documents.len();
    let plan = plan_of(d, topics, documents);
    let lead = lead(&web.app.limits, &web.app.calendar(), d.on_day.parse().map_err(|_| Fault::Broken)?, d.basis);
    let (page, today) = (desk.page.clone(), web.app.clock.today());
    let t = page.t;
    let by = lead.by.to_string();
    let view = AnnouncePage {
        f: found.frame(&page),
        csrf: desk.csrf().to_owned(),
        key: if typed.key.is_empty() { web.app.token() } else { typed.key.clone() },
        errs: summary(t, all),
        lacking: missing(&plan).into_iter().map(|m| problems::say(t, &Problem::new("", What::Missing(m)))).collect(),
        by: page.weekday(&by),
        days: i64::from(lead.days),
        citation: thread::source(t, &lead.citation),
        due: mark::due(t, &by, today),
        late: !lead.in_time(today),
        chair: found.chair,
        approved: d.state == DialogueState::Approved,
        announced_on: d.announced_on.as_deref().map(|on| page.weekday(on)),
        override_reason: d.lead_override.clone(),
        may: (found.prepares || found.chair) && d.state < DialogueState::Announced,
        reason: FieldView::line(t, all, "late_reason", t.plan_late_reason(), &typed.late_reason).hint(t.plan_late_reason_hint()).area(3),
        bare: without_documents(&plan).is_some(),
        bare_override: d.documents_override.clone(),
        bare_reason: FieldView::line(t, all, "documents_reason", t.plan_no_documents_reason(), &typed.documents_reason)
            .hint(t.plan_no_documents_hint())
            .area(3),
        page,
    };
    Ok(render::form(&view, all))
}
