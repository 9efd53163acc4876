//! Câu trả lời mẫu: answers that are kept with the norm they rest on, to be used again by field (S3.11).

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// A kept answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedAnswerRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// Code word of the field.
    pub field: String,
    /// Its name in lists.
    pub title: String,
    /// The answer.
    pub text: String,
    /// The norm it rests on.
    pub norm: String,
    /// How often it was taken.
    pub used: i64,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day on which it was last written.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body.
    pub by_label: String,
}

/// Adds a kept answer.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, a: &SavedAnswerRow) -> Result<()> {
    tx.exec(ADD, args![&a.id, &a.unit_id, a.public_id, &a.field, &a.title, &a.text, &a.norm, a.at, &a.on_day, &a.by_user, &a.by_label])
        .await?;
    Ok(())
}

/// Writes back a kept answer.
///
/// # Errors
/// The engine's words.
pub async fn save(tx: &mut Tx<'_>, a: &SavedAnswerRow) -> Result<()> {
    tx.exec(SAVE, args![&a.id, &a.field, &a.title, &a.text, &a.norm, a.at, &a.on_day, &a.by_user, &a.by_label]).await?;
    Ok(())
}

/// A kept answer is proposed no more; what was answered with it stays.
///
/// # Errors
/// The engine's words.
pub async fn retire(tx: &mut Tx<'_>, id: &str, at: i64) -> Result<()> {
    tx.exec(RETIRE, args![id, at]).await?;
    Ok(())
}

/// Counts that it was taken.
///
/// # Errors
/// The engine's words.
pub async fn use_once(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    tx.exec(USE, args![id]).await?;
    Ok(())
}

/// The kept answer of that public id, where it is still proposed.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<SavedAnswerRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// The kept answers of a unit, of a field or of all where it is empty; the most used first.
///
/// # Errors
/// The engine's words.
pub async fn of_unit(conn: &mut Conn<'_>, unit_id: &str, field: &str, limit: i64) -> Result<Vec<SavedAnswerRow>> {
    conn.all(OF_UNIT, args![unit_id, field, limit]).await?.iter().map(read).collect()
}

/// The answers in force of a unit for the field of an item, the most used first; of every field where it is not classified.
///
/// # Errors
/// The engine's words.
pub async fn for_item(conn: &mut Conn<'_>, unit_id: &str, item_id: &str, limit: i64) -> Result<Vec<SavedAnswerRow>> {
    conn.all(FOR_ITEM, args![unit_id, item_id, limit]).await?.iter().map(read).collect()
}

/// The same for the topic that a prepared answer is for: the field is that of its first item that has one.
///
/// # Errors
/// The engine's words.
pub async fn for_topic(conn: &mut Conn<'_>, unit_id: &str, answer_id: &str, limit: i64) -> Result<Vec<SavedAnswerRow>> {
    conn.all(FOR_TOPIC, args![unit_id, answer_id, limit]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<SavedAnswerRow> {
    Ok(SavedAnswerRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        field: r.get("field")?,
        title: r.get("title")?,
        text: r.get("text")?,
        norm: r.get("norm")?,
        used: r.get("used")?,
        at: r.get("at")?,
        on_day: r.get("on_day")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
    })
}

statements! {
    ADD = "INSERT INTO saved_answer (id, unit_id, public_id, field, title, text, norm, at, on_day, by_user, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    SAVE = "UPDATE saved_answer SET field = $2, title = $3, text = $4, norm = $5, at = $6, on_day = $7, by_user = $8, by_label = $9 WHERE id = $1";
    RETIRE = "UPDATE saved_answer SET retired_at = $2 WHERE id = $1 AND retired_at IS NULL";
    USE = "UPDATE saved_answer SET used = used + 1 WHERE id = $1";
    FIND_PUBLIC = "SELECT * FROM saved_answer WHERE public_id = $1 AND retired_at IS NULL";
    FOR_TOPIC = "SELECT s.* FROM saved_answer s WHERE s.unit_id = $1 AND s.retired_at IS NULL AND s.field = coalesce((SELECT i.field FROM prepared_answer a \
                 JOIN topic t ON t.id = a.topic_id JOIN item i ON i.issue_id = t.issue_id OR i.id = t.item_id WHERE a.id = $2 AND i.field <> '' \
                 ORDER BY i.created_at, i.id LIMIT 1), s.field) ORDER BY s.used DESC, s.at DESC, s.id LIMIT $3";
    FOR_ITEM = "SELECT a.* FROM item i JOIN saved_answer a ON a.unit_id = $1 AND (i.field = '' OR a.field = i.field) AND a.retired_at IS NULL \
                WHERE i.id = $2 ORDER BY a.used DESC, a.at DESC, a.id LIMIT $3";
    OF_UNIT = "SELECT * FROM saved_answer WHERE unit_id = $1 AND ($2 = '' OR field = $2) AND retired_at IS NULL ORDER BY used DESC, at DESC, id LIMIT $3";
}
