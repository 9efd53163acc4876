//! Gia hạn việc khắc phục: by whoever asked for it, with a reason; the day that was asked for first stays on record.

use caunoi_domain::{
    people::policy::Action,
    regulation::remedial::{self, RemedialSide, RemedialState, RemedialStep},
};
use caunoi_store::{Tx, remedial as rows};

use super::Said;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Grants a later day.
#[derive(Clone, Debug)]
pub struct ExtendRemedial {
    /// The task's id.
    pub remedial: String,
    /// The day, day first.
    pub due: String,
    /// Why.
    pub reason: String,
}

impl Verb for ExtendRemedial {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (row, unit, side) = super::load(tx, cx, &self.remedial).await?;
        // What a superior asked for is a superior's to put off.
        if side == RemedialSide::Own && row.by_unit != row.unit_id {
            return Err(Refusal::NotAllowed(Action::OverseeLedger));
        }
        if row.state != RemedialState::Open {
            return Err(Refusal::not_now(row.state));
        }
        let held = row.due_on.parse().map_err(|_| Refusal::Broken("the day of a remedial task".to_owned()))?;
        let (due, reason) = remedial::extend(&self.due, &self.reason, held, cx.today).map_err(Refusal::Invalid)?;
        rows::put_due(tx, &row.id, &due.to_string()).await?;
        let said = Said { side, kind: RemedialStep::Extended, text: &reason, paper: "", due_on: Some(due.to_string()) };
        super::step(tx, cx, &row, &unit, said).await
    }
}
