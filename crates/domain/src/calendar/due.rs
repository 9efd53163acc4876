//! A date together with how it was computed (*cách tính hạn*): each day passed over, whether it counted, and why.

use super::holidays::Calendar;
use super::working_day::{Reason, Why, reason};
use jiff::civil::Date;

/// The most days that are counted in one go: a hundred years. Beyond it [`Due::stopped`] is set.
pub const MAX_DAYS: u32 = 36_600;

/// How a rule counts its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// Every day ("7 ngày", "10 ngày", "20 ngày" of the statutes).
    Calendar,
    /// Working days only, where the rule says *ngày làm việc*.
    Working,
}

/// One day passed over on the way to the due date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The day.
    pub date: Date,
    /// Did it count?
    pub counted: bool,
    /// Why it did or did not.
    pub why: Why,
}

/// A due date with its computation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The last day of the limit.
    pub date: Date,
    /// Every day from the one after the event to [`Due::date`], in order.
    pub steps: Vec<Step>,
    /// True: a day passed over rests on a year, entry or switch not verified; show "chưa xác nhận".
    pub unconfirmed: bool,
    /// True: the count ended before all days were counted, at [`MAX_DAYS`] or on 31/12/9999; the date is no due date.
    pub stopped: bool,
}

/// The last day of a limit of `days` days for something that happened on `from`.
///
/// The day of the event is not counted (domain §5.2). Zero days end on the day itself. With [`Count::Working`] and at
/// least one day the result is a working day; a Saturday worked in exchange counts. With [`Count::Calendar`] the last
/// day may be a day off: whether a rule then runs on to the next working day is the rule's to say.
#[must_use]
pub fn due(calendar: &Calendar, from: Date, days: u32, count: Count) -> Due {
    let mut due = Due { date: from, steps: Vec::new(), unconfirmed: false, stopped: days > MAX_DAYS };
    let mut left = days.min(MAX_DAYS);
    while left > 0 {
        let Ok(date) = due.date.tomorrow() else {
            due.stopped = true;
            break;
        };
        let day = match count {
            Count::Calendar => Reason { working: true, why: Why::Calendar, unconfirmed: false },
            Count::Working => reason(calendar, date),
        };
        due.unconfirmed |= day.unconfirmed;
        due.date = date;
        due.steps.push(Step { date, counted: day.working, why: day.why });
        if day.working {
            left -= 1;
        }
    }
    due
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::super::working_day::is_working_day;
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn working(calendar: &Calendar, from: Date, days: u32) -> Date {
        due(calendar, from, days, Count::Working).date
    }

    #[test]
    fn l4_ten_working_days_vectors() {
        let calendar = Calendar::builtin().unwrap();
        for (from, days, expected) in [
            (date(2025, 1, 20), 10, date(2025, 2, 10)),
            (date(2026, 2, 10), 10, date(2026, 3, 3)),
            (date(2026, 2, 10), 5, date(2026, 2, 24)),
            (date(2026, 4, 20), 10, date(2026, 5, 7)),
            (date(2026, 8, 24), 10, date(2026, 9, 10)),
            (date(2026, 11, 20), 10, date(2026, 12, 7)),
        ] {
            assert_eq!(working(&calendar, from, days), expected, "{from} + {days}");
        }
        let without = calendar.with_switch("culture_day", false).unwrap();
        assert_eq!(working(&without, date(2026, 11, 20), 10), date(2026, 12, 4));
    }

    #[test]
    fn the_computation_is_shown_day_by_day() {
        let calendar = Calendar::builtin().unwrap();
        let found = due(&calendar, date(2026, 11, 20), 3, Count::Working);
        let steps: Vec<_> = found.steps.iter().map(|s| (s.date.day(), s.counted, s.why.code())).collect();
        assert_eq!(
            steps,
            [
                (21, false, "weekend"),
                (22, false, "weekend"),
                (23, true, "working"),
                (24, false, "off"),
                (25, true, "working"),
                (26, true, "working")
            ]
        );
        assert_eq!(found.steps[3].why.names().unwrap().0, "Ngày Văn hóa Việt Nam");
        assert_eq!((found.date, found.unconfirmed, found.stopped), (date(2026, 11, 26), true, false));
    }

    #[test]
    fn a_worked_saturday_counts() {
        let calendar = Calendar::builtin().unwrap();
        assert_eq!(working(&calendar, date(2026, 8, 21), 1), date(2026, 8, 22));
        assert_eq!(working(&calendar, date(2025, 4, 25), 1), date(2025, 4, 26));
        assert_eq!(working(&calendar, date(2024, 5, 3), 2), date(2024, 5, 6));
    }

    #[test]
    fn calendar_days_are_all_counted_and_need_no_decree() {
        let calendar = Calendar::builtin().unwrap();
        let found = due(&calendar, date(2026, 11, 20), 10, Count::Calendar);
        assert_eq!((found.date, found.steps.len(), found.unconfirmed), (date(2026, 11, 30), 10, false));
        assert!(found.steps.iter().all(|s| s.counted && s.why == Why::Calendar));
        assert_eq!(due(&calendar, date(2027, 12, 25), 20, Count::Calendar).date, date(2028, 1, 14));
    }

    #[test]
    fn only_what_is_passed_over_makes_a_date_unconfirmed() {
        let calendar = Calendar::builtin().unwrap();
        let open = |from, days| due(&calendar, from, days, Count::Working).unconfirmed;
        assert!(!open(date(2026, 11, 20), 1));
        assert!(!open(date(2026, 11, 24), 10));
        assert!(open(date(2026, 12, 30), 2));
        assert!(open(date(2029, 5, 5), 1));
        // Before 2024 only weekdays are known.
        assert!(open(date(2023, 9, 1), 1));
        assert!(!open(date(2029, 5, 5), 0));
    }

    #[test]
    fn the_end_of_the_calendar_stops_the_count() {
        let calendar = Calendar::builtin().unwrap();
        let found = due(&calendar, date(9999, 12, 30), 5, Count::Calendar);
        assert_eq!((found.date, found.steps.len(), found.stopped), (date(9999, 12, 31), 1, true));
        let far = due(&calendar, date(2026, 1, 1), u32::MAX, Count::Calendar);
        assert_eq!((far.steps.len(), far.stopped), (36_600, true));
        assert!(!due(&calendar, date(2026, 1, 1), MAX_DAYS, Count::Calendar).stopped);
    }

    proptest! {
        #[test]
        fn l4_laws_of_counting(start in 0i32..2500, days in 1u32..120, on in any::<bool>()) {
            let calendar = Calendar::builtin().unwrap().with_switch("culture_day", on).unwrap();
            let from = date(2023, 6, 1).checked_add(jiff::Span::new().days(start)).unwrap();
            let found = due(&calendar, from, days, Count::Working);
            prop_assert!(is_working_day(&calendar, found.date));
            prop_assert!(found.date > from);
            prop_assert_eq!(found.steps.iter().filter(|s| s.counted).count(), days as usize);
            prop_assert_eq!(found.steps.first().unwrap().date, from.tomorrow().unwrap());
            prop_assert_eq!(found.steps.last().unwrap().date, found.date);
            for step in &found.steps {
                prop_assert_eq!(step.counted, is_working_day(&calendar, step.date));
            }
            // One day more is later; the same days from a later day end no earlier.
            prop_assert!(working(&calendar, from, days + 1) > found.date);
            prop_assert!(working(&calendar, from.tomorrow().unwrap(), days) >= found.date);
            // Going on from the due date is the same as counting all at once.
            prop_assert_eq!(working(&calendar, found.date, 3), working(&calendar, from, days + 3));
        }
    }
}
