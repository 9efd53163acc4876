//! One SQL text for two engines: connections, arguments and rows of SQLite and PostgreSQL behind one face.
//!
//! Columns have four types only: text, 64-bit integer, bytes, and each of them absent. A truth value is an
//! integer 0 or 1, an instant is epoch microseconds, a civil day is ISO text, a list is JSON text. `$1, $2 …`
//! are the places of arguments on both engines.

use std::{
    ops::{Deref, DerefMut},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use rusqlite::types::Value;
use sqlx::{PgConnection, Row as _, pool::PoolConnection, postgres::PgRow};

use crate::{
    beside::Side,
    error::{Result, StoreError},
    public_change,
    sqlite::{Pooled, Sqlite, SqliteRow},
};

/// An argument of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text, or its absence.
    Text(Option<String>),
    /// A 64-bit integer, or its absence.
    Int(Option<i64>),
    /// Bytes, or their absence.
    Bytes(Option<Vec<u8>>),
}

/// What people type is refused where it holds U+0000 (`text::clean`); an id or a word of an address may still hold it. No row
/// does: PostgreSQL cannot even be asked for it, and would answer an address as nobody ever wrote it with a failure.
fn text(v: String) -> String {
    if v.contains('\0') { v.replace('\0', "\u{fffd}") } else { v }
}

macro_rules! arg_from {
    ($($ty:ty => |$v:ident| $make:expr),+ $(,)?) => {$(
        impl From<$ty> for Arg { fn from($v: $ty) -> Self { $make } }
    )+};
}
arg_from! {
    &str => |v| Self::Text(Some(text(v.to_owned()))),
    &String => |v| Self::Text(Some(text(v.clone()))),
    String => |v| Self::Text(Some(text(v))),
    Option<&str> => |v| Self::Text(v.map(|v| text(v.to_owned()))),
    Option<String> => |v| Self::Text(v.map(text)),
    &Option<String> => |v| Self::Text(v.clone().map(text)),
    i64 => |v| Self::Int(Some(v)),
    Option<i64> => |v| Self::Int(v),
    bool => |v| Self::Int(Some(i64::from(v))),
    &[u8] => |v| Self::Bytes(Some(v.to_vec())),
    Vec<u8> => |v| Self::Bytes(Some(v)),
    [u8; 16] => |v| Self::Bytes(Some(v.to_vec())),
    [u8; 32] => |v| Self::Bytes(Some(v.to_vec())),
    Option<Vec<u8>> => |v| Self::Bytes(v),
}

/// `args![a, b]`: the arguments `$1, $2` of a statement.
#[macro_export]
macro_rules! args {
    ($($v:expr),* $(,)?) => { vec![$($crate::Arg::from($v)),*] };
}

/// A row of either engine.
#[derive(Debug)]
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
    /// A row of one of several nouns that were asked for together.
    Part(serde_json::Map<String, serde_json::Value>),
}

/// What a column can be read as.
pub trait FromColumn: Sized {
    /// Reads the column of that name.
    ///
    /// # Errors
    /// Why not: the column is absent or of another type.
    fn from_column(row: &Row, name: &'static str) -> std::result::Result<Self, String>;
}

/// A value of SQLite, or of a row of several nouns, as one of the four types.
trait FromValue: Sized {
    fn from_value(value: &Value) -> Option<Self>;
    fn from_part(value: &serde_json::Value) -> Option<Self>;
}

impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Text(v) = value { Some(v.clone()) } else { None }
    }
    fn from_part(value: &serde_json::Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}
impl FromValue for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Integer(v) = value { Some(*v) } else { None }
    }
    fn from_part(value: &serde_json::Value) -> Option<Self> {
        value.as_i64()
    }
}
impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Blob(v) => Some(v.clone()),
            Value::Text(v) => Some(v.clone().into_bytes()),
            _ => None,
        }
    }
    fn from_part(value: &serde_json::Value) -> Option<Self> {
        let digits = value.as_str()?.strip_prefix("\\x")?;
        (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()).collect()
    }
}
impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        if *value == Value::Null { Some(None) } else { T::from_value(value).map(Some) }
    }
    fn from_part(value: &serde_json::Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::from_part(value).map(Some) }
    }
}

macro_rules! from_column {
    ($($ty:ty),+) => {$(
        impl FromColumn for $ty {
            fn from_column(row: &Row, name: &'static str) -> std::result::Result<Self, String> {
                match row {
                    Row::Sqlite(r) => {
                        let value = r.value(name).ok_or_else(|| "no such column".to_owned())?;
                        Self::from_value(value).ok_or_else(|| format!("it holds {}", value.data_type()))
                    }
                    Row::Postgres(r) => r.try_get(name).map_err(|e| e.to_string()),
                    Row::Part(r) => {
                        let value = r.get(name).ok_or_else(|| "no such column".to_owned())?;
                        Self::from_part(value).ok_or_else(|| format!("it holds {value}"))
                    }
                }
            }
        }
    )+};
}
from_column!(String, i64, Vec<u8>, Option<String>, Option<i64>, Option<Vec<u8>>);

