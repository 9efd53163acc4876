//! Lịch tiếp công dân (L5): the fixed days of a head, as they are published. A day on which nobody works moves to the next
//! working day (the practice of several provinces, no law); a day that is not held is cancelled by a notice posted before.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::{
    clause::DayCount,
    ledger::Reckoning,
    typed::{day, plain},
};
use crate::{
    calendar::{Calendar, is_working_day},
    opinion::{
        private,
        submission::{BODY_MAX, LINE_MAX},
    },
    problem::{Problem, What},
};

/// Which days: of each week, Monday is 1; or of each month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pattern {
    /// Days of the week, 1 to 5.
    Week(Vec<i8>),
    /// Days of the month, 1 to 31; where a month is shorter, its last day.
    Month(Vec<i8>),
}

/// A fixed day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Planned {
    /// The day on which it is held.
    pub day: Date,
    /// The day that it was moved from, where nobody works on that.
    pub moved_from: Option<Date>,
}

/// The fixed days that lie between two days, both included, each once.
#[must_use]
pub fn days(pattern: &Pattern, calendar: &Calendar, from: Date, to: Date) -> Vec<Planned> {
    /// A rest of more days than this moves nothing further.
    const REST: i64 = 20;
    let mut all = Vec::new();
    let mut day = from.saturating_sub(jiff::Span::new().days(REST));
    while day <= to {
        if is_fixed(pattern, day) {
            let mut held = day;
            while !is_working_day(calendar, held) && (held - day).get_days() < 20 {
                held = held.tomorrow().unwrap_or(held);
            }
            all.push(Planned { day: held, moved_from: (held != day).then_some(day) });
        }
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    // Where a day moves onto another fixed one it is one day: the one that did not move.
    all.sort_by_key(|p| (p.day, p.moved_from));
    all.dedup_by_key(|p| p.day);
    all.retain(|p| from <= p.day && p.day <= to);
    all
}

fn is_fixed(pattern: &Pattern, day: Date) -> bool {
    match pattern {
        Pattern::Week(days) => days.contains(&weekday(day.weekday())),
        Pattern::Month(days) => {
            let last = day.last_of_month().day();
            days.iter().any(|d| (*d).min(last) == day.day())
        }
    }
}

const fn weekday(day: Weekday) -> i8 {
    day.to_monday_one_offset()
}

/// The last day on which a cancelling notice is posted in time.
#[must_use]
pub fn notice_by(calendar: &Calendar, day: Date, days: u32, count: DayCount) -> Date {
    Reckoning::Before { event: day, days, count }.day(calendar)
}

/// The fixed days of a head, as they are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSchedule {
    /// The post.
    pub post_id: String,
    /// Which days.
    pub pattern: Pattern,
    /// The first day on which it holds.
    pub from: Date,
    /// The hours.
    pub hours: String,
    /// Where.
    pub place: String,
    /// The paper by which it was published.
    pub paper: String,
}

/// What was typed of a schedule.
#[derive(Clone, Debug, Default)]
pub struct TypedSchedule {
    /// Id of the post.
    pub post: String,
    /// Days of the week, 1 to 5.
    pub week: Vec<String>,
    /// Days of the month, with commas between.
    pub month: String,
    /// First day, day first.
    pub from: String,
    /// The hours.
    pub hours: String,
    /// Where.
    pub place: String,
    /// The paper.
    pub paper: String,
}

/// Reads a schedule: days of the week or days of the month, not both.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn schedule(typed: &TypedSchedule) -> Result<NewSchedule, Vec<Problem>> {
    let mut wrong = Vec::new();
    if typed.post.is_empty() {
        wrong.push(Problem::new("post", What::NotAChoice));
    }
    let number = |text: &str, max: i8| text.trim().parse::<i8>().ok().filter(|n| (1..=max).contains(n));
    let week: Vec<i8> = typed.week.iter().filter_map(|w| number(w, 5)).collect();
    let parts: Vec<&str> = typed.month.split([',', ' ', ';']).filter(|m| !m.trim().is_empty()).collect();
    let mut month: Vec<i8> = parts.iter().filter_map(|m| number(m, 31)).collect();
    month.sort_unstable();
    month.dedup();
    if month.len() != parts.len() {
        wrong.push(Problem::new("month", What::Number { min: 1, max: 31 }));
    }
    // A day that is none of the week's is said, not left out of what is published.
    let strange = week.len() != typed.week.len();
    let pattern = match (strange, week.is_empty(), month.is_empty()) {
        (false, false, true) => Some(Pattern::Week(week)),
        (false, true, false) => Some(Pattern::Month(month)),
        _ => {
            wrong.push(Problem::new("week", What::NotAChoice));
            None
        }
    };
    let from = day(&typed.from, "from", true, &mut wrong);
    let mut line = |typed: &str, field, needed| plain(typed, field, LINE_MAX, needed, &mut wrong);
    let (hours, place, paper) = (line(&typed.hours, "hours", true), line(&typed.place, "place", true), line(&typed.paper, "paper", false));
    match (pattern, from) {
        (Some(pattern), Some(from)) if wrong.is_empty() => {
            Ok(NewSchedule { post_id: typed.post.clone(), pattern, from, hours, place, paper })
        }
        _ => Err(wrong),
    }
}

