//! Duyệt công khai: the head approves that the public sees what the rules ask of the unit and what was held; the
//! approval can be taken back.

use caunoi_domain::{
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{Tx, duty_sheet, unit};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Shows a year of the unit's ledger to the public, or takes it off.
#[derive(Clone, Debug)]
pub struct PublishYear {
    /// The unit's id.
    pub unit_id: String,
    /// The year.
    pub year: i16,
    /// True to show, false to take off.
    pub shown: bool,
}

impl Verb for PublishYear {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(Action::PublishLedger, Scope::unit(&self.unit_id))?;
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let year = i64::from(self.year);
        // Pressed twice: it stands so.
        if duty_sheet::published(tx, &unit.id, year).await?.is_some() == self.shown {
            return Ok(());
        }
        if self.shown {
            duty_sheet::publish(tx, &unit.id, year, cx.now_us, cx.actor.label()).await?;
        } else {
            duty_sheet::withdraw(tx, &unit.id, year).await?;
        }
        unit::bump_version(tx, &unit.id).await?;
        cx.record(
            tx,
            Happened {
                kind: if self.shown { "ledger.published" } else { "ledger.withdrawn" },
                unit_id: &unit.id,
                province_id: &unit.province_id,
                subject_kind: "unit",
                subject: &unit.id,
                data: vec![("year", Datum::Int(year))],
            },
        )
        .await
    }
}
