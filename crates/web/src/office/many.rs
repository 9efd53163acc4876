//! What the bulk acts of the desk have in common, on opinions and on tasks alike: where in its list the officer was, and
//! what became of each row. One row that is refused never hides what was done with the others.

use std::collections::BTreeSet;

use caunoi_app::Refusal;
use caunoi_domain::problem::{Problem, What};
use serde::Deserialize;

use crate::page::{Page, fault::Fault, problems};

/// The filter and the page of a list, as they stand in its address: a bulk act comes back there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The filter's code word.
    pub loc: String,
    /// Key of the last row of the page before.
    pub sau: String,
}

impl Place {
    /// As a form or an address names it; what cannot stand in an address of ours is left out.
    pub fn of(loc: &str, sau: &str) -> Self {
        let plain = |text: &str| if text.bytes().all(is_plain) { text.to_owned() } else { String::new() };
        Self { loc: plain(loc), sau: plain(sau) }
    }

    /// `loc=…&sau=…`, of which only what is there.
    pub fn query(&self) -> String {
        let parts = [("loc", &self.loc), ("sau", &self.sau)];
        parts.iter().filter(|(_, v)| !v.is_empty()).map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("&")
    }

    /// An address that brings the officer back here.
    pub fn behind(&self, address: &str) -> String {
        let query = self.query();
        let mark = if address.contains('?') { '&' } else { '?' };
        if query.is_empty() { address.to_owned() } else { format!("{address}{mark}{query}") }
    }
}

fn is_plain(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')
}

/// A row that was left.
pub struct Left {
    /// Its public id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its page; empty where the list itself opens it.
    pub href: String,
    /// Every reason, in words.
    pub why: Vec<String>,
}

/// What became of the rows of one press.
#[derive(Default)]
pub struct Outcome {
    /// What was done, in words.
    pub done: Vec<String>,
    /// What was not.
    pub left: Vec<Left>,
    /// What stood in the way of any of them.
    pub problems: Vec<Problem>,
}

impl Outcome {
    /// Ids that stay ticked.
    pub fn ticked(&self) -> BTreeSet<String> {
        self.left.iter().map(|l| l.id.clone()).collect()
    }

    /// A row was refused: it is left, with every reason.
    pub fn refuse(&mut self, page: &Page, (id, name, href): (&str, &str, &str), all: Vec<Problem>) {
        let why = all.iter().map(|p| problems::say(page.t, p)).collect();
        self.left.push(Left { id: id.to_owned(), name: name.to_owned(), href: href.to_owned(), why });
        for p in all {
            if !self.problems.contains(&p) {
                self.problems.push(p);
            }
        }
    }

    /// As the list tells it: `head` says how many were done, `rest` how many were left.
    pub fn told(self, head: String, rest: String) -> Told {
        Told { head, rest, done: self.done, left: self.left }
    }
}

/// An outcome in words.
pub struct Told {
    pub head: String,
    pub rest: String,
    pub done: Vec<String>,
    pub left: Vec<Left>,
}

/// Why one row was refused. What is no matter of the row (the database is busy, the program failed) is a reason too: the
/// rows before it were done, and the page has to say so.
pub fn reasons(refusal: Refusal) -> Vec<Problem> {
    match refusal {
        Refusal::Invalid(all) => all,
        other => match Fault::from(other) {
            Fault::Later | Fault::Broken | Fault::TooMany(_) => vec![Problem::new("", What::NotKept)],
            _ => vec![Problem::new("", What::NotNow { state: String::new() })],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::lang::Lang;

    #[test]
    fn a_place_is_kept_in_addresses_and_carries_nothing_else() {
        assert_eq!(Place::of("cong-bo", "2026-11-02_0192-ab").behind("/a?chon=b"), "/a?chon=b&loc=cong-bo&sau=2026-11-02_0192-ab");
        assert_eq!(Place::of("", "").behind("/a"), "/a");
        assert_eq!(Place::of("cho&mo=x", "a b").query(), "");
        assert_eq!(Place::of("qua-han", "").behind("/nhiem-vu"), "/nhiem-vu?loc=qua-han");
    }

    #[test]
    fn a_row_tells_every_reason_and_a_failure_is_a_reason_too() {
        let page = Page::new(Lang::Vi, "/", false);
        let mut o = Outcome { done: vec!["Loa".to_owned()], ..Outcome::default() };
        o.refuse(&page, ("1", "Mương", ""), vec![Problem::new("to_body", What::HasItAlready), Problem::new("reason", What::Empty)]);
        o.refuse(&page, ("2", "Đèn", ""), reasons(Refusal::NotFound("task")));
        o.refuse(&page, ("3", "Cống", ""), reasons(Refusal::Broken("a verb failed".to_owned())));
        let told: Vec<usize> = o.left.iter().map(|l| l.why.len()).collect();
        assert_eq!(told, [2, 1, 1]);
        assert!(o.problems.iter().any(|p| p.what == What::NotKept), "so that the page says 503");
        assert_eq!(o.ticked().len(), 3);
    }
}
