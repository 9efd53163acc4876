//! Keys of forms that were carried out, with the answer they had.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// The kept answer (JSON) of a key.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, key_hash: [u8; 32]) -> Result<Option<String>> {
    conn.maybe(FIND, args![key_hash]).await?.map(|r| r.get("result")).transpose()
}

/// Keeps the answer of a key.
///
/// # Errors
/// The engine's words; a unique violation where a twin was first (PostgreSQL runs the change again).
pub async fn keep(tx: &mut Tx<'_>, key_hash: [u8; 32], verb: &str, result: &str, at: i64) -> Result<()> {
    tx.exec(KEEP, args![key_hash, verb, result, at]).await?;
    Ok(())
}

statements! {
    FIND = "SELECT result FROM idempotency WHERE key_hash = $1";
    KEEP = "INSERT INTO idempotency (key_hash, verb, result, at) VALUES ($1, $2, $3, $4)";
}
