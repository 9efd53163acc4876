//! Civil dates as people here write them: day first, with `/`, `.` or `-`, one or two digits (domain notes §5.3),
//! and as official papers spell them (NĐ 30/2020, HD 05: leading 0 for days 1–9 and months 1 and 2 only).

use jiff::civil::{Date, Weekday};
use thiserror::Error;

/// What is wrong with a date a person typed, in the terms needed to tell them.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DateError {
    /// No day and month can be read.
    #[error("{found:?} is not a date: write day, month and year, as 18/08/2022")]
    NotADate {
        /// The text as given.
        found: String,
    },
    /// Day and month without a year (the seeds' `24/9`): the year must be asked, never guessed.
    #[error("the year is missing after {day}/{month}: write it in four digits")]
    MissingYear {
        /// Day as typed.
        day: u32,
        /// Month as typed.
        month: u32,
    },
    /// A year in other than four digits.
    #[error("year {year:?} needs four digits, as 2026")]
    YearNotFourDigits {
        /// The year as typed.
        year: String,
    },
    /// Month and year without a day (the seeds' `tháng 8.2022`).
    #[error("the day is missing before {month}/{year}")]
    MissingDay {
        /// Month as typed.
        month: u32,
        /// Year as typed.
        year: i16,
    },
    /// There are twelve months.
    #[error("there is no month {month}: months run from 1 to 12")]
    NoSuchMonth {
        /// Month as typed.
        month: u32,
    },
    /// The month has fewer days.
    #[error("there is no day {day} in month {month}: it has only {last} days")]
    NoSuchDay {
        /// Day as typed.
        day: u32,
        /// The month, 1 to 12.
        month: u32,
        /// The last day of that month in that year.
        last: u32,
    },
}

/// Reads a date: `18/08/2022`, `17.8.2022`, `3-2-1930`, `ngày 08/8/2019`, `ngày 05 tháng 02 năm 2026`, `2025-12-31`.
///
/// # Errors
/// [`DateError`] says what is wrong; a two-digit or missing year is never guessed.
pub fn parse(text: &str) -> Result<Date, DateError> {
    let not_a_date = || DateError::NotADate {
        found: text.trim().to_owned(),
    };
    let parts = numbers(text).ok_or_else(not_a_date)?;
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (day, month, year) = match parts.as_slice() {
        [y, m, d] if y.len() == 4 && d.len() <= 2 => (*d, *m, *y),
        [d, m, y] => (*d, *m, *y),
        [m, y] if m.len() <= 2 && y.len() == 4 => {
            return match (m.parse(), y.parse()) {
                (Ok(month), Ok(year)) => Err(DateError::MissingDay { month, year }),
                _ => Err(not_a_date()),
            };
        }
        [d, m] if d.len() <= 2 && m.len() <= 2 => {
            return match (d.parse(), m.parse()) {
                (Ok(day), Ok(month)) => Err(DateError::MissingYear { day, month }),
                _ => Err(not_a_date()),
            };
        }
        _ => return Err(not_a_date()),
    };
    if day.len() > 2 || month.len() > 2 {
        return Err(not_a_date());
    }
    if year.len() != 4 {
        return Err(DateError::YearNotFourDigits {
            year: year.to_owned(),
        });
    }
    let (Ok(day), Ok(month), Ok(year)) = (
        day.parse::<u32>(),
        month.parse::<u32>(),
        year.parse::<i16>(),
    ) else {
        return Err(not_a_date());
    };
    civil(day, month, year)
}

/// The date with these parts, or which of them cannot be.
fn civil(day: u32, month: u32, year: i16) -> Result<Date, DateError> {
    let first = i8::try_from(month)
        .ok()
        .and_then(|m| Date::new(year, m, 1).ok());
    let Some(first) = first else {
        return Err(DateError::NoSuchMonth { month });
    };
    let last = u32::from(first.days_in_month().unsigned_abs());
    i8::try_from(day)
        .ok()
        .and_then(|d| Date::new(year, first.month(), d).ok())
        .ok_or(DateError::NoSuchDay { day, month, last })
}

