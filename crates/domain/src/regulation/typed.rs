//! Fields of the ledger's forms, read the same way in each: words that hold no state secret, days written day first.

use jiff::civil::Date;

use crate::{
    opinion::{secrecy, submission::text},
    problem::{Problem, What},
    text::date,
};

/// Words of a field, cleaned; a marked text is refused.
pub(super) fn plain(typed: &str, field: &'static str, max: usize, needed: bool, wrong: &mut Vec<Problem>) -> String {
    let read = text(typed, field, max, needed, wrong);
    if secrecy::text_is_marked(&read) {
        wrong.push(Problem::new(field, What::StateSecret));
    }
    read
}

/// A day; nothing where nothing was typed, which is said where one is needed.
pub(super) fn day(typed: &str, field: &'static str, needed: bool, wrong: &mut Vec<Problem>) -> Option<Date> {
    match typed.trim() {
        "" if needed => {
            wrong.push(Problem::new(field, What::Empty));
            None
        }
        "" => None,
        typed => date::parse(typed).map_err(|e| wrong.push(Problem::new(field, What::Day(e)))).ok(),
    }
}

/// A day that is needed and of which `fits` holds; another one is out of order.
pub(super) fn day_that(typed: &str, field: &'static str, wrong: &mut Vec<Problem>, fits: impl FnOnce(Date) -> bool) -> Option<Date> {
    let read = day(typed, field, true, wrong)?;
    if fits(read) {
        return Some(read);
    }
    wrong.push(Problem::new(field, What::DayOutOfOrder));
    None
}

/// A whole number between two.
pub(super) fn number<T: TryFrom<i64>>(typed: &str, field: &'static str, min: i64, max: i64, wrong: &mut Vec<Problem>) -> Option<T> {
    let read = typed.trim().parse::<i64>().ok().filter(|n| (min..=max).contains(n)).and_then(|n| T::try_from(n).ok());
    if read.is_none() {
        wrong.push(Problem::new(field, What::Number { min, max }));
    }
    read
}
