//! One import from the table to what became of each row.

use std::collections::HashMap;

use caunoi_domain::{
    import::{Column, Mapping, Reader, look},
    people::actor::Actor,
    problem::What,
    text::table::Row,
};
use caunoi_store::import_row::{self, Identity};

use super::{
    book::{Book, From},
    land::{self, Good},
    mapping, permit,
};
use crate::{context::App, refusal::Refusal};

/// Rows of one book at most.
const ROWS_MAX: usize = 20_000;
/// After so many looks at what is there already the asker is told how far it is.
const LOOKS: usize = 100;

/// Is told how many rows are done, of how many.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// How a book is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Only say what would happen.
    pub dry_run: bool,
    /// All rows or none.
    pub strict: bool,
}

/// A book to be imported.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    /// The unit's id; empty for a kind that belongs to none.
    pub unit_id: &'a str,
    /// The table.
    pub table: &'a [Row],
    /// Under which heads of its own the office keeps our columns.
    pub mapping: &'a Mapping,
    /// How it is taken.
    pub manner: Manner,
}

/// A wrong place of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongCell {
    /// Number of the row in the file.
    pub row: usize,
    /// The column; absent where the whole row or table is meant.
    pub column: Option<&'static Column>,
    /// What is wrong there.
    pub what: What,
}

/// What became of a book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Rows that hold something.
    pub rows: usize,
    /// Rows that landed (or would, in a dry run).
    pub landed: usize,
    /// Rows that were there already.
    pub there: usize,
    /// Wrong places, by row.
    pub wrong: Vec<WrongCell>,
    /// Identities of the rows that landed or would, with the number of the row: what a dry run shows.
    pub identities: Vec<(usize, String)>,
    /// Public id of what landed as one import, where anything did.
    pub batch: Option<i64>,
    /// Codes of columns that the book calls otherwise than we do, with its own heads.
    pub heads: Vec<(&'static str, String)>,
}

impl Taken {
    /// The book's own head of a column; empty where it is ours.
    #[must_use]
    pub fn head(&self, code: &str) -> &str {
        self.heads.iter().find(|(c, _)| *c == code).map_or("", |(_, head)| head.as_str())
    }

    /// Rows that were refused.
    #[must_use]
    pub fn refused(&self) -> usize {
        let mut rows: Vec<usize> = self.wrong.iter().map(|w| w.row).collect();
        rows.sort_unstable();
        rows.dedup();
        rows.len()
    }
}

/// Imports a book of a kind.
///
/// # Errors
/// [`Refusal::NotAllowed`]; the table has no head line or too many rows; the store's failure.
pub async fn import<B: Book>(app: &App, actor: &Actor, job: Job<'_>, progress: Progress<'_>) -> Result<Taken, Refusal> {
    permit::check::<B>(&mut app.store.read().await?, actor, job.unit_id).await?;
    if job.table.len() > ROWS_MAX {
        return Err(Refusal::problem("file", What::Unreadable));
    }
    let columns = B::columns();
    let chosen = mapping::saved(app, job.unit_id, B::KIND).await?.under(job.mapping);
    let seen = look(columns, job.table, &chosen);
    let (head, rows) = seen.head(columns, job.table).map_err(|what| Refusal::problem("file", what))?;
    let book = B::open(app, job.unit_id).await?;
    let mut taken = Taken { heads: seen.own_heads(), ..Taken::default() };
    let mut good: Vec<Good<B::Entry>> = Vec::new();
    let mut met: HashMap<From, usize> = HashMap::new();
    for row in rows.iter().filter(|r| !r.is_empty()) {
        taken.rows += 1;
        let mut reader = Reader::new(columns, &head, row);
        let entry = book.read(&mut reader);
        match reader.finish(entry) {
            Ok(entry) => {
                let row = identified(app, &book, job.unit_id, row.number, entry);
                // The same identity twice in one book is one row, or a wrong number.
                match met.get(&row.from).and_then(|at| good.get(*at)) {
                    Some(twin) if twin.hash == row.hash => taken.there += 1,
                    Some(_) => taken.wrong.push(WrongCell { row: row.row, column: row.column, what: What::AlreadyThere }),
                    None => {
                        met.insert(row.from.clone(), good.len());
                        good.push(row);
                    }
                }
            }
            Err(wrong) => {
                taken.wrong.extend(wrong.into_iter().map(|w| WrongCell { row: row.number, column: Some(w.column), what: w.what }));
            }
        }
    }
    let mut new = Vec::with_capacity(good.len());
    let mut conn = app.store.read().await?;
    let whole = good.len();
    for (n, g) in good.into_iter().enumerate() {
        if n % LOOKS == 0 {
            progress(n, whole);
        }
        match import_row::find(&mut conn, identity::<B>(job.unit_id, &g.from)).await? {
            None if book.stands(&mut conn, &g.entry).await? => taken.there += 1,
            None => new.push(g),
            Some(hash) if hash == g.hash => taken.there += 1,
            Some(_) => taken.wrong.push(WrongCell { row: g.row, column: g.column, what: What::AlreadyThere }),
        }
    }
    drop(conn);
    new.sort_by_key(|g| book.rank(&g.entry));
    taken.identities = new.iter().map(|g| (g.row, g.from.source_id.clone())).collect();
    let none = job.manner.strict && !taken.wrong.is_empty();
    if job.manner.dry_run || none {
        taken.landed = if none { 0 } else { new.len() };
    } else {
        land::land(app, actor, &book, &job, new, progress, &mut taken).await?;
    }
    taken.wrong.sort_by_key(|w| w.row);
    Ok(taken)
}

/// Gives a row its identity: its own, or the hash of everything in it.
fn identified<B: Book>(app: &App, book: &B, unit_id: &str, row: usize, entry: B::Entry) -> Good<B::Entry> {
    let mac = app.keys.mac("import row", &[unit_id.as_bytes(), book.fingerprint(&entry).as_bytes()]);
    let hash = data_encoding::HEXLOWER.encode(&mac);
    let (from, column) = match book.identity(&entry) {
        Some((from, column)) => (from, Some(column)),
        None => (From { source: "hash".to_owned(), source_id: format!("hash:{}", hash.get(..32).unwrap_or_default()) }, None),
    };
    Good { row, from, column, hash, entry }
}

/// Under what a row is remembered.
pub(super) fn identity<'a, B: Book>(unit_id: &'a str, from: &'a From) -> Identity<'a> {
    Identity { kind: B::NOUN, unit_id, source: &from.source, source_id: &from.source_id }
}
