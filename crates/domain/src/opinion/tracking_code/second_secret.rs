//! The second secret: six digits on the printed slip, needed to agree or to reopen, that staff never see again.

use super::base32::{CodeError, is_separator};
use std::fmt;

const DIGITS: usize = 6;

/// The six digits without which a code only reads (product rule 1), shown as `418 260`.
///
/// `Debug` hides it; only its hash is kept. A million values: attempts must be limited by the caller.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SecondSecret(u32);

impl SecondSecret {
    /// The secret of 64 bits drawn by the caller from a secure source.
    ///
    /// Modulo a million: no value is likelier than another by more than 2^-44 of the whole.
    #[must_use]
    pub fn new(random: [u8; 8]) -> Self {
        Self((u64::from_be_bytes(random) % 1_000_000) as u32)
    }

    /// The six digits without the space: the form for hashing.
    #[must_use]
    pub fn compact(&self) -> String {
        format!("{:06}", self.0)
    }

    /// Reads the digits as people type them; spaces, dots and hyphens anywhere, O for 0, I or L for 1.
    ///
    /// # Errors
    /// [`CodeError::BadCharacter`] or [`CodeError::WrongLength`].
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let mut found = 0;
        let mut value: u32 = 0;
        for c in text.chars().filter(|c| !is_separator(*c)) {
            let digit = match c {
                'o' | 'O' => 0,
                'i' | 'I' | 'l' | 'L' => 1,
                c => c.to_digit(10).ok_or(CodeError::BadCharacter { found: c, position: found + 1 })?,
            };
            found += 1;
            if found <= DIGITS {
                value = value * 10 + digit;
            }
        }
        if found == DIGITS { Ok(Self(value)) } else { Err(CodeError::WrongLength { found, expected: DIGITS }) }
    }
}

impl fmt::Display for SecondSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03} {:03}", self.0 / 1000, self.0 % 1000)
    }
}

impl fmt::Debug for SecondSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecondSecret(…)")
    }
}

impl std::str::FromStr for SecondSecret {
    type Err = CodeError;
    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shows_and_reads_six_digits() {
        let secret = SecondSecret::new(7_000_418_260u64.to_be_bytes());
        assert_eq!(secret.to_string(), "418 260");
        assert_eq!(secret.compact(), "418260");
        for typed in ["418 260", "418260", " 4 1 8-2.6 0 ", "4l8 26o", "4I8\u{a0}26O"] {
            assert_eq!(SecondSecret::parse(typed), Ok(secret), "{typed}");
        }
        assert_eq!(SecondSecret::new([0; 8]).to_string(), "000 000");
        assert_eq!(format!("{secret:?}"), "SecondSecret(…)");
    }

    #[test]
    fn says_what_is_wrong_with_a_secret() {
        assert_eq!(SecondSecret::parse("41826"), Err(CodeError::WrongLength { found: 5, expected: 6 }));
        assert_eq!(SecondSecret::parse("418 2600"), Err(CodeError::WrongLength { found: 7, expected: 6 }));
        assert_eq!(SecondSecret::parse(&"9".repeat(99)), Err(CodeError::WrongLength { found: 99, expected: 6 }));
        assert_eq!(SecondSecret::parse("41x260"), Err(CodeError::BadCharacter { found: 'x', position: 3 }));
    }

    proptest! {
        #[test]
        fn round_trip(random in any::<[u8; 8]>(), text in any::<String>()) {
            let secret = SecondSecret::new(random);
            prop_assert_eq!(SecondSecret::parse(&secret.to_string()), Ok(secret));
            prop_assert_eq!(SecondSecret::parse(&secret.compact()), Ok(secret));
            let _ = SecondSecret::parse(&text);
        }
    }
}
