//! Đôn đốc theo quy định của đơn vị: when a matter is reminded of before and after its day and when it goes to the superior
//! post, as data of each unit. Whether the program only drafts, waits for a yes or sends is the unit's policy (S0.11).

use jiff::{ToSpan as _, civil::Date};

use crate::problem::{Problem, What};

crate::words! {
    /// What a rule is about.
    UrgingRule {
        /// nhiệm vụ giao cho cơ quan
        Task = "task",
        /// nhiệm vụ của người đứng đầu theo quy chế
        Duty = "duty",
        /// việc quá hạn báo lên cấp trên
        Escalation = "escalation",
    }
}

crate::words! {
    /// Who sends.
    UrgingMode {
        /// không nhắc
        Off = "off",
        /// máy soạn, văn phòng gửi
        Drafted = "drafted",
        /// máy soạn, người đứng đầu duyệt rồi gửi
        Approved = "approved",
        /// máy tự gửi
        Automatic = "automatic",
    }
}

/// A rule of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What it is about.
    pub rule: UrgingRule,
    /// Who sends.
    pub mode: UrgingMode,
    /// So many days before its day a matter is reminded of, once; none: not before.
    pub before: Option<u32>,
    /// So many days after its day, for the first time.
    pub after: u32,
    /// Then again after so many days.
    pub again: u32,
}

/// Days of a rule at most.
pub const DAYS_MAX: u32 = 365;

/// What a unit has that set nothing: nothing is sent by a machine that nobody told to.
#[must_use]
pub const fn untold(rule: UrgingRule) -> Policy {
    let (before, after) = match rule {
        UrgingRule::Task => (Some(3), 1),
        UrgingRule::Duty => (Some(7), 1),
        UrgingRule::Escalation => (None, 10),
    };
    Policy { rule, mode: UrgingMode::Off, before, after, again: 7 }
}

/// What was typed of a rule.
#[derive(Clone, Debug, Default)]
pub struct TypedPolicy {
    /// Code word of the mode.
    pub mode: String,
    /// Days before; empty: not before.
    pub before: String,
    /// Days after.
    pub after: String,
    /// Days until the next.
    pub again: String,
}

/// Reads a rule.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn policy(rule: UrgingRule, typed: &TypedPolicy) -> Result<Policy, Vec<Problem>> {
    let mut wrong = Vec::new();
    let mode = typed.mode.parse().map_err(|_| wrong.push(Problem::new("mode", What::NotAChoice))).ok();
    let mut number = |typed: &str, field| {
        let read = typed.trim().parse().ok().filter(|n| (1..=DAYS_MAX).contains(n));
        if read.is_none() {
            wrong.push(Problem::new(field, What::Number { min: 1, max: i64::from(DAYS_MAX) }));
        }
        read
    };
    let before = if typed.before.trim().is_empty() || rule == UrgingRule::Escalation { None } else { number(&typed.before, "before") };
    let (after, again) = (number(&typed.after, "after"), number(&typed.again, "again"));
    match (mode, after, again) {
        (Some(mode), Some(after), Some(again)) if wrong.is_empty() => Ok(Policy { rule, mode, before, after, again }),
        _ => Err(wrong),
    }
}

/// On which side of its day a matter is reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// So many days before; 0 is the day itself.
    Before(i64),
    /// So many days after.
    After(i64),
}

impl Policy {
    /// Is a matter of that day reminded of today, when it was last on `last`? Never twice on a day; before its day once;
    /// after it from the day that the rule names, then again and again.
    #[must_use]
    pub fn moment(&self, due: Date, today: Date, last: Option<Date>) -> Option<Moment> {
        if self.mode == UrgingMode::Off || last == Some(today) {
            return None;
        }
        let days = i64::from((due - today).get_days());
        if days >= 0 {
            let ahead = i64::from(self.before?);
            let from = due.checked_sub(ahead.days()).unwrap_or(due);
            return (days <= ahead && last.is_none_or(|l| l < from)).then_some(Moment::Before(days));
        }
        let rested = |l: Date| l <= due || i64::from((today - l).get_days()) >= i64::from(self.again);
        (-days >= i64::from(self.after) && last.is_none_or(rested)).then_some(Moment::After(-days))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn rule(before: Option<u32>, after: u32, again: u32) -> Policy {
        Policy { rule: UrgingRule::Task, mode: UrgingMode::Automatic, before, after, again }
    }

    #[test]
    fn s0_11_a_rule_reminds_before_and_after_and_again_and_never_twice_on_a_day() {
        let r = rule(Some(3), 2, 7);
        let due = date(2026, 11, 20);
        let on = |day, last: Option<i8>| r.moment(due, date(2026, 11, day), last.map(|l| date(2026, 11, l)));
        assert_eq!(on(16, None), None, "four days before");
        assert_eq!(on(17, None), Some(Moment::Before(3)));
        assert_eq!(on(18, Some(17)), None, "before its day once");
        assert_eq!(on(18, Some(18)), None, "not twice on a day");
        assert_eq!(on(18, Some(3)), Some(Moment::Before(2)), "an urging of long ago is another matter");
        assert_eq!(on(21, Some(17)), None, "the rule waits for the second day");
        assert_eq!(on(22, Some(17)), Some(Moment::After(2)));
        assert_eq!(on(28, Some(22)), None);
        assert_eq!(on(29, Some(22)), Some(Moment::After(9)));
        assert_eq!(rule(None, 2, 7).moment(due, date(2026, 11, 19), None), None, "a rule without days before");
        assert_eq!(Policy { mode: UrgingMode::Off, ..r }.moment(due, date(2026, 11, 22), None), None);
    }

    #[test]
    fn a_unit_that_set_nothing_sends_nothing() {
        for rule in UrgingRule::ALL {
            assert_eq!(untold(*rule).moment(date(2026, 1, 1), date(2026, 12, 1), None), None);
        }
    }

    #[test]
    fn what_is_wrong_in_a_rule_is_said_at_once() {
        let typed = TypedPolicy { mode: "x".into(), before: "0".into(), after: String::new(), again: "400".into() };
        let fields: Vec<_> = policy(UrgingRule::Task, &typed).unwrap_err().iter().map(|p| p.field).collect();
        assert_eq!(fields, ["mode", "before", "after", "again"]);
        let typed = TypedPolicy { mode: "drafted".into(), before: "5".into(), after: "10".into(), again: "7".into() };
        assert_eq!(policy(UrgingRule::Escalation, &typed).unwrap().before, None, "nothing goes up before its day");
    }

    proptest! {
        #[test]
        fn day_after_day_a_matter_is_reminded_of_once_before_and_then_with_rest(before in proptest::option::of(1_u32..20), after in 1_u32..20, again in 1_u32..20, n in 1_i64..120) {
            let r = rule(before, after, again);
            let due = date(2026, 6, 1);
            let (mut last, mut sent) = (None, Vec::new());
            for day in -n..n {
                let today = due.saturating_add(day.days());
                if r.moment(due, today, last).is_some() {
                    sent.push(day);
                    last = Some(today);
                }
            }
            prop_assert!(sent.iter().filter(|d| **d <= 0).count() <= 1);
            let late: Vec<i64> = sent.into_iter().filter(|d| *d > 0).collect();
            prop_assert!(late.first().is_none_or(|d| *d == i64::from(after)));
            prop_assert!(late.iter().zip(late.iter().skip(1)).all(|(a, b)| b - a == i64::from(again)));
        }
    }
}
