//! Intake: the same rows as one opinion of the program, written raw. One thread owns the connection and takes what has
//! arrived into one commit with `synchronous=FULL`; the answer comes after it.

use std::sync::mpsc;

use anyhow::{Result, anyhow};
use rusqlite::{Connection, params_from_iter, types::Value};
use tokio::sync::oneshot;

type Ask = (String, oneshot::Sender<Result<(), String>>);

/// The way to the thread that writes.
#[derive(Clone)]
pub struct Writer(mpsc::Sender<Ask>);

/// A row of the opinion that is copied, with its insert.
struct Model {
    sql: String,
    values: Vec<Value>,
}

impl Writer {
    pub fn open(db: &str) -> Result<Self> {
        let conn = Connection::open(db)?;
        conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")?;
        let models = models(&conn)?;
        let (tx, rx) = mpsc::channel::<Ask>();
        std::thread::spawn(move || {
            let mut number = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_nanos() as i64 >> 1);
            while let Ok(first) = rx.recv() {
                let mut all = vec![first];
                while all.len() < 128 {
                    let Ok(next) = rx.try_recv() else { break };
                    all.push(next);
                }
                let done = (|| -> rusqlite::Result<()> {
                    conn.execute_batch("BEGIN IMMEDIATE")?;
                    for (body, _) in &all {
                        number += 1;
                        for m in &models {
                            conn.prepare_cached(&m.sql)?.execute(params_from_iter(m.values.iter().map(|v| own(v, number, body))))?;
                        }
                    }
                    conn.execute_batch("COMMIT")
                })();
                for (_, reply) in all {
                    let _ = reply.send(done.as_ref().map(|()| ()).map_err(ToString::to_string));
                }
            }
        });
        Ok(Self(tx))
    }

    pub async fn add(&self, body: String) -> Result<()> {
        let (reply, answer) = oneshot::channel();
        self.0.send((body, reply)).map_err(|_| anyhow!("the writer is gone"))?;
        answer.await?.map_err(|e| anyhow!(e))
    }
}

/// Placeholders: an id of this opinion, a number of it, its text.
const ID: &str = "\u{1}id";
const BODY: &str = "\u{1}body";

fn own(v: &Value, number: i64, body: &str) -> Value {
    match v {
        Value::Text(t) => match t.strip_prefix(ID) {
            Some(which) => Value::Text(format!("bare-{number:020}-{which}")),
            None if t == BODY => Value::Text(body.chars().take(400).collect()),
            None => v.clone(),
        },
        Value::Real(_) => Value::Integer(number),
        Value::Blob(b) if b.len() == 32 => {
            let mut own = b.clone();
            own[..8].copy_from_slice(&number.to_be_bytes());
            Value::Blob(own)
        }
        _ => v.clone(),
    }
}

/// The rows of one received opinion as they stand in the installation: opinion, person, code, item, step, event, the
/// key of its form and its search row.
fn models(conn: &Connection) -> Result<Vec<Model>> {
    let sql = "SELECT o.id, i.id FROM opinion o JOIN item i ON i.opinion_id = o.id JOIN event e ON e.subject_id = o.id \
        WHERE i.standing = 'received' LIMIT 1";
    let (opinion, item): (String, String) = conn.query_row(sql, [], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let ids = [(opinion.as_str(), "o"), (item.as_str(), "i")];
    let mut all = Vec::new();
    for (table, column, key) in [
        ("opinion", "id", &opinion),
        ("opinion_person", "opinion_id", &opinion),
        ("tracking", "opinion_id", &opinion),
        ("item", "opinion_id", &opinion),
        ("step", "item_id", &item),
        ("event", "subject_id", &opinion),
        ("staff_doc", "subject_id", &opinion),
    ] {
        all.push(model(conn, table, column, key, &ids)?);
    }
    all.push(Model {
        sql: "INSERT INTO idempotency (key_hash, verb, result, at) VALUES (?1, ?2, ?3, ?4)".to_owned(),
        values: vec![Value::Blob(vec![0; 32]), Value::Text("opinion.submit".to_owned()), Value::Text("{}".repeat(100)), Value::Integer(0)],
    });
    Ok(all)
}

fn model(conn: &Connection, table: &str, column: &str, key: &str, ids: &[(&str, &str)]) -> Result<Model> {
    let mut st = conn.prepare(&format!("SELECT * FROM {table} WHERE {column} = ?1 LIMIT 1"))?;
    let names: Vec<String> = st.column_names().into_iter().map(str::to_owned).collect();
    let raw: Vec<Value> = st.query_row([key], |r| (0..names.len()).map(|n| r.get(n)).collect())?;
    let values = names
        .iter()
        .zip(raw)
        .map(|(name, v)| match (name.as_str(), v) {
            ("public_id" | "ref" | "source_id", Value::Integer(_)) => Value::Real(0.0),
            ("source_id" | "ref", Value::Text(_)) => Value::Text(format!("{ID}{table}")),
            ("id", Value::Integer(_)) => Value::Real(0.0),
            ("body", Value::Text(_)) => Value::Text(BODY.to_owned()),
            (_, Value::Text(t)) => match ids.iter().find(|(id, _)| *id == t) {
                Some((_, which)) => Value::Text(format!("{ID}{which}")),
                None if name == "id" => Value::Text(format!("{ID}{table}")),
                None => Value::Text(t),
            },
            (_, v) => v,
        })
        .collect();
    let marks: Vec<String> = (1..=names.len()).map(|n| format!("?{n}")).collect();
    Ok(Model { sql: format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), marks.join(", ")), values })
}
