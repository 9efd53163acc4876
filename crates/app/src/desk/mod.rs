//! An officer's own desk: drafts, news, and where their news are mailed.

mod draft;
mod settings;

pub use draft::{Draft, ForgetDraft, KeepDraft, draft};
pub use settings::{SeeNews, SetMail};
