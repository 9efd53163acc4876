//! What an office publishes (product rule 11): each line with its basis; the last line of a name holds.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A line of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyLine {
    /// Word of `domain::people::publication_policy::Choice`.
    pub name: String,
    /// 0 or 1, or a number.
    pub value: i64,
    /// The paper of the province it rests on; empty for the default.
    pub basis: String,
}

/// Sets a name.
///
/// # Errors
/// The engine's words.
pub async fn set(tx: &mut Tx<'_>, id: &str, unit_id: &str, l: &PolicyLine, at: i64) -> Result<()> {
    tx.exec(SET, args![id, unit_id, &l.name, l.value, &l.basis, at]).await?;
    Ok(())
}

/// What holds in a unit today.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<PolicyLine>> {
    conn.all(OF, args![unit_id])
        .await?
        .iter()
        .map(|r| Ok(PolicyLine { name: r.get("name")?, value: r.get("value")?, basis: r.get("basis")? }))
        .collect()
}

/// What holds for one name in a unit today, where somebody set it.
///
/// # Errors
/// The engine's words.
pub async fn value(conn: &mut Conn<'_>, unit_id: &str, name: &str) -> Result<Option<i64>> {
    value_look(unit_id, name).alone(conn).await
}

/// As [`value`], to be asked for with other nouns.
#[must_use]
pub fn value_look(unit_id: &str, name: &str) -> Look<Option<i64>> {
    Look::maybe(VALUE, args![unit_id, name], |r| r.get("value"))
}

statements! {
    VALUE = "SELECT p.value FROM publication_policy p WHERE p.unit_id = $1 AND p.name = $2 ORDER BY p.at DESC, p.id DESC LIMIT 1";
    SET = "INSERT INTO publication_policy (id, unit_id, name, value, basis, at) VALUES ($1, $2, $3, $4, $5, $6)";
    OF = "SELECT p.name, p.value, p.basis FROM publication_policy p WHERE p.unit_id = $1 AND NOT EXISTS (SELECT 1 FROM publication_policy q \
          WHERE q.unit_id = p.unit_id AND q.name = p.name AND (q.at > p.at OR (q.at = p.at AND q.id > p.id))) ORDER BY p.name";
}
