//! The reply to a dispatch came on paper: its scan, number and day are recorded by the commune's office (P7).

use caunoi_domain::{
    followup::{EscalationMode, EscalationState},
    people::policy::{Action, Scope},
    problem::{FileProblem, What},
};
use caunoi_store::{Tx, escalation};

use super::{answer_escalation::come_back, typed::Typed};
use crate::{
    context::{Cx, Verb},
    opinion::{discreet::Discreet, upload::Kept},
    refusal::Refusal,
};

/// Records the reply of a body without an account.
#[derive(Clone, Debug)]
pub struct RecordReply {
    /// The matter's public id.
    pub escalation: i64,
    /// What the reply says; the person reads it.
    pub answer: String,
    /// The norm it rests on; may be empty.
    pub norm: String,
    /// Number and symbol of the reply.
    pub paper: String,
    /// ISO day of the reply.
    pub paper_on: Option<String>,
    /// The scan.
    pub files: Vec<Kept>,
}

impl Verb for RecordReply {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut sent = escalation::find_public(tx, self.escalation).await?.ok_or(Refusal::NotFound("escalation"))?;
        cx.allow(Action::Escalate, Scope::unit(&sent.from_unit_id))?;
        if sent.mode != EscalationMode::Dispatch {
            return Err(Refusal::NotFound("dispatch"));
        }
        if sent.state == EscalationState::Answered {
            return Err(Refusal::not_now(sent.state));
        }
        let mut typed = Typed::for_everybody(Discreet::about_id(tx, &sent.item_id).await?);
        sent.answer = typed.text(&self.answer, "answer");
        sent.answer_norm = typed.line(&self.norm, "norm");
        sent.answer_paper = typed.line(&self.paper, "paper");
        if sent.answer_paper.is_empty() {
            typed.wrong("paper", What::Empty);
        }
        match &self.paper_on {
            None => typed.wrong("paper_on", What::Empty),
            Some(day) if *day > cx.today_iso() || Some(day) < sent.paper_on.as_ref() => typed.wrong("paper_on", What::DayOutOfOrder),
            Some(_) => {}
        }
        if self.files.is_empty() {
            typed.wrong("files", What::File(FileProblem::Missing));
        }
        typed.sound()?;
        sent.answered_by = sent.to_body.clone();
        sent.answered_on = self.paper_on.clone();
        come_back(tx, cx, sent, &self.files).await
    }
}
