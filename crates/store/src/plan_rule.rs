//! What a place's rules ask of plans: data with its source. The latest value of the unit is in force, else its province's.

use caunoi_domain::dialogue::plan_rule::{PlanRule, Rule};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A datum with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit that wrote it in.
    pub unit_id: String,
    /// The datum.
    pub rule: Rule,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body.
    pub by_label: String,
}

/// The rules in force for a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InForce(pub Vec<RuleRow>);

impl InForce {
    /// The datum of that rule, where a value is in force.
    #[must_use]
    pub fn get(&self, rule: PlanRule) -> Option<&RuleRow> {
        self.0.iter().find(|r| r.rule.rule == rule && !r.rule.value.is_empty())
    }

    /// Its value; empty where none is in force.
    #[must_use]
    pub fn value(&self, rule: PlanRule) -> &str {
        self.get(rule).map_or("", |r| r.rule.value.as_str())
    }

    /// Its value as a number of days.
    #[must_use]
    pub fn days(&self, rule: PlanRule) -> Option<i64> {
        self.value(rule).parse().ok()
    }
}

/// Writes a datum in: it is in force from now on, what was before stays as history.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, r: &RuleRow) -> Result<()> {
    let rule = &r.rule;
    tx.exec(ADD, args![&r.id, &r.unit_id, rule.rule.code(), &rule.value, &rule.citation, rule.confirmed, r.at, &r.by_user, &r.by_label])
        .await?;
    Ok(())
}

/// The rules in force for a unit: its own, else its province's.
///
/// # Errors
/// The engine's words.
pub async fn in_force(conn: &mut Conn<'_>, unit_id: &str) -> Result<InForce> {
    in_force_look(unit_id).alone(conn).await
}

/// As [`in_force`], to be asked for with other nouns.
#[must_use]
pub fn in_force_look(unit_id: &str) -> Look<InForce> {
    Look::new(IN_FORCE, args![unit_id], |rows| {
        let mut found: Vec<RuleRow> = Vec::new();
        // Own rows come first, the latest first: the first of a rule is in force, an emptied one falls back to the province.
        for row in rows {
            let row = read(&row)?;
            let stands = found.iter().find(|f| f.rule.rule == row.rule.rule);
            if stands.is_none_or(|f| f.rule.value.is_empty() && f.unit_id != row.unit_id) {
                found.retain(|f| f.rule.rule != row.rule.rule);
                found.push(row);
            }
        }
        Ok(InForce(found))
    })
}

/// Everything that was ever written in by a unit, the latest first.
#[must_use]
pub fn history_look(unit_id: &str, limit: i64) -> Look<Vec<RuleRow>> {
    Look::each(HISTORY, args![unit_id, limit], read)
}

fn read(r: &Row) -> Result<RuleRow> {
    Ok(RuleRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        rule: Rule { rule: r.word("rule")?, value: r.get("value")?, citation: r.get("citation")?, confirmed: r.get("confirmed")? },
        at: r.get("at")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
    })
}

statements! {
    ADD = "INSERT INTO plan_rule (id, unit_id, rule, value, citation, confirmed, at, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    IN_FORCE = "SELECT r.*, 0 AS far FROM plan_rule r WHERE r.unit_id = $1 \
                AND NOT EXISTS (SELECT 1 FROM plan_rule n WHERE n.unit_id = r.unit_id AND n.rule = r.rule AND (n.at > r.at OR (n.at = r.at AND n.id > r.id))) \
                UNION ALL SELECT r.*, 1 AS far FROM unit u JOIN plan_rule r ON r.unit_id = u.province_id WHERE u.id = $1 AND u.province_id <> u.id \
                AND NOT EXISTS (SELECT 1 FROM plan_rule n WHERE n.unit_id = r.unit_id AND n.rule = r.rule AND (n.at > r.at OR (n.at = r.at AND n.id > r.id))) \
                ORDER BY far, rule";
    HISTORY = "SELECT * FROM plan_rule WHERE unit_id = $1 ORDER BY at DESC, id DESC LIMIT $2";
}
