//! SQLite, asked directly: a statement runs where it is asked, without a thread of its own in between. A look by a
//! key takes some microseconds; handing it to another thread and back would take longer than the look.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{
    Connection, OpenFlags, Statement,
    config::DbConfig,
    types::{ToSqlOutput, Value, ValueRef},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{
    db::Arg,
    error::{Result, StoreError},
};

/// Prepared statements that one connection keeps.
const PREPARED: usize = 512;
/// What is sealed or erased is overwritten in the file too; the log is carried into the file by sixteen megabytes. The writer
/// too reads pages where the system holds them, and keeps sixteen megabytes of those that it changes.
const WRITING: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; \
    PRAGMA cache_size = -16000; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000";
/// Pages are read where the system holds them, without a copy for each connection.
const READING: &str = "PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY";
/// How long a statement waits for another process that writes; a reader for a free connection.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long cutting the log off waits for readers: it is done again later.
const PATIENCE_OF_A_CUT: Duration = Duration::from_secs(1);

/// A connection to the file.
pub(crate) struct Sqlite {
    conn: Connection,
    known: HashMap<(usize, usize), Arc<Shape>>,
}

/// What a text needs besides its preparation: the names of its columns, and which argument stands at each place.
struct Shape {
    names: Box<[Box<str>]>,
    places: Box<[usize]>,
}

/// A row, read whole: it outlives the statement that found it.
#[derive(Debug)]
pub struct SqliteRow {
    shape: Arc<Shape>,
    values: Vec<Value>,
}

impl std::fmt::Debug for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.names.fmt(f)
    }
}

impl SqliteRow {
    /// The column of that name.
    pub(crate) fn value(&self, name: &str) -> Option<&Value> {
        self.shape.names.iter().position(|n| **n == *name).and_then(|at| self.values.get(at))
    }

    /// The names of the columns.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.shape.names.iter().map(|n| &**n)
    }
}

impl rusqlite::ToSql for Arg {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Text(Some(v)) => ValueRef::Text(v.as_bytes()),
            Self::Int(Some(v)) => ValueRef::Integer(*v),
            Self::Bytes(Some(v)) => ValueRef::Blob(v),
            Self::Text(None) | Self::Int(None) | Self::Bytes(None) => ValueRef::Null,
        }))
    }
}

impl Sqlite {
    /// Opens the file for reading and writing, making it where it is not there.
    pub(crate) fn writing(file: &Path) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(file, flags)?;
        conn.busy_timeout(PATIENCE)?;
        conn.execute_batch(WRITING)?;
        Self::of(conn)
    }

    /// Opens the file for reading only.
    pub(crate) fn reading(file: &Path) -> Result<Self> {
        let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        conn.busy_timeout(PATIENCE)?;
        conn.execute_batch(READING)?;
        Self::of(conn)
    }

    fn of(conn: Connection) -> Result<Self> {
        conn.set_prepared_statement_cache_capacity(PREPARED);
        // A plan depends on the text alone, never on what is asked for: it is made once, and is the one that the tests hold.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        Ok(Self { conn, known: HashMap::new() })
    }

    /// The rows that the statement finds, at most so many: reading stops there.
    pub(crate) fn rows(&mut self, sql: &'static str, args: &[Arg], at_most: usize) -> Result<Vec<SqliteRow>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let shape = shape(&mut self.known, sql, &statement);
        bind(&mut statement, &shape.places, args)?;
        let mut rows = statement.raw_query();
        let mut found = Vec::new();
        while found.len() < at_most
            && let Some(row) = rows.next()?
        {
            let values = (0..shape.names.len()).map(|n| row.get(n)).collect::<rusqlite::Result<_>>()?;
            found.push(SqliteRow { shape: Arc::clone(&shape), values });
        }
        Ok(found)
    }

    /// Runs a writing statement; how many rows it touched. The log says at level TRACE which one has been done, never with
    /// what: by that the tests of loss stop the program between two of them.
    pub(crate) fn run(&mut self, sql: &'static str, args: &[Arg]) -> Result<u64> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let shape = shape(&mut self.known, sql, &statement);
        bind(&mut statement, &shape.places, args)?;
        let touched = statement.raw_execute()?;
        tracing::trace!(statement = sql, "done");
        Ok(u64::try_from(touched).unwrap_or(u64::MAX))
    }

    /// Whether a transaction is open: on a full disk the engine may have ended it by itself.
    pub(crate) fn in_transaction(&self) -> bool {
        !self.conn.is_autocommit()
    }

    /// Takes the log into the file and cuts it off; false where somebody still reads what stands in it.
    pub(crate) fn shorten_log(&mut self) -> Result<bool> {
        self.conn.busy_timeout(PATIENCE_OF_A_CUT)?;
        let told = self.rows("PRAGMA wal_checkpoint(TRUNCATE)", &[], 1)?;
        Ok(told.first().and_then(|r| r.value("busy")) == Some(&Value::Integer(0)))
    }

    /// The columns that a statement finds, and whether each holds bytes.
    pub(crate) fn columns(&self, sql: &str) -> Result<Vec<(String, bool)>> {
        Ok(self.conn.prepare(sql)?.columns().iter().map(|c| (c.name().to_owned(), c.decl_type() == Some("BLOB"))).collect())
    }

    /// Prepares a statement without running it.
    pub(crate) fn prepare(&self, sql: &str) -> Result<()> {
        self.conn.prepare(sql)?;
        Ok(())
    }

    /// Runs a text of several statements without arguments.
    pub(crate) fn script(&self, sql: &str) -> Result<()> {
        Ok(self.conn.execute_batch(sql)?)
    }
}

