//! The rules of the institution of direct contact and dialogue (*tiếp xúc, đối thoại*), as pure functions.
//!
//! Nothing here waits, reads a clock, draws a random number, speaks SQL or HTTP: what a rule needs is handed in.
//! One folder is one noun of the institution; `docs/glossary.md` lists the words.

pub mod text;
pub mod calendar;
