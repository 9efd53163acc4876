//! The tracking code: who holds it may read what became of an opinion, and nothing more.

use super::base32::{self, CodeError};
use super::check::check;
use std::fmt;

const SIGNS: usize = 16;

/// A tracking code (*mã theo dõi*): 80 random bits as 16 signs and one check sign, shown as `XXXX-XXXX-XXXX-XXXXX`.
///
/// It opens an opinion to reading, so it does not print itself in logs (`Debug` hides it) and only its hash is kept.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TrackingCode([u8; 10]);

impl TrackingCode {
    /// The code of 80 bits drawn by the caller from a secure source.
    #[must_use]
    pub fn new(random: [u8; 10]) -> Self {
        Self(random)
    }

    /// The 80 bits, as given to [`TrackingCode::new`].
    #[must_use]
    pub fn bytes(&self) -> [u8; 10] {
        self.0
    }

    /// The 17 signs without hyphens, capitals: the form for hashing and for addresses.
    #[must_use]
    pub fn compact(&self) -> String {
        let values = self.values();
        values.iter().chain([&check(&values)]).map(|v| base32::sign(*v)).collect()
    }

    /// Reads a code as people type it: any case; spaces, dots and hyphens anywhere; O for 0, I or L for 1.
    ///
    /// # Errors
    /// [`CodeError::BadCharacter`], [`CodeError::WrongLength`] or [`CodeError::WrongCheck`]. Every single wrong sign
    /// and every swap of two signs is found.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let [values @ .., last] = base32::read::<{ SIGNS + 1 }>(text)?;
        let values: [u8; SIGNS] = values;
        if check(&values) != last {
            return Err(CodeError::WrongCheck);
        }
        let all = values.iter().fold(0u128, |all, v| all << 5 | u128::from(*v));
        // The 80 bits are the low ten of the sixteen bytes.
        let [_, _, _, _, _, _, bytes @ ..] = all.to_be_bytes();
        Ok(Self(bytes))
    }

    fn values(&self) -> [u8; SIGNS] {
        let all = self.0.iter().fold(0u128, |all, b| all << 8 | u128::from(*b));
        let mut values = [0; SIGNS];
        for (place, value) in values.iter_mut().rev().enumerate() {
            *value = (all >> (5 * place) & 31) as u8;
        }
        values
    }
}

impl fmt::Display for TrackingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, sign) in self.compact().chars().enumerate() {
            if matches!(place, 4 | 8 | 12) {
                f.write_str("-")?;
            }
            write!(f, "{sign}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for TrackingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TrackingCode(…)")
    }
}

impl std::str::FromStr for TrackingCode {
    type Err = CodeError;
    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::super::base32::ALPHABET;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn golden_codes() {
        assert_eq!(TrackingCode::new([0; 10]).to_string(), "0000-0000-0000-00000");
        assert_eq!(TrackingCode::new([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]).to_string(), "0000-0000-0000-00012");
        assert_eq!(TrackingCode::new([0xff; 10]).to_string(), "ZZZZ-ZZZZ-ZZZZ-ZZZZM");
        assert_eq!(TrackingCode::new(*b"cau noi 26").to_string(), "CDGQ-A83E-DXMJ-0CHPK");
    }

    #[test]
    fn reads_what_people_type() {
        let code = TrackingCode::new([0x08, 0x42, 0x10, 0x84, 0x21, 0x08, 0x42, 0x10, 0x84, 0x20]);
        let shown = code.to_string();
        assert!(shown.starts_with("1111-1111-1111-1110"));
        for typed in [
            shown.clone(),
            shown.to_lowercase(),
            shown.replace('-', " "),
            shown.replace('-', ""),
            format!("  {} ", shown.replace('-', ".")),
            shown.replace('-', "–"),
            shown.replace('-', "\u{a0}"),
            shown.replace('1', "l"),
            shown.replace('1', "I"),
            shown.replace('0', "o"),
            shown.chars().map(|c| format!("{c} ")).collect(),
        ] {
            assert_eq!(TrackingCode::parse(&typed), Ok(code), "{typed}");
        }
    }

    #[test]
    fn says_what_is_wrong_with_a_code() {
        let wrong = |text| TrackingCode::parse(text).unwrap_err();
        assert_eq!(wrong("0000-0000-0000-0000"), CodeError::WrongLength { found: 16, expected: 17 });
        assert_eq!(wrong("0000-0000-0000-000000"), CodeError::WrongLength { found: 18, expected: 17 });
        assert_eq!(wrong(" - "), CodeError::WrongLength { found: 0, expected: 17 });
        assert_eq!(wrong("0000-00u0-0000-00000"), CodeError::BadCharacter { found: 'u', position: 7 });
        assert_eq!(wrong("đ"), CodeError::BadCharacter { found: 'đ', position: 1 });
        assert_eq!(wrong("0000-0000-0000-00001"), CodeError::WrongCheck);
    }

    #[test]
    fn does_not_print_itself_in_logs() {
        assert_eq!(format!("{:?}", TrackingCode::new([7; 10])), "TrackingCode(…)");
    }

    proptest! {
        #[test]
        fn round_trip(bytes in any::<[u8; 10]>()) {
            let code = TrackingCode::new(bytes);
            prop_assert_eq!(TrackingCode::parse(&code.to_string()), Ok(code));
            prop_assert_eq!(TrackingCode::parse(&code.compact()), Ok(code));
            prop_assert_eq!(code.bytes(), bytes);
            prop_assert_eq!(code.to_string().len(), 20);
        }

        /// For each code drawn: all 17 × 31 single substitutions and all swaps of two different signs.
        #[test]
        fn every_wrong_sign_and_every_swap_is_found(bytes in any::<[u8; 10]>()) {
            let right: Vec<u8> = TrackingCode::new(bytes).compact().into_bytes();
            for place in 0..right.len() {
                for sign in ALPHABET {
                    let mut typed = right.clone();
                    typed[place] = sign;
                    let read = TrackingCode::parse(std::str::from_utf8(&typed).unwrap());
                    prop_assert_eq!(read == Err(CodeError::WrongCheck), sign != right[place]);
                }
                for other in 0..place {
                    let mut typed = right.clone();
                    typed.swap(place, other);
                    let read = TrackingCode::parse(std::str::from_utf8(&typed).unwrap());
                    prop_assert_eq!(read == Err(CodeError::WrongCheck), right[place] != right[other]);
                }
            }
        }

        #[test]
        fn never_panics(text in any::<String>()) {
            let _ = TrackingCode::parse(&text);
        }
    }
}
