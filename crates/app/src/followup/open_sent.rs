//! Mở việc cấp dưới gửi lên: whoever has to answer reads the matter as it was given, though it is not published; never who
//! gave it. Each opening is logged.

use caunoi_domain::people::policy::{Action, Scope};
use caunoi_store::{Tx, access_log, escalation, item};

use crate::{
    context::{Cx, Verb},
    opinion::restrict,
    refusal::Refusal,
};

/// Opens a matter that was sent up to the officer's unit.
#[derive(Clone, Copy, Debug)]
pub struct OpenSent {
    /// Public id of what was sent up.
    pub sent: i64,
}

/// The matter as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its title.
    pub title: String,
    /// Its text; empty once sealed.
    pub body: String,
}

impl Verb for OpenSent {
    type Done = Given;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Given, Refusal> {
        let sent = escalation::find_public(tx, self.sent).await?.ok_or(Refusal::NotFound("escalation"))?;
        let above = sent.to_unit_id.as_deref().ok_or(Refusal::NotFound("escalation"))?;
        cx.allow(Action::AnswerEscalation, Scope::unit(above))?;
        let i = item::find(tx, &sent.item_id).await?.ok_or(Refusal::NotFound("item"))?;
        restrict::unrestricted(tx, &i).await?;
        access_log::add(tx, &cx.id(), cx.actor.id(), "item", &i.id, cx.now_us).await?;
        Ok(Given { title: i.title, body: i.body })
    }
}
