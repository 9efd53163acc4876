//! Việc khắc phục: remedial tasks of findings and what happened to each. No statement here touches a finding.

use caunoi_domain::regulation::remedial::{FindingSource, RemedialSide, RemedialState, RemedialStep};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// A remedial task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemedialRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The unit's id.
    pub unit_id: String,
    /// The responsible post.
    pub post_id: String,
    /// Where the finding came from.
    pub source: FindingSource,
    /// Code word of the finding's kind.
    pub finding_kind: String,
    /// Key of the finding.
    pub finding_key: String,
    /// Since which ISO day it stood as the task was opened.
    pub since_on: String,
    /// The year in whose ledger it stands.
    pub year: i64,
    /// What is to be done.
    pub task: String,
    /// ISO day.
    pub due_on: String,
    /// The ISO day that was asked for first.
    pub first_due_on: String,
    /// The paper that asks for it.
    pub basis: String,
    /// Where it stands.
    pub state: RemedialState,
    /// The ISO day on which it was done.
    pub done_on: Option<String>,
    /// What was done.
    pub result: String,
    /// Where the proof is.
    pub evidence: String,
    /// The ISO day on which it was opened.
    pub opened_on: String,
    /// Epoch microseconds.
    pub at: i64,
    /// The unit whose office opened it.
    pub by_unit: String,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body.
    pub by_label: String,
}

/// What happened to a remedial task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The task's id.
    pub remedial_id: String,
    /// What.
    pub kind: RemedialStep,
    /// In words.
    pub text: String,
    /// Its paper.
    pub paper: String,
    /// The ISO day that was granted.
    pub due_on: Option<String>,
    /// ISO day.
    pub on_day: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body.
    pub by_label: String,
    /// Who says it; none of what was said before sides were kept.
    pub side: Option<RemedialSide>,
}

/// A remedial task as a line of a list.
#[derive(Clone, Debug)]
pub struct RemedialLine {
    /// The task.
    pub row: RemedialRow,
    /// Name of the unit.
    pub unit: String,
    /// Code of the unit.
    pub code: String,
    /// Name of the responsible post.
    pub post: String,
}

/// Opens a task.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, r: &RemedialRow) -> Result<()> {
    let row = args![
        &r.id,
        &r.province_id,
        &r.unit_id,
        &r.post_id,
        r.source.code(),
        &r.finding_kind,
        &r.finding_key,
        &r.since_on,
        r.year,
        &r.task,
        &r.due_on,
        &r.first_due_on,
        &r.basis,
        r.state.code(),
        &r.opened_on,
        r.at,
        &r.by_unit,
        &r.by_user,
        &r.by_label
    ];
    tx.exec(ADD, row).await?;
    Ok(())
}

/// Adds what happened.
///
/// # Errors
/// The engine's words.
pub async fn add_step(tx: &mut Tx<'_>, s: &StepRow) -> Result<()> {
    let side = s.side.map(RemedialSide::code).unwrap_or_default();
    let row = args![&s.id, &s.remedial_id, s.kind.code(), &s.text, &s.paper, &s.due_on, &s.on_day, s.at, &s.by_user, &s.by_label, side];
    tx.exec(ADD_STEP, row).await?;
    Ok(())
}

/// Sets the day by which a task is due.
///
/// # Errors
/// The engine's words.
pub async fn put_due(tx: &mut Tx<'_>, id: &str, due_on: &str) -> Result<()> {
    tx.exec(PUT_DUE, args![id, due_on]).await?;
    Ok(())
}

/// Closes a task with what was done, or opens it again where nothing is given.
///
/// # Errors
/// The engine's words.
pub async fn settle(tx: &mut Tx<'_>, id: &str, done: Option<(&str, &str, &str)>) -> Result<()> {
    let state = if done.is_some() { RemedialState::Done } else { RemedialState::Open };
    let (result, evidence, on) = done.unwrap_or_default();
    tx.exec(SETTLE, args![id, state.code(), result, evidence, done.map(|_| on.to_owned())]).await?;
    Ok(())
}

/// The task of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<RemedialRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// The tasks of a unit's findings of a kind; of every kind where none is named. In the order in which they were opened.
///
/// # Errors
/// The engine's words.
pub async fn of_findings(conn: &mut Conn<'_>, unit_id: &str, kind: &str) -> Result<Vec<RemedialRow>> {
    conn.all(OF_FINDINGS, args![unit_id, kind]).await?.iter().map(read).collect()
}

/// True where a task of that finding is open.
///
/// # Errors
/// The engine's words.
pub async fn is_open(conn: &mut Conn<'_>, unit_id: &str, source: FindingSource, finding_key: &str) -> Result<bool> {
    Ok(conn.maybe(IS_OPEN, args![unit_id, source.code(), finding_key]).await?.is_some())
}

caunoi_domain::words! {
    /// Which tasks a list holds.
    Only {
        /// chưa xong
        Open = "open",
        /// chưa xong và quá hạn
        Late = "late",
        /// đã khắc phục
        Done = "done",
    }
}

/// How many tasks there are of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not done.
    pub open: i64,
    /// Of these, past their day.
    pub late: i64,
    /// Done.
    pub done: i64,
}

impl Counts {
    /// How many a list of these holds.
    #[must_use]
    pub const fn of(self, only: Only) -> i64 {
        match only {
            Only::Open => self.open,
            Only::Late => self.late,
            Only::Done => self.done,
        }
    }
}

