//! What follows a conclusion: tasks, urging, matters sent up, results told.

pub mod assign;
pub mod escalate;
pub mod resolve;
