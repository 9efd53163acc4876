//! Where the tone stands in open syllables on oa, oe, uy: the old style `hòa, hòe, úy` or the new one `hoà, hoè, uý`.
//!
//! Official lists and the seeds use both, S0 and S1 even within one text ("cấp uỷ", "cấp ủy"; domain notes §5.3),
//! and Party offices disagree (§4.2), so a paper takes its office's style and a search must meet either.

use unicode_normalization::char::{compose, decompose_canonical, is_combining_mark};

/// The two ways to place the tone in open syllables on oa, oe, uy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToneStyle {
    /// On the first vowel: `hòa`, `ủy`. The style keys are kept in.
    Old,
    /// On the second vowel: `hoà`, `uỷ`.
    New,
}

/// The five tone marks in the order of the Vietnamese dictionary: huyền, hỏi, ngã, sắc, nặng.
pub(crate) const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// The text in one tone style; case and every other letter stay as they are.
///
/// Expects NFC (see [`super::nfc`]). `qu` is a consonant, so `quý`, `quà`, `que` never change, and a closed syllable
/// (`hoàn`, `khuỷu`, `ngoéo`) has one spelling only.
#[must_use]
pub fn tone_style(text: &str, style: ToneStyle) -> String {
    let mut out = String::with_capacity(text.len());
    // The two letters before the current one are decided only when the current one is known.
    let mut before: Option<char> = None;
    let mut chars = text.chars().peekable();
    while let Some(first) = chars.next() {
        if let Some(&second) = chars.peek()
            && let Some((new_first, new_second)) = moved(first, second, style)
            && !before.is_some_and(is_q)
        {
            let mut after = chars.clone();
            after.next();
            if !after.peek().is_some_and(|c| c.is_alphanumeric() || is_combining_mark(*c)) {
                out.push(new_first);
                out.push(new_second);
                chars.next();
                before = Some(new_second);
                continue;
            }
        }
        out.push(first);
        before = Some(first);
    }
    out
}

fn is_q(c: char) -> bool {
    matches!(c, 'q' | 'Q')
}

/// The pair with its tone moved to where `style` wants it, or nothing when there is nothing to move.
fn moved(first: char, second: char, style: ToneStyle) -> Option<(char, char)> {
    let (a, tone_a) = vowel(first)?;
    let (b, tone_b) = vowel(second)?;
    let pair = matches!((a.to_ascii_lowercase(), b.to_ascii_lowercase()), ('o', 'a' | 'e') | ('u', 'y'));
    match (pair, style, tone_a, tone_b) {
        (true, ToneStyle::Old, None, Some(tone)) => Some((compose(a, tone)?, b)),
        (true, ToneStyle::New, Some(tone), None) => Some((a, compose(b, tone)?)),
        _ => None,
    }
}

/// A plain vowel letter and its tone, when that is all the character is.
fn vowel(c: char) -> Option<(char, Option<char>)> {
    if c.is_ascii_alphabetic() {
        return Some((c, None));
    }
    if c.is_ascii() {
        return None;
    }
    let mut parts = [None; 3];
    let mut count = 0;
    decompose_canonical(c, |part| {
        if let Some(slot) = parts.get_mut(count) {
            *slot = Some(part);
        }
        count += 1;
    });
    match (count, parts) {
        (2, [Some(base), Some(mark), _]) if base.is_ascii_alphabetic() && TONES.contains(&mark) => Some((base, Some(mark))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAIRS: [(&str, &str); 12] = [
        ("hòa", "hoà"),
        ("Xuân Hòa", "Xuân Hoà"),
        ("HÒA BÌNH", "HOÀ BÌNH"),
        ("cấp ủy", "cấp uỷ"),
        ("Ủy ban", "Uỷ ban"),
        ("ỦY BAN", "UỶ BAN"),
        ("thủy lợi", "thuỷ lợi"),
        ("lòe, hỏe", "loè, hoẻ"),
        ("úy", "uý"),
        ("tọa đàm", "toạ đàm"),
        ("(đỏa)", "(đoả)"),
        ("xõa-tủy", "xoã-tuỷ"),
    ];

    #[test]
    fn each_style_becomes_the_other() {
        for (old, new) in PAIRS {
            assert_eq!(tone_style(new, ToneStyle::Old), old);
            assert_eq!(tone_style(old, ToneStyle::New), new);
            assert_eq!(tone_style(old, ToneStyle::Old), old);
            assert_eq!(tone_style(new, ToneStyle::New), new);
        }
    }

    #[test]
    fn closed_syllables_and_qu_stay() {
        for text in [
            "hoàn toàn",
            "khuỷu",
            "ngoéo",
            "quý",
            "quỹ",
            "QUỶ",
            "quà",
            "què",
            "hoặc",
            "thuế",
            "thuở",
            "xoài",
            "huỳnh",
            "hoa hoe huy",
            "múa",
            "mùi",
            "tóe2",
        ] {
            assert_eq!(tone_style(text, ToneStyle::Old), text);
            assert_eq!(tone_style(text, ToneStyle::New), text);
        }
    }
}
