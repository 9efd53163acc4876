//! What is done to every text before it is kept: precomposed letters (NFC, as TCVN 6909 demands), no stray controls.
//!
//! Windows' own Vietnamese keyboard sends letters and tones apart; 97 names of one public data set are not NFC either
//! (domain notes §5.3). A name that looks the same must be the same bytes, so this runs at every door.

use thiserror::Error;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Why a text was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TextError {
    /// The text holds U+0000, which PostgreSQL cannot keep and no person can type.
    #[error("the text holds a zero byte at character {position}: it is not text; send it again as plain text")]
    ZeroCharacter {
        /// Where, counted in characters from 1.
        position: usize,
    },
    /// The text is longer than the field takes.
    #[error("the text has {found} characters; at most {max} are taken: shorten it by {}", found.saturating_sub(*max))]
    TooLong {
        /// Characters found after cleaning.
        found: usize,
        /// Characters allowed.
        max: usize,
    },
}

/// The text with letters and tones joined (Unicode NFC). Changes nothing else.
#[must_use]
pub fn nfc(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

/// No letter, seen by nobody, and harmful: marks that turn the direction of everything behind them on the page (a name that
/// reads backwards), spaces of no width (a field that looks empty and is not, a word that no search finds), and code points
/// that are no characters, which no XML takes.
const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}')
        || (c as u32) & 0xfffe == 0xfffe
}

/// A text of several lines made fit to keep: NFC; line ends are `\n`; other controls but the tab go, and what is hidden;
/// trimmed.
///
/// # Errors
/// [`TextError::ZeroCharacter`] when U+0000 is found: bytes that are not text are refused, never mended.
pub fn clean(text: &str) -> Result<String, TextError> {
    if let Some(before) = text.chars().position(|c| c == '\0') {
        return Err(TextError::ZeroCharacter { position: before + 1 });
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                // "\r\n" is one line end; a lone "\r" is one too (old exports).
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\t' => out.push(c),
            c if c.is_control() || is_hidden(c) => {}
            c => out.push(c),
        }
    }
    // Normalised after the controls are gone: one of them may have stood between a letter and its tone.
    Ok(nfc(&out).trim().to_owned())
}

/// A text of one line (a name, a title) made fit to keep: as [`clean`], then every run of white space,
/// line ends included, becomes one space; at most `max` characters.
///
/// # Errors
/// As [`clean`], and [`TextError::TooLong`] when more than `max` characters remain. Nothing is cut in silence.
pub fn clean_line(text: &str, max: usize) -> Result<String, TextError> {
    let text = clean(text)?;
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    // A tone that stood alone after a line end now follows a space; joining spaces cannot undo NFC otherwise.
    let line = nfc(&line);
    let found = line.chars().count();
    if found > max { Err(TextError::TooLong { found, max }) } else { Ok(line) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn joins_the_letters_of_the_windows_keyboard() {
        assert_eq!(nfc("Ho\u{300}a Bi\u{300}nh"), "Hòa Bình");
        assert_eq!(nfc("Đă\u{301}k"), "Đắk");
        assert_eq!(nfc("ê\u{323}"), nfc("ẹ\u{302}"));
    }

    #[test]
    fn refuses_the_zero_character_and_says_where() {
        assert_eq!(clean("ab\0c"), Err(TextError::ZeroCharacter { position: 3 }));
        assert_eq!(clean_line("Đ\0", 9), Err(TextError::ZeroCharacter { position: 2 }));
    }

    #[test]
    fn keeps_lines_and_tabs_and_drops_other_controls() {
        assert_eq!(clean(" \u{feff}một\r\nhai\rba\n\tbốn\u{7}\u{85} ").unwrap(), "một\nhai\nba\n\tbốn");
    }

    #[test]
    fn what_nobody_sees_is_not_kept() {
        assert_eq!(clean("\u{202e}Ngõ\u{202c} 7\u{2066}\u{200b}\u{ffff}\u{1fffe}\u{fdd0}").unwrap(), "Ngõ 7");
        assert_eq!(clean(" \u{200b}\u{2060} ").unwrap(), "", "a field with nothing to be seen in it is empty");
        assert_eq!(clean("👨\u{200d}👩\u{200d}👧 \u{200f}").unwrap(), "👨\u{200d}👩\u{200d}👧 \u{200f}", "what joins pictures stays");
    }

    #[test]
    fn a_line_is_one_line_and_bounded() {
        assert_eq!(clean_line(" Thôn\r\n Hương,\t xã  Xuân Hòa ", 40).unwrap(), "Thôn Hương, xã Xuân Hòa");
        assert_eq!(clean_line("Đắk", 3).unwrap(), "Đắk");
        let refused = clean_line("Đắk Lắk", 3).unwrap_err();
        assert_eq!(refused, TextError::TooLong { found: 7, max: 3 });
        assert!(refused.to_string().contains("shorten it by 4"));
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            if let Ok(once) = clean(&text) {
                prop_assert_eq!(clean(&once).unwrap(), once.clone());
                prop_assert!(is_nfc(&once));
                prop_assert!(!once.chars().any(|c| (c.is_control() && c != '\n' && c != '\t') || is_hidden(c)));
                let line = clean_line(&text, usize::MAX).unwrap();
                prop_assert_eq!(clean_line(&line, usize::MAX).unwrap(), line.clone());
                prop_assert!(!line.contains('\n') && !line.contains("  "));
            } else {
                prop_assert!(text.contains('\0'));
            }
        }
    }
}
