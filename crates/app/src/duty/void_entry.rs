//! Bỏ một dòng ghi nhầm: an entry that was made by mistake stays in the book and counts no more.

use caunoi_domain::{
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{Tx, duty_entry, unit};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Voids an entry of a unit's ledger. A waiver is its giver's: the unit itself cannot void it.
#[derive(Clone, Debug)]
pub struct VoidEntry {
    /// The unit's id.
    pub unit_id: String,
    /// The entry's id.
    pub entry: String,
}

impl Verb for VoidEntry {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(Action::KeepLedger, Scope::unit(&self.unit_id))?;
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        if !duty_entry::void(tx, &self.unit_id, &self.entry, cx.now_us, cx.actor.label()).await? {
            return Err(Refusal::NotFound("entry"));
        }
        cx.record(
            tx,
            Happened {
                kind: "ledger.entry_voided",
                unit_id: &unit.id,
                province_id: &unit.province_id,
                subject_kind: "entry",
                subject: &self.entry,
                data: vec![("entry", Datum::Id(self.entry.clone()))],
            },
        )
        .await
    }
}
