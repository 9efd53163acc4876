//! Các điều khoản khác nhau cùng có hiệu lực (S3.9): two clauses of one kind that bind the same heads on the same day with
//! other numbers. Both are shown with their citations; which one asks more is said where that can be reckoned, and which
//! one prevails is never decided here: a later rule prevails only where that is stated.

use jiff::civil::Date;

use super::{
    clause::{Clause, ClauseKind, DayCount, Delegation, Parameters, Per},
    document::{Area, Document, LinkKind},
    validity::{self, Force},
};
use crate::{dialogue::state::Basis, text::fold};

/// One side of a conflict: a clause with the document it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side<'a> {
    /// The document.
    pub document: &'a Document,
    /// The clause.
    pub clause: &'a Clause,
}

/// What two clauses say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// How often in a period.
    Times,
    /// In which months.
    Months,
    /// How many days.
    Days,
    /// By which day of the month.
    DayOfMonth,
    /// How many people, or which share of them.
    People,
    /// For which periods there are reports.
    Periods,
    /// Who receives them.
    Receivers,
    /// Whether, and with which reasons, a deputy may preside.
    Delegation,
}

/// Which of two clauses asks more of whoever is bound. Nothing follows from it by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stricter {
    /// The first
    First,
    /// The second
    Second,
    /// It cannot be reckoned: the numbers are not of one measure, or each asks more in another point
    Unclear,
}

/// Two clauses in force at once that say otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict<'a> {
    /// The one, of the document that began first.
    pub first: Side<'a>,
    /// The other.
    pub second: Side<'a>,
    /// The first day of both, where one is known.
    pub from: Option<Date>,
    /// The last day of both, where one is known.
    pub to: Option<Date>,
    /// What they say otherwise, each once.
    pub differs: Vec<Difference>,
    /// Which one asks more.
    pub stricter: Stricter,
    /// How the one document says that it stands to the other, where it says so: it does not end it.
    pub link: Option<LinkKind>,
}

/// The conflicts between clauses that apply on a day, of documents that all apply to one place.
#[must_use]
pub fn conflicts(all: &[Document], on: Date) -> Vec<Conflict<'_>> {
    let mut standing: Vec<(&Document, validity::Span)> = all.iter().map(|d| (d, validity::span(d, all))).collect();
    standing.retain(|(d, span)| d.area != Area::Unknown && span.on(on) == Force::InForce);
    standing.sort_by(|(a, x), (b, y)| (x.from, &a.id).cmp(&(y.from, &b.id)));
    let mut found = Vec::new();
    for (n, (a, span_a)) in standing.iter().enumerate() {
        for (b, span_b) in standing.iter().skip(n + 1) {
            for first in a.clauses.iter().filter(|c| c.applies_on(on)) {
                for second in b.clauses.iter().filter(|c| c.applies_on(on)) {
                    let sides = (Side { document: a, clause: first }, Side { document: b, clause: second });
                    let from = [span_a.from, span_b.from, first.valid_from, second.valid_from].into_iter().flatten().max();
                    let to = [span_a.to, span_b.to, first.valid_to, second.valid_to].into_iter().flatten().min();
                    found.extend(between(sides.0, sides.1, from, to));
                }
            }
        }
    }
    found.sort_by_key(|c| c.first.clause.kind.code());
    found
}

fn between<'a>(first: Side<'a>, second: Side<'a>, from: Option<Date>, to: Option<Date>) -> Option<Conflict<'a>> {
    let (p, q) = (&first.clause.parameters, &second.clause.parameters);
    if first.clause.kind != second.clause.kind || !same_scope(p, q) {
        return None;
    }
    let differs = differences(p, q);
    if differs.is_empty() {
        return None;
    }
    let stricter = stricter(first.clause.kind, p, q, &differs);
    Some(Conflict { stricter, link: stated(first.document, second.document), first, second, from, to, differs })
}

