//! Tiếp thu, giải trình (S3.7): a contribution to the committee or the authority is accepted, in part, or not; each with
//! the reason.

use super::kind::OpinionKind;

crate::words! {
    /// What became of a contribution.
    Acceptance {
        /// tiếp thu
        Accepted = "accepted",
        /// tiếp thu một phần
        Partly = "partly",
        /// chưa tiếp thu, đã giải trình
        NotAccepted = "not_accepted",
    }
}

/// True for the kinds that contribute: a proposal, a consultation, a feedback. A petition asks for something to be done
/// and is answered by doing it; a question by an answer.
#[must_use]
pub const fn is_contribution(kind: OpinionKind) -> bool {
    matches!(kind, OpinionKind::Proposal | OpinionKind::Consultation | OpinionKind::Feedback)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s3_7_three_states_and_only_contributions_have_one() {
        assert_eq!(Acceptance::ALL.len(), 3);
        let of: Vec<_> = OpinionKind::ALL.iter().filter(|k| is_contribution(**k)).collect();
        assert_eq!(of, [&OpinionKind::Feedback, &OpinionKind::Proposal, &OpinionKind::Consultation]);
    }
}
