//! Hạn chế đã được chỉ ra: what a supervision found and published, imported as a fact with its source. The program adds no
//! number to it and never writes "vi phạm".

use super::figure::{Source, is_key, source_problems};
use crate::problem::{Problem, What};

crate::words! {
    /// What a published supervision found.
    FindingKind {
        /// Chưa bảo đảm kế hoạch
        PlanNotMet = "plan_not_met",
        /// Chưa tổ chức giám sát
        NoSupervision = "no_supervision",
        /// Giám sát chưa thường xuyên
        IrregularSupervision = "irregular_supervision",
        /// Tỷ lệ nhân dân tham dự còn thấp
        LowAttendance = "low_attendance",
        /// Không ban hành thông báo kết luận
        NoNotice = "no_notice",
        /// Số lượng hội nghị chưa nhiều
        FewDialogues = "few_dialogues",
        /// Còn hình thức
        Formality = "formality",
        /// Nhầm lẫn với tiếp xúc cử tri
        TakenForVoterMeeting = "taken_for_voter_meeting",
        /// Ủy quyền cho cấp phó
        Delegated = "delegated",
    }
}

/// A published finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Key of letters, digits and hyphens.
    pub key: String,
    /// What was found.
    pub kind: FindingKind,
    /// The units of then that it is about.
    pub units: Vec<String>,
    /// Who supervised, as the source says.
    pub supervisor: String,
    /// Whose dialogues, as the source says.
    pub object: String,
    /// The time that it is about, in the words of the source.
    pub period: String,
    /// Number and symbol of the report or conclusion; empty where the source names none.
    pub paper: String,
    /// The sentence as it was printed.
    pub printed: String,
    /// Where it was published.
    pub source: Source,
}

impl Finding {
    /// Everything that is missing.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = source_problems(&self.source, &self.printed);
        if self.units.is_empty() {
            problems.push(Problem::new("units", What::Empty));
        }
        if self.supervisor.is_empty() {
            problems.push(Problem::new("supervisor", What::Empty));
        }
        if self.key.is_empty() || !is_key(&self.key) {
            problems.push(Problem::new("key", What::BadCharacter));
        }
        problems
    }
}
