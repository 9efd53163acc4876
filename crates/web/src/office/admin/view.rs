//! What pages of the administration are made of: tables and forms, drawn by one template, so that each page says only
//! what it is about.

use askama::Template;
use axum::response::Response;
use caunoi_domain::problem::Problem;

use super::super::dialogue::form::Pairs;
use crate::page::{Page, mark::Mark, problems, render};

/// A page of the administration.
#[derive(Template)]
#[template(path = "office/admin/page.html")]
pub struct AdminPage {
    pub page: Page,
    pub crumbs: Vec<(String, String)>,
    pub title: String,
    pub lead: String,
    pub csrf: String,
    pub errs: Vec<(String, String)>,
    /// A day that the page can be seen on: the label, the day as typed.
    pub on: Option<(String, String)>,
    pub notes: Vec<String>,
    pub tables: Vec<TableView>,
    pub forms: Vec<FormView>,
    pub links: Vec<(String, String)>,
}

/// A table with its empty state.
pub struct TableView {
    pub id: &'static str,
    pub title: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
    pub empty: String,
}

impl TableView {
    /// What a column says (the first is 1), for a phone, where a row becomes a block; the first is the row's name and
    /// needs none.
    pub fn label(&self, column: &i64) -> &str {
        let at = usize::try_from(*column).ok().filter(|n| *n > 1);
        at.and_then(|n| self.head.get(n - 1)).map_or("", String::as_str)
    }
}

/// A cell of a table.
#[derive(Default)]
pub struct Cell {
    pub text: String,
    pub href: String,
    pub marks: Vec<Mark>,
    pub meta: Vec<String>,
    pub acts: Vec<SmallForm>,
}

/// A button of a row, with the values that its form carries.
pub struct SmallForm {
    pub action: String,
    pub label: String,
    pub hidden: Vec<(&'static str, String)>,
    /// A day that is asked beside the button: name, label, value.
    pub day: Option<(&'static str, String, String)>,
}

/// A form of a page.
pub struct FormView {
    pub id: &'static str,
    pub title: String,
    pub hint: String,
    pub action: String,
    pub button: String,
    pub key: String,
    pub open: bool,
    pub fields: Vec<Field>,
}

/// A field of a form.
pub struct Field {
    pub id: String,
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub error: Option<String>,
    pub kind: FieldKind,
}

/// How a field is asked for.
pub enum FieldKind {
    /// One line
    Line,
    /// A short line: a day, a symbol
    Short,
    /// Several lines
    Area(u8),
    /// A password; the word tells the browser which
    Password(&'static str),
    /// One of several: value and words; the words of no choice may come first
    Select(Vec<(String, String)>),
    /// Yes or no
    Tick,
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words that lead somewhere.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), ..Self::default() }
    }

    /// A mark.
    pub fn mark(mark: Mark) -> Self {
        Self { marks: vec![mark], ..Self::default() }
    }

    /// With small words below, where there are some.
    pub fn meta(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.meta.push(text);
        }
        self
    }

    /// With a mark too.
    pub fn and(mut self, mark: Mark) -> Self {
        self.marks.push(mark);
        self
    }

    /// With a button.
    pub fn act(mut self, form: SmallForm) -> Self {
        self.acts.push(form);
        self
    }
}

/// What was typed into a form of a page, and what is wrong with it; nothing on the first visit.
pub struct Typed<'a> {
    pub page: &'a Page,
    /// The form that was sent; empty on the first visit.
    pub form: &'a str,
    pub fields: &'a Pairs,
    pub wrong: &'a [Problem],
}

impl Typed<'_> {
    /// True for the form that was sent.
    pub fn sent(&self, form: &str) -> bool {
        self.form == form
    }

    /// The problems as the summary on top lists them.
    pub fn summary(&self) -> Vec<(String, String)> {
        let to = |p: &Problem| if p.field.is_empty() { "#main".to_owned() } else { format!("#{}-{}", self.form, p.field) };
        self.wrong.iter().map(|p| (to(p), problems::say(self.page.t, p))).collect()
    }

    /// A field of a form: what was typed into it, else the value given.
    pub fn field(&self, form: &str, name: &'static str, label: String, value: &str, kind: FieldKind) -> Field {
        let sent = self.sent(form);
        let tick = matches!(kind, FieldKind::Tick);
        let hidden = matches!(kind, FieldKind::Password(_));
        Field {
            id: format!("{form}-{name}"),
            name,
            label,
            hint: String::new(),
            value: match (sent, hidden) {
                (_, true) => String::new(),
                (true, _) => self.fields.get(name),
                (false, _) => value.to_owned(),
            },
            error: if sent && !tick { problems::of(self.page.t, self.wrong, name) } else { None },
            kind,
        }
    }
}

impl Field {
    /// With a hint.
    pub fn hint(self, hint: String) -> Self {
        Self { hint, ..self }
    }
}

/// The page, with the status of a form that could not be taken.
pub fn show(view: &AdminPage, wrong: &[Problem]) -> Response {
    render::form(view, wrong)
}
