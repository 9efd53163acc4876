//! Quy chế, quy định: what the rules ask, as data with a source.

pub mod clock;
