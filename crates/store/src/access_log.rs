//! Who opened what holds a person's identity, and when.

use crate::{args, db::Tx, error::Result, statements};

/// Logs that an account opened something.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, id: &str, user_id: &str, subject_kind: &str, subject_id: &str, at: i64) -> Result<()> {
    tx.exec(ADD, args![id, user_id, subject_kind, subject_id, at]).await?;
    Ok(())
}

statements! {
    ADD = "INSERT INTO access_log (id, user_id, subject_kind, subject_id, at) VALUES ($1, $2, $3, $4, $5)";
}
