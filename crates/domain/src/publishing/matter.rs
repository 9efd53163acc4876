//! Nội dung phải công khai: the matters that a commune must make public, read from `data/publication/matters.toml`.
//! No matter and no limit is written into code.

use jiff::civil::Date;

use super::proof::ProofWay;
use crate::calendar::{
    Calendar,
    due::{Count, due},
};

const BUILTIN: &str = include_str!("../../../../data/publication/matters.toml");

/// Code of the matter that the announcement of a dialogue opens.
pub const ANNOUNCEMENT: &str = "dialogue_announcement";
/// Code of the matter that an issued conclusion notice opens.
pub const RESULTS: &str = "dialogue_results";

/// A number of days with its citation.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Days {
    /// Days; the first day is not counted.
    pub days: u32,
    count: CountWord,
    /// Who says so.
    pub citation: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum CountWord {
    Calendar,
    Working,
}

impl Days {
    /// The day on which they end, counted from that day.
    #[must_use]
    pub fn after(&self, calendar: &Calendar, from: Date) -> Date {
        let count = if self.count == CountWord::Working { Count::Working } else { Count::Calendar };
        due(calendar, from, self.days, count).date
    }
}

/// Who opens a publication of a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenedBy {
    /// A step of a dialogue
    Program,
    /// The office, in the register
    Office,
}

/// A matter that must be public.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Code word.
    pub code: String,
    /// What it is.
    pub title: String,
    /// Who says that it must be public.
    pub citation: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
    /// Who opens a publication of it.
    pub opened_by: OpenedBy,
    /// By which ways it is made public.
    pub ways: Vec<ProofWay>,
}

/// The list of matters with its limits.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matters {
    /// From the paper to its publication.
    pub publish_within: Days,
    /// How long it stays posted at least.
    pub post_at_least: Days,
    #[serde(rename = "matter")]
    all: Vec<Matter>,
}

/// A list of matters that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MattersError {
    /// Not readable as TOML of matters.
    #[error("the matters that must be public cannot be read: {0}")]
    Toml(String),
    /// Two matters bear one code.
    #[error("two matters bear the code `{0}`")]
    Twin(String),
    /// A matter that a step of the program opens is not there.
    #[error("the matter `{0}` is missing")]
    Missing(&'static str),
}

impl Matters {
    /// Reads a list.
    ///
    /// # Errors
    /// [`MattersError`] naming what is wrong.
    pub fn from_toml(text: &str) -> Result<Self, MattersError> {
        let read: Self = toml::from_str(text).map_err(|e| MattersError::Toml(e.to_string()))?;
        if let Some(twin) = read.all.iter().enumerate().find(|(n, m)| read.all.iter().take(*n).any(|o| o.code == m.code)) {
            return Err(MattersError::Twin(twin.1.code.clone()));
        }
        match [ANNOUNCEMENT, RESULTS].into_iter().find(|c| read.find(c).is_none()) {
            Some(missing) => Err(MattersError::Missing(missing)),
            None => Ok(read),
        }
    }

    /// The list that ships with the program.
    ///
    /// # Errors
    /// Never for a program that was tested; [`MattersError`] all the same.
    pub fn builtin() -> Result<Self, MattersError> {
        Self::from_toml(BUILTIN)
    }

    /// The matter of that code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Matter> {
        self.all.iter().find(|m| m.code == code)
    }

    /// The matters that an office enters itself.
    pub fn of_office(&self) -> impl Iterator<Item = &Matter> {
        self.all.iter().filter(|m| m.opened_by == OpenedBy::Office)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn s0_19_every_matter_names_its_source_and_its_ways() {
        let all = Matters::builtin().unwrap();
        for m in &all.all {
            assert!(!m.citation.is_empty() && !m.ways.is_empty(), "{}", m.code);
        }
        assert_eq!(all.find(RESULTS).unwrap().ways, [ProofWay::Media, ProofWay::Posted, ProofWay::Village]);
        assert!(all.of_office().count() >= 2);
    }

    #[test]
    fn s0_19_what_no_source_confirms_is_marked() {
        let all = Matters::builtin().unwrap();
        assert!(!all.publish_within.confirmed && !all.post_at_least.confirmed);
        assert!(!all.find("policies_projects").unwrap().confirmed);
    }

    #[test]
    fn days_are_counted_as_the_datum_says() {
        let (all, calendar) = (Matters::builtin().unwrap(), Calendar::builtin().unwrap());
        // Friday 4/12/2026: five working days end on Friday 11/12, twenty days on Thursday 24/12.
        assert_eq!(all.publish_within.after(&calendar, date(2026, 12, 4)), date(2026, 12, 11));
        assert_eq!(all.post_at_least.after(&calendar, date(2026, 12, 4)), date(2026, 12, 24));
    }

    #[test]
    fn a_twin_and_a_missing_matter_are_named() {
        let twin = BUILTIN.replace("code = \"reception_day\"", "code = \"policies_projects\"");
        assert!(matches!(Matters::from_toml(&twin), Err(MattersError::Twin(c)) if c == "policies_projects"));
        let gone = BUILTIN.replace("code = \"dialogue_results\"", "code = \"other\"");
        assert!(matches!(Matters::from_toml(&gone), Err(MattersError::Missing(RESULTS))));
    }
}
