//! Số liệu đã công bố: a number that a newspaper or a report printed, with its bound, unit of then, period and source.
//! "Trên 10" stays a bound; a printed sum that is off is flagged, never mended.

use jiff::civil::Date;

use crate::{
    problem::{Problem, What},
    unit::Level,
};

crate::words! {
    /// How exact a printed number is.
    Bound {
        /// The number itself
        Exactly = "exactly",
        /// trên, hơn
        Over = "over",
        /// gần
        Nearly = "nearly",
        /// khoảng
        About = "about",
    }
}

crate::words! {
    /// What a printed number counts.
    Counted {
        /// Cuộc tiếp xúc, đối thoại
        Dialogues = "dialogues",
        /// Cuộc định kỳ
        Regular = "regular",
        /// Cuộc đột xuất
        AdHoc = "ad_hoc",
        /// Lượt người dự
        People = "people",
        /// Lượt ý kiến tham luận of a seminar: no dialogue
        Speeches = "speeches",
        /// Đơn vị
        Units = "units",
        /// Ý kiến
        Opinions = "opinions",
        /// Anything else, as its words say
        Other = "other",
    }
}

impl Counted {
    /// Whether rows of ours count the same thing.
    #[must_use]
    pub const fn has_rows(self) -> bool {
        matches!(self, Self::Dialogues | Self::Regular | Self::AdHoc)
    }
}

/// A printed number: in hundredths, so that "97,45 %" is kept as it was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// How exact.
    pub bound: Bound,
    /// The number, in hundredths.
    pub hundredths: i64,
    /// A share.
    pub percent: bool,
}

/// Words and signs of a bound, as they are printed.
const BOUNDS: &[(&str, Bound)] = &[
    ("trên", Bound::Over),
    ("hơn", Bound::Over),
    (">", Bound::Over),
    ("gần", Bound::Nearly),
    ("khoảng", Bound::About),
    ("~", Bound::About),
];

impl Quantity {
    /// Reads a printed number: "248", "trên 10", "23.910", "> 11.000", "97,45 %".
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().to_lowercase();
        let (bound, rest) = BOUNDS
            .iter()
            .find_map(|(word, bound)| lower.strip_prefix(word).map(|rest| (*bound, rest)))
            .unwrap_or((Bound::Exactly, lower.as_str()));
        let rest = rest.trim();
        let (number, percent) = rest.strip_suffix('%').map_or((rest, false), |n| (n.trim(), true));
        let (whole, part) = number.split_once(',').unwrap_or((number, ""));
        let digits = grouped(whole)?;
        if part.len() > 2 || !part.bytes().all(|b| b.is_ascii_digit()) || (part.is_empty() && number.contains(',')) {
            return None;
        }
        let part: i64 = format!("{part:0<2}").parse().ok()?;
        let hundredths = digits.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part)?;
        Some(Self { bound, hundredths, percent })
    }

    /// The number alone, as Vietnamese papers print it: "23.910", "97,45", with its percent sign.
    #[must_use]
    pub fn number(&self) -> String {
        let (whole, part) = (self.hundredths / 100, self.hundredths % 100);
        let digits = whole.to_string();
        let mut out = String::new();
        for (n, c) in digits.chars().enumerate() {
            if n > 0 && (digits.len() - n).is_multiple_of(3) {
                out.push('.');
            }
            out.push(c);
        }
        if part > 0 {
            out.push_str(format!(",{part:02}").trim_end_matches('0'));
        }
        if self.percent {
            out.push_str(" %");
        }
        out
    }
}

/// The digits of a whole number; points only between groups of three.
fn grouped(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split('.').collect();
    let good = groups.iter().enumerate().all(|(n, g)| {
        !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit()) && (groups.len() == 1 || if n == 0 { g.len() <= 3 } else { g.len() == 3 })
    });
    (good && text.len() <= 15).then(|| groups.concat())
}

/// What a printed total says beside its printed parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    /// It has no parts.
    NoParts,
    /// The parts give it.
    Holds,
    /// The parts give so many hundredths more (or, below zero, less) than was printed: flagged, never mended (N17).
    OffBy(i64),
    /// One of the numbers is a bound: a sum says nothing.
    NotExact,
}

/// Checks a printed total against its printed parts.
#[must_use]
pub fn sum(total: Quantity, parts: &[Quantity]) -> Sum {
    if parts.is_empty() {
        return Sum::NoParts;
    }
    if std::iter::once(&total).chain(parts).any(|q| q.bound != Bound::Exactly) {
        return Sum::NotExact;
    }
    match parts.iter().map(|q| q.hundredths).sum::<i64>() - total.hundredths {
        0 => Sum::Holds,
        off => Sum::OffBy(off),
    }
}

