//! Tạm dừng: the clock of a task stands still while another body must act, and says for whom.

use caunoi_domain::followup::delay::WaitsFor;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// A pause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PauseRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The task.
    pub assignment_id: String,
    /// Whom it waits for, in general.
    pub waits_for: WaitsFor,
    /// The body by name.
    pub whom: String,
    /// Why.
    pub reason: String,
    /// ISO day since which the clock stands still.
    pub from_on: String,
    /// ISO day on which it runs again; absent while it stands still.
    pub to_on: Option<String>,
    /// ISO day on which the task was due.
    pub due_before: String,
    /// ISO day on which it is due after the pause.
    pub due_after: Option<String>,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body that stopped the clock.
    pub by_label: String,
}

/// Stops the clock of a task.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, p: &PauseRow) -> Result<()> {
    tx.exec(
        ADD,
        args![&p.id, &p.assignment_id, p.waits_for.code(), &p.whom, &p.reason, &p.from_on, &p.due_before, p.at, &p.by_user, &p.by_label],
    )
    .await?;
    tx.exec(STAND, args![&p.assignment_id, &p.from_on, &p.whom]).await?;
    Ok(())
}

/// The clock of a task runs again.
///
/// # Errors
/// The engine's words.
pub async fn end(tx: &mut Tx<'_>, assignment_id: &str, to_on: &str, due_after: &str) -> Result<()> {
    tx.exec(END, args![assignment_id, to_on, due_after]).await?;
    tx.exec(STAND, args![assignment_id, "", ""]).await?;
    Ok(())
}

/// The pauses of a task, in order.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, assignment_id: &str) -> Result<Vec<PauseRow>> {
    conn.all(OF, args![assignment_id]).await?.iter().map(read).collect()
}

/// Pauses of an item that have not ended: the task's id, and whom it waits for.
///
/// # Errors
/// The engine's words.
pub async fn standing(conn: &mut Conn<'_>, item_id: &str) -> Result<Vec<PauseRow>> {
    conn.all(STANDING, args![item_id]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<PauseRow> {
    Ok(PauseRow {
        id: r.get("id")?,
        assignment_id: r.get("assignment_id")?,
        waits_for: r.word("waits_for")?,
        whom: r.get("whom")?,
        reason: r.get("reason")?,
        from_on: r.get("from_on")?,
        to_on: r.get("to_on")?,
        due_before: r.get("due_before")?,
        due_after: r.get("due_after")?,
        at: r.get("at")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
    })
}

statements! {
    ADD = "INSERT INTO task_pause (id, assignment_id, waits_for, whom, reason, from_on, due_before, at, by_user, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    STAND = "UPDATE assignment SET paused_on = $2, paused_for = $3 WHERE id = $1";
    END = "UPDATE task_pause SET to_on = $2, due_after = $3 WHERE assignment_id = $1 AND to_on IS NULL";
    OF = "SELECT * FROM task_pause WHERE assignment_id = $1 ORDER BY at, id";
    STANDING = "SELECT p.* FROM task_pause p JOIN assignment a ON a.id = p.assignment_id WHERE a.item_id = $1 AND p.to_on IS NULL ORDER BY p.at, p.id";
}
