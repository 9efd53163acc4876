//! Số, ký hiệu văn bản inside a text: a number such as 11-QĐi/TW is read as one word, so a line never ends at its hyphen.

use askama::filters::{Html, Safe, escape};

/// A longer one may be broken: on a phone it would be wider than the page.
const LONGEST: usize = 20;

/// The text for a page, each number and symbol of a paper kept on one line.
#[must_use]
pub fn whole(text: &str) -> Safe<String> {
    let mut out = String::with_capacity(text.len() + 32);
    // A number stands behind a space that breaks a line, or behind one that does not.
    for word in text.split_inclusive([' ', '\u{a0}']) {
        let (word, gap) = match word.strip_suffix([' ', '\u{a0}']) {
            Some(bare) => (bare, word.strip_prefix(bare).unwrap_or_default()),
            None => (word, ""),
        };
        let escaped = escape(word, Html).map_or_else(|_| String::new(), |w| w.to_string());
        if is_symbol(word) {
            out.push_str("<span class=\"nb\">");
            out.push_str(&escaped);
            out.push_str("</span>");
        } else {
            out.push_str(&escaped);
        }
        out.push_str(gap);
    }
    Safe(out)
}

/// "11-QĐi/TW", "03/TB-UBND", with the comma or full stop behind it.
fn is_symbol(word: &str) -> bool {
    word.contains('-')
        && word.chars().next().is_some_and(|c| c.is_ascii_digit() || c == '(')
        && word.chars().any(char::is_uppercase)
        && word.chars().count() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_paper_stays_on_one_line_and_the_rest_is_escaped() {
        let said = whole("Điều 5, Quy chế số 01-QC/ĐU, <b> và 15 - 20").0;
        assert_eq!(said, "Điều 5, Quy chế số <span class=\"nb\">01-QC/ĐU,</span> &#60;b&#62; và 15 - 20");
        assert_eq!(whole("72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN").0, "72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN", "too long for a phone");
        assert_eq!(whole("từ 2021-2022").0, "từ 2021-2022");
        assert_eq!(whole("số\u{a0}01-QC/ĐU, Điều").0, "số\u{a0}<span class=\"nb\">01-QC/ĐU,</span> Điều");
    }
}
