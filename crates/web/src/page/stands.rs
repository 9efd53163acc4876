//! Bản đang lưu: the mark of the words that a form edits; and, where another changed them after the page was opened, how they
//! stand now, beside what was typed.

use caunoi_app::desk::seen::Words;
use caunoi_domain::problem::{Problem, What};

use crate::Web;

/// What a form carries of the words that it edits.
#[derive(Default)]
pub struct Stands {
    /// Their mark; empty where something new is written.
    pub seen: String,
    /// How they stand now, by the names of their fields; absent where nobody was overtaken.
    pub now: Option<Vec<(String, String)>>,
}

impl Stands {
    /// Of words as they stand now. `sent` is the mark that came with what was typed, where the form was sent or kept as a
    /// draft: it stays until the page says that another changed them, so that nobody is taken to have read what they were
    /// not shown.
    pub fn of(web: &Web, words: &Words, sent: Option<&str>, all: &[Problem], now: impl FnOnce() -> Vec<(String, String)>) -> Self {
        let overtaken = all.iter().any(|p| p.what == What::Overtaken);
        match sent {
            Some(_) if overtaken => Self { seen: words.mark(&web.app.keys), now: Some(now()) },
            Some(sent) => Self { seen: sent.to_owned(), now: None },
            None => Self { seen: words.mark(&web.app.keys), now: None },
        }
    }
}
