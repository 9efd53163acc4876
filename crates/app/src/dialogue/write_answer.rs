//! The body that is asked writes its answer, keeps it as a draft or submits it.

use caunoi_domain::{
    dialogue::state::{ApprovalStep, ApprovalSubject, DraftState},
    record::event::Datum,
};
use caunoi_store::{Tx, prepared_answer};

use super::answer;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Keeps a prepared answer as a draft.
#[derive(Clone, Debug)]
pub struct WriteAnswer {
    /// The prepared answer's id.
    pub answer: String,
    /// What was done, what will be done and by when.
    pub text: String,
    /// Norm or evidence it rests on; may be empty.
    pub norm: String,
}

impl Verb for WriteAnswer {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut a, d) = answer::write(tx, cx, &self.answer, &self.text, &self.norm).await?;
        let kept = prepared_answer::find(tx, &a.id).await?.map(|v| v.answer);
        a.state = DraftState::Draft;
        // The same words again: nobody wrote anything.
        if kept.is_some_and(|k| (k.state, &k.text, &k.norm) == (a.state, &a.text, &a.norm)) {
            return Ok(());
        }
        prepared_answer::save(tx, &a).await?;
        let data = vec![("answer", Datum::Id(a.id.clone())), ("text_sha256", cx.commit(a.text.as_bytes()))];
        super::tell(tx, cx, &d, "answer.written", data).await
    }
}

/// Submits a prepared answer as it is typed now.
#[derive(Clone, Debug)]
pub struct SubmitAnswer {
    /// The prepared answer's id.
    pub answer: String,
    /// What was done, what will be done and by when.
    pub text: String,
    /// Norm or evidence it rests on; may be empty.
    pub norm: String,
}

impl Verb for SubmitAnswer {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut a, d) = answer::write(tx, cx, &self.answer, &self.text, &self.norm).await?;
        a.state = DraftState::Submitted;
        prepared_answer::save(tx, &a).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::PreparedAnswer, &a.id), ApprovalStep::Submitted, "").await?;
        let data = vec![("answer", Datum::Id(a.id.clone())), ("text_sha256", cx.commit(a.text.as_bytes()))];
        super::tell(tx, cx, &d, "answer.submitted", data).await
    }
}
