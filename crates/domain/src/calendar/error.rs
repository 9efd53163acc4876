//! What can be wrong with a calendar file, in words that let a person mend the entry.

use jiff::civil::Date;
use thiserror::Error;

/// What is wrong with a calendar file, naming the entry.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CalendarError {
    /// Not TOML, or a field is missing, unknown or of a wrong type.
    #[error("the calendar cannot be read: {message}")]
    Toml {
        /// What the reader says, with line and column.
        message: String,
    },
    /// A date that is none.
    #[error("day {entry} of the calendar: {found:?} is not a date as 2026-02-17")]
    BadDate {
        /// Which `[[day]]`, counted from 1.
        entry: usize,
        /// What stands there.
        found: String,
    },
    /// A name or source left empty.
    #[error("the entry {entry} of the calendar has no {field}")]
    Empty {
        /// The date, year or switch.
        entry: String,
        /// The field.
        field: &'static str,
    },
    /// Two entries for one day, year or switch.
    #[error("the entry {entry} stands twice in the calendar: keep one")]
    Twice {
        /// The date, year or switch.
        entry: String,
    },
    /// A day of a year that the file does not list.
    #[error("{date} is in a year that the calendar does not list: add its [[year]]")]
    YearNotListed {
        /// The day.
        date: Date,
    },
    /// A worked day that is worked anyway.
    #[error("{date} is a weekday: only a Saturday or Sunday can be worked in exchange")]
    WorkedOnWeekday {
        /// The day.
        date: Date,
    },
    /// A swap of which one half is missing or does not fit.
    #[error("{date} is exchanged for {other}, but {other} is not exchanged for it (one off, one worked)")]
    HalfSwap {
        /// The day whose entry was read.
        date: Date,
        /// The day it names.
        other: Date,
    },
    /// A switch on a day that no year has.
    #[error("the switch {code} is on day {day} of month {month}, which does not exist")]
    SwitchDay {
        /// The switch.
        code: String,
        /// Day as given.
        day: i8,
        /// Month as given.
        month: i8,
    },
    /// No switch has this name.
    #[error("the calendar has no switch {code}")]
    NoSuchSwitch {
        /// The name asked for.
        code: String,
    },
}
