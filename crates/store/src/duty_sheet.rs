//! The duties of each unit as they were last reckoned: what a superior's table counts without reckoning every unit anew.

use caunoi_domain::unit::Level;

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    look::Look,
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
    /// `waived`, `not_applicable`, `before_use`, or empty.
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
    /// Its level.
    pub level: Level,
    /// Its last ISO day, where it is over.
    pub valid_to: Option<String>,
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
    /// Due before the office used the program, and not on record.
    pub before_use: i64,
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
/// the last thing that happened there, or before a rule that binds them was written down; at most `limit`.
///
/// # Errors
/// The engine's words.
pub async fn stale(conn: &mut Conn<'_>, above: &str, year: i64, limit: i64) -> Result<Vec<String>> {
    conn.all(STALE, args![above, year, limit]).await?.iter().map(|r| r.get("id")).collect()
}

/// Units that have head posts: one with those below it, or all where none is named; at most `limit`.
///
/// # Errors
/// The engine's words.
pub async fn headed(conn: &mut Conn<'_>, above: &str, limit: i64) -> Result<Vec<String>> {
    conn.all(HEADED, args![above, limit]).await?.iter().map(|r| r.get("id")).collect()
}

/// The table units × kinds of a year on a day, in administrative order; `soon` is the last ISO day that counts as soon. With
/// the year stands what the year before left open that fell due on `edge` or later; nothing where none is named.
///
/// # Errors
/// The engine's words.
pub async fn cells(conn: &mut Conn<'_>, above: &str, (year, edge): (i64, Option<&str>), on: &str, soon: &str) -> Result<Vec<Cell>> {
    let (first, last) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    conn.all(CELLS, args![above, year, on, soon, &first, &last, edge.unwrap_or("9999")])
        .await?
        .iter()
        .map(|r| {
            Ok(Cell {
                unit_id: r.get("unit_id")?,
                name: r.get("name")?,
                code: r.get("code")?,
                level: r.word("level")?,
                valid_to: r.get("valid_to")?,
                kind: r.get("kind")?,
                met: r.get("met")?,
                late: r.get("late")?,
                breached: r.get("breached")?,
                soon: r.get("soon")?,
                due: r.get("due")?,
                waived: r.get("waived")?,
                before_use: r.get("before_use")?,
            })
        })
        .collect()
}

/// What a former unit went into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Successor {
    /// The former unit's id.
    pub old_id: String,
    /// The successor's id.
    pub id: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: Level,
    /// True where it stands.
    pub stands: bool,
}

/// What the former units below one went into, in administrative order.
///
/// # Errors
/// The engine's words.
pub async fn successors(conn: &mut Conn<'_>, above: &str) -> Result<Vec<Successor>> {
    conn.all(SUCCESSORS, args![above])
        .await?
        .iter()
        .map(|r| {
            Ok(Successor {
                old_id: r.get("old_id")?,
                id: r.get("id")?,
                code: r.get("code")?,
                name: r.get("name")?,
                level: r.word("level")?,
                stands: r.get::<Option<String>>("valid_to")?.is_none(),
            })
        })
        .collect()
}

/// True where a unit stands below another, or stood below what became of it.
///
/// # Errors
/// The engine's words.
pub async fn is_below(conn: &mut Conn<'_>, above: &str, unit_id: &str) -> Result<bool> {
    Ok(conn.maybe(IS_BELOW, args![above, unit_id]).await?.is_some())
}

/// A year of all units below one, as their duties were last reckoned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearRow {
    /// The year.
    pub year: i64,
    /// Units with a head that stood in it.
    pub units: i64,
    /// Those of them that owe something.
    pub bound: i64,
    /// Those of them of which something done is on record.
    pub recorded: i64,
    /// Done in time.
    pub met: i64,
    /// Done after their day.
    pub late: i64,
    /// Past their day and not done.
    pub breached: i64,
    /// Not due yet.
    pub due: i64,
    /// Waived.
    pub waived: i64,
}

/// A year of all units below one on a day.
///
/// # Errors
/// The engine's words.
pub async fn year(conn: &mut Conn<'_>, above: &str, year: i64, on: &str) -> Result<YearRow> {
    let (first, last) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    let r = conn.one(YEAR, args![above, year, on, &first, &last], "year").await?;
    Ok(YearRow {
        year,
        units: r.get("units")?,
        bound: r.get("bound")?,
        recorded: r.get("recorded")?,
        met: r.get("met")?,
        late: r.get("late")?,
        breached: r.get("breached")?,
        due: r.get("due")?,
        waived: r.get("waived")?,
    })
}

/// How many units below one are to be reckoned anew.
///
/// # Errors
/// The engine's words.
pub async fn stale_count(conn: &mut Conn<'_>, above: &str, year: i64) -> Result<i64> {
    conn.one(STALE_COUNT, args![above, year], "stale").await?.get("n")
}

