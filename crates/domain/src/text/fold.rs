//! The search keys of a text: [`fold`] finds it however it was typed, [`exact`] ranks those with the right accents first.
//!
//! The rules are domain notes §5.3. `fold` is what `caunoi fold` prints and what the search index holds; SQLite's own
//! `remove_diacritics` leaves đ alone, hence a key of our own.

use super::tone_style::{ToneStyle, tone_style};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The search key without accents: `"Cấp uỷ, Đắk Lắk"` → `"cap uy dak lak"`.
///
/// Lower case, marks off (the tone style falls away with them), đ → d, and every run of anything that is neither letter
/// nor digit (spaces, hyphens, `’`, `'`, `/`) is one space; no space at the ends. For Vietnamese text the key holds
/// only `a-z`, `0-9` and spaces. Folding a key again changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return collapse(text.chars().map(|c| c.to_ascii_lowercase()), text.len());
    }
    // Case first, marks second: the lower case of some letters (İ) brings marks of its own.
    let plain = text.nfd().flat_map(casefold).nfd().filter(|c| !is_combining_mark(*c)).map(plain_d);
    collapse(plain, text.len())
}

/// The search key with accents: `"Cấp uỷ - Đắk Lắk"` → `"cấp ủy đắk lắk"`.
///
/// Lower case NFC in one tone style (the old one, so `hoà` and `hòa` are equal), spaces and punctuation as in [`fold`].
/// Two texts with the same `exact` key differ in nothing a reader would call a letter.
#[must_use]
pub fn exact(text: &str) -> String {
    if text.is_ascii() {
        return fold(text);
    }
    let lower: String = text.nfd().flat_map(casefold).map(barred_d).nfc().collect();
    tone_style(&collapse(lower.chars(), lower.len()), ToneStyle::Old)
}

/// Case folding of one letter: by upper case first, so that `ß` and `SS`, `ſ` and `S` meet.
fn casefold(c: char) -> impl Iterator<Item = char> {
    c.to_uppercase().flat_map(char::to_lowercase)
}

/// `ð` and `ɖ` look like đ in capitals (Ð, Ɖ) and come from old code pages and fonts.
fn barred_d(c: char) -> char {
    if matches!(c, 'ð' | 'ɖ') { 'đ' } else { c }
}

fn plain_d(c: char) -> char {
    if barred_d(c) == 'đ' { 'd' } else { c }
}

/// Words of letters and digits, one space between them.
fn collapse(chars: impl Iterator<Item = char>, size: usize) -> String {
    let mut out = String::with_capacity(size);
    let mut gap = false;
    for c in chars {
        // A mark that has no joined form belongs to the letter before it; after a gap it belongs to nothing.
        if c.is_alphanumeric() || (is_combining_mark(c) && !gap && !out.is_empty()) {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        } else {
            gap = true;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::super::symbol::Symbol;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_what_the_seeds_write() {
        for (text, key) in [
            ("cấp uỷ", "cap uy"),
            ("cấp ủy", "cap uy"),
            ("Xuân Hòa", "xuan hoa"),
            ("Xuân Hoà", "xuan hoa"),
            ("XUÂN HÒA", "xuan hoa"),
            ("Đắk Lắk", "dak lak"),
            ("ĐT", "dt"),
            ("TXĐT", "txdt"),
            ("Ðắk (old code page)", "dak old code page"),
            ("Cư M'gar", "cu m gar"),
            ("Cư M’gar", "cu m gar"),
            ("Krông - Pắc", "krong pac"),
            ("  tiếp xúc,\u{a0}đối  thoại… ", "tiep xuc doi thoai"),
            ("07- QC/TU", "07 qc tu"),
            ("07-QC/TU", "07 qc tu"),
            ("37-CT/TU", "37 ct tu"),
            ("Nghị quyết số 25-NQ/TW ngày 03/6/2013", "nghi quyet so 25 nq tw ngay 03 6 2013"),
            ("ữ ẫ ặ ỵ ợ ơ ư", "u a a y o o u"),
            ("", ""),
            ("--- ’ ", ""),
        ] {
            assert_eq!(fold(text), key, "{text}");
        }
    }

    #[test]
    fn exact_keeps_accents_and_meets_both_tone_styles() {
        assert_eq!(exact("Xuân Hoà"), exact("XUÂN  HÒA"));
        assert_eq!(exact("Cấp uỷ - Đắk Lắk"), "cấp ủy đắk lắk");
        assert_eq!(exact("QUÝ"), "quý");
        assert_ne!(exact("hoa"), exact("hòa"));
        assert_ne!(exact("dân"), exact("đàn"));
        assert_ne!(exact("xã"), exact("xá"));
        assert_eq!(exact("Ðảng"), exact("Đảng"));
    }

    #[test]
    fn s0_1_search_key_of_a_symbol_ignores_spacing() {
        for typed in ["07-QC/TU", "07- QC/TU", "07 - qc / tu"] {
            assert_eq!(fold(typed), "07 qc tu");
            assert_eq!(Symbol::parse(typed).unwrap().to_string(), "07-QC/TU");
        }
    }

    const LETTERS: &str = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

    fn vietnamese() -> impl Strategy<Value = String> {
        let letters: Vec<char> = LETTERS.chars().chain(LETTERS.to_uppercase().chars()).chain("0123456789 -'’/.,".chars()).collect();
        proptest::collection::vec(proptest::sample::select(letters), 0..40).prop_map(|v| v.into_iter().collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn folding_again_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
            let exactly = exact(&text);
            prop_assert_eq!(exact(&exactly), exactly.clone());
            prop_assert_eq!(fold(&exactly), once);
        }

        #[test]
        fn joined_and_apart_are_one(text in any::<String>()) {
            let apart: String = text.nfd().collect();
            prop_assert_eq!(fold(&apart), fold(&text));
            prop_assert_eq!(exact(&apart), exact(&text));
        }

        #[test]
        fn case_does_not_matter(text in vietnamese()) {
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text.to_lowercase()));
            prop_assert_eq!(exact(&text.to_uppercase()), exact(&text.to_lowercase()));
        }

        #[test]
        fn a_vietnamese_key_is_plain(text in vietnamese()) {
            prop_assert!(fold(&text).bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b' '));
            prop_assert_eq!(fold(&text.replace('đ', "d").replace('Đ', "D")), fold(&text));
        }

        #[test]
        fn tone_style_does_not_matter(text in vietnamese()) {
            let old = tone_style(&text, ToneStyle::Old);
            let new = tone_style(&text, ToneStyle::New);
            prop_assert_eq!(fold(&old), fold(&new));
            prop_assert_eq!(exact(&old), exact(&new));
        }
    }
}
