//! What a plan says beside its rows: basis, purpose, who does what, who receives it; of a supplement why. What stands there already is
//! not written again.

use caunoi_domain::{dialogue::contents::NOTE_MAX, opinion::submission::text};
use caunoi_store::{Tx, year_plan};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// The texts of a plan, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanHead {
    /// Căn cứ.
    pub basis: String,
    /// Mục đích, yêu cầu.
    pub purpose: String,
    /// Phân công thực hiện.
    pub assignment: String,
    /// Nơi nhận.
    pub recipients: String,
    /// Why a supplement changes the plan.
    pub reason: String,
}

/// Writes the texts of a plan that is a draft.
#[derive(Clone, Debug)]
pub struct WritePlanHead {
    /// The plan's public id.
    pub plan: i64,
    /// What it says now.
    pub head: PlanHead,
}

impl Verb for WritePlanHead {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let before = super::load_draft(tx, cx, self.plan).await?;
        let mut plan = before.clone();
        let mut problems = Vec::new();
        let h = &self.head;
        plan.basis = text(&h.basis, "basis_text", NOTE_MAX, false, &mut problems);
        plan.purpose = text(&h.purpose, "purpose", NOTE_MAX, false, &mut problems);
        plan.assignment = text(&h.assignment, "assignment", NOTE_MAX, false, &mut problems);
        plan.recipients = text(&h.recipients, "recipients", NOTE_MAX, false, &mut problems);
        plan.reason = text(&h.reason, "change_reason", NOTE_MAX, false, &mut problems);
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        if plan == before {
            return Ok(());
        }
        year_plan::save(tx, &plan).await?;
        super::tell(tx, cx, &plan, "plan.written", Vec::new()).await
    }
}
