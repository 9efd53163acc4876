//! The kinds of books there are: one line each.

use std::{future::Future, marker::PhantomData, pin::Pin};

use caunoi_domain::{import::Column, people::actor::Actor, people::policy::Action, problem::What, text::table::Row};

use super::{
    book::Book,
    run::{self, Job, Progress, Taken},
};
use crate::{
    calendar::import_calendar::CalendarBook,
    context::App,
    dialogue::import_past::PastBook,
    opinion::import_book::OpinionBook,
    people::import_people::PeopleBook,
    refusal::Refusal,
    report::import::{FigureBook, FindingBook},
    territory::{import_lineage::LineageBook, import_units::UnitBook},
};

/// The kinds, in the order of the command's help.
#[must_use]
pub fn kinds() -> &'static [&'static dyn Kind] {
    &[
        &Of::<OpinionBook>(PhantomData),
        &Of::<PastBook>(PhantomData),
        &Of::<PeopleBook>(PhantomData),
        &Of::<FigureBook>(PhantomData),
        &Of::<FindingBook>(PhantomData),
        &Of::<CalendarBook>(PhantomData),
        &Of::<UnitBook>(PhantomData),
        &Of::<LineageBook>(PhantomData),
    ]
}

/// The kind of that word.
#[must_use]
pub fn find(word: &str) -> Option<&'static dyn Kind> {
    kinds().iter().find(|k| k.word() == word).copied()
}

/// A kind of book whose entries are not asked for.
pub trait Kind: Send + Sync {
    /// The word of the command and of addresses.
    fn word(&self) -> &'static str;
    /// Name of the template's sheet.
    fn sheet(&self) -> &'static str;
    /// What the policy must allow in the unit.
    fn action(&self) -> Action;
    /// True where the book is one unit's.
    fn of_unit(&self) -> bool;
    /// The columns, in the order of the template.
    fn columns(&self) -> &'static [&'static Column];
    /// The rows of a TOML file, where the kind may be written as one.
    ///
    /// # Errors
    /// [`What::Unreadable`].
    fn rows_of_toml(&self, text: &str) -> Result<Vec<Row>, What>;
    /// Imports a book.
    fn import<'a>(
        &self,
        app: &'a App,
        actor: &'a Actor,
        job: Job<'a>,
        progress: Progress<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Taken, Refusal>> + Send + 'a>>;
}

/// A kind of book as a value.
pub struct Of<B>(PhantomData<fn() -> B>);

impl<B: Book> Kind for Of<B> {
    fn word(&self) -> &'static str {
        B::KIND
    }
    fn sheet(&self) -> &'static str {
        B::SHEET
    }
    fn action(&self) -> Action {
        B::ACTION
    }
    fn of_unit(&self) -> bool {
        B::OF_UNIT
    }
    fn columns(&self) -> &'static [&'static Column] {
        B::columns()
    }
    fn rows_of_toml(&self, text: &str) -> Result<Vec<Row>, What> {
        B::from_toml(text)
    }
    fn import<'a>(
        &self,
        app: &'a App,
        actor: &'a Actor,
        job: Job<'a>,
        progress: Progress<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Taken, Refusal>> + Send + 'a>> {
        Box::pin(run::import::<B>(app, actor, job, progress))
    }
}
