//! The dice of a simulation: the same seed and the same number give the same throws, whatever ran before.

use crate::randomness::{Randomness as _, SeededRandomness};

/// Throws that belong to one thing.
pub(super) struct Draw(SeededRandomness);

impl Draw {
    /// The throws of that seed for that thing.
    pub(super) fn new(seed: u64, thing: &str) -> Self {
        Self(SeededRandomness::new(&format!("simulate/{seed}/{thing}")))
    }

    /// A number below `bound`; 0 where nothing is below it.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        u64::from_be_bytes(bytes).checked_rem(bound).unwrap_or(0)
    }

    /// One of several.
    pub(super) fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let n = self.below(u64::try_from(all.len()).unwrap_or(0));
        usize::try_from(n).ok().and_then(|n| all.get(n))
    }
}
