//! Journeys through the router, each on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod conclusions;
mod contribution;
mod find;
mod follow;
mod followup;
mod frame;
mod hall;
mod intake;
mod kinds;
mod kit;
mod minutes;
mod notice;
mod offices;
mod plan;
mod privacy;
mod register;
mod scene;
mod send;
<<<<<<< 3ee86c26c09f87341c65e6dd748f2cd8a6e83e54
mod statements;
mod territory;
=======
mod tasks;
>>>>>>> ee529867a09e937c9e598f7140d6ea99098e994f
mod triage;
mod year_plan;
