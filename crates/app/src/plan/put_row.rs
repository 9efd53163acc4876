//! A planned conference is written into a draft plan, edited there, or taken out; in a supplement it can stand in place of
//! an approved one, or take it away.

use caunoi_domain::{
    dialogue::year_plan::{Change, ROWS_MAX, Row, in_force},
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx, people,
    year_plan::{self, ConferenceRow, OfYear, PlanRow},
};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Writes a planned conference.
#[derive(Clone, Debug)]
pub struct PutRow {
    /// The plan's public id.
    pub plan: i64,
    /// Id of the row of this draft that is edited; empty for a new one.
    pub row: String,
    /// What it does to the plan in force.
    pub change: Change,
    /// The approved row in whose place it stands, or which it takes away.
    pub replaces: String,
    /// What is planned; of a removal nothing is read of it.
    pub planned: Option<Row>,
}

impl Verb for PutRow {
    /// The row's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let plan = super::load_draft(tx, cx, self.plan).await?;
        let all = year_plan::rows_of_year(tx, &plan.unit_id, plan.year).await?;
        let own: Vec<&OfYear> = all.iter().filter(|r| r.row.plan_id == plan.id).collect();
        let edited = own.iter().find(|r| r.row.id == self.row).map(|r| r.row.clone());
        if (edited.is_none() && !self.row.is_empty()) || (edited.is_none() && own.len() >= ROWS_MAX) {
            return Err(Refusal::problem("", What::NotAChoice));
        }
        let planned = self.planned(tx, cx, &plan, &all).await?;
        let row = match edited {
            // The same again changes nothing.
            Some(row) if row.planned == planned => return Ok(row.id),
            Some(row) => ConferenceRow { planned, ..row },
            None => ConferenceRow {
                id: cx.id(),
                plan_id: plan.id.clone(),
                seq: own.iter().map(|r| r.row.seq).max().unwrap_or(0) + 1,
                change: self.change,
                replaces: self.replaces.clone(),
                planned,
            },
        };
        year_plan::put_row(tx, &row).await?;
        let data = vec![("row", Datum::Id(row.id.clone())), ("change", Datum::Code(row.change.code().to_owned()))];
        super::tell(tx, cx, &plan, "plan.row_written", data).await?;
        Ok(row.id)
    }
}

impl PutRow {
    /// What is planned, checked against the unit's posts and bodies and against what is in force.
    async fn planned(&self, tx: &mut Tx<'_>, cx: &Cx, plan: &PlanRow, all: &[OfYear]) -> Result<Row, Refusal> {
        let lines: Vec<_> = all.iter().map(OfYear::line).collect();
        let stands = in_force(&lines).into_iter().any(|(id, _)| id == self.replaces);
        // One supplement changes a row once, and only a row that is in force.
        let twice = all.iter().any(|r| r.row.plan_id == plan.id && r.row.id != self.row && r.row.replaces == self.replaces);
        if self.row.is_empty() && self.change != Change::Add && (!stands || twice) {
            return Err(Refusal::problem("replaces", What::NotAChoice));
        }
        if self.change == Change::Remove {
            let gone = all.iter().find(|r| r.row.id == self.replaces).map(|r| r.row.planned.clone());
            return gone.ok_or_else(|| Refusal::problem("replaces", What::NotAChoice));
        }
        let planned = self.planned.clone().ok_or_else(|| Refusal::problem("", What::Empty))?;
        crate::dialogue::chairs_are_heads(tx, cx, &plan.unit_id, &planned.heads, "heads").await?;
        if !planned.body.is_empty() && !people::bodies(tx, &plan.unit_id).await?.iter().any(|b| b.id == planned.body) {
            return Err(Refusal::problem("body", What::NotAChoice));
        }
        Ok(planned)
    }
}

/// Takes a row out of a draft plan.
#[derive(Clone, Debug)]
pub struct RemoveRow {
    /// The plan's public id.
    pub plan: i64,
    /// The row's id.
    pub row: String,
}

impl Verb for RemoveRow {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let plan = super::load_draft(tx, cx, self.plan).await?;
        let all = year_plan::rows_of_year(tx, &plan.unit_id, plan.year).await?;
        let row = all.iter().find(|r| r.row.plan_id == plan.id && r.row.id == self.row).ok_or(Refusal::NotFound("plan_row"))?;
        year_plan::remove_row(tx, &row.row.id).await?;
        super::tell(tx, cx, &plan, "plan.row_removed", vec![("row", Datum::Id(self.row.clone()))]).await
    }
}
