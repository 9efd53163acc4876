//! Rút lại lý do đã chấp nhận: a head of the superior takes back a reason that was accepted by mistake. It stays in the book and
//! counts no more: what it excused is judged again (S4.8).

use caunoi_domain::{dialogue::contents::NOTE_MAX, opinion::submission::text, people::policy::Action, record::event::Datum};
use caunoi_store::{Tx, duty_entry, unit};

use super::decider_of;
use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Takes back the waiver of a duty, or of a planned row, of a unit below. The unit itself cannot.
#[derive(Clone, Debug)]
pub struct WithdrawWaiver {
    /// The unit's id.
    pub unit_id: String,
    /// The entry's id.
    pub entry: String,
    /// Why.
    pub why: String,
}

impl Verb for WithdrawWaiver {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        if decider_of(tx, &cx.actor, &unit.id).await?.is_none_or(|own| own == unit.id) {
            return Err(Refusal::NotAllowed(Action::DecideLedger));
        }
        let mut problems = Vec::new();
        let why = text(&self.why, "why", NOTE_MAX, true, &mut problems);
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        if !duty_entry::withdraw(tx, &unit.id, &self.entry, cx.now_us, cx.actor.label(), &why).await? {
            return Err(Refusal::NotFound("waiver"));
        }
        let data = vec![("entry", Datum::Id(self.entry.clone())), ("why_sha256", cx.commit(why.as_bytes()))];
        let (unit_id, province_id) = (unit.id.as_str(), unit.province_id.as_str());
        cx.record(tx, Happened { kind: "ledger.waiver_withdrawn", unit_id, province_id, subject_kind: "entry", subject: &self.entry, data })
            .await
    }
}
