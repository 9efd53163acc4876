//! Cấp trên tiếp nhận: an officer of the superior unit says that the matter is there.

use caunoi_domain::{
    followup::EscalationState,
    opinion::step::Step,
    people::policy::{Action, Scope},
};
use caunoi_store::{
    Tx,
    escalation::{self, EscalationRow},
    unit,
};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Acknowledges a matter in the inbox of the own unit.
#[derive(Clone, Debug)]
pub struct AcknowledgeEscalation {
    /// The matter's public id.
    pub escalation: i64,
}

impl Verb for AcknowledgeEscalation {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let sent = in_own_inbox(tx, cx, self.escalation).await?;
        if sent.state != EscalationState::Sent {
            return Err(Refusal::not_now(sent.state));
        }
        let by = cx.actor.label();
        escalation::acknowledge(tx, &sent.id, cx.now_us, &cx.today_iso(), by).await?;
        cx.step(tx, &sent.province_id, &sent.item_id, &Step::Acknowledged { by: by.to_owned() }).await?;
        cx.record(
            tx,
            Happened {
                kind: "escalation.acknowledged",
                unit_id: &sent.from_unit_id,
                province_id: &sent.province_id,
                subject_kind: "escalation",
                subject: &sent.id,
                data: vec![],
            },
        )
        .await?;
        unit::bump_version(tx, &sent.from_unit_id).await?;
        Ok(())
    }
}

/// A matter in the inbox of the actor's unit, which the actor may answer.
pub(super) async fn in_own_inbox(tx: &mut Tx<'_>, cx: &Cx, public_id: i64) -> Result<EscalationRow, Refusal> {
    let sent = escalation::find_public(tx, public_id).await?.ok_or(Refusal::NotFound("escalation"))?;
    let to = sent.to_unit_id.as_deref().ok_or(Refusal::NotFound("escalation"))?;
    cx.allow(Action::AnswerEscalation, Scope::unit(to))?;
    Ok(sent)
}
