//! Cuộc tiếp xúc, đối thoại: its kinds, states, minutes, notice and outcomes.

pub mod agenda;
pub mod announcement;
pub mod contents;
pub mod draft;
pub mod minutes;
pub mod minutes_form;
pub mod notice;
pub mod notice_form;
pub mod numbering;
pub mod off_topic;
pub mod outcome;
pub mod state;
