//! Postponing and cancelling (S3.10): with reason and paper, and a history that stays.

use jiff::civil::Date;

use super::contents::{NOTE_MAX, TITLE_MAX};
use crate::{
    opinion::submission::text,
    problem::{Problem, What},
    text::date,
};

crate::words! {
    /// What happened to the day of a dialogue.
    DayChange {
        /// hoãn
        Postponed = "postponed",
        /// định lại ngày
        Replanned = "replanned",
        /// hủy
        Cancelled = "cancelled",
    }
}

/// Why a dialogue is postponed or cancelled, as typed.
#[derive(Clone, Debug, Default)]
pub struct TypedStop {
    /// Why.
    pub reason: String,
    /// Number and symbol of the paper.
    pub paper: String,
    /// Its day, or empty.
    pub paper_on: String,
}

/// Why a dialogue is postponed or cancelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// Why.
    pub reason: String,
    /// Number and symbol of the paper.
    pub paper: String,
    /// Its day.
    pub paper_on: Option<Date>,
}

/// Reads why a dialogue is postponed or cancelled: never without reason and paper.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn stopped(typed: &TypedStop) -> Result<Stopped, Vec<Problem>> {
    let mut problems = Vec::new();
    let reason = text(&typed.reason, "stop_reason", NOTE_MAX, true, &mut problems);
    let paper = text(&typed.paper, "paper", TITLE_MAX, true, &mut problems);
    let paper_on = if typed.paper_on.trim().is_empty() {
        None
    } else {
        date::parse(&typed.paper_on).map_err(|e| problems.push(Problem::new("paper_on", What::Day(e)))).ok()
    };
    if problems.is_empty() { Ok(Stopped { reason, paper, paper_on }) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s3_10_nothing_is_postponed_without_reason_and_paper() {
        let fields = |typed: &TypedStop| stopped(typed).err().map(|all| all.iter().map(|p| p.field).collect::<Vec<_>>());
        assert_eq!(fields(&TypedStop::default()), Some(vec!["stop_reason", "paper"]));
        let typed = TypedStop { reason: "Bão số 9".into(), paper: "203/UBND-VP".into(), paper_on: "31/11/2026".into() };
        assert_eq!(fields(&typed), Some(vec!["paper_on"]));
        assert_eq!(fields(&TypedStop { paper_on: String::new(), ..typed }), None);
    }
}
