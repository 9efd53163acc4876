//! Bản nháp: what an officer has typed into a form and not sent. One row for an account and a form.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// JSON list of name and value.
    pub fields: String,
    /// Epoch microseconds of the last keeping.
    pub at: i64,
}

/// Keeps a draft in place of the one before; drafts from before `forget_before` go.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, user_id: &str, form: &str, fields: &str, at: i64, forget_before: i64) -> Result<()> {
    tx.exec(FORGET_OLD, args![user_id, forget_before]).await?;
    tx.exec(PUT, args![user_id, form, fields, at]).await?;
    Ok(())
}

/// The draft of a form.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, user_id: &str, form: &str) -> Result<Option<DraftRow>> {
    conn.maybe(FIND, args![user_id, form]).await?.map(|r| Ok(DraftRow { fields: r.get("fields")?, at: r.get("at")? })).transpose()
}

/// Forgets the draft of a form: it was sent, or thrown away.
///
/// # Errors
/// The engine's words.
pub async fn forget(tx: &mut Tx<'_>, user_id: &str, form: &str) -> Result<()> {
    tx.exec(FORGET, args![user_id, form]).await?;
    Ok(())
}

statements! {
    PUT = "INSERT INTO draft (user_id, form, fields, at) VALUES ($1, $2, $3, $4) \
           ON CONFLICT (user_id, form) DO UPDATE SET fields = excluded.fields, at = excluded.at";
    FIND = "SELECT fields, at FROM draft WHERE user_id = $1 AND form = $2";
    FORGET = "DELETE FROM draft WHERE user_id = $1 AND form = $2";
    FORGET_OLD = "DELETE FROM draft WHERE user_id = $1 AND at < $2";
}
