//! Chính sách công bố (product rule 11): what an office publishes, who decides on it and how soon, with safe defaults. The
//! province decides; an office without a paper of its province keeps the defaults. Here stands only what this program
//! does: choosing topics by citizens and groups of opinions are not made, and so they are off everywhere.

use super::actor::Role;

crate::words! {
    /// One choice of the policy.
    Choice {
        /// A person's name may be published where the person chose so
        NamesShown = "names_shown",
        /// A head decides on publication, not the office
        HeadDecides = "head_decides",
        /// Working days within which publication is decided
        DecisionDays = "decision_days",
        /// The least number of opinions of which shares are shown
        LeastShown = "least_shown",
    }
}

/// The least size that may be set: smaller numbers betray persons.
pub const LEAST_SHOWN_MIN: i64 = 5;
/// The greatest size that makes sense.
pub const LEAST_SHOWN_MAX: i64 = 1000;
/// The longest time for deciding on publication.
pub const DECISION_DAYS_MAX: i64 = 30;

impl Choice {
    /// What holds where nobody has decided.
    #[must_use]
    pub const fn default_value(self) -> i64 {
        match self {
            Self::NamesShown => 1,
            Self::HeadDecides => 0,
            // The limit `publication_decision` of data/clocks.toml.
            Self::DecisionDays | Self::LeastShown => 10,
        }
    }

    /// True for a choice that is on or off.
    #[must_use]
    pub const fn is_switch(self) -> bool {
        matches!(self, Self::NamesShown | Self::HeadDecides)
    }

    /// The least and the most that may be set.
    #[must_use]
    pub const fn bounds(self) -> (i64, i64) {
        match self {
            Self::NamesShown | Self::HeadDecides => (0, 1),
            Self::DecisionDays => (1, DECISION_DAYS_MAX),
            Self::LeastShown => (LEAST_SHOWN_MIN, LEAST_SHOWN_MAX),
        }
    }

    /// True where the value may be set.
    #[must_use]
    pub fn allows(self, value: i64) -> bool {
        let (min, max) = self.bounds();
        (min..=max).contains(&value)
    }

    /// What is less careful than the default needs the paper of the province that decided it: people wait longer, or
    /// smaller numbers are shown.
    #[must_use]
    pub fn needs_basis(self, value: i64) -> bool {
        match self {
            Self::NamesShown | Self::HeadDecides => false,
            Self::DecisionDays => value > self.default_value(),
            Self::LeastShown => value < self.default_value(),
        }
    }
}

/// May somebody in this role decide on publication, where the policy says so much?
#[must_use]
pub fn decides(head_decides: bool, role: Role) -> bool {
    !head_decides || role == Role::Head
}

/// True where a share of that many may be shown.
#[must_use]
pub const fn enough(of: i64, least_shown: i64) -> bool {
    of >= least_shown
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::regulation::clock::{LimitName, Limits};

    #[test]
    fn without_a_decision_the_careful_defaults_hold_and_what_is_less_careful_needs_a_paper() {
        for c in Choice::ALL {
            assert!(c.allows(c.default_value()) && !c.needs_basis(c.default_value()), "{c}");
        }
        assert!(!Choice::NamesShown.allows(2) && !Choice::DecisionDays.allows(0) && !Choice::DecisionDays.allows(31));
        assert!(Choice::DecisionDays.needs_basis(11) && !Choice::DecisionDays.needs_basis(3));
        assert!(Choice::LeastShown.needs_basis(5) && !Choice::LeastShown.needs_basis(20) && !Choice::LeastShown.allows(4));
    }

    #[test]
    fn the_default_days_are_those_of_the_limit() {
        let limits = Limits::builtin().unwrap();
        let limit = limits.get(LimitName::PublicationDecision).unwrap();
        assert!(limit.is_working() && i64::from(limit.days) == Choice::DecisionDays.default_value());
    }

    #[test]
    fn p1_who_approves_publication_is_data() {
        for role in Role::ALL {
            assert!(decides(false, *role), "{role}: the usual rule of roles holds");
            assert_eq!(decides(true, *role), *role == Role::Head, "{role}");
        }
    }

    #[test]
    fn p20_a_share_of_fewer_than_the_least_is_not_shown() {
        assert!(!enough(9, 10) && enough(10, 10));
    }
}
