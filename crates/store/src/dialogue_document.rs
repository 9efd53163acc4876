//! Documents of the information part of a dialogue (S0.8, S4.14): stored per event, public from the announcement on.

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A document of a dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The dialogue.
    pub dialogue_id: String,
    /// From 1.
    pub seq: i64,
    /// Title.
    pub title: String,
    /// Number and symbol, or empty.
    pub symbol: String,
    /// ISO day on which people could read it first; absent until the dialogue is announced.
    pub published_on: Option<String>,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body.
    pub by_label: String,
}

/// A document with its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentView {
    /// The document.
    pub document: DocumentRow,
    /// Public id of the file.
    pub file_public_id: i64,
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub size: i64,
}

/// Adds a document; its file is attached to its id.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, d: &DocumentRow) -> Result<()> {
    tx.exec(ADD, args![&d.id, &d.dialogue_id, d.seq, &d.title, &d.symbol, &d.published_on, d.at, &d.by_user, &d.by_label]).await?;
    Ok(())
}

/// Takes a document out that people could not read yet.
///
/// # Errors
/// The engine's words.
pub async fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    if tx.exec(REMOVE, args![id]).await? > 0 {
        tx.exec(REMOVE_FILE, args![id]).await?;
    }
    Ok(())
}

/// From that ISO day on everybody may read what a dialogue has.
///
/// # Errors
/// The engine's words.
pub async fn publish(tx: &mut Tx<'_>, dialogue_id: &str, on: &str) -> Result<()> {
    tx.exec(PUBLISH_FILES, args![dialogue_id]).await?;
    tx.exec(PUBLISH, args![dialogue_id, on]).await?;
    Ok(())
}

/// The documents of a dialogue, in their order.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<DocumentView>> {
    of_look(dialogue_id).alone(conn).await
}

/// As [`of`], to be asked for with other nouns.
#[must_use]
pub fn of_look(dialogue_id: &str) -> Look<Vec<DocumentView>> {
    Look::each(OF, args![dialogue_id], read)
}

fn read(r: &Row) -> Result<DocumentView> {
    Ok(DocumentView {
        document: DocumentRow {
            id: r.get("id")?,
            dialogue_id: r.get("dialogue_id")?,
            seq: r.get("seq")?,
            title: r.get("title")?,
            symbol: r.get("symbol")?,
            published_on: r.get("published_on")?,
            at: r.get("at")?,
            by_user: r.get("by_user")?,
            by_label: r.get("by_label")?,
        },
        file_public_id: r.get("file_public_id")?,
        name: r.get("name")?,
        size: r.get("size")?,
    })
}

statements! {
    ADD = "INSERT INTO dialogue_document (id, dialogue_id, seq, title, symbol, published_on, at, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    REMOVE = "DELETE FROM dialogue_document WHERE id = $1 AND published_on IS NULL";
    REMOVE_FILE = "DELETE FROM file WHERE subject_kind = 'dialogue_document' AND subject_id = $1";
    PUBLISH_FILES = "UPDATE file SET public = 1 WHERE subject_kind = 'dialogue_document' AND subject_id IN (SELECT id FROM dialogue_document WHERE dialogue_id = $1)";
    PUBLISH = "UPDATE dialogue_document SET published_on = $2 WHERE dialogue_id = $1 AND published_on IS NULL";
    OF = "SELECT d.*, f.public_id AS file_public_id, f.name, f.size FROM dialogue_document d CROSS JOIN file f WHERE d.dialogue_id = $1 AND f.subject_kind = 'dialogue_document' AND f.subject_id = d.id ORDER BY d.seq, d.id";
}