/// The runs of digits when the text is a date in form: digits between `/`, `.`, `-` or the words ngày, tháng, năm.
fn numbers(text: &str) -> Option<Vec<String>> {
    let text = super::nfc(text).to_lowercase();
    let mut parts: Vec<String> = Vec::new();
    let mut between = String::new();
    let mut digits = String::new();
    // The comma and full stop that may close it in a sentence.
    for c in text
        .trim()
        .trim_end_matches(['.', ',', ';'])
        .chars()
        .chain(std::iter::once('\n'))
    {
        if c.is_ascii_digit() {
            if digits.is_empty() {
                let gap = between.trim();
                let fits = match parts.len() {
                    0 => matches!(gap, "" | "ngày" | "tháng"),
                    1 | 2 => matches!(gap, "/" | "." | "-" | "–" | "tháng" | "năm"),
                    _ => false,
                };
                if !fits {
                    return None;
                }
                between.clear();
            }
            digits.push(c);
        } else {
            if !digits.is_empty() {
                parts.push(std::mem::take(&mut digits));
            }
            between.push(c);
        }
    }
    (between.trim().is_empty() && (2..=3).contains(&parts.len())).then_some(parts)
}

/// Day first as offices print it: `05/9/2026`, `02/02/2026`, `12/10/2026` (0 for days 1–9 and months 1 and 2 only).
#[must_use]
pub fn vi(date: Date) -> String {
    format!("{:02}/{}/{:04}", date.day(), month(date), date.year())
}

/// The date of an official paper: `ngày 05 tháng 02 năm 2026`.
#[must_use]
pub fn vi_long(date: Date) -> String {
    format!(
        "ngày {:02} tháng {} năm {:04}",
        date.day(),
        month(date),
        date.year()
    )
}

/// Months 1 and 2 get a 0, lest they be made 11 and 12 with a pen; the others none.
fn month(date: Date) -> String {
    if date.month() <= 2 {
        format!("{:02}", date.month())
    } else {
        date.month().to_string()
    }
}

/// The weekday in Vietnamese: `Thứ Hai` … `Chủ nhật` (S0 writes "Chủ nhật").
#[must_use]
pub fn weekday_vi(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Thứ Hai",
        Weekday::Tuesday => "Thứ Ba",
        Weekday::Wednesday => "Thứ Tư",
        Weekday::Thursday => "Thứ Năm",
        Weekday::Friday => "Thứ Sáu",
        Weekday::Saturday => "Thứ Bảy",
        Weekday::Sunday => "Chủ nhật",
    }
}

