#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
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
    assert_eq!(parse("31/11/2026"), Err(DateError::NoSuchDay { day: 31, month: 11, last: 30 }));
    assert_eq!(parse("29/2/2025"), Err(DateError::NoSuchDay { day: 29, month: 2, last: 28 }));
    assert_eq!(parse("0/2/2024"), Err(DateError::NoSuchDay { day: 0, month: 2, last: 29 }));
    assert_eq!(parse("2025-11-31"), Err(DateError::NoSuchDay { day: 31, month: 11, last: 30 }));
    assert_eq!(parse("1/13/2026"), Err(DateError::NoSuchMonth { month: 13 }));
    assert_eq!(parse("1/0/2026"), Err(DateError::NoSuchMonth { month: 0 }));
    assert_eq!(parse("24/9"), Err(DateError::MissingYear { day: 24, month: 9 }));
    assert_eq!(parse("17.8"), Err(DateError::MissingYear { day: 17, month: 8 }));
    assert_eq!(parse("tháng 8.2022"), Err(DateError::MissingDay { month: 8, year: 2022 }));
    assert_eq!(parse("18/08/22"), Err(DateError::YearNotFourDigits { year: "22".into() }));
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
        assert!(matches!(parse(text), Err(DateError::NotADate { .. })), "{text}: {:?}", parse(text));
    }
    assert_eq!(parse("31/11/2026").unwrap_err().to_string(), "there is no day 31 in month 11: it has only 30 days");
}

#[test]
fn prints_as_official_papers_do() {
    assert_eq!(vi(date(2026, 9, 5)), "05/9/2026");
    assert_eq!(vi(date(2026, 2, 2)), "02/02/2026");
    assert_eq!(vi(date(2026, 1, 31)), "31/01/2026");
    assert_eq!(vi(date(2026, 3, 10)), "10/3/2026");
    assert_eq!(vi(date(2026, 10, 12)), "12/10/2026");
    assert_eq!(vi_short(date(2026, 2, 5)), "05/02");
    assert_eq!(vi_short(date(2026, 12, 19)), "19/12");
    assert_eq!(vi_long(date(2026, 2, 5)), "ngày 05 tháng 02 năm 2026");
    assert_eq!(vi_long(date(2026, 9, 15)), "ngày 15 tháng 9 năm 2026");
    assert_eq!(weekday_vi(date(2024, 11, 24)), "Chủ nhật");
    assert_eq!(weekday_vi(date(2026, 11, 27)), "Thứ Sáu");
    assert_eq!(weekday_en(date(2026, 11, 27)), "Friday");
    let monday = date(2026, 11, 23);
    let week: Vec<_> = (0..7).map(|n| monday.saturating_add(jiff::Span::new().days(n))).collect();
    assert_eq!(week.iter().map(|d| weekday_vi(*d)).collect::<Vec<_>>().join(" "), "Thứ Hai Thứ Ba Thứ Tư Thứ Năm Thứ Sáu Thứ Bảy Chủ nhật");
    assert_eq!(
        week.iter().map(|d| weekday_en(*d)).collect::<Vec<_>>().join(" "),
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
