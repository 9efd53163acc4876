//! Ý kiến, kiến nghị: sending, entering, triage, answering, judging.

pub mod receipt;
pub mod submit;
pub mod upload;
