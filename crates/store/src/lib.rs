//! The store: all SQL of Cầu Nối, for SQLite and PostgreSQL with one text each.
//!
//! One file is one noun. Reading functions take a [`Conn`], writing functions a [`Tx`]; a [`Tx`] is had only
//! inside a [`Change`], which the owned writer runs as one transaction.

mod batch;
mod db;
pub mod dialect;
mod error;
pub mod migrate;
mod open;
mod sqlite;
mod statements;
mod writer;

pub mod acceptance;
pub mod access_log;
pub mod account;
pub mod agenda;
pub mod approval;
pub mod assignment;
pub mod attendance;
mod beside;
pub mod blob;
pub mod body_name;
pub mod book;
pub mod calendar;
pub mod code_reissue;
pub mod conclusion;
pub mod data_set;
pub mod day_change;
pub mod dialogue;
pub mod dialogue_document;
pub mod dialogue_site;
pub mod draft;
pub mod duty_coverage;
pub mod duty_entry;
pub mod duty_facts;
pub mod duty_matters;
pub mod duty_sheet;
pub mod escalation;
pub mod event;
pub mod export;
pub mod extension;
pub mod file;
pub mod followed;
pub mod handover;
pub mod head_brief;
pub mod head_record;
pub mod idempotency;
pub mod import_row;
pub mod internal_defect;
pub mod issue;
pub mod item;
pub mod job;
pub mod list;
mod look;
pub mod mail;
pub mod matter_comment;
pub mod minutes;
pub mod monday;
pub mod news;
pub mod notice;
pub mod off_topic;
pub mod opinion;
pub mod own_limit;
pub mod past_dialogue;
pub mod people;
pub mod plan_rule;
pub mod post_handover;
pub mod prepared_answer;
pub mod presiding;
pub mod progress;
pub mod public;
pub mod public_change;
pub mod publication;
pub mod publication_draft;
pub mod publication_policy;
pub mod publication_proof;
pub mod published;
pub mod queue;
pub mod reception;
pub mod regulation;
pub mod regulation_act;
pub mod remedial;
pub mod reminder;
pub mod result_told;
pub mod saved_answer;
pub mod sealed;
pub mod search;
pub mod side_meeting;
pub mod staff_search;
pub mod step;
pub mod superior_queue;
pub mod task_link;
pub mod task_pause;
pub mod task_queue;
pub mod task_transfer;
pub mod tenure;
pub mod todo;
pub mod topic;
pub mod triage_ends;
pub mod triage_undo;
pub mod unit;
pub mod urging;
pub mod urging_rule;
pub mod verdict;
pub mod village;
pub mod village_link;
pub mod village_then;
pub mod waiting_time;
pub mod waiver_draft;
pub mod year_events;
pub mod year_plan;

pub use beside::Sides;
#[doc(hidden)]
pub use beside::{SIDES_MAX, all};
pub use db::{Arg, Conn, Engine, FromColumn, Row, Tx};
pub use error::{Result, StoreError};
pub use look::{Look, Looks};
pub use open::{Database, Store};
#[doc(hidden)]
pub use tokio::try_join;
pub use writer::{Change, Failure};

