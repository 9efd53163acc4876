//! What SQLite itself says of a file: whether its pages are whole, and whether a row names another that is not there.

use std::path::Path;

use sqlx::Connection as _;

/// What is wrong with a file of SQLite; nothing where it is sound.
///
/// # Panics
/// Where the file cannot be opened.
pub async fn unsound(file: &Path) -> Vec<String> {
    let mut conn = sqlx::SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.expect("the file opens");
    let mut wrong: Vec<String> =
        sqlx::query_scalar("SELECT integrity_check FROM pragma_integrity_check").fetch_all(&mut conn).await.expect("pages");
    wrong.retain(|w| w != "ok");
    let orphans = "SELECT \"table\" || ' ' || coalesce(rowid, '') || ' names a missing ' || parent FROM pragma_foreign_key_check";
    wrong.extend(sqlx::query_scalar::<_, String>(orphans).fetch_all(&mut conn).await.expect("keys"));
    wrong
}

/// Holds a file of SQLite locked for writing, as another program would, until it is dropped.
pub struct Holding(sqlx::SqliteConnection);

impl Holding {
    /// Takes the lock.
    ///
    /// # Panics
    /// Where another has it.
    pub async fn take(file: &Path) -> Self {
        let mut conn = sqlx::SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.expect("the file opens");
        sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut conn).await.expect("the lock");
        Self(conn)
    }

    /// Lets go.
    ///
    /// # Panics
    /// Where the connection is gone.
    pub async fn let_go(mut self) {
        sqlx::raw_sql("ROLLBACK").execute(&mut self.0).await.expect("the lock is let go");
    }
}
