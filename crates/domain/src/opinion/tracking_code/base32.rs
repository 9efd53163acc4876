//! Crockford's base 32: digits and capitals without I, L, O, U, so that nothing on a slip can be read as another.

use thiserror::Error;

/// The 32 signs in order of value.
pub(super) const ALPHABET: [u8; 32] = *b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Why a typed code was not taken; the words to the person are the caller's.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CodeError {
    /// Too few or too many signs.
    #[error("the code has {found} characters, it should have {expected}: compare it with the slip")]
    WrongLength {
        /// Signs found, separators not counted.
        found: usize,
        /// Signs a code has.
        expected: usize,
    },
    /// A sign that no code holds.
    #[error("{found:?} (character {position}) cannot stand in a code: compare it with the slip")]
    BadCharacter {
        /// The sign as typed.
        found: char,
        /// Its place among the signs, from 1, separators not counted.
        position: usize,
    },
    /// Every sign is possible, but they do not belong together: one was misread or two were swapped.
    #[error("the code holds a slip of the pen: compare each character with the slip")]
    WrongCheck,
    /// The value is larger than any id.
    #[error("this is no id of this program: it is larger than any")]
    OutOfRange,
}

/// The value of a typed sign, lower case and look-alikes (O, I, L) included.
fn value(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    let byte = u8::try_from(c).ok()?;
    ALPHABET.iter().position(|a| *a == byte).and_then(|n| u8::try_from(n).ok())
}

/// What people put between the groups of a code, hyphens as telephones "improve" them included.
pub(super) fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}' | '\u{feff}')
}

/// The values of the signs of a typed code, exactly `N` of them.
pub(super) fn read<const N: usize>(text: &str) -> Result<[u8; N], CodeError> {
    let mut values = [0; N];
    let mut found = 0;
    for c in text.chars().filter(|c| !is_separator(*c)) {
        let value = value(c).ok_or(CodeError::BadCharacter { found: c, position: found + 1 })?;
        if let Some(slot) = values.get_mut(found) {
            *slot = value;
        }
        found += 1;
    }
    if found == N { Ok(values) } else { Err(CodeError::WrongLength { found, expected: N }) }
}

/// The sign of a value; only the low five bits count.
pub(super) fn sign(value: u8) -> char {
    ALPHABET.get(usize::from(value & 31)).copied().map_or('0', char::from)
}
