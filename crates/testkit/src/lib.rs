//! Fresh databases for tests: every store test and every journey runs on both engines.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test that cannot get its database must fail loudly")]

use std::sync::atomic::{AtomicU32, Ordering};

use caunoi_store::Database;
use sqlx::{Connection as _, Executor as _, PgConnection};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A fresh database; SQLite's folder goes when this is dropped, PostgreSQL's goes with the private server.
pub struct Fresh {
    /// Where the rows live.
    pub database: Database,
    /// A data folder of its own.
    pub folder: tempfile::TempDir,
}

/// A fresh file of SQLite.
#[must_use]
pub fn sqlite() -> Fresh {
    let folder = tempfile::tempdir().expect("a temporary folder");
    Fresh { database: Database::Sqlite(folder.path().join("caunoi.db")), folder }
}

/// A fresh database of the private PostgreSQL that `./test` starts.
///
/// # Panics
/// Where `CAUNOI_TEST_POSTGRES` names no server: run the tests by `./test`.
pub async fn postgres() -> Fresh {
    let server = std::env::var("CAUNOI_TEST_POSTGRES")
        .expect("CAUNOI_TEST_POSTGRES names no server: run the tests by ./test, or start one by `eval $(./test --postgres)`");
    let name = format!("t_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::SeqCst));
    let mut conn = PgConnection::connect(&format!("{server}/postgres")).await.expect("the private PostgreSQL answers");
    conn.execute(sqlx::AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))).await.expect("drop");
    conn.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")))
        .await
        .expect("create");
    conn.close().await.expect("close");
    Fresh {
        database: Database::Postgres { url: format!("{server}/{name}"), password: None },
        folder: tempfile::tempdir().expect("a temporary folder"),
    }
}

/// Every row of every table as text: what a test looks through for something that must stand nowhere.
///
/// # Panics
/// Where the database does not answer.
pub async fn every_row(database: &Database) -> String {
    match database {
        Database::Sqlite(file) => {
            let conn = rusqlite::Connection::open(file).expect("the file opens");
            let names = |sql: &str, of: &[&str]| -> Vec<String> {
                let mut found = conn.prepare(sql).expect("a statement");
                let all = found.query_map(rusqlite::params_from_iter(of), |r| r.get(0)).expect("rows");
                all.collect::<Result<_, _>>().expect("names")
            };
            let mut out = String::new();
            for table in names("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%'", &[]) {
                let columns = names("SELECT name FROM pragma_table_info(?1)", &[&table]);
                let all = columns.iter().map(|c| format!("coalesce(CAST({c} AS TEXT), '')")).collect::<Vec<_>>().join(" || '|' || ");
                let mut found = conn.prepare(&format!("SELECT CAST({all} AS BLOB) FROM {table}")).expect("a statement");
                let mut rows = found.query([]).expect("rows");
                while let Some(row) = rows.next().expect("a row") {
                    let bytes: Vec<u8> = row.get(0).expect("bytes");
                    out.push_str(&format!("{table}: {}\n", String::from_utf8_lossy(&bytes)));
                }
            }
            out
        }
        Database::Postgres { url, .. } => {
            let mut conn = PgConnection::connect(url).await.expect("the private PostgreSQL answers");
            let tables = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'";
            let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut conn).await.expect("tables");
            let mut out = String::new();
            for table in tables {
                let sql = format!("SELECT t::text FROM {table} t");
                let rows: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut conn).await.expect("rows");
                rows.iter().for_each(|r| out.push_str(&format!("{table}: {r}\n")));
            }
            out
        }
    }
}

/// `on_both! { async fn name(db: Fresh) { … } }`: the same test on SQLite and on PostgreSQL.
#[macro_export]
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident: Fresh) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            async fn body($db: $crate::Fresh) $body
            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() { body($crate::sqlite()).await; }
            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() { body($crate::postgres().await).await; }
        }
    )+};
}
