//! Cơ quan, tổ chức: the bodies of a unit as they stand in 2026.

crate::words! {
    /// The kind of a body (cơ quan, tổ chức).
    BodyKind {
        /// Đảng ủy, Tỉnh ủy
        PartyCommittee = "party_committee",
        /// Văn phòng Đảng ủy, Văn phòng Tỉnh ủy
        PartyOffice = "party_office",
        /// Ban Xây dựng Đảng, Ban Tuyên giáo và Dân vận
        PartyCommission = "party_commission",
        /// Ủy ban Kiểm tra
        Inspection = "inspection",
        /// Hội đồng nhân dân
        PeoplesCouncil = "peoples_council",
        /// Ủy ban nhân dân
        PeoplesCommittee = "peoples_committee",
        /// Văn phòng HĐND và UBND
        Office = "office",
        /// Phòng, sở: a professional division
        Division = "division",
        /// Công an xã
        Police = "police",
        /// Trung tâm phục vụ hành chính công
        ServiceCentre = "service_centre",
        /// Đơn vị sự nghiệp: trạm y tế, bệnh viện, trường học
        PublicService = "public_service",
        /// Mặt trận Tổ quốc
        Front = "front",
        /// Tổ chức chính trị - xã hội
        Organisation = "organisation",
        /// A body outside the system, reached by dispatch (điện lực, bộ …)
        External = "external",
    }
}
