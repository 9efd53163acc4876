//! How often, and by which chance. The short form is the same each time; `cargo xtask reliability --full` asks for more.

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

    /// A number below that one.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end.max(1)
    }
}
