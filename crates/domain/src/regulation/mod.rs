//! Quy chế, quy định: what the rules ask, as data with a source.
//!
//! A [`document::Document`] is registered with what was read of it and no more: where only its name is known it has
//! no clauses. [`validity`] says which document is in force on a day; [`file`] reads `data/regulations/*.toml`.

pub mod act;
pub mod clause;
pub mod clock;
pub mod conflict;
pub mod document;
pub mod entry;
pub mod file;
pub mod head_record;
mod iso;
pub mod ledger;
pub mod own;
pub mod reception;
pub mod remedial;
mod typed;
pub mod validity;
pub mod write;
