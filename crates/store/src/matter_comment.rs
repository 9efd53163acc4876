//! Trao đổi: what bodies say to each other about a matter. Internal; no public page, search or export reads this file.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit.
    pub unit_id: String,
    /// The item.
    pub item_id: String,
    /// The body that says it.
    pub body_id: String,
    /// What it says.
    pub text: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body.
    pub by_label: String,
}

/// Adds a comment.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, c: &CommentRow) -> Result<()> {
    tx.exec(ADD, args![&c.id, &c.unit_id, &c.item_id, &c.body_id, &c.text, c.at, &c.on_day, &c.by_user, &c.by_label]).await?;
    Ok(())
}

/// The comments on a matter, in order.
///
/// # Errors
/// The engine's words.
pub async fn of_item(conn: &mut Conn<'_>, item_id: &str) -> Result<Vec<CommentRow>> {
    conn.all(OF_ITEM, args![item_id])
        .await?
        .iter()
        .map(|r| {
            Ok(CommentRow {
                id: r.get("id")?,
                unit_id: r.get("unit_id")?,
                item_id: r.get("item_id")?,
                body_id: r.get("body_id")?,
                text: r.get("text")?,
                at: r.get("at")?,
                on_day: r.get("on_day")?,
                by_user: r.get("by_user")?,
                by_label: r.get("by_label")?,
            })
        })
        .collect()
}

statements! {
    ADD = "INSERT INTO matter_comment (id, unit_id, item_id, body_id, text, at, on_day, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    OF_ITEM = "SELECT * FROM matter_comment WHERE item_id = $1 ORDER BY at, id";
}