/// Units anywhere, with the year, whose sheet is older than the last thing that happened there or than a rule that binds
/// them; then those with a head that have none for a year yet; at most `limit`.
///
/// # Errors
/// The engine's words.
pub async fn stale_anywhere(conn: &mut Conn<'_>, year: i64, limit: i64) -> Result<Vec<(String, i64)>> {
    let mut all: Vec<(String, i64)> =
        conn.all(OLDER, args![limit]).await?.iter().map(|r| Ok((r.get("unit_id")?, r.get("year")?))).collect::<Result<_>>()?;
    let left = limit.saturating_sub(i64::try_from(all.len()).unwrap_or(limit));
    for r in conn.all(NEVER, args![year, left]).await? {
        all.push((r.get("id")?, year));
    }
    Ok(all)
}

/// How many findings of each kind each unit has on a day: unit's id, code word of the kind, count. With the year stands what
/// is still not done of the duties of the year before that fell due on `edge` or later.
///
/// # Errors
/// The engine's words.
pub async fn finding_counts(
    conn: &mut Conn<'_>,
    above: &str,
    (year, edge): (i64, Option<&str>),
    on: &str,
) -> Result<Vec<(String, String, i64)>> {
    conn.all(FINDING_COUNTS, args![above, year, on, edge.unwrap_or("9999")])
        .await?
        .iter()
        .map(|r| Ok((r.get("id")?, r.get("kind")?, r.get("n")?)))
        .collect()
}

/// Whether a unit's year is shown to the public, and by whose approval.
///
/// # Errors
/// The engine's words.
pub async fn published(conn: &mut Conn<'_>, unit_id: &str, year: i64) -> Result<Option<String>> {
    published_look(unit_id, year).alone(conn).await
}

