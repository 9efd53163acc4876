//! Journeys through the router, each on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod books;
mod conclusions;
mod contribution;
mod figures;
mod find;
mod follow;
mod followup;
mod frame;
mod hall;
mod head;
mod html;
mod intake;
mod kinds;
mod kit;
mod ledger;
mod ledger_findings;
mod ledger_rules;
mod minutes;
mod monday;
mod notice;
mod offices;
mod pages;
mod plan;
mod privacy;
mod publish;
mod queue;
mod register;
mod scene;
mod send;
mod set_up;
mod statements;
mod tasks;
mod territory;
mod triage;
mod year_plan;
