//! What a place's rules ask of its plans is written in as data, with where it is said; what was before stays as history.

use caunoi_domain::{
    dialogue::plan_rule::{PlanRule, Rule},
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx, people,
    plan_rule::{self, RuleRow},
    unit,
};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Writes a datum of the rules in. The administrator of the unit, or of its province for all its units.
#[derive(Clone, Debug)]
pub struct SetPlanRule {
    /// The unit's id.
    pub unit_id: String,
    /// The datum.
    pub rule: Rule,
}

impl Verb for SetPlanRule {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(Action::Administer, Scope::unit(&self.unit_id))?;
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        if self.rule.rule == PlanRule::Approver && !self.rule.value.is_empty() {
            let posts = people::posts(tx, &unit.id, &cx.today_iso()).await?;
            if !posts.iter().any(|p| p.head && p.id == self.rule.value) {
                return Err(Refusal::problem("value", What::NotAChoice));
            }
        }
        let row = RuleRow {
            id: cx.id(),
            unit_id: unit.id.clone(),
            rule: self.rule.clone(),
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        plan_rule::add(tx, &row).await?;
        let data = vec![
            ("rule", Datum::Code(self.rule.rule.code().to_owned())),
            ("confirmed", Datum::Int(i64::from(self.rule.confirmed))),
            ("value_sha256", cx.commit(self.rule.value.as_bytes())),
        ];
        let happened = Happened {
            kind: "plan_rule.set",
            unit_id: &unit.id,
            province_id: &unit.province_id,
            subject_kind: "plan_rule",
            subject: &row.id,
            data,
        };
        cx.record(tx, happened).await
    }
}
