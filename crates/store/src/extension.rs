//! Gia hạn: a body asks for a later day, whoever may decides; the day that was set first stays.

use caunoi_domain::followup::delay::ExtensionState;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// An extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtensionRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The task.
    pub assignment_id: String,
    /// ISO day on which it was due when this was asked.
    pub from_due_on: String,
    /// ISO day that is asked for.
    pub asked_due_on: String,
    /// Why; the person reads it where it is approved.
    pub reason: String,
    /// State.
    pub state: ExtensionState,
    /// ISO day that was granted.
    pub granted_due_on: Option<String>,
    /// What the decision says.
    pub note: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day on which it was asked.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Label of the body that asks.
    pub by_label: String,
    /// Epoch microseconds of the decision.
    pub decided_at: Option<i64>,
    /// ISO day of the decision.
    pub decided_on: Option<String>,
    /// Account id of who decided.
    pub decided_by: String,
    /// Label of the post or body that decided.
    pub decided_label: String,
}

/// Adds an extension that is asked for.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, e: &ExtensionRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &e.id,
            &e.assignment_id,
            &e.from_due_on,
            &e.asked_due_on,
            &e.reason,
            e.state.code(),
            e.at,
            &e.on_day,
            &e.by_user,
            &e.by_label
        ],
    )
    .await?;
    Ok(())
}

/// Writes back the decision.
///
/// # Errors
/// The engine's words.
pub async fn decide(tx: &mut Tx<'_>, e: &ExtensionRow) -> Result<()> {
    tx.exec(DECIDE, args![&e.id, e.state.code(), &e.granted_due_on, &e.note, e.decided_at, &e.decided_on, &e.decided_by, &e.decided_label])
        .await?;
    Ok(())
}

/// What a task asked for and nobody has decided lapses: the task is done, or another body's.
///
/// # Errors
/// The engine's words.
pub async fn lapse(tx: &mut Tx<'_>, assignment_id: &str) -> Result<()> {
    tx.exec(LAPSE, args![assignment_id]).await?;
    Ok(())
}

/// The extensions of a task, in order.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, assignment_id: &str) -> Result<Vec<ExtensionRow>> {
    conn.all(OF, args![assignment_id]).await?.iter().map(read).collect()
}

/// The extensions that wait for a decision in a unit: the task's public id with it, the first asked first.
///
/// # Errors
/// The engine's words.
pub async fn asked(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<(i64, String, ExtensionRow)>> {
    conn.all(ASKED, args![unit_id]).await?.iter().map(|r| Ok((r.get("public_id")?, r.get("task")?, read(r)?))).collect()
}

fn read(r: &Row) -> Result<ExtensionRow> {
    Ok(ExtensionRow {
        id: r.get("id")?,
        assignment_id: r.get("assignment_id")?,
        from_due_on: r.get("from_due_on")?,
        asked_due_on: r.get("asked_due_on")?,
        reason: r.get("reason")?,
        state: r.word("state")?,
        granted_due_on: r.get("granted_due_on")?,
        note: r.get("note")?,
        at: r.get("at")?,
        on_day: r.get("on_day")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
        decided_at: r.get("decided_at")?,
        decided_on: r.get("decided_on")?,
        decided_by: r.get("decided_by")?,
        decided_label: r.get("decided_label")?,
    })
}

statements! {
    ADD = "INSERT INTO extension (id, assignment_id, from_due_on, asked_due_on, reason, state, note, at, on_day, by_user, by_label, decided_by, decided_label) \
           VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, $9, $10, '', '')";
    DECIDE = "UPDATE extension SET state = $2, granted_due_on = $3, note = $4, decided_at = $5, decided_on = $6, decided_by = $7, decided_label = $8 \
              WHERE id = $1";
    LAPSE = "UPDATE extension SET state = 'lapsed' WHERE assignment_id = $1 AND state = 'asked'";
    OF = "SELECT * FROM extension WHERE assignment_id = $1 ORDER BY at, id";
    ASKED = "SELECT e.*, a.public_id, a.task FROM extension e JOIN assignment a ON a.id = e.assignment_id \
             WHERE a.unit_id = $1 AND e.state = 'asked' ORDER BY e.at, e.id LIMIT 100";
}
