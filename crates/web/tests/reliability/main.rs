//! Nothing acknowledged is lost: the real program, killed without warning while people send.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod beside;
mod beside_desk;
mod beside_dialogue;
mod beside_office;
mod broken_off;
mod browser;
mod chain;
mod chain_dialogue;
mod client;
mod count;
mod full;
mod heard;
mod killed;
mod known;
mod locked;
mod picture;
mod place;
mod player;
mod postgres;
mod relay;
mod sending;
mod server;
mod story;
mod tally;
mod verbs;
mod verbs_postgres;
