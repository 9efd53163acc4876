//! Cuộc tiếp xúc, đối thoại: its plan of the year, kinds, states, minutes, notice and outcomes.

pub mod agenda;
pub mod announcement;
pub mod clash;
pub mod contents;
pub mod count;
pub mod coverage;
pub mod draft;
pub mod minutes;
pub mod minutes_form;
pub mod notice;
pub mod notice_form;
pub mod numbering;
pub mod off_topic;
pub mod outcome;
pub mod past;
pub mod plan_rule;
pub mod scope;
pub mod side;
pub mod site;
pub mod state;
pub mod stop;
pub mod year_plan;
