//! Có hiệu lực vào ngày nào: which rule was in force on a date (S4.1). A record of 2020 is read by the rule of 2020.

use jiff::civil::Date;

use super::document::{Area, Document, LinkKind};

crate::words! {
    /// What a document is on a day.
    Force {
        /// chưa có hiệu lực
        NotYet = "not_yet",
        /// đang có hiệu lực
        InForce = "in_force",
        /// đã được thay thế
        Superseded = "superseded",
        /// đã hết hiệu lực
        Ended = "ended",
        /// chưa rõ: neither day of issue nor first day in force is known
        Unknown = "unknown",
    }
}

/// The days of a document, with what other documents made of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first day in force: stated, else the day of issue, else the day by which it is known to have been issued.
    pub from: Option<Date>,
    /// The last day in force: stated, or the day before its successor's first day.
    pub to: Option<Date>,
    /// True where `to` comes from a successor.
    pub superseded: bool,
}

impl Span {
    /// What the document is on that day.
    #[must_use]
    pub fn on(self, day: Date) -> Force {
        if self.to.is_some_and(|to| to < day) {
            return if self.superseded { Force::Superseded } else { Force::Ended };
        }
        match self.from {
            None => Force::Unknown,
            Some(from) if day < from => Force::NotYet,
            Some(_) => Force::InForce,
        }
    }
}

/// The first day in force of a document by itself.
#[must_use]
pub fn begins(d: &Document) -> Option<Date> {
    d.valid_from.or(d.issued_on).or(d.known_by)
}

/// The days of a document among all that are registered. Only a confirmed succession ends it: a later rule of the same
/// place prevails only where that is stated, otherwise both stand (S3.9).
#[must_use]
pub fn span(d: &Document, all: &[Document]) -> Span {
    let from = begins(d);
    let successor = all
        .iter()
        .filter(|s| s.links.iter().any(|l| l.kind == LinkKind::Supersedes && l.to == d.id && l.confirmed))
        .filter_map(begins)
        .min()
        .and_then(|first| first.yesterday().ok());
    match (d.valid_to, successor) {
        (Some(stated), Some(last)) if stated <= last => Span { from, to: Some(stated), superseded: false },
        (_, Some(last)) => Span { from, to: Some(last), superseded: true },
        (stated, None) => Span { from, to: stated, superseded: false },
    }
}

/// True where a document applies to a unit whose own id and the ids above it are these.
#[must_use]
pub fn applies_to(d: &Document, unit_and_above: &[&str]) -> bool {
    match d.area {
        Area::Nation => true,
        Area::Unit => d.unit_id.as_deref().is_some_and(|u| unit_and_above.contains(&u)),
        Area::Unknown => false,
    }
}

