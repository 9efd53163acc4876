//! Nhiều năm: how the duties of a unit went year by year, and why a year has no number (S4.18).

use jiff::civil::Date;

use super::{
    duty::{Duty, DutyState},
    facts::{Bound, Facts},
};

/// What came of the duties that were due in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearCount {
    /// Done in time.
    pub met: u32,
    /// Done after their day.
    pub late: u32,
    /// Past their day and not done.
    pub breached: u32,
    /// Not due yet.
    pub due: u32,
    /// A superior accepted the reason.
    pub waived: u32,
    /// Dialogues that were held.
    pub held: u32,
}

impl YearCount {
    /// Duties whose day has come, without those that were waived.
    #[must_use]
    pub const fn judged(self) -> u32 {
        self.met + self.late + self.breached
    }
}

crate::words! {
    /// Why a year has no number that can be compared.
    Gap {
        /// đơn vị chưa có hoặc đã kết thúc
        NotThere = "not_there",
        /// chưa có điều khoản đã xác nhận nào giao việc
        NoRule = "no_rule",
        /// chưa ghi việc nào của năm đó vào hệ thống
        NothingRecorded = "nothing_recorded",
        /// đơn vị chỉ có một phần của năm
        PartOfYear = "part_of_year",
    }
}

/// A year of the series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearLine {
    /// The year.
    pub year: i16,
    /// What came of it.
    pub count: YearCount,
    /// Why it is empty, or not whole.
    pub gap: Option<Gap>,
}

/// A year of a unit, from its duties of that year.
#[must_use]
pub fn year(duties: &[Duty], bound: &Bound, facts: &Facts, year: i16, on: Date) -> YearLine {
    let mut count = YearCount::default();
    for d in duties {
        match d.state {
            DutyState::Met => count.met += 1,
            DutyState::Late => count.late += 1,
            DutyState::Breached => count.breached += 1,
            DutyState::Due => count.due += 1,
            DutyState::Waived => count.waived += 1,
            DutyState::NotApplicable | DutyState::BeforeUse => {}
        }
    }
    let held = facts.dialogues.iter().filter(|d| d.is_dialogue() && d.held_on.is_some_and(|h| h.year() == year && h <= on)).count();
    count.held = u32::try_from(held).unwrap_or(u32::MAX);
    YearLine { year, count, gap: gap(duties, bound, facts, year) }
}

fn gap(duties: &[Duty], bound: &Bound, facts: &Facts, year: i16) -> Option<Gap> {
    let begins_after = bound.from.is_some_and(|d| d.year() > year);
    let over_before = bound.to.is_some_and(|d| d.year() < year);
    if begins_after || over_before {
        return Some(Gap::NotThere);
    }
    if duties.is_empty() {
        return Some(Gap::NoRule);
    }
    if !recorded(facts, year) {
        return Some(Gap::NothingRecorded);
    }
    let part =
        bound.from.is_some_and(|d| d.year() == year && d.day_of_year() > 1) || bound.to.is_some_and(|d| d.year() == year && d.month() < 12);
    part.then_some(Gap::PartOfYear)
}

/// True where anything of that year is on record: without it nothing is known, which is not the same as nothing done.
fn recorded(facts: &Facts, year: i16) -> bool {
    let of = |d: Date| d.year() == year;
    facts.dialogues.iter().any(|d| of(d.held_on.unwrap_or(d.on_day)))
        || facts.past.iter().any(|p| of(p.on))
        || facts.entries.iter().any(|e| of(e.on))
        || facts.opinions.iter().any(|o| of(o.received_on))
        || facts.tasks.iter().any(|t| of(t.assigned_on))
        || facts.plans.iter().any(|p| p.year == year)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;

    use super::{
        super::tests::{CHAIR, bound, dialogue, run_for},
        *,
    };

    #[test]
    fn s4_18_a_year_without_a_number_says_why() {
        let on = date(2026, 12, 31);
        let facts = Facts { dialogues: vec![dialogue("a", date(2022, 5, 5), &[CHAIR])], ..Facts::default() };
        let line = |bound: &Bound, y: i16| year(&run_for(bound, &facts, y..=y, on), bound, &facts, y, on);
        let all = bound();
        assert_eq!(line(&all, 2017).gap, Some(Gap::NoRule));
        assert_eq!(line(&all, 2021).gap, Some(Gap::NothingRecorded));
        let full = line(&all, 2022);
        assert_eq!((full.gap, full.count.held), (None, 1));
        assert!(full.count.breached > 0 && full.count.met > 0);
        let young = Bound { from: Some(date(2022, 7, 1)), ..bound() };
        assert_eq!(line(&young, 2021).gap, Some(Gap::NotThere));
        assert_eq!(line(&young, 2022).gap, Some(Gap::PartOfYear));
        let ended = Bound { to: Some(date(2022, 6, 30)), ..bound() };
        assert_eq!((line(&ended, 2022).gap, line(&ended, 2023).gap), (Some(Gap::PartOfYear), Some(Gap::NotThere)));
    }

    #[test]
    fn a_waived_duty_stands_apart_from_what_is_judged() {
        let count = YearCount { met: 3, late: 1, breached: 2, due: 4, waived: 5, held: 2 };
        assert_eq!(count.judged(), 6);
    }
}
