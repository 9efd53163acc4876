//! What came up from below to a unit, and what a unit sent up: lists by due day, the answered ones by the day of answer.

use caunoi_domain::followup::{EscalationMode, EscalationState};

use crate::{
    args,
    db::{Conn, Row},
    error::{Result, StoreError},
    look::Look,
    statements,
};

/// Which side of the way up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The inbox of the superior unit
    Inbox,
    /// What the unit itself sent up
    Sent,
}

/// A matter sent up, in a list.
#[derive(Clone, Debug)]
pub struct SentLine {
    /// Id: the key of the page after it.
    pub id: String,
    /// Public id.
    pub public_id: i64,
    /// What is asked.
    pub text: String,
    /// The unit that sent it.
    pub from_name: String,
    /// To whom.
    pub to_body: String,
    /// How.
    pub mode: EscalationMode,
    /// State.
    pub state: EscalationState,
    /// ISO day.
    pub sent_on: String,
    /// ISO day; empty where none was asked.
    pub due_on: String,
    /// ISO day; empty while it is open.
    pub answered_on: String,
    /// The commune still has to tell the person.
    pub to_tell: bool,
}

/// How many there are on a side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SentCounts {
    /// Not answered.
    pub open: i64,
    /// Not answered and past the day that was asked.
    pub overdue: i64,
    /// Answered.
    pub answered: i64,
}

/// Matters that are not answered, by due day, after the key (due day, id) of the page before.
///
/// # Errors
/// The engine's words.
pub async fn open(conn: &mut Conn<'_>, unit_id: &str, side: Side, after: (&str, &str), limit: i64) -> Result<Vec<SentLine>> {
    open_look(unit_id, side, after, limit).alone(conn).await
}

/// As [`open`], to be asked for with other nouns.
#[must_use]
pub fn open_look(unit_id: &str, side: Side, after: (&str, &str), limit: i64) -> Look<Vec<SentLine>> {
    let sql = if side == Side::Inbox { INBOX_OPEN } else { SENT_OPEN };
    Look::each(sql, args![unit_id, after.0, after.1, limit], read)
}

/// Matters that are answered, the last first, before the key (day, id) of the page before; `None` for the first page.
///
/// # Errors
/// The engine's words.
pub async fn answered(conn: &mut Conn<'_>, unit_id: &str, side: Side, before: Option<(&str, &str)>, limit: i64) -> Result<Vec<SentLine>> {
    answered_look(unit_id, side, before, limit).alone(conn).await
}

/// As [`answered`], to be asked for with other nouns.
#[must_use]
pub fn answered_look(unit_id: &str, side: Side, before: Option<(&str, &str)>, limit: i64) -> Look<Vec<SentLine>> {
    let (day, id) = before.unwrap_or(("9999-12-31", ""));
    let sql = if side == Side::Inbox { INBOX_ANSWERED } else { SENT_ANSWERED };
    Look::each(sql, args![unit_id, day, id, limit], read)
}

/// How many there are on a side, seen on that ISO day.
#[must_use]
pub fn counts_look(unit_id: &str, side: Side, today: &str) -> Look<SentCounts> {
    let sql = if side == Side::Inbox { INBOX_COUNTS } else { SENT_COUNTS };
    Look::new(sql, args![unit_id, today], |rows| {
        let row = rows.first().ok_or(StoreError::Missing("escalations"))?;
        Ok(SentCounts { open: row.get("open")?, overdue: row.get("overdue")?, answered: row.get("answered")? })
    })
}

fn read(r: &Row) -> Result<SentLine> {
    Ok(SentLine {
        id: r.get("id")?,
        public_id: r.get("public_id")?,
        text: r.get("text")?,
        from_name: r.get("from_name")?,
        to_body: r.get("to_body")?,
        mode: r.word("mode")?,
        state: r.word("state")?,
        sent_on: r.get("sent_on")?,
        due_on: r.get::<Option<String>>("due_on")?.unwrap_or_default(),
        answered_on: r.get::<Option<String>>("answered_on")?.unwrap_or_default(),
        to_tell: r.get::<String>("standing")? == "superior_answered",
    })
}

macro_rules! list {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, e.public_id, e.text, u.name AS from_name, e.to_body, e.mode, e.state, e.sent_on, e.due_on, e.answered_on, i.standing \
             FROM escalation e JOIN unit u ON u.id = e.from_unit_id JOIN item i ON i.id = e.item_id WHERE ",
            $rest
        )
    };
}
macro_rules! counted {
    ($rest:literal) => {
        concat!(
            "SELECT CAST(coalesce(sum(CASE WHEN e.state <> 'answered' THEN 1 ELSE 0 END), 0) AS BIGINT) AS open, \
             CAST(coalesce(sum(CASE WHEN e.state <> 'answered' AND e.due_on < $2 THEN 1 ELSE 0 END), 0) AS BIGINT) AS overdue, \
             CAST(coalesce(sum(CASE WHEN e.state = 'answered' THEN 1 ELSE 0 END), 0) AS BIGINT) AS answered FROM escalation e WHERE ",
            $rest
        )
    };
}

statements! {
    INBOX_OPEN = list!("e.to_unit_id = $1 AND e.state <> 'answered' AND (e.due_on, e.id) > ($2, $3) ORDER BY e.due_on, e.id LIMIT $4");
    SENT_OPEN = list!("e.from_unit_id = $1 AND e.state <> 'answered' AND (e.due_on, e.id) > ($2, $3) ORDER BY e.due_on, e.id LIMIT $4");
    INBOX_ANSWERED = list!("e.to_unit_id = $1 AND e.state = 'answered' AND (e.answered_on, e.id) < ($2, $3) ORDER BY e.answered_on DESC, e.id DESC LIMIT $4");
    SENT_ANSWERED = list!("e.from_unit_id = $1 AND e.state = 'answered' AND (e.answered_on, e.id) < ($2, $3) ORDER BY e.answered_on DESC, e.id DESC LIMIT $4");
    INBOX_COUNTS = counted!("e.to_unit_id = $1");
    SENT_COUNTS = counted!("e.from_unit_id = $1");
}
