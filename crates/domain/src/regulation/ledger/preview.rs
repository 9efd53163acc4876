//! What would change: the duties of a unit under the rules as they stand and under the rules as they would be, side by
//! side, before a clause takes force.

use std::collections::BTreeMap;

use super::duty::{Duty, FactKind, Subject};
use crate::regulation::clause::ClauseKind;

/// A duty that a change of rules would touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Owed only under the new rules.
    Appears(Duty),
    /// Owed only under the old rules.
    Goes(Duty),
    /// Owed under both, by another day, with another state or by another clause.
    Moves {
        /// Under the old rules.
        before: Box<Duty>,
        /// Under the new rules.
        after: Box<Duty>,
    },
}

/// How many duties a change of rules would touch, and how many it leaves as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Owed only under the new rules.
    pub appear: usize,
    /// Owed only under the old rules.
    pub go: usize,
    /// Owed under both, but not alike.
    pub moved: usize,
    /// The same under both.
    pub same: usize,
}

impl Extent {
    /// True where nothing would change.
    #[must_use]
    pub const fn is_nothing(self) -> bool {
        self.appear == 0 && self.go == 0 && self.moved == 0
    }
}

/// What makes two duties the same matter under two versions of a document: document, kind, post, and which of a period
/// or of what.
type Matter = (String, ClauseKind, String, String);

fn matter(d: &Duty) -> Matter {
    let of = match &d.subject {
        Subject::Nth { from, to, n, .. } => format!("{from}..{to}/{n}"),
        Subject::Of { kind, id, part, .. } => format!("{}/{id}/{part}", FactKind::code(*kind)),
    };
    (d.clause.document.clone(), d.kind, d.post_id.clone(), of)
}

/// What a change of rules makes of the duties of a unit: only what is touched, by its day; and how many of each.
#[must_use]
pub fn compare(before: &[Duty], after: &[Duty]) -> (Vec<Change>, Extent) {
    let mut old: BTreeMap<Matter, Vec<&Duty>> = BTreeMap::new();
    for d in before {
        old.entry(matter(d)).or_default().push(d);
    }
    let (mut changes, mut extent) = (Vec::new(), Extent::default());
    for d in after {
        // Several clauses of one document may be about one matter: what is the very same stands for itself first.
        let twin = old.get_mut(&matter(d)).and_then(|of| {
            let at = of.iter().position(|o| o.id == d.id).or_else(|| of.iter().position(|o| !after.iter().any(|a| a.id == o.id)))?;
            Some(of.remove(at))
        });
        match twin {
            None => {
                extent.appear += 1;
                changes.push(Change::Appears(d.clone()));
            }
            Some(o) if (o.due, o.state) == (d.due, d.state) => extent.same += 1,
            Some(o) => {
                extent.moved += 1;
                changes.push(Change::Moves { before: Box::new(o.clone()), after: Box::new(d.clone()) });
            }
        }
    }
    for d in old.into_values().flatten() {
        extent.go += 1;
        changes.push(Change::Goes(d.clone()));
    }
    changes.sort_by_key(key);
    (changes, extent)
}

fn key(c: &Change) -> (jiff::civil::Date, String) {
    let d = match c {
        Change::Appears(d) | Change::Goes(d) => d,
        Change::Moves { after, .. } => after,
    };
    (d.due, d.id.clone())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    use super::{
        super::{
            ledger,
            rules::Rules,
            tests::{CHAIR, bound, clause, dialogue, register, times, within},
            *,
        },
        *,
    };
    use crate::regulation::{
        clause::{Clause, DayCount, Per},
        document::Document,
    };

    const ON: Date = Date::constant(2026, 12, 1);

    fn duties(rules: &[Document]) -> Vec<Duty> {
        let facts = Facts { dialogues: vec![dialogue("a", date(2026, 5, 5), &[CHAIR])], ..Facts::default() };
        ledger(&Rules::new(rules), &Calendar::builtin().unwrap(), &bound(), &facts, 2026..=2026, ON)
    }

    /// The register with the clause at `seq` given way on 1 July to another.
    fn with(seq: usize, new: Option<Clause>) -> Vec<Document> {
        let mut rules = register();
        let clauses = &mut rules[1].clauses;
        clauses[seq].valid_to = Some(date(2026, 4, 30));
        clauses.extend(new.map(|c| Clause { valid_from: Some(date(2026, 5, 1)), ..c }));
        rules
    }

    #[test]
    fn a_number_that_grows_makes_duties_appear_and_leaves_the_others() {
        let three = with(0, Some(clause(ClauseKind::Frequency, times(3, Per::Year))));
        let (changes, extent) = compare(&duties(&register()), &duties(&three));
        // Two heads owe a third; their first two lose their months and move.
        assert_eq!((extent.appear, extent.go), (2, 0));
        assert!(
            changes
                .iter()
                .filter(|c| matches!(c, Change::Appears(_)))
                .all(|c| matches!(c, Change::Appears(d) if d.kind == ClauseKind::Frequency))
        );
        assert!(extent.moved >= 2 && extent.same > 0);
    }

    #[test]
    fn a_limit_that_is_longer_moves_the_day_and_a_clause_that_ends_lets_duties_go() {
        let longer = with(3, Some(clause(ClauseKind::NoticeLimit, within(20, DayCount::Calendar))));
        let (changes, extent) = compare(&duties(&register()), &duties(&longer));
        assert_eq!((extent.appear, extent.go, extent.moved), (0, 0, 1));
        let Change::Moves { before, after } = &changes[0] else { unreachable!() };
        assert_eq!((before.due, after.due), (date(2026, 5, 15), date(2026, 5, 25)));
        let (changes, extent) = compare(&duties(&register()), &duties(&with(3, None)));
        assert_eq!((extent.appear, extent.go, extent.moved), (0, 1, 0));
        assert!(matches!(&changes[0], Change::Goes(d) if d.kind == ClauseKind::NoticeLimit));
    }

    proptest! {
        #[test]
        fn nothing_changes_where_nothing_changed_and_back_again_is_the_mirror(seq in 0_usize..13) {
            let (old, new) = (duties(&register()), duties(&with(seq, None)));
            prop_assert!(compare(&old, &old).1.is_nothing());
            let (there, back) = (compare(&old, &new).1, compare(&new, &old).1);
            prop_assert_eq!((there.appear, there.go, there.moved, there.same), (back.go, back.appear, back.moved, back.same));
            prop_assert_eq!(there.same + there.moved + there.go, old.len());
        }
    }
}
