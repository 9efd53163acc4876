//! Bản trình công bố: texts that the office edited for publication and laid before a head (P1).

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// A text that waits, or that was returned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRow {
    /// The item.
    pub item_id: String,
    /// Its unit.
    pub unit_id: String,
    /// Title as everybody would read it.
    pub title: String,
    /// Text as everybody would read it.
    pub body: String,
    /// True where a head returned it.
    pub returned: bool,
    /// Why it was returned.
    pub note: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id of who submitted it.
    pub by_user: String,
    /// Their post or body.
    pub by_label: String,
}

/// Lays a text before the head, in place of one that waited or was returned.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, t: &TextRow) -> Result<()> {
    tx.exec(PUT, args![&t.item_id, &t.unit_id, &t.title, &t.body, t.at, &t.by_user, &t.by_label]).await?;
    Ok(())
}

/// The text of an item that waits or was returned.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, item_id: &str) -> Result<Option<TextRow>> {
    conn.maybe(FIND, args![item_id])
        .await?
        .map(|r| {
            Ok(TextRow {
                item_id: r.get("item_id")?,
                unit_id: r.get("unit_id")?,
                title: r.get("title")?,
                body: r.get("body")?,
                returned: r.get("returned")?,
                note: r.get("note")?,
                at: r.get("at")?,
                by_user: r.get("by_user")?,
                by_label: r.get("by_label")?,
            })
        })
        .transpose()
}

/// Gives a text that waits back to the office; false where none waits.
///
/// # Errors
/// The engine's words.
pub async fn give_back(tx: &mut Tx<'_>, item_id: &str, note: &str) -> Result<bool> {
    Ok(tx.exec(GIVE_BACK, args![item_id, note]).await? == 1)
}

/// Takes the text away: it was decided about. False where there was none.
///
/// # Errors
/// The engine's words.
pub async fn end(tx: &mut Tx<'_>, item_id: &str) -> Result<bool> {
    Ok(tx.exec(END, args![item_id]).await? == 1)
}

statements! {
    PUT = "INSERT INTO publication_draft (item_id, unit_id, title, body, at, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7) \
           ON CONFLICT (item_id) DO UPDATE SET title = excluded.title, body = excluded.body, returned = 0, note = '', at = excluded.at, \
           by_user = excluded.by_user, by_label = excluded.by_label";
    FIND = "SELECT item_id, unit_id, title, body, returned, note, at, by_user, by_label FROM publication_draft WHERE item_id = $1";
    GIVE_BACK = "UPDATE publication_draft SET returned = 1, note = $2 WHERE item_id = $1 AND returned = 0";
    END = "DELETE FROM publication_draft WHERE item_id = $1";
}
