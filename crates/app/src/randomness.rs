//! Randomness, handed in: ids, codes, salts.

use std::sync::Mutex;

use sha2::{Digest as _, Sha256};

/// Where random bytes come from.
pub trait Randomness: Send + Sync {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's.
#[derive(Clone, Copy, Debug, Default)]
pub struct OsRandomness;
impl Randomness for OsRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        // Without randomness no code, session or salt is safe: stop rather than go on.
        if let Err(e) = getrandom::fill(bytes) {
            tracing::error!(error = %e, "the operating system gives no randomness");
            std::process::abort();
        }
    }
}

/// The same bytes for the same seed: the demonstration and tests.
#[derive(Debug)]
pub struct SeededRandomness {
    seed: [u8; 32],
    drawn: Mutex<u64>,
}
impl SeededRandomness {
    /// From a seed.
    #[must_use]
    pub fn new(seed: &str) -> Self {
        Self { seed: Sha256::digest(seed.as_bytes()).into(), drawn: Mutex::new(0) }
    }
}
impl Randomness for SeededRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        let mut drawn = self.drawn.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for chunk in bytes.chunks_mut(32) {
            let mut hash = Sha256::new();
            hash.update(self.seed);
            hash.update(drawn.to_be_bytes());
            *drawn += 1;
            for (to, from) in chunk.iter_mut().zip(hash.finalize()) {
                *to = from;
            }
        }
    }
}
