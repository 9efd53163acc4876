//! Numbers of conclusion notices (L9): one series per body and year in the administration (NĐ 30/2020), one per body
//! and committee term in the Party. A number is issued here, or entered from the office's own document system.

use jiff::civil::{Date, date};

use crate::{
    people::body::BodyKind,
    text::symbol::{Style, Symbol},
};

/// The type of a conclusion notice in its symbol: thông báo.
const KIND: &str = "TB";
/// First days of committee terms at the base, the latest first: the congresses of 2025 were closed with the new communes,
/// those of 2020 before mid-year. A paper signed before them counts into 2015.
const TERMS: [(Date, i64); 3] = [(date(2030, 7, 1), 2030), (date(2025, 7, 1), 2025), (date(2020, 7, 1), 2020)];

crate::words! {
    /// Where a number comes from.
    Numbering {
        /// issued here, the next of its series
        Issued = "issued",
        /// entered from the office's own document system (QLVB)
        Entered = "entered",
    }
}

/// Which rules of document form a body's papers follow.
#[must_use]
pub const fn style(body: BodyKind) -> Style {
    match body {
        BodyKind::PartyCommittee | BodyKind::PartyOffice | BodyKind::PartyCommission | BodyKind::Inspection => Style::Party,
        _ => Style::Admin,
    }
}

/// The series that a paper signed on that day belongs to: its year, for the Party the first year of the term.
#[must_use]
pub fn series(style: Style, signed_on: Date) -> i64 {
    match style {
        Style::Admin => i64::from(signed_on.year()),
        Style::Party => TERMS.iter().find(|(first, _)| signed_on >= *first).map_or(2015, |(_, year)| *year),
    }
}

/// The symbol of a notice: `12/TB-UBND`, `15-TB/ĐU`.
#[must_use]
pub fn symbol(style: Style, number: u32, organ: &str) -> Symbol {
    Symbol { number, year: None, kind: KIND.to_owned(), organ: organ.to_owned(), style }
}

/// The number line of a paper: "Số: 12/TB-UBND" in the administration, "Số 15-TB/ĐU" in the Party (no colon).
#[must_use]
pub fn number_line(style: Style, symbol: &str) -> String {
    match style {
        Style::Admin => format!("Số: {symbol}"),
        Style::Party => format!("Số {symbol}"),
    }
}

/// A number that is taken in a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    /// The number.
    pub number: i64,
    /// Where it comes from.
    pub numbering: Numbering,
}

/// The number that is issued next: one after the last.
#[must_use]
pub fn next(last: Option<i64>) -> i64 {
    last.unwrap_or(0) + 1
}

/// Numbers of a series that are missing without an explanation. A jump before an entered number is explained: the
/// numbers between are other papers of the office's own system.
#[must_use]
pub fn unexplained_gaps(taken: &[Taken]) -> Vec<i64> {
    let mut sorted: Vec<Taken> = taken.to_vec();
    sorted.sort_unstable();
    let mut last = 0;
    let mut gaps = Vec::new();
    for t in sorted {
        if t.numbering == Numbering::Issued {
            gaps.extend(last + 1..t.number);
        }
        last = t.number;
    }
    gaps
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_symbol_is_written_by_the_form_of_its_body() {
        let admin = symbol(style(BodyKind::PeoplesCommittee), 12, "UBND").to_string();
        assert_eq!(number_line(Style::Admin, &admin), "Số: 12/TB-UBND");
        let party = symbol(style(BodyKind::PartyCommittee), 5, "ĐU").to_string();
        assert_eq!(number_line(Style::Party, &party), "Số 05-TB/ĐU");
        for s in [admin, party] {
            assert_eq!(Symbol::parse(&s).unwrap().to_string(), s, "is read back as it was written");
        }
    }

    #[test]
    fn l9_an_administrative_series_is_a_year_and_a_party_series_a_term() {
        for (day, admin, party) in [
            (date(2026, 12, 31), 2026, 2025),
            (date(2027, 1, 1), 2027, 2025),
            (date(2025, 7, 1), 2025, 2025),
            (date(2025, 6, 30), 2025, 2020),
            (date(2030, 1, 1), 2030, 2025),
        ] {
            assert_eq!(series(Style::Admin, day), admin, "{day}");
            assert_eq!(series(Style::Party, day), party, "{day}");
        }
    }

    #[test]
    fn l9_a_jump_is_explained_by_an_entered_number_only() {
        let t = |number, numbering| Taken { number, numbering };
        assert!(unexplained_gaps(&[t(1, Numbering::Issued), t(42, Numbering::Entered), t(43, Numbering::Issued)]).is_empty());
        assert_eq!(unexplained_gaps(&[t(1, Numbering::Issued), t(4, Numbering::Issued)]), [2, 3]);
    }

    proptest! {
        #[test]
        fn l9_issuing_and_entering_in_any_order_leaves_no_twin_and_no_unexplained_gap(
            entered in proptest::collection::vec(proptest::option::of(1_i64..60), 0..40),
        ) {
            let mut taken: Vec<Taken> = Vec::new();
            for wanted in entered {
                let t = match wanted {
                    Some(number) if taken.iter().all(|t| t.number != number) => Taken { number, numbering: Numbering::Entered },
                    Some(_) => continue,
                    None => Taken { number: next(taken.iter().map(|t| t.number).max()), numbering: Numbering::Issued },
                };
                prop_assert!(taken.iter().all(|o| o.number != t.number), "{} twice", t.number);
                taken.push(t);
            }
            prop_assert!(unexplained_gaps(&taken).is_empty());
        }
    }
}
