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
