//! Work that follows a commit: kept with it, done after it, done again at the next start where it was cut short.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// Keeps a piece of work of a kind; the payload holds ids and hashes only.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, id: &str, kind: &str, payload: &str, run_at: i64) -> Result<()> {
    tx.exec(ADD, args![id, kind, payload, run_at]).await?;
    Ok(())
}

/// Work of a kind that is still to be done: id and payload.
///
/// # Errors
/// The engine's words.
pub async fn waiting(conn: &mut Conn<'_>, kind: &str) -> Result<Vec<(String, String)>> {
    conn.all(WAITING, args![kind]).await?.iter().map(|r| Ok((r.get("id")?, r.get("payload")?))).collect()
}

/// Marks work as done.
///
/// # Errors
/// The engine's words.
pub async fn done(tx: &mut Tx<'_>, id: &str, at: i64) -> Result<()> {
    tx.exec(DONE, args![id, at]).await?;
    Ok(())
}

statements! {
    ADD = "INSERT INTO job (id, kind, payload, run_at, tries, error) VALUES ($1, $2, $3, $4, 0, '')";
    WAITING = "SELECT id, payload FROM job WHERE kind = $1 AND done_at IS NULL ORDER BY run_at, id LIMIT 200";
    DONE = "UPDATE job SET done_at = $2 WHERE id = $1";
}
