//! Parts of the forms of this desk: fields with their hint and problem, choices, the summary of problems on top.

use caunoi_app::{
    Refusal, Verb,
    desk::{
        edited::{Edited, OnRead},
        seen::{AsSeen, Waits},
    },
};
use caunoi_domain::problem::Problem;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    Web,
    page::{desk::Desk, l10n::L10nLanguage, problems},
};

/// One field of a form.
pub struct FieldView {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub error: Option<String>,
    /// Lines of a text area; 0 for a single line.
    pub rows: u8,
    /// A short field (a day, a number).
    pub short: bool,
}

impl FieldView {
    /// A single line.
    pub fn line(t: &L10nLanguage, all: &[Problem], name: &'static str, label: String, value: &str) -> Self {
        Self { name, label, hint: String::new(), value: value.to_owned(), error: problems::of(t, all, name), rows: 0, short: false }
    }

    /// With a hint.
    pub fn hint(self, hint: String) -> Self {
        Self { hint, ..self }
    }

    /// A text of several lines.
    pub fn area(self, rows: u8) -> Self {
        Self { rows, ..self }
    }

    /// A short one.
    pub fn short(self) -> Self {
        Self { short: true, ..self }
    }
}

/// One choice among several.
pub struct ChoiceView {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub checked: bool,
}

/// A group of choices: one of them, or several where `many`.
pub struct ChoicesView {
    pub name: &'static str,
    pub legend: String,
    pub hint: String,
    pub many: bool,
    pub choices: Vec<ChoiceView>,
    pub error: Option<String>,
}

/// The summary of problems: address of the field (empty where the whole is meant) and words.
pub fn summary(t: &L10nLanguage, all: &[Problem]) -> Vec<(String, String)> {
    all.iter().map(|p| (if p.field.is_empty() { "#main".to_owned() } else { format!("#{}", p.field) }, problems::say(t, p))).collect()
}

/// A form that carries the session's token, its own key, and at most a note, the id of a row, and the mark of the words
/// that stood on its page.
#[derive(Deserialize)]
pub struct Act {
    #[serde(default)]
    pub csrf: String,
    #[serde(default)]
    pub key: String,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub row: String,
    #[serde(default)]
    pub seen: String,
}

impl Act {
    /// Carries out a decision about the words that stood on the page, once for its form: where they read otherwise by now it
    /// is refused, and the page shows the new ones.
    ///
    /// # Errors
    /// Why not.
    pub async fn decide<V: Verb + std::fmt::Debug>(&self, web: &Web, desk: &Desk, of: Waits, verb: V) -> Result<V::Done, Refusal>
    where
        V::Done: Serialize + DeserializeOwned,
    {
        web.app.carry_out_once(&desk.actor, &self.key, AsSeen { of, seen: self.seen.clone(), verb }).await
    }
}

/// The names of fields with what stands in them.
pub fn told(fields: Vec<FieldView>) -> Vec<(String, String)> {
    fields.into_iter().map(|f| (f.label, f.value)).collect()
}

/// The fields of a form in which a name may stand several times.
pub struct Pairs(pub Vec<(String, String)>);

impl Pairs {
    /// Carries out a change of words that stood on the page, once for its form: where another changed them meanwhile it is
    /// refused, and the page shows them.
    ///
    /// # Errors
    /// Why not.
    pub async fn change<V: Verb + std::fmt::Debug>(&self, web: &Web, desk: &Desk, of: Edited, verb: V) -> Result<V::Done, Refusal>
    where
        V::Done: Serialize + DeserializeOwned,
    {
        web.app.carry_out_once(&desk.actor, &self.get("key"), OnRead { of, seen: self.get("seen"), verb }).await
    }

    /// The first value of a name; empty where it is not there.
    pub fn get(&self, name: &str) -> String {
        self.0.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default()
    }

    /// Every value of a name.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect()
    }
}
