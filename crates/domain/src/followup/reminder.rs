//! Nhắc việc: which open matters of a body a reminder is drafted for, before and after their day (S0.11). The program only
//! drafts: an officer reads, changes and sends. The numbers are a habit of offices, not a rule of law.

use jiff::{ToSpan as _, civil::Date};

/// Days before its day from which a matter is reminded of.
pub const AHEAD_DAYS: i64 = 7;
/// Days after which an overdue matter is reminded of again.
pub const AGAIN_DAYS: i64 = 7;

/// Why a matter is reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// Its day comes in so many days; 0 is today.
    Before(i64),
    /// Its day passed so many days ago.
    After(i64),
}

/// Is a reminder drafted today for a matter due on that day that was last urged on `last`? Once before its day, once as
/// soon as the day has passed, then again after a week.
#[must_use]
pub fn reminder(due: Date, today: Date, last: Option<Date>) -> Option<Reminder> {
    let days = i64::from((due - today).get_days());
    if days >= 0 {
        let from = due.checked_sub(AHEAD_DAYS.days()).unwrap_or(due);
        let fresh = last.is_none_or(|l| l < from);
        return (days <= AHEAD_DAYS && fresh).then_some(Reminder::Before(days));
    }
    let rested = |l: Date| l <= due || i64::from((today - l).get_days()) >= AGAIN_DAYS;
    last.is_none_or(rested).then_some(Reminder::After(-days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn s0_11_reminders_are_drafted_before_and_after_the_day_and_not_every_day() {
        let due = date(2026, 11, 27);
        let on = |day, last| reminder(due, date(2026, 11, day), last);
        assert_eq!(on(19, None), None, "eight days before is too early");
        assert_eq!(on(20, None), Some(Reminder::Before(7)));
        assert_eq!(on(27, None), Some(Reminder::Before(0)), "on the day itself");
        assert_eq!(on(25, Some(date(2026, 11, 20))), None, "once before its day");
        assert_eq!(on(25, Some(date(2026, 11, 10))), Some(Reminder::Before(2)), "an urging of long before does not count");
        assert_eq!(on(28, Some(date(2026, 11, 25))), Some(Reminder::After(1)), "once it has passed it is another matter");
        assert_eq!(on(28, Some(date(2026, 11, 27))), Some(Reminder::After(1)));
        assert_eq!(on(30, Some(date(2026, 11, 28))), None, "not every day");
        assert_eq!(reminder(due, date(2026, 12, 5), Some(date(2026, 11, 28))), Some(Reminder::After(8)), "again after a week");
        assert_eq!(reminder(due, date(2026, 12, 4), Some(date(2026, 11, 28))), None);
    }
}
