//! The duties of each unit as they were last reckoned: what a superior's table counts without reckoning every unit anew.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// A duty as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptDuty {
    /// Its stable id.
    pub duty_id: String,
    /// The post.
    pub post_id: String,
    /// Code word of the clause's kind.
    pub kind: String,
    /// The document's id.
    pub document_id: String,
    /// Place of the clause in it.
    pub clause: i64,
    /// ISO day.
    pub due_on: String,
    /// ISO day of the deed.
    pub done_on: Option<String>,
    /// `waived`, `not_applicable`, or empty.
    pub settled: String,
}

/// A finding as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFinding {
    /// The post.
    pub post_id: String,
    /// Code word of its kind.
    pub kind: String,
    /// The first ISO day on which it stands.
    pub since_on: String,
    /// The duty that it follows from.
    pub duty_id: Option<String>,
    /// Code word of the kind of the fact that it rests on.
    pub evidence_kind: String,
    /// That fact's id.
    pub evidence_id: String,
}

/// How many duties of one kind of one unit are in each state on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The unit's id.
    pub unit_id: String,
    /// Its name.
    pub name: String,
    /// Its code.
    pub code: String,
    /// Code word of the clause's kind; empty for a unit that owes nothing.
    pub kind: String,
    /// Done in time.
    pub met: i64,
    /// Done after their day.
    pub late: i64,
    /// Past their day and not done.
    pub breached: i64,
    /// To be done within the days ahead.
    pub soon: i64,
    /// To be done later.
    pub due: i64,
    /// Waived.
    pub waived: i64,
}

/// Puts the duties and findings of a unit and year in place of what was reckoned before.
///
/// # Errors
/// The engine's words.
pub async fn replace(
    tx: &mut Tx<'_>,
    (unit_id, province_id, year): (&str, &str, i64),
    duties: &[KeptDuty],
    findings: &[KeptFinding],
    at: i64,
) -> Result<()> {
    tx.exec(CLEAR_DUTIES, args![unit_id, year]).await?;
    tx.exec(CLEAR_FINDINGS, args![unit_id, year]).await?;
    for d in duties {
        let row =
            args![unit_id, year, &d.duty_id, province_id, &d.post_id, &d.kind, &d.document_id, d.clause, &d.due_on, &d.done_on, &d.settled];
        tx.exec(ADD_DUTY, row).await?;
    }
    for (seq, f) in (0_i64..).zip(findings) {
        let row = args![unit_id, year, seq, province_id, &f.post_id, &f.kind, &f.since_on, &f.duty_id, &f.evidence_kind, &f.evidence_id];
        tx.exec(ADD_FINDING, row).await?;
    }
    tx.exec(MARK, args![unit_id, year, at]).await?;
    Ok(())
}

/// Units below one (itself included) that have head posts and whose duties of a year were never reckoned, or before
/// the last thing that happened there; at most `limit`.
///
/// # Errors
/// The engine's words.
pub async fn stale(conn: &mut Conn<'_>, above: &str, year: i64, limit: i64) -> Result<Vec<String>> {
    conn.all(STALE, args![above, year, limit]).await?.iter().map(|r| r.get("id")).collect()
}

/// The table units × kinds of a year on a day, in administrative order; `soon` is the last ISO day that counts as soon.
///
/// # Errors
/// The engine's words.
pub async fn cells(conn: &mut Conn<'_>, above: &str, year: i64, on: &str, soon: &str) -> Result<Vec<Cell>> {
    conn.all(CELLS, args![above, year, on, soon])
        .await?
        .iter()
        .map(|r| {
            Ok(Cell {
                unit_id: r.get("unit_id")?,
                name: r.get("name")?,
                code: r.get("code")?,
                kind: r.get("kind")?,
                met: r.get("met")?,
                late: r.get("late")?,
                breached: r.get("breached")?,
                soon: r.get("soon")?,
                due: r.get("due")?,
                waived: r.get("waived")?,
            })
        })
        .collect()
}

/// How many findings of each kind each unit has on a day: unit's id, name, code word of the kind, count.
///
/// # Errors
/// The engine's words.
pub async fn finding_counts(conn: &mut Conn<'_>, above: &str, year: i64, on: &str) -> Result<Vec<(String, String, String, i64)>> {
    conn.all(FINDING_COUNTS, args![above, year, on])
        .await?
        .iter()
        .map(|r| Ok((r.get("code")?, r.get("name")?, r.get("kind")?, r.get("n")?)))
        .collect()
}

/// Whether a unit's year is shown to the public, and by whose approval.
///
/// # Errors
/// The engine's words.
pub async fn published(conn: &mut Conn<'_>, unit_id: &str, year: i64) -> Result<Option<String>> {
    conn.maybe(PUBLISHED, args![unit_id, year]).await?.map(|r| r.get("approved_label")).transpose()
}

