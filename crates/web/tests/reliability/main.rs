//! Nothing acknowledged is lost: the real program, killed without warning while people send.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod client;
mod killed;
mod server;
