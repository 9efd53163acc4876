//! Who opened what holds a person's identity, and when.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// Logs that an account opened something.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, id: &str, user_id: &str, subject_kind: &str, subject_id: &str, at: i64) -> Result<()> {
    tx.exec(ADD, args![id, user_id, subject_kind, subject_id, at]).await?;
    Ok(())
}

/// Logs a search: the keyed hash of what was looked for, and how many were found; never the words.
///
/// # Errors
/// The engine's words.
pub async fn add_search(tx: &mut Tx<'_>, id: &str, user_id: &str, query_hash: &str, found: i64, at: i64) -> Result<()> {
    tx.exec(ADD_SEARCH, args![id, user_id, query_hash, at, found.to_string()]).await?;
    Ok(())
}

/// Logs that something found by a search was opened: the search's own line in the log, and what was opened.
///
/// # Errors
/// The engine's words.
pub async fn add_hit(tx: &mut Tx<'_>, id: &str, user_id: &str, search_id: &str, opened: &str, at: i64) -> Result<()> {
    tx.exec(ADD_HIT, args![id, user_id, search_id, at, opened]).await?;
    Ok(())
}

/// True where that line of the log is a search of that account.
///
/// # Errors
/// The engine's words.
pub async fn is_search_of(conn: &mut Conn<'_>, id: &str, user_id: &str) -> Result<bool> {
    Ok(conn.maybe(SEARCH_OF, args![id, user_id]).await?.is_some())
}

statements! {
    ADD_SEARCH = "INSERT INTO access_log (id, user_id, subject_kind, subject_id, at, note) VALUES ($1, $2, 'search', $3, $4, $5)";
    ADD_HIT = "INSERT INTO access_log (id, user_id, subject_kind, subject_id, at, note) VALUES ($1, $2, 'search_hit', $3, $4, $5)";
    SEARCH_OF = "SELECT id FROM access_log WHERE id = $1 AND user_id = $2 AND subject_kind = 'search'";
    ADD = "INSERT INTO access_log (id, user_id, subject_kind, subject_id, at) VALUES ($1, $2, $3, $4, $5)";
}
