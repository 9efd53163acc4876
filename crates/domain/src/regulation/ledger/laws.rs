#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
//! What holds of the ledger for all facts: properties over invented dialogues, tasks and entries of two years.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{
    duty::judged,
    facts::{Chair, DialogueFact, Entry, EntryKind, ExtensionFact, OpinionFact, PauseFact, ReopenedFact, TaskFact},
    tests::{CHAIR, SECRETARY, bound, clause, dialogue, document, entry, found, opinion, register, run, run_for, task, within},
    *,
};
use crate::{
    calendar::is_working_day,
    dialogue::state::{DelegationGround, DialogueKind, PresidingMode},
    followup::delay::resumed_due,
    regulation::{
        clause::{ClauseKind, DayCount, Parameters, ReportPeriod},
        document::{Area, Document},
    },
};

fn days() -> impl Strategy<Value = Date> {
    (0_i64..730).prop_map(|n| date(2025, 1, 1).saturating_add(jiff::Span::new().days(n)))
}

prop_compose! {
    fn any_dialogue()(n in 0_u32..1000, on in days(), joint in any::<bool>(), held in any::<bool>(), lead in 0_i64..20, notice in proptest::option::of(0_i64..40), present in proptest::option::of(0_u32..400), thematic in any::<bool>(), who in 0_usize..4, why in 0_usize..7) -> DialogueFact {
        let mut d = dialogue(&format!("d{n}"), on, if joint { &[CHAIR, SECRETARY] } else { &[CHAIR] });
        d.announced_on = on.checked_sub(jiff::Span::new().days(lead)).ok();
        d.held_on = held.then_some(on);
        d.present = present;
        if thematic { d.kind = DialogueKind::Thematic; }
        for c in &mut d.chairs {
            c.presided = PresidingMode::ALL.get(who).copied();
            c.ground = DelegationGround::ALL.get(why).copied();
            c.notice_on = notice.filter(|_| held).map(|n| on.saturating_add(jiff::Span::new().days(n)));
        }
        if !held { d.proofs.clear(); d.minutes_on = None; }
        d
    }
}

prop_compose! {
    fn any_entry()(n in 0_u32..1000, on in days(), post in any::<bool>(), what in 0_u8..4) -> Entry {
        let what = match what {
            0 => EntryKind::Reception,
            1 => EntryKind::Supervision,
            2 => EntryKind::Report { period: ReportPeriod::Year, to: date(2025, 12, 31), receivers: Vec::new() },
            _ => EntryKind::VoterList { percent: 12, answered_on: None },
        };
        entry(&format!("e{n}"), if post { CHAIR } else { SECRETARY }, on, what)
    }
}

prop_compose! {
    fn any_task()(start in days(), limit in 1_i64..60, paused in proptest::option::of((0_i64..80, proptest::option::of(1_i64..60))), granted in proptest::option::of((0_i64..90, 1_i64..60)), done in proptest::option::of(0_i64..120)) -> TaskFact {
        let after = |d: Date, n: i64| d.saturating_add(jiff::Span::new().days(n));
        let due_on = after(start, limit);
        // An extension is decided for a later day; a clock that runs again gives back what was left.
        let extensions: Vec<_> = granted.map(|(on, more)| { let on = after(start, on); ExtensionFact { on, to: after(due_on.max(on), more) } }).into_iter().collect();
        let pauses = paused
            .map(|(from, long)| {
                let from = after(start, from);
                let ended = long.map(|n| (after(from, n), resumed_due(&Calendar::builtin().unwrap(), due_on, from, after(from, n))));
                PauseFact { from, ended }
            })
            .into_iter()
            .collect();
        TaskFact { of: "o".into(), assigned_on: start, due_on, extensions, pauses, done_on: done.map(|n| after(start, n)), ..task() }
    }
}