/// As [`published`], to be asked for with other nouns.
#[must_use]
pub fn published_look(unit_id: &str, year: i64) -> Look<Option<String>> {
    Look::maybe(PUBLISHED, args![unit_id, year], |r| r.get("approved_label"))
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

/// Units of which one is the superior: itself, those right below it, and those of former provinces that became it.
macro_rules! mine {
    () => {
        "(u.id = $1 OR u.parent_id = $1 OR u.province_id IN (SELECT l0.old_id FROM unit_lineage l0 WHERE l0.new_id = $1))"
    };
}

/// A sheet is older than the last thing that happened in its unit, than a rule that binds it, or than a day of the calendar.
macro_rules! older {
    () => {
        "(EXISTS (SELECT 1 FROM event e WHERE e.unit_id = u.id AND e.at >= s.reckoned_at) \
          OR EXISTS (SELECT 1 FROM regulation r WHERE r.at >= s.reckoned_at AND (r.area = 'nation' OR r.unit_id IN (u.id, u.parent_id, u.province_id))) \
          OR EXISTS (SELECT 1 FROM calendar_entry c WHERE c.at >= s.reckoned_at) \
          OR EXISTS (SELECT 1 FROM own_limit o WHERE o.at >= s.reckoned_at AND o.unit_id IN (u.id, u.parent_id, u.province_id)))"
    };
}

macro_rules! stale {
    () => {
        concat!(
            "FROM unit u LEFT JOIN duty_sheet s ON s.unit_id = u.id AND s.year = $2 WHERE ",
            mine!(),
            " AND EXISTS (SELECT 1 FROM post p WHERE p.unit_id = u.id AND p.head = 1) AND (s.reckoned_at IS NULL OR ",
            older!(),
            ")"
        )
    };
}

macro_rules! met {
    () => {
        "CAST(coalesce(sum(CASE WHEN d.settled = '' AND d.done_on <= d.due_on AND d.done_on <= $3 THEN 1 ELSE 0 END), 0) AS BIGINT) "
    };
}

macro_rules! late {
    () => {
        "CAST(coalesce(sum(CASE WHEN d.settled = '' AND d.done_on > d.due_on AND d.done_on <= $3 THEN 1 ELSE 0 END), 0) AS BIGINT) "
    };
}

macro_rules! breached {
    () => {
        "CAST(coalesce(sum(CASE WHEN d.settled = '' AND (d.done_on IS NULL OR d.done_on > $3) AND d.due_on < $3 THEN 1 ELSE 0 END), 0) AS BIGINT) "
    };
}

macro_rules! waived {
    () => {
        "CAST(coalesce(sum(CASE WHEN d.settled = 'waived' THEN 1 ELSE 0 END), 0) AS BIGINT) "
    };
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
    STALE = concat!("SELECT u.id ", stale!(), " ORDER BY u.sort, u.id LIMIT $3");
    STALE_COUNT = concat!("SELECT count(*) AS n ", stale!());
    OLDER = concat!("SELECT s.unit_id, s.year FROM duty_sheet s JOIN unit u ON u.id = s.unit_id WHERE ", older!(), " ORDER BY s.reckoned_at, s.unit_id, s.year LIMIT $1");
    NEVER = "SELECT u.id FROM unit u WHERE u.valid_to IS NULL AND EXISTS (SELECT 1 FROM post p WHERE p.unit_id = u.id AND p.head = 1) \
             AND NOT EXISTS (SELECT 1 FROM duty_sheet s WHERE s.unit_id = u.id AND s.year = $1) ORDER BY u.id LIMIT $2";
    HEADED = "SELECT u.id FROM unit u WHERE ($1 = '' OR u.id = $1 OR u.parent_id = $1) \
              AND EXISTS (SELECT 1 FROM post p WHERE p.unit_id = u.id AND p.head = 1) ORDER BY u.sort, u.id LIMIT $2";
    CELLS = concat!("SELECT u.id AS unit_id, u.name, u.code, u.level, u.valid_to, coalesce(d.kind, '') AS kind, ", met!(), "AS met, ", late!(), "AS late, ", breached!(), "AS breached, \
             CAST(coalesce(sum(CASE WHEN d.settled = '' AND (d.done_on IS NULL OR d.done_on > $3) AND d.due_on >= $3 AND d.due_on <= $4 THEN 1 ELSE 0 END), 0) AS BIGINT) AS soon, \
             CAST(coalesce(sum(CASE WHEN d.settled = '' AND (d.done_on IS NULL OR d.done_on > $3) AND d.due_on > $4 THEN 1 ELSE 0 END), 0) AS BIGINT) AS due, ", waived!(), "AS waived, \
             CAST(coalesce(sum(CASE WHEN d.settled = 'before_use' THEN 1 ELSE 0 END), 0) AS BIGINT) AS before_use \
             FROM unit u LEFT JOIN duty d ON d.unit_id = u.id AND d.year IN (CAST($2 AS BIGINT), CAST($2 AS BIGINT) - 1) AND (d.year = $2 \
             OR (d.settled = '' AND d.due_on >= $7 AND (d.done_on IS NULL OR d.done_on > $3))) \
             WHERE ", mine!(), " AND coalesce(u.valid_from, '0000') <= $6 AND coalesce(u.valid_to, '9999') >= $5 \
             AND EXISTS (SELECT 1 FROM post p WHERE p.unit_id = u.id AND p.head = 1) \
             GROUP BY u.id, u.name, u.code, u.level, u.valid_to, u.sort, d.kind ORDER BY u.sort, u.id, 6");
    SUCCESSORS = concat!("SELECT l.old_id, n.id, n.code, n.name, n.level, n.valid_to, n.sort FROM unit u JOIN unit_lineage l ON l.old_id = u.id JOIN unit n ON n.id = l.new_id WHERE ", mine!(), " ORDER BY n.sort, n.id");
    IS_BELOW = concat!("SELECT u.id FROM unit u WHERE u.id = $2 AND ", mine!());
    YEAR = concat!("SELECT count(DISTINCT u.id) AS units, count(DISTINCT d.unit_id) AS bound, \
            count(DISTINCT CASE WHEN d.done_on IS NOT NULL THEN d.unit_id END) AS recorded, ", met!(), "AS met, ", late!(), "AS late, ", breached!(), "AS breached, \
            CAST(coalesce(sum(CASE WHEN d.settled = '' AND (d.done_on IS NULL OR d.done_on > $3) AND d.due_on >= $3 THEN 1 ELSE 0 END), 0) AS BIGINT) AS due, ", waived!(), "AS waived \
            FROM unit u LEFT JOIN duty d ON d.unit_id = u.id AND d.year = $2 \
            WHERE ", mine!(), " AND coalesce(u.valid_from, '0000') <= $5 AND coalesce(u.valid_to, '9999') >= $4 \
            AND EXISTS (SELECT 1 FROM post p WHERE p.unit_id = u.id AND p.head = 1)");
    FINDING_COUNTS = concat!("SELECT u.id, f.kind, count(*) AS n FROM unit u CROSS JOIN finding f WHERE f.unit_id = u.id AND ", mine!(), " AND f.year IN (CAST($2 AS BIGINT), CAST($2 AS BIGINT) - 1) AND f.since_on <= $3 AND (f.year = $2 \
                      OR (EXISTS (SELECT 1 FROM duty d WHERE d.unit_id = f.unit_id AND d.year = f.year AND d.duty_id = f.duty_id \
                      AND d.settled = '' AND d.due_on >= $4 AND (d.done_on IS NULL OR d.done_on > $3)))) \
                      GROUP BY u.id, u.sort, f.kind ORDER BY u.sort, u.id, f.kind");
    PUBLISHED = "SELECT approved_label FROM duty_publication WHERE unit_id = $1 AND year = $2";
    PUBLISH = "INSERT INTO duty_publication (unit_id, year, approved_at, approved_label) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (unit_id, year) DO UPDATE SET approved_at = excluded.approved_at, approved_label = excluded.approved_label";
    WITHDRAW = "DELETE FROM duty_publication WHERE unit_id = $1 AND year = $2";
}
