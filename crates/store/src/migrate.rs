//! The schema, step by step, the same numbers on both engines.

use crate::{
    args,
    db::Tx,
    dialect,
    error::{Result, StoreError},
};

/// The steps in their order: number and text.
pub const STEPS: &[(i64, &str)] = &[(1, include_str!("../migrations/0001_thread.sql"))];

const HAVE_TABLE_SQLITE: &str = "SELECT CAST(count(*) AS BIGINT) AS n FROM sqlite_master WHERE type = 'table' AND name = 'schema_step'";
const HAVE_TABLE_POSTGRES: &str = "SELECT CAST(count(*) AS BIGINT) AS n FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_step'";
const LAST: &str = "SELECT coalesce(max(number), 0) AS n FROM schema_step";
const MARK: &str = "INSERT INTO schema_step (number) VALUES ($1)";

/// Brings the schema up to date inside the caller's transaction; answers the steps that were taken.
///
/// # Errors
/// [`StoreError::SchemaAhead`] where the database is newer than this program; else the engine's words.
pub async fn up(tx: &mut Tx<'_>) -> Result<Vec<i64>> {
    let engine = tx.engine();
    let have: i64 = tx.one(dialect::pick(engine, HAVE_TABLE_SQLITE, HAVE_TABLE_POSTGRES), args![], "schema_step").await?.get("n")?;
    if have == 0 {
        tx.script("CREATE TABLE schema_step (number BIGINT PRIMARY KEY)".to_owned()).await?;
    }
    let found: i64 = tx.one(LAST, args![], "schema_step").await?.get("n")?;
    let known = STEPS.last().map_or(0, |s| s.0);
    if found > known {
        return Err(StoreError::SchemaAhead { found, known });
    }
    let mut taken = Vec::new();
    for (number, text) in STEPS.iter().filter(|s| s.0 > found) {
        tx.script(dialect::migration(text, engine)).await?;
        tx.exec(MARK, args![*number]).await?;
        taken.push(*number);
    }
    Ok(taken)
}
