//! What the forms of the follow-up have in common: typed values that are kept, days, files, public ids.

use axum::response::{IntoResponse as _, Redirect, Response};
use caunoi_app::Refusal;
use caunoi_domain::{
    opinion::tracking_code::PublicId,
    problem::{Problem, What},
    text::date,
};
use caunoi_store::file::FileRow;

use crate::page::{
    Page,
    fault::{Fault, problems_of},
    problems, render, upload,
};

/// What was typed, and what is wrong with it: a form is shown again with both.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    fields: Vec<(String, String)>,
    /// Everything wrong.
    pub problems: Vec<Problem>,
}

impl Typed {
    /// Of a plain form.
    #[must_use]
    pub fn plain(fields: Vec<(String, String)>) -> Self {
        Self { fields, problems: Vec::new() }
    }

    /// The named fields of a form with files.
    #[must_use]
    pub fn with_files(form: &upload::Form, names: &[&str]) -> Self {
        let fields = names.iter().map(|n| ((*n).to_owned(), form.get(n).to_owned())).collect();
        Self { fields, problems: form.problems.clone() }
    }

    /// The value of a field; empty where it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
    }

    /// The value of a field that was sent, though it be empty.
    #[must_use]
    pub fn sent(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Every value of a field.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<String> {
        self.fields.iter().filter(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.clone()).collect()
    }

    /// True where that value of a field was chosen.
    #[must_use]
    pub fn chose(&self, name: &str, value: &str) -> bool {
        self.fields.iter().any(|(n, v)| n == name && v == value)
    }

    /// A day as ISO text; absent where it was left empty or cannot be read (then it is among the problems).
    pub fn day(&mut self, name: &'static str) -> Option<String> {
        let typed = self.get(name).trim().to_owned();
        if typed.is_empty() {
            return None;
        }
        date::parse(&typed).map(|d| d.to_string()).map_err(|e| self.problems.push(Problem::new(name, What::Day(e)))).ok()
    }

    /// A word of a closed vocabulary; absent (and among the problems) where nothing was chosen.
    pub fn word<T: std::str::FromStr>(&mut self, name: &'static str) -> Option<T> {
        self.get(name).parse().map_err(|_| self.problems.push(Problem::new(name, What::NotAChoice))).ok()
    }

    /// True where nothing is wrong so far.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    /// Takes up what a verb refused; a refusal that is not about what was typed is a fault.
    ///
    /// # Errors
    /// The fault.
    pub fn refused(mut self, refusal: Refusal) -> Result<Self, Fault> {
        self.problems = problems_of(refusal)?;
        Ok(self)
    }

    /// Every problem in words, with its field: the summary of errors.
    #[must_use]
    pub fn errors(&self, page: &Page) -> Vec<(String, String)> {
        self.problems.iter().map(|p| (p.field.to_owned(), problems::say(page.t, p))).collect()
    }

    /// The problem of a field in words.
    #[must_use]
    pub fn error(&self, page: &Page, field: &str) -> Option<String> {
        problems::of(page.t, &self.problems, field)
    }
}

/// The number of a public id in an address.
///
/// # Errors
/// [`Fault::NotFound`] where it is none.
pub fn id_of(text: &str) -> Result<i64, Fault> {
    PublicId::parse(text).map(PublicId::to_i64).map_err(|_| Fault::NotFound)
}

/// A public id as it stands in addresses.
#[must_use]
pub fn shown(public_id: i64) -> String {
    PublicId::from_i64(public_id).to_string()
}

/// On to another page.
#[must_use]
pub fn to(path: &str) -> Response {
    Redirect::to(path).into_response()
}

/// The same page again, with the status of what is wrong with what was typed.
#[must_use]
pub fn again(response: Response, typed: &Typed) -> Response {
    render::again(response, &typed.problems)
}

/// An attached file in a list.
pub struct FileLine {
    /// Address.
    pub href: String,
    /// Name as given.
    pub name: String,
    /// "240 kB".
    pub size: String,
}

impl FileLine {
    /// Of a row.
    #[must_use]
    pub fn of(f: &FileRow) -> Self {
        let size = if f.size >= 1_000_000 {
            format!("{},{} MB", f.size / 1_000_000, f.size % 1_000_000 / 100_000)
        } else {
            format!("{} kB", (f.size + 999) / 1000)
        };
        Self { href: format!("/tep/{}", shown(f.public_id)), name: f.name.clone(), size }
    }
}
