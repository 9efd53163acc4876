//! What officers type on tasks and matters sent up: cleaned, bounded, and never a paper marked secret (P18).

use caunoi_domain::{
    opinion::{
        secrecy,
        submission::{self, BODY_MAX, LINE_MAX},
    },
    problem::{Problem, What},
};

use crate::{opinion::discreet::Discreet, refusal::Refusal};

/// Reads the fields of one form; everything wrong is said at once.
#[derive(Default)]
pub(super) struct Typed {
    problems: Vec<Problem>,
    /// Where what is typed is for everybody: nothing private may stand in it.
    public: Option<Discreet>,
}

impl Typed {
    /// What is typed goes onto a public step.
    pub(super) fn for_everybody(about: Discreet) -> Self {
        Self { problems: Vec::new(), public: Some(about) }
    }

    /// A text that has to be there.
    pub(super) fn text(&mut self, typed: &str, field: &'static str) -> String {
        self.read(typed, field, BODY_MAX, true)
    }

    /// A line that may be empty.
    pub(super) fn line(&mut self, typed: &str, field: &'static str) -> String {
        self.read(typed, field, LINE_MAX, false)
    }

    /// A line that has to be there.
    pub(super) fn needed_line(&mut self, typed: &str, field: &'static str) -> String {
        self.read(typed, field, LINE_MAX, true)
    }

    /// A text that may be empty.
    pub(super) fn note(&mut self, typed: &str, field: &'static str) -> String {
        self.read(typed, field, BODY_MAX, false)
    }

    /// Something is wrong with a field.
    pub(super) fn wrong(&mut self, field: &'static str, what: What) {
        self.problems.push(Problem::new(field, what));
    }

    /// Refuses where anything was wrong.
    pub(super) fn sound(self) -> Result<(), Refusal> {
        if self.problems.is_empty() { Ok(()) } else { Err(Refusal::Invalid(self.problems)) }
    }

    fn read(&mut self, typed: &str, field: &'static str, max: usize, needed: bool) -> String {
        let text = submission::text(typed, field, max, needed, &mut self.problems);
        if secrecy::text_is_marked(&text) {
            self.wrong(field, What::StateSecret);
        } else if self.public.as_ref().is_some_and(|d| d.is_broken_by(&text)) {
            self.wrong(field, What::PrivateDatum);
        }
        text
    }
}
