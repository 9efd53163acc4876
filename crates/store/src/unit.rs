//! Units, their villages and lineage.

use std::sync::OnceLock;

use caunoi_domain::{
    text::{fold::fold, sort_key::sort_key},
    unit::{Level, Period, unit_id},
};

use crate::{
    args, batch,
    db::{Arg, Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

macro_rules! put_head {
    () => {
        "INSERT INTO unit (id, code, period, level, kind, name, fold, sort, parent_id, province_id, valid_from, valid_to, source) VALUES"
    };
}
macro_rules! put_tail {
    () => {
        "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, fold = excluded.fold, sort = excluded.sort, parent_id = excluded.parent_id, \
         province_id = excluded.province_id, valid_from = excluded.valid_from, valid_to = coalesce(excluded.valid_to, unit.valid_to), source = excluded.source"
    };
}
macro_rules! lineage_head {
    () => {
        "INSERT INTO unit_lineage (old_id, new_id, share, source) VALUES"
    };
}
macro_rules! lineage_tail {
    () => {
        "ON CONFLICT (old_id, new_id) DO UPDATE SET share = excluded.share, source = excluded.source"
    };
}

/// A unit of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// `code.period`
    pub id: String,
    /// Official code (invented for the demonstration).
    pub code: String,
    /// The list it stands in.
    pub period: Period,
    /// Level.
    pub level: Level,
    /// xa, phuong, dac_khu, tinh …
    pub kind: String,
    /// Full name with its kind: "Xã Vân Trạch".
    pub name: String,
    /// The superior unit's id.
    pub parent_id: Option<String>,
    /// The province's id (its own for a province).
    pub province_id: String,
    /// First day in force, where known.
    pub valid_from: Option<String>,
    /// Last day in force.
    pub valid_to: Option<String>,
    /// Where the fact comes from; `demo` for the invented.
    pub source: String,
}

impl UnitRow {
    /// True for a unit invented for the demonstration.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.period == Period::Demo
    }
}

/// A thôn, bản, tổ dân phố.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageRow {
    /// Id.
    pub id: String,
    /// Its commune.
    pub unit_id: String,
    /// Name with its kind: "Thôn Bến Gỗ".
    pub name: String,
}

/// Adds or renews a unit.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, u: &UnitRow) -> Result<()> {
    tx.exec(PUT, row_of(u)).await?;
    Ok(())
}

/// Adds or renews many units: the national lists.
///
/// # Errors
/// The engine's words.
pub async fn put_all(tx: &mut Tx<'_>, units: &[UnitRow]) -> Result<()> {
    batch::write(tx, put_many(), PUT, units.iter().map(row_of).collect()).await
}

fn row_of(u: &UnitRow) -> Vec<Arg> {
    args![
        &u.id,
        &u.code,
        u.period.code(),
        u.level.code(),
        &u.kind,
        &u.name,
        fold(&u.name),
        sort_key(&u.name),
        &u.parent_id,
        &u.province_id,
        &u.valid_from,
        &u.valid_to,
        &u.source
    ]
}

/// Adds a line of lineage.
///
/// # Errors
/// The engine's words.
pub async fn put_lineage(tx: &mut Tx<'_>, old_id: &str, new_id: &str, share: &str, source: &str) -> Result<()> {
    tx.exec(PUT_LINEAGE, args![old_id, new_id, share, source]).await?;
    Ok(())
}

/// Adds many lines of lineage: old unit, new unit, share.
///
/// # Errors
/// The engine's words.
pub async fn put_lineage_all(tx: &mut Tx<'_>, lines: &[(String, String, &'static str)], source: &str) -> Result<()> {
    let rows = lines.iter().map(|(old, new, share)| args![old, new, *share, source]).collect();
    batch::write(tx, put_lineage_many(), PUT_LINEAGE, rows).await
}

/// [`PUT`] for many rows.
pub(crate) fn put_many() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| batch::text(put_head!(), 13, put_tail!()))
}

/// [`PUT_LINEAGE`] for many rows.
pub(crate) fn put_lineage_many() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| batch::text(lineage_head!(), 4, lineage_tail!()))
}

/// Marks a unit as known by a source only: its code and its successor are unconfirmed.
///
/// # Errors
/// The engine's words.
pub async fn doubt(tx: &mut Tx<'_>, id: &str, known_in: &str) -> Result<()> {
    tx.exec(DOUBT, args![id, known_in]).await?;
    Ok(())
}

