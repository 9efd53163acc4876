//! What is recorded on a document's page: the approved summary, a briefing or a plan.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::{
    Verb,
    desk::edited::{Edited, OnRead},
    regulation::{approve_summary::ApproveSummary, record_act::RecordAct},
};
use caunoi_domain::{
    opinion::submission::{LINE_MAX, text},
    problem::{Problem, What},
};
use serde::Deserialize;

use super::show::{self, Typed};
use crate::{
    Web,
    page::{
        desk::Desk,
        fault::{Fault, problems_of},
        form::{choice, day},
    },
};

/// Characters of a clause or a summary at most.
const TEXT_MAX: usize = 4_000;

/// A briefing or a plan as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ActTyped {
    pub(super) csrf: String,
    pub(super) key: String,
    pub(super) act: String,
    pub(super) on: String,
    pub(super) by_whom: String,
    pub(super) audience: String,
    pub(super) people: String,
    pub(super) paper: String,
    pub(super) note: String,
}

/// A summary as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SummaryTyped {
    pub(super) csrf: String,
    pub(super) key: String,
    /// The mark of the summary that stood on the page.
    pub(super) seen: String,
    pub(super) summary: String,
}

/// A number as typed; empty is none.
pub(super) fn number(typed: &str, field: &'static str, max: u32, problems: &mut Vec<Problem>) -> Option<u32> {
    match typed.trim() {
        "" => None,
        typed => {
            let read = typed.parse().ok().filter(|n| (1..=max).contains(n));
            if read.is_none() {
                problems.push(Problem::new(field, What::Number { min: 1, max: i64::from(max) }));
            }
            read
        }
    }
}

async fn back<V: Verb + std::fmt::Debug>(
    web: &Web,
    desk: Desk,
    id: &str,
    key: &str,
    verb: Result<V, Vec<Problem>>,
    typed: Typed,
) -> Result<Response, Fault>
where
    V::Done: serde::Serialize + serde::de::DeserializeOwned,
{
    let wrong = match verb {
        Err(wrong) => wrong,
        Ok(verb) => match web.app.carry_out_once(&desk.actor, key, verb).await {
            Ok(_) => return Ok(Redirect::to(&format!("/cong-viec/quy-che/{id}")).into_response()),
            Err(refusal) => problems_of(refusal)?,
        },
    };
    show::page(web, desk, id, typed, &wrong).await
}

/// `POST /cong-viec/quy-che/{id}/viec`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn record(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<ActTyped>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let mut wrong = Vec::new();
    let kind = choice(&typed.act, "act", &mut wrong);
    let line = |typed: &str, field, wrong: &mut Vec<Problem>| text(typed, field, LINE_MAX, false, wrong);
    let verb = RecordAct {
        unit_id: desk.officer.unit_id.clone(),
        regulation: id.clone(),
        kind: kind.unwrap_or(caunoi_domain::regulation::act::ActKind::Briefing),
        on: day(&typed.on, "on", &mut wrong),
        by_whom: line(&typed.by_whom, "by_whom", &mut wrong),
        audience: line(&typed.audience, "audience", &mut wrong),
        people: number(&typed.people, "people", 1_000_000, &mut wrong).map(i64::from),
        paper: line(&typed.paper, "paper", &mut wrong),
        note: text(&typed.note, "note", TEXT_MAX, false, &mut wrong),
    };
    let verb = if wrong.is_empty() { Ok(verb) } else { Err(wrong) };
    let key = typed.key.clone();
    back(&web, desk, &id, &key, verb, Typed { act: typed, ..Typed::default() }).await
}

/// `POST /cong-viec/quy-che/{id}/tom-tat`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn summary(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<SummaryTyped>,
) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let mut wrong = Vec::new();
    let summary = text(&typed.summary, "summary", TEXT_MAX, true, &mut wrong);
    let verb =
        OnRead { of: Edited::Summary(id.clone()), seen: typed.seen.clone(), verb: ApproveSummary { regulation: id.clone(), summary } };
    let verb = if wrong.is_empty() { Ok(verb) } else { Err(wrong) };
    let key = typed.key.clone();
    back(&web, desk, &id, &key, verb, Typed { summary: Some(typed), ..Typed::default() }).await
}
