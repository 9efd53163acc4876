//! Lịch làm việc: the installation's own entries beside the calendar that ships with the program.

pub mod import_calendar;
mod live;

pub use live::{LiveCalendar, Read};

use caunoi_domain::calendar::{Calendar, Day, DayKind, Year};
use caunoi_store::{Conn, calendar};

use crate::refusal::Refusal;

/// The calendar with what the installation holds laid over it.
///
/// # Errors
/// The store's failure.
pub async fn amended(own: &Calendar, conn: &mut Conn<'_>) -> Result<Calendar, Refusal> {
    let (mut years, mut days) = (Vec::new(), Vec::new());
    for e in calendar::in_force(conn).await? {
        let Ok(date) = e.day.parse::<jiff::civil::Date>() else { continue };
        match e.kind.as_str() {
            "year" => years.push(Year { year: date.year(), confirmed: e.confirmed, source: e.source }),
            kind => days.push(Day {
                date,
                kind: if kind == "worked" { DayKind::Worked } else { DayKind::Off },
                name: e.name,
                name_en: e.name_en,
                swap: e.swap.parse().ok(),
                source: e.source,
                confirmed: e.confirmed,
            }),
        }
    }
    Ok(if years.is_empty() && days.is_empty() { own.clone() } else { own.amended(years, days) })
}