/// A unit with what a table of units says beside it: years in which a source knows it, and whether it is confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The unit.
    pub unit: UnitRow,
    /// Years in which a source knows it.
    pub known_in: String,
    /// False: only a source names it.
    pub confirmed: bool,
}

/// As [`find`], with what a table says beside it.
///
/// # Errors
/// The engine's words.
pub async fn listed(conn: &mut Conn<'_>, id: &str) -> Result<Option<Listed>> {
    let found = conn.maybe(LISTED, args![id]).await?;
    found.map(|r| Ok(Listed { unit: read(&r)?, known_in: r.get("known_in")?, confirmed: r.get("confirmed")? })).transpose()
}

/// Ends a unit on that ISO day, by the paper that says so; answers false where it had ended already.
///
/// # Errors
/// The engine's words.
pub async fn end(tx: &mut Tx<'_>, id: &str, last: &str, paper: &str) -> Result<bool> {
    Ok(tx.exec(END, args![id, last, paper]).await? == 1)
}

/// Says of a unit in which years a source knows it and whether it is confirmed.
///
/// # Errors
/// The engine's words.
pub async fn describe(tx: &mut Tx<'_>, id: &str, known_in: &str, confirmed: bool) -> Result<()> {
    tx.exec(DESCRIBE, args![id, known_in, confirmed]).await?;
    Ok(())
}

/// Share, source and whether it is confirmed, of a line of lineage.
///
/// # Errors
/// The engine's words.
pub async fn lineage(conn: &mut Conn<'_>, old_id: &str, new_id: &str) -> Result<Option<(String, String, bool)>> {
    conn.maybe(LINEAGE, args![old_id, new_id]).await?.map(|r| Ok((r.get("share")?, r.get("source")?, r.get("confirmed")?))).transpose()
}

/// The names by which people know what a unit came from: each with the unit that was above it then.
///
/// # Errors
/// The engine's words.
pub async fn former_names(conn: &mut Conn<'_>, id: &str) -> Result<Vec<String>> {
    conn.all(FORMER_NAMES, args![id]).await?.iter().map(|r| r.get("names")).collect()
}

/// Adds a line of lineage that is believed, not confirmed.
///
/// # Errors
/// The engine's words.
pub async fn put_believed_lineage(tx: &mut Tx<'_>, old_id: &str, new_id: &str, share: &str, source: &str) -> Result<()> {
    put_lineage(tx, old_id, new_id, share, source).await?;
    tx.exec(DOUBT_LINEAGE, args![old_id, new_id]).await?;
    Ok(())
}

/// Adds or renews a village.
///
/// # Errors
/// The engine's words.
pub async fn put_village(tx: &mut Tx<'_>, v: &VillageRow, source: &str) -> Result<()> {
    tx.exec(PUT_VILLAGE, args![&v.id, &v.unit_id, &v.name, fold(&v.name), sort_key(&v.name), source]).await?;
    Ok(())
}

/// The unit of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<UnitRow>> {
    find_look(id).alone(conn).await
}

/// As [`find`], to be asked for with other nouns.
#[must_use]
pub fn find_look(id: &str) -> Look<Option<UnitRow>> {
    Look::maybe(FIND, args![id], read)
}

/// The unit of that code in force today: of the demonstration, or of the list of 2025.
///
/// # Errors
/// The engine's words.
pub async fn find_current(conn: &mut Conn<'_>, code: &str) -> Result<Option<UnitRow>> {
    conn.maybe(FIND_CURRENT, args![unit_id(code, Period::Demo), unit_id(code, Period::From2025)]).await?.as_ref().map(read).transpose()
}

