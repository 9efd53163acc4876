//! A column of a kind of book: its names in both languages, under which heads offices keep it, what the template says.

use crate::text::fold::fold;

/// A column of a kind of book.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Key in mappings, TOML and JSON.
    pub code: &'static str,
    /// Head of the template.
    pub vi: &'static str,
    /// Name on English screens.
    pub en: &'static str,
    /// Other heads under which offices keep the same column, as search keys.
    pub aliases: &'static [&'static str],
    /// True where every row must have it.
    pub needed: bool,
    /// What the second sheet of the template says about it, beside "needed" and the choices.
    pub help: &'static str,
    /// Words to pick from; none where anything may stand.
    pub choices: fn() -> Vec<String>,
    /// Width in the template, in characters.
    pub width: u16,
}

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Column {}

impl Column {
    /// A column that may be left empty.
    #[must_use]
    pub const fn new(code: &'static str, vi: &'static str, en: &'static str) -> Self {
        Self { code, vi, en, aliases: &[], needed: false, help: "", choices: Vec::new, width: 14 }
    }

    /// The same column, needed in every row.
    #[must_use]
    pub const fn needed(mut self) -> Self {
        self.needed = true;
        self
    }

    /// The same column with other heads, as search keys (`caunoi fold`).
    #[must_use]
    pub const fn also(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// The same column with what the template says about it.
    #[must_use]
    pub const fn help(mut self, help: &'static str) -> Self {
        self.help = help;
        self
    }

    /// The same column with words to pick from.
    #[must_use]
    pub const fn choices(mut self, choices: fn() -> Vec<String>) -> Self {
        self.choices = choices;
        self
    }

    /// The same column with another width in the template.
    #[must_use]
    pub const fn wide(mut self, width: u16) -> Self {
        self.width = width;
        self
    }

    /// True where this head, as a search key, is the column's.
    #[must_use]
    pub fn is_called(&self, key: &str) -> bool {
        !key.is_empty() && (self.aliases.contains(&key) || fold(self.vi) == key || fold(self.en) == key || fold(self.code) == key)
    }

    /// What the second sheet of the template says about it.
    #[must_use]
    pub fn guide(&self) -> String {
        let choices = (self.choices)();
        let mut said: Vec<String> = Vec::new();
        if self.needed {
            said.push("Bắt buộc.".to_owned());
        }
        if !choices.is_empty() {
            said.push(format!("Một trong: {}.", choices.join("; ")));
        }
        if !self.help.is_empty() {
            said.push(self.help.to_owned());
        }
        said.join(" ")
    }
}

/// Words of a column: what is meant, its name in the template, and search keys of what offices write.
pub type Names<T> = &'static [(T, &'static str, &'static [&'static str])];

/// The names of a column's words.
#[must_use]
pub fn names<T>(all: Names<T>) -> Vec<String> {
    all.iter().map(|(_, name, _)| (*name).to_owned()).collect()
}
