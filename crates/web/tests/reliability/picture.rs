//! What stands in a data folder after its program was killed, looked at from outside.

use std::{collections::BTreeSet, path::Path};

use caunoi_domain::record::canonical::leaf;
use caunoi_store::{Conn, Database, args};
use sha2::{Digest as _, Sha256};

use crate::player;

/// Every row of every table, in an order of its own. What is encrypted differs each time and is left out.
pub async fn rows(folder: &Path) -> Vec<String> {
    let all = caunoi_testkit::every_row(&Database::Sqlite(folder.join("caunoi.db"))).await;
    let mut rows: Vec<String> = Vec::new();
    for line in all.lines() {
        let begins = line.split_once(": ").is_some_and(|(table, _)| table.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
        match rows.last_mut() {
            // The next line of a text of several.
            Some(row) if !begins => row.extend(["\n", line]),
            _ => rows.push(line.to_owned()),
        }
    }
    rows.retain(|r| !(r.starts_with("sealed_text:") || r.starts_with("event:") && r.contains("|opinion.sealed|")));
    rows.sort_unstable();
    rows
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
pub async fn wrong(folder: &Path) -> Vec<String> {
    let mut wrong = caunoi_testkit::unsound(&folder.join("caunoi.db"));
    let before = rows(folder).await;
    let app = player::open(folder).await;
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
    let (before, after) = (BTreeSet::from_iter(before), BTreeSet::from_iter(rows(folder).await));
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
