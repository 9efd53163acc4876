//! Days and moments as people write them: day first, weekday where somebody must act.

use caunoi_app::day_of;
use caunoi_domain::text::date;
use jiff::civil::Date;

use super::lang::Lang;

fn parse(iso: &str) -> Option<Date> {
    iso.parse().ok()
}

/// "27/11/2026"; what is not a day is shown as it stands.
#[must_use]
pub fn day(iso: &str) -> String {
    parse(iso).map_or_else(|| iso.to_owned(), date::vi)
}

/// "Thứ Sáu, 27/11/2026" or "Friday, 27/11/2026".
#[must_use]
pub fn with_weekday(iso: &str, lang: Lang) -> String {
    parse(iso).map_or_else(
        || iso.to_owned(),
        |d| {
            let weekday = match lang {
                Lang::Vi => date::weekday_vi(d),
                Lang::En => date::weekday_en(d),
            };
            format!("{weekday}, {}", date::vi(d))
        },
    )
}

/// "9 giờ 12, Thứ Hai, 23/11/2026" or "9:12, Monday, 23/11/2026", in Viet Nam's time.
#[must_use]
pub fn moment(at_us: i64, lang: Lang) -> String {
    let day = day_of(at_us);
    let minute_of_day = (at_us / 60_000_000 + 7 * 60).rem_euclid(1440);
    let time = clock(&format!("{}:{:02}", minute_of_day / 60, minute_of_day % 60), lang);
    format!("{time}, {}", with_weekday(&day.to_string(), lang))
}

/// The day as official papers spell it: "ngày 05 tháng 12 năm 2026", or "5 December 2026".
#[must_use]
pub fn long(iso: &str, lang: Lang) -> String {
    parse(iso).map_or_else(
        || iso.to_owned(),
        |d| match lang {
            Lang::Vi => date::vi_long(d),
            Lang::En => d.strftime("%-d %B %Y").to_string(),
        },
    )
}

/// A day block: weekday, day in two digits, month ("Thứ Bảy", "05", "tháng 12"; "Dec" in English); of another year than
/// that of `today` the month with its year ("10/2025").
#[must_use]
pub fn block(iso: &str, today: Date, lang: Lang) -> (String, String, String) {
    let Some(d) = parse(iso) else { return (String::new(), iso.to_owned(), String::new()) };
    let (weekday, month) = match lang {
        Lang::Vi => (date::weekday_vi(d), format!("tháng {}", d.month())),
        Lang::En => (date::weekday_en(d), d.strftime("%b").to_string()),
    };
    let of_its_year = || date::vi(d).split_once('/').map_or_else(String::new, |(_, rest)| rest.to_owned());
    let month = if d.year() == today.year() { month } else { of_its_year() };
    (weekday.to_owned(), format!("{:02}", d.day()), month)
}

/// A time of day from `HH:MM`: "7 giờ 30" or "7:30"; what is not a time is shown as it stands.
#[must_use]
pub fn clock(hh_mm: &str, lang: Lang) -> String {
    let t = lang.words();
    let parts = hh_mm.split_once(':').and_then(|(h, m)| Some((h.parse::<i64>().ok()?, m)));
    match parts {
        Some((h, "00")) => t.find_hour(h),
        Some((h, m)) => t.find_hour_minute(h, m),
        None => hh_mm.to_owned(),
    }
}
