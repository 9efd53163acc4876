//! Thông báo: what an officer is told without asking for it.

crate::words! {
    /// What happened, as the list of news says it.
    NewsKind {
        /// được giao nhiệm vụ
        Assigned = "assigned",
        /// được mời phối hợp
        Partner = "partner",
        /// được đôn đốc
        Urged = "urged",
        /// văn bản nhắc việc: several matters at once
        Reminded = "reminded",
        /// nhiệm vụ của cơ quan quá hạn, báo lên cấp trên
        Overdue = "overdue",
        /// nhiệm vụ theo quy chế đến hạn hoặc quá hạn
        DutyDue = "duty_due",
        /// có việc khắc phục: giao, đôn đốc, xong, làm tiếp
        Remedial = "remedial",
        /// người đứng đầu đã cho ý kiến về lý do chưa làm của cấp dưới
        Waiver = "waiver",
        /// nhận nhiệm vụ chuyển đến
        Transferred = "transferred",
        /// nhiệm vụ đã chuyển cho cơ quan khác
        TakenAway = "taken_away",
        /// việc đã giao được thu hồi
        Withdrawn = "withdrawn",
        /// cơ quan xin gia hạn
        ExtensionAsked = "extension_asked",
        /// gia hạn được duyệt
        ExtensionApproved = "extension_approved",
        /// gia hạn không được duyệt
        ExtensionRefused = "extension_refused",
        /// tạm dừng tính hạn
        Paused = "paused",
        /// tiếp tục tính hạn
        Resumed = "resumed",
        /// cơ quan báo tiến độ
        Progress = "progress",
        /// cơ quan báo đã xong
        Done = "done",
        /// có trao đổi mới
        Comment = "comment",
        /// cấp trên đã trả lời
        SuperiorAnswered = "superior_answered",
        /// có kiến nghị từ cấp dưới
        CameUp = "came_up",
    }
}