prop_compose! {
    fn any_opinion()(received_on in days(), told_on in proptest::option::of(days()), taken in proptest::option::of(0_i64..60), answered in proptest::option::of(0_i64..90), reopened in proptest::option::of((0_i64..60, proptest::option::of(0_i64..30), proptest::option::of(0_i64..60)))) -> OpinionFact {
        let after = |d: Date, n: i64| d.saturating_add(jiff::Span::new().days(n));
        let answered_on = answered.map(|n| after(received_on, n));
        // Only what was answered is opened again.
        let reopened = answered_on.zip(reopened).map(|(first, (on, by, again))| {
            let on = after(first, on);
            ReopenedFact { on, by: by.map(|n| after(on, n)), answered_on: again.map(|n| after(on, n)) }
        });
        OpinionFact { received_on, publication_due: after(received_on, 14), answered_on, taken_on: taken.map(|n| after(received_on, n)), reopened, ..opinion(told_on) }
    }
}

prop_compose! {
    fn any_facts()(dialogues in proptest::collection::vec(any_dialogue(), 0..5), entries in proptest::collection::vec(any_entry(), 0..12), asked in any_opinion(), moved in any_task()) -> Facts {
        // An id stands for one thing.
        let dialogues = dialogues.into_iter().enumerate().map(|(n, d)| DialogueFact { id: format!("{}-{n}", d.id), ..d }).collect();
        let entries = entries.into_iter().enumerate().map(|(n, e)| Entry { id: format!("{}-{n}", e.id), ..e }).collect();
        Facts { dialogues, entries, opinions: vec![asked], tasks: vec![moved], ..Facts::default() }
    }
}

/// First and last day of a unit and the day on which its office began with the program, each where it is known.
fn any_bounds() -> impl Strategy<Value = (Option<Date>, Option<Date>, Option<Date>)> {
    let maybe = || proptest::option::of(days());
    (maybe(), maybe(), maybe())
}

/// What is known of these facts on a day: what happened later is cut off.
fn known(facts: &Facts, on: Date) -> Facts {
    let mut f = facts.clone();
    f.entries.retain(|e| e.on <= on);
    for d in &mut f.dialogues {
        d.announced_on = d.announced_on.filter(|x| *x <= on);
        d.held_on = d.held_on.filter(|x| *x <= on);
        d.chairs.iter_mut().for_each(|c| c.notice_on = c.notice_on.filter(|x| *x <= on));
        d.proofs.retain(|(_, x)| *x <= on);
        d.minutes_on = d.minutes_on.filter(|x| *x <= on);
    }
    for t in &mut f.tasks {
        t.extensions.retain(|e| e.on <= on);
        t.pauses.retain(|p| p.from <= on);
        for p in &mut t.pauses {
            p.ended = p.ended.filter(|(day, _)| *day <= on);
        }
        t.done_on = t.done_on.filter(|x| *x <= on);
        t.told_on = t.told_on.filter(|x| *x <= on);
    }
    for o in &mut f.opinions {
        o.told_on = o.told_on.filter(|x| *x <= on);
        o.answered_on = o.answered_on.filter(|x| *x <= on);
        o.taken_on = o.taken_on.filter(|x| *x <= on);
        o.reopened = o.reopened.take().filter(|r| r.on <= on);
        o.reopened.iter_mut().for_each(|r| r.answered_on = r.answered_on.filter(|x| *x <= on));
    }
    f
}

