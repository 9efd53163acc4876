//! A prepared answer that was submitted is approved by a chair, or checked by the office; or it goes back to the body.

use caunoi_domain::{
    dialogue::state::{ApprovalStep, ApprovalSubject, DialogueState, DraftState},
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    dialogue::{self, DialogueRow},
    prepared_answer::{self, PreparedAnswerRow},
};

use super::{answer, is_chair, send_back::why};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Approves a prepared answer: a chair's yes, or the office's check.
#[derive(Clone, Debug)]
pub struct ApproveAnswer {
    /// The prepared answer's id.
    pub answer: String,
}

impl Verb for ApproveAnswer {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut a, d, step) = submitted(tx, cx, &self.answer).await?;
        a.state = DraftState::Approved;
        a.at = cx.now_us;
        prepared_answer::save(tx, &a).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::PreparedAnswer, &a.id), step, "").await?;
        let data = vec![("answer", Datum::Id(a.id.clone())), ("step", Datum::Code(step.code().to_owned()))];
        super::tell(tx, cx, &d, "answer.approved", data).await
    }
}

/// Returns a prepared answer to its body, saying why.
#[derive(Clone, Debug)]
pub struct ReturnAnswer {
    /// The prepared answer's id.
    pub answer: String,
    /// Why.
    pub note: String,
}

impl Verb for ReturnAnswer {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut a, d, _) = submitted(tx, cx, &self.answer).await?;
        let note = why(&self.note)?;
        a.state = DraftState::Draft;
        a.at = cx.now_us;
        prepared_answer::save(tx, &a).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::PreparedAnswer, &a.id), ApprovalStep::Returned, &note).await?;
        let data = vec![("answer", Datum::Id(a.id.clone())), ("note_sha256", cx.commit(note.as_bytes()))];
        super::tell(tx, cx, &d, "answer.returned", data).await
    }
}

/// The answer, its dialogue, and which step the actor's yes is: a chair approves, the office checks.
async fn submitted(tx: &mut Tx<'_>, cx: &Cx, id: &str) -> Result<(PreparedAnswerRow, DialogueRow, ApprovalStep), Refusal> {
    let (a, d) = answer::load(tx, id).await?;
    let step = if is_chair(&cx.actor, &dialogue::chairs(tx, &d.id).await?) {
        ApprovalStep::Approved
    } else {
        cx.allow(Action::PrepareDialogue, Scope::unit(&d.unit_id))?;
        ApprovalStep::Checked
    };
    if a.state != DraftState::Submitted || d.state > DialogueState::Announced {
        return Err(Refusal::not_now(a.state));
    }
    Ok((a, d, step))
}
