//! What follows a conclusion: tasks, urging, matters sent up, and the person's verdict.

pub mod delay;
pub mod news;
pub mod reminder;
pub mod tree;
pub mod urging_rule;
pub mod verdict;
pub mod waiting;

use crate::opinion::item::Standing;

/// May a matter that stands there be given to a body or sent up? Not while the person is asked for a verdict, not
/// after the end, and not between its choice for a dialogue and the conclusion.
#[must_use]
pub const fn takes_tasks(standing: Standing) -> bool {
    !standing.is_final() && !matches!(standing, Standing::Done | Standing::Scheduled)
}

crate::words! {
    /// State of a task.
    AssignmentState {
        /// đã giao
        Assigned = "assigned",
        /// đang thực hiện
        InProgress = "in_progress",
        /// đã xong
        Done = "done",
        /// đã thu hồi
        Cancelled = "cancelled",
    }
}

crate::words! {
    /// How far a finished task went. A partial solution is told apart from a solved one (S3.2).
    Extent {
        /// đã giải quyết xong
        Whole = "whole",
        /// đã giải thích, cung cấp thông tin đầy đủ
        Explained = "explained",
        /// mới giải quyết một phần
        Partial = "partial",
    }
}

crate::words! {
    /// State of a matter that was sent up.
    EscalationState {
        /// đã gửi
        Sent = "sent",
        /// cấp trên đã nhận
        Acknowledged = "acknowledged",
        /// đã trả lời
        Answered = "answered",
    }
}

crate::words! {
    /// How a matter reaches those above.
    EscalationMode {
        /// into the inbox of a superior unit
        Inbox = "inbox",
        /// by dispatch to a body without an account; its reply is scanned in (P7)
        Dispatch = "dispatch",
    }
}

crate::words! {
    /// What the person says about the result.
    VerdictValue {
        /// đồng ý
        Agree = "agree",
        /// chưa đồng ý
        Disagree = "disagree",
    }
}

crate::words! {
    /// How the person gave the verdict; the two are counted apart.
    VerdictChannel {
        /// on the page, with the second secret
        Web = "web",
        /// at the counter, by a clerk
        Counter = "counter",
    }
}

crate::words! {
    /// How the result was told to the person.
    ToldManner {
        /// trang theo dõi
        Page = "page",
        /// văn bản
        Paper = "paper",
        /// điện thoại
        Phone = "phone",
        /// qua trưởng thôn
        Village = "village",
    }
}
