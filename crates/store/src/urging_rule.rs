//! Rules of urging of each unit, what the program drafted by them, and the open tasks that they look at.

use caunoi_domain::followup::urging_rule::{Policy, UrgingMode, UrgingRule, untold};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// A reminder that the program drafted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit whose rule it follows.
    pub unit_id: String,
    /// The rule.
    pub rule: UrgingRule,
    /// Who sends it.
    pub mode: UrgingMode,
    /// `assignment` or `duty`.
    pub subject_kind: String,
    /// Its id.
    pub subject_id: String,
    /// Page of the matter.
    pub path: String,
    /// Label of the post or body that is reminded.
    pub receiver: String,
    /// ISO day of the matter.
    pub due_on: String,
    /// What it says.
    pub text: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
}

/// An open task that has a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTask {
    /// Its id.
    pub id: String,
    /// Public id.
    pub public_id: i64,
    /// ISO day.
    pub due_on: String,
    /// Name of the lead body.
    pub body_name: String,
    /// ISO day of the last urging.
    pub urged_on: Option<String>,
    /// ISO day on which it last went to the superior post.
    pub escalated_on: Option<String>,
}

/// The rules of a unit, one for each name; what it never set is off.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Policy>> {
    let mut set = Vec::new();
    for r in conn.all(OF, args![unit_id]).await? {
        set.push(policy(&r)?);
    }
    // The last of a name holds.
    Ok(UrgingRule::ALL.iter().map(|rule| set.iter().rfind(|p| p.rule == *rule).copied().unwrap_or(untold(*rule))).collect())
}

/// Units that set any rule.
///
/// # Errors
/// The engine's words.
pub async fn units(conn: &mut Conn<'_>) -> Result<Vec<String>> {
    conn.all(UNITS, args![]).await?.iter().map(|r| r.get("unit_id")).collect()
}

/// Sets a rule of a unit; what was set before stays in the book.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, id: &str, unit_id: &str, p: &Policy, at: i64, by: (&str, &str)) -> Result<()> {
    let days = (p.before.map(i64::from), i64::from(p.after), i64::from(p.again));
    tx.exec(PUT, args![id, unit_id, p.rule.code(), p.mode.code(), days.0, days.1, days.2, at, by.0, by.1]).await?;
    Ok(())
}

/// Open tasks of a unit that are due up to an ISO day and whose clock runs.
///
/// # Errors
/// The engine's words.
pub async fn open_tasks(conn: &mut Conn<'_>, unit_id: &str, until: &str, limit: i64) -> Result<Vec<OpenTask>> {
    conn.all(OPEN_TASKS, args![unit_id, until, limit])
        .await?
        .iter()
        .map(|r| {
            Ok(OpenTask {
                id: r.get("id")?,
                public_id: r.get("public_id")?,
                due_on: r.get("due_on")?,
                body_name: r.get("body_name")?,
                urged_on: r.get("urged_on")?,
                escalated_on: r.get("escalated_on")?,
            })
        })
        .collect()
}

/// The last ISO days on which a matter was urged, and on which it went to the superior post.
///
/// # Errors
/// The engine's words.
pub async fn last(conn: &mut Conn<'_>, subject_kind: &str, subject_id: &str) -> Result<(Option<String>, Option<String>)> {
    let r = conn.one(LAST, args![subject_kind, subject_id], "last urging").await?;
    Ok((r.get("urged_on")?, r.get("escalated_on")?))
}

/// Keeps a draft. Answers false where that matter has one of that day, or one that waits.
///
/// # Errors
/// The engine's words.
pub async fn draft(tx: &mut Tx<'_>, d: &DraftRow, state: &str) -> Result<bool> {
    if tx.maybe(WAITS, args![&d.subject_kind, &d.subject_id, &d.on_day]).await?.is_some() {
        return Ok(false);
    }
    tx.exec(
        DRAFT,
        args![
            &d.id,
            &d.unit_id,
            d.rule.code(),
            d.mode.code(),
            &d.subject_kind,
            &d.subject_id,
            &d.path,
            &d.receiver,
            &d.due_on,
            &d.text,
            state,
            d.at,
            &d.on_day
        ],
    )
    .await?;
    Ok(true)
}

