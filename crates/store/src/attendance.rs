//! Invited and present at a dialogue, by group: never by name.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A group with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttendanceRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The group: "Nhân dân", "Trưởng thôn" …
    pub label: String,
    /// Invited.
    pub invited: i64,
    /// Present.
    pub present: i64,
}

/// Writes the groups of a dialogue in place of those before.
///
/// # Errors
/// The engine's words.
pub async fn replace(tx: &mut Tx<'_>, dialogue_id: &str, rows: &[AttendanceRow]) -> Result<()> {
    tx.exec(CLEAR, args![dialogue_id]).await?;
    for r in rows {
        tx.exec(ADD, args![&r.id, dialogue_id, &r.label, r.invited, r.present]).await?;
    }
    Ok(())
}

/// The groups of a dialogue, in the order they were written.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<AttendanceRow>> {
    of_look(dialogue_id).alone(conn).await
}

/// As [`of`], to be asked for with other nouns.
#[must_use]
pub fn of_look(dialogue_id: &str) -> Look<Vec<AttendanceRow>> {
    Look::each(OF, args![dialogue_id], |r| {
        Ok(AttendanceRow { id: r.get("id")?, label: r.get("label")?, invited: r.get("invited")?, present: r.get("present")? })
    })
}

statements! {
    CLEAR = "DELETE FROM attendance WHERE dialogue_id = $1";
    ADD = "INSERT INTO attendance (id, dialogue_id, label, invited, present, seq) VALUES ($1, $2, $3, $4, $5, (SELECT count(*) FROM attendance a WHERE a.dialogue_id = $2))";
    OF = "SELECT id, label, invited, present FROM attendance WHERE dialogue_id = $1 ORDER BY seq, id";
}
