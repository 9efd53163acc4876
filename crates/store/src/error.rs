//! What can go wrong between a verb and its rows.

/// A failure of the store. Its text is for operators; people see the words of the verb that failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The engine refused a statement or was not reachable.
    #[error("the database refused a statement: {0}")]
    Engine(#[from] sqlx::Error),
    /// The same of SQLite.
    #[error("the database refused a statement: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The commit failed that this change shared with others; nothing of it was kept.
    #[error("the database refused a commit: {0}")]
    Commit(String),
    /// No connection for reading was free in time.
    #[error("no connection to the database was free in ten seconds")]
    NoneFree,
    /// A statement has a place without an argument: a defect.
    #[error("a statement asks for argument {place}, {given} were given")]
    Argument {
        /// The number of the place.
        place: usize,
        /// How many arguments came.
        given: usize,
    },
    /// The database's server does not answer or does not let us in.
    #[error("the database cannot be reached: {0}; see that its server runs and that --database names it")]
    Unreachable(#[source] sqlx::Error),
    /// A row does not hold what its column promises: a defect or a hand-edited database.
    #[error("the row read by `{statement}` has no usable column `{column}`: {why}")]
    Column {
        /// The beginning of the SQL text.
        statement: String,
        /// The column that was asked for.
        column: &'static str,
        /// The engine's words.
        why: String,
    },
    /// One of several readers side by side wants to write: a defect.
    #[error("what reads side by side only reads")]
    OnlyReads,
    /// A row that had to be there is not.
    #[error("a row that had to be there is missing: {0}")]
    Missing(&'static str),
    /// A stored value is outside its vocabulary.
    #[error("the value `{value}` is not a {what}")]
    Vocabulary {
        /// The kind of value.
        what: &'static str,
        /// What the row holds.
        value: String,
    },
    /// A file could not be made durable.
    #[error("the file store failed: {0}")]
    Files(#[from] std::io::Error),
    /// Another server has this data folder open.
    #[error("{0}")]
    Busy(String),
    /// The writer has stopped; nothing of this change was kept.
    #[error("the writer has stopped")]
    WriterGone,
    /// The verb panicked; nothing of this change was kept.
    #[error("the change failed inside and was rolled back")]
    Panicked,
    /// No database of this program is there, or its schema is older than this program.
    #[error("no database stands there, or it is older than this program: run `caunoi migrate` first")]
    NotMade,
    /// The schema is newer than this program.
    #[error("the schema is at step {found}, this program knows {known}: use the newer program")]
    SchemaAhead {
        /// Step found in the database.
        found: i64,
        /// Last step known here.
        known: i64,
    },
}

impl StoreError {
    /// True where PostgreSQL asks that the same transaction be run again: serialization failure, deadlock,
    /// or a unique key that a concurrent twin took first (an idempotency key above all).
    #[must_use]
    pub fn asks_for_another_run(&self) -> bool {
        match self {
            Self::Engine(sqlx::Error::Database(e)) => {
                matches!(e.code().as_deref(), Some("40001" | "40P01" | "23505"))
            }
            _ => false,
        }
    }

    /// True where it is not the program that is wrong but the moment: the database is locked, restarts or is not reached,
    /// the disk is full or cannot be written. The same change can be made again later; any other failure is a defect.
    #[must_use]
    pub fn is_of_the_moment(&self) -> bool {
        use rusqlite::ErrorCode::{CannotOpen, DatabaseBusy, DatabaseLocked, DiskFull, OutOfMemory, ReadOnly, SystemIoFailure};
        match self {
            Self::Engine(sqlx::Error::Database(e)) => e.code().is_some_and(|c| Self::code_of_the_moment(&c)),
            Self::Engine(e) => {
                matches!(e, sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Protocol(_))
            }
            Self::Sqlite(rusqlite::Error::SqliteFailure(e, _)) => {
                matches!(e.code, CannotOpen | DatabaseBusy | DatabaseLocked | DiskFull | OutOfMemory | ReadOnly | SystemIoFailure)
            }
            Self::Commit(_) | Self::NoneFree | Self::Unreachable(_) | Self::Files(_) | Self::Busy(_) | Self::WriterGone => true,
            _ => false,
        }
    }

    /// PostgreSQL's classes: connection, serialization, resources, lock not to be had, intervention, system; and a server
    /// that only reads.
    fn code_of_the_moment(code: &str) -> bool {
        matches!(code.get(..2), Some("08" | "40" | "53" | "55" | "57" | "58")) || code == "25006"
    }

    /// True where a unique key stood in the way.
    #[must_use]
    pub fn is_unique_violation(&self) -> bool {
        match self {
            Self::Engine(sqlx::Error::Database(e)) => e.is_unique_violation(),
            Self::Sqlite(rusqlite::Error::SqliteFailure(e, _)) => {
                matches!(e.extended_code, rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY)
            }
            _ => false,
        }
    }
}

/// Shorthand for what the store's functions return.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn a_moment_is_told_from_a_defect() {
        let sqlite = |code| StoreError::Sqlite(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        for code in [ffi::SQLITE_BUSY, ffi::SQLITE_FULL, ffi::SQLITE_IOERR, ffi::SQLITE_READONLY, ffi::SQLITE_BUSY_SNAPSHOT] {
            assert!(sqlite(code).is_of_the_moment(), "{code}");
        }
        for code in [ffi::SQLITE_ERROR, ffi::SQLITE_CONSTRAINT_UNIQUE, ffi::SQLITE_MISUSE, ffi::SQLITE_CORRUPT] {
            assert!(!sqlite(code).is_of_the_moment(), "{code}");
        }
        for code in ["08006", "40001", "53100", "53300", "55P03", "57P01", "25006"] {
            assert!(StoreError::code_of_the_moment(code), "{code}");
        }
        for code in ["23505", "42601", "42P01", "22P02"] {
            assert!(!StoreError::code_of_the_moment(code), "{code}");
        }
        assert!(StoreError::Engine(sqlx::Error::PoolTimedOut).is_of_the_moment());
        assert!(!StoreError::Missing("row").is_of_the_moment() && !StoreError::Panicked.is_of_the_moment());
    }
}