/// Villages of a commune that are in force now, in Vietnamese order.
///
/// # Errors
/// The engine's words.
pub async fn villages(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<VillageRow>> {
    villages_look(unit_id).alone(conn).await
}

/// As [`villages`], to be asked for with other nouns.
#[must_use]
pub fn villages_look(unit_id: &str) -> Look<Vec<VillageRow>> {
    Look::each(VILLAGES, args![unit_id], read_village)
}

/// Villages that a commune had on an ISO day, in Vietnamese order: what was said then keeps the village of then.
///
/// # Errors
/// The engine's words.
pub async fn villages_on(conn: &mut Conn<'_>, unit_id: &str, on: &str) -> Result<Vec<VillageRow>> {
    conn.all(VILLAGES_ON, args![unit_id, on]).await?.iter().map(read_village).collect()
}

/// The name of a village of any time.
///
/// # Errors
/// The engine's words.
pub async fn village_name(conn: &mut Conn<'_>, id: &str) -> Result<Option<String>> {
    conn.maybe(VILLAGE_NAME, args![id]).await?.map(|r| r.get("name")).transpose()
}

fn read_village(r: &Row) -> Result<VillageRow> {
    Ok(VillageRow { id: r.get("id")?, unit_id: r.get("unit_id")?, name: r.get("name")? })
}

/// A unit that another came from or went into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kin {
    /// True where it is what the unit came from; false where it is what the unit went into.
    pub former: bool,
    /// Its code.
    pub code: String,
    /// The list it stands in.
    pub period: Period,
    /// Its name.
    pub name: String,
    /// `whole`, `part` or `part_default`.
    pub share: String,
    /// False where it is only believed.
    pub confirmed: bool,
}

/// Every unit that bears the code, of any period, the oldest first.
///
/// # Errors
/// The engine's words.
pub async fn of_code(conn: &mut Conn<'_>, code: &str) -> Result<Vec<UnitRow>> {
    conn.all(OF_CODE, args![code]).await?.iter().map(read).collect()
}

/// Units of that full or bare name, of any period, with the names of the units above them then: never one answer, a bare
/// name identifies no unit.
///
/// # Errors
/// The engine's words.
pub async fn of_name(conn: &mut Conn<'_>, name: &str, limit: i64) -> Result<Vec<(UnitRow, String)>> {
    let key = fold(name);
    conn.all(OF_NAME, args![&key, format!("% {key}"), limit])
        .await?
        .iter()
        .map(|r| {
            let above: Vec<String> = [r.get("above")?, r.get("province")?].into_iter().filter(|a: &String| !a.is_empty()).collect();
            Ok((read(r)?, above.join(", ")))
        })
        .collect()
}