impl FromColumn for bool {
    fn from_column(row: &Row, name: &'static str) -> std::result::Result<Self, String> {
        i64::from_column(row, name).map(|v| v != 0)
    }
}

impl Row {
    /// Reads the column of that name.
    ///
    /// # Errors
    /// [`StoreError::Column`] where it is absent or of another type.
    pub fn get<T: FromColumn>(&self, name: &'static str) -> Result<T> {
        T::from_column(self, name).map_err(|why| StoreError::Column {
            statement: match self {
                Self::Sqlite(r) => r.names().collect::<Vec<_>>().join(", "),
                Self::Postgres(r) => r.columns().iter().map(sqlx::Column::name).collect::<Vec<_>>().join(", "),
                Self::Part(r) => r.keys().map(String::as_str).collect::<Vec<_>>().join(", "),
            },
            column: name,
            why,
        })
    }

    /// Reads a column that holds a word of a closed vocabulary.
    ///
    /// # Errors
    /// [`StoreError::Vocabulary`] where the word is not one of it.
    pub fn word<T: std::str::FromStr>(&self, name: &'static str) -> Result<T> {
        let value: String = self.get(name)?;
        value.parse().map_err(|_| StoreError::Vocabulary { what: name, value })
    }

    /// As [`Row::word`], absent where the column is null.
    ///
    /// # Errors
    /// [`StoreError::Vocabulary`] where the word is not one of the vocabulary.
    pub fn maybe_word<T: std::str::FromStr>(&self, name: &'static str) -> Result<Option<T>> {
        self.get::<Option<String>>(name)?.map(|value| value.parse().map_err(|_| StoreError::Vocabulary { what: name, value })).transpose()
    }
}

/// Which engine answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file beside the program.
    Sqlite,
    /// A server shared by several nodes.
    Postgres,
}

enum Inner<'a> {
    SqliteRef(&'a mut Sqlite),
    PostgresRef(&'a mut PgConnection),
    SqliteOwned(Pooled),
    PostgresOwned(PoolConnection<sqlx::Postgres>),
    /// One of several that read side by side.
    Side(Side),
}

/// A connection for reading. One page uses one, and asks for what it shows together in one statement
/// ([`Conn::together`], [`beside!`](crate::beside)).
pub struct Conn<'a> {
    inner: Inner<'a>,
    statements: u32,
    all_statements: Option<Arc<AtomicU64>>,
    /// Something was written.
    wrote: bool,
    /// Something was written that public pages may show.
    shown: bool,
}

macro_rules! bound {
    ($sql:expr, $args:expr) => {{
        let mut query = sqlx::query($sql);
        for arg in $args {
            query = match arg {
                Arg::Text(v) => query.bind(v),
                Arg::Int(v) => query.bind(v),
                Arg::Bytes(v) => query.bind(v),
            };
        }
        query
    }};
}

impl<'a> Conn<'a> {
    pub(crate) fn sqlite_owned(c: Pooled) -> Self {
        Self { inner: Inner::SqliteOwned(c), statements: 0, all_statements: None, wrote: false, shown: false }
    }
    pub(crate) fn postgres_owned(c: PoolConnection<sqlx::Postgres>) -> Self {
        Self { inner: Inner::PostgresOwned(c), statements: 0, all_statements: None, wrote: false, shown: false }
    }
    pub(crate) fn sqlite(c: &'a mut Sqlite) -> Self {
        Self { inner: Inner::SqliteRef(c), statements: 0, all_statements: None, wrote: false, shown: false }
    }
    pub(crate) fn beside(side: Side) -> Self {
        Self { inner: Inner::Side(side), statements: 0, all_statements: None, wrote: false, shown: false }
    }
    pub(crate) fn postgres(c: &'a mut PgConnection) -> Self {
        Self { inner: Inner::PostgresRef(c), statements: 0, all_statements: None, wrote: false, shown: false }
    }

