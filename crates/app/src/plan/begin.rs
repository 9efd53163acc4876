//! The plan of a year is begun; once it is approved, a supplement to it.

use caunoi_domain::{
    dialogue::state::DraftState,
    people::policy::{Action, Scope},
    problem::What,
};
use caunoi_store::{
    Tx, unit,
    year_plan::{self, PlanRow},
};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Begins the plan of a year, or the next supplement to it.
#[derive(Clone, Debug)]
pub struct BeginPlan {
    /// The unit's id.
    pub unit_id: String,
    /// The year.
    pub year: i64,
}

impl Verb for BeginPlan {
    /// The plan's public id.
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        cx.allow(Action::PrepareDialogue, Scope::unit(&self.unit_id))?;
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        if !(2010..=2100).contains(&self.year) {
            return Err(Refusal::problem("year", What::Number { min: 2010, max: 2100 }));
        }
        let before = year_plan::of_year(tx, &unit.id, self.year).await?;
        // One thing at a time: what is being written or lies before the head comes first.
        if let Some(open) = before.iter().find(|p| p.state != DraftState::Approved) {
            return Err(Refusal::not_now(open.state));
        }
        let plan = PlanRow {
            id: cx.id(),
            province_id: unit.province_id,
            unit_id: unit.id,
            public_id: cx.public_id().to_i64(),
            year: self.year,
            number: before.last().map_or(0, |p| p.number + 1),
            state: DraftState::Draft,
            basis: before.last().map(|p| p.basis.clone()).unwrap_or_default(),
            purpose: String::new(),
            assignment: String::new(),
            recipients: before.last().map(|p| p.recipients.clone()).unwrap_or_default(),
            reason: String::new(),
            approver_post: String::new(),
            submitted_on: None,
            approved_on: None,
            approved_label: String::new(),
            created_at: cx.now_us,
            created_by: cx.actor.id().to_owned(),
        };
        year_plan::add(tx, &plan).await?;
        super::tell(tx, cx, &plan, "plan.begun", Vec::new()).await?;
        Ok(plan.public_id)
    }
}
