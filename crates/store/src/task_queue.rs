//! The list of tasks of a unit or of one of its bodies, by due day, and how many there are.

use caunoi_domain::followup::AssignmentState;

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    statements,
};

/// Whose tasks.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'a> {
    /// The unit's id.
    pub unit_id: &'a str,
    /// The body that leads or co-operates; empty for the whole unit.
    pub body_id: &'a str,
}

/// A task in a list.
#[derive(Clone, Debug)]
pub struct TaskLine {
    /// Id: the key of the page after it.
    pub id: String,
    /// Public id.
    pub public_id: i64,
    /// What is to be done.
    pub task: String,
    /// The lead body's name.
    pub body_name: String,
    /// ISO day.
    pub due_on: String,
    /// ISO day, once done.
    pub done_on: String,
    /// State.
    pub state: AssignmentState,
    /// It is a part of another task.
    pub part: bool,
    /// ISO day of the last urging.
    pub urged_on: Option<String>,
    /// Whom it waits for while its clock stands still; empty where it runs.
    pub paused_for: String,
    /// ISO day since which its clock stands still; empty where it runs.
    pub paused_on: String,
}

/// How many tasks there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskCounts {
    /// Open.
    pub open: i64,
    /// Open and past their day.
    pub overdue: i64,
    /// Open and due within the days asked.
    pub soon: i64,
    /// Done.
    pub done: i64,
}

/// Open tasks due from one ISO day to another (those whose clock stands still only in the list without end), after the key (due day, id) of the page before.
///
/// # Errors
/// The engine's words.
pub async fn open(conn: &mut Conn<'_>, whose: Whose<'_>, due: (&str, &str), after: (&str, &str), limit: i64) -> Result<Vec<TaskLine>> {
    conn.all(OPEN, args![whose.unit_id, whose.body_id, due.0, due.1, after.0, after.1, limit]).await?.iter().map(read).collect()
}

/// Done tasks, the last done first, before the key (day, id) of the page before; `None` for the first page.
///
/// # Errors
/// The engine's words.
pub async fn done(conn: &mut Conn<'_>, whose: Whose<'_>, before: Option<(&str, &str)>, limit: i64) -> Result<Vec<TaskLine>> {
    let (day, id) = before.unwrap_or(("9999-12-31", ""));
    conn.all(DONE, args![whose.unit_id, whose.body_id, day, id, limit]).await?.iter().map(read).collect()
}

/// How many tasks there are on that ISO day; `soon` is the last day that counts as due soon.
///
/// # Errors
/// The engine's words.
pub async fn counts(conn: &mut Conn<'_>, whose: Whose<'_>, today: &str, soon: &str) -> Result<TaskCounts> {
    let row = conn.one(COUNTS, args![whose.unit_id, whose.body_id, today, soon], "tasks").await?;
    Ok(TaskCounts { open: row.get("open")?, overdue: row.get("overdue")?, soon: row.get("soon")?, done: row.get("done")? })
}

fn read(r: &Row) -> Result<TaskLine> {
    Ok(TaskLine {
        id: r.get("id")?,
        public_id: r.get("public_id")?,
        task: r.get("task")?,
        body_name: r.get("body_name")?,
        due_on: r.get("due_on")?,
        done_on: r.get::<Option<String>>("done_on")?.unwrap_or_default(),
        state: r.word("state")?,
        part: r.get::<Option<String>>("parent_id")?.is_some(),
        urged_on: r.get("urged_on")?,
        paused_for: r.get("paused_for")?,
        paused_on: r.get("paused_on")?,
    })
}

statements! {
    OPEN = "SELECT a.id, a.public_id, a.task, b.name AS body_name, a.due_on, a.done_on, a.state, a.parent_id, a.paused_for, a.paused_on, \
            (SELECT max(u.on_day) FROM urging u WHERE u.subject_kind = 'assignment' AND u.subject_id = a.id) AS urged_on \
            FROM assignment a JOIN body b ON b.id = a.body_id WHERE a.unit_id = $1 AND a.state IN ('assigned', 'in_progress') \
            AND ($2 = '' OR a.body_id = $2 OR a.id IN (SELECT p.assignment_id FROM assignment_partner p WHERE p.body_id = $2)) \
            AND a.due_on >= $3 AND a.due_on <= $4 AND (a.paused_on = '' OR $4 = '9999-12-31') AND (a.due_on, a.id) > ($5, $6) ORDER BY a.due_on, a.id LIMIT $7";
    DONE = "SELECT a.id, a.public_id, a.task, b.name AS body_name, a.due_on, a.done_on, a.state, a.parent_id, a.paused_for, a.paused_on, \
            (SELECT max(u.on_day) FROM urging u WHERE u.subject_kind = 'assignment' AND u.subject_id = a.id) AS urged_on \
            FROM assignment a JOIN body b ON b.id = a.body_id WHERE a.unit_id = $1 AND a.state = 'done' \
            AND ($2 = '' OR a.body_id = $2 OR a.id IN (SELECT p.assignment_id FROM assignment_partner p WHERE p.body_id = $2)) \
            AND (a.done_on, a.id) < ($3, $4) ORDER BY a.done_on DESC, a.id DESC LIMIT $5";
    COUNTS = "SELECT \
              CAST(coalesce(sum(CASE WHEN a.state IN ('assigned', 'in_progress') THEN 1 ELSE 0 END), 0) AS BIGINT) AS open, \
              CAST(coalesce(sum(CASE WHEN a.state IN ('assigned', 'in_progress') AND a.due_on < $3 AND a.paused_on = '' THEN 1 ELSE 0 END), 0) AS BIGINT) AS overdue, \
              CAST(coalesce(sum(CASE WHEN a.state IN ('assigned', 'in_progress') AND a.due_on >= $3 AND a.due_on <= $4 AND a.paused_on = '' THEN 1 ELSE 0 END), 0) AS BIGINT) AS soon, \
              CAST(coalesce(sum(CASE WHEN a.state = 'done' THEN 1 ELSE 0 END), 0) AS BIGINT) AS done \
              FROM assignment a WHERE a.unit_id = $1 \
              AND ($2 = '' OR a.body_id = $2 OR a.id IN (SELECT p.assignment_id FROM assignment_partner p WHERE p.body_id = $2))";
}