/// Where a fact was published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Title; empty where it was not kept.
    pub title: String,
    /// Publisher; empty where it was not kept.
    pub publisher: String,
    /// Day of publication.
    pub published_on: Option<Date>,
    /// Where it can be read: a seed document, an address, a number.
    pub reference: String,
}

/// A published figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Key of letters, digits and hyphens.
    pub key: String,
    /// The unit of then.
    pub unit_id: String,
    /// Units that are named with it.
    pub named: Vec<String>,
    /// Level of the heads; none: all together.
    pub level: Option<Level>,
    /// What it counts.
    pub counted: Counted,
    /// The same in the words of the source.
    pub what: String,
    /// The number.
    pub quantity: Quantity,
    /// First day of the period.
    pub from_on: Date,
    /// Last day of the period.
    pub to_on: Date,
    /// The source prints no days, only a month or a year: the two days are how it is read, "chưa xác nhận".
    pub days_assumed: bool,
    /// The period in the words of the source.
    pub period: String,
    /// Key of the total that it is a part of.
    pub part_of: Option<String>,
    /// Part of a pilot (thí điểm).
    pub pilot: bool,
    /// The sentence as it was printed.
    pub printed: String,
    /// Where it was published.
    pub source: Source,
}

impl Figure {
    /// Everything that is missing: a figure without its words or its source is no published figure.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = source_problems(&self.source, &self.printed);
        for (field, text) in [("key", &self.key), ("unit", &self.unit_id), ("what", &self.what), ("period", &self.period)] {
            if text.is_empty() {
                problems.push(Problem::new(field, What::Empty));
            }
        }
        if !is_key(&self.key) {
            problems.push(Problem::new("key", What::BadCharacter));
        }
        if self.from_on > self.to_on {
            problems.push(Problem::new("to_on", What::DayOutOfOrder));
        }
        problems
    }
}

/// What is missing of a fact's words and source.
pub(super) fn source_problems(source: &Source, printed: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    if printed.is_empty() {
        problems.push(Problem::new("printed", What::Empty));
    }
    if source.reference.is_empty() {
        problems.push(Problem::new("reference", What::Empty));
    }
    problems
}

/// Letters, digits and hyphens: fit for an address and for the record.
#[must_use]
pub fn is_key(key: &str) -> bool {
    key.len() <= 100 && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn q(text: &str) -> Quantity {
        Quantity::parse(text).unwrap()
    }

    #[test]
    fn s1_13_an_approximate_number_stays_a_bound() {
        for (text, bound, number) in [
            ("trên 10", Bound::Over, "10"),
            ("hơn 1.100", Bound::Over, "1.100"),
            ("> 11.000", Bound::Over, "11.000"),
            ("gần 70", Bound::Nearly, "70"),
            ("~3.600", Bound::About, "3.600"),
            ("Khoảng 5", Bound::About, "5"),
            ("248", Bound::Exactly, "248"),
            ("1.446.705", Bound::Exactly, "1.446.705"),
            ("97,45 %", Bound::Exactly, "97,45 %"),
            ("70,4%", Bound::Exactly, "70,4 %"),
            ("100 %", Bound::Exactly, "100 %"),
        ] {
            let got = q(text);
            assert_eq!((got.bound, got.number().as_str()), (bound, number), "{text}");
        }
        for wrong in ["", "mười", "trên", "1.23", "1,234", "-5", "12.", "1.2345", "1,", "10 cuộc"] {
            assert_eq!(Quantity::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn s1_1_a_printed_sum_is_checked_and_one_that_is_off_is_flagged() {
        assert_eq!(sum(q("248"), &[q("12"), q("236")]), Sum::Holds, "N1");
        assert_eq!(sum(q("98"), &[q("4"), q("94")]), Sum::Holds, "N2");
        assert_eq!(sum(q("1.859"), &[q("307"), q("130"), q("449"), q("968")]), Sum::OffBy(-500), "N17: five less than printed");
        assert_eq!(sum(q("trên 10"), &[q("4"), q("6")]), Sum::NotExact);
        assert_eq!(sum(q("10"), &[q("gần 4"), q("6")]), Sum::NotExact);
        assert_eq!(sum(q("10"), &[]), Sum::NoParts);
    }

    #[test]
    fn s1_1_only_what_counts_the_same_has_rows_beside_it() {
        let with: Vec<Counted> = Counted::ALL.iter().copied().filter(|c| c.has_rows()).collect();
        assert_eq!(with, [Counted::Dialogues, Counted::Regular, Counted::AdHoc]);
    }
}
