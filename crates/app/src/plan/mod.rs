//! Verbs of the year plan (kế hoạch tiếp xúc, đối thoại năm): drafted by the office, with what the Front and others
//! propose in its log, approved by the post that the place's rules name. An approved plan is never overwritten: a
//! supplement changes what is in force.

mod approve;
mod begin;
mod comment;
pub mod day;
mod draft_from_row;
mod put_row;
mod set_rule;
mod submit;
mod write_head;

pub use approve::{ApprovePlan, ReturnPlan};
pub use begin::BeginPlan;
pub use comment::CommentPlan;
pub use draft_from_row::DraftFromRow;
pub use put_row::{PutRow, RemoveRow};
pub use set_rule::SetPlanRule;
pub use submit::SubmitPlan;
pub use write_head::{PlanHead, WritePlanHead};

use caunoi_domain::{
    dialogue::state::{ApprovalStep, ApprovalSubject, DraftState},
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    year_plan::{self, PlanRow},
};

use crate::{
    context::{Cx, Happened},
    refusal::Refusal,
};

/// The plan of that public id, where the actor may do the action in its unit.
async fn load(tx: &mut Tx<'_>, cx: &Cx, public_id: i64, action: Action) -> Result<PlanRow, Refusal> {
    let plan = year_plan::find_public(tx, public_id).await?.ok_or(Refusal::NotFound("year_plan"))?;
    cx.allow(action, Scope::unit(&plan.unit_id))?;
    Ok(plan)
}

/// As [`load`], where the office still writes it.
async fn load_draft(tx: &mut Tx<'_>, cx: &Cx, public_id: i64) -> Result<PlanRow, Refusal> {
    let plan = load(tx, cx, public_id, Action::PrepareDialogue).await?;
    if plan.state == DraftState::Draft { Ok(plan) } else { Err(Refusal::not_now(plan.state)) }
}

/// Appends a step to the state log of a plan (P1).
async fn log(tx: &mut Tx<'_>, cx: &Cx, plan: &PlanRow, step: ApprovalStep, note: &str) -> Result<(), Refusal> {
    crate::dialogue::log(tx, cx, &plan.unit_id, (ApprovalSubject::YearPlan, &plan.id), step, note).await
}

/// Tells the record what happened to a plan.
async fn tell(tx: &mut Tx<'_>, cx: &Cx, plan: &PlanRow, kind: &'static str, mut data: Vec<(&'static str, Datum)>) -> Result<(), Refusal> {
    data.push(("year", Datum::Int(plan.year)));
    data.push(("number", Datum::Int(plan.number)));
    let (unit_id, province_id) = (&plan.unit_id, &plan.province_id);
    cx.record(tx, Happened { kind, unit_id, province_id, subject_kind: "year_plan", subject: &plan.id, data }).await
}
