//! The fixed reception days of a head in words, for the office's page and for everybody's: each with its day, what moved it,
//! whether it was cancelled and whether that was posted in time.

use caunoi_domain::{
    calendar::Calendar,
    regulation::{
        own::{OwnLimitName, OwnLimits},
        reception::{self, Pattern},
    },
    text::date,
};
use caunoi_store::reception::{CancelRow, ScheduleRow};
use jiff::{ToSpan as _, civil::Date};

use super::{
    Page,
    icon::Icon,
    mark::{Mark, Tone},
    rule_words,
};

/// A fixed day in words.
pub struct DayLine {
    /// The day with its weekday.
    pub day: String,
    /// Where it stands.
    pub mark: Mark,
    /// What moved it, why it is not held, what is held instead.
    pub notes: Vec<String>,
}

/// A head's days.
pub struct Days {
    /// The days of the week or of the month, hours and place.
    pub words: String,
    /// The days of the window.
    pub days: Vec<DayLine>,
}

/// What is known of a unit's reception days.
pub struct Standing<'a> {
    /// Its schedules, the latest first day first.
    pub schedules: &'a [ScheduleRow],
    /// Days that are not held.
    pub cancels: &'a [CancelRow],
    /// Days that were held, by post; absent where that is not told.
    pub held: Option<&'a [(String, Date)]>,
    /// The limits of the place.
    pub own: &'a OwnLimits,
    /// The working calendar.
    pub calendar: &'a Calendar,
    /// Today.
    pub today: Date,
}

/// The days that are shown: from the first of this month to the last of the next.
#[must_use]
pub fn window(today: Date) -> (Date, Date) {
    let first = today.first_of_month();
    (first, today.last_of_month().saturating_add(1.days()).last_of_month())
}

/// The name of a day of the week, 1 is Monday.
#[must_use]
pub fn weekday(page: &Page, day: i8) -> String {
    page.t.reception_weekday(i64::from(day))
}

/// By when a cancelling notice is posted, and who says so.
#[must_use]
pub fn notice(page: &Page, own: &OwnLimits, today: Date) -> String {
    let t = page.t;
    match own.on(OwnLimitName::ReceptionNotice, today) {
        Some(l) => match &l.set {
            Some(by) => t.reception_notice_set(i64::from(l.days), rule_words::day_count(t, l.count), by.label.clone(), by.paper.clone()),
            None => t.reception_notice_own(i64::from(l.days), rule_words::day_count(t, l.count)),
        },
        None => String::new(),
    }
}

impl Standing<'_> {
    /// The days of a post between two days; none where it published no schedule.
    #[must_use]
    pub fn of(&self, page: &Page, post_id: &str, (from, to): (Date, Date)) -> Option<Days> {
        let mine: Vec<&ScheduleRow> = self.schedules.iter().filter(|s| s.schedule.post_id == post_id && s.schedule.from <= to).collect();
        let now = mine.iter().find(|s| s.schedule.from <= self.today).or(mine.first())?;
        let mut days: Vec<DayLine> = Vec::new();
        let mut until = to;
        // Each schedule holds until the day before the next one begins.
        let mut parts: Vec<(Date, Date, &Pattern)> = Vec::new();
        for s in &mine {
            parts.push((s.schedule.from.max(from), until, &s.schedule.pattern));
            until = s.schedule.from.yesterday().unwrap_or(until);
            if until < from {
                break;
            }
        }
        for (first, last, pattern) in parts.into_iter().rev() {
            for planned in reception::days(pattern, self.calendar, first, last) {
                days.push(self.line(page, post_id, &planned));
            }
        }
        Some(Days { words: words(page, &now.schedule), days })
    }

    fn line(&self, page: &Page, post_id: &str, planned: &reception::Planned) -> DayLine {
        let t = page.t;
        let mut notes = Vec::new();
        if let Some(from) = planned.moved_from {
            notes.push(t.reception_moved(page.day(&from.to_string())));
        }
        let cancelled = self.cancels.iter().find(|c| c.post_id == post_id && c.cancel.on == planned.day);
        let held = self.held.map(|h| h.iter().any(|(p, d)| p == post_id && *d == planned.day));
        let mark = match (cancelled, held) {
            (Some(c), _) => {
                notes.extend(self.cancelled(page, c));
                Mark::new(Tone::Late, Icon::Dash, t.reception_cancelled())
            }
            (None, Some(true)) => Mark::new(Tone::Done, Icon::Tick, t.reception_held()),
            (None, Some(false)) if planned.day < self.today => Mark::new(Tone::Late, Icon::Warn, t.reception_not_recorded()),
            (None, None) if planned.day < self.today => Mark::new(Tone::Idle, Icon::Dot, t.reception_past()),
            (None, _) => Mark::new(Tone::Doing, Icon::Clock, t.reception_ahead()),
        };
        DayLine { day: page.weekday(&planned.day.to_string()), mark, notes }
    }

    /// Why it is not held, when that was posted and whether in time, and what is held instead.
    fn cancelled(&self, page: &Page, c: &CancelRow) -> Vec<String> {
        let t = page.t;
        let mut notes = vec![t.reception_reason(c.cancel.reason.trim_end().trim_end_matches('.'), date::vi(c.cancel.posted))];
        if let Some(l) = self.own.on(OwnLimitName::ReceptionNotice, c.cancel.on) {
            let by = reception::notice_by(self.calendar, c.cancel.on, l.days, l.count);
            if c.cancel.posted > by {
                notes.push(t.reception_posted_late(date::vi(by)));
            }
        }
        notes.extend(c.cancel.instead.map(|d| t.reception_instead(page.weekday(&d.to_string()))));
        notes
    }
}

/// "Thứ Ba hằng tuần", "Ngày 5, 20 hằng tháng", with hours and place.
fn words(page: &Page, s: &reception::NewSchedule) -> String {
    let t = page.t;
    let days = match &s.pattern {
        Pattern::Week(days) => t.reception_weekly(days.iter().map(|d| weekday(page, *d)).collect::<Vec<_>>().join(", ")),
        Pattern::Month(days) => t.reception_monthly(days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
    };
    let paper = if s.paper.is_empty() { String::new() } else { format!(" {}", t.reception_by(s.paper.as_str())) };
    format!("{days}. {}. {}.{paper}", s.hours, s.place.trim_end_matches('.'))
}
