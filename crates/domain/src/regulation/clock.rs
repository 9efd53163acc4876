//! Named limits with their citation, read from `data/clocks.toml`. No limit is written into code.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{
    calendar::{
        Calendar,
        due::{Count, Due, due},
    },
    dialogue::state::Basis,
};

const BUILTIN: &str = include_str!("../../../../data/clocks.toml");

/// A limit: so many days, how they are counted, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Days; the day of the event is not counted.
    pub days: u32,
    count: CountWord,
    /// The clause, or `mẫu của hệ thống` where no rule is known.
    pub citation: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
    /// What it is about.
    pub what: String,
}

impl Limit {
    /// True where working days are counted.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.count == CountWord::Working
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum CountWord {
    Calendar,
    Working,
}

crate::words! {
    /// The limits that the thread uses.
    LimitName {
        /// The person is told where the matter went
        PersonNotice = "person_notice",
        /// Announcement before a dialogue
        AnnouncementLead = "announcement_lead",
        /// Results published after a dialogue
        ResultsPublished = "results_published",
        /// Announcement before a dialogue that is held by the Party's rule alone
        PartyAnnouncementLead = "party_announcement_lead",
        /// Results published after such a dialogue
        PartyResultsPublished = "party_results_published",
        /// Publication of an opinion decided
        PublicationDecision = "publication_decision",
        /// Task without a limit of its own
        Answer = "answer",
        /// Answer after reopening
        ReopenedAnswer = "reopened_answer",
        /// The person's verdict
        Verdict = "verdict",
        /// A superior's answer
        SuperiorAnswer = "superior_answer",
        /// A new day of a postponed dialogue
        NewDay = "new_day",
    }
}

impl LimitName {
    /// How long before a dialogue of that basis it is announced: the law's limit is the law's dialogues' only.
    #[must_use]
    pub const fn announcement(basis: Basis) -> Self {
        match basis {
            Basis::Party => Self::PartyAnnouncementLead,
            Basis::Statutory | Basis::Both => Self::AnnouncementLead,
        }
    }

    /// How long after a dialogue of that basis its results are published.
    #[must_use]
    pub const fn results(basis: Basis) -> Self {
        match basis {
            Basis::Party => Self::PartyResultsPublished,
            Basis::Statutory | Basis::Both => Self::ResultsPublished,
        }
    }
}

/// What is wrong with a file of limits.
#[derive(Debug, thiserror::Error)]
pub enum LimitsError {
    /// Not readable as TOML of limits.
    #[error("the limits cannot be read: {0}")]
    Toml(String),
    /// A limit that the program needs is not there.
    #[error("the limit [{0}] is missing")]
    Missing(LimitName),
}

/// Every limit by name.
#[derive(Clone, Debug)]
pub struct Limits(BTreeMap<LimitName, Limit>);

impl Limits {
    /// Reads a file of limits.
    ///
    /// # Errors
    /// [`LimitsError`] naming what is wrong or missing.
    pub fn from_toml(text: &str) -> Result<Self, LimitsError> {
        let all: BTreeMap<LimitName, Limit> = toml::from_str(text).map_err(|e| LimitsError::Toml(e.to_string()))?;
        match LimitName::ALL.iter().find(|n| !all.contains_key(n)) {
            Some(missing) => Err(LimitsError::Missing(*missing)),
            None => Ok(Self(all)),
        }
    }

    /// The limits that ship with the program.
    ///
    /// # Errors
    /// Never for a program that was tested; [`LimitsError`] all the same.
    pub fn builtin() -> Result<Self, LimitsError> {
        Self::from_toml(BUILTIN)
    }

    /// The limit of that name.
    #[must_use]
    pub fn get(&self, name: LimitName) -> Option<&Limit> {
        self.0.get(&name)
    }

    /// The day on which the limit ends for something that happened on `from`, with how it was computed, and its citation.
    #[must_use]
    pub fn due(&self, calendar: &Calendar, from: Date, name: LimitName) -> (Due, &str) {
        match self.0.get(&name) {
            Some(limit) => {
                let count = match limit.count {
                    CountWord::Calendar => Count::Calendar,
                    CountWord::Working => Count::Working,
                };
                (due(calendar, from, limit.days, count), limit.citation.as_str())
            }
            None => (due(calendar, from, 0, Count::Calendar), ""),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_limits_are_whole_and_each_has_a_citation() {
        let limits = Limits::builtin().unwrap();
        for name in LimitName::ALL {
            assert!(!limits.get(*name).unwrap().citation.is_empty(), "{name}");
        }
    }

    #[test]
    fn only_limits_of_a_known_rule_are_marked_confirmed() {
        let limits = Limits::builtin().unwrap();
        for name in LimitName::ALL {
            let l = limits.get(*name).unwrap();
            assert_eq!(l.confirmed, l.citation != "mẫu của hệ thống", "{name}");
        }
    }

    #[test]
    fn a_missing_limit_is_named() {
        let text = BUILTIN.replace("[verdict]", "[announcement_lead2]");
        assert!(Limits::from_toml(&text).is_err());
    }
}
