//! Chưa đạt, làm tiếp: whoever asked for a task opens it again, with the reason and a day.

use caunoi_domain::{
    people::policy::Action,
    problem::What,
    regulation::remedial::{self, FindingSource, RemedialSide, RemedialState, RemedialStep},
};
use caunoi_store::{Tx, remedial as rows};

use super::Said;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Opens a closed task again.
#[derive(Clone, Debug)]
pub struct ReopenRemedial {
    /// The task's id.
    pub remedial: String,
    /// The new day, day first.
    pub due: String,
    /// What is still missing.
    pub reason: String,
}

impl Verb for ReopenRemedial {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (row, unit, side) = super::load(tx, cx, &self.remedial).await?;
        if side == RemedialSide::Own && row.by_unit != row.unit_id {
            return Err(Refusal::NotAllowed(Action::OverseeLedger));
        }
        if row.state != RemedialState::Done {
            return Err(Refusal::not_now(row.state));
        }
        super::only_one(tx, &unit.id, row.source, &row.finding_key).await?;
        // What the facts show no more is nothing to go on with.
        if row.source == FindingSource::Ledger && !super::stands(tx, cx, &row).await? {
            return Err(Refusal::problem("finding", What::NotNow { state: "stands_no_more".to_owned() }));
        }
        let before = cx.today.yesterday().map_err(|e| Refusal::Broken(e.to_string()))?;
        let (due, reason) = remedial::extend(&self.due, &self.reason, before, cx.today).map_err(Refusal::Invalid)?;
        rows::settle(tx, &row.id, None).await?;
        rows::put_due(tx, &row.id, &due.to_string()).await?;
        let said = Said { side, kind: RemedialStep::Reopened, text: &reason, paper: "", due_on: Some(due.to_string()) };
        super::step(tx, cx, &row, &unit, said).await
    }
}
