//! Hạn chế, khuyết điểm được phát hiện theo tên: each shortcoming that the seeds complain of, computed from duties and
//! facts, with the responsible post, its evidence, and since when. A finding is "to be checked", never a verdict.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{
    duty::{Duty, DutyState, FactKind, FactRef, Subject},
    facts::{Bound, Facts},
    noted::{Notes, next},
    substance::{Indicator, Signs},
};
use crate::{calendar::Calendar, dialogue::state::PresidingMode, regulation::clause::ClauseKind};

crate::words! {
    /// The shortcomings by name.
    FindingKind {
        /// số cuộc đối thoại ít hơn quy định (S0.5)
        TooFew = "too_few",
        /// chưa bảo đảm kế hoạch (S4.4)
        PlanNotMet = "plan_not_met",
        /// chưa có kế hoạch được duyệt (S0.3)
        NoApprovedPlan = "no_approved_plan",
        /// thông báo muộn (L2)
        AnnouncedLate = "announced_late",
        /// không ban hành thông báo kết luận (S4.2)
        NoNotice = "no_notice",
        /// thiếu bằng chứng công bố (L3)
        ProofMissing = "proof_missing",
        /// cấp phó chủ trì thay (S3.1): noted, to check
        DeputyPresided = "deputy_presided",
        /// người đứng đầu vắng mặt, không ủy quyền, nơi quy chế nêu trực tiếp chủ trì (S3.1)
        HeadAbsent = "head_absent",
        /// chưa ghi ai chủ trì, nơi quy chế nêu trực tiếp chủ trì (S3.1)
        PresidingNotRecorded = "presiding_not_recorded",
        /// số người dự thấp so với số đã mời hoặc với quy định (S4.6)
        LowAttendance = "low_attendance",
        /// chưa ghi số người mời, số người dự
        AttendanceNotRecorded = "attendance_not_recorded",
        /// hai cuộc quá gần nhau
        TooClose = "too_close",
        /// quá lâu chưa có cuộc tiếp theo (S2.4)
        GapTooLong = "gap_too_long",
        /// chưa tổ chức giám sát (S4.5, S3.4)
        NoSupervision = "no_supervision",
        /// người gửi chưa được báo ý kiến đi đâu (L4, S1.9)
        NoAnswer = "no_answer",
        /// ý kiến đã đưa ra đối thoại hoặc đã giao mà chưa có trả lời (S1.9, S0.10)
        Unanswered = "unanswered",
        /// quá hạn quyết định công bố (product rule on publication)
        PublicationSilent = "publication_silent",
        /// cam kết quá hạn (S0.11)
        CommitmentOverdue = "commitment_overdue",
        /// chưa báo kết quả cho người dân
        ResultNotTold = "result_not_told",
        /// chưa tiếp công dân đủ ngày (L5)
        ReceptionNotHeld = "reception_not_held",
        /// thiếu báo cáo (L8)
        ReportMissing = "report_missing",
        /// chưa quán triệt văn bản
        NotBriefed = "not_briefed",
        /// chưa đối thoại theo yêu cầu của cử tri (L1)
        VotersUnanswered = "voters_unanswered",
        /// tiếp xúc cử tri ghi nhầm là đối thoại (S4.7)
        VoterMeetingAsDialogue = "voter_meeting_as_dialogue",
        /// ít ý kiến của Nhân dân (S3.3, S4.17: dấu hiệu hình thức)
        FewOpinions = "few_opinions",
        /// nhiều ý kiến chưa được trả lời (dấu hiệu hình thức)
        FewAnswered = "few_answered",
        /// nhiều ý kiến về việc đã nêu ở cuộc trước (dấu hiệu hình thức)
        ManyRepeated = "many_repeated",
        /// Nhân dân ít được phát biểu (dấu hiệu hình thức)
        PeopleSpokeLittle = "people_spoke_little",
    }
}

/// A shortcoming of one post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which.
    pub kind: FindingKind,
    /// The unit.
    pub unit_id: String,
    /// The responsible post.
    pub post_id: String,
    /// The first day on which it stood.
    pub since: Date,
    /// The duty that it follows from, where it follows from one.
    pub duty: Option<String>,
    /// What it rests on.
    pub evidence: Vec<FactRef>,
    /// Who has not received a report that others have, in the words of the clause (L8).
    pub unsent: Vec<String>,
}

impl Finding {
    /// The short key under which a task to remedy it stands, the same on every later day: its kind, post and duty, or the
    /// first fact that it rests on. One matter has one such finding, whoever answers for it by then: of these the post is no
    /// part of the key.
    #[must_use]
    pub fn key(&self) -> String {
        use sha2::Digest as _;
        let of = match (&self.duty, self.evidence.first()) {
            (Some(duty), _) => duty.clone(),
            (None, Some(fact)) => format!("{}/{}", fact.kind, fact.id),
            (None, None) => String::new(),
        };
        let post = if self.kind.is_of_a_matter() { "" } else { self.post_id.as_str() };
        let text = format!("{}|{post}|{of}", self.kind);
        sha2::Sha256::digest(text.as_bytes()).iter().take(8).map(|b| format!("{b:02x}")).collect()
    }
}

