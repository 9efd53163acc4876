//! Verbs of the meetings beside the dialogues: voter meetings, receptions, seminars. Never counted as dialogues.

mod link;
mod record;

pub use link::LinkSideItem;
pub use record::RecordSide;
