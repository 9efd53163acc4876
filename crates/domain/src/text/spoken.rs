//! Days, hours and numbers in words, for what is read out over a loudspeaker: nobody has to turn figures into speech.

use jiff::civil::Date;

use super::date::weekday_vi;

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

fn digit(n: u32) -> &'static str {
    usize::try_from(n).ok().and_then(|n| DIGITS.get(n)).copied().unwrap_or_default()
}

/// Below a hundred.
fn tens(n: u32) -> String {
    let (ten, one) = (n / 10, n % 10);
    match (ten, one) {
        (0, one) => digit(one).to_owned(),
        (1, 0) => "mười".to_owned(),
        (1, 5) => "mười lăm".to_owned(),
        (1, one) => format!("mười {}", digit(one)),
        (ten, 0) => format!("{} mươi", digit(ten)),
        (ten, 1) => format!("{} mươi mốt", digit(ten)),
        (ten, 4) => format!("{} mươi tư", digit(ten)),
        (ten, 5) => format!("{} mươi lăm", digit(ten)),
        (ten, one) => format!("{} mươi {}", digit(ten), digit(one)),
    }
}

/// A number below ten thousand in words; greater ones stay figures.
#[must_use]
pub fn number(n: u32) -> String {
    if n >= 10_000 {
        return n.to_string();
    }
    let (thousand, rest) = (n / 1000, n % 1000);
    let (hundred, below) = (rest / 100, rest % 100);
    let mut said = Vec::new();
    if thousand > 0 {
        said.push(format!("{} nghìn", digit(thousand)));
    }
    if hundred > 0 || (thousand > 0 && rest > 0) {
        said.push(format!("{} trăm", digit(hundred)));
    }
    if below > 0 && below < 10 && n >= 100 {
        said.push(format!("linh {}", digit(below)));
    } else if below > 0 || n == 0 {
        said.push(tens(below));
    }
    said.join(" ")
}

/// "Thứ Bảy, ngày mồng năm tháng mười hai năm hai nghìn không trăm hai mươi sáu".
#[must_use]
pub fn day(date: Date) -> String {
    format!("{}, {}", weekday_vi(date), bare_day(date))
}

/// "ngày mồng năm tháng mười hai năm hai nghìn không trăm hai mươi sáu".
fn bare_day(date: Date) -> String {
    let of = |n: i8| u32::from(n.unsigned_abs());
    let (day, month) = (of(date.day()), of(date.month()));
    let early = if day <= 10 { "mồng " } else { "" };
    let month = if month == 4 { "tư".to_owned() } else { number(month) };
    let year = number(u32::from(date.year().unsigned_abs()));
    format!("ngày {early}{} tháng {month} năm {year}", number(day))
}

/// A text in which every whole day ("ngày 05 tháng 12 năm 2026", "05/12/2026") is said in words.
#[must_use]
pub fn text(written: &str) -> String {
    let words: Vec<&str> = written.split(' ').collect();
    let mut said: Vec<String> = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let long = words.get(at..at + 6).filter(|w| w.first() == Some(&"ngày") && w.get(2) == Some(&"tháng") && w.get(4) == Some(&"năm"));
        let long = long.and_then(|w| whole(&w.join(" ")).map(|said| (said, 6)));
        let short = || whole(word).map(|said| (said, 1));
        let before = said.last().is_some_and(|w| w.to_lowercase() == "ngày");
        match long.or_else(short) {
            Some((words, taken)) => {
                said.push(if before { words.trim_start_matches("ngày ").to_owned() } else { words });
                at += taken;
            }
            None => {
                said.push((*word).to_owned());
                at += 1;
            }
        }
    }
    said.join(" ")
}

/// A whole day in words with the mark that closes it; nothing where it is none.
fn whole(written: &str) -> Option<String> {
    let bare = written.trim_end_matches(['.', ',', ';', ')']);
    let digits = bare.chars().any(|c| c.is_ascii_digit()) && (bare.contains('/') || bare.contains("năm"));
    let day = super::date::parse(bare).ok().filter(|_| digits)?;
    Some(format!("{}{}", bare_day(day), written.get(bare.len()..).unwrap_or_default()))
}

/// A time of day from `HH:MM`: "bảy giờ ba mươi phút"; what is not a time is said as it stands.
#[must_use]
pub fn clock(hh_mm: &str) -> String {
    let parts = hh_mm.split_once(':').and_then(|(h, m)| Some((h.parse::<u32>().ok()?, m.parse::<u32>().ok()?)));
    match parts {
        Some((h, 0)) => format!("{} giờ", number(h)),
        Some((h, m)) => format!("{} giờ {} phút", number(h), number(m)),
        None => hh_mm.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn numbers_are_said_as_people_say_them() {
        for (n, said) in [
            (0, "không"),
            (4, "bốn"),
            (10, "mười"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (55, "năm mươi lăm"),
            (100, "một trăm"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (2000, "hai nghìn"),
            (2005, "hai nghìn không trăm linh năm"),
            (2026, "hai nghìn không trăm hai mươi sáu"),
        ] {
            assert_eq!(number(n), said, "{n}");
        }
        assert_eq!(number(12_345), "12345");
    }

    #[test]
    fn every_day_inside_a_text_is_said_in_words() {
        assert_eq!(
            text("Phòng Kinh tế làm xong trước ngày 31 tháng 01 năm 2027; báo lại ngày 05/12/2026."),
            "Phòng Kinh tế làm xong trước ngày ba mươi mốt tháng một năm hai nghìn không trăm hai mươi bảy; \
             báo lại ngày mồng năm tháng mười hai năm hai nghìn không trăm hai mươi sáu."
        );
        let plain = "Số 12/TB-UBND, đoạn 2/3 tuyến, 1.500 m";
        assert_eq!(text(plain), plain);
    }

    #[test]
    fn days_and_hours_are_said_in_words() {
        assert_eq!(day(date(2026, 12, 5)), "Thứ Bảy, ngày mồng năm tháng mười hai năm hai nghìn không trăm hai mươi sáu");
        assert_eq!(day(date(2026, 4, 24)), "Thứ Sáu, ngày hai mươi tư tháng tư năm hai nghìn không trăm hai mươi sáu");
        assert_eq!(
            (clock("07:30").as_str(), clock("14:00").as_str(), clock("sáng")),
            ("bảy giờ ba mươi phút", "mười bốn giờ", "sáng".to_owned())
        );
    }
}