impl FindingKind {
    /// What an indicator shows where it is a sign.
    #[must_use]
    pub const fn of_sign(indicator: Indicator) -> Self {
        match indicator {
            Indicator::Opinions => Self::FewOpinions,
            Indicator::Answered => Self::FewAnswered,
            Indicator::Repeated => Self::ManyRepeated,
            Indicator::PeopleSpeech => Self::PeopleSpokeLittle,
        }
    }

    /// True for what is found of one matter and of its tasks: the post is the one that answers for it today.
    #[must_use]
    pub const fn is_of_a_matter(self) -> bool {
        matches!(self, Self::CommitmentOverdue | Self::ResultNotTold | Self::Unanswered)
    }

    /// True for the signs of form without substance: content to be checked, each by itself.
    #[must_use]
    pub const fn is_sign(self) -> bool {
        matches!(self, Self::FewOpinions | Self::FewAnswered | Self::ManyRepeated | Self::PeopleSpokeLittle)
    }
}

/// Every shortcoming of a unit that belongs to those years, as the facts known on `on` show it, in a fixed order.
#[must_use]
pub fn findings(
    duties: &[Duty],
    calendar: &Calendar,
    bound: &Bound,
    facts: &Facts,
    signs: &Signs,
    years: RangeInclusive<i16>,
    on: Date,
) -> Vec<Finding> {
    let all = duties.iter().filter_map(|d| of_duty(d, facts)).collect();
    let mut notes = Notes { calendar, bound, signs, years, on, duties, all };
    notes.take(facts);
    let mut all = notes.all;
    all.sort_by(|a, b| (a.kind, &a.post_id, a.since, &a.duty, &a.evidence).cmp(&(b.kind, &b.post_id, b.since, &b.duty, &b.evidence)));
    all
}

/// The shortcoming that a duty shows: unmet past its day; or an announcement, or the next dialogue, that came late.
fn of_duty(d: &Duty, facts: &Facts) -> Option<Finding> {
    let late = d.state == DutyState::Late && matches!(d.kind, ClauseKind::AnnouncementLead | ClauseKind::Interval);
    if d.state != DutyState::Breached && !late {
        return None;
    }
    let kind = match d.kind {
        ClauseKind::Frequency => FindingKind::TooFew,
        ClauseKind::PlanEntry => FindingKind::NoApprovedPlan,
        ClauseKind::AnnouncementLead => FindingKind::AnnouncedLate,
        ClauseKind::NoticeLimit => FindingKind::NoNotice,
        ClauseKind::Publication => FindingKind::ProofMissing,
        ClauseKind::Attendance if counted(d, facts) => FindingKind::LowAttendance,
        ClauseKind::Attendance => FindingKind::AttendanceNotRecorded,
        ClauseKind::Interval if matches!(d.subject, Subject::Of { part: "gap", .. }) => FindingKind::GapTooLong,
        ClauseKind::Interval => FindingKind::TooClose,
        ClauseKind::Presiding => presiding(d, facts),
        ClauseKind::Supervision => FindingKind::NoSupervision,
        ClauseKind::PersonNotice => FindingKind::NoAnswer,
        ClauseKind::Reception => FindingKind::ReceptionNotHeld,
        ClauseKind::Report => FindingKind::ReportMissing,
        ClauseKind::Briefing => FindingKind::NotBriefed,
        ClauseKind::VoterRequest => FindingKind::VotersUnanswered,
        _ => return None,
    };
    Some(Finding {
        kind,
        unit_id: d.unit_id.clone(),
        post_id: d.post_id.clone(),
        since: next(d.due),
        duty: Some(d.id.clone()),
        evidence: if d.kind == ClauseKind::Presiding { seen(d, kind) } else { d.facts.clone() },
        unsent: d.unsent.clone(),
    })
}

/// Why a clause on delegation was not kept: a deputy presided, the head was away, or nobody wrote down who did.
fn presiding(d: &Duty, facts: &Facts) -> FindingKind {
    let Subject::Of { id, .. } = &d.subject else { return FindingKind::PresidingNotRecorded };
    let chair = facts.dialogues.iter().find(|x| x.id == *id).and_then(|x| x.chairs.iter().find(|c| c.post_id == d.post_id));
    match chair.and_then(|c| c.presided) {
        Some(PresidingMode::Delegated) => FindingKind::DeputyPresided,
        Some(PresidingMode::Absent) => FindingKind::HeadAbsent,
        Some(PresidingMode::InPerson) | None => FindingKind::PresidingNotRecorded,
    }
}

/// The dialogue by which a clause on delegation is judged, and the paper of the delegation where there is one.
fn seen(d: &Duty, kind: FindingKind) -> Vec<FactRef> {
    let Subject::Of { id, day, .. } = &d.subject else { return Vec::new() };
    let fact = |kind| FactRef { on: *day, kind, id: id.clone() };
    let paper = (kind == FindingKind::DeputyPresided).then(|| fact(FactKind::Delegation));
    std::iter::once(fact(FactKind::Dialogue)).chain(paper).collect()
}

/// True where it was recorded how many were invited and came.
fn counted(d: &Duty, facts: &Facts) -> bool {
    let Subject::Of { id, .. } = &d.subject else { return false };
    facts.dialogues.iter().find(|x| x.id == *id).is_some_and(|x| x.present.is_some() && x.invited.is_some())
}
