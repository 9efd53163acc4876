//! The reader's language: `?lang=`, then the cookie, then what the browser asks, then Vietnamese.

use std::sync::LazyLock;

use http::{HeaderMap, Uri, header};

use super::l10n::{L10n, L10nLanguage};

static VI: LazyLock<L10nLanguage> = LazyLock::new(|| L10n::Vi.load());
static EN: LazyLock<L10nLanguage> = LazyLock::new(|| L10n::En.load());

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// tiếng Việt
    Vi,
    /// English
    En,
}

impl Lang {
    /// `vi` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// Its words.
    #[must_use]
    pub fn words(self) -> &'static L10nLanguage {
        match self {
            Self::Vi => &VI,
            Self::En => &EN,
        }
    }

    /// The one of two texts that is in this language.
    #[must_use]
    pub const fn pick<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    fn parse(code: &str) -> Option<Self> {
        match code {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The language that an address asks for.
    #[must_use]
    pub fn asked(uri: &Uri) -> Option<Self> {
        uri.query().and_then(|q| q.split('&').find_map(|p| p.strip_prefix("lang="))).and_then(Self::parse)
    }

    /// The language of a request.
    #[must_use]
    pub fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let cookie = || {
            headers
                .get_all(header::COOKIE)
                .iter()
                .filter_map(|v| v.to_str().ok())
                .flat_map(|v| v.split(';'))
                .find_map(|c| c.trim().strip_prefix("lang="))
                .and_then(Self::parse)
        };
        let accepted = || {
            headers
                .get(header::ACCEPT_LANGUAGE)
                .and_then(|v| v.to_str().ok())
                .and_then(|v| v.split(',').find_map(|l| Self::parse(l.trim().get(..2).unwrap_or_default())))
        };
        Self::asked(uri).or_else(cookie).or_else(accepted).unwrap_or(Self::Vi)
    }
}