/// Every SQL text of the store with the noun it belongs to: what the prepare test walks.
#[must_use]
pub fn statements() -> Vec<(&'static str, &'static str, &'static str)> {
    let nouns: &[(&'static str, &[(&'static str, &'static str)])] = &[
        ("acceptance", acceptance::STATEMENTS),
        ("agenda", agenda::STATEMENTS),
        ("approval", approval::STATEMENTS),
        ("assignment", assignment::STATEMENTS),
        ("attendance", attendance::STATEMENTS),
        ("code_reissue", code_reissue::STATEMENTS),
        ("book", book::STATEMENTS),
        ("calendar", calendar::STATEMENTS),
        ("conclusion", conclusion::STATEMENTS),
        ("data_set", data_set::STATEMENTS),
        ("day_change", day_change::STATEMENTS),
        ("export", export::STATEMENTS),
        ("dialogue", dialogue::STATEMENTS),
        ("dialogue_document", dialogue_document::STATEMENTS),
        ("dialogue_site", dialogue_site::STATEMENTS),
        ("duty_entry", duty_entry::STATEMENTS),
        ("duty_coverage", duty_coverage::STATEMENTS),
        ("duty_facts", duty_facts::STATEMENTS),
        ("duty_matters", duty_matters::STATEMENTS),
        ("duty_sheet", duty_sheet::STATEMENTS),
        ("escalation", escalation::STATEMENTS),
        ("event", event::STATEMENTS),
        ("file", file::STATEMENTS),
        ("followed", followed::STATEMENTS),
        ("head_brief", head_brief::STATEMENTS),
        ("head_record", head_record::STATEMENTS),
        ("idempotency", idempotency::STATEMENTS),
        ("item", item::STATEMENTS),
        ("minutes", minutes::STATEMENTS),
        ("monday", monday::STATEMENTS),
        ("notice", notice::STATEMENTS),
        ("opinion", opinion::STATEMENTS),
        ("own_limit", own_limit::STATEMENTS),
        ("past_dialogue", past_dialogue::STATEMENTS),
        ("people", people::account::STATEMENTS),
        ("people", people::body::STATEMENTS),
        ("people", people::session::STATEMENTS),
        ("people", people::tries::STATEMENTS),
        ("plan_rule", plan_rule::STATEMENTS),
        ("prepared_answer", prepared_answer::STATEMENTS),
        ("presiding", presiding::STATEMENTS),
        ("progress", progress::STATEMENTS),
        ("publication", publication::STATEMENTS),
        ("publication_proof", publication_proof::STATEMENTS),
        ("public_village", public::village::STATEMENTS),
        ("village_link", village_link::STATEMENTS),
        ("village_then", village_then::STATEMENTS),
        ("public_commune", public::commune::STATEMENTS),
        ("public_conclusion", public::conclusion::STATEMENTS),
        ("public_dialogue", public::dialogue::STATEMENTS),
        ("public_item", public::item::STATEMENTS),
        ("public_levels", public::levels::STATEMENTS),
        ("public_place", public::place::STATEMENTS),
        ("public_province", public::province::STATEMENTS),
        ("public_site", public::site::STATEMENTS),
        ("public_thread", public::thread::STATEMENTS),
        ("regulation", regulation::STATEMENTS),
        ("regulation_act", regulation_act::STATEMENTS),
        ("reception", reception::STATEMENTS),
        ("remedial", remedial::STATEMENTS),
        ("reminder", reminder::STATEMENTS),
        ("result_told", result_told::STATEMENTS),
        ("search", search::STATEMENTS),
        ("staff_search", staff_search::STATEMENTS),
        ("side_meeting", side_meeting::STATEMENTS),
        ("step", step::STATEMENTS),
        ("superior_queue", superior_queue::STATEMENTS),
        ("task_queue", task_queue::STATEMENTS),
        ("todo", todo::STATEMENTS),
        ("topic", topic::STATEMENTS),
        ("unit", unit::STATEMENTS),
        ("urging", urging::STATEMENTS),
        ("urging_rule", urging_rule::STATEMENTS),
        ("access_log", access_log::STATEMENTS),
        ("account", account::STATEMENTS),
        ("body_name", body_name::STATEMENTS),
        ("post_handover", post_handover::STATEMENTS),
        ("publication_draft", publication_draft::STATEMENTS),
        ("publication_policy", publication_policy::STATEMENTS),
        ("tenure", tenure::STATEMENTS),
        ("handover", handover::STATEMENTS),
        ("import_row", import_row::STATEMENTS),
        ("issue", issue::STATEMENTS),
        ("job", job::STATEMENTS),
        ("public_unit", public::unit::STATEMENTS),
        ("published", published::STATEMENTS),
        ("queue", queue::STATEMENTS),
        ("sealed", sealed::STATEMENTS),
        ("triage_ends", triage_ends::STATEMENTS),
        ("triage_undo", triage_undo::STATEMENTS),
        ("draft", draft::STATEMENTS),
        ("extension", extension::STATEMENTS),
        ("internal_defect", internal_defect::STATEMENTS),
        ("mail", mail::STATEMENTS),
        ("matter_comment", matter_comment::STATEMENTS),
        ("news", news::STATEMENTS),
        ("off_topic", off_topic::STATEMENTS),
        ("saved_answer", saved_answer::STATEMENTS),
        ("task_link", task_link::STATEMENTS),
        ("task_pause", task_pause::STATEMENTS),
        ("task_transfer", task_transfer::STATEMENTS),
        ("waiting_time", waiting_time::STATEMENTS),
        ("waiver_draft", waiver_draft::STATEMENTS),
        ("verdict", verdict::STATEMENTS),
        ("village", village::STATEMENTS),
        ("year_events", year_events::STATEMENTS),
        ("year_plan", year_plan::STATEMENTS),
    ];
    let many = [
        ("unit", "PUT_MANY", unit::put_many()),
        ("unit", "PUT_LINEAGE_MANY", unit::put_lineage_many()),
        ("search", "PUT_MANY", search::put_many()),
    ];
    nouns.iter().flat_map(|(noun, all)| all.iter().map(|(name, sql)| (*noun, *name, *sql))).chain(many).collect()
}
