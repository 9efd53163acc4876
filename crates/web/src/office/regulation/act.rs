//! What is recorded on a document's page: a clause, the approved summary, a briefing or a plan.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::{
    Verb,
    regulation::{add_clause::AddClause, approve_summary::ApproveSummary, record_act::RecordAct},
};
use caunoi_domain::{
    opinion::submission::{LINE_MAX, text},
    problem::{Problem, What},
    regulation::clause::{Clause, Parameters},
    unit::Level,
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

/// A clause as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ClauseTyped {
    pub(super) csrf: String,
    pub(super) key: String,
    pub(super) kind: String,
    pub(super) citation: String,
    pub(super) text: String,
    pub(super) level: Vec<String>,
    pub(super) times: String,
    pub(super) per: String,
    pub(super) days: String,
    pub(super) count: String,
    pub(super) people_min: String,
    pub(super) people_max: String,
    pub(super) percent: String,
    pub(super) confirmed: String,
}

impl ClauseTyped {
    /// That level is ticked.
    pub(super) fn has_level(&self, code: &str) -> bool {
        self.level.iter().any(|l| l == code)
    }
}

/// A summary as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SummaryTyped {
    pub(super) csrf: String,
    pub(super) summary: String,
}

/// A number as typed; empty is none.
fn number(typed: &str, field: &'static str, max: u32, problems: &mut Vec<Problem>) -> Option<u32> {
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

async fn back<V: Verb>(
    web: &Web,
    desk: Desk,
    id: &str,
    key: Option<&str>,
    verb: Result<V, Vec<Problem>>,
    typed: Typed,
) -> Result<Response, Fault>
where
    V::Done: serde::Serialize + serde::de::DeserializeOwned,
{
    let wrong = match verb {
        Err(wrong) => wrong,
        Ok(verb) => {
            let done = match key {
                Some(key) => web.app.carry_out_once(&desk.actor, key, verb).await.map(|_| ()),
                None => web.app.carry_out(&desk.actor, verb).await.map(|_| ()),
            };
            match done {
                Ok(()) => return Ok(Redirect::to(&format!("/cong-viec/quy-che/{id}")).into_response()),
                Err(refusal) => problems_of(refusal)?,
            }
        }
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
    back(&web, desk, &id, Some(&key), verb, Typed { act: typed, ..Typed::default() }).await
}

/// `POST /cong-viec/quy-che/{id}/dieu-khoan`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn clause(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<ClauseTyped>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let verb = parse(&typed).map(|clause| AddClause { regulation: id.clone(), clause });
    let key = typed.key.clone();
    back(&web, desk, &id, Some(&key), verb, Typed { clause: typed, ..Typed::default() }).await
}

fn parse(typed: &ClauseTyped) -> Result<Clause, Vec<Problem>> {
    let mut wrong = Vec::new();
    let kind = choice(&typed.kind, "kind", &mut wrong);
    let citation = text(&typed.citation, "citation", LINE_MAX, true, &mut wrong);
    let words = text(&typed.text, "text", TEXT_MAX, true, &mut wrong);
    let per = if typed.per.is_empty() { None } else { choice(&typed.per, "per", &mut wrong) };
    let count = if typed.count.is_empty() { None } else { choice(&typed.count, "count", &mut wrong) };
    let levels: Vec<Level> = typed.level.iter().filter_map(|l| choice(l, "level", &mut wrong)).collect();
    let parameters = Parameters {
        levels,
        times: number(&typed.times, "times", 1_000, &mut wrong),
        per,
        days: number(&typed.days, "days", 3_650, &mut wrong),
        count,
        people_min: number(&typed.people_min, "people_min", 1_000_000, &mut wrong),
        people_max: number(&typed.people_max, "people_max", 1_000_000, &mut wrong),
        percent: number(&typed.percent, "percent", 100, &mut wrong).and_then(|n| u8::try_from(n).ok()),
        ..Parameters::default()
    };
    match kind {
        Some(kind) if wrong.is_empty() => Ok(Clause {
            kind,
            citation,
            text: words,
            parameters,
            source: "văn bản của đơn vị".to_owned(),
            confirmed: typed.confirmed == "yes",
            valid_from: None,
            valid_to: None,
        }),
        _ => Err(wrong),
    }
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
    let verb = if wrong.is_empty() { Ok(ApproveSummary { regulation: id.clone(), summary }) } else { Err(wrong) };
    back(&web, desk, &id, None, verb, Typed { summary: typed, ..Typed::default() }).await
}
