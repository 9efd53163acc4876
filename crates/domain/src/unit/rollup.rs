//! Tổng hợp theo đơn vị hiện nay: where the numbers of a former unit are shown. A unit that became part of one unit of
//! today stands in it; one that was divided stands apart and is counted into none; a district is never a commune.

use std::collections::BTreeMap;

use super::Level;

/// A unit as the roll-up needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its level.
    pub level: Level,
    /// True for a unit that stands today.
    pub stands: bool,
    /// Ids of the units that it went into.
    pub into: Vec<String>,
}

/// Where a unit's numbers are shown among the units of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fold {
    /// On its own line: it stands today.
    Own,
    /// In the line of the one unit that it became part of.
    Into(String),
    /// On a line of its own, marked: it was divided among these.
    Divided(Vec<String>),
    /// On a line of its own, marked: a district has no successor.
    District,
    /// On a line of its own, marked: what it became is not known.
    Unknown,
}

/// Reforms that one unit is followed through at most.
const STEPS: usize = 8;

/// Where the numbers of a unit are shown as of today.
#[must_use]
pub fn fold(id: &str, units: &BTreeMap<String, Place>) -> Fold {
    let Some(start) = units.get(id) else { return Fold::Unknown };
    if start.stands {
        return Fold::Own;
    }
    if start.level == Level::District {
        return Fold::District;
    }
    let mut at = start;
    for _ in 0..STEPS {
        match at.into.as_slice() {
            [] => return Fold::Unknown,
            [one] => match units.get(one) {
                Some(next) if next.level != start.level => return Fold::Unknown,
                Some(next) if next.stands => return Fold::Into(one.clone()),
                Some(next) => at = next,
                None => return Fold::Unknown,
            },
            several => return Fold::Divided(several.to_vec()),
        }
    }
    Fold::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(all: &[(&str, Level, bool, &[&str])]) -> BTreeMap<String, Place> {
        all.iter()
            .map(|(id, level, stands, into)| {
                ((*id).to_owned(), Place { level: *level, stands: *stands, into: into.iter().map(|i| (*i).to_owned()).collect() })
            })
            .collect()
    }

    #[test]
    fn a_divided_unit_is_counted_into_none_and_a_district_is_never_a_commune() {
        use Level::{Commune, District};
        let all = units(&[
            ("now", Commune, true, &[]),
            ("now2", Commune, true, &[]),
            ("merged", Commune, false, &["now"]),
            ("twice", Commune, false, &["merged"]),
            ("divided", Commune, false, &["now", "now2"]),
            ("then-divided", Commune, false, &["divided"]),
            ("district", District, false, &["now"]),
            ("lost", Commune, false, &[]),
            ("odd", Commune, false, &["district"]),
            ("circle", Commune, false, &["circle"]),
        ]);
        let into = || Fold::Into("now".to_owned());
        let divided = || Fold::Divided(vec!["now".to_owned(), "now2".to_owned()]);
        for (id, is) in [
            ("now", Fold::Own),
            ("merged", into()),
            ("twice", into()),
            ("divided", divided()),
            ("then-divided", divided()),
            ("district", Fold::District),
            ("lost", Fold::Unknown),
            ("odd", Fold::Unknown),
            ("circle", Fold::Unknown),
            ("nobody", Fold::Unknown),
        ] {
            assert_eq!(fold(id, &all), is, "{id}");
        }
    }
}
