//! The schema, step by step, the same numbers on both engines.

use crate::{
    args,
    db::{Conn, Tx},
    dialect,
    error::{Result, StoreError},
};

/// The steps in their order: number and text.
pub const STEPS: &[(i64, &str)] = &[
    (1, include_str!("../migrations/0001_thread.sql")),
    (2, include_str!("../migrations/0002_territory.sql")),
    (3, include_str!("../migrations/0003_offices.sql")),
    (4, include_str!("../migrations/0004_plan.sql")),
    (5, include_str!("../migrations/0005_books.sql")),
    (6, include_str!("../migrations/0006_register.sql")),
    (7, include_str!("../migrations/0007_figures.sql")),
    (8, include_str!("../migrations/0008_publish.sql")),
    (9, include_str!("../migrations/0009_tasks.sql")),
    (10, include_str!("../migrations/0010_ledger.sql")),
    (11, include_str!("../migrations/0011_plans.sql")),
    (12, include_str!("../migrations/0012_books.sql")),
    (13, include_str!("../migrations/0013_rest.sql")),
    (14, include_str!("../migrations/0014_monday.sql")),
    (17, include_str!("../migrations/0017_ledger.sql")),
    (18, include_str!("../migrations/0018_copies.sql")),
    (19, include_str!("../migrations/0019_undo.sql")),
    (20, include_str!("../migrations/0020_duty.sql")),
    (22, include_str!("../migrations/0022_publication_draft.sql")),
    (23, include_str!("../migrations/0023_sides.sql")),
    (24, include_str!("../migrations/0024_ledger.sql")),
    (27, include_str!("../migrations/0027_seek.sql")),
    (29, include_str!("../migrations/0029_duty.sql")),
    (32, include_str!("../migrations/0032_urged.sql")),
    (33, include_str!("../migrations/0033_withdrawn.sql")),
];

const HAVE_TABLE_SQLITE: &str = "SELECT CAST(count(*) AS BIGINT) AS n FROM sqlite_master WHERE type = 'table' AND name = 'schema_step'";
const HAVE_TABLE_POSTGRES: &str = "SELECT CAST(count(*) AS BIGINT) AS n FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_step'";
const TAKEN: &str = "SELECT number FROM schema_step ORDER BY number";
const MARK: &str = "INSERT INTO schema_step (number) VALUES ($1)";

/// Brings the schema up to date inside the caller's transaction; answers the steps that were taken.
///
/// # Errors
/// [`StoreError::SchemaAhead`] where the database is newer than this program; else the engine's words.
pub async fn up(tx: &mut Tx<'_>) -> Result<Vec<i64>> {
    let engine = tx.engine();
    if !begun(tx).await? {
        tx.script("CREATE TABLE schema_step (number BIGINT PRIMARY KEY)".to_owned()).await?;
    }
    // A step with a lower number may come later than one with a higher: what counts is whether it was taken.
    let found = found(tx).await?;
    let mut taken = Vec::new();
    for (number, text) in STEPS.iter().filter(|s| !found.contains(&s.0)) {
        tx.script(dialect::migration(text, engine)).await?;
        tx.exec(MARK, args![*number]).await?;
        taken.push(*number);
    }
    Ok(taken)
}

/// Whether the schema is the one this program knows.
///
/// # Errors
/// [`StoreError::NotMade`] where it is older or not there, [`StoreError::SchemaAhead`] where it is newer.
pub async fn check(conn: &mut Conn<'_>) -> Result<()> {
    if !begun(conn).await? {
        return Err(StoreError::NotMade);
    }
    let found = found(conn).await?;
    if STEPS.iter().all(|s| found.contains(&s.0)) { Ok(()) } else { Err(StoreError::NotMade) }
}

async fn begun(conn: &mut Conn<'_>) -> Result<bool> {
    let have = dialect::pick(conn.engine(), HAVE_TABLE_SQLITE, HAVE_TABLE_POSTGRES);
    Ok(conn.one(have, args![], "schema_step").await?.get::<i64>("n")? > 0)
}

/// The steps taken, none beyond what this program knows.
async fn found(conn: &mut Conn<'_>) -> Result<Vec<i64>> {
    let found: Vec<i64> = conn.all(TAKEN, args![]).await?.iter().map(|r| r.get("number")).collect::<Result<_>>()?;
    match found.iter().find(|n| **n > known()) {
        Some(ahead) => Err(StoreError::SchemaAhead { found: *ahead, known: known() }),
        None => Ok(found),
    }
}

fn known() -> i64 {
    STEPS.last().map_or(0, |s| s.0)
}
