#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
use super::*;
use jiff::civil::date;

const YEAR: &str = "[[year]]\nyear = 2026\nconfirmed = true\nsource = \"s\"\n";

fn day(date: &str, kind: &str, more: &str) -> String {
    format!("[[day]]\ndate = \"{date}\"\nkind = \"{kind}\"\nname = \"n\"\nsource = \"s\"\nconfirmed = true\n{more}\n")
}

fn read(parts: &[&str]) -> Result<Calendar, CalendarError> {
    Calendar::from_toml(&parts.join(""))
}

#[test]
fn the_builtin_calendar_is_whole() {
    let calendar = Calendar::builtin().unwrap();
    assert_eq!(
        calendar.years().map(|y| (y.year, y.confirmed)).collect::<Vec<_>>(),
        [(2024, true), (2025, true), (2026, true), (2027, false)]
    );
    let worked: Vec<_> = calendar.days().filter(|d| d.kind == DayKind::Worked).map(|d| (d.date, d.swap.unwrap())).collect();
    assert_eq!(
        worked,
        [(date(2024, 5, 4), date(2024, 4, 29)), (date(2025, 4, 26), date(2025, 5, 2)), (date(2026, 8, 22), date(2026, 8, 31)),]
    );
    assert_eq!(calendar.day(date(2026, 2, 17)).unwrap().name, "Tết Nguyên đán");
    // Eleven paid days a year (Labour Code Đ.112) at least; swaps and days in lieu come on top.
    for year in 2024..=2027 {
        let off = calendar.days().filter(|d| d.date.year() == year && d.kind == DayKind::Off && d.swap.is_none()).count();
        assert!(off >= 11, "{year}: {off}");
    }
    let culture = &calendar.switches()[0];
    assert_eq!((culture.code.as_str(), culture.on, culture.confirmed), ("culture_day", true, false));
    assert!(calendar.switch_on(date(2026, 11, 24)).is_some());
    assert!(calendar.switch_on(date(2025, 11, 24)).is_none());
    // Years that nobody has listed know weekdays only.
    assert!(calendar.switch_on(date(2028, 11, 24)).is_none());
}

#[test]
fn an_administrator_decides_about_the_switch() {
    let calendar = Calendar::builtin().unwrap();
    let off = calendar.with_switch("culture_day", false).unwrap();
    assert_eq!((off.switches()[0].on, off.switches()[0].confirmed), (false, true));
    assert_eq!(calendar.with_switch("moon", true), Err(CalendarError::NoSuchSwitch { code: "moon".into() }));
}

#[test]
fn a_wrong_entry_is_named() {
    let off = day("2026-02-17", "off", "");
    assert!(read(&[YEAR, &off]).is_ok());
    assert_eq!(read(&[YEAR, &off, &off]), Err(CalendarError::Twice { entry: "2026-02-17".into() }));
    assert_eq!(read(&[YEAR, YEAR]), Err(CalendarError::Twice { entry: "2026".into() }));
    assert_eq!(read(&[&off]), Err(CalendarError::YearNotListed { date: date(2026, 2, 17) }));
    assert_eq!(read(&[YEAR, &off, &day("2026-02-30", "off", "")]), Err(CalendarError::BadDate { entry: 2, found: "2026-02-30".into() }));
    assert_eq!(read(&[YEAR, &day("2026-02-17", "worked", "")]), Err(CalendarError::WorkedOnWeekday { date: date(2026, 2, 17) }));
    assert_eq!(read(&[YEAR, &off.replace("\"n\"", "\" \"")]), Err(CalendarError::Empty { entry: "2026-02-17".into(), field: "name" }));
    assert_eq!(read(&[YEAR, &off.replace("\"s\"", "\"\"")]), Err(CalendarError::Empty { entry: "2026-02-17".into(), field: "source" }));
    for wrong in ["nonsense", "[[day]]\ndate = 1\n", "[[day]]\n", "[[year]]\nyear = 2026\n", "[other]\n"] {
        assert!(matches!(read(&[wrong]), Err(CalendarError::Toml { .. })), "{wrong}");
    }
    assert!(matches!(read(&[YEAR, &day("2026-02-17", "off", "moon = 1")]), Err(CalendarError::Toml { .. })));
}

#[test]
fn a_swap_has_two_halves() {
    let off = day("2026-08-31", "off", "swap = \"2026-08-22\"");
    let worked = day("2026-08-22", "worked", "swap = \"2026-08-31\"");
    assert!(read(&[YEAR, &off, &worked]).is_ok());
    let half = |date, other| Err(CalendarError::HalfSwap { date, other });
    let (monday, saturday) = (date(2026, 8, 31), date(2026, 8, 22));
    assert_eq!(read(&[YEAR, &off]), half(monday, saturday));
    assert_eq!(read(&[YEAR, &worked]), half(saturday, monday));
    assert_eq!(read(&[YEAR, &off, &day("2026-08-22", "worked", "")]), half(monday, saturday));
    assert_eq!(read(&[YEAR, &off, &day("2026-08-22", "off", "swap = \"2026-08-31\"")]), half(saturday, monday));
    assert_eq!(read(&[YEAR, &day("2026-08-31", "off", "swap = \"22/8\"")]), Err(CalendarError::BadDate { entry: 1, found: "22/8".into() }));
}

#[test]
fn a_switch_has_a_day_and_one_name() {
    let switch = "[[switch]]\ncode = \"c\"\nname = \"n\"\nname_en = \"n\"\nmonth = 11\nday = 24\nfrom_year = 2026\non = true\nconfirmed = false\nsource = \"s\"\n";
    assert!(read(&[YEAR, switch]).is_ok());
    assert_eq!(read(&[switch, switch]), Err(CalendarError::Twice { entry: "c".into() }));
    assert_eq!(read(&[&switch.replace("24", "31")]), Err(CalendarError::SwitchDay { code: "c".into(), day: 31, month: 11 }));
    assert_eq!(read(&[&switch.replace("code = \"c\"", "code = \"\"")]), Err(CalendarError::Empty { entry: String::new(), field: "code" }));
}
