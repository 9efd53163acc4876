//! Thời gian chờ theo cơ quan: open tasks by body with their age, and how long finished ones took. For staff only.

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    statements,
};

/// The open tasks of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenOf {
    /// The body.
    pub body_id: String,
    /// Its name.
    pub name: String,
    /// Open tasks.
    pub open: i64,
    /// Of them: past their day.
    pub overdue: i64,
    /// Of them: the clock stands still.
    pub paused: i64,
    /// When the oldest was assigned, epoch microseconds; absent where none is open.
    pub oldest_at: Option<i64>,
}

/// Bodies of a unit that have or had tasks, in Vietnamese order; one body where it is named.
///
/// # Errors
/// The engine's words.
pub async fn open(conn: &mut Conn<'_>, unit_id: &str, body_id: &str, today: &str) -> Result<Vec<OpenOf>> {
    let read = |r: &Row| {
        Ok(OpenOf {
            body_id: r.get("id")?,
            name: r.get("name")?,
            open: r.get("open")?,
            overdue: r.get("overdue")?,
            paused: r.get("paused")?,
            oldest_at: r.get("oldest_at")?,
        })
    };
    conn.all(OPEN, args![unit_id, body_id, today]).await?.iter().map(read).collect()
}

/// Finished tasks since an instant: the body, when assigned, when done.
///
/// # Errors
/// The engine's words.
pub async fn done(conn: &mut Conn<'_>, unit_id: &str, since: i64) -> Result<Vec<(String, i64, i64)>> {
    conn.all(DONE, args![unit_id, since]).await?.iter().map(|r| Ok((r.get("body_id")?, r.get("at")?, r.get("done_at")?))).collect()
}

statements! {
    OPEN = "SELECT b.id, b.name, \
            CAST(sum(CASE WHEN a.state IN ('assigned', 'in_progress') THEN 1 ELSE 0 END) AS BIGINT) AS open, \
            CAST(sum(CASE WHEN a.state IN ('assigned', 'in_progress') AND a.due_on < $3 AND a.paused_on = '' THEN 1 ELSE 0 END) AS BIGINT) AS overdue, \
            CAST(sum(CASE WHEN a.state IN ('assigned', 'in_progress') AND a.paused_on <> '' THEN 1 ELSE 0 END) AS BIGINT) AS paused, \
            min(CASE WHEN a.state IN ('assigned', 'in_progress') THEN a.at END) AS oldest_at \
            FROM assignment a JOIN body b ON b.id = a.body_id WHERE a.unit_id = $1 AND ($2 = '' OR b.id = $2) \
            GROUP BY b.id, b.name, b.sort ORDER BY b.sort, b.id";
    DONE = "SELECT body_id, at, done_at FROM assignment WHERE unit_id = $1 AND state = 'done' AND done_at >= $2";
}
