//! What forms of the office share: the session's token, days and choices as typed.

use caunoi_domain::{
    problem::{Problem, What},
    text::date,
};
use jiff::civil::Date;

use super::Page;

/// The session's form token, for the hidden field `csrf`; empty on pages of citizens.
#[must_use]
pub fn csrf(page: &Page) -> String {
    page.desk.as_ref().map_or_else(String::new, |d| d.csrf.clone())
}

/// A day as typed; empty is none.
pub fn day(typed: &str, field: &'static str, problems: &mut Vec<Problem>) -> Option<Date> {
    match typed.trim() {
        "" => None,
        typed => date::parse(typed).map_err(|e| problems.push(Problem::new(field, What::Day(e)))).ok(),
    }
}

/// A word of a vocabulary as chosen.
pub fn choice<T: std::str::FromStr>(typed: &str, field: &'static str, problems: &mut Vec<Problem>) -> Option<T> {
    typed.parse().map_err(|_| problems.push(Problem::new(field, What::NotAChoice))).ok()
}