/// Drafts of a unit that wait, the first due first.
///
/// # Errors
/// The engine's words.
pub async fn waiting(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<DraftRow>> {
    conn.all(WAITING, args![unit_id]).await?.iter().map(read).collect()
}

/// A draft that waits.
///
/// # Errors
/// The engine's words.
pub async fn find_waiting(conn: &mut Conn<'_>, id: &str) -> Result<Option<DraftRow>> {
    conn.maybe(FIND_WAITING, args![id]).await?.as_ref().map(read).transpose()
}

/// Ends a draft.
///
/// # Errors
/// The engine's words.
pub async fn end(tx: &mut Tx<'_>, id: &str, state: &str, at: i64, label: &str) -> Result<()> {
    tx.exec(END, args![id, state, at, label]).await?;
    Ok(())
}

/// What was sent by rule, the newest first: the draft, the ISO day, who sent it.
///
/// # Errors
/// The engine's words.
pub async fn sent(conn: &mut Conn<'_>, unit_id: &str, limit: i64) -> Result<Vec<(DraftRow, String)>> {
    conn.all(SENT, args![unit_id, limit]).await?.iter().map(|r| Ok((read(r)?, r.get("done_label")?))).collect()
}

fn policy(r: &Row) -> Result<Policy> {
    let days = |n: i64| u32::try_from(n).unwrap_or(1);
    Ok(Policy {
        rule: r.word("rule")?,
        mode: r.word("mode")?,
        before: r.get::<Option<i64>>("before_days")?.map(days),
        after: days(r.get("after_days")?),
        again: days(r.get("again_days")?),
    })
}

fn read(r: &Row) -> Result<DraftRow> {
    Ok(DraftRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        rule: r.word("rule")?,
        mode: r.word("mode")?,
        subject_kind: r.get("subject_kind")?,
        subject_id: r.get("subject_id")?,
        path: r.get("path")?,
        receiver: r.get("receiver")?,
        due_on: r.get("due_on")?,
        text: r.get("text")?,
        at: r.get("at")?,
        on_day: r.get("on_day")?,
    })
}

statements! {
    OF = "SELECT rule, mode, before_days, after_days, again_days FROM urging_rule WHERE unit_id = $1 ORDER BY at, id";
    UNITS = "SELECT DISTINCT unit_id FROM urging_rule ORDER BY unit_id";
    PUT = "INSERT INTO urging_rule (id, unit_id, rule, mode, before_days, after_days, again_days, at, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    OPEN_TASKS = "SELECT a.id, a.public_id, a.due_on, b.name AS body_name, \
                  (SELECT max(u.on_day) FROM urging u WHERE u.subject_kind = 'assignment' AND u.subject_id = a.id) AS urged_on, \
                  (SELECT max(d.on_day) FROM urging_draft d WHERE d.subject_kind = 'assignment' AND d.subject_id = a.id AND d.rule = 'escalation' AND d.state = 'sent') AS escalated_on \
                  FROM assignment a JOIN body b ON b.id = a.body_id \
                  WHERE a.unit_id = $1 AND a.state IN ('assigned', 'in_progress') AND a.paused_on = '' AND a.due_on <= $2 ORDER BY a.due_on, a.id LIMIT $3";
    LAST = "SELECT (SELECT max(u.on_day) FROM urging u WHERE u.subject_kind = $1 AND u.subject_id = $2) AS urged_on, \
            (SELECT max(d.on_day) FROM urging_draft d WHERE d.subject_kind = $1 AND d.subject_id = $2 AND d.rule = 'escalation' AND d.state = 'sent') AS escalated_on";
    WAITS = "SELECT id FROM urging_draft WHERE subject_kind = $1 AND subject_id = $2 AND (state = 'waiting' OR on_day = $3) LIMIT 1";
    DRAFT = "INSERT INTO urging_draft (id, unit_id, rule, mode, subject_kind, subject_id, path, receiver, due_on, text, state, at, on_day) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    WAITING = "SELECT id, unit_id, rule, mode, subject_kind, subject_id, path, receiver, due_on, text, at, on_day FROM urging_draft WHERE unit_id = $1 AND state = 'waiting' ORDER BY due_on, id LIMIT 200";
    FIND_WAITING = "SELECT id, unit_id, rule, mode, subject_kind, subject_id, path, receiver, due_on, text, at, on_day FROM urging_draft WHERE id = $1 AND state = 'waiting'";
    END = "UPDATE urging_draft SET state = $2, done_at = $3, done_label = $4 WHERE id = $1 AND state = 'waiting'";
    SENT = "SELECT id, unit_id, rule, mode, subject_kind, subject_id, path, receiver, due_on, text, at, on_day, done_label FROM urging_draft \
            WHERE unit_id = $1 AND state = 'sent' ORDER BY on_day DESC, id DESC LIMIT $2";
}
