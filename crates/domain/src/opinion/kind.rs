//! Kinds, channels and fields of opinions.

crate::words! {
    /// What kind of opinion it is (S4.11). Complaints and denunciations are no opinions: they have their own laws.
    OpinionKind {
        /// kiến nghị
        Petition = "petition",
        /// phản ánh
        Feedback = "feedback",
        /// đề xuất
        Proposal = "proposal",
        /// góp ý, tham vấn
        Consultation = "consultation",
        /// hỏi
        Question = "question",
        /// tâm tư, nguyện vọng
        Aspiration = "aspiration",
    }
}

crate::words! {
    /// What has its own law and is registered as transferred, never kept as an opinion.
    SealedKind {
        /// khiếu nại (Luật Khiếu nại)
        Complaint = "complaint",
        /// tố cáo (Luật Tố cáo)
        Denunciation = "denunciation",
    }
}

crate::words! {
    /// How an opinion came in.
    Channel {
        /// trang mạng, tự gửi
        Web = "web",
        /// trực tiếp tại xã
        Counter = "counter",
        /// thư, đơn giấy
        Paper = "paper",
        /// điện thoại
        Phone = "phone",
        /// trưởng thôn ghi hộ
        Village = "village",
        /// tại hội nghị đối thoại
        Hall = "hall",
        /// nhập từ sổ
        Import = "import",
    }
}

crate::words! {
    /// The field of a matter. A province may have its own list later; this is the system's.
    Field {
        /// đất đai
        Land = "land",
        /// giao thông, hạ tầng
        Roads = "roads",
        /// nước sạch, thủy lợi
        Water = "water",
        /// môi trường
        Environment = "environment",
        /// điện, viễn thông
        Power = "power",
        /// nông nghiệp
        Farming = "farming",
        /// giáo dục
        Education = "education",
        /// y tế
        Health = "health",
        /// chính sách xã hội, người có công
        Welfare = "welfare",
        /// an ninh, trật tự
        Security = "security",
        /// văn hóa, thể thao
        Culture = "culture",
        /// thủ tục hành chính, cán bộ
        Administration = "administration",
        /// lĩnh vực khác
        Other = "other",
    }
}
