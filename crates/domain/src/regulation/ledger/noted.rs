//! What facts show by themselves, besides the duties: a plan that was not kept, a deputy in the chair, a commitment past
//! its day, signs of form without substance.

use std::{collections::BTreeMap, ops::RangeInclusive};

use jiff::civil::Date;

use super::{
    duty::{Duty, FactKind, FactRef, Reckoning, Subject},
    facts::{Bound, DialogueFact, Facts, OpinionFact, TaskFact},
    finding::{Finding, FindingKind},
    substance::{Indicator, Signs, sign_since},
};
use crate::{
    calendar::Calendar,
    dialogue::state::PresidingMode,
    regulation::{clause::ClauseKind, own::OwnLimitName},
};

/// What notes are written with.
pub(super) struct Notes<'a> {
    pub calendar: &'a Calendar,
    pub bound: &'a Bound,
    pub signs: &'a Signs,
    pub years: RangeInclusive<i16>,
    pub on: Date,
    pub duties: &'a [Duty],
    pub all: Vec<Finding>,
}

/// Tasks by the opinion that they are about.
type Tasks<'a> = BTreeMap<&'a str, Vec<&'a TaskFact>>;

impl Notes<'_> {
    /// Notes everything that the facts show.
    pub fn take(&mut self, facts: &Facts) {
        self.plans(facts);
        facts.dialogues.iter().for_each(|d| self.dialogue(d));
        let mut tasks = Tasks::new();
        let on = self.on;
        facts.tasks.iter().filter(|t| t.assigned_on <= on).for_each(|t| tasks.entry(&t.of).or_default().push(t));
        for o in facts.opinions.iter().filter(|o| o.received_on <= on) {
            self.opinion(o);
            self.unanswered(o, tasks.get(o.id.as_str()).map_or(&[], Vec::as_slice));
        }
        facts.tasks.iter().for_each(|t| self.task(t));
    }

    /// Of the years of the question, and known.
    fn ours(&self, day: Date) -> bool {
        self.years.contains(&day.year()) && day <= self.on
    }

    fn known(&self, day: Option<Date>) -> bool {
        day.is_some_and(|d| d <= self.on)
    }

    fn note(&mut self, kind: FindingKind, post_id: &str, since: Date, evidence: Vec<FactRef>) {
        let unit_id = self.bound.unit_id.clone();
        self.all.push(Finding { kind, unit_id, post_id: post_id.to_owned(), since, duty: None, evidence, unsent: Vec::new() });
    }

    fn is_post(&self, id: &str) -> bool {
        self.bound.posts.iter().any(|p| p.id == id)
    }

    /// True where who presided a dialogue for a post is judged by a clause.
    fn judged(&self, dialogue: &str, post_id: &str) -> bool {
        let of = |d: &Duty| matches!(&d.subject, Subject::Of { id, .. } if id == dialogue);
        self.duties.iter().any(|d| d.kind == ClauseKind::Presiding && d.post_id == post_id && of(d))
    }

    fn plans(&mut self, facts: &Facts) {
        for (plan, row) in facts.plans.iter().flat_map(|p| p.rows.iter().map(move |r| (p, r))) {
            let approved = self.years.contains(&plan.year) && self.known(plan.approved_on);
            let before_use = self.bound.used_from.is_some_and(|first| row.by < first);
            if approved && !before_use && row.by < self.on && !self.known(row.held_on) && !self.known(row.excused_on) {
                let fact = FactRef { on: row.by, kind: FactKind::Plan, id: row.id.clone() };
                for post in row.posts.iter().filter(|p| self.is_post(p)).cloned().collect::<Vec<_>>() {
                    self.note(FindingKind::PlanNotMet, &post, next(row.by), vec![fact.clone()]);
                }
            }
        }
    }

    fn dialogue(&mut self, d: &DialogueFact) {
        let Some(held) = d.held_on.filter(|h| self.ours(*h)) else { return };
        let fact = FactRef { on: held, kind: FactKind::Dialogue, id: d.id.clone() };
        let meeting = d.beside.as_ref().map(|id| FactRef { on: held, kind: FactKind::VoterMeeting, id: id.clone() });
        for chair in d.chairs.iter().filter(|c| self.is_post(&c.post_id)).cloned().collect::<Vec<_>>() {
            if d.named_voter_meeting || meeting.is_some() {
                let evidence = std::iter::once(fact.clone()).chain(meeting.clone()).collect();
                self.note(FindingKind::VoterMeetingAsDialogue, &chair.post_id, held, evidence);
            }
            if !d.is_dialogue() {
                continue;
            }
            // Where a clause speaks of delegation it is judged by that clause.
            if chair.presided == Some(PresidingMode::Delegated) && !self.judged(&d.id, &chair.post_id) {
                self.note(FindingKind::DeputyPresided, &chair.post_id, held, vec![fact.clone()]);
            }
            for indicator in Indicator::ALL {
                if let Some(since) = sign_since(d, *indicator, self.signs, self.on) {
                    self.note(FindingKind::of_sign(*indicator), &chair.post_id, since, vec![fact.clone()]);
                }
            }
        }
    }

    /// Silence on publication past its clock. What is still silent from the years before stands too.
    fn opinion(&mut self, o: &OpinionFact) {
        let silent = o.publication_due < self.on && !self.known(o.decided_on);
        if silent && o.publication_due.year() <= *self.years.end() {
            let fact = FactRef { on: o.received_on, kind: FactKind::Opinion, id: o.id.clone() };
            let first = self.bound.posts.first().map(|p| p.id.clone()).unwrap_or_default();
            self.note(FindingKind::PublicationSilent, &first, next(o.publication_due), vec![fact]);
        }
    }

    /// An opinion that was taken to a dialogue, given to a body, or opened again, and that nobody answered by the last day
    /// that any of them sets: the place's limit after the dialogue, the day that the task promises, the day that the person
    /// was told. Once it is opened again only that wait counts. What is still open from the years before stands too.
    fn unanswered(&mut self, o: &OpinionFact, tasks: &[&TaskFact]) {
        let opinion = FactRef { on: o.received_on, kind: FactKind::Opinion, id: o.id.clone() };
        if let Some(again) = o.reopened.as_ref().filter(|r| r.on <= self.on) {
            let since: Vec<&TaskFact> = tasks.iter().filter(|t| t.assigned_on >= again.on).copied().collect();
            let reopening = FactRef { on: again.on, kind: FactKind::Reopening, id: o.id.clone() };
            return self.waited(again.answered_on, again.by, &since, vec![opinion, reopening]);
        }
        let by_dialogue = o.taken_on.filter(|d| *d <= self.on).and_then(|held| {
            let own = self.bound.own.on(OwnLimitName::Answer, held)?;
            Some(Reckoning::After { from: held, days: own.days, count: own.count, pauses: Vec::new() }.day(self.calendar))
        });
        self.waited(o.answered_on, by_dialogue, tasks, vec![opinion]);
    }

    /// Notes a wait without an answer past the last of its days, unless the clock of one of its tasks stands still.
    fn waited(&mut self, answered_on: Option<Date>, by: Option<Date>, tasks: &[&TaskFact], evidence: Vec<FactRef>) {
        if self.known(answered_on) {
            return;
        }
        let open = |t: &&&TaskFact| !self.known(t.done_on);
        let still = tasks.iter().filter(open).any(|t| t.paused(self.on).is_some_and(|since| since <= t.promised(self.on)));
        let Some(by) = by.into_iter().chain(tasks.iter().map(|t| t.promised(self.on))).max() else { return };
        if !still && by < self.on && by.year() <= *self.years.end() {
            let first = self.bound.posts.first().map(|p| p.id.clone()).unwrap_or_default();
            let post = tasks.first().map_or(first, |t| t.post_id.clone());
            self.note(FindingKind::Unanswered, &post, next(by), evidence);
        }
    }

    /// A commitment past its day; not while its clock stands still, unless it was past it before. What is still open
    /// from the years before stands too.
    fn task(&mut self, t: &TaskFact) {
        if t.assigned_on > self.on {
            return;
        }
        let fact = || FactRef { on: t.assigned_on, kind: FactKind::Task, id: t.id.clone() };
        let promised = t.promised(self.on);
        let still = t.paused(self.on).is_some_and(|since| since <= promised);
        match t.done_on.filter(|d| *d <= self.on) {
            None if promised < self.on && !still && promised.year() <= *self.years.end() => {
                self.note(FindingKind::CommitmentOverdue, &t.post_id, next(promised), vec![fact()]);
            }
            Some(done) if self.years.contains(&done.year()) && !self.known(t.told_on) => {
                let Some(own) = self.bound.own.on(OwnLimitName::ResultTold, done) else { return };
                let by = Reckoning::After { from: done, days: own.days, count: own.count, pauses: Vec::new() }.day(self.calendar);
                if by < self.on {
                    self.note(FindingKind::ResultNotTold, &t.post_id, next(by), vec![fact()]);
                }
            }
            _ => {}
        }
    }
}

/// The first day on which it stands.
pub(super) fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}
