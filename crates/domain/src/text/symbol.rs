//! The number and symbol of a document (*số, ký hiệu*): `37-CT/TU` in the Party, `12/TB-UBND` in the administration
//! (domain notes §4.1–4.3), read in every spelling the seeds and offices use and written in the one right form.

mod error;

pub use error::SymbolError;
use std::fmt;
use std::iter::Peekable;
use std::str::Chars;

/// Which rules of document form a symbol follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// Party: number, hyphen, type, slash, organ (HD 36, HD 05).
    Party,
    /// Administration and laws: number, slash, (year, slash,) type, hyphen, organ (NĐ 30/2020).
    Admin,
}

/// A document's number and symbol. Equality is by [`Symbol::key`]'s parts: spacing and case as typed do not matter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Symbol {
    /// The running number, from 1. Party series run per type and term, administrative ones per year.
    pub number: u32,
    /// The year inside the symbol, as laws and decrees have it (`42/2022/NĐ-CP`).
    pub year: Option<u16>,
    /// The type: `CT`, `QC`, `TB`, `QĐi` …; empty where a symbol has none (công văn `12/UBND-VX`, law `10/2022/QH15`).
    pub kind: String,
    /// The issuing organ: `TU`, `ĐU`, `UBND`, `TW` …, for công văn with its department (`UBND-VX`).
    pub organ: String,
    /// Party or administrative form.
    pub style: Style,
}

/// Types whose right spelling is not all capitals.
const MIXED: [&str; 4] = ["QĐi", "QyĐ", "CTr", "TTr"];
/// Types of NĐ 30/2020 and of legal documents: what may stand before the hyphen of an administrative symbol.
const ADMIN_KINDS: [&str; 36] = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ", "BGN", "BTT", "GUQ",
    "GM", "GGT", "GNP", "PG", "PC", "PB", "CV", "NĐ", "TT", "TTLT", "NQLT", "L", "LCT", "PL", "KL",
];
const MAX_NUMBER: u32 = 9_999_999;
const MAX_LETTERS: usize = 24;

impl Symbol {
    /// Reads one symbol: `37-CT/TU`, `07- QC/TU`, `Số: 12/TB-UBND`, `Quy chế số 03-QC/TU ngày 18.3.2021`,
    /// `42/2022/NĐ-CP`, `12/UBND-VX`. Words before the number and text after a space or comma are passed over.
    ///
    /// # Errors
    /// [`SymbolError`] says what is missing and how to write it. Never panics.
    pub fn parse(text: &str) -> Result<Self, SymbolError> {
        let text = super::nfc(text.trim());
        if text.is_empty() {
            return Err(SymbolError::Empty);
        }
        let mut rest = text.chars().peekable();
        while rest.next_if(|c| !c.is_ascii_digit()).is_some() {}
        let digits = take(&mut rest, |c| c.is_ascii_digit());
        if digits.is_empty() {
            return Err(SymbolError::NoNumber { found: text });
        }
        let number = match digits.parse() {
            Ok(number @ 1..=MAX_NUMBER) => number,
            _ => return Err(SymbolError::NumberOutOfRange { found: digits }),
        };
        skip_spaces(&mut rest);
        let symbol = match rest.next() {
            Some(c) if is_hyphen(c) => party(number, &mut rest)?,
            Some(c) if is_slash(c) => admin(number, &mut rest)?,
            _ => return Err(SymbolError::NoKind { number }),
        };
        match rest.peek() {
            Some(c) if c.is_alphanumeric() || is_hyphen(*c) || is_slash(*c) => Err(SymbolError::Trailing { rest: rest.collect() }),
            _ => Ok(symbol),
        }
    }

    /// The key by which two spellings of one symbol are equal: the canonical form in lower case (`37-ct/tu`).
    ///
    /// Accents stay: `QĐ` (quyết định) and `QD` are not the same. Search without accents goes by [`super::fold`].
    #[must_use]
    pub fn key(&self) -> String {
        self.to_string().to_lowercase()
    }
}

impl fmt::Display for Symbol {
    /// The canonical form; numbers below 10 get a leading 0.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, year, kind, organ, style } = self;
        match (style, year, kind.is_empty()) {
            (Style::Party, _, _) => write!(f, "{number:02}-{kind}/{organ}"),
            (Style::Admin, None, false) => write!(f, "{number:02}/{kind}-{organ}"),
            (Style::Admin, None, true) => write!(f, "{number:02}/{organ}"),
            (Style::Admin, Some(year), false) => write!(f, "{number:02}/{year}/{kind}-{organ}"),
            (Style::Admin, Some(year), true) => write!(f, "{number:02}/{year}/{organ}"),
        }
    }
}

impl std::str::FromStr for Symbol {
    type Err = SymbolError;
    fn from_str(text: &str) -> Result<Self, SymbolError> {
        Self::parse(text)
    }
}

/// A number and symbol in its one right form where the text holds nothing else (but "số", "CV", "công văn"); any other text
/// as it stands.
#[must_use]
pub fn tidy(text: &str) -> String {
    let Ok(symbol) = Symbol::parse(text) else { return text.to_owned() };
    let said = super::fold(text);
    let mut number = said.as_str();
    for lead in ["cong van ", "cv ", "so "] {
        number = number.strip_prefix(lead).unwrap_or(number);
    }
    let right = super::fold(&symbol.to_string());
    if number.trim_start_matches('0') == right.trim_start_matches('0') { symbol.to_string() } else { text.to_owned() }
}

