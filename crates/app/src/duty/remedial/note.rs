//! Báo tiến độ khắc phục.

use caunoi_domain::regulation::remedial::{self, RemedialState, RemedialStep};
use caunoi_store::Tx;

use super::Said;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Says how far an open task has come.
#[derive(Clone, Debug)]
pub struct NoteRemedial {
    /// The task's id.
    pub remedial: String,
    /// In words.
    pub text: String,
}

impl Verb for NoteRemedial {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (row, unit, side) = super::load(tx, cx, &self.remedial).await?;
        if row.state != RemedialState::Open {
            return Err(Refusal::not_now(row.state));
        }
        let text = remedial::said(&self.text, "progress", true).map_err(Refusal::Invalid)?;
        super::step(tx, cx, &row, &unit, Said { side, kind: RemedialStep::Progress, text: &text, paper: "", due_on: None }).await
    }
}
