//! Journeys through the router, each on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod conclusions;
mod find;
mod follow;
mod followup;
mod frame;
mod hall;
mod intake;
mod kit;
mod minutes;
mod notice;
mod offices;
mod plan;
mod privacy;
mod scene;
mod send;
mod tasks;
mod triage;
