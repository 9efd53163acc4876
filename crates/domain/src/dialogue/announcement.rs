//! Announcing a dialogue (S0.8, L2): what has to be there first, and the last day on which it is in time.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{
    scope::{self, Scope},
    state::{Basis, DialogueKind, DraftState, Form},
};
use crate::{
    calendar::Calendar,
    problem::MissingPart,
    regulation::clock::{LimitName, Limits},
};

/// What is known of a dialogue that somebody wants to announce.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// `HH:MM`, or empty.
    pub at_time: &'a str,
    /// Place, or empty.
    pub place: &'a str,
    /// How a person takes part, or empty.
    pub how_to_join: &'a str,
    /// Topics that were not dropped.
    pub topics: usize,
    /// State of the contents.
    pub contents: DraftState,
    /// By which rule.
    pub basis: Basis,
    /// How people take part.
    pub form: Form,
    /// Co-chair, invitation, the way to join online.
    pub scope: &'a Scope,
    /// How often it is held.
    pub kind: DialogueKind,
    /// Documents that people can read before they come.
    pub documents: usize,
}

/// The documents with which a dialogue of a kind is announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Needed {
    /// So many at least.
    pub least: usize,
    /// True where a text says so; otherwise the number is the program's own.
    pub confirmed: bool,
}

/// The documents of each kind (data/documents.toml).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededDocuments(BTreeMap<DialogueKind, Needed>);

impl NeededDocuments {
    /// Reads a file of them.
    ///
    /// # Errors
    /// What is wrong in it or missing.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let all: BTreeMap<DialogueKind, Needed> = toml::from_str(text).map_err(|e| e.to_string())?;
        match DialogueKind::ALL.iter().find(|k| !all.contains_key(k)) {
            Some(kind) => Err(format!("the kind [{kind}] is missing")),
            None => Ok(Self(all)),
        }
    }

    /// Those that ship with the program; none are asked where the file cannot be read, which a test sees.
    #[must_use]
    pub fn builtin() -> Self {
        Self::from_toml(include_str!("../../../../data/documents.toml")).unwrap_or_else(|_| Self(BTreeMap::new()))
    }

    /// Those of a kind.
    #[must_use]
    pub fn of(&self, kind: DialogueKind) -> Needed {
        self.0.get(&kind).copied().unwrap_or(Needed { least: 0, confirmed: false })
    }
}

/// What is missing before the dialogue can be announced: time, place, content and the way to take part (Đ.43), for the
/// statutory dialogue its co-chair and the invitation of the Party committee, the chair's approval of the contents, and the
/// documents that people read before they come ([`without_documents`]).
#[must_use]
pub fn missing(plan: &Plan<'_>) -> Vec<MissingPart> {
    let mut missing = missing_parts(plan);
    missing.extend(without_documents(plan));
    missing
}

/// The documents that are missing: the part that a chair may do without, by name and with the reason (S0.8).
#[must_use]
pub fn without_documents(plan: &Plan<'_>) -> Option<MissingPart> {
    let needed = NeededDocuments::builtin().of(plan.kind);
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    (plan.documents < needed.least).then(|| MissingPart::Documents {
        least: count(needed.least),
        found: count(plan.documents),
        confirmed: needed.confirmed,
    })
}

/// What nobody may do without.
#[must_use]
pub fn missing_parts(plan: &Plan<'_>) -> Vec<MissingPart> {
    let parts = [("time", plan.at_time), ("place", plan.place), ("how_to_join", plan.how_to_join)];
    let mut missing: Vec<_> =
        parts.iter().filter(|(_, text)| text.trim().is_empty()).map(|(part, _)| MissingPart::Announcement(part)).collect();
    if plan.topics == 0 {
        missing.push(MissingPart::Announcement("content"));
    }
    missing.extend(scope::missing(plan.basis, plan.form, plan.scope));
    if plan.contents != DraftState::Approved {
        missing.push(MissingPart::ContentsApproval);
    }
    missing
}

/// The lead time that the clause asks, for one dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Days asked.
    pub days: u32,
    /// The last day on which announcing is in time.
    pub by: Date,
    /// Who asks it.
    pub citation: String,
}

impl Lead {
    /// True where announcing on that day leaves the time that is asked.
    #[must_use]
    pub fn in_time(&self, on: Date) -> bool {
        on <= self.by
    }
}

