//! Journeys in Chromium: citizens' pages with JavaScript off, every page by axe-core.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod axe;
mod chromium;
mod citizens;
mod clerk;
mod crawl;
mod drafts;
mod grandmother;
#[path = "../journeys/html.rs"]
mod html;
mod keys;
mod routes;
mod site;
mod sound;
mod wire;
