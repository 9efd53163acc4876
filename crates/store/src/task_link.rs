//! The signed link of a task (P8). The rows hold the token's hash; the token itself is shown once, to whoever made it.

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The task.
    pub assignment_id: String,
    /// The body whose link it is.
    pub body_id: String,
    /// Its name; read only.
    pub body_name: String,
    /// Its unit; read only.
    pub unit_id: String,
    /// Last ISO day on which it opens.
    pub until_on: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Label of who made it.
    pub by_label: String,
    /// When it was taken back, epoch microseconds.
    pub revoked_at: Option<i64>,
}

/// Adds a link.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, l: &LinkRow, token_hash: [u8; 32], by_user: &str) -> Result<()> {
    tx.exec(ADD, args![&l.id, &l.assignment_id, &l.body_id, token_hash, &l.until_on, l.at, &l.on_day, by_user, &l.by_label]).await?;
    Ok(())
}

/// The link of that token, where it opens on that ISO day and still belongs to the body that leads the task.
///
/// # Errors
/// The engine's words.
pub async fn open(conn: &mut Conn<'_>, token_hash: [u8; 32], today: &str) -> Result<Option<LinkRow>> {
    conn.maybe(OPEN, args![token_hash, today]).await?.as_ref().map(read).transpose()
}

/// The links of a task, in order.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, assignment_id: &str) -> Result<Vec<LinkRow>> {
    conn.all(OF, args![assignment_id]).await?.iter().map(read).collect()
}

/// Takes back every link of a task.
///
/// # Errors
/// The engine's words.
pub async fn revoke(tx: &mut Tx<'_>, assignment_id: &str, at: i64) -> Result<u64> {
    tx.exec(REVOKE, args![assignment_id, at]).await
}

fn read(r: &Row) -> Result<LinkRow> {
    Ok(LinkRow {
        id: r.get("id")?,
        assignment_id: r.get("assignment_id")?,
        body_id: r.get("body_id")?,
        body_name: r.get("body_name")?,
        unit_id: r.get("unit_id")?,
        until_on: r.get("until_on")?,
        at: r.get("at")?,
        on_day: r.get("on_day")?,
        by_label: r.get("by_label")?,
        revoked_at: r.get("revoked_at")?,
    })
}

statements! {
    ADD = "INSERT INTO task_link (id, assignment_id, body_id, token_hash, until_on, at, on_day, by_user, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    OPEN = "SELECT l.*, b.name AS body_name, b.unit_id FROM task_link l JOIN body b ON b.id = l.body_id \
            JOIN assignment a ON a.id = l.assignment_id AND a.body_id = l.body_id AND a.state <> 'cancelled' \
            WHERE l.token_hash = $1 AND l.until_on >= $2 AND l.revoked_at IS NULL";
    OF = "SELECT l.*, b.name AS body_name, b.unit_id FROM task_link l JOIN body b ON b.id = l.body_id WHERE l.assignment_id = $1 ORDER BY l.at, l.id";
    REVOKE = "UPDATE task_link SET revoked_at = $2 WHERE assignment_id = $1 AND revoked_at IS NULL";
}
