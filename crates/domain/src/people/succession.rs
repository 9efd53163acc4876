//! Kế tục: which name a body bore on a day, and which body does today what another did (S0.18). A duty that names Ban Dân
//! vận Tỉnh ủy in 2024 is in 2026 the duty of Ban Tuyên giáo và Dân vận Tỉnh ủy; a paper keeps the name of its own day.

use std::collections::BTreeSet;

use jiff::civil::Date;

/// A name of a body from a day on, until its next name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyName {
    /// Id: orders two names of one day.
    pub id: String,
    /// Name.
    pub name: String,
    /// Organ in document symbols.
    pub symbol: String,
    /// From when; unknown for the first.
    pub from: Option<Date>,
    /// The paper it rests on.
    pub source: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
}

/// One body went into another from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// Id of the earlier body.
    pub old: String,
    /// Id of the later body.
    pub new: String,
    /// From when the later one does what the earlier did.
    pub on: Date,
    /// The paper it rests on.
    pub source: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
}

/// The name on a day: the last that had begun; the first known one for days before all.
#[must_use]
pub fn name_on(names: &[BodyName], day: Date) -> Option<&BodyName> {
    let begun = names.iter().filter(|n| n.from.is_none_or(|from| from <= day));
    begun.max_by(|a, b| (a.from, &a.id).cmp(&(b.from, &b.id))).or_else(|| names.iter().min_by(|a, b| (a.from, &a.id).cmp(&(b.from, &b.id))))
}

/// Who does on a day what that body did: itself while nothing has followed it, else all that followed, in the order of ids.
#[must_use]
pub fn standing_for<'a>(all: &'a [Succession], body: &'a str, day: Date) -> Vec<&'a str> {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::from([body]));
    let mut open = vec![body];
    while let Some(at) = open.pop() {
        let next: Vec<&str> = all.iter().filter(|s| s.old == at && s.on <= day).map(|s| s.new.as_str()).collect();
        if next.is_empty() {
            found.insert(at);
        }
        open.extend(next.into_iter().filter(|n| seen.insert(n)));
    }
    found.into_iter().collect()
}

/// Who did on a day what that body does: the bodies that had not gone into it (or another) yet; itself where it stood already.
#[must_use]
pub fn stood_before<'a>(all: &'a [Succession], body: &'a str, day: Date) -> Vec<&'a str> {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::from([body]));
    let mut open = vec![body];
    while let Some(at) = open.pop() {
        let earlier: Vec<&str> = all.iter().filter(|s| s.new == at && s.on > day).map(|s| s.old.as_str()).collect();
        if earlier.is_empty() {
            found.insert(at);
        }
        open.extend(earlier.into_iter().filter(|n| seen.insert(n)));
    }
    found.into_iter().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn went(old: &str, new: &str, on: Date) -> Succession {
        Succession { old: old.to_owned(), new: new.to_owned(), on, source: String::new(), confirmed: false }
    }

    #[test]
    fn s0_18_a_duty_of_2024_is_of_the_body_that_followed_in_2026() {
        let all = [
            went("ban-dan-van", "ban-tgdv", date(2025, 3, 1)),
            went("ban-tuyen-giao", "ban-tgdv", date(2025, 3, 1)),
            went("ban-can-su", "dang-uy-ubnd", date(2025, 3, 1)),
        ];
        assert_eq!(standing_for(&all, "ban-dan-van", date(2024, 6, 1)), ["ban-dan-van"]);
        assert_eq!(standing_for(&all, "ban-dan-van", date(2026, 6, 1)), ["ban-tgdv"]);
        assert_eq!(standing_for(&all, "ban-can-su", date(2025, 3, 1)), ["dang-uy-ubnd"]);
        assert_eq!(stood_before(&all, "ban-tgdv", date(2024, 6, 1)), ["ban-dan-van", "ban-tuyen-giao"]);
        assert_eq!(stood_before(&all, "ban-tgdv", date(2026, 6, 1)), ["ban-tgdv"]);
    }

    #[test]
    fn s0_18_a_body_bears_the_name_of_the_day() {
        let name = |id: &str, name: &str, from| BodyName {
            id: id.to_owned(),
            name: name.to_owned(),
            symbol: String::new(),
            from,
            source: String::new(),
            confirmed: true,
        };
        let names = [name("2", "Ban Tuyên giáo và Dân vận", Some(date(2025, 3, 1))), name("1", "Ban Dân vận", None)];
        assert_eq!(name_on(&names, date(2024, 12, 31)).unwrap().name, "Ban Dân vận");
        assert_eq!(name_on(&names, date(2025, 2, 28)).unwrap().name, "Ban Dân vận");
        assert_eq!(name_on(&names, date(2025, 3, 1)).unwrap().name, "Ban Tuyên giáo và Dân vận");
        let later = [name("1", "Phòng Kinh tế", Some(date(2025, 7, 1)))];
        assert_eq!(name_on(&later, date(2020, 1, 1)).unwrap().name, "Phòng Kinh tế", "the first name known, rather than none");
    }

    proptest! {
        #[test]
        fn s0_18_a_circle_of_successions_ends_and_order_does_not_matter(edges in proptest::collection::vec((0_u8..6, 0_u8..6, 0_i8..27), 0..14)) {
            let all: Vec<Succession> = edges.iter().map(|(a, b, d)| went(&a.to_string(), &b.to_string(), date(2025, 3, d + 1))).collect();
            let turned: Vec<Succession> = all.iter().rev().cloned().collect();
            for start in 0..6 {
                let start = start.to_string();
                let day = date(2025, 3, 14);
                prop_assert_eq!(standing_for(&all, &start, day), standing_for(&turned, &start, day));
                prop_assert_eq!(stood_before(&all, &start, day), stood_before(&turned, &start, day));
            }
        }
    }
}
