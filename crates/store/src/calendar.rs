//! The working calendar as an installation keeps it beside the one that ships with the program: each entry with its
//! source; superseded, never overwritten.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// A day off, a day worked in exchange, or a year whose list is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// Id.
    pub id: String,
    /// ISO day; for a year its first of January.
    pub day: String,
    /// `off`, `worked` or `year`.
    pub kind: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// The ISO day it was exchanged for, or empty.
    pub swap: String,
    /// The paper it rests on.
    pub source: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
}

/// Adds an entry; one that stood for the same day and of the same sort (day, year) is superseded.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, e: &EntryRow, at: i64, by_user: &str) -> Result<()> {
    let year = e.kind == "year";
    tx.exec(if year { SUPERSEDE_YEAR } else { SUPERSEDE_DAY }, args![&e.day, at]).await?;
    let args = args![&e.id, &e.day, &e.kind, &e.name, &e.name_en, &e.swap, &e.source, e.confirmed, at, by_user];
    tx.exec(ADD, args).await?;
    tx.exec(RAISE, args![]).await?;
    Ok(())
}

/// The number that every entry raises: who holds another one reads the entries anew.
///
/// # Errors
/// The engine's words.
pub async fn revision(conn: &mut Conn<'_>) -> Result<i64> {
    conn.one(REVISION, args![], "calendar_revision").await?.get("revision")
}

/// The entries in force, by day.
///
/// # Errors
/// The engine's words.
pub async fn in_force(conn: &mut Conn<'_>) -> Result<Vec<EntryRow>> {
    conn.all(IN_FORCE, args![])
        .await?
        .iter()
        .map(|r| {
            Ok(EntryRow {
                id: r.get("id")?,
                day: r.get("day")?,
                kind: r.get("kind")?,
                name: r.get("name")?,
                name_en: r.get("name_en")?,
                swap: r.get("swap")?,
                source: r.get("source")?,
                confirmed: r.get("confirmed")?,
            })
        })
        .collect()
}

statements! {
    SUPERSEDE_DAY = "UPDATE calendar_entry SET superseded_at = $2 WHERE day = $1 AND kind <> 'year' AND superseded_at IS NULL";
    SUPERSEDE_YEAR = "UPDATE calendar_entry SET superseded_at = $2 WHERE day = $1 AND kind = 'year' AND superseded_at IS NULL";
    ADD = "INSERT INTO calendar_entry (id, day, kind, name, name_en, swap, source, confirmed, at, by_user) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    RAISE = "UPDATE calendar_revision SET revision = revision + 1 WHERE id = 1";
    REVISION = "SELECT revision FROM calendar_revision WHERE id = 1";
    IN_FORCE = "SELECT id, day, kind, name, name_en, swap, source, confirmed FROM calendar_entry WHERE superseded_at IS NULL ORDER BY day, kind";
}
