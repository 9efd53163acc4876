//! Số liệu đã công bố: figures and findings of others, recorded as facts with their source.

pub mod import;
pub mod load_history;
mod published;
pub mod record_figure;
pub mod record_finding;