/// `$1, $2 …` are names to SQLite, numbered by where each comes first: each place is led back to its argument.
fn shape(known: &mut HashMap<(usize, usize), Arc<Shape>>, sql: &'static str, statement: &Statement<'_>) -> Arc<Shape> {
    let shape = known.entry((sql.as_ptr() as usize, sql.len())).or_insert_with(|| {
        let place = |n| statement.parameter_name(n).and_then(|p| p.trim_start_matches(['$', '?']).parse().ok()).unwrap_or(n);
        Arc::new(Shape {
            names: statement.column_names().into_iter().map(Into::into).collect(),
            places: (1..=statement.parameter_count()).map(place).collect(),
        })
    });
    Arc::clone(shape)
}

fn bind(statement: &mut Statement<'_>, places: &[usize], args: &[Arg]) -> Result<()> {
    for (at, place) in places.iter().enumerate() {
        let arg = place.checked_sub(1).and_then(|n| args.get(n)).ok_or(StoreError::Argument { place: *place, given: args.len() })?;
        statement.raw_bind_parameter(at + 1, arg)?;
    }
    Ok(())
}

/// The connections for reading.
#[derive(Clone)]
pub(crate) struct Pool {
    free: Arc<Mutex<Vec<Sqlite>>>,
    turns: Arc<Semaphore>,
}

/// A connection of the pool; it goes back when this is dropped.
pub(crate) struct Pooled {
    conn: Option<Sqlite>,
    pool: Arc<Mutex<Vec<Sqlite>>>,
    _turn: OwnedSemaphorePermit,
}

impl Pool {
    /// So many connections to the file, opened now: what is wrong shows at the start.
    pub(crate) fn open(file: &Path, connections: usize) -> Result<Self> {
        let free = (0..connections).map(|_| Sqlite::reading(file)).collect::<Result<Vec<_>>>()?;
        Ok(Self { free: Arc::new(Mutex::new(free)), turns: Arc::new(Semaphore::new(connections)) })
    }

    /// A connection; waits for one that is free.
    pub(crate) async fn take(&self) -> Result<Pooled> {
        let turn = match Arc::clone(&self.turns).try_acquire_owned() {
            Ok(turn) => turn,
            Err(_) => tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned())
                .await
                .map_err(|_| StoreError::NoneFree)?
                .map_err(|_| StoreError::NoneFree)?,
        };
        let conn = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Ok(Pooled { conn, pool: Arc::clone(&self.free), _turn: turn })
    }

    /// No connection is given out any more, and those at rest are closed.
    pub(crate) fn close(&self) {
        self.turns.close();
        self.free.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Pooled {
    /// A connection that belongs to no pool and is closed after use.
    pub(crate) fn alone(conn: Sqlite) -> Result<Self> {
        let turn = Arc::new(Semaphore::new(1)).try_acquire_owned().map_err(|_| StoreError::NoneFree)?;
        Ok(Self { conn: Some(conn), pool: Arc::default(), _turn: turn })
    }

    /// The connection itself.
    pub(crate) fn get(&mut self) -> Result<&mut Sqlite> {
        self.conn.as_mut().ok_or(StoreError::NoneFree)
    }
}

impl Drop for Pooled {
    fn drop(&mut self) {
        if let Some(conn) = self.conn.take() {
            self.pool.lock().unwrap_or_else(PoisonError::into_inner).push(conn);
        }
    }
}
