//! Ai giám sát ai (S1.4, S3.4): how many of the units were supervised in a time, by which kind of body, always with how
//! many they are; and what their rules ask. Never a ranking of units or of bodies.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::regulation::entry::SupervisorKind;

/// A supervision: of which unit, by which kind of body where that was told, on which day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Supervised {
    /// The unit's id.
    pub unit: String,
    /// Which kind of body.
    pub by: Option<SupervisorKind>,
    /// The day.
    pub on: Date,
}

/// What the rules ask of a unit in the time: of its heads together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The unit's id.
    pub unit: String,
    /// Supervisions that its rules ask for.
    pub due: i64,
    /// Of these, recorded.
    pub done: i64,
}

/// A number of units of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub part: i64,
    /// Of how many.
    pub of: i64,
}

/// What one kind of body supervised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfBody {
    /// Supervisions.
    pub times: i64,
    /// Units that it supervised, of all.
    pub units: Share,
    /// The same of those whose rules ask for supervision.
    pub asked: Share,
}

/// The coverage of a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// By each kind of body; `None`: which kind was not told.
    pub bodies: BTreeMap<Option<SupervisorKind>, OfBody>,
    /// By any of them.
    pub any: OfBody,
    /// Units whose rules are kept to the full, of those whose rules ask for supervision.
    pub kept: Share,
}

/// Counts supervisions that are known on a day; those of units that are not among the asked ones are left out.
#[must_use]
pub fn coverage(units: &[Asked], seen: &[Supervised], on: Date) -> Coverage {
    let ours: BTreeSet<&str> = units.iter().map(|u| u.unit.as_str()).collect();
    let bound: BTreeSet<&str> = units.iter().filter(|u| u.due > 0).map(|u| u.unit.as_str()).collect();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let of = |is: &dyn Fn(&Supervised) -> bool| {
        let mine: Vec<&Supervised> = seen.iter().filter(|s| s.on <= on && ours.contains(s.unit.as_str()) && is(s)).collect();
        let places: BTreeSet<&str> = mine.iter().map(|s| s.unit.as_str()).collect();
        OfBody {
            times: count(mine.len()),
            units: Share { part: count(places.len()), of: count(ours.len()) },
            asked: Share { part: count(places.intersection(&bound).count()), of: count(bound.len()) },
        }
    };
    let kinds = SupervisorKind::ALL.iter().copied().map(Some).chain([None]);
    Coverage {
        bodies: kinds.map(|k| (k, of(&|s| s.by == k))).filter(|(k, b)| k.is_some() || b.times > 0).collect(),
        any: of(&|_| true),
        kept: Share { part: count(units.iter().filter(|u| u.due > 0 && u.done >= u.due).count()), of: count(bound.len()) },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn asked(unit: &str, due: i64, done: i64) -> Asked {
        Asked { unit: unit.into(), due, done }
    }

    fn seen(unit: &str, by: Option<SupervisorKind>, on: Date) -> Supervised {
        Supervised { unit: unit.into(), by, on }
    }

    #[test]
    fn s1_4_coverage_names_who_supervised_how_many_units_of_how_many() {
        let units = [asked("a", 2, 2), asked("b", 2, 1), asked("c", 0, 0), asked("d", 1, 0)];
        let (front, people) = (Some(SupervisorKind::Front), Some(SupervisorKind::PeopleInspection));
        let all = [
            seen("a", front, date(2026, 3, 3)),
            seen("a", front, date(2026, 9, 9)),
            seen("b", people, date(2026, 5, 5)),
            seen("c", front, date(2026, 6, 6)),
            seen("b", None, date(2026, 7, 7)),
            seen("elsewhere", front, date(2026, 7, 7)),
            seen("d", front, date(2026, 12, 12)),
        ];
        let c = coverage(&units, &all, date(2026, 11, 1));
        assert_eq!(c.bodies[&front], OfBody { times: 3, units: Share { part: 2, of: 4 }, asked: Share { part: 1, of: 3 } });
        assert_eq!(c.bodies[&people], OfBody { times: 1, units: Share { part: 1, of: 4 }, asked: Share { part: 1, of: 3 } });
        assert_eq!(c.bodies[&Some(SupervisorKind::Community)].times, 0, "who did nothing stands there with nothing");
        assert_eq!(c.bodies[&None].times, 1, "of which it was not told which kind");
        assert_eq!((c.any.times, c.any.units.part, c.any.asked.part), (5, 3, 2), "the one of December is not known yet");
        assert_eq!(c.kept, Share { part: 1, of: 3 });
    }

    proptest! {
        #[test]
        fn s1_4_every_supervision_stands_under_one_kind_and_no_share_is_more_than_the_whole(
            rows in proptest::collection::vec((0_usize..5, 0_usize..8, 0_i64..300), 0..40), due in proptest::collection::vec(0_i64..3, 4), day in 0_i64..300
        ) {
            let name = |n: usize| format!("u{n}");
            let after = |n: i64| date(2026, 1, 1).saturating_add(jiff::Span::new().days(n));
            let units: Vec<Asked> = due.iter().enumerate().map(|(n, d)| asked(&name(n), *d, 1)).collect();
            let all: Vec<Supervised> = rows.iter().map(|(u, k, d)| seen(&name(*u), SupervisorKind::ALL.get(*k).copied(), after(*d))).collect();
            let c = coverage(&units, &all, after(day));
            let known = all.iter().filter(|s| s.unit != "u4" && s.on <= after(day)).count();
            prop_assert_eq!(c.bodies.values().map(|b| b.times).sum::<i64>(), i64::try_from(known).unwrap());
            prop_assert_eq!(c.any.times, i64::try_from(known).unwrap());
            for b in c.bodies.values().chain([&c.any]) {
                prop_assert!(b.units.part <= b.units.of && b.asked.part <= b.asked.of && b.asked.part <= b.units.part && b.units.part <= b.times);
                prop_assert!(b.units.part <= c.any.units.part);
            }
            let mut back = all.clone();
            back.reverse();
            prop_assert_eq!(coverage(&units, &back, after(day)), c);
        }
    }
}
