//! Limits that offices set in place of the program's own (hạn do phần mềm đặt): every one that was ever set is kept.

use caunoi_domain::regulation::own::{OwnLimit, OwnLimits, SetBy};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::{Result, StoreError},
    look::Look,
    statements,
};

/// A limit as an office set it.
#[derive(Clone, Debug)]
pub struct OwnLimitRow {
    /// The unit whose office set it.
    pub unit_id: String,
    /// The limit.
    pub limit: OwnLimit,
}

/// Keeps a limit of a unit.
///
/// # Errors
/// The engine's words; [`StoreError::Missing`] for one that nobody set.
pub async fn put(tx: &mut Tx<'_>, id: &str, unit_id: &str, l: &OwnLimit, at: i64, by_user: &str) -> Result<()> {
    let set = l.set.as_ref().ok_or(StoreError::Missing("who set the limit"))?;
    let row =
        args![id, unit_id, l.name.code(), i64::from(l.days), l.count.code(), set.from.to_string(), &set.paper, at, by_user, &set.label];
    tx.exec(PUT, row).await?;
    Ok(())
}

/// What the offices of a unit and of those above it set, to be asked for with other nouns and told apart by
/// [`nearest_first`].
#[must_use]
pub fn of_unit_and_above_look(unit_id: &str) -> Look<Vec<OwnLimitRow>> {
    Look::each(OF_UNIT_AND_ABOVE, args![unit_id], read)
}

/// What holds where these were set: of a unit and those above it the nearest office's first, then the program's own.
///
/// # Errors
/// The program's own limits cannot be read: a defect.
pub fn nearest_first(mut set: Vec<OwnLimitRow>, chain: &[String]) -> Result<OwnLimits> {
    let own = OwnLimits::builtin().map_err(|value| StoreError::Vocabulary { what: "own limits", value })?;
    // Of each the rows keep their order, the latest first.
    set.sort_by_key(|r| chain.iter().position(|id| *id == r.unit_id));
    Ok(own.with(set.into_iter().map(|r| r.limit).collect()))
}

/// What one unit's office set, the latest day first.
///
/// # Errors
/// The engine's words.
pub async fn of_unit(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<OwnLimitRow>> {
    conn.all(OF_UNIT, args![unit_id]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<OwnLimitRow> {
    let (days, from): (i64, String) = (r.get("days")?, r.get("from_on")?);
    let unread = |value: String| StoreError::Vocabulary { what: "own limit", value };
    let set = SetBy { from: from.parse().map_err(|_| unread(from.clone()))?, paper: r.get("paper")?, label: r.get("by_label")? };
    let days = u32::try_from(days).map_err(|_| unread(days.to_string()))?;
    Ok(OwnLimitRow { unit_id: r.get("unit_id")?, limit: OwnLimit { name: r.word("name")?, days, count: r.word("count")?, set: Some(set) } })
}

statements! {
    PUT = "INSERT INTO own_limit (id, unit_id, name, days, count, from_on, paper, at, by_user, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    OF_UNIT = "SELECT unit_id, name, days, count, from_on, paper, by_label FROM own_limit WHERE unit_id = $1 ORDER BY from_on DESC, at DESC, id DESC";
    OF_UNIT_AND_ABOVE = "SELECT o.unit_id, o.name, o.days, o.count, o.from_on, o.paper, o.by_label FROM unit u JOIN own_limit o ON o.unit_id IN (u.id, u.parent_id, u.province_id) \
                         WHERE u.id = $1 ORDER BY o.from_on DESC, o.at DESC, o.id DESC";
}
