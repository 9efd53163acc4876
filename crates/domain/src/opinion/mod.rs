//! Ý kiến, kiến nghị: the opinion as given, its items and their thread.

pub mod acceptance;
pub mod book;
pub mod item;
pub mod kind;
pub mod paste;
pub mod private;
pub mod proposal;
pub mod reissue;
pub mod sealing;
pub mod secrecy;
pub mod step;
pub mod submission;
pub mod tracking_code;
pub mod triage;