/// After "37-": type, slash, organ.
fn party(number: u32, rest: &mut Peekable<Chars<'_>>) -> Result<Symbol, SymbolError> {
    skip_spaces(rest);
    let kind = kind_case(&take(rest, char::is_alphabetic));
    if kind.is_empty() {
        return Err(SymbolError::NoKind { number });
    }
    skip_spaces(rest);
    if rest.next_if(|c| is_slash(*c)).is_none() {
        return Err(SymbolError::NoOrgan { number, kind });
    }
    skip_spaces(rest);
    let organ = organ(rest);
    if organ.is_empty() {
        return Err(SymbolError::NoOrgan { number, kind });
    }
    Ok(Symbol { number, year: None, kind, organ, style: Style::Party })
}

/// After "12/": a year and a slash perhaps, then type, hyphen, organ, or the organ alone.
fn admin(number: u32, rest: &mut Peekable<Chars<'_>>) -> Result<Symbol, SymbolError> {
    skip_spaces(rest);
    let mut year = None;
    if rest.peek().is_some_and(char::is_ascii_digit) {
        let digits = take(rest, |c| c.is_ascii_digit());
        skip_spaces(rest);
        match (digits.len(), digits.parse(), rest.next_if(|c| is_slash(*c))) {
            (4, Ok(found), Some(_)) => year = Some(found),
            // 18/08/2022 and 24/9 are days, not symbols.
            _ => return Err(SymbolError::NoKind { number }),
        }
        skip_spaces(rest);
    }
    let head = take(rest, |c| c.is_alphanumeric() || c == '.');
    let kind = kind_case(&head);
    if kind.is_empty() {
        return Err(SymbolError::NoKind { number });
    }
    if ADMIN_KINDS.contains(&kind.as_str()) {
        skip_spaces(rest);
        if rest.next_if(|c| is_hyphen(*c)).is_none() {
            return Err(SymbolError::NoOrgan { number, kind });
        }
        skip_spaces(rest);
        let organ = organ(rest);
        if organ.is_empty() {
            return Err(SymbolError::NoOrgan { number, kind });
        }
        return Ok(Symbol { number, year, kind, organ, style: Style::Admin });
    }
    // No type: a công văn (organ and department) or, with a year, a law of the National Assembly.
    let first = organ_case(&head);
    let glued = rest.peek().is_some_and(|c| is_hyphen(*c));
    let mut ahead = rest.clone();
    skip_spaces(&mut ahead);
    if ahead.next_if(|c| is_hyphen(*c)).is_some() {
        skip_spaces(&mut ahead);
        // "12/UBND - ngày 05/9" has no department.
        if glued || ahead.peek().is_some_and(|c| c.is_uppercase()) {
            *rest = ahead;
            let department = organ(rest);
            if department.is_empty() {
                return Err(SymbolError::NoOrgan { number, kind: first });
            }
            let organ = format!("{first}-{department}");
            return Ok(Symbol { number, year, kind: String::new(), organ, style: Style::Admin });
        }
    }
    if year.is_some() {
        return Ok(Symbol { number, year, kind: String::new(), organ: first, style: Style::Admin });
    }
    Err(SymbolError::NoOrgan { number, kind: first })
}

/// Letters and digits, groups joined by hyphens: `TU`, `UBND-VP`, `BTGDVTU`.
fn organ(rest: &mut Peekable<Chars<'_>>) -> String {
    let mut groups = Vec::new();
    loop {
        let group = organ_case(&take(rest, |c| c.is_alphanumeric() || c == '.'));
        if group.is_empty() {
            break;
        }
        groups.push(group);
        let mut ahead = rest.clone();
        if ahead.next().is_some_and(is_hyphen) && ahead.next().is_some_and(char::is_alphanumeric) {
            rest.next();
        } else {
            break;
        }
    }
    groups.join("-")
}

fn take(rest: &mut Peekable<Chars<'_>>, wanted: impl Fn(char) -> bool) -> String {
    let mut out = String::new();
    while let Some(c) = rest.next_if(|c| wanted(*c)) {
        if out.len() < MAX_LETTERS * 4 {
            out.push(c);
        }
    }
    out
}

fn skip_spaces(rest: &mut Peekable<Chars<'_>>) {
    while rest.next_if(|c| c.is_whitespace()).is_some() {}
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_slash(c: char) -> bool {
    matches!(c, '/' | '\u{2044}' | '\u{2215}')
}

/// Capitals, but for the types whose right form has a small letter.
fn kind_case(typed: &str) -> String {
    let upper = capitals(typed);
    MIXED.iter().find(|m| capitals(m) == upper).map_or(upper, |m| (*m).to_owned())
}

/// Capitals without dots; newspapers write T.Ư for the centre's `TW`.
fn organ_case(typed: &str) -> String {
    let upper = capitals(typed);
    if upper == "TƯ" { "TW".to_owned() } else { upper }
}

fn capitals(typed: &str) -> String {
    // Ð and Ɖ of old code pages look like Đ.
    typed.chars().filter(|c| *c != '.').flat_map(char::to_uppercase).map(|c| if matches!(c, 'Ð' | 'Ɖ') { 'Đ' } else { c }).collect()
}

#[cfg(test)]
mod tests;
