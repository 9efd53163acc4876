//! Verbs on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod demonstration;
mod simulation;
mod territory;
