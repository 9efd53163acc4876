//! Số liệu: what others published, kept as they published it, beside what rows of ours give and never mixed with it.

pub mod book;
pub mod figure;
pub mod finding;
