//! Bodies, posts, people and what each may do.

pub mod actor;
pub mod body;
pub mod email;
pub mod policy;
pub mod post;
