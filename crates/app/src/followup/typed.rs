//! What officers type on tasks and matters sent up: cleaned, bounded, and never a paper marked secret (P18).

use caunoi_domain::{
    opinion::{
        secrecy,
        submission::{self, BODY_MAX, LINE_MAX},
    },
    problem::{Problem, What},
};

use crate::refusal::Refusal;

/// Reads the fields of one form; everything wrong is said at once.
#[derive(Default)]
pub(super) struct Typed(Vec<Problem>);

impl Typed {
    /// A text that has to be there.
    pub(super) fn text(&mut self, typed: &str, field: &'static str) -> String {
        self.read(typed, field, BODY_MAX, true)
    }

    /// A line that may be empty.
    pub(super) fn line(&mut self, typed: &str, field: &'static str) -> String {
        self.read(typed, field, LINE_MAX, false)
    }

    /// A text that may be empty.
    pub(super) fn note(&mut self, typed: &str, field: &'static str) -> String {
        self.read(typed, field, BODY_MAX, false)
    }

    /// Something is wrong with a field.
    pub(super) fn wrong(&mut self, field: &'static str, what: What) {
        self.0.push(Problem::new(field, what));
    }

    /// Refuses where anything was wrong.
    pub(super) fn sound(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::Invalid(self.0)) }
    }

    fn read(&mut self, typed: &str, field: &'static str, max: usize, needed: bool) -> String {
        let text = submission::text(typed, field, max, needed, &mut self.0);
        if secrecy::text_is_marked(&text) {
            self.wrong(field, What::StateSecret);
        }
        text
    }
}
