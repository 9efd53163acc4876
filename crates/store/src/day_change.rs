//! What happened to the day of a dialogue: postponed, planned anew, cancelled (S3.10). Rows are added, never changed.

use caunoi_domain::dialogue::stop::DayChange;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// One change of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The dialogue.
    pub dialogue_id: String,
    /// What happened.
    pub kind: DayChange,
    /// The ISO day before it.
    pub from_day: String,
    /// The time before it, or empty.
    pub from_time: String,
    /// The place before it, or empty.
    pub from_place: String,
    /// The new ISO day, where there is one.
    pub to_day: Option<String>,
    /// Why.
    pub reason: String,
    /// Number and symbol of the paper.
    pub paper: String,
    /// ISO day of the paper.
    pub paper_on: Option<String>,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body.
    pub by_label: String,
}

/// Appends a change.
///
/// # Errors
/// The engine's words.
pub async fn append(tx: &mut Tx<'_>, c: &ChangeRow) -> Result<()> {
    tx.exec(
        APPEND,
        args![
            &c.id,
            &c.dialogue_id,
            c.kind.code(),
            &c.from_day,
            &c.from_time,
            &c.from_place,
            &c.to_day,
            &c.reason,
            &c.paper,
            &c.paper_on,
            c.at,
            &c.on_day,
            &c.by_user,
            &c.by_label
        ],
    )
    .await?;
    Ok(())
}

/// What happened to the day of a dialogue, in order.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<ChangeRow>> {
    conn.all(OF, args![dialogue_id]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<ChangeRow> {
    Ok(ChangeRow {
        id: r.get("id")?,
        dialogue_id: r.get("dialogue_id")?,
        kind: r.word("kind")?,
        from_day: r.get("from_day")?,
        from_time: r.get("from_time")?,
        from_place: r.get("from_place")?,
        to_day: r.get("to_day")?,
        reason: r.get("reason")?,
        paper: r.get("paper")?,
        paper_on: r.get("paper_on")?,
        at: r.get("at")?,
        on_day: r.get("on_day")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
    })
}

statements! {
    APPEND = "INSERT INTO day_change (id, dialogue_id, kind, from_day, from_time, from_place, to_day, reason, paper, paper_on, at, on_day, by_user, by_label) \
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    OF = "SELECT * FROM day_change WHERE dialogue_id = $1 ORDER BY at, id";
}
