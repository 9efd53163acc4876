//! Công khai: what must be public, and the dated proofs that it is (L3, S0.19).

pub mod matter;
pub mod proof;
