//! Ý kiến, kiến nghị: sending, entering, triage, answering, judging.

pub mod answer_directly;
pub mod assign_at_once;
pub mod bench;
pub mod classify;
pub(crate) mod discreet;
pub mod edit_issue;
pub mod end_procedurally;
pub mod enter;
pub mod follow;
pub mod group;
pub mod hand_over;
pub mod import_book;
pub mod open;
mod photo;
pub mod publish;
pub mod receipt;
pub mod seal;
pub mod split;
pub mod submit;
pub mod to_dialogue;
pub mod undo;
pub mod ungroup;
pub mod upload;
pub mod withhold;