/// The documents in force for a unit on a day, the highest first, then the newest.
#[must_use]
pub fn in_force<'a>(all: &'a [Document], unit_and_above: &[&str], on: Date) -> Vec<&'a Document> {
    let mut found: Vec<&Document> = all.iter().filter(|d| applies_to(d, unit_and_above) && span(d, all).on(on) == Force::InForce).collect();
    found.sort_by_key(|d| (d.area != Area::Nation, std::cmp::Reverse(begins(d)), d.id.clone()));
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::regulation::{
        document::{DocumentKind, Link, Visibility},
        file,
    };

    fn ids(all: &[Document], chain: &[&str], on: Date) -> Vec<String> {
        in_force(all, chain, on).into_iter().filter(|d| d.area == Area::Unit).map(|d| d.id.clone()).collect()
    }

    #[test]
    fn s4_1_an_event_of_2020_has_rule_08_and_one_of_2022_rule_03() {
        let all = file::builtin().unwrap();
        let commune = ["10615.before_2025", "291.before_2025", "30.before_2025"];
        let rules = |on| -> Vec<String> { ids(&all, &commune, on).into_iter().filter(|id| id.ends_with("-qc-tu")).collect() };
        assert_eq!(rules(date(2020, 6, 1)), ["hai-duong-08-qc-tu"]);
        assert_eq!(rules(date(2022, 6, 1)), ["hai-duong-03-qc-tu"]);
        // The days on which one gives way to the other, and before there was any.
        assert_eq!(rules(date(2021, 3, 17)), ["hai-duong-08-qc-tu"]);
        assert_eq!(rules(date(2021, 3, 18)), ["hai-duong-03-qc-tu"]);
        assert_eq!(rules(date(2018, 1, 2)), Vec::<String>::new());
        // Another province has neither.
        assert!(ids(&all, &["34.before_2025"], date(2022, 6, 1)).iter().all(|id| !id.starts_with("hai-duong")));
    }

    #[test]
    fn s3_9_two_rules_of_one_province_stand_side_by_side_where_no_succession_is_stated() {
        let all = file::builtin().unwrap();
        let found = ids(&all, &["17.before_2025"], date(2022, 1, 1));
        assert!(found.contains(&"hoa-binh-232-qd-tu".to_owned()) && found.contains(&"hoa-binh-367-qd-tu".to_owned()), "{found:?}");
    }

    #[test]
    fn a_rule_whose_place_is_not_known_binds_nobody() {
        let all = file::builtin().unwrap();
        let unknown: Vec<_> = all.iter().filter(|d| d.area == Area::Unknown).collect();
        assert!(!unknown.is_empty());
        for on in [date(2015, 1, 1), date(2026, 1, 1)] {
            assert!(in_force(&all, &["31.2025"], on).iter().all(|d| d.area != Area::Unknown));
        }
    }

    fn document(id: u8, from: Option<i16>, to: Option<i16>, supersedes: Option<u8>, confirmed: bool) -> Document {
        Document {
            id: format!("d-{id}"),
            kind: DocumentKind::Regulation,
            number: String::new(),
            title: "t".into(),
            issuer: "i".into(),
            area: Area::Nation,
            unit_id: None,
            issued_on: from.map(|y| date(y, 1, 1)),
            known_by: None,
            valid_from: None,
            valid_to: to.map(|y| date(y, 12, 31)),
            days_confirmed: true,
            visibility: Visibility::Public,
            source: "s".into(),
            note: String::new(),
            links: supersedes
                .map(|to| Link { kind: LinkKind::Supersedes, to: format!("d-{to}"), source: "s".into(), confirmed })
                .into_iter()
                .collect(),
            clauses: Vec::new(),
        }
    }

    #[test]
    fn an_unconfirmed_succession_ends_nothing() {
        let all = [document(1, Some(2018), None, None, true), document(2, Some(2021), None, Some(1), false)];
        assert_eq!(in_force(&all, &[], date(2022, 1, 1)).len(), 2);
        let all = [document(1, Some(2018), None, None, true), document(2, Some(2021), None, Some(1), true)];
        assert_eq!(in_force(&all, &[], date(2022, 1, 1)).iter().map(|d| d.id.as_str()).collect::<Vec<_>>(), ["d-2"]);
        assert_eq!(span(&all[0], &all).on(date(2021, 1, 1)), Force::Superseded);
    }

    #[test]
    fn s4_1_a_document_begins_on_its_stated_day_and_gives_way_to_the_first_of_two_successors() {
        let mut old = document(1, Some(2018), None, None, true);
        let all = [old.clone(), document(2, Some(2024), None, Some(1), true), document(3, Some(2021), None, Some(1), true)];
        assert_eq!(span(&all[0], &all).to, Some(date(2020, 12, 31)), "the first that takes its place ends it");
        // The day in force goes before the day of issue, and that before the day by which it is known.
        old.valid_from = Some(date(2018, 3, 1));
        old.known_by = Some(date(2017, 1, 1));
        assert_eq!(begins(&old), Some(date(2018, 3, 1)));
        old.valid_from = None;
        assert_eq!(begins(&old), Some(date(2018, 1, 1)));
        old.issued_on = None;
        assert_eq!(begins(&old), Some(date(2017, 1, 1)));
    }

    #[test]
    fn what_has_no_place_or_no_day_is_in_force_nowhere() {
        let on = date(2022, 1, 1);
        let mut nowhere = document(1, Some(2018), None, None, true);
        assert_eq!(in_force(std::slice::from_ref(&nowhere), &["31.2025"], on).len(), 1);
        nowhere.area = Area::Unknown;
        assert!(in_force(&[nowhere], &["31.2025"], on).is_empty());
        let undated = document(2, None, None, None, true);
        assert_eq!(span(&undated, &[]).on(on), Force::Unknown);
        assert!(in_force(&[undated], &[], on).is_empty());
    }

    proptest! {
        #[test]
        fn a_document_begins_once_and_ends_once(from in 2000_i16..2030, to in 2000_i16..2030, next in 2000_i16..2030, y in 1990_i16..2040) {
            let all = [document(1, Some(from), Some(to), None, true), document(2, Some(next), None, Some(1), true)];
            let s = span(&all[0], &all);
            let force = s.on(date(y, 6, 1));
            let ended = y > to || y >= next;
            prop_assert_eq!(matches!(force, Force::Ended | Force::Superseded), ended);
            prop_assert_eq!(force == Force::NotYet, !ended && y < from);
        }

        #[test]
        fn the_order_of_documents_does_not_matter(years in proptest::collection::vec(2000_i16..2030, 1..6), y in 2000_i16..2030) {
            let mut all: Vec<Document> = (0_u8..).zip(&years).map(|(n, y)| document(n, Some(*y), None, n.checked_sub(1), true)).collect();
            let there: Vec<String> = in_force(&all, &[], date(y, 6, 1)).into_iter().map(|d| d.id.clone()).collect();
            all.reverse();
            let back: Vec<String> = in_force(&all, &[], date(y, 6, 1)).into_iter().map(|d| d.id.clone()).collect();
            prop_assert_eq!(there, back);
        }
    }
}
