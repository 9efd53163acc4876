//! The rules of the institution of direct contact and dialogue (*tiếp xúc, đối thoại*), as pure functions.
//!
//! Nothing here waits, reads a clock, draws a random number, speaks SQL or HTTP: what a rule needs is handed in.
//! One folder is one noun of the institution; `docs/glossary.md` lists the words.

pub mod calendar;
pub mod dialogue;
pub mod followup;
pub mod import;
pub mod opinion;
pub mod people;
pub mod problem;
pub mod publishing;
pub mod record;
pub mod regulation;
pub mod report;
pub mod text;
pub mod unit;
pub mod word;
