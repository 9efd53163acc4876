//! The command line as people meet it: exit code and words, snapshot by snapshot. Wrong use is told in exactly one line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod answers;
mod duties;
mod kit;
mod wrong;
