//! Search without diacritics: one row per thing that can be found, a folded key made in Rust, the engine's own
//! index over it. FTS5 on SQLite and tsvector('simple') on PostgreSQL see the same words, so both find the same
//! rows. Exact diacritics come first.

use std::sync::OnceLock;

use caunoi_domain::text::{
    abbreviations::widen,
    fold::{exact, fold},
};

use crate::{
    args, batch,
    db::{Conn, Engine, Tx},
    dialect,
    error::Result,
    place_columns,
    public::place::{self, Place},
    statements,
};

macro_rules! put_head {
    () => {
        "INSERT INTO search_doc (id, kind, ref, unit_id, public, title, context, head, exact, fold, weight, at) VALUES"
    };
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Doc<'a> {
    /// 63 random bits or a number of the unit's code: the row's id.
    pub id: i64,
    /// `unit`, `village`, `item`, `issue`, `dialogue`, `conclusion`, `regulation`.
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
    /// Title.
    pub title: String,
    /// The line that tells namesakes apart.
    pub context: String,
    /// The unit that it belongs to (itself, for a unit), with its province; none for what belongs to the nation.
    pub place: Option<Place>,
    /// Where a published item stands: a code word, empty for everything else.
    pub state: String,
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// As typed.
    pub query: &'a str,
    /// Kinds, a space between them; empty for all.
    pub kinds: &'a str,
    /// The unit's id; empty for all.
    pub unit_id: &'a str,
    /// From this moment on and before that one, epoch microseconds.
    pub between: (i64, i64),
    /// Standings of items, a space between them; empty for all.
    pub states: &'a str,
    /// At most so many.
    pub limit: i64,
}

impl<'a> Wanted<'a> {
    /// Everything of these kinds, of any unit and time.
    #[must_use]
    pub const fn of(query: &'a str, kinds: &'a str, limit: i64) -> Self {
        Self { query, kinds, unit_id: "", between: (i64::MIN, i64::MAX), states: "", limit }
    }
}

/// Letters of a query at most; the rest is not looked at.
const LONGEST: usize = 200;

/// Adds or renews what can be found of one thing.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, d: &Doc<'_>) -> Result<()> {
    let key = fold(d.text);
    remove(tx, d.kind, d.reference).await?;
    tx.exec(
        PUT,
        args![d.id, d.kind, d.reference, d.unit_id, d.public, d.title, d.context, fold(d.title), exact(d.text), &key, d.weight, d.at],
    )
    .await?;
    if tx.engine() == Engine::Sqlite {
        tx.exec(INDEX_SQLITE, args![d.id, &key]).await?;
    }
    Ok(())
}

/// Adds what can be found of many things that are not there yet: the national lists.
///
/// # Errors
/// The engine's words.
pub async fn put_all(tx: &mut Tx<'_>, docs: &[Doc<'_>]) -> Result<()> {
    let keys: Vec<String> = docs.iter().map(|d| fold(d.text)).collect();
    let row = |(d, key): (&Doc<'_>, &String)| {
        args![d.id, d.kind, d.reference, d.unit_id, d.public, d.title, d.context, fold(d.title), exact(d.text), key, d.weight, d.at]
    };
    batch::write(tx, put_many(), PUT, docs.iter().zip(&keys).map(row).collect()).await?;
    if tx.engine() == Engine::Sqlite {
        for (d, key) in docs.iter().zip(&keys) {
            tx.exec(INDEX_SQLITE, args![d.id, key]).await?;
        }
    }
    Ok(())
}

/// Takes the units of these lists (numbered below four million) out of the search, before they are put there anew; what
/// an operator's own table brought in stays.
///
/// # Errors
/// The engine's words.
pub async fn remove_units(tx: &mut Tx<'_>) -> Result<()> {
    if tx.engine() == Engine::Sqlite {
        tx.exec(UNINDEX_UNITS_SQLITE, args![]).await?;
    }
    tx.exec(REMOVE_UNITS, args![]).await?;
    Ok(())
}

/// [`PUT`] for many rows.
pub(crate) fn put_many() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| batch::text(put_head!(), 12, ""))
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

/// Finds public things by every word of the query, abbreviations and what they mean standing for each other, the last
/// word as a beginning. Exact diacritics come first, then what is called so, then what holds the words together.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, wanted: Wanted<'_>) -> Result<Vec<Hit>> {
    let query: String = wanted.query.chars().take(LONGEST).collect();
    let key = fold(&query);
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let engine = conn.engine();
    let sql = dialect::pick(engine, FIND_SQLITE, FIND_POSTGRES);
    let spaced = |list: &str| if list.is_empty() { String::new() } else { format!(" {list} ") };
    let (from, to) = wanted.between;
    conn.all(
        sql,
        args![
            matching(engine, &key),
            exact(&query),
            spaced(wanted.kinds),
            wanted.unit_id,
            wanted.limit,
            key.as_str(),
            from,
            to,
            spaced(wanted.states)
        ],
    )
    .await?
    .iter()
    .map(|r| {
        Ok(Hit {
            kind: r.get("kind")?,
            reference: r.get("ref")?,
            title: r.get("title")?,
            context: r.get("context")?,
            place: r.get::<Option<String>>("place_id")?.map(|_| place::read(r)).transpose()?,
            state: r.get("state")?,
        })
    })
    .collect()
}

