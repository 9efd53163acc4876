//! Nhập sổ: an office's own book of opinions becomes the triage queue. Good rows land, wrong ones come back with row,
//! column and reason; nothing lands twice; slices leave room for people who send meanwhile.

use caunoi_domain::{
    opinion::{
        book::{self, Column, Entry},
        secrecy,
    },
    people::{
        actor::Actor,
        policy::{self, Action, Scope},
    },
    problem::What,
    text::table::Row,
};
use caunoi_store::{
    Tx,
    import_row::{self, Identity},
    unit,
};

use crate::{
    context::{App, Cx, Verb},
    opinion::{
        receipt,
        submit::{self, SubmitOpinion},
    },
    refusal::Refusal,
};

/// The book that an office imports: with the unit, the year and the number it is a row's identity.
const SOURCE: &str = "so-y-kien";
/// Rows of one transaction, so that intake is not kept waiting.
const SLICE: usize = 8;
/// Rows of one book at most.
pub const ROWS_MAX: usize = 10_000;

/// How a book is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Only say what would happen.
    pub dry_run: bool,
    /// All rows or none.
    pub strict: bool,
}

/// A wrong place of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongCell {
    /// Number of the row in the file.
    pub row: usize,
    /// The column; absent where the whole row or table is meant.
    pub column: Option<Column>,
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
}

impl Taken {
    /// Rows that were refused.
    #[must_use]
    pub fn refused(&self) -> usize {
        let mut rows: Vec<usize> = self.wrong.iter().map(|w| w.row).collect();
        rows.dedup();
        rows.len()
    }
}

/// Imports a book. `progress` is told how many rows are done, of how many.
///
/// # Errors
/// [`Refusal::NotAllowed`]; the table has no head line or too many rows; the store's failure.
pub async fn import(
    app: &App,
    actor: &Actor,
    unit_id: &str,
    table: &[Row],
    manner: Manner,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Taken, Refusal> {
    if !policy::may(actor, Action::Import, Scope::unit(unit_id)) {
        return Err(Refusal::NotAllowed(Action::Import));
    }
    if table.len() > ROWS_MAX {
        return Err(Refusal::problem("file", What::Unreadable));
    }
    let mut conn = app.store.read().await?;
    let villages: Vec<(String, String)> = unit::villages(&mut conn, unit_id).await?.into_iter().map(|v| (v.id, v.name)).collect();
    let (head, rows) = book::head(table).map_err(|what| Refusal::problem("file", what))?;
    let today = app.clock.today();
    let mut taken = Taken::default();
    let mut good: Vec<Good> = Vec::new();
    for row in rows.iter().filter(|r| !r.is_empty()) {
        taken.rows += 1;
        match book::entry(&head, row, &villages, today) {
            Ok(entry) => sort(app, unit_id, row.number, entry, &mut good, &mut taken),
            Err(wrong) => {
                taken.wrong.extend(wrong.into_iter().map(|w| WrongCell { row: row.number, column: Some(w.column), what: w.what }));
            }
        }
    }
    let mut new = Vec::with_capacity(good.len());
    for g in good {
        match import_row::find(&mut conn, identity(unit_id, &g.source_id)).await? {
            None => new.push(g),
            Some(hash) if hash == g.hash => taken.there += 1,
            Some(_) => taken.wrong.push(WrongCell { row: g.row, column: Some(Column::Number), what: What::AlreadyThere }),
        }
    }
    drop(conn);
    taken.wrong.sort_by_key(|w| w.row);
    taken.identities = new.iter().map(|g| (g.row, g.source_id.clone())).collect();
    if manner.dry_run || (manner.strict && !taken.wrong.is_empty()) {
        taken.landed = if manner.strict && !taken.wrong.is_empty() { 0 } else { new.len() };
        return Ok(taken);
    }
    land(app, actor, unit_id, new, manner, progress, &mut taken).await?;
    Ok(taken)
}

async fn land(
    app: &App,
    actor: &Actor,
    unit_id: &str,
    new: Vec<Good>,
    manner: Manner,
    progress: &(dyn Fn(usize, usize) + Sync),
    taken: &mut Taken,
) -> Result<(), Refusal> {
    let whole = new.len();
    let mut done = 0;
    let size = if manner.strict { whole.max(1) } else { SLICE };
    for slice in new.chunks(size) {
        let (landed, there) = app.carry_out(actor, LandRows { unit_id: unit_id.to_owned(), rows: slice.to_vec() }).await?;
        taken.landed += landed;
        taken.there += there;
        done += slice.len();
        progress(done, whole);
    }
    Ok(())
}

/// A row that can land.
#[derive(Clone, Debug)]
struct Good {
    row: usize,
    source_id: String,
    hash: String,
    entry: Entry,
}

/// Gives a row its identity; the same identity twice in one book is one row, or a wrong number.
fn sort(app: &App, unit_id: &str, row: usize, entry: Entry, good: &mut Vec<Good>, taken: &mut Taken) {
    let mac = app.keys.mac("import row", &[unit_id.as_bytes(), entry.fingerprint().as_bytes()]);
    let hash = data_encoding::HEXLOWER.encode(&mac);
    let source_id = if entry.number.is_empty() {
        format!("hash:{}", hash.get(..32).unwrap_or_default())
    } else {
        format!("{}/{}", entry.received_on.year(), entry.number)
    };
    if let Some(twin) = good.iter().find(|g| g.source_id == source_id) {
        if twin.hash == hash {
            taken.there += 1;
        } else {
            taken.wrong.push(WrongCell { row, column: Some(Column::Number), what: What::AlreadyThere });
        }
    } else if secrecy::text_is_marked(&entry.submission.person.address) {
        taken.wrong.push(WrongCell { row, column: Some(Column::Address), what: What::StateSecret });
    } else {
        good.push(Good { row, source_id, hash, entry });
    }
}

const fn identity<'a>(unit_id: &'a str, source_id: &'a str) -> Identity<'a> {
    Identity { kind: "opinion", unit_id, source: SOURCE, source_id }
}

/// Lands some rows in one transaction.
struct LandRows {
    unit_id: String,
    rows: Vec<Good>,
}

impl Verb for LandRows {
    /// How many landed, how many another import had landed meanwhile.
    type Done = (usize, usize);

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(usize, usize), Refusal> {
        cx.allow(Action::Import, Scope::unit(&self.unit_id))?;
        let (mut landed, mut there) = (0, 0);
        for g in &self.rows {
            let identity = identity(&self.unit_id, &g.source_id);
            if import_row::find(tx, identity).await?.is_some() {
                there += 1;
                continue;
            }
            let key = format!("import {} {SOURCE} {}", self.unit_id, g.source_id);
            let e = &g.entry;
            let verb = SubmitOpinion {
                unit_id: self.unit_id.clone(),
                submission: e.submission.clone(),
                channel: e.channel,
                files: Vec::new(),
                signed: e.signed,
                source: Some((SOURCE.to_owned(), g.source_id.clone())),
                slip: receipt::slip(&cx.keys, &key),
            };
            let entry = submit::Entry { received_on: e.received_on, matters: Vec::new(), field: e.field };
            let received = submit::receive(tx, cx, &verb, &entry).await?;
            import_row::add(tx, identity, &g.hash, &received.public_id.to_string(), cx.now_us).await?;
            landed += 1;
        }
        Ok((landed, there))
    }
}