/// The lead time of a dialogue of that basis held on `on_day`, counted as the limit's datum says.
#[must_use]
pub fn lead(limits: &Limits, calendar: &Calendar, on_day: Date, basis: Basis) -> Lead {
    /// Days looked back at most: no announcement is asked earlier than half a year before.
    const BACK: usize = 183;
    let name = LimitName::announcement(basis);
    let days = limits.get(name).map_or(0, |l| l.days);
    let citation = limits.get(name).map_or_else(String::new, |l| l.citation.clone());
    let mut by = on_day;
    for _ in 0..BACK {
        if limits.due(calendar, by, name).0.date <= on_day {
            break;
        }
        match by.yesterday() {
            Ok(day) => by = day,
            Err(_) => break,
        }
    }
    Lead { days, by, citation }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::{ToSpan as _, civil::date};
    use proptest::prelude::*;

    use super::*;

    const BARE: Scope = Scope {
        audiences: Vec::new(),
        fields: Vec::new(),
        area: String::new(),
        pilot: false,
        trial: scope::Trial { reach: String::new(), from: None, to: None, paper: String::new() },
        join_link: String::new(),
        held_at_unit: String::new(),
        council_post: String::new(),
        party_invited: false,
    };
    const WHOLE: Plan<'_> = Plan {
        at_time: "07:30",
        place: "Nhà văn hóa",
        how_to_join: "Đến dự trực tiếp",
        topics: 1,
        contents: DraftState::Approved,
        basis: Basis::Party,
        form: Form::InPerson,
        scope: &BARE,
        kind: DialogueKind::Regular,
        documents: 1,
    };

    #[test]
    fn s0_8_time_place_content_and_the_way_to_join_are_each_asked() {
        assert!(missing(&WHOLE).is_empty());
        let table = [
            (Plan { at_time: " ", ..WHOLE }, MissingPart::Announcement("time")),
            (Plan { place: "", ..WHOLE }, MissingPart::Announcement("place")),
            (Plan { how_to_join: "", ..WHOLE }, MissingPart::Announcement("how_to_join")),
            (Plan { topics: 0, ..WHOLE }, MissingPart::Announcement("content")),
            (Plan { form: Form::Hybrid, ..WHOLE }, MissingPart::Announcement("join_link")),
            (Plan { contents: DraftState::Submitted, ..WHOLE }, MissingPart::ContentsApproval),
            (Plan { documents: 0, ..WHOLE }, MissingPart::Documents { least: 1, found: 0, confirmed: false }),
        ];
        for (plan, part) in table {
            assert_eq!(missing(&plan), [part]);
        }
    }

    #[test]
    fn s0_8_each_kind_says_how_many_documents_it_is_announced_with() {
        let needed = NeededDocuments::from_toml(include_str!("../../../../data/documents.toml")).unwrap();
        assert_eq!(needed, NeededDocuments::builtin());
        let least = DialogueKind::ALL.iter().map(|k| needed.of(*k)).map(|n| (n.least, n.confirmed)).collect::<Vec<_>>();
        assert_eq!(least, [(1, false), (1, false), (0, false)], "no text read so far gives a number");
        assert!(NeededDocuments::from_toml("[regular]\nleast = 1\nconfirmed = false").is_err(), "every kind is said");
        let bare = Plan { documents: 0, kind: DialogueKind::AdHoc, ..WHOLE };
        assert_eq!((missing(&bare), without_documents(&bare)), (Vec::new(), None));
        assert!(missing_parts(&Plan { documents: 0, ..WHOLE }).is_empty(), "the one part that a chair may do without");
    }

    #[test]
    fn l2_the_seventh_day_before_is_in_time_and_the_sixth_is_not() {
        let (limits, calendar) = (Limits::builtin().unwrap(), Calendar::builtin().unwrap());
        let lead = lead(&limits, &calendar, date(2026, 12, 5), Basis::Statutory);
        assert_eq!((lead.days, lead.by), (7, date(2026, 11, 28)));
        assert!(lead.in_time(date(2026, 11, 28)) && !lead.in_time(date(2026, 11, 29)));
        assert!(lead.citation.contains("Điều 43"));
    }

    #[test]
    fn l2_a_lead_in_working_days_is_counted_in_working_days() {
        let text = include_str!("../../../../data/clocks.toml").replacen(
            "[announcement_lead]\ndays = 7\ncount = \"calendar\"",
            "[announcement_lead]\ndays = 5\ncount = \"working\"",
            1,
        );
        let (limits, calendar) = (Limits::from_toml(&text).unwrap(), Calendar::builtin().unwrap());
        // Saturday 5/12/2026: five working days end on Friday 4/12 when counted from Friday 27/11 to Sunday 29/11.
        assert_eq!(lead(&limits, &calendar, date(2026, 12, 5), Basis::Statutory).by, date(2026, 11, 29));
    }

    proptest! {
        #[test]
        fn l2_the_last_day_in_time_is_the_last(offset in 0_i32..4000) {
            let (limits, calendar) = (Limits::builtin().unwrap(), Calendar::builtin().unwrap());
            let on_day = date(2022, 1, 1).checked_add(offset.days()).unwrap();
            let lead = lead(&limits, &calendar, on_day, Basis::Statutory);
            let due = |from| limits.due(&calendar, from, LimitName::AnnouncementLead).0.date;
            prop_assert!(due(lead.by) <= on_day);
            prop_assert!(due(lead.by.tomorrow().unwrap()) > on_day);
        }
    }
}
