//! What a kind of book has to say for itself.

use std::future::Future;

use caunoi_domain::{
    import::{Column, Reader},
    people::policy::Action,
    problem::What,
    text::table::Row,
};
use caunoi_store::{Conn, Tx};

use crate::{
    context::{App, Cx},
    refusal::Refusal,
};

/// Where a row comes from: kept with what it became.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct From {
    /// The book.
    pub source: String,
    /// The row's number there, or its hash.
    pub source_id: String,
}

/// A kind of book, opened for one import: the value holds what reading and landing need (villages, bodies …).
pub trait Book: Clone + Send + Sync + Sized + 'static {
    /// A row that can land.
    type Entry: Clone + Send + Sync + 'static;
    /// The word of the command and of addresses: `opinions`.
    const KIND: &'static str;
    /// The noun under which rows are remembered, for ever: `opinion`.
    const NOUN: &'static str;
    /// Name of the template's sheet.
    const SHEET: &'static str;
    /// What the policy must allow in the unit.
    const ACTION: Action;
    /// True where the book is one commune's or province's; otherwise it is the installation's, and imported by the operator
    /// or by who keeps the installation.
    const OF_UNIT: bool;
    /// Rows of one transaction: some 50 ms on a slow disk, so that intake is not kept waiting.
    const SLICE: usize = 8;

    /// The columns, in the order of the template.
    fn columns() -> &'static [&'static Column];

    /// Opens the book for a unit (its id; empty where the kind has none).
    fn open(app: &App, unit_id: &str) -> impl Future<Output = Result<Self, Refusal>> + Send;

    /// Reads a row; what cannot be taken is said to the reader.
    fn read(&self, reader: &mut Reader<'_>) -> Option<Self::Entry>;

    /// The row's own identity with the column that holds it; without one the hash of everything in it is its identity.
    fn identity(&self, entry: &Self::Entry) -> Option<(From, &'static Column)>;

    /// Everything of the row as one text: equal rows, however typed, are equal texts.
    fn fingerprint(&self, entry: &Self::Entry) -> String;

    /// What has to land first: rows of a lower rank do, in whatever order the table has them.
    fn rank(&self, _entry: &Self::Entry) -> u8 {
        0
    }

    /// True where the very same stands already, brought in another way than by a book.
    fn stands(&self, _conn: &mut Conn<'_>, _entry: &Self::Entry) -> impl Future<Output = Result<bool, Refusal>> + Send {
        async { Ok(false) }
    }

    /// Lands a row by the verbs of its noun, in the transaction given; answers what it became (an id). A refusal with
    /// problems refuses this row only; fields of problems are codes of columns.
    fn land(&self, tx: &mut Tx<'_>, cx: &Cx, from: &From, entry: &Self::Entry) -> impl Future<Output = Result<String, Refusal>> + Send;

    /// The rows of a TOML file, where the kind may be written as one: a head line first.
    ///
    /// # Errors
    /// [`What::Unreadable`] where there is no such form.
    fn from_toml(_text: &str) -> Result<Vec<Row>, What> {
        Err(What::Unreadable)
    }
}
