//! Chức danh, người đứng đầu.

crate::words! {
    /// The kind of a post.
    PostKind {
        /// Bí thư cấp ủy
        PartySecretary = "party_secretary",
        /// Chủ tịch UBND
        CommitteeChair = "committee_chair",
        /// Thường trực HĐND
        CouncilStanding = "council_standing",
        /// Chủ tịch Ủy ban MTTQ
        FrontChair = "front_chair",
        /// Trưởng phòng, giám đốc: head of a body
        BodyHead = "body_head",
        /// Chánh Văn phòng
        ChiefOfOffice = "chief_of_office",
    }
}

impl PostKind {
    /// True for the two posts that lead a unit, its Party committee and its authority: not for the head of one of its bodies.
    #[must_use]
    pub const fn leads_unit(self) -> bool {
        matches!(self, Self::PartySecretary | Self::CommitteeChair)
    }
}
