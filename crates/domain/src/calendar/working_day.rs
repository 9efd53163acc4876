//! Is this a working day (*ngày làm việc*), and why?

use super::holidays::{Calendar, DayKind, is_weekend};
use jiff::civil::Date;

/// Why a day counts or does not; [`Why::code`] is its word in data, the screens have their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Calendar days are counted, whatever the day is.
    Calendar,
    /// Monday to Friday and nothing against it.
    Working,
    /// A Saturday or Sunday worked in exchange (*làm bù*).
    Worked {
        /// The entry's name in Vietnamese.
        name: String,
        /// The entry's name in English.
        name_en: String,
    },
    /// Saturday or Sunday.
    Weekend,
    /// A day off (*ngày nghỉ*), by decree or in exchange.
    Off {
        /// The day's name in Vietnamese.
        name: String,
        /// The day's name in English.
        name_en: String,
    },
}

impl Why {
    /// `calendar`, `working`, `worked`, `weekend` or `off`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Working => "working",
            Self::Worked { .. } => "worked",
            Self::Weekend => "weekend",
            Self::Off { .. } => "off",
        }
    }

    /// The name of the day off or of the worked day, Vietnamese and English.
    #[must_use]
    pub fn names(&self) -> Option<(&str, &str)> {
        match self {
            Self::Worked { name, name_en } | Self::Off { name, name_en } => Some((name, name_en)),
            Self::Calendar | Self::Working | Self::Weekend => None,
        }
    }
}

/// Whether a day is a working day, why, and whether that rests on something unconfirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Is it a working day?
    pub working: bool,
    /// Why.
    pub why: Why,
    /// True: show "chưa xác nhận" (year without a decree, entry or switch not verified).
    pub unconfirmed: bool,
}

/// Whether `date` is a working day of the calendar, with the reason.
///
/// An entry goes before a switch, a switch before the weekday. A plain weekend is a weekend in any year, so it is
/// unconfirmed only where the year's list is, since a decree could make it worked.
#[must_use]
pub fn reason(calendar: &Calendar, date: Date) -> Reason {
    let year_open = !calendar.year_confirmed(date.year());
    if let Some(day) = calendar.day(date) {
        let (name, name_en) = (day.name.clone(), day.name_en.clone());
        // An entry that is confirmed stands, even in a year whose list is still open (1/1 is off by law).
        let unconfirmed = !day.confirmed;
        return match day.kind {
            DayKind::Off => Reason { working: false, why: Why::Off { name, name_en }, unconfirmed },
            DayKind::Worked => Reason { working: true, why: Why::Worked { name, name_en }, unconfirmed },
        };
    }
    let switch = calendar.switch_on(date);
    let unconfirmed = year_open || switch.is_some_and(|s| !s.confirmed);
    match switch.filter(|s| s.on) {
        Some(switch) => {
            let why = Why::Off { name: switch.name.clone(), name_en: switch.name_en.clone() };
            Reason { working: false, why, unconfirmed }
        }
        None if is_weekend(date) => Reason { working: false, why: Why::Weekend, unconfirmed },
        None => Reason { working: true, why: Why::Working, unconfirmed },
    }
}

/// Whether `date` is a working day of the calendar.
#[must_use]
pub fn is_working_day(calendar: &Calendar, date: Date) -> bool {
    reason(calendar, date).working
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use jiff::civil::date;

    fn days_of(year: i16) -> impl Iterator<Item = Date> {
        date(year, 1, 1).series(jiff::Span::new().days(1)).take_while(move |d| d.year() == year)
    }

    /// The year totals of domain §5.2: worked Saturdays are working days but are not added there.
    #[test]
    fn working_days_per_year() {
        let calendar = Calendar::builtin().unwrap();
        for (year, expected, worked) in [(2024, 250, 1), (2025, 249, 1), (2026, 248, 1), (2027, 249, 0)] {
            let reasons: Vec<Reason> = days_of(year).map(|d| reason(&calendar, d)).filter(|r| r.working).collect();
            assert_eq!(reasons.iter().filter(|r| r.why == Why::Working).count(), expected, "{year}");
            assert_eq!(reasons.iter().filter(|r| r.why.code() == "worked").count(), worked, "{year}");
        }
        let without = calendar.with_switch("culture_day", false).unwrap();
        assert_eq!(days_of(2026).filter(|d| is_working_day(&without, *d)).count(), 248 + 1 + 1);
    }

    #[test]
    fn each_day_says_why() {
        let calendar = Calendar::builtin().unwrap();
        let at = |y, m, d| reason(&calendar, date(y, m, d));
        assert_eq!(at(2026, 11, 20), Reason { working: true, why: Why::Working, unconfirmed: false });
        assert_eq!(at(2026, 11, 21), Reason { working: false, why: Why::Weekend, unconfirmed: false });
        assert_eq!(at(2026, 2, 17).why.names(), Some(("Tết Nguyên đán", "Lunar New Year")));
        assert_eq!((at(2026, 8, 22).working, at(2026, 8, 22).why.code()), (true, "worked"));
        assert_eq!((at(2026, 8, 31).working, at(2026, 8, 31).why.code()), (false, "off"));
        assert_eq!((at(2026, 11, 24).working, at(2026, 11, 24).unconfirmed), (false, true));
        assert_eq!((at(2025, 11, 24).working, at(2025, 11, 24).unconfirmed), (true, false));
    }

    #[test]
    fn what_is_not_verified_is_said() {
        let calendar = Calendar::builtin().unwrap();
        let open = |d| reason(&calendar, d).unconfirmed;
        assert!(open(date(2027, 2, 5)) && open(date(2027, 3, 1)) && open(date(2027, 3, 6)) && open(date(2028, 3, 1)));
        // 1 January is off by the Labour Code, decree or not.
        assert!(!open(date(2027, 1, 1)));
        // Once an administrator has decided about 24/11, it is decided for that office, either way.
        for on in [true, false] {
            let decided = calendar.with_switch("culture_day", on).unwrap();
            let found = reason(&decided, date(2026, 11, 24));
            assert_eq!((found.working, found.unconfirmed), (!on, false));
        }
        // Beyond the known years nothing but the weekday is known.
        assert_eq!(reason(&calendar, date(2028, 1, 1)).why, Why::Weekend);
        assert_eq!(reason(&calendar, date(2028, 11, 24)), Reason { working: true, why: Why::Working, unconfirmed: true });
        assert_eq!(reason(&calendar, date(2023, 9, 4)).why, Why::Working);
    }
}
