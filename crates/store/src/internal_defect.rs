//! Thiếu sót, hạn chế trong nội bộ: for the office and the heads only (S4.13). No public page, search or export reads
//! this file.

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// A defect inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefectRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// The item in which it showed.
    pub item_id: Option<String>,
    /// Title of that item for staff; read only.
    pub item_title: String,
    /// What is wrong.
    pub text: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Label of who noted it.
    pub by_label: String,
    /// What was done about it; empty while nothing was.
    pub measure: String,
    /// ISO day of that.
    pub mended_on: Option<String>,
    /// Label of who says so.
    pub mended_label: String,
}

/// Notes a defect.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, d: &DefectRow) -> Result<()> {
    tx.exec(ADD, args![&d.id, &d.unit_id, d.public_id, &d.item_id, &d.text, d.at, &d.on_day, &d.by_user, &d.by_label]).await?;
    Ok(())
}

/// Says what was done about it.
///
/// # Errors
/// The engine's words.
pub async fn mend(tx: &mut Tx<'_>, id: &str, measure: &str, on_day: &str, label: &str) -> Result<()> {
    tx.exec(MEND, args![id, measure, on_day, label]).await?;
    Ok(())
}

/// The one of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<DefectRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// The defects of a unit: those without a measure first, then the newest.
///
/// # Errors
/// The engine's words.
pub async fn of_unit(conn: &mut Conn<'_>, unit_id: &str, limit: i64) -> Result<Vec<DefectRow>> {
    conn.all(OF_UNIT, args![unit_id, limit]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<DefectRow> {
    Ok(DefectRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        item_id: r.get("item_id")?,
        item_title: r.get::<Option<String>>("item_title")?.unwrap_or_default(),
        text: r.get("text")?,
        at: r.get("at")?,
        on_day: r.get("on_day")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
        measure: r.get("measure")?,
        mended_on: r.get("mended_on")?,
        mended_label: r.get("mended_label")?,
    })
}

statements! {
    ADD = "INSERT INTO internal_defect (id, unit_id, public_id, item_id, text, at, on_day, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    MEND = "UPDATE internal_defect SET measure = $2, mended_on = $3, mended_label = $4 WHERE id = $1";
    FIND_PUBLIC = "SELECT d.*, i.title AS item_title FROM internal_defect d LEFT JOIN item i ON i.id = d.item_id WHERE d.public_id = $1";
    OF_UNIT = "SELECT d.*, i.title AS item_title FROM internal_defect d LEFT JOIN item i ON i.id = d.item_id WHERE d.unit_id = $1 \
               ORDER BY CASE WHEN d.mended_on IS NULL THEN 0 ELSE 1 END, d.at DESC, d.id LIMIT $2";
}