/// The explanation of a duty's day, done again by nothing but its own words: each day passed over stands in it once and in
/// order, as many count as the rule says, none of a pause does, and the way ends on the last day.
fn recomputed(calendar: &Calendar, d: &Duty) -> Result<(), TestCaseError> {
    let steps = d.reckoning.steps(calendar);
    let (from, days, count, pauses, back) = match &d.reckoning {
        Reckoning::After { from, days, count, pauses } => (*from, *days, *count, pauses.clone(), false),
        Reckoning::Before { event, days, count } => (*event, *days, *count, Vec::new(), true),
        Reckoning::NotBefore { from, days, count, .. } => (*from, *days, *count, Vec::new(), false),
        _ => {
            prop_assert_eq!(steps, []);
            return Ok(());
        }
    };
    let mut day = from;
    for s in &steps {
        day = if back { day.yesterday() } else { day.tomorrow() }.unwrap();
        prop_assert_eq!(s.date, day, "no day is left out");
        let still = pauses.iter().any(|(a, b)| *a <= day && day <= *b);
        prop_assert_eq!(s.why.is_none(), still);
        prop_assert_eq!(s.counted, !still && (count == DayCount::Calendar || is_working_day(calendar, day)));
    }
    prop_assert_eq!(u32::try_from(steps.iter().filter(|s| s.counted).count()).unwrap(), days);
    prop_assert!(steps.last().is_none_or(|s| s.counted), "the last day is one that counts");
    match &d.reckoning {
        Reckoning::NotBefore { event, .. } if matches!(d.state, DutyState::Met | DutyState::Breached) => {
            prop_assert_eq!(d.state == DutyState::Met, day <= *event, "in time from the day on which the way ends");
        }
        Reckoning::NotBefore { .. } => {}
        _ => prop_assert_eq!(day, d.due),
    }
    Ok(())
}

