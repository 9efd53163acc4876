//! The vocabularies of an item's way: grounded or not, route, standing, publication.

crate::words! {
    /// Is the matter grounded ("kiến nghị chính đáng", S1.9)?
    Grounded {
        /// chưa đánh giá
        Unknown = "unknown",
        /// có cơ sở
        Grounded = "grounded",
        /// có cơ sở một phần
        Partly = "partly",
        /// không có cơ sở, đã giải thích
        NotGrounded = "not_grounded",
    }
}

crate::words! {
    /// Which way an item goes.
    Route {
        /// not decided yet
        None = "none",
        /// answered at once by triage
        Direct = "direct",
        /// assigned at once by triage
        Assigned = "assigned",
        /// taken to a dialogue
        Dialogue = "dialogue",
        /// ended procedurally, with paper and receiver
        Ended = "ended",
        /// sealed: a complaint or denunciation that came in by mistake
        Sealed = "sealed",
    }
}

crate::words! {
    /// Where an item stands today. The outcome of its conclusion is another fact, frozen with the notice.
    Standing {
        /// đã tiếp nhận, chờ phân loại
        Received = "received",
        /// đã phân loại
        Triaged = "triaged",
        /// đã đưa vào nội dung đối thoại
        Scheduled = "scheduled",
        /// đã trả lời tại cuộc đối thoại, chờ thông báo kết luận
        Heard = "heard",
        /// đang giải quyết
        InProgress = "in_progress",
        /// chưa có nguồn lực
        NoResources = "no_resources",
        /// đã kiến nghị cấp trên
        Escalated = "escalated",
        /// cấp trên đã trả lời
        SuperiorAnswered = "superior_answered",
        /// đã giải quyết, chờ người dân trả lời
        Done = "done",
        /// người dân đồng ý
        Agreed = "agreed",
        /// mở lại theo ý kiến người dân
        Reopened = "reopened",
        /// chưa đồng ý lần hai: đã chỉ rõ bước tiếp theo
        FurtherPath = "further_path",
        /// kết thúc theo thủ tục
        Ended = "ended",
        /// chuyển theo luật riêng
        Sealed = "sealed",
    }
}

impl Standing {
    /// True where nobody has to do anything more.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Agreed | Self::FurtherPath | Self::Ended | Self::Sealed)
    }
}

crate::words! {
    /// Publication of a text: `received → published | withheld`.
    Publication {
        /// not decided
        Received = "received",
        /// published, edited for publication
        Published = "published",
        /// withheld, on a coded ground
        Withheld = "withheld",
    }
}

crate::words! {
    /// Ground on which a text is withheld.
    WithheldGround {
        /// lộ đời tư, bí mật cá nhân
        Privacy = "privacy",
        /// có nội dung về người cụ thể cần xác minh
        NamesPersons = "names_persons",
        /// lời lẽ xúc phạm
        Offensive = "offensive",
        /// ngoài phạm vi
        OutOfScope = "out_of_scope",
        /// trùng ý kiến đã công bố
        Duplicate = "duplicate",
        /// thuộc bí mật nhà nước
        Secret = "secret",
    }
}

crate::words! {
    /// Manner of a procedural ending: never without paper, receiver and date.
    EndingManner {
        /// chuyển đơn
        Transfer = "transfer",
        /// hướng dẫn
        Guide = "guide",
        /// trả lại
        Return = "return",
        /// lưu
        File = "file",
    }
}

crate::words! {
    /// Who acts next (product rule 3).
    NextCode {
        /// Văn phòng (tham mưu)
        Office = "office",
        /// người đứng đầu
        Head = "head",
        /// cơ quan chủ trì
        Body = "body",
        /// cấp trên
        Superior = "superior",
        /// người dân
        Person = "person",
        /// nơi phải chờ: the clock of the task stands still; the basis is the ISO day since which it does
        Paused = "paused",
        /// nơi nhận ngoài hệ thống: what was transferred by law; the basis is the ISO day of the paper
        Outside = "outside",
        /// người dân chọn bước tiếp: further paths were named; no actor is told, the basis is the ISO day on which they were
        Choice = "choice",
        /// nobody: the thread is at its end
        Nobody = "nobody",
    }
}
