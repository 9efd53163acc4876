//! Data that ship with the program: which edition of each has been loaded, so that loading again is one look.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// The mark of the edition that was loaded; `None` before the first.
///
/// # Errors
/// The engine's words.
pub async fn mark(conn: &mut Conn<'_>, name: &str) -> Result<Option<String>> {
    conn.maybe(MARK, args![name]).await?.map(|r| r.get("mark")).transpose()
}

/// Keeps that this edition was loaded.
///
/// # Errors
/// The engine's words.
pub async fn keep(tx: &mut Tx<'_>, name: &str, mark: &str, at: i64) -> Result<()> {
    tx.exec(KEEP, args![name, mark, at]).await?;
    Ok(())
}

statements! {
    MARK = "SELECT mark FROM data_set WHERE name = $1";
    KEEP = "INSERT INTO data_set (name, mark, at) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET mark = excluded.mark, at = excluded.at";
}
