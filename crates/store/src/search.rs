//! Search without diacritics: one row per thing that can be found, a folded key made in Rust, the engine's own
//! index over it. FTS5 on SQLite and tsvector('simple') on PostgreSQL see the same words, so both find the same
//! rows. Exact diacritics come first.

use caunoi_domain::text::fold::{exact, fold};

use crate::{
    args,
    db::{Conn, Engine, Tx},
    dialect,
    error::Result,
    statements,
};

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Doc<'a> {
    /// 63 random bits or a number of the unit's code: the row's id.
    pub id: i64,
    /// `unit`, `village`, `item`, `issue`, `dialogue`, `conclusion`.
    pub kind: &'a str,
    /// Public id or code that its page is found by.
    pub reference: &'a str,
    /// The unit's id.
    pub unit_id: &'a str,
    /// Seen by everybody.
    pub public: bool,
    /// Title as shown.
    pub title: &'a str,
    /// A line that tells namesakes apart.
    pub context: &'a str,
    /// Everything that is searched.
    pub text: &'a str,
    /// Higher comes first among equals.
    pub weight: i64,
    /// Epoch microseconds.
    pub at: i64,
}

/// A found thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Kind.
    pub kind: String,
    /// Public id or code.
    pub reference: String,
    /// The unit's id.
    pub unit_id: String,
    /// Title.
    pub title: String,
    /// The line that tells namesakes apart.
    pub context: String,
}

/// Adds or renews what can be found of one thing.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, d: &Doc<'_>) -> Result<()> {
    let key = fold(d.text);
    remove(tx, d.kind, d.reference).await?;
    tx.exec(PUT, args![d.id, d.kind, d.reference, d.unit_id, d.public, d.title, d.context, exact(d.text), &key, d.weight, d.at]).await?;
    if tx.engine() == Engine::Sqlite {
        tx.exec(INDEX_SQLITE, args![d.id, &key]).await?;
    }
    Ok(())
}

/// Takes a thing out of the search.
///
/// # Errors
/// The engine's words.
pub async fn remove(tx: &mut Tx<'_>, kind: &str, reference: &str) -> Result<()> {
    if tx.engine() == Engine::Sqlite {
        tx.exec(UNINDEX_SQLITE, args![kind, reference]).await?;
    }
    tx.exec(REMOVE, args![kind, reference]).await?;
    Ok(())
}

/// Finds public things by every word of the query, the last one as a beginning; exact diacritics first.
/// `kind` and `unit_id` narrow it where they are not empty.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, query: &str, kind: &str, unit_id: &str, limit: i64) -> Result<Vec<Hit>> {
    let key = fold(query);
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let words: Vec<&str> = key.split(' ').collect();
    let matching = match conn.engine() {
        Engine::Sqlite => {
            let mut m = words.iter().map(|w| format!("\"{w}\"")).collect::<Vec<_>>().join(" ");
            m.push('*');
            m
        }
        Engine::Postgres => {
            let mut m = words.join(" & ");
            m.push_str(":*");
            m
        }
    };
    let sql = dialect::pick(conn.engine(), FIND_SQLITE, FIND_POSTGRES);
    let wanted = format!("%{}%", exact(query).replace(['%', '_', '\\'], " "));
    conn.all(sql, args![matching, wanted, kind, unit_id, limit, key.as_str()])
        .await?
        .iter()
        .map(|r| {
            Ok(Hit {
                kind: r.get("kind")?,
                reference: r.get("ref")?,
                unit_id: r.get("unit_id")?,
                title: r.get("title")?,
                context: r.get("context")?,
            })
        })
        .collect()
}

statements! {
    PUT = "INSERT INTO search_doc (id, kind, ref, unit_id, public, title, context, exact, fold, weight, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    REMOVE = "DELETE FROM search_doc WHERE kind = $1 AND ref = $2";
}

/// Texts of SQLite's own.
pub const STATEMENTS_SQLITE: &[(&str, &str)] =
    &[("INDEX_SQLITE", INDEX_SQLITE), ("UNINDEX_SQLITE", UNINDEX_SQLITE), ("FIND_SQLITE", FIND_SQLITE)];
/// Texts of PostgreSQL's own.
pub const STATEMENTS_POSTGRES: &[(&str, &str)] = &[("FIND_POSTGRES", FIND_POSTGRES)];

const INDEX_SQLITE: &str = "INSERT INTO search_index (rowid, fold) VALUES ($1, $2)";
const UNINDEX_SQLITE: &str = "DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_doc WHERE kind = $1 AND ref = $2)";
const FIND_SQLITE: &str = "SELECT d.kind, d.ref, d.unit_id, d.title, d.context FROM search_index i JOIN search_doc d ON d.id = i.rowid \
     WHERE search_index MATCH $1 AND d.public = 1 AND ($3 = '' OR d.kind = $3) AND ($4 = '' OR d.unit_id = $4) \
     ORDER BY CASE WHEN d.exact LIKE $2 THEN 0 ELSE 1 END, CASE WHEN d.fold LIKE '%' || $6 || '%' THEN 0 ELSE 1 END, d.weight DESC, d.at DESC, d.id LIMIT $5";
const FIND_POSTGRES: &str = "SELECT d.kind, d.ref, d.unit_id, d.title, d.context FROM search_doc d \
     WHERE to_tsvector('simple', d.fold) @@ to_tsquery('simple', $1) AND d.public = 1 AND ($3 = '' OR d.kind = $3) AND ($4 = '' OR d.unit_id = $4) \
     ORDER BY CASE WHEN d.exact LIKE $2 THEN 0 ELSE 1 END, CASE WHEN d.fold LIKE '%' || $6 || '%' THEN 0 ELSE 1 END, d.weight DESC, d.at DESC, d.id LIMIT $5";
