//! Duties that return with a period: dialogues, plan, supervision, reports, reception.

use jiff::civil::Date;

use super::{
    Desk, Owed,
    duty::{FactKind, FactRef, Reckoning, Subject},
    facts::{Bound, Entry, EntryKind, Post},
    rules::{InForce, Rules, View},
};
use crate::{
    dialogue::state::Basis,
    regulation::{
        clause::{Clause, ClauseKind, DayCount, Parameters, Per, ReportPeriod},
        own::{OwnLimit, OwnLimitName},
    },
    text::fold,
};

/// Writes up every duty of the periods of a year.
pub(super) fn duties(desk: &mut Desk<'_>, view: &View<'_>, year: i16) {
    for post in &desk.bound.posts {
        for kind in [ClauseKind::Frequency, ClauseKind::Reception, ClauseKind::Supervision] {
            for per in Per::ALL {
                for (from, to) in periods(*per, year) {
                    for clause in view.on(kind, to).filter(|c| c.binds(post) && c.clause.parameters.per == Some(*per)) {
                        times(desk, &clause, post, from, to);
                    }
                }
            }
        }
        plan(desk, view, post, year);
        reports(desk, view, post, year);
    }
}

/// So many times in a period.
fn times(desk: &mut Desk<'_>, clause: &InForce<'_>, post: &Post, from: Date, to: Date) {
    if !desk.bound.there_within(from, to) {
        return;
    }
    let of = clause.clause.parameters.times.unwrap_or(0);
    let mut deeds: Vec<FactRef> = match clause.clause.kind {
        ClauseKind::Frequency => desk
            .facts
            .dialogues
            .iter()
            .filter(|d| d.is_dialogue() && d.chairs.iter().any(|c| c.post_id == post.id) && clause.about(d))
            .filter_map(|d| d.held_on.map(|on| FactRef { on, kind: FactKind::Dialogue, id: d.id.clone() }))
            .chain(past(desk, clause, post))
            .collect(),
        ClauseKind::Reception => entries(desk, post, FactKind::Reception, |e| matches!(e.what, EntryKind::Reception)),
        _ => entries(desk, post, FactKind::Supervision, |e| matches!(e.what, EntryKind::Supervision)),
    };
    deeds.retain(|f| from <= f.on && f.on <= to && f.on <= desk.on);
    deeds.sort();
    deeds.dedup();
    // Days are counted: two entries of one day are one reception day.
    if clause.clause.kind == ClauseKind::Reception {
        deeds.dedup_by_key(|f| f.on);
    }
    let months: Vec<Date> = clause.clause.parameters.months.iter().filter_map(|m| last_of_month(from.year(), *m)).collect();
    for n in 1..=of {
        let at = usize::try_from(n - 1).unwrap_or(usize::MAX);
        let deed = deeds.get(at).cloned();
        let reckoning = months.get(at).filter(|d| from <= **d && **d <= to).map_or(Reckoning::PeriodEnd(to), |d| Reckoning::Named(*d));
        let (done, facts) = (deed.as_ref().map(|f| f.on), deed.into_iter().collect());
        let owed = Owed { reckoning, done, facts, own: None, unsent: Vec::new() };
        desk.owe(clause, &post.id, Subject::Nth { from, to, n, of }, owed);
    }
}

/// What the office's own book of years past tells of dialogues that the clause asks for. A book does not say by which law one
/// was held: it counts for the heads' own rule, for no statutory one.
fn past<'a>(desk: &'a Desk<'_>, clause: &'a InForce<'_>, post: &'a Post) -> impl Iterator<Item = FactRef> + 'a {
    let scope = &clause.clause.parameters;
    let own = scope.basis.is_none_or(|b| b == Basis::Party);
    let asked = move |kind| own && (scope.dialogues.is_empty() || scope.dialogues.contains(&kind));
    let mine = desk.facts.past.iter().filter(move |p| asked(p.kind) && p.posts.contains(&post.id));
    mine.map(|p| FactRef { on: p.on, kind: FactKind::Dialogue, id: p.id.clone() })
}

