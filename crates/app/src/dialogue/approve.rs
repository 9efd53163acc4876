//! A chair approves the plan of a dialogue: day, place, form, who takes part.

use caunoi_domain::dialogue::state::{ApprovalStep, ApprovalSubject, DialogueState};
use caunoi_store::{Tx, dialogue};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Approves a dialogue that was submitted. Only the head of a post that chairs it.
#[derive(Clone, Copy, Debug)]
pub struct ApproveDialogue {
    /// The dialogue's public id.
    pub dialogue: i64,
}

impl Verb for ApproveDialogue {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut d, _) = super::load_as_chair(tx, cx, self.dialogue).await?;
        if !d.state.can_become(DialogueState::Approved) {
            return Err(Refusal::not_now(d.state));
        }
        d.state = DialogueState::Approved;
        dialogue::save(tx, &d).await?;
        super::day::tell_day(tx, cx, &d).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::Dialogue, &d.id), ApprovalStep::Approved, "").await?;
        super::tell(tx, cx, &d, "dialogue.approved", Vec::new()).await
    }
}
