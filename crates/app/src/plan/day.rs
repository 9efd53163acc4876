//! The one day by which a year's programme is approved (S0.3): what the register of rules names, by which the ledger judges
//! too; where no clause names a day, the datum that the place wrote in with its source.

use caunoi_domain::{
    dialogue::plan_rule::{PlanRule, programme_deadline},
    regulation::ledger::{Bound, Rules, plan_day},
    unit::Level,
};
use caunoi_store::{Conn, duty_facts, plan_rule, regulation};
use jiff::civil::Date;

use crate::refusal::Refusal;

/// The day with where it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDay {
    /// The day.
    pub day: Date,
    /// Where it is said.
    pub citation: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
}

/// The day that holds for a unit's programme of a year; with `below` for those of the communes below it. None is set where
/// nothing says one.
///
/// # Errors
/// The store's failure.
pub async fn of(conn: &mut Conn<'_>, unit_id: &str, below: bool, rules: &plan_rule::InForce, year: i64) -> Result<Option<PlanDay>, Refusal> {
    let Ok(year) = i16::try_from(year) else { return Ok(None) };
    let bound = duty_facts::bound(conn, unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    let bound = if below { Bound { level: Level::Commune, ..bound } } else { bound };
    let chain: Vec<&str> = bound.chain.iter().map(String::as_str).collect();
    let documents = regulation::applying(conn, &chain).await?;
    if let Some((day, clause)) = plan_day(&Rules::new(&documents), &bound, year) {
        return Ok(Some(PlanDay { day, citation: clause.citation.clone(), confirmed: clause.confirmed }));
    }
    let set = rules.get(PlanRule::ProgrammeDeadline);
    Ok(set.and_then(|r| {
        let day = programme_deadline(&r.rule.value, year)?;
        Some(PlanDay { day, citation: r.rule.citation.clone(), confirmed: r.rule.confirmed })
    }))
}
