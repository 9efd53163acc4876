//! A superior, or a body outside the system, is urged to answer: recorded, on the thread, once a day at most.

use caunoi_domain::{
    followup::EscalationState,
    people::policy::{Action, Scope},
};
use caunoi_store::{Tx, escalation, urging::Urged};

use super::urge::{self, Subject};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Urges whoever a matter was sent to.
#[derive(Clone, Debug)]
pub struct UrgeEscalation {
    /// The matter's public id.
    pub escalation: i64,
    /// What is said; may be empty.
    pub text: String,
}

impl Verb for UrgeEscalation {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let sent = escalation::find_public(tx, self.escalation).await?.ok_or(Refusal::NotFound("escalation"))?;
        cx.allow(Action::Urge, Scope::unit(&sent.from_unit_id))?;
        if sent.state == EscalationState::Answered {
            return Err(Refusal::not_now(sent.state));
        }
        let subject = Subject {
            kind: Urged::Escalation,
            id: &sent.id,
            unit_id: &sent.from_unit_id,
            province_id: &sent.province_id,
            item_id: Some(&sent.item_id),
            to: &sent.to_body,
        };
        urge::urge(tx, cx, subject, &self.text).await.map(drop)
    }
}