/// True where some head, level, body, kind of dialogue and basis is bound by both.
fn same_scope(p: &Parameters, q: &Parameters) -> bool {
    let basis = match (p.basis, q.basis) {
        (None | Some(Basis::Both), _) | (_, None | Some(Basis::Both)) => true,
        (Some(a), Some(b)) => a == b,
    };
    basis && meet(&p.levels, &q.levels) && meet(&p.posts, &q.posts) && same_body(p, q) && meet(&p.dialogues, &q.dialogues)
}

/// True where some body may be meant by both. Of which kind a body is that is named by its name is not known here.
fn same_body(p: &Parameters, q: &Parameters) -> bool {
    let every = |x: &Parameters| x.bodies.is_empty() && x.body_names.is_empty();
    let mixed = |x: &Parameters, y: &Parameters| !x.bodies.is_empty() && !y.body_names.is_empty();
    every(p)
        || every(q)
        || mixed(p, q)
        || mixed(q, p)
        || p.bodies.iter().any(|b| q.bodies.contains(b))
        || p.body_names.iter().any(|n| q.body_names.iter().any(|m| fold(n) == fold(m)))
}

/// Two lists have something in common; an empty one stands for everything.
fn meet<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|x| b.contains(x))
}

/// What both say, and say otherwise: where one is silent there is nothing to compare.
fn differences(p: &Parameters, q: &Parameters) -> Vec<Difference> {
    let other = |both: bool, equal: bool, what| (both && !equal).then_some(what);
    let rate = matches!((per_year(p), per_year(q)), (Some(a), Some(b)) if a != b);
    let days = matches!((p.days, q.days), (Some(_), Some(_)) if (p.days, count(p)) != (q.days, count(q)));
    let gap = matches!((p.gap_max, q.gap_max), (Some(a), Some(b)) if a != b);
    let people = [(p.people_min, q.people_min), (p.people_max, q.people_max)]
        .into_iter()
        .chain([(p.percent.map(u32::from), q.percent.map(u32::from))])
        .any(|pair| matches!(pair, (Some(a), Some(b)) if a != b));
    [
        rate.then_some(Difference::Times),
        other(!p.months.is_empty() && !q.months.is_empty(), same(&p.months, &q.months), Difference::Months),
        (days || gap).then_some(Difference::Days),
        other(p.day_of_month.is_some() && q.day_of_month.is_some(), p.day_of_month == q.day_of_month, Difference::DayOfMonth),
        people.then_some(Difference::People),
        other(!p.periods.is_empty() && !q.periods.is_empty(), same(&p.periods, &q.periods), Difference::Periods),
        other(!p.receivers.is_empty() && !q.receivers.is_empty(), same(&p.receivers, &q.receivers), Difference::Receivers),
        other(
            p.delegation.is_some() && q.delegation.is_some(),
            p.delegation == q.delegation && same(&p.grounds, &q.grounds),
            Difference::Delegation,
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The same things in any order.
fn same<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    a.iter().all(|x| b.contains(x)) && b.iter().all(|x| a.contains(x))
}

/// How often in a year.
fn per_year(p: &Parameters) -> Option<u32> {
    let periods = match p.per? {
        Per::Week => 52,
        Per::Month => 12,
        Per::Quarter => 4,
        Per::Year => 1,
    };
    p.times.map(|n| n.saturating_mul(periods))
}

fn count(p: &Parameters) -> DayCount {
    p.count.unwrap_or(DayCount::Calendar)
}

/// Which asks more: only where every difference has a measure and all point the same way.
fn stricter(kind: ClauseKind, p: &Parameters, q: &Parameters, differs: &[Difference]) -> Stricter {
    let says: Vec<Stricter> = differs
        .iter()
        .map(|d| match d {
            Difference::Times => more(per_year(p), per_year(q)),
            // Told earlier asks more; a limit that is shorter asks more.
            Difference::Days if kind == ClauseKind::AnnouncementLead => longer(p, q),
            Difference::Days if kind == ClauseKind::Interval => interval(p, q),
            Difference::Days => opposite(longer(p, q)),
            Difference::People => people(kind, p, q),
            Difference::Periods if p.periods.iter().all(|x| q.periods.contains(x)) => Stricter::Second,
            Difference::Periods if q.periods.iter().all(|x| p.periods.contains(x)) => Stricter::First,
            Difference::Delegation => delegation(p, q),
            Difference::Months | Difference::DayOfMonth | Difference::Periods | Difference::Receivers => Stricter::Unclear,
        })
        .collect();
    match says.split_first() {
        Some((one, rest)) if rest.iter().all(|s| s == one) => *one,
        _ => Stricter::Unclear,
    }
}

/// Forbidding asks more than permitting for some reasons; fewer reasons ask more than more.
fn delegation(p: &Parameters, q: &Parameters) -> Stricter {
    match (p.delegation, q.delegation) {
        (Some(Delegation::Forbidden), Some(Delegation::Conditional)) => Stricter::First,
        (Some(Delegation::Conditional), Some(Delegation::Forbidden)) => Stricter::Second,
        _ if p.grounds.iter().all(|g| q.grounds.contains(g)) => Stricter::First,
        _ if q.grounds.iter().all(|g| p.grounds.contains(g)) => Stricter::Second,
        _ => Stricter::Unclear,
    }
}

/// The greater number asks more.
fn more<T: PartialOrd>(a: Option<T>, b: Option<T>) -> Stricter {
    match (a, b) {
        (Some(a), Some(b)) if a > b => Stricter::First,
        (Some(a), Some(b)) if a < b => Stricter::Second,
        _ => Stricter::Unclear,
    }
}

/// Which time is longer. So many working days are never fewer than as many days of the calendar; whether five working
/// days are more than six days of the calendar depends on the week.
fn longer(p: &Parameters, q: &Parameters) -> Stricter {
    match (count(p), count(q)) {
        (DayCount::Working, DayCount::Calendar) if p.days >= q.days => Stricter::First,
        (DayCount::Calendar, DayCount::Working) if q.days >= p.days => Stricter::Second,
        (a, b) if a == b => more(p.days, q.days),
        _ => Stricter::Unclear,
    }
}

const fn opposite(s: Stricter) -> Stricter {
    match s {
        Stricter::First => Stricter::Second,
        Stricter::Second => Stricter::First,
        Stricter::Unclear => Stricter::Unclear,
    }
}

/// A longer time between two dialogues at least, and a shorter one at most, ask more.
fn interval(p: &Parameters, q: &Parameters) -> Stricter {
    agreed([longer(p, q), opposite(more(p.gap_max, q.gap_max))])
}

/// What all that are clear say alike.
fn agreed<const N: usize>(says: [Stricter; N]) -> Stricter {
    let mut clear = says.into_iter().filter(|s| *s != Stricter::Unclear);
    match clear.next() {
        Some(one) if clear.all(|s| s == one) => one,
        _ => Stricter::Unclear,
    }
}

/// More people at least and fewer at most ask more; a smaller share of voters opens a duty sooner.
fn people(kind: ClauseKind, p: &Parameters, q: &Parameters) -> Stricter {
    let share = more(p.percent, q.percent);
    agreed([
        more(p.people_min, q.people_min),
        opposite(more(p.people_max, q.people_max)),
        if kind == ClauseKind::VoterRequest { opposite(share) } else { share },
    ])
}

/// How the one says that it stands to the other, where that is confirmed.
fn stated(a: &Document, b: &Document) -> Option<LinkKind> {
    let link = |from: &Document, to: &Document| from.links.iter().find(|l| l.to == to.id && l.confirmed).map(|l| l.kind);
    link(b, a).or_else(|| link(a, b))
}

#[cfg(test)]
mod tests;
