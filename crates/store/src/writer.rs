//! The owned writer. A change never runs inside the request that asked for it: a person who disconnects cannot
//! cancel half a transaction, and "received" is said only after COMMIT.
//!
//! On SQLite one thread owns the writing connection and takes what has arrived into one commit (group commit) and
//! answers each only after COMMIT; a member that fails after it wrote is undone alone. On PostgreSQL each change is a task of its
//! own at SERIALIZABLE, run again when the server asks; those that have to be run again go one after another, so that
//! of any number that meet on one row each gets through. Either way a change sees the world as if it were alone.

use std::{future::Future, panic::AssertUnwindSafe, sync::Arc};

use futures_util::{FutureExt as _, future::BoxFuture};
use sqlx::{Acquire as _, Connection as _};
use tokio::sync::{mpsc, oneshot};

use crate::{
    db::{Conn, Tx},
    error::StoreError,
    public_change,
    sqlite::Sqlite,
};

/// What a change may fail with: its own refusals, and the store's failures among them.
pub trait Failure: From<StoreError> + Send + 'static {
    /// The store's failure inside, where it is one.
    fn store(&self) -> Option<&StoreError>;
}

impl Failure for StoreError {
    fn store(&self) -> Option<&StoreError> {
        Some(self)
    }
}

/// A change: everything it needs is in `self`; it may be run more than once, only one run is kept.
pub trait Change: Send + Sync + 'static {
    /// What the caller gets after COMMIT.
    type Done: Send + 'static;
    /// What refuses it.
    type Refused: Failure;
    /// Loads, decides and writes inside one transaction.
    fn make(&self, tx: &mut Tx<'_>) -> impl Future<Output = Result<Self::Done, Self::Refused>> + Send;
}

/// At most so many changes share one commit.
const MEMBERS: usize = 128;
/// Runs of one change on PostgreSQL before its conflict is given to the caller.
const RUNS: u32 = 12;

/// Where changes that met on PostgreSQL wait for each other before they are run again.
pub(crate) type Lane = Arc<tokio::sync::Mutex<()>>;

/// What became of a member in its commit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ran {
    /// It is refused and wrote nothing.
    Refused,
    /// It is refused after it had written: what it wrote has to go.
    Undone,
    /// It is kept; no public page shows what it wrote.
    Unseen,
    /// It is kept, and public pages may show it.
    Shown,
}

pub(crate) trait Member: Send {
    fn run<'a>(&'a mut self, conn: &'a mut Sqlite) -> BoxFuture<'a, Ran>;
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

struct Waiting<C: Change> {
    change: Arc<C>,
    outcome: Option<Result<C::Done, C::Refused>>,
    reply: oneshot::Sender<Result<C::Done, C::Refused>>,
}

impl<C: Change> Member for Waiting<C> {
    fn run<'a>(&'a mut self, conn: &'a mut Sqlite) -> BoxFuture<'a, Ran> {
        Box::pin(async move {
            let mut tx = Tx::new(Conn::sqlite(conn));
            let outcome =
                AssertUnwindSafe(self.change.make(&mut tx)).catch_unwind().await.unwrap_or_else(|_| Err(StoreError::Panicked.into()));
            let ran = match &outcome {
                Err(_) if tx.wrote() => Ran::Undone,
                Err(_) => Ran::Refused,
                Ok(_) if tx.shown() => Ran::Shown,
                Ok(_) => Ran::Unseen,
            };
            self.outcome = Some(outcome);
            ran
        })
    }

    fn answer(mut self: Box<Self>, committed: Result<(), StoreError>) {
        let outcome = match (committed, self.outcome.take()) {
            (Ok(()), Some(outcome)) => outcome,
            (Err(_), Some(Err(refused))) => Err(refused),
            (Err(e), _) => Err(e.into()),
            (Ok(()), None) => Err(StoreError::WriterGone.into()),
        };
        // The asker may be gone; the change stands all the same.
        drop(self.reply.send(outcome));
    }
}

/// The way into the writer.
#[derive(Clone)]
pub(crate) enum Writer {
    Sqlite(mpsc::Sender<Box<dyn Member>>),
    Postgres(sqlx::PgPool, Lane),
}

impl Writer {
    /// Must be called inside a runtime: the members run on it, from the writer's own thread.
    pub(crate) fn sqlite(conn: Sqlite) -> Result<Self, StoreError> {
        let (tx, rx) = mpsc::channel(1024);
        // A first write shows a locked or read-only file now and not at the first opinion.
        conn.script("BEGIN IMMEDIATE; COMMIT")?;
        let runtime = tokio::runtime::Handle::current();
        std::thread::Builder::new().name("writer".to_owned()).spawn(move || runtime.block_on(own(conn, rx)))?;
        Ok(Self::Sqlite(tx))
    }

