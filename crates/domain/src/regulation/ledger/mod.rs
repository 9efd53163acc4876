//! Sổ nhiệm vụ: from the regulations in force on a date, what each head owes in each period, why, and where it stands.
//!
//! `ledger(rules, bound, facts, years, on)` is pure and deterministic. A period is judged by the rule in force on its
//! last day, an event by the rule in force on the day of the event, an opinion by the rule of the day it was received
//! (S4.1). Only confirmed clauses bind.

pub mod chairs;
#[doc(hidden)]
pub mod country;
pub mod coverage;
pub mod duty;
pub mod facts;
pub mod finding;
mod interval;
#[cfg(test)]
mod known;
#[cfg(test)]
mod laws;
mod matters;
#[cfg(test)]
mod named;
mod noted;
mod periods;
pub mod preview;
pub mod reports;
mod rules;
pub mod series;
pub mod substance;
#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

use jiff::civil::Date;

pub use duty::{DayStep, Duty, DutyState, FactKind, FactRef, Reckoning, Subject};
pub use facts::{Bound, Facts};
pub use finding::{Finding, FindingKind, findings};
pub use periods::{plan_day, receivers};
pub use rules::Rules;
pub use substance::Signs;

use crate::calendar::Calendar;

/// The duties of every head post of a unit that belong to those years, as the facts known on `on` make them, in a
/// fixed order.
#[must_use]
pub fn ledger(rules: &Rules<'_>, calendar: &Calendar, bound: &Bound, facts: &Facts, years: RangeInclusive<i16>, on: Date) -> Vec<Duty> {
    let view = rules.of(bound);
    let mut desk = Desk { calendar, bound, facts, on, duties: Vec::new() };
    for year in years {
        periods::duties(&mut desk, &view, year);
        matters::duties(&mut desk, &view, year);
        interval::duties(&mut desk, &view, year);
    }
    let mut duties = desk.duties;
    duties.sort_by(|a, b| (a.due, &a.post_id, &a.clause, &a.subject).cmp(&(b.due, &b.post_id, &b.clause, &b.subject)));
    duties
}

/// Where duties are written up.
struct Desk<'a> {
    calendar: &'a Calendar,
    bound: &'a Bound,
    facts: &'a Facts,
    on: Date,
    duties: Vec<Duty>,
}

impl Desk<'_> {
    /// Writes up a duty: its day from the reckoning, its state from the day of the deed.
    fn owe(&mut self, clause: &rules::InForce<'_>, post_id: &str, subject: Subject, owed: Owed) {
        let id = id(&clause.at, post_id, &subject);
        let due = owed.reckoning.day(self.calendar);
        let mut state = duty::judged(due, owed.done, self.on);
        let mut facts: Vec<FactRef> = owed.facts.into_iter().filter(|f| f.on <= self.on).collect();
        // A unit that ended before the day owes nothing more, and nothing from before it began; what was done stands.
        if !self.bound.there(due) && matches!(state, DutyState::Due | DutyState::Breached) {
            state = DutyState::NotApplicable;
        }
        if matches!(state, DutyState::Due | DutyState::Breached)
            && let Some(waiver) = self.waiver(&id)
        {
            state = DutyState::Waived;
            facts.push(waiver);
        }
        // What fell due before the office used the program may have been done: nobody wrote it down here.
        if state == DutyState::Breached && self.bound.used_from.is_some_and(|first| due < first) {
            state = DutyState::BeforeUse;
        }
        facts.sort();
        self.duties.push(Duty {
            id,
            kind: clause.clause.kind,
            clause: clause.at.clone(),
            unit_id: self.bound.unit_id.clone(),
            post_id: post_id.to_owned(),
            subject,
            due,
            reckoning: owed.reckoning,
            state,
            facts,
            own: owed.own,
            unsent: owed.unsent,
        });
    }

    fn waiver(&self, id: &str) -> Option<FactRef> {
        self.facts
            .entries
            .iter()
            .filter(|e| e.on <= self.on && matches!(&e.what, facts::EntryKind::Waiver { duty } if duty == id))
            .map(|e| FactRef { on: e.on, kind: FactKind::Waiver, id: e.id.clone() })
            .min()
    }
}

/// What a duty is made of, besides whose and which.
struct Owed {
    reckoning: Reckoning,
    done: Option<Date>,
    facts: Vec<FactRef>,
    own: Option<super::own::OwnLimit>,
    unsent: Vec<String>,
}

/// The stable id of a duty: clause, post and subject, readable.
fn id(clause: &duty::ClauseRef, post_id: &str, subject: &Subject) -> String {
    let tail = match subject {
        Subject::Nth { from, to, n, .. } => format!("{from}..{to}/{n}"),
        Subject::Of { kind, id, part: "", .. } => format!("{kind}/{id}"),
        Subject::Of { kind, id, part, .. } => format!("{kind}/{id}/{part}"),
    };
    format!("{}#{}/{post_id}/{tail}", clause.document, clause.seq)
}
