//! Ý kiến, kiến nghị: the opinion as given, its items and their thread.

pub mod item;
pub mod kind;
pub mod secrecy;
pub mod step;
pub mod submission;
pub mod tracking_code;