/// What a unit came from and what it went into.
///
/// # Errors
/// The engine's words.
pub async fn kin(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Kin>> {
    conn.all(KIN, args![unit_id])
        .await?
        .iter()
        .map(|r| {
            Ok(Kin {
                former: r.get("former")?,
                code: r.get("code")?,
                period: r.word("period")?,
                name: r.get("name")?,
                share: r.get("share")?,
                confirmed: r.get("confirmed")?,
            })
        })
        .collect()
}

/// The units above a unit, the nearest first: those to whose inbox a matter can be sent up.
///
/// # Errors
/// The engine's words.
pub async fn above(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<UnitRow>> {
    above_look(unit_id).alone(conn).await
}

/// As [`above`], to be asked for with other nouns.
#[must_use]
pub fn above_look(unit_id: &str) -> Look<Vec<UnitRow>> {
    Look::each(ABOVE, args![unit_id], read)
}

/// How many units the store holds: 0 before the first set-up.
///
/// # Errors
/// The engine's words.
pub async fn count(conn: &mut Conn<'_>) -> Result<i64> {
    conn.one(COUNT, args![], "count").await?.get("n")
}

/// Marks that a public page of the unit changed: rendered pages of the old version are stale from here on.
///
/// # Errors
/// The engine's words.
pub async fn bump_version(tx: &mut Tx<'_>, unit_id: &str) -> Result<()> {
    tx.exec(BUMP, args![unit_id]).await?;
    Ok(())
}

pub(crate) fn read(row: &Row) -> Result<UnitRow> {
    Ok(UnitRow {
        id: row.get("id")?,
        code: row.get("code")?,
        period: row.word("period")?,
        level: row.word("level")?,
        kind: row.get("kind")?,
        name: row.get("name")?,
        parent_id: row.get("parent_id")?,
        province_id: row.get("province_id")?,
        valid_from: row.get("valid_from")?,
        valid_to: row.get("valid_to")?,
        source: row.get("source")?,
    })
}

/// Units in force right below one, in Vietnamese order.
///
/// # Errors
/// The engine's words.
pub async fn below(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<UnitRow>> {
    conn.all(BELOW, args![unit_id]).await?.iter().map(read).collect()
}

statements! {
    PUT = concat!(put_head!(), " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ", put_tail!());
    PUT_LINEAGE = concat!(lineage_head!(), " ($1, $2, $3, $4) ", lineage_tail!());
    PUT_VILLAGE = "INSERT INTO village (id, unit_id, name, fold, sort, source) VALUES ($1, $2, $3, $4, $5, $6) \
                   ON CONFLICT (id) DO UPDATE SET name = excluded.name, fold = excluded.fold, sort = excluded.sort";
    FIND = "SELECT id, code, period, level, kind, name, parent_id, province_id, valid_from, valid_to, source FROM unit WHERE id = $1";
    FIND_CURRENT = "SELECT id, code, period, level, kind, name, parent_id, province_id, valid_from, valid_to, source FROM unit WHERE id IN ($1, $2) ORDER BY period DESC LIMIT 1";
    LISTED = "SELECT id, code, period, level, kind, name, parent_id, province_id, valid_from, valid_to, source, known_in, confirmed FROM unit WHERE id = $1";
    END = "UPDATE unit SET valid_to = $2, source = source || '; ' || $3, version = version + 1 WHERE id = $1 AND valid_to IS NULL";
    LINEAGE = "SELECT share, source, confirmed FROM unit_lineage WHERE old_id = $1 AND new_id = $2";
    FORMER_NAMES = "SELECT u.name || ' ' || CASE WHEN u.level = 'commune' THEN coalesce(p.name, '') ELSE '' END AS names, u.sort FROM unit_lineage l \
                    JOIN unit u ON u.id = l.old_id LEFT JOIN unit p ON p.id = u.parent_id WHERE l.new_id = $1 ORDER BY u.sort, u.id";
    DESCRIBE = "UPDATE unit SET known_in = $2, confirmed = $3 WHERE id = $1";
    DOUBT = "UPDATE unit SET confirmed = 0, known_in = $2 WHERE id = $1";
    DOUBT_LINEAGE = "UPDATE unit_lineage SET confirmed = 0 WHERE old_id = $1 AND new_id = $2";
    VILLAGES = "SELECT id, unit_id, name FROM village WHERE unit_id = $1 AND valid_to IS NULL ORDER BY sort, id";
    VILLAGES_ON = "SELECT id, unit_id, name FROM village WHERE unit_id = $1 AND (valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR valid_to >= $2) ORDER BY sort, id";
    VILLAGE_NAME = "SELECT name FROM village WHERE id = $1";
    BELOW = "SELECT id, code, period, level, kind, name, parent_id, province_id, valid_from, valid_to, source FROM unit \
             WHERE parent_id = $1 AND valid_to IS NULL ORDER BY sort, id";
    OF_CODE = "SELECT id, code, period, level, kind, name, parent_id, province_id, valid_from, valid_to, source FROM unit WHERE code = $1 ORDER BY coalesce(valid_to, '9999'), period";
    OF_NAME = "SELECT u.id, u.code, u.period, u.level, u.kind, u.name, u.parent_id, u.province_id, u.valid_from, u.valid_to, u.source, \
               CASE WHEN a.id IS NULL OR a.id = p.id THEN '' ELSE a.name END AS above, CASE WHEN p.id = u.id THEN '' ELSE p.name END AS province \
               FROM unit u LEFT JOIN unit a ON a.id = u.parent_id LEFT JOIN unit p ON p.id = u.province_id WHERE u.fold = $1 OR u.fold LIKE $2 \
               ORDER BY CASE WHEN u.fold = $1 THEN 0 ELSE 1 END, coalesce(u.valid_to, '9999') DESC, u.period DESC, u.code LIMIT $3";
    KIN = "SELECT CAST(1 AS BIGINT) AS former, u.code, u.period, u.name, l.share, l.confirmed, u.sort FROM unit_lineage l JOIN unit u ON u.id = l.old_id WHERE l.new_id = $1 \
           UNION ALL SELECT CAST(0 AS BIGINT) AS former, u.code, u.period, u.name, l.share, l.confirmed, u.sort FROM unit_lineage l JOIN unit u ON u.id = l.new_id WHERE l.old_id = $1 \
           ORDER BY 1 DESC, 7";
    ABOVE = "SELECT u.id, u.code, u.period, u.level, u.kind, u.name, u.parent_id, u.province_id, u.valid_from, u.valid_to, u.source \
             FROM unit o JOIN unit u ON u.id = o.parent_id OR u.id = o.province_id WHERE o.id = $1 AND u.id <> o.id \
             ORDER BY CASE WHEN u.id = o.parent_id THEN 0 ELSE 1 END";
    COUNT = "SELECT count(*) AS n FROM unit";
    BUMP = "UPDATE unit SET version = version + 1 WHERE id = $1";
}
