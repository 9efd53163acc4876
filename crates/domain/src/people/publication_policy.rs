//! Chính sách công bố (product rule 11): what an office publishes and what citizens may do there, with safe defaults. The
//! province decides; an office without a paper of its province keeps the defaults.

crate::words! {
    /// One choice of the policy.
    Choice {
        /// Citizens may rank topics of a dialogue
        RankTopics = "rank_topics",
        /// Groups of opinions are computed from votes of those who consented
        OpinionGroups = "opinion_groups",
        /// Such groups are shown to everybody, not only to the office
        GroupsPublic = "groups_public",
        /// The least size of a group or number that is shown
        LeastShown = "least_shown",
    }
}

/// The least size that may be set: smaller numbers betray persons.
pub const LEAST_SHOWN_MIN: i64 = 5;
/// The greatest size that makes sense.
pub const LEAST_SHOWN_MAX: i64 = 1000;

impl Choice {
    /// What holds where nobody has decided.
    #[must_use]
    pub const fn default_value(self) -> i64 {
        match self {
            Self::RankTopics | Self::OpinionGroups | Self::GroupsPublic => 0,
            Self::LeastShown => 10,
        }
    }

    /// True for a choice that is on or off.
    #[must_use]
    pub const fn is_switch(self) -> bool {
        !matches!(self, Self::LeastShown)
    }

    /// True where the value may be set.
    #[must_use]
    pub fn allows(self, value: i64) -> bool {
        if self.is_switch() { matches!(value, 0 | 1) } else { (LEAST_SHOWN_MIN..=LEAST_SHOWN_MAX).contains(&value) }
    }

    /// What a value off the default needs: the paper of the province that decided it.
    #[must_use]
    pub fn needs_basis(self, value: i64) -> bool {
        if self.is_switch() { value == 1 } else { value < self.default_value() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_decision_everything_daring_is_off_and_what_is_daring_needs_a_paper() {
        for c in Choice::ALL {
            assert!(c.allows(c.default_value()) && !c.needs_basis(c.default_value()), "{c}");
        }
        assert!(Choice::RankTopics.needs_basis(1) && !Choice::RankTopics.allows(2));
        assert!(Choice::LeastShown.needs_basis(5) && !Choice::LeastShown.needs_basis(20) && !Choice::LeastShown.allows(4));
    }
}
