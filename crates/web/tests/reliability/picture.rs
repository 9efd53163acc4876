//! What stands in a data folder after its program was killed, looked at from outside.

use std::{collections::BTreeSet, path::Path, time::Duration};

use caunoi_domain::record::canonical::leaf;
use caunoi_store::{Conn, Database, Row, Store, args};
use sha2::{Digest as _, Sha256};

use crate::player;

/// Every row of every table, in an order of its own. What is encrypted differs each time and is left out; of a table that
/// waits, what is not.
pub async fn rows(database: &Database) -> Vec<String> {
    let all = caunoi_testkit::every_row(database).await;
    let mut rows: Vec<String> = Vec::new();
    for line in all.lines() {
        let begins = line.split_once(": ").is_some_and(|(table, _)| table.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
        match rows.last_mut() {
            // The next line of a text of several.
            Some(row) if !begins => row.extend(["\n", line]),
            _ => rows.push(line.to_owned()),
        }
    }
    rows.retain(|r| !(r.starts_with("sealed_text:") || r.starts_with("book_draft:") || is_event(r, "opinion.sealed")));
    let mut conn = Store::look(database).await.unwrap();
    for row in conn.all("SELECT unit_id, user_id, name, state, done, whole FROM book_draft", args![]).await.unwrap() {
        let word = |column: &'static str| row.get::<String>(column).unwrap();
        let number = |column: &'static str| row.get::<i64>(column).unwrap();
        let words = [word("unit_id"), word("user_id"), word("name"), word("state")].join("|");
        rows.push(format!("book_draft: {words}|{}|{}", number("done"), number("whole")));
    }
    rows.sort_unstable();
    rows
}

/// Whether the row is an event of that kind, as either engine writes rows.
pub fn is_event(row: &str, kind: &str) -> bool {
    row.starts_with("event:") && [format!("|{kind}|"), format!(",{kind},")].iter().any(|k| row.contains(k))
}

/// Waits until the server of a database has ended what a killed program had begun: it may still be at a commit.
pub async fn settled(database: &Database) {
    if matches!(database, Database::Sqlite(_)) {
        return;
    }
    let mut conn = Store::look(database).await.unwrap();
    let others = "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    for _ in 0..1_000 {
        if conn.one(others, args![], "n").await.unwrap().get::<i64>("n").unwrap() == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("somebody is still at the database of a program that was killed");
}

/// Looks at one PostgreSQL again and again.
pub struct Eye {
    conn: Conn<'static>,
    rows: &'static str,
}

impl Eye {
    pub async fn of(database: &Database) -> Self {
        let mut conn = Store::look(database).await.unwrap();
        let tables = "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1";
        let hash = |row: Row| {
            let table = row.get::<String>("name").unwrap();
            format!("SELECT '{table}: ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS hash FROM {table} t")
        };
        let each: Vec<String> = conn.all(tables, args![]).await.unwrap().into_iter().map(hash).collect();
        Self { conn, rows: each.join(" UNION ALL ").leak() }
    }

    /// Every row of every table as one hash, most of it made by the server. What is encrypted is among them: within one run
    /// it is always the same.
    pub async fn rows(&mut self) -> [u8; 32] {
        let tables = self.conn.all(self.rows, args![]).await.unwrap();
        let mut tables: Vec<String> = tables.iter().map(|r| r.get("hash").unwrap()).collect();
        tables.sort_unstable();
        digest(&tables)
    }

    /// Waits until the server has ended the connection of that process number, and nobody else holds anything in the
    /// database: no transaction, no lock.
    pub async fn gone(&mut self, process: i64) {
        let others = "SELECT count(*) AS n FROM pg_stat_activity a WHERE datname = current_database() AND backend_type = 'client backend' \
            AND pid <> pg_backend_pid() AND (pid = $1 OR state <> 'idle' \
            OR EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.mode <> 'SIReadLock'))";
        for _ in 0..10_000 {
            if self.conn.one(others, args![process], "n").await.unwrap().get::<i64>("n").unwrap() == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("something is still held by a connection that was cut");
    }
}

/// The rows as one hash.
pub fn digest(rows: &[String]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for row in rows {
        hash.update(row.len().to_be_bytes());
        hash.update(row);
    }
    hash.finalize().into()
}

/// The name under which bytes are kept.
pub fn name(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// What must hold in every folder whatever happened: sound pages, no row that names a missing one, an event log whose
/// leaves are those of its bytes, every attached file there with its bytes, no matter without a step, no opinion without a
/// matter; and the program opens it and changes nothing by that but the work that waited for it ([`WAITS`]).
pub async fn wrong(folder: &Path, database: &Database) -> Vec<String> {
    let mut wrong = match database {
        Database::Sqlite(file) => caunoi_testkit::unsound(file),
        Database::Postgres { .. } => Vec::new(),
    };
    let before = rows(database).await;
    let app = player::open(folder, database).await;
    let mut conn = app.store.read().await.unwrap();
    events(&mut conn, &mut wrong).await;
    files(&mut conn, folder, &mut wrong).await;
    for (what, sql) in ALONE {
        let found = conn.all(sql, args![]).await.unwrap();
        wrong.extend(found.iter().map(|r| format!("{what}: {}", r.get::<String>("id").unwrap())));
    }
    drop(conn);
    app.store.close().await;
    let table = |row: &String| row.split_once(':').map_or_else(String::new, |(table, _)| table.to_owned());
    let (before, after) = (BTreeSet::from_iter(before), BTreeSet::from_iter(rows(database).await));
    let changed: BTreeSet<String> = before.symmetric_difference(&after).map(table).filter(|t| !WAITS.contains(&t.as_str())).collect();
    if !changed.is_empty() {
        wrong.push(format!("opening it changed rows of {changed:?}"));
    }
    wrong
}

/// What the program goes on with by itself when it is opened: its jobs (a sealing's log that is still to be cut off among
/// them), and the search of the desk that one of them fills.
const WAITS: [&str; 2] = ["job", "staff_doc"];

const ALONE: [(&str, &str); 3] = [
    ("a matter without a step", "SELECT id FROM item WHERE id NOT IN (SELECT item_id FROM step)"),
    ("an opinion without a matter", "SELECT id FROM opinion WHERE sealed = 0 AND id NOT IN (SELECT opinion_id FROM item)"),
    ("a matter that nobody agreed to", "SELECT id FROM item WHERE standing = 'agreed' AND id NOT IN (SELECT item_id FROM verdict)"),
];

async fn events(conn: &mut Conn<'_>, wrong: &mut Vec<String>) {
    for row in conn.all("SELECT id, bytes, salt, leaf FROM event", args![]).await.unwrap() {
        let salt: Vec<u8> = row.get("salt").unwrap();
        let ours = leaf(salt.try_into().unwrap(), &row.get::<Vec<u8>>("bytes").unwrap());
        if row.get::<Vec<u8>>("leaf").unwrap() != ours {
            wrong.push(format!("the event {} does not verify", row.get::<String>("id").unwrap()));
        }
    }
}

async fn files(conn: &mut Conn<'_>, folder: &Path, wrong: &mut Vec<String>) {
    for row in conn.all("SELECT DISTINCT sha256 FROM file", args![]).await.unwrap() {
        let name: String = row.get("sha256").unwrap();
        let bytes = std::fs::read(folder.join("files").join(&name[..2]).join(&name));
        if bytes.map_or(String::new(), |b| self::name(&b)) != name {
            wrong.push(format!("the file {name} is attached and not there whole"));
        }
    }
}