/// The engine's own query of a folded key: every term, in one of its forms.
fn matching(engine: Engine, key: &str) -> String {
    let (and, quote, prefix, next) = match engine {
        Engine::Sqlite => (" AND ", '"', "*", " "),
        Engine::Postgres => (" & ", '\'', ":*", " <-> "),
    };
    let word = |w: &str| format!("{quote}{w}{quote}");
    let phrase = |p: &str| match engine {
        Engine::Sqlite => word(p),
        Engine::Postgres => format!("({})", p.split(' ').map(word).collect::<Vec<_>>().join(next)),
    };
    let terms = widen(key);
    let last = terms.len().saturating_sub(1);
    terms
        .iter()
        .enumerate()
        .map(|(n, term)| {
            let mut typed = term.typed.iter().map(|w| word(w)).collect::<Vec<_>>().join(and);
            if n == last {
                typed.push_str(prefix);
            }
            let or = if engine == Engine::Sqlite { " OR " } else { " | " };
            let others: String = term.phrases.iter().map(|p| format!("{or}{}", phrase(p))).collect();
            if others.is_empty() { format!("({typed})") } else { format!("(({typed}){others})") }
        })
        .collect::<Vec<_>>()
        .join(and)
}

/// Writes where a published item stands, for the filter of the search.
///
/// # Errors
/// The engine's words.
pub async fn put_state(tx: &mut Tx<'_>, kind: &str, reference: &str, state: &str) -> Result<()> {
    tx.exec(PUT_STATE, args![kind, reference, state]).await?;
    Ok(())
}

statements! {
    PUT_STATE = "UPDATE search_doc SET state = $3 WHERE kind = $1 AND ref = $2";
    PUT = concat!(put_head!(), " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");
    REMOVE_UNITS = "DELETE FROM search_doc WHERE kind = 'unit' AND id < 4000000 AND unit_id NOT IN (SELECT id FROM unit WHERE period = 'demo')";
    REMOVE = "DELETE FROM search_doc WHERE kind = $1 AND ref = $2";
}

/// Texts of SQLite's own.
pub const STATEMENTS_SQLITE: &[(&str, &str)] = &[
    ("INDEX_SQLITE", INDEX_SQLITE),
    ("UNINDEX_UNITS_SQLITE", UNINDEX_UNITS_SQLITE),
    ("UNINDEX_SQLITE", UNINDEX_SQLITE),
    ("FIND_SQLITE", FIND_SQLITE),
];
/// Texts of PostgreSQL's own.
pub const STATEMENTS_POSTGRES: &[(&str, &str)] = &[("FIND_POSTGRES", FIND_POSTGRES)];

/// Narrowing, ranks and limit: the same on both engines.
macro_rules! ranked {
    () => {
        " AND d.public = 1 AND ($3 = '' OR $3 LIKE '% ' || d.kind || ' %') AND ($4 = '' OR d.unit_id = $4) \
         AND d.at >= $7 AND d.at < $8 AND ($9 = '' OR $9 LIKE '% ' || d.state || ' %') \
         ORDER BY CASE WHEN ' ' || d.exact LIKE '% ' || $2 || '%' THEN 0 ELSE 1 END, CASE WHEN ' ' || d.head LIKE '% ' || $6 || '%' THEN 0 ELSE 1 END, \
         CASE WHEN ' ' || d.fold LIKE '% ' || $6 || '%' THEN 0 ELSE 1 END, d.weight DESC, d.at DESC, d.id LIMIT $5"
    };
}

const INDEX_SQLITE: &str = "INSERT INTO search_index (rowid, fold) VALUES ($1, $2)";
const UNINDEX_UNITS_SQLITE: &str = "DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_doc WHERE kind = 'unit' AND id < 4000000 AND unit_id NOT IN (SELECT id FROM unit WHERE period = 'demo'))";
const UNINDEX_SQLITE: &str = "DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_doc WHERE kind = $1 AND ref = $2)";
const FIND_SQLITE: &str = concat!(
    "SELECT d.kind, d.ref, d.title, d.context, d.state, ",
    place_columns!(),
    " FROM search_index i JOIN search_doc d ON d.id = i.rowid LEFT JOIN unit u ON u.id = d.unit_id LEFT JOIN unit p ON p.id = u.province_id WHERE search_index MATCH $1",
    ranked!()
);
const FIND_POSTGRES: &str = concat!(
    "SELECT d.kind, d.ref, d.title, d.context, d.state, ",
    place_columns!(),
    " FROM search_doc d LEFT JOIN unit u ON u.id = d.unit_id LEFT JOIN unit p ON p.id = u.province_id WHERE to_tsvector('simple', d.fold) @@ to_tsquery('simple', $1)",
    ranked!()
);
