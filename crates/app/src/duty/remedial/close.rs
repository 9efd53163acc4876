//! Khắc phục xong: with what was done and where its proof is. The finding stays until the facts themselves say otherwise.

use caunoi_domain::regulation::remedial::{self, RemedialState, RemedialStep};
use caunoi_store::{Tx, remedial as rows};

use super::Said;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Closes an open task.
#[derive(Clone, Debug)]
pub struct CloseRemedial {
    /// The task's id.
    pub remedial: String,
    /// What was done.
    pub result: String,
    /// Number and day of the paper, or where the proof lies.
    pub evidence: String,
    /// The day on which it was done, day first.
    pub done_on: String,
}

impl Verb for CloseRemedial {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (row, unit, side) = super::load(tx, cx, &self.remedial).await?;
        if row.state != RemedialState::Open {
            return Err(Refusal::not_now(row.state));
        }
        let opened = row.opened_on.parse().map_err(|_| Refusal::Broken("the day of a remedial task".to_owned()))?;
        let (result, evidence, on) =
            remedial::close(&self.result, &self.evidence, &self.done_on, opened, cx.today).map_err(Refusal::Invalid)?;
        rows::settle(tx, &row.id, Some((&result, &evidence, &on.to_string()))).await?;
        super::step(tx, cx, &row, &unit, Said { side, kind: RemedialStep::Closed, text: &result, paper: &evidence, due_on: None }).await
    }
}
