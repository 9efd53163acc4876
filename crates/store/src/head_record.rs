//! Decisions by which the records of the heads of a unit are open to those who read the ledger only so (S4.15).

use caunoi_domain::regulation::head_record::Opening;

use crate::{
    args,
    db::{Conn, Row, Tx},
    duty_facts::{day, maybe_day},
    error::Result,
    look::Look,
    statements,
};

/// A decision as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit whose heads' records it opens.
    pub unit_id: String,
    /// The unit's name.
    pub unit_name: String,
    /// What was decided.
    pub opening: Opening,
    /// Label of the post that recorded it.
    pub by_label: String,
    /// Why it was withdrawn; empty while it was not.
    pub withdrawn_why: String,
    /// Label of the post that withdrew it.
    pub withdrawn_label: String,
}

/// Adds a decision.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, (id, province): (&str, &str), unit: &str, o: &Opening, at: i64, by: (&str, &str)) -> Result<()> {
    let until = o.until.map(|d| d.to_string());
    tx.exec(ADD, args![id, province, unit, o.reader.code(), &o.who, o.on.to_string(), &o.paper, &until, at, by.0, by.1]).await?;
    Ok(())
}

/// Withdraws a decision on an ISO day, saying why; answers whether there was one that was not withdrawn.
///
/// # Errors
/// The engine's words.
pub async fn withdraw(tx: &mut Tx<'_>, id: &str, on: &str, why: &str, label: &str) -> Result<bool> {
    Ok(tx.exec(WITHDRAW, args![id, on, why, label]).await? > 0)
}

/// The decision of an id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<OpeningRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// Decisions about the heads of a unit, the newest first.
///
/// # Errors
/// The engine's words.
pub async fn of_unit(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<OpeningRow>> {
    of_unit_look(unit_id).alone(conn).await
}

/// As [`of_unit`], to be asked for with other nouns.
#[must_use]
pub fn of_unit_look(unit_id: &str) -> Look<Vec<OpeningRow>> {
    Look::each(OF_UNIT, args![unit_id], read)
}

/// Decisions about the heads of a unit and of those directly below it, unit by unit, of each the newest first.
///
/// # Errors
/// The engine's words.
pub async fn around(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<OpeningRow>> {
    conn.all(AROUND, args![unit_id]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<OpeningRow> {
    Ok(OpeningRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        unit_name: r.get("unit_name")?,
        opening: Opening {
            reader: r.word("reader")?,
            who: r.get("who")?,
            on: day(r, "on_day")?,
            paper: r.get("paper")?,
            until: maybe_day(r, "until_on")?,
            withdrawn_on: maybe_day(r, "withdrawn_on")?,
        },
        by_label: r.get("by_label")?,
        withdrawn_why: r.get("withdrawn_why")?,
        withdrawn_label: r.get("withdrawn_label")?,
    })
}

/// What is read of a decision.
macro_rules! opening {
    () => {
        "SELECT o.id, o.unit_id, u.name AS unit_name, o.reader, o.who, o.on_day, o.paper, o.until_on, o.by_label, o.withdrawn_on, o.withdrawn_why, o.withdrawn_label "
    };
}

statements! {
    ADD = "INSERT INTO head_record_opening (id, province_id, unit_id, reader, who, on_day, paper, until_on, at, by_user, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    WITHDRAW = "UPDATE head_record_opening SET withdrawn_on = $2, withdrawn_why = $3, withdrawn_label = $4 WHERE id = $1 AND withdrawn_on IS NULL";
    FIND = concat!(opening!(), "FROM head_record_opening o JOIN unit u ON u.id = o.unit_id WHERE o.id = $1");
    OF_UNIT = concat!(opening!(), "FROM head_record_opening o JOIN unit u ON u.id = o.unit_id WHERE o.unit_id = $1 ORDER BY o.at DESC, o.id DESC");
    AROUND = concat!(opening!(), "FROM unit u CROSS JOIN head_record_opening o WHERE (u.id = $1 OR u.parent_id = $1) AND o.unit_id = u.id \
             ORDER BY u.sort, u.id, o.at DESC, o.id DESC");
}
