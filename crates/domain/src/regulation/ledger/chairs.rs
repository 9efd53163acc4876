//! Kết quả theo người chủ trì: what came of the dialogues that the head presided and of those that a deputy did, always
//! with how many they were (S3.1). Noted beside each other, never a verdict.

use jiff::civil::Date;

use super::{
    facts::{DialogueFact, Facts},
    substance::{Indicator, measure},
};
use crate::dialogue::state::PresidingMode;

/// What came of some dialogues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// How many were held.
    pub dialogues: u32,
    /// How many of them have signed minutes.
    pub minuted: u32,
    /// Opinions in those minutes.
    pub opinions: u32,
    /// Of these, answered.
    pub answered: u32,
    /// Concluded matters.
    pub concluded: u32,
    /// Of these, resolved.
    pub resolved: u32,
    /// Of these, the person agreed.
    pub agreed: u32,
}

/// The head's, the deputies', and those of which it is not recorded who presided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByChair {
    /// Presided by the head in person.
    pub head: Results,
    /// Presided by a deputy.
    pub deputy: Results,
    /// Not recorded.
    pub unknown: Results,
}

/// The results of a post's dialogues that were held between two days, as the facts known on `on` give them.
#[must_use]
pub fn by_chair(facts: &Facts, post_id: &str, from: Date, to: Date, on: Date) -> ByChair {
    let mut all = ByChair::default();
    for d in facts.dialogues.iter().filter(|d| d.is_dialogue() && d.held_on.is_some_and(|h| from <= h && h <= to && h <= on)) {
        let Some(chair) = d.chairs.iter().find(|c| c.post_id == post_id) else { continue };
        let of = match chair.presided {
            Some(PresidingMode::InPerson) => &mut all.head,
            Some(PresidingMode::Delegated) => &mut all.deputy,
            Some(PresidingMode::Absent) | None => &mut all.unknown,
        };
        add(of, d, on);
    }
    all
}

fn add(to: &mut Results, d: &DialogueFact, on: Date) {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let known = |day: Option<Date>| day.is_some_and(|x| x <= on);
    to.dialogues += 1;
    if let Some(m) = measure(d, Indicator::Answered, on) {
        to.minuted += 1;
        to.opinions += m.of;
        to.answered += m.part;
    }
    let concluded = || d.concluded.iter().filter(|c| c.on <= on);
    to.concluded += count(concluded().count());
    to.resolved += count(concluded().filter(|c| known(c.resolved_on)).count());
    to.agreed += count(concluded().filter(|c| known(c.agreed_on)).count());
}