/// Shows a unit's year to the public.
///
/// # Errors
/// The engine's words.
pub async fn publish(tx: &mut Tx<'_>, unit_id: &str, year: i64, at: i64, label: &str) -> Result<()> {
    tx.exec(PUBLISH, args![unit_id, year, at, label]).await?;
    Ok(())
}

/// Takes a unit's year off the public page.
///
/// # Errors
/// The engine's words.
pub async fn withdraw(tx: &mut Tx<'_>, unit_id: &str, year: i64) -> Result<()> {
    tx.exec(WITHDRAW, args![unit_id, year]).await?;
    Ok(())
}

statements! {
    CLEAR_DUTIES = "DELETE FROM duty WHERE unit_id = $1 AND year = $2";
    CLEAR_FINDINGS = "DELETE FROM finding WHERE unit_id = $1 AND year = $2";
    ADD_DUTY = "INSERT INTO duty (unit_id, year, duty_id, province_id, post_id, kind, document_id, clause, due_on, done_on, settled) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    ADD_FINDING = "INSERT INTO finding (unit_id, year, seq, province_id, post_id, kind, since_on, duty_id, evidence_kind, evidence_id) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    MARK = "INSERT INTO duty_sheet (unit_id, year, reckoned_at) VALUES ($1, $2, $3) \
            ON CONFLICT (unit_id, year) DO UPDATE SET reckoned_at = excluded.reckoned_at";
    STALE = "SELECT u.id FROM unit u LEFT JOIN duty_sheet s ON s.unit_id = u.id AND s.year = $2 \
             WHERE (u.id = $1 OR u.parent_id = $1 OR u.province_id = $1) \
             AND EXISTS (SELECT 1 FROM post p WHERE p.unit_id = u.id AND p.head = 1) \
             AND (s.reckoned_at IS NULL OR EXISTS (SELECT 1 FROM event e WHERE e.unit_id = u.id AND e.at >= s.reckoned_at)) \
             ORDER BY u.sort, u.id LIMIT $3";
    CELLS = "SELECT u.id AS unit_id, u.name, u.code, coalesce(d.kind, '') AS kind, \
             CAST(sum(CASE WHEN d.settled = '' AND d.done_on <= d.due_on AND d.done_on <= $3 THEN 1 ELSE 0 END) AS BIGINT) AS met, \
             CAST(sum(CASE WHEN d.settled = '' AND d.done_on > d.due_on AND d.done_on <= $3 THEN 1 ELSE 0 END) AS BIGINT) AS late, \
             CAST(sum(CASE WHEN d.settled = '' AND (d.done_on IS NULL OR d.done_on > $3) AND d.due_on < $3 THEN 1 ELSE 0 END) AS BIGINT) AS breached, \
             CAST(sum(CASE WHEN d.settled = '' AND (d.done_on IS NULL OR d.done_on > $3) AND d.due_on >= $3 AND d.due_on <= $4 THEN 1 ELSE 0 END) AS BIGINT) AS soon, \
             CAST(sum(CASE WHEN d.settled = '' AND (d.done_on IS NULL OR d.done_on > $3) AND d.due_on > $4 THEN 1 ELSE 0 END) AS BIGINT) AS due, \
             CAST(sum(CASE WHEN d.settled = 'waived' THEN 1 ELSE 0 END) AS BIGINT) AS waived \
             FROM unit u LEFT JOIN duty d ON d.unit_id = u.id AND d.year = $2 \
             WHERE (u.id = $1 OR u.parent_id = $1) AND EXISTS (SELECT 1 FROM post p WHERE p.unit_id = u.id AND p.head = 1) \
             GROUP BY u.id, u.name, u.code, u.sort, d.kind ORDER BY u.sort, u.id, 4";
    FINDING_COUNTS = "SELECT u.code, u.name, f.kind, count(*) AS n FROM finding f JOIN unit u ON u.id = f.unit_id \
                      WHERE (u.id = $1 OR u.parent_id = $1) AND f.year = $2 AND f.since_on <= $3 \
                      GROUP BY u.code, u.name, u.sort, f.kind ORDER BY u.sort, u.code, f.kind";
    PUBLISHED = "SELECT approved_label FROM duty_publication WHERE unit_id = $1 AND year = $2";
    PUBLISH = "INSERT INTO duty_publication (unit_id, year, approved_at, approved_label) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (unit_id, year) DO UPDATE SET approved_at = excluded.approved_at, approved_label = excluded.approved_label";
    WITHDRAW = "DELETE FROM duty_publication WHERE unit_id = $1 AND year = $2";
}