/// The fixture rules with numbers of working days: an announcement, a notice to bodies, the distance between two, which is
/// bounded above too.
fn working() -> Vec<Document> {
    let mut all = register();
    let limit = |days| within(days, DayCount::Working);
    for c in &mut all[1].clauses {
        if matches!(c.kind, ClauseKind::AnnouncementLead | ClauseKind::AnswerLimit) {
            c.parameters.count = Some(DayCount::Working);
        }
    }
    all[1].clauses.push(clause(ClauseKind::Interval, Parameters { gap_max: Some(200), ..limit(20) }));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_explanation_in_working_days_recomputes_to_the_day(facts in any_facts(), on in days()) {
        let (rules, calendar) = (working(), Calendar::builtin().unwrap());
        let of = |years| ledger(&Rules::new(&rules), &calendar, &bound(), &facts, years, on);
        let duties = of(2025..=2026);
        for d in &duties {
            recomputed(&calendar, d)?;
        }
        // A duty belongs to one year, and says which.
        for year in 2025..=2026 {
            let mine: Vec<Duty> = duties.iter().filter(|d| d.year() == year).cloned().collect();
            prop_assert_eq!(mine, of(year..=year));
        }
    }

    #[test]
    fn the_order_of_facts_never_matters(facts in any_facts(), on in days()) {
        let mut back = facts.clone();
        back.dialogues.reverse();
        back.entries.reverse();
        for t in &mut back.tasks { t.extensions.reverse(); t.pauses.reverse(); }
        prop_assert_eq!(run(&facts, 2025..=2026, on), run(&back, 2025..=2026, on));
        prop_assert_eq!(found(&facts, 2025..=2026, on), found(&back, 2025..=2026, on));
    }

    #[test]
    fn an_unrelated_fact_never_changes_a_duty(facts in any_facts(), on in days(), other in any_dialogue()) {
        let mut more = facts.clone();
        let mut other = other;
        other.id = "other".into();
        other.chairs = vec![Chair { post_id: "of another unit".into(), presided: None, ground: None, notice_on: None }];
        more.dialogues.push(other);
        more.entries.push(entry("other", "of another unit", on, EntryKind::Reception));
        prop_assert_eq!(run(&facts, 2025..=2026, on), run(&more, 2025..=2026, on));
    }

    #[test]
    fn a_later_day_alone_never_mends_a_duty(facts in any_facts(), on in days(), later in 0_i64..400, (from, to, used_from) in any_bounds()) {
        let (known, unit) = (known(&facts, on), Bound { from, to, used_from, ..bound() });
        let of = |on| run_for(&unit, &known, 2025..=2026, on);
        let then: std::collections::BTreeMap<String, DutyState> = of(on).into_iter().map(|d| (d.id, d.state)).collect();
        for d in of(on.saturating_add(jiff::Span::new().days(later))) {
            let outside = from.is_some_and(|first| d.due < first) || to.is_some_and(|last| last < d.due);
            prop_assert!(!outside || !matches!(d.state, DutyState::Due | DutyState::Breached), "{} owed by nobody", d.id);
            let Some(before) = then.get(&d.id) else { continue };
            let mended = *before == DutyState::Breached && d.state != DutyState::Breached;
            prop_assert!(!mended, "{}: {before} became {}", d.id, d.state);
            prop_assert!(*before == DutyState::Due || *before == d.state, "{}: {before} became {}", d.id, d.state);
        }
    }

    #[test]
    fn what_happened_later_is_not_known_yet(facts in any_facts(), on in days()) {
        prop_assert_eq!(run(&facts, 2025..=2026, on), run(&known(&facts, on), 2025..=2026, on));
        prop_assert_eq!(found(&facts, 2025..=2026, on), found(&known(&facts, on), 2025..=2026, on));
    }

    #[test]
    fn no_clause_no_duty_and_an_unknown_rule_asks_for_nothing(facts in any_facts(), on in days()) {
        let none = document("empty", date(2021, 1, 1), None, Vec::new());
        let elsewhere = Document { area: Area::Unknown, ..document("else", date(2021, 1, 1), None, register()[1].clauses.clone()) };
        let rules = [none, elsewhere];
        prop_assert_eq!(ledger(&Rules::new(&rules), &Calendar::builtin().unwrap(), &bound(), &facts, 2025..=2026, on), []);
    }

    #[test]
    fn s3_1_who_presided_alone_decides_and_a_deputy_is_named_once(facts in any_facts(), on in days()) {
        let duties = run(&facts, 2025..=2026, on);
        let found = found(&facts, 2025..=2026, on);
        for d in facts.dialogues.iter().filter(|d| d.held_on.is_some_and(|h| h <= on)) {
            for c in &d.chairs {
                let of = |f: &Finding| f.post_id == c.post_id && f.evidence.iter().any(|e| e.id == d.id && e.kind == FactKind::Dialogue);
                let named = |k: FindingKind| found.iter().filter(|f| f.kind == k && of(f)).count();
                let bound = d.kind == DialogueKind::Thematic;
                let permitted = bound && c.ground == Some(DelegationGround::Mission);
                let past = !bound || d.held_on.is_some_and(|h| h < on);
                let deputy = c.presided == Some(PresidingMode::Delegated) && !permitted && past;
                prop_assert_eq!(named(FindingKind::DeputyPresided), usize::from(deputy));
                prop_assert_eq!(named(FindingKind::HeadAbsent), usize::from(bound && past && c.presided == Some(PresidingMode::Absent)));
                prop_assert_eq!(named(FindingKind::PresidingNotRecorded), usize::from(bound && past && c.presided.is_none()));
                let judged = duties.iter().filter(|x| x.kind == ClauseKind::Presiding && x.post_id == c.post_id && x.id.contains(&d.id));
                prop_assert_eq!(judged.count(), usize::from(bound));
            }
        }
    }

    #[test]
    fn every_duty_has_a_clause_and_its_day_is_reckoned_again(facts in any_facts(), on in days()) {
        let register = register();
        let calendar = Calendar::builtin().unwrap();
        let duties = run(&facts, 2025..=2026, on);
        let mut ids: Vec<&str> = duties.iter().map(|d| d.id.as_str()).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        prop_assert_eq!(ids.len(), all, "an id stands for one duty");
        for d in &duties {
            prop_assert_eq!(d.reckoning.day(&calendar), d.due);
            recomputed(&calendar, d)?;
            let document = register.iter().find(|x| x.id == d.clause.document).unwrap();
            prop_assert_eq!(document.clauses[d.clause.seq].kind, d.kind);
            let done = d.facts.iter().map(|f| f.on).min();
            if !matches!(d.state, DutyState::NotApplicable | DutyState::Waived | DutyState::BeforeUse) {
                prop_assert_eq!(judged(d.due, done, on), d.state);
            }
        }
    }
}
