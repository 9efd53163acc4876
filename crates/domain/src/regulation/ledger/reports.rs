//! The numbers of a report of one head for a period (L8), counted from the same facts as the duties, so that the report and
//! the ledger cannot say otherwise.

use jiff::civil::Date;

use super::{
    duty::{Duty, Subject},
    facts::{EntryKind, Facts},
};
use crate::{
    dialogue::state::PresidingMode,
    regulation::clause::{ClauseKind, ReportPeriod},
};

/// What happened in a period, as it is known on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Dialogues that the head chaired and that were held.
    pub dialogues: u32,
    /// Of these, presided by a deputy.
    pub delegated: u32,
    /// People present at them, where recorded.
    pub people: u32,
    /// Opinions in their signed minutes.
    pub raised: u32,
    /// Of these, answered.
    pub answered: u32,
    /// Matters that their notices concluded.
    pub concluded: u32,
    /// Of these, resolved.
    pub resolved: u32,
    /// Reception days that the head held.
    pub receptions: u32,
    /// Opinions that the unit received.
    pub received: u32,
    /// Of these, the person was told in writing.
    pub told: u32,
    /// Tasks that were assigned.
    pub tasks: u32,
    /// Of these, done.
    pub done: u32,
    /// Of these, not done and past their day.
    pub overdue: u32,
}

impl Figures {
    /// Counts a period of a head.
    #[must_use]
    pub fn of(facts: &Facts, post_id: &str, (from, to): (Date, Date), on: Date) -> Self {
        let within = |d: Date| from <= d && d <= to && d <= on;
        let known = |d: Option<Date>| d.is_some_and(|d| d <= on);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut f = Self::default();
        for d in facts.dialogues.iter().filter(|d| d.is_dialogue() && d.held_on.is_some_and(within)) {
            let Some(chair) = d.chairs.iter().find(|c| c.post_id == post_id) else { continue };
            f.dialogues += 1;
            f.delegated += u32::from(chair.presided == Some(PresidingMode::Delegated));
            f.people = f.people.saturating_add(d.present.unwrap_or(0));
            if known(d.minutes_on) {
                f.raised += count(d.raised.len());
                f.answered += count(d.raised.iter().filter(|r| known(r.answered_on)).count());
            }
            f.concluded += count(d.concluded.iter().filter(|c| c.on <= on).count());
            f.resolved += count(d.concluded.iter().filter(|c| c.on <= on && known(c.resolved_on)).count());
        }
        let mut days: Vec<Date> =
            facts.entries.iter().filter(|e| e.post_id == post_id && e.what == EntryKind::Reception && within(e.on)).map(|e| e.on).collect();
        days.sort_unstable();
        days.dedup();
        f.receptions = count(days.len());
        for o in facts.opinions.iter().filter(|o| within(o.received_on)) {
            f.received += 1;
            f.told += u32::from(known(o.told_on));
        }
        for t in facts.tasks.iter().filter(|t| within(t.assigned_on)) {
            f.tasks += 1;
            f.done += u32::from(known(t.done_on));
            f.overdue += u32::from(!known(t.done_on) && t.promised(on) < on && t.paused(on).is_none());
        }
        f
    }
}