/// The weekday in English: `Monday` … `Sunday`.
#[must_use]
pub fn weekday_en(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn reads_dates_as_the_seeds_spell_them() {
        for (text, expected) in [
            ("18/08/2022", date(2022, 8, 18)),
            ("17.8.2022", date(2022, 8, 17)),
            ("3.2.1930", date(1930, 2, 3)),
            ("31-12-2025", date(2025, 12, 31)),
            ("2025-12-31", date(2025, 12, 31)),
            ("ngày 08/8/2019", date(2019, 8, 8)),
            ("ngày 18.3.2021.", date(2021, 3, 18)),
            (" 27 / 7 / 1947, ", date(1947, 7, 27)),
            ("ngày 05 tháng 02 năm 2026", date(2026, 2, 5)),
            ("29/2/2024", date(2024, 2, 29)),
        ] {
            assert_eq!(parse(text).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(
            parse("31/11/2026"),
            Err(DateError::NoSuchDay {
                day: 31,
                month: 11,
                last: 30
            })
        );
        assert_eq!(
            parse("29/2/2025"),
            Err(DateError::NoSuchDay {
                day: 29,
                month: 2,
                last: 28
            })
        );
        assert_eq!(
            parse("0/2/2024"),
            Err(DateError::NoSuchDay {
                day: 0,
                month: 2,
                last: 29
            })
        );
        assert_eq!(
            parse("2025-11-31"),
            Err(DateError::NoSuchDay {
                day: 31,
                month: 11,
                last: 30
            })
        );
        assert_eq!(
            parse("1/13/2026"),
            Err(DateError::NoSuchMonth { month: 13 })
        );
        assert_eq!(parse("1/0/2026"), Err(DateError::NoSuchMonth { month: 0 }));
        assert_eq!(
            parse("24/9"),
            Err(DateError::MissingYear { day: 24, month: 9 })
        );
        assert_eq!(
            parse("17.8"),
            Err(DateError::MissingYear { day: 17, month: 8 })
        );
        assert_eq!(
            parse("tháng 8.2022"),
            Err(DateError::MissingDay {
                month: 8,
                year: 2022
            })
        );
        assert_eq!(
            parse("18/08/22"),
            Err(DateError::YearNotFourDigits { year: "22".into() })
        );
        for text in [
            "",
            "  ",
            "hôm nay",
            "18",
            "2026",
            "18//2022",
            "1/2/2026/3",
            "18/08/2022 lúc 8",
            "x18/8/2022",
            "123/4/2026",
            "-1/2/2026",
            "2025-12-310",
        ] {
            assert!(
                matches!(parse(text), Err(DateError::NotADate { .. })),
                "{text}: {:?}",
                parse(text)
            );
        }
        assert_eq!(
            parse("31/11/2026").unwrap_err().to_string(),
            "there is no day 31 in month 11: it has only 30 days"
        );
    }

    #[test]
    fn prints_as_official_papers_do() {
        assert_eq!(vi(date(2026, 9, 5)), "05/9/2026");
        assert_eq!(vi(date(2026, 2, 2)), "02/02/2026");
        assert_eq!(vi(date(2026, 1, 31)), "31/01/2026");
        assert_eq!(vi(date(2026, 3, 10)), "10/3/2026");
        assert_eq!(vi(date(2026, 10, 12)), "12/10/2026");
        assert_eq!(vi_long(date(2026, 2, 5)), "ngày 05 tháng 02 năm 2026");
        assert_eq!(vi_long(date(2026, 9, 15)), "ngày 15 tháng 9 năm 2026");
        assert_eq!(weekday_vi(date(2024, 11, 24)), "Chủ nhật");
        assert_eq!(weekday_vi(date(2026, 11, 27)), "Thứ Sáu");
        assert_eq!(weekday_en(date(2026, 11, 27)), "Friday");
        let monday = date(2026, 11, 23);
        let week: Vec<_> = (0..7)
            .map(|n| monday.saturating_add(jiff::Span::new().days(n)))
            .collect();
        assert_eq!(
            week.iter()
                .map(|d| weekday_vi(*d))
                .collect::<Vec<_>>()
                .join(" "),
            "Thứ Hai Thứ Ba Thứ Tư Thứ Năm Thứ Sáu Thứ Bảy Chủ nhật"
        );
        assert_eq!(
            week.iter()
                .map(|d| weekday_en(*d))
                .collect::<Vec<_>>()
                .join(" "),
            "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
        );
    }

    proptest! {
        #[test]
        fn reads_back_what_it_prints(y in 1000i16..=9999, m in 1i8..=12, d in 1i8..=31) {
            if let Ok(day) = Date::new(y, m, d) {
                prop_assert_eq!(parse(&vi(day)).unwrap(), day);
                prop_assert_eq!(parse(&vi_long(day)).unwrap(), day);
                prop_assert_eq!(parse(&day.to_string()).unwrap(), day);
            }
        }

        #[test]
        fn never_panics(text in any::<String>(), near in "[0-9]{0,6}[/.-]?[0-9]{0,6}[/.-]?[0-9]{0,6}") {
            let _ = (parse(&text), parse(&near));
        }
    }
}
