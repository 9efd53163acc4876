//! Thời gian giữ chức vụ: who holds a post from which day to which, who acts for them, and on which days nobody does
//! (S0.2, P17). The timeline is computed from the facts, whatever the order in which they were entered.

use std::collections::BTreeSet;

use jiff::{ToSpan as _, civil::Date};

/// One person in one post: a holder, or somebody who acts for the holder (phụ trách thay).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// Id.
    pub id: String,
    /// The person's name.
    pub person: String,
    /// First day.
    pub from: Date,
    /// Last day; open while it goes on.
    pub to: Option<Date>,
    /// Acts for the holder during leave, or while nobody holds the post.
    pub acting: bool,
}

/// Nghỉ phép, đi công tác dài ngày: days on which a holder is away and keeps the post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leave {
    /// Whose.
    pub tenure_id: String,
    /// First day.
    pub from: Date,
    /// Last day; open while it is not known.
    pub to: Option<Date>,
}

/// Days in a row on which a post stands the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span<'a> {
    /// First day.
    pub from: Date,
    /// Last day; open for the last span.
    pub to: Option<Date>,
    /// Who holds the post; nobody in a gap.
    pub holder: Option<&'a Tenure>,
    /// The holder is on leave.
    pub away: bool,
    /// Who acts, in a gap or during leave.
    pub acting: Option<&'a Tenure>,
}

/// Why a tenure cannot stand beside the others of its post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// The last day lies before the first.
    Order,
    /// Another holds the post on one of the days: at most one holder a day.
    Held {
        /// Who.
        person: String,
        /// From when.
        from: Date,
        /// To when.
        to: Option<Date>,
    },
    /// Another acts on one of the days: at most one acts.
    Acting {
        /// Who.
        person: String,
    },
    /// The holder is there on one of the days: nobody acts beside a holder who is not on leave.
    NotAway {
        /// The first such day.
        on: Date,
    },
}

impl Tenure {
    /// True on that day.
    #[must_use]
    pub fn covers(&self, on: Date) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    fn meets(&self, other: &Self) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }
}

impl Leave {
    fn covers(&self, on: Date) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}

/// How a post stands on a day. Where facts overlap all the same, the later appointment is taken: there are never two holders.
#[must_use]
pub fn on<'a>(tenures: &'a [Tenure], leaves: &[Leave], day: Date) -> Span<'a> {
    let best = |acting: bool| {
        let there = tenures.iter().filter(move |t| t.acting == acting && t.covers(day));
        there.max_by(|a, b| (a.from, &a.id).cmp(&(b.from, &b.id)))
    };
    let holder = best(false);
    let away = holder.is_some_and(|h| leaves.iter().any(|l| l.tenure_id == h.id && l.covers(day)));
    let acting = if holder.is_none() || away { best(true) } else { None };
    Span { from: day, to: Some(day), holder, away, acting }
}

/// The days of a post in their order, gaps included, from its first known day (`since`, or the first tenure) on; the last
/// span is open. Empty where nothing is known.
#[must_use]
pub fn timeline<'a>(tenures: &'a [Tenure], leaves: &[Leave], since: Option<Date>) -> Vec<Span<'a>> {
    let after = |to: Option<Date>| to.and_then(|d| d.checked_add(1.day()).ok());
    let first = tenures.iter().map(|t| t.from).chain(since).min();
    let Some(first) = first else { return Vec::new() };
    let mut edges = BTreeSet::from([first]);
    edges.extend(tenures.iter().flat_map(|t| [Some(t.from), after(t.to)]).flatten());
    edges.extend(leaves.iter().flat_map(|l| [Some(l.from), after(l.to)]).flatten());
    let mut spans: Vec<Span<'a>> = Vec::new();
    for edge in edges.into_iter().filter(|d| *d >= first) {
        let mut next = on(tenures, leaves, edge);
        next.to = None;
        match spans.last_mut() {
            Some(last) if (last.holder, last.away, last.acting) == (next.holder, next.away, next.acting) => {}
            Some(last) => {
                last.to = edge.checked_sub(1.day()).ok();
                spans.push(next);
            }
            None => spans.push(next),
        }
    }
    spans
}

/// May this tenure stand beside the others of its post?
///
/// # Errors
/// What it would clash with.
pub fn fits(new: &Tenure, others: &[Tenure], leaves: &[Leave]) -> Result<(), Clash> {
    if new.to.is_some_and(|to| to < new.from) {
        return Err(Clash::Order);
    }
    let held = others.iter().filter(|t| t.acting == new.acting && t.meets(new)).min_by_key(|t| (t.from, t.id.clone()));
    match held {
        Some(t) if new.acting => return Err(Clash::Acting { person: t.person.clone() }),
        Some(t) => return Err(Clash::Held { person: t.person.clone(), from: t.from, to: t.to }),
        None => {}
    }
    if new.acting {
        // An open acting ends by itself when a holder comes: only its first day has to be free.
        let spans = timeline(others, leaves, Some(new.from));
        let until = new.to.unwrap_or(new.from);
        let there = spans.iter().find(|s| s.holder.is_some() && !s.away && s.from <= until && s.to.is_none_or(|to| new.from <= to));
        if let Some(s) = there {
            return Err(Clash::NotAway { on: s.from.max(new.from) });
        }
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;
