//! Chuyển nhiệm vụ: a task goes to another body, with sender, receiver, day and reason (S3.6).

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// A transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransferRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The task.
    pub assignment_id: String,
    /// The body that had it.
    pub from_body_id: String,
    /// Its name; read only.
    pub from: String,
    /// The body that has it now.
    pub to_body_id: String,
    /// Its name; read only.
    pub to: String,
    /// Why.
    pub reason: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body that decided it.
    pub by_label: String,
}

/// Gives the task to the receiver, who no longer co-operates beside itself, and records the transfer.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, t: &TransferRow) -> Result<()> {
    tx.exec(ADD, args![&t.id, &t.assignment_id, &t.from_body_id, &t.to_body_id, &t.reason, t.at, &t.on_day, &t.by_user, &t.by_label])
        .await?;
    tx.exec(GIVE, args![&t.assignment_id, &t.to_body_id]).await?;
    tx.exec(NO_PARTNER, args![&t.assignment_id, &t.to_body_id]).await?;
    Ok(())
}

/// The transfers of a task, in order.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, assignment_id: &str) -> Result<Vec<TransferRow>> {
    conn.all(OF, args![assignment_id])
        .await?
        .iter()
        .map(|r| {
            Ok(TransferRow {
                id: r.get("id")?,
                assignment_id: r.get("assignment_id")?,
                from_body_id: r.get("from_body_id")?,
                from: r.get("from_name")?,
                to_body_id: r.get("to_body_id")?,
                to: r.get("to_name")?,
                reason: r.get("reason")?,
                at: r.get("at")?,
                on_day: r.get("on_day")?,
                by_user: r.get("by_user")?,
                by_label: r.get("by_label")?,
            })
        })
        .collect()
}

statements! {
    ADD = "INSERT INTO task_transfer (id, assignment_id, from_body_id, to_body_id, reason, at, on_day, by_user, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    GIVE = "UPDATE assignment SET body_id = $2 WHERE id = $1";
    NO_PARTNER = "DELETE FROM assignment_partner WHERE assignment_id = $1 AND body_id = $2";
    OF = "SELECT t.*, f.name AS from_name, g.name AS to_name FROM task_transfer t JOIN body f ON f.id = t.from_body_id \
          JOIN body g ON g.id = t.to_body_id WHERE t.assignment_id = $1 ORDER BY t.at, t.id";
}