    pub(crate) async fn write<C: Change>(&self, change: C) -> Result<C::Done, C::Refused> {
        let (reply, answer) = oneshot::channel();
        let change = Arc::new(change);
        match self {
            Self::Sqlite(queue) => {
                let member = Box::new(Waiting { change, outcome: None, reply });
                queue.send(member).await.map_err(|_| StoreError::WriterGone)?;
            }
            Self::Postgres(pool, lane) => {
                let (pool, lane) = (pool.clone(), Arc::clone(lane));
                tokio::spawn(async move { drop(reply.send(serializable(&pool, &lane, &*change).await)) });
            }
        }
        answer.await.map_err(|_| StoreError::WriterGone)?
    }
}

async fn own(mut conn: Sqlite, mut queue: mpsc::Receiver<Box<dyn Member>>) {
    let mut members = Vec::with_capacity(MEMBERS);
    while queue.recv_many(&mut members, MEMBERS).await > 0 {
        let committed = commit_together(&mut conn, &mut members).await;
        if let Err(e) = &committed {
            tracing::error!(error = %e, members = members.len(), "a commit failed; its members are told so");
            if conn.in_transaction()
                && let Err(e) = conn.script("ROLLBACK")
            {
                tracing::error!(error = %e, "a failed commit could not be rolled back");
            }
        }
        let failed = committed.as_ref().err().map(ToString::to_string);
        for member in members.drain(..) {
            member.answer(match &failed {
                None => Ok(()),
                Some(why) => Err(StoreError::Commit(why.clone())),
            });
        }
    }
}

/// Commits what has arrived. Nearly always every member is kept or refused before it wrote, and none needs a savepoint;
/// where one has to be undone, the whole is run again with a savepoint for each.
async fn commit_together(conn: &mut Sqlite, members: &mut [Box<dyn Member>]) -> Result<(), StoreError> {
    conn.run("BEGIN IMMEDIATE", &[])?;
    let mut shown = false;
    let mut undone = false;
    for member in members.iter_mut() {
        let ran = member.run(conn).await;
        shown |= ran == Ran::Shown;
        undone = ran == Ran::Undone;
        if undone {
            break;
        }
    }
    if undone {
        if conn.in_transaction() {
            conn.run("ROLLBACK", &[])?;
        }
        conn.run("BEGIN IMMEDIATE", &[])?;
        shown = each_alone(conn, members).await?;
    }
    if shown {
        conn.run(public_change::RAISE, &[])?;
    }
    conn.run("COMMIT", &[])?;
    Ok(())
}

/// Runs each member behind a savepoint of its own; whether public pages may show something of them.
async fn each_alone(conn: &mut Sqlite, members: &mut [Box<dyn Member>]) -> Result<bool, StoreError> {
    let mut shown = false;
    for member in members {
        conn.run("SAVEPOINT member", &[])?;
        let ran = member.run(conn).await;
        if ran == Ran::Undone {
            conn.run("ROLLBACK TO member", &[])?;
        }
        conn.run("RELEASE member", &[])?;
        shown |= ran == Ran::Shown;
    }
    Ok(shown)
}

async fn serializable<C: Change>(pool: &sqlx::PgPool, lane: &Lane, change: &C) -> Result<C::Done, C::Refused> {
    let first = caught(pool, change).await;
    if !asks_again(&first) {
        return first;
    }
    let _mine = lane.lock().await;
    for run in 2..RUNS {
        let outcome = caught(pool, change).await;
        if !asks_again(&outcome) {
            return outcome;
        }
        // Who stands in the way came after us or works in another server: give it time to commit.
        tokio::time::sleep(std::time::Duration::from_millis(u64::from(run * run))).await;
    }
    caught(pool, change).await
}

/// True where the server asks for another run.
fn asks_again<T, E: Failure>(outcome: &Result<T, E>) -> bool {
    outcome.as_ref().err().and_then(Failure::store).is_some_and(StoreError::asks_for_another_run)
}

/// One run, a panic inside told as the store's failure.
async fn caught<C: Change>(pool: &sqlx::PgPool, change: &C) -> Result<C::Done, C::Refused> {
    AssertUnwindSafe(once(pool, change)).catch_unwind().await.unwrap_or_else(|_| Err(StoreError::Panicked.into()))
}

async fn once<C: Change>(pool: &sqlx::PgPool, change: &C) -> Result<C::Done, C::Refused> {
    let mut conn = pool.acquire().await.map_err(StoreError::from)?;
    let mut t =
        conn.acquire().await.map_err(StoreError::from)?.begin_with("BEGIN ISOLATION LEVEL SERIALIZABLE").await.map_err(StoreError::from)?;
    let done = change.make(&mut Tx::new(Conn::postgres(&mut t))).await?;
    t.commit().await.map_err(StoreError::from)?;
    Ok(done)
}
