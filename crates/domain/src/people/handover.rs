//! Bàn giao: what is open under a head when the post passes on (P17).

crate::words! {
    /// What is open, in the order of the list.
    OpenKind {
        /// Dự thảo chờ duyệt: a dialogue or its contents wait for the yes
        Approval = "approval",
        /// Dự kiến trả lời chờ duyệt
        AnswerApproval = "answer_approval",
        /// Biên bản chưa ký
        Minutes = "minutes",
        /// Thông báo kết luận chưa ban hành
        Notice = "notice",
        /// Cuộc đối thoại đã lên lịch
        Dialogue = "dialogue",
        /// Việc đã hứa trong thông báo kết luận, chưa giao lại cho cơ quan nào
        Commitment = "commitment",
        /// Nhiệm vụ đã giao, chưa xong
        Task = "task",
        /// Dự kiến trả lời đang soạn
        Answer = "answer",
        /// Đã kiến nghị lên trên, chưa có trả lời
        SentUp = "sent_up",
        /// Cấp dưới kiến nghị lên, chưa trả lời
        Inbox = "inbox",
    }
}