/// A day that is not held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCancel {
    /// The day.
    pub on: Date,
    /// The day instead.
    pub instead: Option<Date>,
    /// Why.
    pub reason: String,
    /// The day on which the notice was posted.
    pub posted: Date,
}

/// What was typed of a day that is not held.
#[derive(Clone, Debug, Default)]
pub struct TypedCancel {
    /// The day, day first.
    pub on: String,
    /// The day instead; may be empty.
    pub instead: String,
    /// Why: everybody reads it.
    pub reason: String,
    /// The day on which the notice was posted.
    pub posted: String,
}

/// Reads a cancelling notice: posted on the day at the latest, with its reason, which betrays nobody; the day instead is
/// one on which people work, and not before they could read of it.
///
/// # Errors
/// Every wrong field with what is wrong there.
pub fn cancel(typed: &TypedCancel, calendar: &Calendar, today: Date) -> Result<NewCancel, Vec<Problem>> {
    let TypedCancel { on, instead, reason, posted } = typed;
    let mut wrong = Vec::new();
    let reason = plain(reason, "reason", BODY_MAX, true, &mut wrong);
    if private::betrays(&reason, None) {
        wrong.push(Problem::new("reason", What::PrivateDatum));
    }
    let mut read = |typed: &str, field, needed| day(typed, field, needed, &mut wrong);
    let (on, instead, posted) = (read(on, "on_day", true), read(instead, "instead", false), read(posted, "posted", true));
    if matches!((on, posted), (Some(on), Some(posted)) if posted > on) || posted.is_some_and(|p| p > today) {
        wrong.push(Problem::new("posted", What::DayOutOfOrder));
    }
    match (instead, on, posted) {
        (Some(i), Some(on), _) if i == on => wrong.push(Problem::new("instead", What::DayOutOfOrder)),
        (Some(i), _, Some(posted)) if i < posted => wrong.push(Problem::new("instead", What::DayOutOfOrder)),
        (Some(i), ..) if !is_working_day(calendar, i) => wrong.push(Problem::new("instead", What::NotAChoice)),
        _ => {}
    }
    match (on, posted) {
        (Some(on), Some(posted)) if wrong.is_empty() => Ok(NewCancel { on, instead, reason, posted }),
        _ => Err(wrong),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn of(pattern: &Pattern, from: Date, to: Date) -> Vec<(Date, Option<Date>)> {
        days(pattern, &Calendar::builtin().unwrap(), from, to).into_iter().map(|p| (p.day, p.moved_from)).collect()
    }

    #[test]
    fn l5_a_fixed_day_on_a_holiday_moves_to_the_next_working_day() {
        // Tết 2026: 16 to 20 February are off, the weekend after too.
        let month = Pattern::Month(vec![5, 17]);
        assert_eq!(
            of(&month, date(2026, 2, 1), date(2026, 2, 28)),
            [(date(2026, 2, 5), None), (date(2026, 2, 23), Some(date(2026, 2, 17)))]
        );
        // 5 September 2026 is a Saturday.
        assert_eq!(of(&month, date(2026, 9, 1), date(2026, 9, 10)), [(date(2026, 9, 7), Some(date(2026, 9, 5)))]);
    }

    #[test]
    fn l5_a_day_that_moves_onto_another_fixed_one_is_one_day_and_short_months_have_a_last_day() {
        let week = Pattern::Week(vec![2, 4]);
        let off = of(&week, date(2026, 2, 16), date(2026, 2, 26));
        assert_eq!(off, [(date(2026, 2, 23), Some(date(2026, 2, 17))), (date(2026, 2, 24), None), (date(2026, 2, 26), None)]);
        assert_eq!(of(&Pattern::Month(vec![31]), date(2026, 4, 1), date(2026, 4, 30)), [], "30/4 is a holiday and moves into May");
        assert_eq!(of(&Pattern::Month(vec![31]), date(2026, 5, 1), date(2026, 5, 10)), [(date(2026, 5, 4), Some(date(2026, 4, 30)))]);
    }

    #[test]
    fn l5_a_cancelling_notice_is_posted_two_working_days_before() {
        let calendar = Calendar::builtin().unwrap();
        let by = |day| notice_by(&calendar, day, 2, DayCount::Working);
        assert_eq!(by(date(2026, 11, 27)), date(2026, 11, 25));
        assert_eq!(by(date(2026, 11, 30)), date(2026, 11, 26), "a Monday: Thursday before");
        let of = |instead: &str, posted: &str| {
            let typed =
                TypedCancel {
                    on: "30/11/2026".into(), instead: instead.into(), reason: "Họp bất thường".into(), posted: posted.into()
                };
            cancel(&typed, &calendar, date(2026, 12, 2)).map_err(|w| w.iter().map(|p| p.field).collect::<Vec<_>>())
        };
        assert_eq!(of("", "01/12/2026").unwrap_err(), ["posted"], "not after the day");
        assert_eq!(of("30/11/2026", "26/11/2026").unwrap_err(), ["instead"], "not the same day instead");
        assert_eq!(of("25/11/2026", "26/11/2026").unwrap_err(), ["instead"], "not before anybody could read of it");
        assert_eq!(of("05/12/2026", "26/11/2026").unwrap_err(), ["instead"], "not on a Saturday");
        assert_eq!(of("01/01/2027", "26/11/2026").unwrap_err(), ["instead"], "not on a holiday");
        for instead in ["02/12/2026", "27/11/2026", ""] {
            assert!(of(instead, "26/11/2026").is_ok(), "{instead}");
        }
    }

    #[test]
    fn l5_the_reason_of_a_cancelled_day_betrays_nobody() {
        let of = |reason: &str| {
            let typed =
                TypedCancel { on: "30/11/2026".into(), reason: reason.into(), posted: "26/11/2026".into(), ..TypedCancel::default() };
            cancel(&typed, &Calendar::builtin().unwrap(), date(2026, 11, 26))
        };
        assert!(of("Họp Thành ủy").is_ok());
        for reason in ["Gọi ông Tư 0912 345 678", "Báo về tu@example.vn"] {
            assert_eq!(of(reason).unwrap_err(), [Problem::new("reason", What::PrivateDatum)], "{reason}");
        }
    }

    #[test]
    fn l5_a_schedule_has_days_of_the_week_or_of_the_month() {
        let typed = TypedSchedule {
            post: "p".into(),
            week: vec!["2".into()],
            from: "01/01/2026".into(),
            hours: "7:30 - 11:30".into(),
            place: "Trụ sở".into(),
            ..TypedSchedule::default()
        };
        assert_eq!(schedule(&typed).unwrap().pattern, Pattern::Week(vec![2]));
        let saturday = TypedSchedule { week: vec!["2".into(), "6".into()], ..typed.clone() };
        assert_eq!(schedule(&saturday).unwrap_err().iter().map(|p| p.field).collect::<Vec<_>>(), ["week"], "never dropped in silence");
        let both = TypedSchedule { month: "5, 20".into(), ..typed.clone() };
        assert_eq!(schedule(&both).unwrap_err().iter().map(|p| p.field).collect::<Vec<_>>(), ["week"]);
        let wrong = TypedSchedule { week: Vec::new(), month: "5, 40".into(), ..typed };
        assert_eq!(schedule(&wrong).unwrap_err().iter().map(|p| p.field).collect::<Vec<_>>(), ["month"]);
    }

    proptest! {
        #[test]
        fn l5_every_fixed_day_is_a_working_day_and_stands_once_wherever_the_list_is_cut(start in 0_i64..900, long in 1_i64..90, at in 0_i64..90, weekly in any::<bool>(), n in 1_i8..6) {
            let calendar = Calendar::builtin().unwrap();
            let after = |n: i64| date(2024, 3, 1).saturating_add(jiff::Span::new().days(n));
            let pattern = if weekly { Pattern::Week(vec![n]) } else { Pattern::Month(vec![n, n + 12]) };
            let (from, to) = (after(start), after(start + long));
            let all = days(&pattern, &calendar, from, to);
            prop_assert!(all.iter().all(|p| is_working_day(&calendar, p.day) && from <= p.day && p.day <= to));
            prop_assert!(all.windows(2).all(|w| w.first().map(|p| p.day) < w.last().map(|p| p.day)));
            let cut = after(start + at.min(long));
            let mut halves = days(&pattern, &calendar, from, cut);
            if let Ok(next) = cut.tomorrow() { halves.extend(days(&pattern, &calendar, next, to)); }
            prop_assert_eq!(halves, all);
        }
    }
}
