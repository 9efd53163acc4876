//! Work that follows a commit: kept with it, done after it, done again at the next start where it was cut short.

use crate::{
    args,
    db::{Conn, Engine, Tx},
    dialect,
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

/// Keeps a piece of work that returns, where it is not there yet.
///
/// # Errors
/// The engine's words.
pub async fn ensure(tx: &mut Tx<'_>, id: &str, kind: &str, run_at: i64) -> Result<()> {
    tx.exec(ENSURE, args![id, kind, run_at]).await?;
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

/// A piece of work that a worker has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// Ids.
    pub payload: String,
    /// How often it was tried before.
    pub tries: i64,
}

/// Takes work of the kinds that begin with `family.` and are due; nobody else takes it before `again_at`, when it is
/// due once more if this worker is never heard of again.
///
/// # Errors
/// The engine's words.
pub async fn claim(tx: &mut Tx<'_>, family: &str, now: i64, again_at: i64, limit: i64) -> Result<Vec<Claimed>> {
    let due = dialect::pick(tx.engine(), DUE, DUE_POSTGRES);
    let rows = tx.all(due, args![format!("{family}."), now, limit]).await?;
    let mut taken = Vec::new();
    for r in &rows {
        let job = Claimed { id: r.get("id")?, kind: r.get("kind")?, payload: r.get("payload")?, tries: r.get("tries")? };
        tx.exec(TAKE, args![&job.id, again_at]).await?;
        taken.push(job);
    }
    Ok(taken)
}

/// The work could not be done now: it is due again at that instant. The error holds no text of people.
///
/// # Errors
/// The engine's words.
pub async fn later(tx: &mut Tx<'_>, id: &str, run_at: i64, error: &str) -> Result<()> {
    tx.exec(LATER, args![id, run_at, error]).await?;
    Ok(())
}

/// The work can never be done: it ends with its error.
///
/// # Errors
/// The engine's words.
pub async fn give_up(tx: &mut Tx<'_>, id: &str, at: i64, error: &str) -> Result<()> {
    tx.exec(GIVE_UP, args![id, at, error]).await?;
    Ok(())
}

/// How much work of a family is not done.
///
/// # Errors
/// The engine's words.
pub async fn undone(conn: &mut Conn<'_>, family: &str) -> Result<i64> {
    conn.one(UNDONE, args![format!("{family}.")], "job").await?.get("n")
}

/// What is due, for the engine of many workers: rows that another worker holds are passed over.
const DUE_POSTGRES: &str = "SELECT id, kind, payload, tries FROM job WHERE done_at IS NULL AND run_at <= $2 AND substr(kind, 1, length($1)) = $1 \
                            ORDER BY run_at, id LIMIT $3 FOR UPDATE SKIP LOCKED";

/// The texts that only PostgreSQL knows, for the test that prepares every one.
#[must_use]
pub const fn only_of(engine: Engine) -> &'static [(&'static str, &'static str)] {
    match engine {
        Engine::Sqlite => &[],
        Engine::Postgres => &[("DUE_POSTGRES", DUE_POSTGRES)],
    }
}

statements! {
    ADD = "INSERT INTO job (id, kind, payload, run_at, tries, error) VALUES ($1, $2, $3, $4, 0, '')";
    ENSURE = "INSERT INTO job (id, kind, payload, run_at, tries, error) VALUES ($1, $2, '', $3, 0, '') ON CONFLICT (id) DO NOTHING";
    WAITING = "SELECT id, payload FROM job WHERE kind = $1 AND done_at IS NULL ORDER BY run_at, id LIMIT 200";
    DUE = "SELECT id, kind, payload, tries FROM job WHERE done_at IS NULL AND run_at <= $2 AND substr(kind, 1, length($1)) = $1 ORDER BY run_at, id LIMIT $3";
    TAKE = "UPDATE job SET run_at = $2, tries = tries + 1 WHERE id = $1";
    LATER = "UPDATE job SET run_at = $2, error = $3 WHERE id = $1 AND done_at IS NULL";
    GIVE_UP = "UPDATE job SET done_at = $2, error = $3 WHERE id = $1";
    UNDONE = "SELECT count(*) AS n FROM job WHERE done_at IS NULL AND substr(kind, 1, length($1)) = $1";
    DONE = "UPDATE job SET done_at = $2 WHERE id = $1";
}
