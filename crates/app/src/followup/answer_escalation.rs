//! Cấp trên trả lời: an officer of the superior unit answers, and the answer comes back to the commune.

use caunoi_domain::{
    followup::{EscalationState, news::NewsKind},
    opinion::{
        item::{NextCode, Standing},
        step::Step,
    },
    problem::{MissingPart, What},
    record::event::Datum,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx,
    escalation::{self, EscalationRow},
    item::{self, Next},
    news::To,
    unit,
};

use super::{
    acknowledge_escalation::in_own_inbox,
    news::{self, About},
    resolve,
    typed::Typed,
};
use crate::{
    context::{Cx, Happened, Verb},
    opinion::{
        discreet::Discreet,
        upload::{self, AttachTo, Kept},
    },
    refusal::Refusal,
};

/// Answers a matter in the inbox of the own unit.
#[derive(Clone, Debug)]
pub struct AnswerEscalation {
    /// The matter's public id.
    pub escalation: i64,
    /// The answer; the person reads it.
    pub answer: String,
    /// The norm it rests on.
    pub norm: String,
    /// Number and symbol of the answer's paper; may be empty.
    pub paper: String,
    /// Durable files.
    pub files: Vec<Kept>,
}

impl Verb for AnswerEscalation {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut sent = in_own_inbox(tx, cx, self.escalation).await?;
        if sent.state == EscalationState::Answered {
            return Err(Refusal::not_now(sent.state));
        }
        let mut typed = Typed::for_everybody(Discreet::about_id(tx, &sent.item_id).await?);
        sent.answer = typed.text(&self.answer, "answer");
        sent.answer_norm = typed.line(&self.norm, "norm");
        sent.answer_paper = typed.line(&self.paper, "paper");
        if sent.answer_norm.is_empty() && self.files.is_empty() {
            typed.wrong("norm", What::Missing(MissingPart::Evidence));
        }
        typed.sound()?;
        sent.answered_by = cx.actor.label().to_owned();
        sent.answered_on = Some(cx.today_iso());
        come_back(tx, cx, sent, &self.files).await
    }
}

/// The answer comes back: kept, on the thread; the commune's office acts next and tells the person.
pub(crate) async fn come_back(tx: &mut Tx<'_>, cx: &Cx, mut sent: EscalationRow, files: &[Kept]) -> Result<(), Refusal> {
    sent.state = EscalationState::Answered;
    sent.answered_at = Some(cx.now_us);
    escalation::answer(tx, &sent).await?;
    upload::attach(tx, cx, AttachTo { unit_id: &sent.from_unit_id, kind: "escalation", id: &sent.id, public: false }, files).await?;
    let norm = [&sent.answer_norm, &sent.answer_paper].into_iter().filter(|n| !n.is_empty()).cloned().collect::<Vec<_>>().join("; ");
    let step = Step::SuperiorAnswered { by: sent.answered_by.clone(), answer: sent.answer.clone(), norm };
    cx.step(tx, &sent.province_id, &sent.item_id, &step).await?;
    news::raise(tx, cx, &sent.from_unit_id, To::Office, NewsKind::SuperiorAnswered, About::Sent(&sent.id)).await?;
    cx.record(
        tx,
        Happened {
            kind: "escalation.answered",
            unit_id: &sent.from_unit_id,
            province_id: &sent.province_id,
            subject_kind: "escalation",
            subject: &sent.id,
            data: vec![
                ("answered_on", Datum::Date(sent.answered_on.clone().unwrap_or_default())),
                ("answer_sha256", cx.commit(sent.answer.as_bytes())),
                ("files", Datum::Int(i64::try_from(files.len()).unwrap_or(0))),
            ],
        },
    )
    .await?;
    let mut item = item::find(tx, &sent.item_id).await?.ok_or(Refusal::NotFound("item"))?;
    if !item.standing.is_final() {
        let (due_on, basis) = cx.due(LimitName::PersonNotice);
        item.standing = Standing::SuperiorAnswered;
        item.next = Next { code: NextCode::Office, actor: resolve::office(tx, &item.unit_id).await?, due_on: Some(due_on), basis };
        item::save(tx, &item, cx.now_us).await?;
    }
    unit::bump_version(tx, &sent.from_unit_id).await?;
    Ok(())
}
