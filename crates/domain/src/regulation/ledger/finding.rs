//! Hạn chế, khuyết điểm được phát hiện theo tên: each shortcoming that the seeds complain of, computed from duties and
//! facts, with the responsible post, its evidence, and since when. A finding is "to be checked", never a verdict.

use jiff::civil::Date;

use super::{
    duty::{Duty, DutyState, FactKind, FactRef, Reckoning},
    facts::{Bound, EntryKind, Facts},
};
use crate::{
    calendar::Calendar,
    dialogue::state::PresidingMode,
    regulation::clause::{ClauseKind, DayCount},
};

/// Working days within which a person is told the result, where no clause says so: the system's own, unconfirmed.
const TOLD_DAYS: u32 = 10;

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
        /// số người dự thấp (S4.6)
        LowAttendance = "low_attendance",
        /// chưa tổ chức giám sát (S4.5, S3.4)
        NoSupervision = "no_supervision",
        /// ý kiến chưa được trả lời (S1.9)
        NoAnswer = "no_answer",
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
}

/// Every shortcoming of a unit as the facts known on `on` show it, in a fixed order.
#[must_use]
pub fn findings(duties: &[Duty], calendar: &Calendar, bound: &Bound, facts: &Facts, on: Date) -> Vec<Finding> {
    let mut all: Vec<Finding> = duties.iter().filter_map(of_duty).collect();
    let first = bound.posts.first().map(|p| p.id.clone()).unwrap_or_default();
    let mut note = |kind, post_id: &str, since: Date, evidence: FactRef| {
        all.push(Finding {
            kind,
            unit_id: bound.unit_id.clone(),
            post_id: post_id.to_owned(),
            since,
            duty: None,
            evidence: vec![evidence],
        });
    };
    for plan in &facts.plans {
        for row in plan.rows.iter().filter(|r| r.by < on) {
            let held = row.held_on.is_some_and(|d| d <= on);
            let excused = row.excused_on.is_some_and(|d| d <= on);
            if !held && !excused && plan.approved_on.is_some_and(|d| d <= on) {
                for post in row.posts.iter().filter(|p| bound.posts.iter().any(|b| b.id == **p)) {
                    note(FindingKind::PlanNotMet, post, next(row.by), FactRef { on: row.by, kind: FactKind::Plan, id: row.id.clone() });
                }
            }
        }
    }
    for d in facts.dialogues.iter().filter(|d| d.held_on.is_some_and(|h| h <= on)) {
        let held = d.held_on.unwrap_or(d.on_day);
        for chair in d.chairs.iter().filter(|c| c.presided == Some(PresidingMode::Delegated)) {
            if bound.posts.iter().any(|p| p.id == chair.post_id) {
                let fact = FactRef { on: held, kind: FactKind::Dialogue, id: d.id.clone() };
                note(FindingKind::DeputyPresided, &chair.post_id, held, fact);
            }
        }
    }
    for o in facts.opinions.iter().filter(|o| o.received_on <= on && o.publication_due < on) {
        if o.decided_on.is_none_or(|d| d > on) {
            let fact = FactRef { on: o.received_on, kind: FactKind::Opinion, id: o.id.clone() };
            note(FindingKind::PublicationSilent, &first, next(o.publication_due), fact);
        }
    }
    for t in facts.tasks.iter().filter(|t| t.assigned_on <= on) {
        let fact = || FactRef { on: t.assigned_on, kind: FactKind::Task, id: t.id.clone() };
        let promised = t.extended_to.unwrap_or(t.due_on).max(t.due_on);
        match t.done_on.filter(|d| *d <= on) {
            None if promised < on => note(FindingKind::CommitmentOverdue, &t.post_id, next(promised), fact()),
            Some(done) if t.told_on.is_none_or(|d| d > on) => {
                let by = Reckoning::After { from: done, days: TOLD_DAYS, count: DayCount::Working, pauses: Vec::new() }.day(calendar);
                if by < on {
                    note(FindingKind::ResultNotTold, &t.post_id, next(by), fact());
                }
            }
            _ => {}
        }
    }
    for e in facts.entries.iter().filter(|e| e.on <= on && e.what == EntryKind::VoterMeetingAsDialogue) {
        note(FindingKind::VoterMeetingAsDialogue, &e.post_id, e.on, FactRef { on: e.on, kind: FactKind::VoterMeeting, id: e.id.clone() });
    }
    all.sort_by(|a, b| (a.kind, &a.post_id, a.since, &a.duty, &a.evidence).cmp(&(b.kind, &b.post_id, b.since, &b.duty, &b.evidence)));
    all
}

/// The shortcoming that a duty shows: unmet past its day, or an announcement that came late.
fn of_duty(d: &Duty) -> Option<Finding> {
    let late = d.state == DutyState::Late && d.kind == ClauseKind::AnnouncementLead;
    if d.state != DutyState::Breached && !late {
        return None;
    }
    let kind = match d.kind {
        ClauseKind::Frequency => FindingKind::TooFew,
        ClauseKind::PlanEntry => FindingKind::NoApprovedPlan,
        ClauseKind::AnnouncementLead => FindingKind::AnnouncedLate,
        ClauseKind::NoticeLimit => FindingKind::NoNotice,
        ClauseKind::Publication => FindingKind::ProofMissing,
        ClauseKind::Attendance => FindingKind::LowAttendance,
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
        evidence: d.facts.clone(),
    })
}

fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}
