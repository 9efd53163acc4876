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
    let not_a_date = || DateError::NotADate { found: text.trim().to_owned() };
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
        return Err(DateError::YearNotFourDigits { year: year.to_owned() });
    }
    let (Ok(day), Ok(month), Ok(year)) = (day.parse::<u32>(), month.parse::<u32>(), year.parse::<i16>()) else {
        return Err(not_a_date());
    };
    civil(day, month, year)
}

/// The date with these parts, or which of them cannot be.
fn civil(day: u32, month: u32, year: i16) -> Result<Date, DateError> {
    let first = i8::try_from(month).ok().and_then(|m| Date::new(year, m, 1).ok());
    let Some(first) = first else {
        return Err(DateError::NoSuchMonth { month });
    };
    let last = u32::from(first.days_in_month().unsigned_abs());
    i8::try_from(day).ok().and_then(|d| Date::new(year, first.month(), d).ok()).ok_or(DateError::NoSuchDay { day, month, last })
}

/// The runs of digits when the text is a date in form: digits between `/`, `.`, `-` or the words ngày, tháng, năm.
fn numbers(text: &str) -> Option<Vec<String>> {
    let text = super::nfc(text).to_lowercase();
    let mut parts: Vec<String> = Vec::new();
    let mut between = String::new();
    let mut digits = String::new();
    // The comma and full stop that may close it in a sentence.
    for c in text.trim().trim_end_matches(['.', ',', ';']).chars().chain(std::iter::once('\n')) {
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

/// The day without its year, where the page says which: `05/9`, `02/02`.
#[must_use]
pub fn vi_short(date: Date) -> String {
    format!("{:02}/{}", date.day(), month(date))
}

/// The date of an official paper: `ngày 05 tháng 02 năm 2026`.
#[must_use]
pub fn vi_long(date: Date) -> String {
    format!("ngày {:02} tháng {} năm {:04}", date.day(), month(date), date.year())
}

/// Months 1 and 2 get a 0, lest they be made 11 and 12 with a pen; the others none.
fn month(date: Date) -> String {
    if date.month() <= 2 { format!("{:02}", date.month()) } else { date.month().to_string() }
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
mod tests;
