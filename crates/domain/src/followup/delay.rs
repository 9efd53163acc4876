//! Gia hạn, tạm dừng: what may happen to the day of a task, and on which day it is due once its clock runs on.

use jiff::civil::Date;

use crate::calendar::{
    Calendar,
    due::{Count, due},
    is_working_day,
};

crate::words! {
    /// State of an extension that a body asked for.
    ExtensionState {
        /// đang xin
        Asked = "asked",
        /// đã duyệt
        Approved = "approved",
        /// không duyệt
        Refused = "refused",
        /// không còn hiệu lực: the task went to another body or was finished before anybody decided
        Lapsed = "lapsed",
    }
}

crate::words! {
    /// Whom a task waits for while its clock stands still.
    WaitsFor {
        /// chờ ý kiến cơ quan khác
        Agency = "agency",
        /// chờ cấp trên
        Superior = "superior",
        /// chờ trung ương
        Central = "central",
    }
}

/// The day on which a task is due whose clock stood still from `paused` to `resumed`: as many working days after the
/// resumption as there were left at the pause. A task that was overdue already gets no day back.
#[must_use]
pub fn resumed_due(calendar: &Calendar, due_on: Date, paused: Date, resumed: Date) -> Date {
    if due_on < paused || resumed <= paused {
        return due_on;
    }
    let mut left = 0;
    let mut day = paused;
    while day < due_on {
        day = day.tomorrow().unwrap_or(due_on);
        left += u32::from(is_working_day(calendar, day));
    }
    due(calendar, resumed, left, Count::Working).date.max(due_on)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_working_days_that_were_left_are_left_again() {
        let calendar = Calendar::builtin().unwrap();
        // Monday 30/11 to Friday 4/12: four working days are left; from Monday 14/12 they end on Friday 18/12.
        assert_eq!(resumed_due(&calendar, date(2026, 12, 4), date(2026, 11, 30), date(2026, 12, 14)), date(2026, 12, 18));
        // The clock runs on the same day: nothing changes.
        assert_eq!(resumed_due(&calendar, date(2026, 12, 4), date(2026, 11, 30), date(2026, 11, 30)), date(2026, 12, 4));
    }

    #[test]
    fn an_overdue_task_gets_no_day_back_and_no_task_is_due_earlier() {
        let calendar = Calendar::builtin().unwrap();
        assert_eq!(resumed_due(&calendar, date(2026, 11, 20), date(2026, 11, 23), date(2026, 12, 7)), date(2026, 11, 20));
        // Due on a Sunday, paused on the Friday before for one day: two days without work are no loss.
        assert!(resumed_due(&calendar, date(2026, 11, 29), date(2026, 11, 27), date(2026, 11, 28)) >= date(2026, 11, 29));
    }
}
