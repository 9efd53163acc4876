//! The steps of a thread: what a person reads from "received" to "agreed". Each is dated and has an actor.

use serde::{Deserialize, Serialize};

use super::{
    acceptance::Acceptance,
    item::{EndingManner, Grounded, WithheldGround},
    kind::Channel,
};
use crate::{
    dialogue::outcome::{Outcome, Substate},
    followup::{EscalationMode, ToldManner, delay::WaitsFor},
};

/// One step with what belongs to it. Labels are of posts and bodies; ids are public ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(missing_docs, reason = "fields are the plain parts of the step they stand in")]
pub enum Step {
    /// đã tiếp nhận
    Received { channel: Channel, files: usize },
    /// tách từ một ý kiến có nhiều việc
    Split { parts: usize },
    /// đã phân loại
    Triaged { field: String, grounded: Grounded, note: String },
    /// gộp với ý kiến cùng việc
    Grouped { issue: String, title: String, with: i64 },
    /// sẽ đưa ra cuộc đối thoại sắp tới: decided at triage, no dialogue is named yet
    ToDialogue,
    /// tách khỏi nhóm
    Ungrouped { title: String },
    /// đã công bố
    Published,
    /// không công bố, kèm căn cứ
    Withheld { ground: WithheldGround },
    /// đưa vào nội dung đối thoại
    Scheduled { dialogue: String, title: String, reason: String },
    /// cuộc đối thoại hoãn: a new day is set by the day that stands as the next one
    Postponed { dialogue: String, title: String, reason: String, paper: String },
    /// cuộc đối thoại có ngày mới
    Replanned { dialogue: String, title: String, on_day: String },
    /// cuộc đối thoại không tổ chức nữa
    Cancelled { dialogue: String, title: String, reason: String, paper: String },
    /// trả lời tại cuộc đối thoại
    Heard { dialogue: String, answered_by: String, answer: String },
    /// kết luận
    Concluded { notice: String, symbol: String, conclusion: String, outcome: Outcome, substate: Substate, text: String },
    /// giao việc
    Assigned { body: String, partners: Vec<String>, due_on: String },
    /// thu hồi việc đã giao: undone before the body had begun
    Withdrawn { body: String },
    /// gia hạn
    Extended { due_on: String, reason: String },
    /// chuyển cho cơ quan khác
    Transferred { from: String, to: String, reason: String },
    /// tạm dừng tính hạn
    Paused { waits_for: WaitsFor, whom: String, reason: String },
    /// tiếp tục tính hạn
    Resumed { due_on: String },
    /// tiến độ
    Progress { body: String, text: String, files: usize },
    /// đôn đốc
    Urged { to: String },
    /// trả lời trực tiếp
    Answered { result: String, norm: String },
    /// đã làm xong
    Done { body: String, result: String, norm: String, files: usize },
    /// mới làm xong một phần
    PartlyDone { body: String, result: String, norm: String, files: usize },
    /// chưa có nguồn lực: said by an office's book, with its reason
    NoResources { body: String, reason: String, paper: String },
    /// kiến nghị cấp trên
    Escalated { to: String, mode: EscalationMode, paper: String },
    /// cấp trên đã nhận
    Acknowledged { by: String },
    /// cấp trên đã trả lời
    SuperiorAnswered { by: String, answer: String, norm: String },
    /// tiếp thu, giải trình
    Accepted { value: Acceptance, reason: String },
    /// hạn chế người xem: concerns an individual officer
    Restricted,
    /// cấp lại mã tại quầy
    CodeReissued,
    /// đã báo kết quả cho người dân
    Told { manner: ToldManner },
    /// người dân đồng ý
    Agreed { at_counter: bool },
    /// người dân chưa đồng ý
    Disagreed { reason: String, at_counter: bool },
    /// mở lại, with the ISO day by which it is to be answered again; an earlier version wrote none
    Reopened {
        #[serde(default)]
        due_on: String,
    },
    /// bước tiếp theo
    FurtherPath,
    /// kết thúc theo thủ tục
    Ended { manner: EndingManner, paper: String, paper_on: String, receiver: String },
    /// chuyển theo luật riêng
    Sealed { receiver: String },
    /// hoàn tác
    Undone,
}

impl Step {
    /// The code word of the step's kind, as it stands in rows and events.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Received { .. } => "received",
            Self::Split { .. } => "split",
            Self::Triaged { .. } => "triaged",
            Self::Grouped { .. } => "grouped",
            Self::ToDialogue => "to_dialogue",
            Self::Ungrouped { .. } => "ungrouped",
            Self::Published => "published",
            Self::Withheld { .. } => "withheld",
            Self::Scheduled { .. } => "scheduled",
            Self::Postponed { .. } => "postponed",
            Self::Replanned { .. } => "replanned",
            Self::Cancelled { .. } => "cancelled",
            Self::Heard { .. } => "heard",
            Self::Concluded { .. } => "concluded",
            Self::Assigned { .. } => "assigned",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Extended { .. } => "extended",
            Self::Transferred { .. } => "transferred",
            Self::Paused { .. } => "paused",
            Self::Resumed { .. } => "resumed",
            Self::Progress { .. } => "progress",
            Self::Urged { .. } => "urged",
            Self::Answered { .. } => "answered",
            Self::Done { .. } => "done",
            Self::PartlyDone { .. } => "partly_done",
            Self::NoResources { .. } => "no_resources",
            Self::Escalated { .. } => "escalated",
            Self::Acknowledged { .. } => "acknowledged",
            Self::SuperiorAnswered { .. } => "superior_answered",
            Self::Accepted { .. } => "accepted",
            Self::Restricted => "restricted",
            Self::CodeReissued => "code_reissued",
            Self::Told { .. } => "told",
            Self::Agreed { .. } => "agreed",
            Self::Disagreed { .. } => "disagreed",
            Self::Reopened { .. } => "reopened",
            Self::FurtherPath => "further_path",
            Self::Ended { .. } => "ended",
            Self::Sealed { .. } => "sealed",
            Self::Undone => "undone",
        }
    }

    /// False where only the person and staff see the step on its thread.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        !matches!(
            self,
            Self::Disagreed { .. }
                | Self::Sealed { .. }
                | Self::Urged { .. }
                | Self::Told { .. }
                | Self::Undone
                | Self::Restricted
                | Self::CodeReissued
        )
    }
}
