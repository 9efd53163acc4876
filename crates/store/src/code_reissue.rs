//! Cấp lại mã: a code that was lost is replaced at the counter; the old one finds nothing any more.

use caunoi_domain::opinion::reissue::IdentityCheck;

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// Replaces every code of an opinion by a new one.
///
/// # Errors
/// The engine's words.
pub async fn replace(tx: &mut Tx<'_>, opinion_id: &str, code_hash: [u8; 32], secret_hash: [u8; 32]) -> Result<Vec<Vec<u8>>> {
    let old = tx.all(OLD, args![opinion_id]).await?.iter().map(|r| r.get("code_hash")).collect::<Result<_>>()?;
    tx.exec(DROP, args![opinion_id]).await?;
    crate::opinion::add_tracking(tx, opinion_id, code_hash, secret_hash).await?;
    Ok(old)
}

/// Keeps that an old code was replaced, by whom, and how the person was known.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, id: &str, opinion_id: &str, old: &[u8], check: IdentityCheck, at: i64, by_user: &str) -> Result<()> {
    tx.exec(ADD, args![id, opinion_id, old, check.code(), at, by_user]).await?;
    Ok(())
}

/// When a code that was good once was replaced, in epoch microseconds, and the name of the commune: for whoever holds
/// that code, which is as secret as a good one.
///
/// # Errors
/// The engine's words.
pub async fn of_old(conn: &mut Conn<'_>, old: [u8; 32]) -> Result<Option<(i64, String)>> {
    conn.maybe(OF_OLD, args![old]).await?.map(|r| Ok((r.get("at")?, r.get("name")?))).transpose()
}

statements! {
    OF_OLD = "SELECT r.at, u.name FROM code_reissue r JOIN opinion o ON o.id = r.opinion_id JOIN unit u ON u.id = o.unit_id WHERE r.old_code_hash = $1 ORDER BY r.at DESC LIMIT 1";
    OLD = "SELECT code_hash FROM tracking WHERE opinion_id = $1";
    DROP = "DELETE FROM tracking WHERE opinion_id = $1";
    ADD = "INSERT INTO code_reissue (id, opinion_id, old_code_hash, check_kind, at, by_user) VALUES ($1, $2, $3, $4, $5, $6)";
}
