//! The store on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod blobs;
mod corpus;
mod dialogue;
mod fill;
mod plans;
mod prepared;
mod regulation;
mod search;
mod together;
mod writing;
