//! What follows a conclusion: tasks, urging, matters sent up, results told, and the verdict of the person.

pub mod assign;
pub mod counter_verdict;
pub mod escalate;
pub mod judge;
pub mod resolve;

pub mod acknowledge_escalation;
pub mod answer_escalation;
pub mod ask_extension;
pub mod assign_task;
pub mod comment;
pub mod decide_extension;
pub mod escalate_matter;
pub mod finish_task;
pub mod keep_answer;
pub mod note_defect;
pub mod open_sent;
pub mod pass_on_answer;
pub mod pause_task;
pub mod record_reply;
pub mod remind;
pub mod report_progress;
pub mod rule_round;
pub mod task_link;
pub mod tell_result;
pub mod transfer_task;
pub mod urge_by_rule;
pub mod urge_escalation;
pub mod urge_task;

pub(crate) mod direct;
pub(crate) mod news;
mod typed;
mod urge;