/// The year plan by its day: only where the clause names month and day.
fn plan(desk: &mut Desk<'_>, view: &View<'_>, post: &Post, year: i16) {
    let Some((from, to)) = periods(Per::Year, year).into_iter().next().filter(|(a, b)| desk.bound.there_within(*a, *b)) else { return };
    for clause in view.on(ClauseKind::PlanEntry, to).filter(|c| c.binds(post)) {
        let Some(day) = plan_entry(clause.clause, year) else { continue };
        let deed = desk
            .facts
            .plans
            .iter()
            .filter(|p| p.year == year)
            .filter_map(|p| p.approved_on.map(|on| FactRef { on, kind: FactKind::Plan, id: p.id.clone() }))
            .min();
        let (done, facts) = (deed.as_ref().map(|f| f.on), deed.into_iter().collect());
        let owed = Owed { reckoning: Reckoning::Named(day), done, facts, own: None, unsent: Vec::new() };
        desk.owe(&clause, &post.id, Subject::Nth { from, to, n: 1, of: 1 }, owed);
    }
}

/// The day of a year that a clause names for the entry of the plan.
fn plan_entry(clause: &Clause, year: i16) -> Option<Date> {
    let p = &clause.parameters;
    let (month, day) = p.months.first().zip(p.day_of_month)?;
    Date::new(year, i8::try_from(*month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day by which the register asks a unit for its year plan, the earliest where several do, with the clause: the same day
/// that the ledger judges it by.
#[must_use]
pub fn plan_day<'a>(rules: &Rules<'a>, bound: &Bound, year: i16) -> Option<(Date, &'a Clause)> {
    let (_, to) = periods(Per::Year, year).into_iter().next()?;
    let view = rules.of(bound);
    let named = view.on(ClauseKind::PlanEntry, to).filter(|c| bound.posts.iter().any(|p| c.binds(p)));
    named.filter_map(|c| Some((plan_entry(c.clause, year)?, c.clause))).min_by_key(|(day, _)| *day)
}

/// Reports of each period that a clause names.
fn reports(desk: &mut Desk<'_>, view: &View<'_>, post: &Post, year: i16) {
    for period in ReportPeriod::ALL {
        let bound = desk.bound;
        for (from, to) in report_periods(*period, year).into_iter().filter(|(first, last)| bound.there_within(*first, *last)) {
            for clause in view.on(ClauseKind::Report, to).filter(|c| c.binds(post) && c.clause.parameters.periods.contains(period)) {
                let p = &clause.clause.parameters;
                let Some((days, count, own)) = limit(desk, p, OwnLimitName::Report, to) else { continue };
                let sent = Sent::of(desk, post, (*period, to), &p.receivers);
                let owed = Owed {
                    reckoning: Reckoning::After { from: to, days, count, pauses: Vec::new() },
                    done: sent.done,
                    facts: sent.facts,
                    own,
                    unsent: sent.unsent,
                };
                // Two kinds of period can end on one day: the half year and the second quarter.
                let n = u32::try_from(ReportPeriod::ALL.iter().position(|k| k == period).unwrap_or(0)).unwrap_or(0) + 1;
                desk.owe(&clause, &post.id, Subject::Nth { from, to, n, of: n }, owed);
            }
        }
    }
}

/// What was sent for a period: the report by which everybody whom the clause names had it, or those that reached only some.
struct Sent {
    done: Option<Date>,
    facts: Vec<FactRef>,
    unsent: Vec<String>,
}

impl Sent {
    /// A report of which it was not told who received it stands for all; one that says to whom it went reaches those alone.
    fn of(desk: &Desk<'_>, post: &Post, (period, to): (ReportPeriod, Date), named: &[String]) -> Self {
        let of_period = |e: &&Entry| matches!(&e.what, EntryKind::Report { period: p, to: last, .. } if *p == period && *last == to);
        let mut all: Vec<&Entry> =
            desk.facts.entries.iter().filter(|e| e.post_id == post.id && e.on <= desk.on).filter(of_period).collect();
        all.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
        let (mut unsent, mut facts) = (named.to_vec(), Vec::new());
        for e in all {
            let EntryKind::Report { receivers, .. } = &e.what else { continue };
            let reached = |name: &String| receivers.is_empty() || receivers.iter().any(|r| fold(r) == fold(name));
            unsent.retain(|name| !reached(name));
            let fact = FactRef { on: e.on, kind: FactKind::Report, id: e.id.clone() };
            if unsent.is_empty() {
                return Self { done: Some(e.on), facts: vec![fact], unsent };
            }
            facts.push(fact);
        }
        // Before anything was sent nobody is missing in particular.
        let unsent = if facts.is_empty() { Vec::new() } else { unsent };
        Self { done: None, facts, unsent }
    }
}

/// Whom the rules in force on a day name as receivers of the reports of a unit's heads: of one of them and of one kind of
/// period, where that is said.
#[must_use]
pub fn receivers(rules: &Rules<'_>, bound: &Bound, post: Option<&str>, period: Option<ReportPeriod>, on: Date) -> Vec<String> {
    let view = rules.of(bound);
    let mut all: Vec<String> = Vec::new();
    for clause in view.on(ClauseKind::Report, on) {
        let p = &clause.clause.parameters;
        let asked = bound.posts.iter().any(|of| post.is_none_or(|id| of.id == id) && clause.binds(of));
        if asked && period.is_none_or(|k| p.periods.contains(&k)) {
            all.extend(p.receivers.iter().filter(|r| !all.contains(r)).cloned().collect::<Vec<_>>());
        }
    }
    all
}

/// Days and how they are counted: the clause's, or those of the place where the clause names none.
pub(super) fn limit(desk: &Desk<'_>, p: &Parameters, name: OwnLimitName, day: Date) -> Option<(u32, DayCount, Option<OwnLimit>)> {
    match p.days {
        Some(days) => Some((days, p.count.unwrap_or(DayCount::Calendar), None)),
        None => desk.bound.own.on(name, day).map(|own| (own.days, own.count, Some(own.clone()))),
    }
}

fn entries(desk: &Desk<'_>, post: &Post, kind: FactKind, is: impl Fn(&Entry) -> bool) -> Vec<FactRef> {
    desk.facts
        .entries
        .iter()
        .filter(|e| e.post_id == post.id && e.on <= desk.on && is(e))
        .map(|e| FactRef { on: e.on, kind, id: e.id.clone() })
        .collect()
}

/// First and last days of every period of a kind that ends in a year.
#[must_use]
pub(super) fn periods(per: Per, year: i16) -> Vec<(Date, Date)> {
    match per {
        Per::Year => months(year, 1, 12),
        Per::Quarter => [1, 4, 7, 10].into_iter().flat_map(|m| months(year, m, m + 2)).collect(),
        Per::Month => (1..=12).flat_map(|m| months(year, m, m)).collect(),
        Per::Week => weeks(year),
    }
}

/// First and last days of the periods of reports that end in a year.
fn report_periods(period: ReportPeriod, year: i16) -> Vec<(Date, Date)> {
    match period {
        ReportPeriod::Month => periods(Per::Month, year),
        ReportPeriod::QuarterOne => months(year, 1, 3),
        ReportPeriod::Quarter => periods(Per::Quarter, year),
        ReportPeriod::HalfYear => months(year, 1, 6),
        ReportPeriod::NineMonths => months(year, 1, 9),
        ReportPeriod::Year => months(year, 1, 12),
        ReportPeriod::AdHoc => Vec::new(),
    }
}

fn months(year: i16, first: i8, last: i8) -> Vec<(Date, Date)> {
    let from = Date::new(year, first, 1).ok();
    let to = u8::try_from(last).ok().and_then(|m| last_of_month(year, m));
    from.zip(to).into_iter().collect()
}

fn last_of_month(year: i16, month: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, 1).ok().map(Date::last_of_month)
}

/// Weeks from Monday to Sunday whose Sunday lies in the year.
fn weeks(year: i16) -> Vec<(Date, Date)> {
    let Ok(first) = Date::new(year, 1, 1) else { return Vec::new() };
    let mut sunday = first;
    while sunday.weekday() != jiff::civil::Weekday::Sunday {
        let Ok(next) = sunday.tomorrow() else { return Vec::new() };
        sunday = next;
    }
    let mut all = Vec::new();
    while sunday.year() == year {
        all.push((sunday.saturating_sub(jiff::Span::new().days(6)), sunday));
        sunday = sunday.saturating_add(jiff::Span::new().days(7));
    }
    all
}
