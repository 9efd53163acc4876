//! An officer's own desk: drafts, news, where their news are mailed, what a head has read before deciding, and
//! who edits before saving.

mod draft;
pub mod edited;
pub mod seen;
mod settings;
mod words;

pub use draft::{Draft, ForgetDraft, KeepDraft, draft};
pub use settings::{SeeNews, SetMail};
