//! The steps of a thread, as the person reads them.

use caunoi_domain::opinion::step::Step;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::{Result, StoreError},
    statements,
};

/// A step as it is kept.
#[derive(Clone, Debug)]
pub struct StepRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The item.
    pub item_id: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Civil day.
    pub on_day: String,
    /// Code word of the kind.
    pub kind: String,
    /// Label of the post or body; empty for a person.
    pub actor: String,
    /// The step as JSON.
    pub data: String,
    /// Seen on the public thread.
    pub public: bool,
}

/// A step as it is read.
#[derive(Clone, Debug)]
pub struct StepView {
    /// Epoch microseconds.
    pub at: i64,
    /// Civil day, ISO.
    pub on_day: String,
    /// Label of the post or body; empty for a person.
    pub actor: String,
    /// The step.
    pub step: Step,
}

/// Appends a step.
///
/// # Errors
/// The engine's words.
pub async fn append(tx: &mut Tx<'_>, s: &StepRow) -> Result<()> {
    tx.exec(APPEND, args![&s.id, &s.province_id, &s.item_id, s.at, &s.on_day, &s.kind, &s.actor, &s.data, s.public]).await?;
    Ok(())
}

/// The thread of an item: every step for the person and for staff, only the public ones otherwise.
///
/// # Errors
/// The engine's words; [`StoreError::Vocabulary`] where a step cannot be read.
pub async fn thread(conn: &mut Conn<'_>, item_id: &str, public_only: bool) -> Result<Vec<StepView>> {
    conn.all(THREAD, args![item_id, i64::from(public_only)]).await?.iter().map(read).collect()
}

/// How many steps the thread of an item has.
///
/// # Errors
/// The engine's words.
pub async fn count(conn: &mut Conn<'_>, item_id: &str) -> Result<i64> {
    conn.one(COUNT, args![item_id], "count").await?.get("n")
}

/// Takes out the steps of an item that an undone split had made.
///
/// # Errors
/// The engine's words.
pub async fn remove(tx: &mut Tx<'_>, item_id: &str) -> Result<()> {
    tx.exec(REMOVE, args![item_id]).await?;
    Ok(())
}

fn read(row: &Row) -> Result<StepView> {
    let data: String = row.get("data")?;
    Ok(StepView {
        at: row.get("at")?,
        on_day: row.get("on_day")?,
        actor: row.get("actor")?,
        step: serde_json::from_str(&data).map_err(|_| StoreError::Vocabulary { what: "step", value: data.clone() })?,
    })
}

statements! {
    APPEND = "INSERT INTO step (id, province_id, item_id, at, on_day, kind, actor, data, public) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    COUNT = "SELECT count(*) AS n FROM step WHERE item_id = $1";
    REMOVE = "DELETE FROM step WHERE item_id = $1";
    THREAD = "SELECT at, on_day, actor, data FROM step WHERE item_id = $1 AND public >= $2 ORDER BY at, id";
}
