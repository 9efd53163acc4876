//! A plan is laid before the post that approves it.

use caunoi_domain::{
    dialogue::{
        plan_rule::PlanRule,
        state::{ApprovalStep, DraftState},
    },
    problem::{MissingPart, Problem, What},
    record::event::Datum,
};
use caunoi_store::{Tx, plan_rule, year_plan};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Submits a plan. Who approves it is data: the rule in force today is written down with it.
#[derive(Clone, Copy, Debug)]
pub struct SubmitPlan {
    /// The plan's public id.
    pub plan: i64,
}

impl Verb for SubmitPlan {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut plan = super::load_draft(tx, cx, self.plan).await?;
        let all = year_plan::rows_of_year(tx, &plan.unit_id, plan.year).await?;
        let rows = all.iter().filter(|r| r.row.plan_id == plan.id).count();
        let mut problems = Vec::new();
        if rows == 0 {
            problems.push(Problem::new("", What::Missing(MissingPart::PlanRows)));
        }
        if plan.number > 0 && plan.reason.is_empty() {
            problems.push(Problem::new("change_reason", What::Empty));
        }
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        plan.state = DraftState::Submitted;
        plan.submitted_on = Some(cx.today_iso());
        plan.approver_post = plan_rule::in_force(tx, &plan.unit_id).await?.value(PlanRule::Approver).to_owned();
        year_plan::save(tx, &plan).await?;
        super::log(tx, cx, &plan, ApprovalStep::Submitted, "").await?;
        let data = vec![("rows", Datum::Int(i64::try_from(rows).unwrap_or(i64::MAX)))];
        super::tell(tx, cx, &plan, "plan.submitted", data).await
    }
}