/// The tasks of a unit as they stand on an ISO day, with those right below it where `below`, by their day; at most `limit`.
///
/// # Errors
/// The engine's words.
pub async fn list(conn: &mut Conn<'_>, (unit_id, below): (&str, bool), only: Only, on: &str, limit: i64) -> Result<Vec<RemedialLine>> {
    conn.all(LIST, args![unit_id, i64::from(below), only.code(), on, limit])
        .await?
        .iter()
        .map(|r| Ok(RemedialLine { row: read(r)?, unit: r.get("unit_name")?, code: r.get("unit_code")?, post: r.get("post_name")? }))
        .collect()
}

/// How many tasks of a unit there are on an ISO day, with those right below it where `below`.
///
/// # Errors
/// The engine's words.
pub async fn counts(conn: &mut Conn<'_>, (unit_id, below): (&str, bool), on: &str) -> Result<Counts> {
    let r = conn.one(COUNTS, args![unit_id, i64::from(below), on], "remedial").await?;
    Ok(Counts { open: r.get("open")?, late: r.get("late")?, done: r.get("done")? })
}

/// What happened to a task, in order.
///
/// # Errors
/// The engine's words.
pub async fn steps(conn: &mut Conn<'_>, id: &str) -> Result<Vec<StepRow>> {
    conn.all(STEPS, args![id])
        .await?
        .iter()
        .map(|r| {
            let side: String = r.get("side")?;
            Ok(StepRow {
                side: side.parse().ok(),
                id: r.get("id")?,
                remedial_id: r.get("remedial_id")?,
                kind: r.word("kind")?,
                text: r.get("text")?,
                paper: r.get("paper")?,
                due_on: r.get("due_on")?,
                on_day: r.get("on_day")?,
                at: r.get("at")?,
                by_user: r.get("by_user")?,
                by_label: r.get("by_label")?,
            })
        })
        .collect()
}

fn read(r: &Row) -> Result<RemedialRow> {
    Ok(RemedialRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        post_id: r.get("post_id")?,
        source: r.word("source")?,
        finding_kind: r.get("finding_kind")?,
        finding_key: r.get("finding_key")?,
        since_on: r.get("since_on")?,
        year: r.get("year")?,
        task: r.get("task")?,
        due_on: r.get("due_on")?,
        first_due_on: r.get("first_due_on")?,
        basis: r.get("basis")?,
        state: r.word("state")?,
        done_on: r.get("done_on")?,
        result: r.get("result")?,
        evidence: r.get("evidence")?,
        opened_on: r.get("opened_on")?,
        at: r.get("at")?,
        by_unit: r.get("by_unit")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
    })
}

macro_rules! columns {
    () => {
        "r.id, r.province_id, r.unit_id, r.post_id, r.source, r.finding_kind, r.finding_key, r.since_on, r.year, r.task, r.due_on, r.first_due_on, r.basis, r.state, \
         r.done_on, r.result, r.evidence, r.opened_on, r.at, r.by_unit, r.by_user, r.by_label"
    };
}

statements! {
    ADD = "INSERT INTO remedial (id, province_id, unit_id, post_id, source, finding_kind, finding_key, since_on, year, task, due_on, first_due_on, basis, state, \
           result, evidence, opened_on, at, by_unit, by_user, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '', '', $15, $16, $17, $18, $19)";
    ADD_STEP = "INSERT INTO remedial_step (id, remedial_id, kind, text, paper, due_on, on_day, at, by_user, by_label, side) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    PUT_DUE = "UPDATE remedial SET due_on = $2 WHERE id = $1";
    SETTLE = "UPDATE remedial SET state = $2, result = $3, evidence = $4, done_on = $5 WHERE id = $1";
    FIND = concat!("SELECT ", columns!(), " FROM remedial r WHERE r.id = $1");
    IS_OPEN = "SELECT r.id FROM remedial r WHERE r.unit_id = $1 AND r.source = $2 AND r.finding_key = $3 AND r.state = 'open' LIMIT 1";
    OF_FINDINGS = concat!("SELECT ", columns!(), " FROM remedial r WHERE r.unit_id = $1 AND ($2 = '' OR r.finding_kind = $2) ORDER BY r.at, r.id");
    LIST = concat!("SELECT ", columns!(), ", u.name AS unit_name, u.code AS unit_code, p.name AS post_name FROM remedial r JOIN unit u ON u.id = r.unit_id JOIN post p ON p.id = r.post_id \
            WHERE (u.id = $1 OR ($2 = 1 AND u.parent_id = $1)) \
            AND (($3 = 'open' AND r.state = 'open') OR ($3 = 'late' AND r.state = 'open' AND r.due_on < $4) OR ($3 = 'done' AND r.state = 'done')) \
            ORDER BY r.due_on, r.id LIMIT $5");
    COUNTS = "SELECT CAST(coalesce(sum(CASE WHEN r.state = 'open' THEN 1 ELSE 0 END), 0) AS BIGINT) AS open, \
              CAST(coalesce(sum(CASE WHEN r.state = 'open' AND r.due_on < $3 THEN 1 ELSE 0 END), 0) AS BIGINT) AS late, \
              CAST(coalesce(sum(CASE WHEN r.state = 'done' THEN 1 ELSE 0 END), 0) AS BIGINT) AS done \
              FROM remedial r JOIN unit u ON u.id = r.unit_id WHERE (u.id = $1 OR ($2 = 1 AND u.parent_id = $1))";
    STEPS = "SELECT id, remedial_id, kind, text, paper, due_on, on_day, at, by_user, by_label, side FROM remedial_step WHERE remedial_id = $1 ORDER BY at, id";
}
