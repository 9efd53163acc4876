//! What follows when a person says whether the matter is solved: agreement ends it, the first disagreement reopens it,
//! the second names a further path (S4.12).

use super::VerdictValue;
use crate::opinion::item::{NextCode, Standing};

/// What a verdict leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// The person agrees: the thread is at its end.
    Agreed,
    /// Opened again, once.
    Reopened,
    /// Opened once already: citizen reception or a complaint is named (tiếp công dân, khiếu nại).
    FurtherPath,
}

/// True where the person is asked for a verdict: the matter is done, or a superior's answer was passed on.
#[must_use]
pub const fn is_asked(standing: Standing, next: NextCode) -> bool {
    matches!(standing, Standing::Done | Standing::SuperiorAnswered) && matches!(next, NextCode::Person)
}

/// What the verdict of a person leads to, for an item that was reopened so many times.
#[must_use]
pub const fn consequence(value: VerdictValue, reopened: i64) -> Consequence {
    match value {
        VerdictValue::Agree => Consequence::Agreed,
        VerdictValue::Disagree if reopened == 0 => Consequence::Reopened,
        VerdictValue::Disagree => Consequence::FurtherPath,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s4_12_a_matter_is_reopened_once_then_a_further_path_is_named() {
        assert_eq!(consequence(VerdictValue::Disagree, 0), Consequence::Reopened);
        assert_eq!(consequence(VerdictValue::Disagree, 1), Consequence::FurtherPath);
        assert_eq!(consequence(VerdictValue::Agree, 0), Consequence::Agreed);
        assert_eq!(consequence(VerdictValue::Agree, 1), Consequence::Agreed);
    }

    #[test]
    fn nobody_is_asked_before_there_is_a_result() {
        for standing in Standing::ALL {
            let asked = is_asked(*standing, NextCode::Person);
            assert_eq!(asked, matches!(standing, Standing::Done | Standing::SuperiorAnswered), "{standing}");
            assert!(!is_asked(*standing, NextCode::Body), "{standing}");
        }
    }
}
