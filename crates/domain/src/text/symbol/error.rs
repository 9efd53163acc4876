//! What is missing from a document symbol, and how it is written.

use thiserror::Error;

/// Why a text is no document symbol.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SymbolError {
    /// Nothing was given.
    #[error("no symbol given: write it as 37-CT/TU or 12/TB-UBND")]
    Empty,
    /// No digits where the number should be.
    #[error("{found:?} has no number: write it as 37-CT/TU or 12/TB-UBND")]
    NoNumber {
        /// The text as given.
        found: String,
    },
    /// The number is 0 or larger than any register's.
    #[error("{found} is no document number: numbers run from 1 to 9999999")]
    NumberOutOfRange {
        /// The digits as given.
        found: String,
    },
    /// After the number there is neither a hyphen with a type nor a slash with one.
    #[error("after number {number} a type is missing: write {number}-CT/TU or {number}/TB-UBND")]
    NoKind {
        /// The number that was read.
        number: u32,
    },
    /// The issuing organ is missing.
    #[error("after {number} {kind} the issuing organ is missing, as TU in 37-CT/TU or UBND in 12/TB-UBND")]
    NoOrgan {
        /// The number that was read.
        number: u32,
        /// The type that was read.
        kind: String,
    },
    /// Something is glued to the end of the symbol.
    #[error("{rest:?} stands right after the symbol: leave a space or take it away")]
    Trailing {
        /// What was found there.
        rest: String,
    },
}
