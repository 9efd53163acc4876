//! The Front, the HĐND's Standing Committee and the office propose to a plan: their words stand in its log, by role
//! (S0.16). Nothing of the plan itself changes by it.

use caunoi_domain::{
    dialogue::{
        contents::NOTE_MAX,
        state::{ApprovalStep, DraftState},
    },
    opinion::submission::text,
    people::policy::Action,
};
use caunoi_store::Tx;

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Proposes something to a plan that is not approved yet.
#[derive(Clone, Debug)]
pub struct CommentPlan {
    /// The plan's public id.
    pub plan: i64,
    /// What is proposed.
    pub note: String,
}

impl Verb for CommentPlan {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let plan = super::load(tx, cx, self.plan, Action::ProposePlan).await?;
        if plan.state == DraftState::Approved {
            return Err(Refusal::not_now(plan.state));
        }
        let mut problems = Vec::new();
        let note = text(&self.note, "proposal", NOTE_MAX, true, &mut problems);
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        super::log(tx, cx, &plan, ApprovalStep::Commented, &note).await?;
        super::tell(tx, cx, &plan, "plan.commented", vec![("note_sha256", cx.commit(note.as_bytes()))]).await
    }
}
