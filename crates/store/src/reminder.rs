//! Văn bản nhắc việc: what a body is reminded of, the matters that a reminder is drafted for, and what was sent.

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
    urging::Urged,
};

/// A reminder that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// The body that is reminded.
    pub body_id: String,
    /// What it says.
    pub text: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body that sent it.
    pub by_label: String,
}

/// A reminder in a list, with its receiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The reminder.
    pub row: ReminderRow,
    /// The body's name.
    pub body_name: String,
    /// How many matters it is about.
    pub matters: i64,
}

/// An open matter of a body that has a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenMatter {
    /// A task, or an answer to prepare.
    pub kind: Urged,
    /// Its id.
    pub id: String,
    /// Public id of the task; of the dialogue for an answer.
    pub public_id: i64,
    /// What it is about.
    pub title: String,
    /// ISO day.
    pub due_on: String,
    /// The body.
    pub body_id: String,
    /// Its name.
    pub body_name: String,
    /// ISO day of the last urging.
    pub urged_on: Option<String>,
}

/// Keeps a reminder with the urgings of its matters, in their order.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, r: &ReminderRow, urgings: &[String]) -> Result<()> {
    tx.exec(ADD, args![&r.id, &r.unit_id, r.public_id, &r.body_id, &r.text, r.at, &r.on_day, &r.by_user, &r.by_label]).await?;
    for (seq, urging) in (1_i64..).zip(urgings) {
        tx.exec(ADD_MATTER, args![&r.id, seq, urging]).await?;
    }
    Ok(())
}

/// Open matters of a unit's bodies that are due up to that ISO day and whose clock runs, body by body, the first due
/// first.
///
/// # Errors
/// The engine's words.
pub async fn open(conn: &mut Conn<'_>, unit_id: &str, until: &str, limit: i64) -> Result<Vec<OpenMatter>> {
    conn.all(OPEN, args![unit_id, until, limit]).await?.iter().map(matter).collect()
}

/// What was sent by a unit on an ISO day, in order.
///
/// # Errors
/// The engine's words.
pub async fn of_day(conn: &mut Conn<'_>, unit_id: &str, on_day: &str) -> Result<Vec<Sent>> {
    conn.all(OF_DAY, args![unit_id, on_day]).await?.iter().map(sent).collect()
}

/// The reminder of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<Sent>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(sent).transpose()
}

/// The matters of a reminder with their days as they are today, in its order.
///
/// # Errors
/// The engine's words.
pub async fn matters(conn: &mut Conn<'_>, reminder_id: &str) -> Result<Vec<OpenMatter>> {
    conn.all(MATTERS, args![reminder_id]).await?.iter().map(matter).collect()
}

fn matter(r: &Row) -> Result<OpenMatter> {
    let kind: String = r.get("kind")?;
    Ok(OpenMatter {
        kind: if kind == Urged::PreparedAnswer.code() { Urged::PreparedAnswer } else { Urged::Assignment },
        id: r.get("id")?,
        public_id: r.get("public_id")?,
        title: r.get("title")?,
        due_on: r.get::<Option<String>>("due_on")?.unwrap_or_default(),
        body_id: r.get("body_id")?,
        body_name: r.get("body_name")?,
        urged_on: r.get("urged_on")?,
    })
}

fn sent(r: &Row) -> Result<Sent> {
    Ok(Sent {
        row: ReminderRow {
            id: r.get("id")?,
            unit_id: r.get("unit_id")?,
            public_id: r.get("public_id")?,
            body_id: r.get("body_id")?,
            text: r.get("text")?,
            at: r.get("at")?,
            on_day: r.get("on_day")?,
            by_user: r.get("by_user")?,
            by_label: r.get("by_label")?,
        },
        body_name: r.get("body_name")?,
        matters: r.get("matters")?,
    })
}

statements! {
    ADD = "INSERT INTO reminder (id, unit_id, public_id, body_id, text, at, on_day, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ADD_MATTER = "INSERT INTO reminder_matter (reminder_id, seq, urging_id) VALUES ($1, $2, $3)";
    OPEN = "SELECT w.* FROM (SELECT 'assignment' AS kind, a.id, a.public_id, a.task AS title, a.due_on, a.body_id, b.name AS body_name, b.sort, \
            (SELECT max(u.on_day) FROM urging u WHERE u.subject_kind = 'assignment' AND u.subject_id = a.id) AS urged_on \
            FROM assignment a JOIN body b ON b.id = a.body_id \
            WHERE a.unit_id = $1 AND a.state IN ('assigned', 'in_progress') AND a.paused_on = '' AND a.due_on <= $2 \
            UNION ALL SELECT 'prepared_answer', x.id, d.public_id, t.title, x.due_on, x.body_id, b.name, b.sort, \
            (SELECT max(u.on_day) FROM urging u WHERE u.subject_kind = 'prepared_answer' AND u.subject_id = x.id) \
            FROM prepared_answer x JOIN topic t ON t.id = x.topic_id JOIN dialogue d ON d.id = t.dialogue_id JOIN body b ON b.id = x.body_id \
            WHERE d.unit_id = $1 AND d.stop = '' AND d.state IN ('draft', 'submitted', 'approved', 'announced') \
            AND t.state <> 'dropped' AND x.state IN ('asked', 'draft') AND x.due_on <= $2 \
            ) w ORDER BY w.sort, w.body_id, w.due_on, w.kind, w.id LIMIT $3";
    OF_DAY = "SELECT r.*, b.name AS body_name, (SELECT count(*) FROM reminder_matter m WHERE m.reminder_id = r.id) AS matters \
              FROM reminder r JOIN body b ON b.id = r.body_id WHERE r.unit_id = $1 AND r.on_day = $2 ORDER BY r.at, r.id";
    FIND_PUBLIC = "SELECT r.*, b.name AS body_name, (SELECT count(*) FROM reminder_matter m WHERE m.reminder_id = r.id) AS matters \
                   FROM reminder r JOIN body b ON b.id = r.body_id WHERE r.public_id = $1";
    MATTERS = "SELECT u.subject_kind AS kind, u.subject_id AS id, coalesce(a.public_id, d.public_id) AS public_id, coalesce(a.task, t.title) AS title, \
               coalesce(a.due_on, x.due_on) AS due_on, r.body_id, b.name AS body_name, u.on_day AS urged_on \
               FROM reminder_matter m JOIN reminder r ON r.id = m.reminder_id JOIN urging u ON u.id = m.urging_id JOIN body b ON b.id = r.body_id \
               LEFT JOIN assignment a ON u.subject_kind = 'assignment' AND a.id = u.subject_id \
               LEFT JOIN prepared_answer x ON u.subject_kind = 'prepared_answer' AND x.id = u.subject_id \
               LEFT JOIN topic t ON t.id = x.topic_id LEFT JOIN dialogue d ON d.id = t.dialogue_id \
               WHERE m.reminder_id = $1 ORDER BY m.seq";
}
