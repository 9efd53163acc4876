//! What every page is made of: language, layout, icons and marks, dates, faults, forms.

pub mod address;
pub mod assets;
pub mod dates;
pub mod desk;
pub mod draft;
mod error_summary;
pub mod fault;
pub mod form;
pub mod icon;
pub mod l10n;
pub mod lang;
pub mod ledger_words;
mod light;
pub mod mark;
pub mod nav;
pub mod notice_paper;
pub mod number;
pub mod problems;
pub mod reception_days;
pub mod render;
pub mod rule_words;
pub mod sheet;
pub mod sources;
pub mod stands;
pub mod symbol;
pub mod thread;
pub mod typed;
pub mod upload;
pub mod village;
pub mod words;

use axum::{extract::FromRequestParts, http::request::Parts};

use crate::Web;
use l10n::L10nLanguage;
use lang::Lang;

/// The frame of a page: its language, where it is, and who reads it.
#[derive(Clone)]
pub struct Page {
    /// Words.
    pub t: &'static L10nLanguage,
    /// Language.
    pub lang: Lang,
    /// The path, for the language switch.
    pub path: String,
    /// What follows the path, without a language: filters and words stay when the language changes.
    pub query: String,
    /// Every page of a demonstration says so.
    pub demo: bool,
    /// The desk of the officer who reads it; absent on pages of citizens.
    pub desk: Option<desk::DeskFrame>,
}

impl Page {
    /// A page of citizens.
    #[must_use]
    pub fn new(lang: Lang, path: &str, demo: bool) -> Self {
        Self { t: lang.words(), lang, path: path.to_owned(), query: String::new(), demo, desk: None }
    }

    /// The other language and its address.
    #[must_use]
    pub fn other_lang(&self) -> (Lang, String) {
        let other = self.lang.other();
        let rest = if self.query.is_empty() { String::new() } else { format!("{}&", self.query) };
        (other, format!("{}?{rest}lang={}", self.path, other.code()))
    }

    /// True at the desk of a unit above the communes: what it reads came up from below.
    #[must_use]
    pub fn is_superior(&self) -> bool {
        self.desk.as_ref().is_some_and(|d| d.level != caunoi_domain::unit::Level::Commune)
    }

    /// True where the path begins with this: marks the current entry of a navigation.
    #[must_use]
    pub fn at(&self, prefix: &str) -> bool {
        self.path == prefix || self.path.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('/'))
    }

    /// "27/11/2026".
    #[must_use]
    pub fn day(&self, iso: &str) -> String {
        dates::day(iso)
    }

    /// "Thứ Sáu, 27/11/2026".
    #[must_use]
    pub fn weekday(&self, iso: &str) -> String {
        dates::with_weekday(iso, self.lang)
    }

    /// "9 giờ 12, Thứ Hai, 23/11/2026".
    #[must_use]
    pub fn moment(&self, at_us: i64) -> String {
        dates::moment(at_us, self.lang)
    }
}

impl FromRequestParts<Web> for Page {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Self::Rejection> {
        let mut page = Self::new(Lang::of(&parts.uri, &parts.headers), parts.uri.path(), web.demo);
        let kept = |p: &&str| !p.is_empty() && !p.starts_with("lang=");
        page.query = parts.uri.query().unwrap_or_default().split('&').filter(kept).collect::<Vec<_>>().join("&");
        Ok(page)
    }
}
