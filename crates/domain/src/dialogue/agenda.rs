//! The agenda, generated (P3): first what became of last time's promises, then information, the topics, the open floor,
//! and the chair's conclusion.

use super::{outcome::Outcome, state::AgendaKind};
use crate::opinion::item::Standing;

/// A part of an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Kind.
    pub kind: AgendaKind,
    /// A topic's title; empty where the kind says it all.
    pub title: String,
}

/// The agenda of a dialogue with these topics, in their order.
#[must_use]
pub fn agenda(topics: &[String]) -> Vec<Part> {
    let plain = |kind| Part { kind, title: String::new() };
    [plain(AgendaKind::LastResults), plain(AgendaKind::Information)]
        .into_iter()
        .chain(topics.iter().map(|title| Part { kind: AgendaKind::Topics, title: title.clone() }))
        .chain([plain(AgendaKind::OpenFloor), plain(AgendaKind::Conclusion)])
        .collect()
}

/// What became of the conclusions of last time: the outcomes as the notice froze them, and where the matters stand today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastResults {
    /// Conclusions in all.
    pub all: i64,
    /// Then: đã giải quyết.
    pub resolved: i64,
    /// Then: chưa giải quyết.
    pub unresolved: i64,
    /// Then: kiến nghị cấp trên.
    pub escalated: i64,
    /// Today: done with evidence or fully explained, whether or not the person has answered.
    pub done_now: i64,
    /// Today: among these, the person agrees.
    pub agreed_now: i64,
    /// Today: not at an end.
    pub open_now: i64,
}

impl LastResults {
    /// Counts the conclusions of an issued notice: each with its outcome then and its standing today.
    #[must_use]
    pub fn of(lines: impl IntoIterator<Item = (Outcome, Standing)>) -> Self {
        let mut n = Self::default();
        for (outcome, standing) in lines {
            n.all += 1;
            match outcome {
                Outcome::Resolved => n.resolved += 1,
                Outcome::Unresolved => n.unresolved += 1,
                Outcome::Escalated => n.escalated += 1,
            }
            match standing {
                Standing::Agreed => {
                    n.agreed_now += 1;
                    n.done_now += 1;
                }
                Standing::Done => n.done_now += 1,
                Standing::FurtherPath | Standing::Ended | Standing::Sealed => {}
                _ => n.open_now += 1,
            }
        }
        n
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn p3_counts_keep_then_and_now_apart() {
        let n = LastResults::of([
            (Outcome::Unresolved, Standing::Agreed),
            (Outcome::Resolved, Standing::Done),
            (Outcome::Escalated, Standing::Escalated),
            (Outcome::Resolved, Standing::Reopened),
        ]);
        assert_eq!((n.all, n.resolved, n.unresolved, n.escalated), (4, 2, 1, 1));
        assert_eq!((n.done_now, n.agreed_now, n.open_now), (2, 1, 2));
    }

    proptest! {
        #[test]
        fn p3_the_first_item_is_always_the_result_of_last_time(topics in proptest::collection::vec(".{0,20}", 0..12)) {
            let parts = agenda(&topics);
            prop_assert_eq!(parts.first().map(|p| p.kind), Some(AgendaKind::LastResults));
            prop_assert_eq!(parts.last().map(|p| p.kind), Some(AgendaKind::Conclusion));
            prop_assert_eq!(parts.iter().filter(|p| p.kind == AgendaKind::LastResults).count(), 1);
            let titles: Vec<_> = parts.iter().filter(|p| p.kind == AgendaKind::Topics).map(|p| p.title.clone()).collect();
            prop_assert_eq!(titles, topics);
        }

        #[test]
        fn p3_every_conclusion_is_counted_once(lines in proptest::collection::vec((0..Outcome::ALL.len(), 0..Standing::ALL.len()), 0..40)) {
            let lines: Vec<_> = lines.iter().filter_map(|(o, s)| Some((*Outcome::ALL.get(*o)?, *Standing::ALL.get(*s)?))).collect();
            let n = LastResults::of(lines.iter().copied());
            prop_assert_eq!(n.all, n.resolved + n.unresolved + n.escalated);
            prop_assert!(n.done_now + n.open_now <= n.all && n.agreed_now <= n.done_now);
        }
    }
}
