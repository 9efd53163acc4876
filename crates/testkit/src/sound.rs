//! What SQLite itself says of a file: whether its pages are whole, and whether a row names another that is not there.

use std::path::Path;

use rusqlite::Connection;

/// What is wrong with a file of SQLite; nothing where it is sound.
///
/// # Panics
/// Where the file cannot be opened.
#[must_use]
pub fn unsound(file: &Path) -> Vec<String> {
    let conn = Connection::open(file).expect("the file opens");
    let all = |sql: &str| -> Vec<String> {
        let mut found = conn.prepare(sql).expect("a statement");
        let rows = found.query_map([], |r| r.get(0)).expect("rows");
        rows.collect::<Result<_, _>>().expect("words")
    };
    let mut wrong = all("SELECT integrity_check FROM pragma_integrity_check");
    wrong.retain(|w| w != "ok");
    wrong.extend(all("SELECT \"table\" || ' ' || coalesce(rowid, '') || ' names a missing ' || parent FROM pragma_foreign_key_check"));
    wrong
}

/// Holds a file of SQLite locked for writing, as another program would, until it is let go.
pub struct Holding(Connection);

impl Holding {
    /// Takes the lock.
    ///
    /// # Panics
    /// Where another has it.
    #[must_use]
    pub fn take(file: &Path) -> Self {
        let conn = Connection::open(file).expect("the file opens");
        conn.execute_batch("BEGIN IMMEDIATE").expect("the lock");
        Self(conn)
    }

    /// Lets go.
    ///
    /// # Panics
    /// Where the lock was lost.
    pub fn let_go(self) {
        self.0.execute_batch("ROLLBACK").expect("the lock is let go");
    }
}
