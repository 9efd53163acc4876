//! Bản ghi năm của từng người đứng đầu (S4.15): what one head owed and did in a year. The head reads the own one, the office
//! that keeps the ledger and the superior read it; others who read the ledger only by a recorded decision.

use jiff::civil::Date;

use super::typed::{day, day_that, plain};
use crate::{
    opinion::{secrecy, submission::LINE_MAX},
    people::actor::Role,
    problem::{Problem, What},
};

crate::words! {
    /// Who reads the record of one head only by decision.
    RecordReader {
        /// Ủy ban MTTQ và các tổ chức chính trị - xã hội
        Front = "front",
        /// Thường trực HĐND
        Council = "council",
    }
}

impl RecordReader {
    /// The reader that a role is; none for those who read without a decision, or read no ledger at all.
    #[must_use]
    pub const fn of(role: Role) -> Option<Self> {
        match role {
            Role::Front => Some(Self::Front),
            Role::Council => Some(Self::Council),
            _ => None,
        }
    }
}

/// What was typed of a decision, field by field.
#[derive(Clone, Debug, Default)]
pub struct TypedOpening {
    /// Code word of who may read.
    pub reader: String,
    /// Who decided.
    pub who: String,
    /// Day of the paper, day first.
    pub on_day: String,
    /// Its number and symbol.
    pub paper: String,
    /// Last day, day first; empty: until it is withdrawn.
    pub until: String,
}

/// A decision that the records of the heads of a unit are open to a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Who may read.
    pub reader: RecordReader,
    /// Who decided, as the paper says.
    pub who: String,
    /// The day of the paper.
    pub on: Date,
    /// Its number and symbol.
    pub paper: String,
    /// The last day on which it holds; none: until it is withdrawn.
    pub until: Option<Date>,
    /// The day on which it was withdrawn.
    pub withdrawn_on: Option<Date>,
}

impl Opening {
    /// True on a day on which the records are open by this decision: from its day to its last, and not withdrawn.
    #[must_use]
    pub fn stands(&self, on: Date) -> bool {
        self.on <= on && self.until.is_none_or(|last| on <= last) && self.withdrawn_on.is_none_or(|gone| on < gone)
    }
}

/// Reads a decision: a paper of today or before, a last day that has not passed.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn opening(typed: &TypedOpening, today: Date) -> Result<Opening, Vec<Problem>> {
    let mut wrong = Vec::new();
    let reader = typed.reader.parse().map_err(|_| wrong.push(Problem::new("reader", What::NotAChoice))).ok();
    let who = plain(&typed.who, "who", LINE_MAX, true, &mut wrong);
    let on = day_that(&typed.on_day, "on_day", &mut wrong, |d| d <= today);
    let paper = plain(&typed.paper, "paper", LINE_MAX, true, &mut wrong);
    // Heads and those who read by it read which paper it was.
    if secrecy::name_is_marked(&paper) {
        wrong.push(Problem::new("paper", What::StateSecret));
    }
    let until = day(&typed.until, "until", false, &mut wrong);
    if until.is_some_and(|last| last < today) {
        wrong.push(Problem::new("until", What::DayOutOfOrder));
    }
    match (reader, on) {
        (Some(reader), Some(on)) if wrong.is_empty() => Ok(Opening { reader, who, on, paper, until, withdrawn_on: None }),
        _ => Err(wrong),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::people::policy::{Action, allowed};

    fn typed() -> TypedOpening {
        TypedOpening {
            reader: "front".into(),
            who: "Ban Thường vụ Thành ủy".into(),
            on_day: "01/07/2026".into(),
            paper: "12-QĐ/TU".into(),
            until: "31/12/2026".into(),
        }
    }

    #[test]
    fn s4_15_a_decision_says_who_decided_by_which_paper_and_until_when() {
        let today = date(2026, 7, 10);
        let fields = |t: &TypedOpening| opening(t, today).unwrap_err().iter().map(|p| p.field).collect::<Vec<_>>();
        assert_eq!(fields(&TypedOpening::default()), ["reader", "who", "on_day", "paper"]);
        assert_eq!(fields(&TypedOpening { on_day: "11/07/2026".into(), until: "09/07/2026".into(), ..typed() }), ["on_day", "until"]);
        assert_eq!(fields(&TypedOpening { paper: "12-QĐ/TU (MẬT)".into(), ..typed() }), ["paper"], "no paper marked Mật");
        assert_eq!(opening(&TypedOpening { until: String::new(), ..typed() }, today).unwrap().until, None);
    }

    #[test]
    fn s4_15_a_decision_opens_from_its_day_to_its_last_and_not_once_it_is_withdrawn() {
        let o = opening(&typed(), date(2026, 7, 10)).unwrap();
        let days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1)];
        assert_eq!(days.map(|d| o.stands(d)), [false, true, true, false]);
        let gone = Opening { withdrawn_on: Some(date(2026, 9, 2)), ..o.clone() };
        assert_eq!([date(2026, 9, 1), date(2026, 9, 2)].map(|d| gone.stands(d)), [true, false]);
        assert!(Opening { until: None, ..o }.stands(date(2030, 1, 1)));
    }

    #[test]
    fn s4_15_only_those_who_read_the_ledger_and_keep_none_read_a_head_by_decision() {
        for role in Role::ALL {
            let reads = allowed(*role, Action::ReadLedger) && !allowed(*role, Action::KeepLedger);
            assert_eq!(RecordReader::of(*role).is_some(), reads, "{role}");
        }
    }
}
