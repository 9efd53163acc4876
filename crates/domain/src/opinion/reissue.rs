//! Cấp lại mã tại quầy (P15): how the officer knew that the person is the one who gave the opinion.

crate::words! {
    /// How the person was known. What was seen is not written down.
    IdentityCheck {
        /// xem căn cước hoặc giấy tờ có ảnh
        PhotoPaper = "photo_paper",
        /// đối chiếu điện thoại đã ghi trong ý kiến
        Phone = "phone",
        /// trưởng thôn, tổ trưởng xác nhận
        VillageHead = "village_head",
    }
}
