//! Vietnamese alphabetical order as a key whose bytes compare right, so that SQLite (BINARY), PostgreSQL
//! (`COLLATE "C"`) and this program list names alike (domain notes §5.3: CLDR `vi`).
//!
//! The key is ASCII: first the letters of the whole text, a space, then its tones. One character stands for one letter
//! (`A` = a, `B` = ă, `C` = â, `D` = b … `F` = d, `G` = đ … `g` = z), `!` for a gap between words. Numbers compare by
//! value, so "Thôn 2" comes before "Thôn 10" (CLDR's numeric option).

use super::tone_style::{TONES, ToneStyle, tone_style};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The alphabet in order; the four foreign letters f, j, w, z stand where Latin dictionaries have them.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/// What a letter becomes in the key, in the same order: A–Z, then a–g.
const CODES: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg";

/// The key by which a text is sorted in Vietnamese order; ASCII, compared byte by byte.
///
/// Letters first (a < ă < â, d < đ, e < ê, o < ô < ơ, u < ư), over the whole text; then tones (none < huyền < hỏi <
/// ngã < sắc < nặng). Case, punctuation and tone style do not matter. Other scripts come last, by code point.
#[must_use]
pub fn sort_key(text: &str) -> String {
    let text = tone_style(&text.nfc().collect::<String>(), ToneStyle::Old);
    let mut letters = String::with_capacity(text.len() + 8);
    let mut tones = String::new();
    let mut gap = false;
    let mut number = String::new();
    for c in text.chars().flat_map(char::to_lowercase).nfc() {
        if c.is_ascii_digit() {
            open_word(&mut letters, &mut gap);
            number.push(c);
            continue;
        }
        close_number(&mut letters, &mut number);
        if c.is_alphanumeric() {
            open_word(&mut letters, &mut gap);
            let (code, tone) = letter(c);
            match code {
                Some(code) => letters.push(code),
                None => letters.push_str(&format!("z{:06x}", u32::from(c))),
            }
            tones.push(tone);
        } else if !is_combining_mark(c) {
            gap = true;
        }
    }
    close_number(&mut letters, &mut number);
    letters.push(' ');
    letters.push_str(tones.trim_end_matches('0'));
    letters
}

/// The key by which people are listed: given name (the last word) first, then family name, then the names between.
///
/// "Nguyễn Văn An" stands before "Trần Thị Bình". Each part is compared to the end, tones included, before the next.
#[must_use]
pub fn person_sort_key(full_name: &str) -> String {
    let mut words: Vec<&str> = full_name.split_whitespace().collect();
    let given = words.pop().unwrap_or_default();
    let mut words = words.into_iter();
    let family = words.next().unwrap_or_default();
    let middle = words.collect::<Vec<_>>().join(" ");
    // The space that joins is below every character of a key, so a shorter part comes first.
    format!("{} {} {}", sort_key(given), sort_key(family), sort_key(&middle))
}

fn open_word(letters: &mut String, gap: &mut bool) {
    if *gap && !letters.is_empty() {
        letters.push('!');
    }
    *gap = false;
}

/// Writes a run of digits as its length and its digits without leading zeros: more digits is a larger number.
fn close_number(letters: &mut String, number: &mut String) {
    if number.is_empty() {
        return;
    }
    let digits = number.trim_start_matches('0');
    // '1' to '9' for up to nine digits; longer runs say '9' once more for each nine, which keeps the order.
    for _ in 0..digits.len() / 9 {
        letters.push('9');
    }
    letters.push(char::from_digit((digits.len() % 9) as u32, 10).unwrap_or('0'));
    letters.push_str(digits);
    number.clear();
}

/// The code of a lower-case letter and the digit of its tone; no code for a letter of another script.
fn letter(c: char) -> (Option<char>, char) {
    if let Some(code) = code_of(c) {
        return (Some(code), '0');
    }
    let mut tone = '0';
    let mut rest = String::new();
    for part in std::iter::once(c).nfd() {
        match TONES.iter().position(|t| *t == part) {
            Some(place) => tone = char::from_digit(place as u32 + 1, 10).unwrap_or('6'),
            None => rest.push(part),
        }
    }
    let joined: String = rest.nfc().collect();
    let mut left = joined.chars();
    if let (Some(only), None) = (left.next(), left.next())
        && let Some(code) = code_of(only)
    {
        return (Some(code), tone);
    }
    // A foreign accent (ü, ç): the plain letter, after all Vietnamese tones.
    (rest.chars().next().and_then(code_of), '6')
}

