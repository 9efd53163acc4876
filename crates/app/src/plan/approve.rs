//! The head approves a plan, or returns it saying why.

use caunoi_domain::{
    dialogue::{
        contents::NOTE_MAX,
        state::{ApprovalStep, DraftState},
    },
    opinion::submission::text,
    people::{actor::Role, policy::Action},
};
use caunoi_store::{
    Tx,
    year_plan::{self, PlanRow},
};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Approves a plan that was submitted: from now on its rows are in force.
#[derive(Clone, Copy, Debug)]
pub struct ApprovePlan {
    /// The plan's public id.
    pub plan: i64,
}

impl Verb for ApprovePlan {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut plan = submitted(tx, cx, self.plan).await?;
        plan.state = DraftState::Approved;
        plan.approved_on = Some(cx.today_iso());
        cx.actor.label().clone_into(&mut plan.approved_label);
        year_plan::save(tx, &plan).await?;
        super::log(tx, cx, &plan, ApprovalStep::Approved, "").await?;
        super::tell(tx, cx, &plan, "plan.approved", Vec::new()).await
    }
}

/// Returns a plan that was submitted to its draft.
#[derive(Clone, Debug)]
pub struct ReturnPlan {
    /// The plan's public id.
    pub plan: i64,
    /// Why.
    pub note: String,
}

impl Verb for ReturnPlan {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut plan = submitted(tx, cx, self.plan).await?;
        let mut problems = Vec::new();
        let note = text(&self.note, "note", NOTE_MAX, true, &mut problems);
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        plan.state = DraftState::Draft;
        plan.submitted_on = None;
        year_plan::save(tx, &plan).await?;
        super::log(tx, cx, &plan, ApprovalStep::Returned, &note).await?;
        super::tell(tx, cx, &plan, "plan.returned", vec![("note_sha256", cx.commit(note.as_bytes()))]).await
    }
}

/// The submitted plan, where the actor holds the post that decides on it; any head of the unit where no rule names one.
async fn submitted(tx: &mut Tx<'_>, cx: &Cx, public_id: i64) -> Result<PlanRow, Refusal> {
    let plan = super::load(tx, cx, public_id, Action::ApproveDialogue).await?;
    let decides = cx.actor.officer().is_some_and(|o| {
        o.role == Role::Head && o.post_id.as_deref().is_some_and(|p| plan.approver_post.is_empty() || plan.approver_post == p)
    });
    if !decides {
        return Err(Refusal::NotAllowed(Action::ApproveDialogue));
    }
    if plan.state == DraftState::Submitted { Ok(plan) } else { Err(Refusal::not_now(plan.state)) }
}
