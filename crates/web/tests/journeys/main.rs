//! Journeys through the router, each on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod books;
mod conclusions;
mod contribution;
mod exports;
mod figures;
mod find;
mod follow;
mod followup;
mod frame;
mod hall;
mod intake;
mod kinds;
mod kit;
mod landing;
mod ledger;
mod minutes;
mod notice;
mod offices;
mod plan;
mod privacy;
mod publish;
mod register;
mod scene;
mod send;
mod set_up;
mod statements;
mod tasks;
mod territory;
mod triage;
mod year_plan;
