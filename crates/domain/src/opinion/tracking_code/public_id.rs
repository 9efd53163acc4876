//! The id of a thing in public addresses: random, because an ordered id would betray the moment of sending.

use super::base32::{self, CodeError};
use std::fmt;

const SIGNS: usize = 13;

/// A public id: 64 random bits, kept as a signed number, shown as 13 small letters and digits (`/y-kien/7zq0k4m2p9r1d`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PublicId(u64);

impl PublicId {
    /// The id of 64 bits drawn by the caller.
    #[must_use]
    pub fn new(random: u64) -> Self {
        Self(random)
    }

    /// The id as the database keeps it: the same 64 bits read as a signed number.
    #[must_use]
    pub fn to_i64(self) -> i64 {
        self.0.cast_signed()
    }

    /// The id from what the database keeps.
    #[must_use]
    pub fn from_i64(kept: i64) -> Self {
        Self(kept.cast_unsigned())
    }

    /// The 64 bits.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0
    }

    /// Reads an id from an address or a slip; capitals, hyphens and look-alikes are taken too.
    ///
    /// An address is canonical only when it equals the id's `Display`: redirect to that.
    ///
    /// # Errors
    /// [`CodeError::BadCharacter`], [`CodeError::WrongLength`], or [`CodeError::OutOfRange`] above 64 bits.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let values = base32::read::<SIGNS>(text)?;
        let all = values.iter().fold(0u128, |all, v| all << 5 | u128::from(*v));
        u64::try_from(all).map(Self).map_err(|_| CodeError::OutOfRange)
    }
}

impl fmt::Display for PublicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..SIGNS).rev() {
            let sign = base32::sign((self.0 >> (5 * place) & 31) as u8);
            write!(f, "{}", sign.to_ascii_lowercase())?;
        }
        Ok(())
    }
}

impl fmt::Debug for PublicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicId({self})")
    }
}

impl std::str::FromStr for PublicId {
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
    fn shows_thirteen_small_signs() {
        assert_eq!(PublicId::new(0).to_string(), "0000000000000");
        assert_eq!(PublicId::new(u64::MAX).to_string(), "fzzzzzzzzzzzz");
        assert_eq!(PublicId::new(32 * 31 + 10).to_string(), "00000000000za");
        assert_eq!(PublicId::from_i64(-1), PublicId::new(u64::MAX));
        assert_eq!(format!("{:?}", PublicId::new(1)), "PublicId(0000000000001)");
    }

    #[test]
    fn says_what_is_wrong_with_an_id() {
        assert_eq!(PublicId::parse("FZZZZ-ZZZZ-ZZZZ"), Ok(PublicId::new(u64::MAX)));
        assert_eq!(PublicId::parse("g000000000000"), Err(CodeError::OutOfRange));
        assert_eq!(PublicId::parse("0"), Err(CodeError::WrongLength { found: 1, expected: 13 }));
        assert_eq!(PublicId::parse("../etc/passwd"), Err(CodeError::BadCharacter { found: '/', position: 1 }));
    }

    proptest! {
        #[test]
        fn round_trip(bits in any::<u64>(), text in any::<String>()) {
            let id = PublicId::new(bits);
            prop_assert_eq!(PublicId::parse(&id.to_string()), Ok(id));
            prop_assert_eq!(PublicId::parse(&id.to_string().to_uppercase()), Ok(id));
            prop_assert_eq!(PublicId::from_i64(id.to_i64()), id);
            prop_assert_eq!(id.get(), bits);
            prop_assert_eq!(id.to_string().len(), 13);
            let _ = PublicId::parse(&text);
        }
    }
}
