//! Counting dialogues (S1.14, S4.16): a joint conference counts once in the total and once for each head. Meetings beside
//! have no place here: they are of another type.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    scope::Stop,
    state::{DialogueKind, DialogueState},
};

crate::words! {
    /// What counts as one where a conference has several sessions (domain notes §1.3): a setting.
    Counts {
        /// một hội nghị tính một lần
        Conference = "conference",
        /// mỗi buổi, mỗi điểm tính một lần
        Session = "session",
    }
}

/// A dialogue as counting sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Id: the same one handed in twice counts once.
    pub id: String,
    /// Kind.
    pub kind: DialogueKind,
    /// State.
    pub state: DialogueState,
    /// What stopped it.
    pub stop: Option<Stop>,
    /// Heads who chair it, by post.
    pub heads: Vec<String>,
    /// Its sessions; 0 and 1 are both one.
    pub sessions: i64,
    /// Thí điểm.
    pub pilot: bool,
}

/// What became of a dialogue, for counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Became {
    /// was held
    Held,
    /// is on its way
    Coming,
    /// was postponed and waits for another day
    Postponed,
    /// was cancelled
    Cancelled,
}

impl Event {
    /// What became of it.
    #[must_use]
    pub fn became(&self) -> Became {
        match self.stop {
            _ if self.state >= DialogueState::Held => Became::Held,
            Some(Stop::Cancelled) => Became::Cancelled,
            Some(Stop::Postponed) => Became::Postponed,
            None => Became::Coming,
        }
    }

    fn weight(&self, counts: Counts) -> i64 {
        match counts {
            Counts::Conference => 1,
            Counts::Session => self.sessions.max(1),
        }
    }
}

/// Numbers of one head, or of all together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Held.
    pub held: i64,
    /// Held, by kind.
    pub by_kind: BTreeMap<&'static str, i64>,
    /// Held together with another head.
    pub joint: i64,
    /// Held as a pilot: inside `held`, shown apart.
    pub pilot: i64,
    /// On their way.
    pub coming: i64,
    /// Postponed.
    pub postponed: i64,
    /// Cancelled.
    pub cancelled: i64,
}

impl Tally {
    fn add(&mut self, e: &Event, weight: i64) {
        match e.became() {
            Became::Held => {
                self.held += weight;
                *self.by_kind.entry(e.kind.code()).or_default() += weight;
                if e.heads.iter().collect::<BTreeSet<_>>().len() > 1 {
                    self.joint += weight;
                }
                if e.pilot {
                    self.pilot += weight;
                }
            }
            Became::Coming => self.coming += weight,
            Became::Postponed => self.postponed += weight,
            Became::Cancelled => self.cancelled += weight,
        }
    }

    /// Held of one kind.
    #[must_use]
    pub fn of_kind(&self, kind: DialogueKind) -> i64 {
        self.by_kind.get(kind.code()).copied().unwrap_or(0)
    }
}

/// The whole, where each dialogue counts once, and each head's own, by post.
#[must_use]
pub fn count(events: &[Event], counts: Counts) -> (Tally, BTreeMap<String, Tally>) {
    let mut all = Tally::default();
    let mut by_head: BTreeMap<String, Tally> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for e in events.iter().filter(|e| seen.insert(e.id.as_str())) {
        let weight = e.weight(counts);
        all.add(e, weight);
        for head in e.heads.iter().collect::<BTreeSet<_>>() {
            by_head.entry(head.clone()).or_default().add(e, weight);
        }
    }
    (all, by_head)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn held(id: &str, heads: &[&str]) -> Event {
        Event {
            id: id.into(),
            kind: DialogueKind::Regular,
            state: DialogueState::Closed,
            stop: None,
            heads: heads.iter().map(|h| (*h).to_owned()).collect(),
            sessions: 1,
            pilot: false,
        }
    }

    #[test]
    fn s1_14_a_joint_conference_counts_once_in_the_total_and_once_for_each_head() {
        let (all, heads) = count(&[held("1", &["bi-thu", "chu-tich"]), held("2", &["chu-tich"])], Counts::Conference);
        assert_eq!((all.held, all.joint), (2, 1));
        assert_eq!(heads.iter().map(|(h, t)| (h.as_str(), t.held)).collect::<Vec<_>>(), [("bi-thu", 1), ("chu-tich", 2)]);
    }

    #[test]
    fn sessions_count_only_where_the_setting_says_so() {
        let three = Event { sessions: 3, ..held("1", &["a"]) };
        assert_eq!(count(std::slice::from_ref(&three), Counts::Conference).0.held, 1);
        assert_eq!(count(&[three], Counts::Session).0.held, 3);
    }

    #[test]
    fn s3_10_a_postponed_or_cancelled_dialogue_is_not_held() {
        let stopped = |id: &str, stop| Event { state: DialogueState::Announced, stop: Some(stop), ..held(id, &["a"]) };
        let (all, _) = count(&[stopped("1", Stop::Postponed), stopped("2", Stop::Cancelled)], Counts::Conference);
        assert_eq!((all.held, all.postponed, all.cancelled, all.coming), (0, 1, 1, 0));
    }

    fn event() -> impl Strategy<Value = Event> {
        (0..6_usize, 0..3_usize, 0..7_usize, 0..3_usize, proptest::collection::vec(0..4_u8, 0..4), 0..4_i64, any::<bool>()).prop_map(
            |(id, kind, state, stop, heads, sessions, pilot)| Event {
                id: id.to_string(),
                kind: DialogueKind::ALL[kind],
                state: DialogueState::ALL[state],
                stop: [None, Some(Stop::Postponed), Some(Stop::Cancelled)][stop],
                heads: heads.iter().map(|h| format!("h{h}")).collect(),
                sessions,
                pilot,
            },
        )
    }

    proptest! {
        #[test]
        fn s1_14_every_dialogue_is_counted_once_and_never_twice_for_a_head(events in proptest::collection::vec(event(), 0..30)) {
            let (all, heads) = count(&events, Counts::Conference);
            let ids: BTreeSet<_> = events.iter().map(|e| e.id.clone()).collect();
            prop_assert_eq!(all.held + all.coming + all.postponed + all.cancelled, i64::try_from(ids.len()).unwrap());
            prop_assert_eq!(all.by_kind.values().sum::<i64>(), all.held);
            prop_assert!(all.joint <= all.held && all.pilot <= all.held);
            for tally in heads.values() {
                prop_assert!(tally.held <= all.held && tally.joint <= all.joint);
            }
            // Counted head by head, only joint ones stand there more than once.
            let sum: i64 = heads.values().map(|t| t.held - t.joint).sum();
            prop_assert!(sum + all.joint <= all.held);
        }

        #[test]
        fn s1_14_the_order_of_rows_and_of_heads_changes_no_number(events in proptest::collection::vec(event(), 0..20)) {
            let mut once = Vec::new();
            for e in &events {
                if !once.iter().any(|o: &Event| o.id == e.id) { once.push(e.clone()); }
            }
            let mut turned: Vec<Event> = once.iter().rev().cloned().collect();
            turned.iter_mut().for_each(|e| e.heads.reverse());
            prop_assert_eq!(count(&once, Counts::Session), count(&turned, Counts::Session));
        }
    }
}
