//! Tries of passwords, codes and secrets, counted within a window.

use crate::{args, db::Tx, error::Result, statements};

/// Counts a try under a key inside a window; answers how many there were in it, this one included.
///
/// # Errors
/// The engine's words.
pub async fn count_try(tx: &mut Tx<'_>, key_hash: [u8; 32], now: i64, window_us: i64) -> Result<i64> {
    tx.exec(COUNT_TRY, args![key_hash, now, now - window_us]).await?;
    tx.one(TRIES, args![key_hash], "attempt").await?.get("count")
}

/// How many tries stand under a key in the window that runs; none where it is over.
///
/// # Errors
/// The engine's words.
pub async fn tries(tx: &mut Tx<'_>, key_hash: [u8; 32], now: i64, window_us: i64) -> Result<i64> {
    tx.maybe(TRIES_IN, args![key_hash, now - window_us]).await?.map_or(Ok(0), |r| r.get("count"))
}

/// Takes away the tries whose window is over; answers how many keys these were.
///
/// # Errors
/// The engine's words.
pub async fn prune_tries(tx: &mut Tx<'_>, now: i64, window_us: i64) -> Result<u64> {
    tx.exec(PRUNE_TRIES, args![now - window_us]).await
}

/// Forgets the tries under a key.
///
/// # Errors
/// The engine's words.
pub async fn forget_tries(tx: &mut Tx<'_>, key_hash: [u8; 32]) -> Result<()> {
    tx.exec(FORGET_TRIES, args![key_hash]).await?;
    Ok(())
}

statements! {
    COUNT_TRY = "INSERT INTO attempt (key_hash, since, count) VALUES ($1, $2, 1) ON CONFLICT (key_hash) DO UPDATE SET \
                 count = CASE WHEN attempt.since < $3 THEN 1 ELSE attempt.count + 1 END, since = CASE WHEN attempt.since < $3 THEN $2 ELSE attempt.since END";
    TRIES = "SELECT count FROM attempt WHERE key_hash = $1";
    TRIES_IN = "SELECT count FROM attempt WHERE key_hash = $1 AND since >= $2";
    PRUNE_TRIES = "DELETE FROM attempt WHERE since < $1";
    FORGET_TRIES = "DELETE FROM attempt WHERE key_hash = $1";
}
