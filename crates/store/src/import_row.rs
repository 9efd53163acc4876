//! What a row of a book became: the reason that nothing lands twice.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// Where a row comes from.
#[derive(Clone, Copy, Debug)]
pub struct Identity<'a> {
    /// `opinion`
    pub kind: &'a str,
    /// The unit's id.
    pub unit_id: &'a str,
    /// The book.
    pub source: &'a str,
    /// Its number there, or the row's hash.
    pub source_id: &'a str,
}

/// The hash of the row that landed under that identity.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, of: Identity<'_>) -> Result<Option<String>> {
    conn.maybe(FIND, args![of.kind, of.unit_id, of.source, of.source_id]).await?.map(|r| r.get("row_hash")).transpose()
}

/// What a row became, by which import.
#[derive(Clone, Copy, Debug)]
pub struct Became<'a> {
    /// Its hash.
    pub row_hash: &'a str,
    /// The id of what it became.
    pub target_id: &'a str,
    /// The import.
    pub batch_id: &'a str,
    /// The row's number in the file.
    pub seq: i64,
}

/// Keeps what a row became.
///
/// # Errors
/// A unique violation where it is there already.
pub async fn add(tx: &mut Tx<'_>, of: Identity<'_>, b: Became<'_>, at: i64) -> Result<()> {
    tx.exec(ADD, args![of.kind, of.unit_id, of.source, of.source_id, b.row_hash, b.target_id, at, b.batch_id, b.seq]).await?;
    Ok(())
}

statements! {
    FIND = "SELECT row_hash FROM import_row WHERE kind = $1 AND unit_id = $2 AND source = $3 AND source_id = $4";
    ADD = "INSERT INTO import_row (kind, unit_id, source, source_id, row_hash, target_id, at, batch_id, seq) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}