    /// Which engine this connection speaks to.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match &self.inner {
            Inner::SqliteRef(_) | Inner::SqliteOwned(_) => Engine::Sqlite,
            Inner::PostgresRef(_) | Inner::PostgresOwned(_) => Engine::Postgres,
            Inner::Side(side) => side.engine,
        }
    }

    /// The columns that a statement finds and whether each holds bytes, on SQLite; PostgreSQL tells them in what it answers.
    pub(crate) fn columns(&mut self, sql: &'static str) -> Result<Option<Vec<(String, bool)>>> {
        match &mut self.inner {
            Inner::SqliteRef(c) => c.columns(sql).map(Some),
            Inner::SqliteOwned(c) => c.get()?.columns(sql).map(Some),
            Inner::PostgresRef(_) | Inner::PostgresOwned(_) | Inner::Side(_) => Ok(None),
        }
    }

    /// The side that this connection is, if it is one of several.
    pub(crate) fn as_side(&self) -> Option<&Side> {
        if let Inner::Side(side) = &self.inner { Some(side) } else { None }
    }

    /// Counts the statements of this connection into that number too.
    pub(crate) fn counted(mut self, all: Arc<AtomicU64>) -> Self {
        self.all_statements = Some(all);
        self
    }

    fn count(&mut self, sql: &str) {
        self.statements += 1;
        if !sql.starts_with("SELECT") {
            self.wrote = true;
            self.shown = self.shown || public_change::shows(sql);
        }
        if let Some(all) = &self.all_statements {
            all.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// How many statements this connection has run; the test kit counts a page's statements by it.
    #[must_use]
    pub fn statements(&self) -> u32 {
        self.statements
    }

    /// Every row that the statement finds.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub async fn all(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<Vec<Row>> {
        self.rows(sql, args, usize::MAX).await
    }

    /// The first row, if any.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub async fn maybe(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<Option<Row>> {
        Ok(self.rows(sql, args, 1).await?.into_iter().next())
    }

    /// The one row that has to be there; `what` names it in the error.
    ///
    /// # Errors
    /// [`StoreError::Missing`] where there is none.
    pub async fn one(&mut self, sql: &'static str, args: Vec<Arg>, what: &'static str) -> Result<Row> {
        self.maybe(sql, args).await?.ok_or(StoreError::Missing(what))
    }

    /// The rows found; SQLite stops reading after so many.
    async fn rows(&mut self, sql: &'static str, args: Vec<Arg>, at_most: usize) -> Result<Vec<Row>> {
        self.count(sql);
        let of_sqlite = |rows: Vec<SqliteRow>| rows.into_iter().map(Row::Sqlite).collect();
        Ok(match &mut self.inner {
            Inner::SqliteRef(c) => of_sqlite(c.rows(sql, &args, at_most)?),
            Inner::SqliteOwned(c) => of_sqlite(c.get()?.rows(sql, &args, at_most)?),
            Inner::PostgresRef(c) => bound!(sql, args).fetch_all(&mut **c).await?.into_iter().map(Row::Postgres).collect(),
            Inner::PostgresOwned(c) => bound!(sql, args).fetch_all(&mut **c).await?.into_iter().map(Row::Postgres).collect(),
            Inner::Side(side) => side.ask(vec![(sql, args)]).await?.into_iter().flatten().collect(),
        })
    }

    pub(crate) async fn run(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<u64> {
        self.count(sql);
        Ok(match &mut self.inner {
            Inner::SqliteRef(c) => c.run(sql, &args)?,
            Inner::SqliteOwned(c) => c.get()?.run(sql, &args)?,
            Inner::PostgresRef(c) => bound!(sql, args).execute(&mut **c).await?.rows_affected(),
            Inner::PostgresOwned(c) => bound!(sql, args).execute(&mut **c).await?.rows_affected(),
            Inner::Side(_) => return Err(StoreError::OnlyReads),
        })
    }

    /// Prepares a statement without running it: the test that every SQL text is understood by both engines.
    ///
    /// # Errors
    /// [`StoreError::Engine`] with the engine's words.
    pub async fn prepare(&mut self, sql: &'static str) -> Result<()> {
        use sqlx::{Executor as _, SqlSafeStr as _};
        match &mut self.inner {
            Inner::SqliteRef(c) => c.prepare(sql)?,
            Inner::SqliteOwned(c) => c.get()?.prepare(sql)?,
            Inner::PostgresRef(c) => drop((&mut **c).prepare(sql.into_sql_str()).await?),
            Inner::PostgresOwned(c) => drop((&mut **c).prepare(sql.into_sql_str()).await?),
            Inner::Side(_) => return Err(StoreError::OnlyReads),
        }
        Ok(())
    }

    /// Runs a text of several statements without arguments: migrations only.
    pub(crate) async fn script(&mut self, sql: String) -> Result<()> {
        use sqlx::AssertSqlSafe;
        (self.wrote, self.shown) = (true, true);
        match &mut self.inner {
            Inner::SqliteRef(c) => c.script(&sql)?,
            Inner::SqliteOwned(c) => c.get()?.script(&sql)?,
            Inner::PostgresRef(c) => {
                sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **c).await?;
            }
            Inner::PostgresOwned(c) => {
                sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **c).await?;
            }
            Inner::Side(_) => return Err(StoreError::OnlyReads),
        }
        Ok(())
    }
}

/// A transaction: the only thing that can write. It reads too, by the same functions as a [`Conn`].
pub struct Tx<'a>(Conn<'a>);

impl<'a> Tx<'a> {
    pub(crate) fn new(conn: Conn<'a>) -> Self {
        Self(conn)
    }

    /// Says that what this change has written so far stands on no public page, though its tables are read there: rows of
    /// an opinion that nothing of is published yet. Copies of public pages stay good.
    pub fn unseen(&mut self) {
        self.0.shown = false;
    }

    /// Whether something was written.
    pub(crate) fn wrote(&self) -> bool {
        self.0.wrote
    }

    /// Whether something was written that public pages may show.
    pub(crate) fn shown(&self) -> bool {
        self.0.shown
    }

    /// Runs a writing statement; answers how many rows it touched.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub async fn exec(&mut self, sql: &'static str, args: Vec<Arg>) -> Result<u64> {
        self.0.run(sql, args).await
    }
}

impl<'a> Deref for Tx<'a> {
    type Target = Conn<'a>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}
