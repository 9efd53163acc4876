//! Opening a database: which engine, how many connections, and that no second server has the folder.

use std::{
    path::PathBuf,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sqlx::{
    ConnectOptions as _, Connection as _,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::{
    db::{Conn, Engine, Tx},
    error::{Result, StoreError},
    migrate, public_change,
    sqlite::{Pool, Pooled, Sqlite},
    writer::{Change, Writer},
};

/// Connections for reading a file of SQLite.
const READERS: usize = 8;

/// Where the rows live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// `sqlite:FILE`
    Sqlite(PathBuf),
    /// `postgres://user@host/name`, the password apart.
    Postgres {
        /// The address without a password.
        url: String,
        /// From `CAUNOI_DATABASE_PASSWORD_FILE`.
        password: Option<String>,
    },
}

impl FromStr for Database {
    type Err = String;
    fn from_str(s: &str) -> std::result::Result<Self, String> {
        if let Some(file) = s.strip_prefix("sqlite:") {
            if file.is_empty() {
                return Err("name the file: --database sqlite:FILE".to_owned());
            }
            return Ok(Self::Sqlite(PathBuf::from(file)));
        }
        if s.starts_with("postgres://") || s.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(s)
                .map_err(|e| format!("the address is not one of PostgreSQL ({e}): write postgres://user@host:5432/name"))?;
            drop(options);
            let after = s.split_once("://").map_or("", |x| x.1);
            let userinfo = after.split_once('@').map_or("", |x| x.0);
            let query = after.split_once('?').map_or("", |x| x.1);
            if userinfo.contains(':') || query.split('&').any(|p| p.starts_with("password=")) {
                return Err(
                    "take the password out of the address and put it into the file that CAUNOI_DATABASE_PASSWORD_FILE names".to_owned()
                );
            }
            return Ok(Self::Postgres { url: s.to_owned(), password: None });
        }
        Err("that names no database: write sqlite:FILE or postgres://user@host/name".to_owned())
    }
}

#[derive(Clone)]
enum Readers {
    Sqlite(Pool, PathBuf),
    Postgres(sqlx::PgPool),
}

/// The rows of Cầu Nối: many readers, one owned writer.
#[derive(Clone)]
pub struct Store {
    readers: Readers,
    writer: Writer,
    statements: Arc<AtomicU64>,
}

struct BringUpToDate;
impl Change for BringUpToDate {
    type Done = Vec<i64>;
    type Refused = StoreError;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<Vec<i64>> {
        migrate::up(tx).await
    }
}

impl Store {
    /// Opens the database and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Engine`] where it cannot be reached, [`StoreError::SchemaAhead`] where it is newer.
    pub async fn open(database: &Database) -> Result<Self> {
        let store = match database {
            Database::Sqlite(file) => Self::open_sqlite(file)?,
            Database::Postgres { url, password } => Self::open_postgres(url, password.as_deref()).await?,
        };
        store.write(BringUpToDate).await?;
        Ok(store)
    }

    /// A connection that only reads, beside a server that may be running; the schema is left as it is.
    ///
    /// # Errors
    /// [`StoreError::NotMade`] where no database of this program is there, [`StoreError::SchemaAhead`] where it is newer.
    pub async fn look(database: &Database) -> Result<Conn<'static>> {
        let mut conn = match database {
            Database::Sqlite(file) if !file.exists() => return Err(StoreError::NotMade),
            Database::Sqlite(file) => Conn::sqlite_owned(Pooled::alone(Sqlite::reading(file)?)?),
            Database::Postgres { url, password } => Conn::postgres_owned(Self::pool(url, password.as_deref(), 1).await?.acquire().await?),
        };
        migrate::check(&mut conn).await?;
        Ok(conn)
    }

    async fn pool(url: &str, password: Option<&str>, connections: u32) -> Result<sqlx::PgPool> {
        let mut options = PgConnectOptions::from_str(url)?.application_name("caunoi");
        if let Some(password) = password {
            options = options.password(password);
        }
        // Asked once without the pool, which would try again and again and then say only that it waited.
        options.connect().await.map_err(StoreError::Unreachable)?.close().await?;
        Ok(PgPoolOptions::new().max_connections(connections).acquire_timeout(Duration::from_secs(10)).connect_with(options).await?)
    }

    fn open_sqlite(file: &std::path::Path) -> Result<Self> {
        if let Some(dir) = file.parent().filter(|d| !d.as_os_str().is_empty()) {
            std::fs::create_dir_all(dir)?;
        }
        let writer = Writer::sqlite(Sqlite::writing(file)?)?;
        let readers = Pool::open(file, READERS)?;
        Ok(Self { readers: Readers::Sqlite(readers, file.to_path_buf()), writer, statements: Arc::default() })
    }

    async fn open_postgres(url: &str, password: Option<&str>) -> Result<Self> {
        let pool = Self::pool(url, password, 16).await?;
        Ok(Self { readers: Readers::Postgres(pool.clone()), writer: Writer::Postgres(pool, Arc::default()), statements: Arc::default() })
    }

    /// Which engine answers.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.readers {
            Readers::Sqlite(..) => Engine::Sqlite,
            Readers::Postgres(_) => Engine::Postgres,
        }
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// [`StoreError::Engine`] where none is free in ten seconds.
    pub async fn read(&self) -> Result<Conn<'static>> {
        let conn = match &self.readers {
            Readers::Sqlite(pool, _) => Conn::sqlite_owned(pool.take().await?),
            Readers::Postgres(pool) => Conn::postgres_owned(pool.acquire().await?),
        };
        Ok(conn.counted(Arc::clone(&self.statements)))
    }

    /// What stands now of everything that public pages read ([`crate::public_change`]). Not among the counted statements:
    /// it is asked instead of a page, not for one.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub async fn public_mark(&self) -> Result<String> {
        let mut conn = match &self.readers {
            Readers::Sqlite(pool, _) => Conn::sqlite_owned(pool.take().await?),
            Readers::Postgres(pool) => Conn::postgres_owned(pool.acquire().await?),
        };
        public_change::mark(&mut conn).await
    }

    /// How many statements all readers have run: a test takes the difference that one page makes.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Makes a change: durable when this answers `Ok`, or not there at all.
    ///
    /// # Errors
    /// What refused the change, or the store's failure.
    pub async fn write<C: Change>(&self, change: C) -> Result<C::Done, C::Refused> {
        self.writer.write(change).await
    }

    /// Takes old pages out of SQLite's log, so that what was overwritten in the file does not live on beside it. A
    /// reader that still looks at them holds that up: then this answers false, and it is to be done again. PostgreSQL
    /// keeps no such file of ours. It may wait for a reader, and does so off the async threads.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub async fn shorten_log(&self) -> Result<bool> {
        let Readers::Sqlite(_, file) = &self.readers else { return Ok(true) };
        let file = file.clone();
        let shorten = move || Sqlite::writing(&file)?.shorten_log();
        tokio::task::spawn_blocking(shorten).await.map_err(|e| std::io::Error::other(e.to_string()))?
    }

    /// Closes every connection; what was acknowledged is on disk already.
    pub async fn close(self) {
        match self.readers {
            Readers::Sqlite(pool, _) => pool.close(),
            Readers::Postgres(pool) => pool.close().await,
        }
    }
}
