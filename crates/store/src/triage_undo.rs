//! What an undo of triage puts back: one row for each action of a clerk.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// An action of triage that may be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit's id.
    pub unit_id: String,
    /// Who did it.
    pub user_id: String,
    /// Code word of the verb.
    pub verb: String,
    /// How many items it touched, as text.
    pub label: String,
    /// JSON: what undo puts back.
    pub before: String,
    /// Epoch microseconds.
    pub at: i64,
}

/// Keeps what an undo puts back.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, u: &UndoRow) -> Result<()> {
    tx.exec(ADD, args![&u.id, &u.unit_id, &u.user_id, &u.verb, &u.label, &u.before, u.at]).await?;
    Ok(())
}

/// The last action of this clerk since that moment that is not undone.
///
/// # Errors
/// The engine's words.
pub async fn last(conn: &mut Conn<'_>, unit_id: &str, user_id: &str, since: i64) -> Result<Option<UndoRow>> {
    conn.maybe(LAST, args![unit_id, user_id, since])
        .await?
        .map(|r| {
            Ok(UndoRow {
                id: r.get("id")?,
                unit_id: r.get("unit_id")?,
                user_id: r.get("user_id")?,
                verb: r.get("verb")?,
                label: r.get("label")?,
                before: r.get("before")?,
                at: r.get("at")?,
            })
        })
        .transpose()
}

/// Marks an action as undone; what it would put back is no longer needed.
///
/// # Errors
/// The engine's words.
pub async fn done(tx: &mut Tx<'_>, id: &str, at: i64) -> Result<()> {
    tx.exec(DONE, args![id, at]).await?;
    Ok(())
}

statements! {
    ADD = "INSERT INTO triage_undo (id, unit_id, user_id, verb, label, before, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    LAST = "SELECT id, unit_id, user_id, verb, label, before, at FROM triage_undo \
            WHERE unit_id = $1 AND user_id = $2 AND at >= $3 AND undone_at IS NULL ORDER BY at DESC, id DESC LIMIT 1";
    DONE = "UPDATE triage_undo SET undone_at = $2, before = '' WHERE id = $1";
}
