//! Bodies, posts, people and what each may do.

pub mod actor;
pub mod body;
pub mod email;
pub mod handover;
pub mod policy;
pub mod post;
pub mod publication_policy;
pub mod readiness;
pub mod roster;
pub mod roster_book;
pub mod succession;
pub mod template;
pub mod tenure;
