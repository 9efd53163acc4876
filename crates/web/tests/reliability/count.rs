//! How often, and by which chance. The short form is the same each time; `cargo xtask reliability --full` asks for more.

use std::collections::BTreeSet;

/// How often something is to be done: `CAUNOI_RELIABILITY_NAME` in the environment, or the number of the short form.
pub fn of(name: &str, short: u64) -> u64 {
    std::env::var(format!("CAUNOI_RELIABILITY_{name}")).ok().and_then(|n| n.parse().ok()).unwrap_or(short)
}

/// Chance from a seed that is told: the same seed asks for the same moments.
pub struct Dice(u64);

impl Dice {
    /// By `CAUNOI_RELIABILITY_SEED`, or always the same.
    pub fn new() -> Self {
        let seed = of("SEED", 20_261_124);
        eprintln!("CAUNOI_RELIABILITY_SEED={seed}");
        Self(seed)
    }

    /// Other dice, by chance.
    pub fn another(&mut self) -> Self {
        Self(self.below(u64::MAX))
    }

    /// A number below that one.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end.max(1)
    }
}

/// So many of the places `1..=all`: every one where there are not more; else those that are always among them and others
/// spread evenly; fewer than those by chance.
pub fn some_of(all: u64, so_many: u64, always: &[u64], dice: &mut Dice) -> BTreeSet<u64> {
    let spread = so_many.saturating_sub(always.len() as u64);
    if so_many >= all {
        (1..=all).collect()
    } else if spread == 0 {
        (0..so_many).map(|_| 1 + dice.below(all)).collect()
    } else {
        always.iter().copied().chain((1..=spread).map(|n| 1 + n * (all - 1) / (spread + 1))).collect()
    }
}

#[test]
fn some_places_are_spread_and_hold_those_that_are_always_among_them() {
    let some = |all, so_many, always: &[u64]| some_of(all, so_many, always, &mut Dice(1)).into_iter().collect::<Vec<_>>();
    assert_eq!(some(4, 9, &[1, 4]), [1, 2, 3, 4]);
    assert_eq!(some(101, 5, &[1, 101]), [1, 26, 51, 76, 101]);
    assert_eq!(some(101, 1, &[1, 101]).len(), 1);
}
