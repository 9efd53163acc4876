//! Thôn, bản, tổ dân phố through time: a village is never overwritten. What changes it ends it and begins another, so
//! that an opinion keeps the village of its day.

use jiff::{ToSpan as _, civil::Date};

use super::Share;
use crate::problem::{Problem, What};

crate::words! {
    /// What happened to a village.
    Change {
        /// Đổi tên
        Renamed = "renamed",
        /// Sáp nhập
        Merged = "merged",
        /// Chia tách
        Divided = "divided",
        /// Chuyển sang xã khác
        Moved = "moved",
    }
}

impl Change {
    /// How much of the old village is in the new one. Only what went whole is followed by itself.
    #[must_use]
    pub const fn share(self) -> Share {
        match self {
            Self::Renamed | Self::Merged | Self::Moved => Share::Whole,
            Self::Divided => Share::Part,
        }
    }
}

/// When and by which paper villages changed: asked of every change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// First day of what is new.
    pub on: Date,
    /// Number and symbol of the resolution or decision.
    pub paper: String,
}

impl Basis {
    /// The last day of what is old, where it began before.
    ///
    /// # Errors
    /// A day to come, or not after the first day of the old village; no paper.
    pub fn check(&self, began: &[Option<Date>], today: Date) -> Result<Date, Vec<Problem>> {
        let mut problems = Vec::new();
        let last = self.on.checked_sub(1.day()).unwrap_or(self.on);
        if self.on > today || began.iter().flatten().any(|first| *first > last) {
            problems.push(Problem::new("on_day", What::DayOutOfOrder));
        }
        if self.paper.is_empty() {
            problems.push(Problem::new("paper", What::Empty));
        }
        if problems.is_empty() { Ok(last) } else { Err(problems) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn basis(on: Date) -> Basis {
        Basis { on, paper: "12/NQ-HĐND".to_owned() }
    }

    #[test]
    fn the_old_ends_on_the_day_before_the_new_begins() {
        let today = date(2026, 11, 25);
        assert_eq!(basis(date(2026, 3, 1)).check(&[None], today).unwrap(), date(2026, 2, 28));
        assert!(basis(date(2026, 11, 26)).check(&[None], today).is_err(), "a day to come");
        let began = [None, Some(date(2026, 3, 1))];
        assert!(basis(date(2026, 3, 1)).check(&began, today).is_err(), "it has to have been there for a day");
        assert!(basis(date(2026, 3, 2)).check(&began, today).is_ok());
    }

    #[test]
    fn no_village_changes_without_a_paper() {
        let none = Basis { paper: String::new(), ..basis(date(2026, 3, 1)) };
        let wrong = none.check(&[None], date(2026, 11, 25)).unwrap_err();
        assert_eq!(wrong.iter().map(|p| p.field).collect::<Vec<_>>(), ["paper"]);
    }

    #[test]
    fn only_what_went_whole_is_followed_by_itself() {
        let parts: Vec<Change> = Change::ALL.iter().copied().filter(|c| c.share().is_part()).collect();
        assert_eq!(parts, [Change::Divided]);
    }
}
