//! What was said at a dialogue beside its topics: it is noted, sent where it belongs, and listed with where it went (S1.8).

crate::words! {
    /// Where a matter went that did not belong to the topics.
    OffTopicWay {
        /// ghi nhận thành một ý kiến, có mã theo dõi
        Opinion = "opinion",
        /// chuyển cơ quan của xã
        Body = "body",
        /// chuyển cấp trên, cơ quan ngoài xã
        Superior = "superior",
        /// đưa vào cuộc đối thoại sau
        NextDialogue = "next_dialogue",
        /// hướng dẫn đến buổi tiếp công dân
        Reception = "reception",
    }
}

impl OffTopicWay {
    /// True where the receiver has to be named.
    #[must_use]
    pub const fn needs_receiver(self) -> bool {
        matches!(self, Self::Body | Self::Superior)
    }
}