/// For which kind of period a duty to report is.
#[must_use]
pub fn period(d: &Duty) -> Option<ReportPeriod> {
    match (d.kind, &d.subject) {
        (ClauseKind::Report, Subject::Nth { n, .. }) => {
            let at = usize::try_from(*n).ok()?.checked_sub(1)?;
            ReportPeriod::ALL.get(at).copied()
        }
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{
        super::{
            facts::Entry,
            ledger,
            rules::Rules,
            tests::{CHAIR, SECRETARY, bound, dialogue, entry, opinion, task},
        },
        *,
    };
    use crate::calendar::Calendar;

    #[test]
    fn l8_every_kind_of_report_of_a_commune_secretary_by_the_rule_of_the_centre_stands_in_the_set_with_its_receivers() {
        let all = crate::regulation::file::builtin().unwrap();
        let duties = ledger(&Rules::new(&all), &Calendar::builtin().unwrap(), &bound(), &Facts::default(), 2026..=2026, date(2026, 1, 1));
        let mine: Vec<&Duty> = duties.iter().filter(|d| d.kind == ClauseKind::Report && d.post_id == SECRETARY).collect();
        let of = |p: ReportPeriod| mine.iter().filter(|d| period(d) == Some(p)).count();
        use ReportPeriod::{HalfYear, Month, NineMonths, QuarterOne, Year};
        assert_eq!([of(Month), of(QuarterOne), of(HalfYear), of(NineMonths), of(Year)], [12, 1, 1, 1, 1]);
        for d in mine {
            let clause = &all.iter().find(|x| x.id == d.clause.document).unwrap().clauses[d.clause.seq];
            assert!(!clause.parameters.receivers.is_empty(), "to whom");
            assert!(d.day_unconfirmed(), "the rule names no day");
        }
        assert!(!duties.iter().any(|d| d.kind == ClauseKind::Report && d.post_id == CHAIR));
    }

    #[test]
    fn l8_the_numbers_of_a_report_are_those_of_its_period_and_head() {
        let mut d = dialogue("a", date(2026, 3, 5), &[CHAIR]);
        d.chairs[0].presided = Some(PresidingMode::Delegated);
        d.raised[0].answered_on = None;
        let reception = |id: &str, on| entry(id, CHAIR, on, EntryKind::Reception);
        let facts = Facts {
            dialogues: vec![d, dialogue("b", date(2026, 4, 5), &[CHAIR]), dialogue("c", date(2026, 3, 9), &[SECRETARY])],
            entries: vec![reception("1", date(2026, 3, 31)), reception("2", date(2026, 3, 31)), reception("3", date(2026, 4, 1))],
            opinions: vec![opinion(None)],
            tasks: vec![task()],
            ..Facts::default()
        };
        let f = Figures::of(&facts, CHAIR, (date(2026, 1, 1), date(2026, 3, 31)), date(2026, 12, 31));
        assert_eq!((f.dialogues, f.delegated, f.people, f.raised, f.answered, f.receptions), (1, 1, 90, 10, 9, 1));
        assert_eq!((f.received, f.tasks), (0, 0));
        let f = Figures::of(&facts, CHAIR, (date(2026, 1, 1), date(2026, 12, 31)), date(2026, 12, 31));
        assert_eq!((f.dialogues, f.receptions, f.received, f.told, f.tasks, f.done, f.overdue), (2, 2, 1, 0, 1, 0, 1));
    }

    proptest! {
        #[test]
        fn l8_the_parts_of_a_year_sum_to_the_year(days in proptest::collection::vec((0_i64..365, any::<bool>()), 0..12), cut in 1_i64..364) {
            let after = |n: i64| date(2026, 1, 1).saturating_add(jiff::Span::new().days(n));
            let entries: Vec<Entry> = days.iter().enumerate().map(|(n, (d, _))| entry(&format!("e{n}"), CHAIR, after(*d), EntryKind::Reception)).collect();
            let dialogues = days.iter().enumerate().filter(|(_, (_, held))| *held).map(|(n, (d, _))| dialogue(&format!("d{n}"), after(*d), &[CHAIR])).collect();
            let facts = Facts { entries, dialogues, ..Facts::default() };
            let on = date(2026, 12, 31);
            let of = |from, to| Figures::of(&facts, CHAIR, (from, to), on);
            let (a, b, all) = (of(after(0), after(cut - 1)), of(after(cut), on), of(after(0), on));
            prop_assert_eq!((a.dialogues + b.dialogues, a.receptions + b.receptions, a.people + b.people, a.raised + b.raised), (all.dialogues, all.receptions, all.people, all.raised));
        }
    }
}
