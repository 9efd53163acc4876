//! Tiến độ: what a body reports on its task, with evidence.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    file::FileRow,
    statements,
};

/// A report of progress.
#[derive(Clone, Debug)]
pub struct ProgressRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The task.
    pub assignment_id: String,
    /// What was done.
    pub text: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Label of the body.
    pub by_label: String,
}

/// Adds a report.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, p: &ProgressRow) -> Result<()> {
    tx.exec(ADD, args![&p.id, &p.assignment_id, &p.text, p.at, &p.on_day, &p.by_user, &p.by_label]).await?;
    Ok(())
}

/// The reports on a task, in order.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, assignment_id: &str) -> Result<Vec<ProgressRow>> {
    conn.all(OF, args![assignment_id])
        .await?
        .iter()
        .map(|r| {
            Ok(ProgressRow {
                id: r.get("id")?,
                assignment_id: r.get("assignment_id")?,
                text: r.get("text")?,
                at: r.get("at")?,
                on_day: r.get("on_day")?,
                by_user: r.get("by_user")?,
                by_label: r.get("by_label")?,
            })
        })
        .collect()
}

/// The evidence of a task: files of its reports and of its result.
///
/// # Errors
/// The engine's words.
pub async fn evidence(conn: &mut Conn<'_>, assignment_id: &str) -> Result<Vec<FileRow>> {
    conn.all(EVIDENCE, args![assignment_id]).await?.iter().map(crate::file::read).collect()
}

statements! {
    ADD = "INSERT INTO progress (id, assignment_id, text, at, on_day, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    OF = "SELECT id, assignment_id, text, at, on_day, by_user, by_label FROM progress WHERE assignment_id = $1 ORDER BY at, id";
    EVIDENCE = "SELECT f.* FROM file f WHERE f.subject_kind = 'assignment' AND f.subject_id = $1 \
                UNION ALL SELECT f.* FROM progress p CROSS JOIN file f WHERE p.assignment_id = $1 AND f.subject_kind = 'progress' AND f.subject_id = p.id ORDER BY at, id";
}
