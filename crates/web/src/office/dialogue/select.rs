//! A choice from a list in the forms of the minute desk and the notice desk.

use super::form::ChoiceView;

/// A choice from a list.
pub struct SelectView {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    /// The words of no choice; empty where there has to be one.
    pub none: String,
    pub options: Vec<ChoiceView>,
    pub error: Option<String>,
}

/// An option of a list.
pub fn option(value: &str, label: String, chosen: &str) -> ChoiceView {
    ChoiceView { value: value.to_owned(), label, hint: String::new(), checked: value == chosen }
}
