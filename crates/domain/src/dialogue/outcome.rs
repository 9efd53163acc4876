//! The three outcomes of a conclusion item, by the name that the seed gives them (S4.3), frozen with the notice.

crate::words! {
    /// Outcome of a conclusion item.
    Outcome {
        /// đã giải quyết
        Resolved = "resolved",
        /// chưa giải quyết
        Unresolved = "unresolved",
        /// kiến nghị cấp trên giải quyết
        Escalated = "escalated",
    }
}

crate::words! {
    /// The sub-state of an outcome. A partial solution is not `resolved`.
    Substate {
        /// xong
        Done = "done",
        /// đã giải thích, cung cấp thông tin
        Explained = "explained",
        /// đang giải quyết
        InProgress = "in_progress",
        /// chưa có nguồn lực
        NoResources = "no_resources",
        /// đã gửi
        Sent = "sent",
        /// đã trả lời
        Answered = "answered",
    }
}

impl Outcome {
    /// The sub-states that this outcome can have.
    #[must_use]
    pub const fn substates(self) -> &'static [Substate] {
        match self {
            Self::Resolved => &[Substate::Done, Substate::Explained],
            Self::Unresolved => &[Substate::InProgress, Substate::NoResources],
            Self::Escalated => &[Substate::Sent, Substate::Answered],
        }
    }
}

impl Substate {
    /// The outcome that this sub-state belongs to.
    #[must_use]
    pub const fn outcome(self) -> Outcome {
        match self {
            Self::Done | Self::Explained => Outcome::Resolved,
            Self::InProgress | Self::NoResources => Outcome::Unresolved,
            Self::Sent | Self::Answered => Outcome::Escalated,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s4_3_every_substate_belongs_to_exactly_one_of_the_three_outcomes() {
        for s in Substate::ALL {
            let holders = Outcome::ALL.iter().filter(|o| o.substates().contains(s)).count();
            assert_eq!(holders, 1, "{s}");
            assert!(s.outcome().substates().contains(s), "{s}");
        }
    }
}
