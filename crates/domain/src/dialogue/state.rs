//! The life of a dialogue, and the small vocabularies of its file.

crate::words! {
    /// Kind of a dialogue (S0.4).
    DialogueKind {
        /// định kỳ
        Regular = "regular",
        /// chuyên đề
        Thematic = "thematic",
        /// đột xuất
        AdHoc = "ad_hoc",
    }
}

crate::words! {
    /// By which rule a dialogue is held. One event may serve both and counts once.
    Basis {
        /// The Party's rule (quy chế)
        Party = "party",
        /// Luật Tổ chức chính quyền địa phương 2025, Điều 43
        Statutory = "statutory",
        /// Both
        Both = "both",
    }
}

crate::words! {
    /// How people take part.
    Form {
        /// trực tiếp
        InPerson = "in_person",
        /// trực tuyến
        Online = "online",
        /// trực tiếp kết hợp trực tuyến
        Hybrid = "hybrid",
    }
}

crate::words! {
    /// Where the dialogue is in its life.
    DialogueState {
        /// đang soạn
        Draft = "draft",
        /// đã trình
        Submitted = "submitted",
        /// đã duyệt
        Approved = "approved",
        /// đã thông báo
        Announced = "announced",
        /// đã tổ chức
        Held = "held",
        /// đã có thông báo kết luận
        Concluded = "concluded",
        /// đã khép hồ sơ
        Closed = "closed",
    }
}

impl DialogueState {
    /// The states that may follow. What the chair returns goes back to [`DialogueState::Draft`] until people are told.
    #[must_use]
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Submitted],
            Self::Submitted => &[Self::Approved, Self::Draft],
            Self::Approved => &[Self::Announced, Self::Draft],
            Self::Announced => &[Self::Held],
            Self::Held => &[Self::Concluded],
            Self::Concluded => &[Self::Closed],
            Self::Closed => &[],
        }
    }

    /// True where `to` may follow.
    #[must_use]
    pub fn can_become(self, to: Self) -> bool {
        self.next().contains(&to)
    }
}

crate::words! {
    /// State of a text that is drafted, submitted and approved (P1).
    DraftState {
        /// asked of a body, nothing written yet
        Asked = "asked",
        /// đang soạn
        Draft = "draft",
        /// đã trình
        Submitted = "submitted",
        /// đã duyệt
        Approved = "approved",
    }
}

crate::words! {
    /// State of minutes.
    MinutesState {
        /// đang ghi
        Draft = "draft",
        /// đã kiểm tra
        Checked = "checked",
        /// đã ký: locked, addenda only
        Signed = "signed",
    }
}

crate::words! {
    /// State of a conclusion notice (P5).
    NoticeState {
        /// dự thảo
        Draft = "draft",
        /// đã kiểm tra
        Checked = "checked",
        /// đã ban hành
        Issued = "issued",
    }
}

crate::words! {
    /// Who actually presided for a chair's post (S3.1).
    PresidingMode {
        /// trực tiếp chủ trì
        InPerson = "in_person",
        /// ủy quyền cho cấp phó
        Delegated = "delegated",
        /// vắng
        Absent = "absent",
    }
}

crate::words! {
    /// Why a head let a deputy preside, as it can be told in one word; the reason in words stands beside it. The list is
    /// the program's own: which of them a rule permits is said by its clause.
    DelegationGround {
        /// đi công tác
        Mission = "mission",
        /// họp do cấp trên triệu tập
        Summoned = "summoned",
        /// nghỉ phép, ốm đau, thai sản
        Leave = "leave",
        /// đi học theo quyết định
        Study = "study",
        /// trực tiếp chỉ đạo xử lý việc khẩn cấp
        Emergency = "emergency",
        /// lý do khác
        Other = "other",
    }
}

crate::words! {
    /// Parts of an agenda. The first is always the result of last time (P3).
    AgendaKind {
        /// kết quả giải quyết kiến nghị kỳ trước
        LastResults = "last_results",
        /// thông tin, tuyên truyền
        Information = "information",
        /// các nội dung đối thoại
        Topics = "topics",
        /// ý kiến tại hội nghị
        OpenFloor = "open_floor",
        /// kết luận
        Conclusion = "conclusion",
    }
}

crate::words! {
    /// State of a topic.
    TopicState {
        /// đề xuất
        Proposed = "proposed",
        /// đã duyệt
        Approved = "approved",
        /// không chọn
        Dropped = "dropped",
    }
}

crate::words! {
    /// A step on the way of an approval.
    ApprovalStep {
        /// trình
        Submitted = "submitted",
        /// duyệt
        Approved = "approved",
        /// trả lại
        Returned = "returned",
        /// kiểm tra
        Checked = "checked",
        /// góp ý
        Commented = "commented",
        /// thông báo cho Nhân dân; its note is the reason where it was later than the lead time
        Announced = "announced",
        /// hoãn; its note is the reason with the paper (S3.10)
        Postponed = "postponed",
        /// định lại ngày
        Replanned = "replanned",
        /// hủy
        Cancelled = "cancelled",
        /// thu lại ý kiến duyệt
        TakenBack = "taken_back",
        /// thôi trình: the text was not decided about, for something else was decided about its matter
        Ended = "ended",
    }
}

crate::words! {
    /// What is submitted and approved (P1): the noun of a line in the log of approvals.
    ApprovalSubject {
        /// kế hoạch năm
        YearPlan = "year_plan",
        /// cuộc đối thoại
        Dialogue = "dialogue",
        /// nội dung đối thoại
        Contents = "contents",
        /// dự kiến trả lời
        PreparedAnswer = "prepared_answer",
        /// biên bản
        Minutes = "minutes",
        /// thông báo kết luận
        Notice = "notice",
        /// công bố ý kiến
        Publication = "publication",
        /// lý do chưa làm của cấp dưới
        Waiver = "waiver",
    }
}
