//! What can go wrong between a verb and its rows.

/// A failure of the store. Its text is for operators; people see the words of the verb that failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The engine refused a statement or was not reachable.
    #[error("the database refused a statement: {0}")]
    Engine(#[from] sqlx::Error),
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

    /// True where a unique key stood in the way.
    #[must_use]
    pub fn is_unique_violation(&self) -> bool {
        matches!(self, Self::Engine(sqlx::Error::Database(e)) if e.is_unique_violation())
    }
}

/// Shorthand for what the store's functions return.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;
