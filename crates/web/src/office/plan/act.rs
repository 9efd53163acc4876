//! What is done to a plan: begun, written, submitted, approved, returned, proposed to; and a row made into a dialogue.

use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal,
    desk::{edited::Edited, seen::Waits},
    plan::{ApprovePlan, BeginPlan, CommentPlan, DraftFromRow, PlanHead, RemoveRow, ReturnPlan, SubmitPlan, WritePlanHead},
};
use caunoi_domain::opinion::tracking_code::PublicId;

use super::page::{self, Typed};
use crate::{
    Web,
    office::dialogue::form::{Act, Pairs},
    page::{
        desk::Desk,
        fault::{Fault, problems_of},
    },
};

fn id_of(id: &str) -> Result<i64, Fault> {
    PublicId::parse(id).map(PublicId::to_i64).map_err(|_| Fault::NotFound)
}

/// `POST /cong-viec/ke-hoach`: the plan of a year is begun, or a supplement to it.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn begin(State(web): State<Web>, desk: Desk, Form(f): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    let verb = BeginPlan { unit_id: desk.officer.unit_id.clone(), year: p.get("year").parse().unwrap_or(0) };
    let id = web.app.carry_out_once(&desk.actor, &p.get("key"), verb).await?;
    Ok(Redirect::to(&format!("/cong-viec/ke-hoach/{}", PublicId::from_i64(id))).into_response())
}

/// `POST /cong-viec/ke-hoach/soan-cuoc`: a planned conference becomes the draft of a dialogue.
///
/// # Errors
/// Not for this officer, or it has one already.
pub async fn draft_dialogue(State(web): State<Web>, desk: Desk, Form(f): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    let verb = DraftFromRow { unit_id: desk.officer.unit_id.clone(), year: p.get("year").parse().unwrap_or(0), row: p.get("row") };
    let id = web.app.carry_out_once(&desk.actor, &p.get("key"), verb).await?;
    Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(id))).into_response())
}

/// `POST …/{id}`: the texts of a plan.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn head(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(f): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    let head = PlanHead {
        basis: p.get("basis_text"),
        purpose: p.get("purpose"),
        assignment: p.get("assignment"),
        recipients: p.get("recipients"),
        reason: p.get("change_reason"),
    };
    let plan = id_of(&id)?;
    let done = p.change(&web, &desk, Edited::PlanHead(plan), WritePlanHead { plan, head: head.clone() }).await;
    answer(&web, &desk, &id, Typed { head: Some(head), seen: p.get("seen"), ..Typed::default() }, done).await
}

/// `POST …/cuoc/bo`: a row is taken out of a draft.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn remove_row(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let done = web.app.carry_out_once(&desk.actor, &act.key, RemoveRow { plan: id_of(&id)?, row: act.row.clone() }).await;
    answer(&web, &desk, &id, Typed::default(), done).await
}

/// `POST …/trinh`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn submit(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let done = web.app.carry_out_once(&desk.actor, &act.key, SubmitPlan { plan: id_of(&id)? }).await;
    answer(&web, &desk, &id, Typed::default(), done).await
}

/// `POST …/duyet`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn approve(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let plan = id_of(&id)?;
    let done = act.decide(&web, &desk, Waits::Plan(plan), ApprovePlan { plan }).await;
    answer(&web, &desk, &id, Typed::default(), done).await
}

/// `POST …/tra-lai`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn send_back(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let plan = id_of(&id)?;
    let verb = ReturnPlan { plan, note: act.note.clone() };
    let done = act.decide(&web, &desk, Waits::Plan(plan), verb).await;
    answer(&web, &desk, &id, Typed { note: act.note, ..Typed::default() }, done).await
}

/// `POST …/gop-y`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn comment(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(f): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    let verb = CommentPlan { plan: id_of(&id)?, note: p.get("proposal") };
    let done = web.app.carry_out_once(&desk.actor, &p.get("key"), verb).await;
    answer(&web, &desk, &id, Typed { proposal: p.get("proposal"), ..Typed::default() }, done).await
}

async fn answer(web: &Web, desk: &Desk, id: &str, typed: Typed, done: Result<(), Refusal>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/ke-hoach/{id}")).into_response()),
        Err(refused) => page::view(web, desk, id, typed, &problems_of(refused)?).await,
    }
}