fn code_of(c: char) -> Option<char> {
    // ð is the look-alike of đ in old code pages.
    let c = if c == 'ð' { 'đ' } else { c };
    ALPHABET.chars().zip(CODES.chars()).find(|(l, _)| *l == c).map(|(_, code)| code)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use proptest::prelude::*;

    fn in_order(words: &[&str]) {
        for pair in words.windows(2) {
            assert!(sort_key(pair[0]) < sort_key(pair[1]), "{} before {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn letters_come_first_and_tones_second() {
        in_order(&["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ", "b"]);
        in_order(&["d", "đ", "e", "ê", "g", "o", "ô", "ơ", "p", "u", "ư", "v"]);
        in_order(&["ma", "mà", "mả", "mã", "má", "mạ", "man", "màn", "măng"]);
        // Letters of the whole text go before any tone.
        in_order(&["Hòa An", "Hoa Bình", "Hòa Bình"]);
        in_order(&["Dĩ An", "Đa Phước", "Đắk Lắk", "Điện Biên"]);
        in_order(&["An", "An Bình", "Anh Sơn", "Ân Thi"]);
    }

    #[test]
    fn numbers_compare_by_value() {
        in_order(&["Thôn 0", "Thôn 1", "Thôn 2", "Thôn 9", "Thôn 10", "Thôn 11", "Thôn 100", "Thôn An"]);
        in_order(&["999999999", "1000000000", "9999999999", "123456789012345678", "1234567890123456789"]);
        assert_eq!(sort_key("Tổ 01"), sort_key("Tổ 1"));
    }

    #[test]
    fn case_style_and_punctuation_do_not_matter() {
        assert_eq!(sort_key("XUÂN HOÀ"), sort_key("Xuân  Hòa"));
        assert_eq!(sort_key("Cư M'gar"), sort_key("Cư M’gar"));
        assert_eq!(sort_key("Ho\u{300}a"), sort_key("Hòa"));
        assert_eq!(sort_key("Hòa"), "LSA 01");
        assert_eq!(sort_key("An 12"), "AR!212 ");
    }

    #[test]
    fn people_are_listed_by_given_name() {
        let mut people = [
            "Trần Thị Bình",
            "Nguyễn Văn Đông",
            "Lê Anh Dũng",
            "Nguyễn Văn An",
            "Nguyễn An",
            "Lê Văn Ân",
            "Trần Hoa",
            "Nguyễn Hòa",
            "Nguyễn Thị An",
            "Lê Hòa",
        ];
        people.sort_by_key(|p| person_sort_key(p));
        assert_eq!(
            people,
            [
                "Nguyễn An",
                "Nguyễn Thị An",
                "Nguyễn Văn An",
                "Lê Văn Ân",
                "Trần Thị Bình",
                "Lê Anh Dũng",
                "Nguyễn Văn Đông",
                "Trần Hoa",
                "Lê Hòa",
                "Nguyễn Hòa"
            ]
        );
        assert_eq!(person_sort_key("  An "), person_sort_key("An"));
    }

    #[test]
    fn every_letter_has_one_code() {
        assert_eq!(ALPHABET.chars().count(), CODES.len());
        assert!(CODES.as_bytes().windows(2).all(|w| w[0] < w[1]));
    }

    proptest! {
        #[test]
        fn the_key_is_plain_ascii(text in any::<String>()) {
            prop_assert!(sort_key(&text).bytes().all(|b| (b' '..0x7f).contains(&b)));
        }

        #[test]
        fn values_decide_between_numbers(a in any::<u128>(), b in any::<u128>()) {
            prop_assert_eq!(sort_key(&a.to_string()).cmp(&sort_key(&b.to_string())), a.cmp(&b));
        }
    }
}
