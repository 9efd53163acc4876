//! What a year of dialogues covers and how regular it is (S0.7, S2.4): fields and audiences without any, gaps longer than
//! a number of days that is data.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// How often one word of a vocabulary stands in a year: held and on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// Held.
    pub held: i64,
    /// Planned or prepared, not held.
    pub coming: i64,
}

/// Each word of a vocabulary with how often it stands in the year; what nobody touched stands there with zero, first.
#[must_use]
pub fn cover<W: Copy + Ord>(vocabulary: &[W], rows: impl IntoIterator<Item = (Vec<W>, bool)>) -> Vec<(W, Covered)> {
    let mut all: BTreeMap<W, Covered> = vocabulary.iter().map(|w| (*w, Covered::default())).collect();
    for (words, held) in rows {
        for word in words {
            let c = all.entry(word).or_default();
            if held { c.held += 1 } else { c.coming += 1 }
        }
    }
    let mut all: Vec<_> = all.into_iter().collect();
    all.sort_by_key(|(w, c)| (c.held > 0, c.coming > 0, *w));
    all
}

/// Days between one dialogue and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The day before it: of a dialogue, or the first day looked at.
    pub from: Date,
    /// The day after it: of a dialogue, or the last day looked at.
    pub to: Date,
    /// Days.
    pub days: i64,
    /// Longer than the rule asks; false where no rule is set.
    pub too_long: bool,
}

/// The gaps between these days, from the first to the last day looked at. `most`: days at most, where a rule says so.
#[must_use]
pub fn gaps(days: &[Date], from: Date, to: Date, most: Option<i64>) -> Vec<Gap> {
    let mut marks: Vec<Date> = days.iter().copied().filter(|d| (from..=to).contains(d)).collect();
    marks.sort_unstable();
    marks.dedup();
    let mut all = Vec::new();
    let mut last = from;
    for day in marks.into_iter().chain([to]) {
        let n = last.until(day).map_or(0, |s| i64::from(s.get_days()));
        if n > 0 {
            all.push(Gap { from: last, to: day, days: n, too_long: most.is_some_and(|m| n > m) });
        }
        last = day;
    }
    all
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn s0_7_what_nobody_touched_in_a_year_stands_first() {
        let got = cover(&['a', 'b', 'c'], [(vec!['b'], true), (vec!['c', 'b'], false)]);
        assert_eq!(got, [('a', Covered::default()), ('c', Covered { held: 0, coming: 1 }), ('b', Covered { held: 1, coming: 1 })]);
    }

    #[test]
    fn s2_4_a_gap_longer_than_the_number_that_is_data_is_shown() {
        let days = [date(2026, 9, 1), date(2026, 3, 1)];
        let got = gaps(&days, date(2026, 1, 1), date(2026, 10, 1), Some(120));
        assert_eq!(got.iter().map(|g| (g.days, g.too_long)).collect::<Vec<_>>(), [(59, false), (184, true), (30, false)]);
        assert!(gaps(&days, date(2026, 1, 1), date(2026, 10, 1), None).iter().all(|g| !g.too_long), "no number is invented");
    }

    proptest! {
        #[test]
        fn s2_4_gaps_cover_the_whole_time(days in proptest::collection::vec(0..400_i64, 0..20)) {
            let day = |n: i64| date(2026, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap();
            let all: Vec<_> = days.iter().map(|d| day(*d)).collect();
            let got = gaps(&all, day(0), day(364), Some(10));
            prop_assert_eq!(got.iter().map(|g| g.days).sum::<i64>(), 364);
            prop_assert!(got.iter().all(|g| g.days > 0 && g.too_long == (g.days > 10)));
        }
    }
}
