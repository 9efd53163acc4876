//! The ledger of duties in words: states with their marks, subjects, how a day was computed, findings and what to do.

use caunoi_domain::{
    calendar::{Calendar, Why},
    regulation::{
        clause::{ClauseKind, DayCount},
        entry::SupervisorKind,
        ledger::{Duty, DutyState, FactKind, FindingKind, Reckoning, Subject, substance::Indicator},
        own::OwnLimit,
    },
    text::date,
};
use jiff::civil::Date;

use super::{
    Page,
    icon::Icon,
    l10n::L10nLanguage,
    mark::{Mark, Tone},
    rule_words,
};

/// Days ahead that count as at risk.
pub const SOON_DAYS: i64 = 30;

/// The last day of a duty; that it has none while its clock stands still.
#[must_use]
pub fn due(page: &Page, d: &Duty) -> String {
    if d.reckoning.has_day() { page.day(&d.due.to_string()) } else { page.t.ledger_due_standing() }
}

/// An indicator: its name and its definition.
#[must_use]
pub fn indicator(t: &L10nLanguage, i: Indicator) -> (String, String) {
    match i {
        Indicator::Opinions => (t.substance_opinions(), t.substance_opinions_is()),
        Indicator::Answered => (t.substance_answered(), t.substance_answered_is()),
        Indicator::Repeated => (t.substance_repeated(), t.substance_repeated_is()),
        Indicator::PeopleSpeech => (t.substance_speech(), t.substance_speech_is()),
    }
}

/// Where a duty stands on a day.
#[must_use]
pub fn state(t: &L10nLanguage, d: &Duty, on: Date) -> Mark {
    let days = i64::from((on - d.due).get_days());
    let (tone, icon, word) = match d.state {
        DutyState::Met if d.facts.iter().any(|f| f.kind == FactKind::Delegation) => (Tone::Done, Icon::Dash, t.ledger_state_delegated()),
        DutyState::Met if d.kind == ClauseKind::Presiding => (Tone::Done, Icon::Tick, t.ledger_state_presided()),
        DutyState::Breached if d.kind == ClauseKind::Presiding => (Tone::Late, Icon::Warn, t.ledger_state_to_check()),
        DutyState::Met => (Tone::Done, Icon::Tick, t.ledger_state_met()),
        DutyState::Late => (Tone::Late, Icon::RingTick, t.ledger_state_late()),
        DutyState::Breached if matches!(d.subject, Subject::Of { kind: FactKind::Dialogue, .. }) => {
            (Tone::Late, Icon::Warn, t.ledger_state_breached())
        }
        DutyState::Breached => (Tone::Late, Icon::Warn, t.ledger_state_overdue(days)),
        DutyState::Due if d.at_risk(on, SOON_DAYS) => (Tone::Doing, Icon::Clock, t.ledger_state_soon()),
        DutyState::Due => (Tone::Idle, Icon::Ring, t.ledger_state_due()),
        DutyState::Waived => (Tone::Idle, Icon::Dash, t.ledger_state_waived()),
        DutyState::NotApplicable => (Tone::Idle, Icon::Dot, t.ledger_state_na()),
        DutyState::BeforeUse => (Tone::Idle, Icon::Dash, t.ledger_state_before_use()),
    };
    Mark::new(tone, icon, word)
}

/// Of which period or matter a duty is.
#[must_use]
pub fn subject(t: &L10nLanguage, d: &Duty) -> String {
    match &d.subject {
        Subject::Nth { from, to, n, of } => {
            let period = period(t, *from, *to);
            if *of > 1 && d.kind != ClauseKind::Report {
                t.ledger_subject_nth(i64::from(*n), i64::from(*of), period)
            } else {
                t.ledger_subject_period(period)
            }
        }
        Subject::Of { kind, part, day, .. } => {
            let day = date::vi(*day);
            let what = match kind {
                FactKind::Opinion => t.ledger_subject_opinion(day),
                FactKind::Task => t.ledger_subject_task(day),
                FactKind::Briefing => t.ledger_subject_document(day),
                FactKind::VoterList => t.ledger_subject_list(day),
                _ => t.ledger_subject_dialogue(day),
            };
            match self::part(t, part) {
                Some(part) => format!("{what}, {part}"),
                None => what,
            }
        }
    }
}

fn part(t: &L10nLanguage, part: &str) -> Option<String> {
    Some(match part {
        "media" => t.ledger_part_media(),
        "posted" => t.ledger_part_posted(),
        "villages" => t.ledger_part_villages(),
        "attendance" => t.ledger_part_attendance(),
        "presiding" => t.ledger_part_presiding(),
        "interval" => t.ledger_part_interval(),
        "gap" => t.ledger_part_gap(),
        _ => return None,
    })
}

fn period(t: &L10nLanguage, from: Date, to: Date) -> String {
    let whole = from.month() == 1 && from.day() == 1 && to.month() == 12 && to.day() == 31;
    if whole { t.ledger_period_year(i64::from(to.year())) } else { t.ledger_period_days(date::vi(from), date::vi(to)) }
}

/// How the last day of a duty was computed, line by line.
#[must_use]
pub fn reckoning(page: &Page, d: &Duty, calendar: &Calendar) -> Vec<String> {
    let t = page.t;
    let due = page.weekday(&d.due.to_string());
    let mut lines = Vec::new();
    match &d.reckoning {
        Reckoning::PeriodEnd(_) => lines.push(t.ledger_how_period(due)),
        Reckoning::Named(_) => lines.push(t.ledger_how_named(due)),
        Reckoning::Extended(_) => lines.push(t.ledger_how_extended(due)),
        Reckoning::OfEvent(_) => lines.push(t.ledger_how_of_event(due)),
        Reckoning::Standing { since } => lines.push(t.ledger_how_standing(date::vi(*since))),
        Reckoning::NotBefore { from, days, count, .. } => {
            lines.push(t.ledger_how_not_before(date::vi(*from), i64::from(*days), counted(t, *count), due));
        }
        Reckoning::Before { event, days, count } => {
            lines.push(t.ledger_how_before(date::vi(*event), i64::from(*days), counted(t, *count), due));
        }
        Reckoning::After { from, days, count, pauses } => {
            lines.push(t.ledger_how_after(date::vi(*from), i64::from(*days), counted(t, *count), due));
            lines.extend(pauses.iter().map(|(from, to)| t.ledger_how_pause(date::vi(*from), date::vi(*to))));
        }
    }
    let skipped: Vec<String> = d
        .reckoning
        .steps(calendar)
        .iter()
        .filter(|s| !s.counted)
        .filter_map(|s| {
            let why = match s.why.as_ref()? {
                Why::Off { name, name_en } => page.lang.pick(name, name_en).to_owned(),
                _ => t.ledger_weekend(),
            };
            Some(format!("{} ({why})", short(s.date)))
        })
        .collect();
    if !skipped.is_empty() {
        lines.push(t.ledger_how_skipped(skipped.join(", ")));
    }
    match &d.own {
        Some(OwnLimit { set: Some(by), .. }) => lines.push(t.ledger_day_set(by.label.clone(), by.paper.clone(), date::vi(by.from))),
        Some(own) => lines.push(t.ledger_day_own(i64::from(own.days), counted(t, own.count))),
        None => {}
    }
    lines
}

fn counted(t: &L10nLanguage, count: DayCount) -> String {
    rule_words::day_count(t, count)
}

/// A day without its year, as it stands in a computation.
fn short(d: Date) -> String {
    format!("{:02}/{:02}", d.day(), d.month())
}

/// Who acts next on a duty that is open.
#[must_use]
pub fn next(t: &L10nLanguage, d: &Duty, post: &str) -> String {
    let post = post.to_owned();
    match d.state {
        DutyState::Due | DutyState::Breached => {}
        DutyState::BeforeUse => return t.ledger_next_before_use(),
        DutyState::Met | DutyState::Late | DutyState::Waived | DutyState::NotApplicable => return t.ledger_nobody(),
    }
    match d.kind {
        ClauseKind::Frequency | ClauseKind::VoterRequest => t.ledger_next_frequency(post),
        ClauseKind::PlanEntry => t.ledger_next_plan(post),
        ClauseKind::AnnouncementLead => t.ledger_next_announce(post),
        ClauseKind::NoticeLimit => t.ledger_next_notice(post),
        ClauseKind::Publication => t.ledger_next_publish(post),
        ClauseKind::AnswerLimit => t.ledger_next_answer(post),
        ClauseKind::PersonNotice => t.ledger_next_person(post),
        ClauseKind::Presiding => t.ledger_next_presiding(post),
        ClauseKind::Supervision => t.ledger_next_supervise(post),
        ClauseKind::Report => t.ledger_next_report(post),
        ClauseKind::Reception => t.ledger_next_reception(post),
        _ => t.ledger_next_other(post),
    }
}

/// A kind of supervising body; `None`: which kind was not told.
#[must_use]
pub fn supervisor(t: &L10nLanguage, by: Option<SupervisorKind>) -> String {
    match by {
        Some(SupervisorKind::Front) => t.supervisor_front(),
        Some(SupervisorKind::Council) => t.supervisor_council(),
        Some(SupervisorKind::Committee) => t.supervisor_committee(),
        Some(SupervisorKind::Superior) => t.supervisor_superior(),
        Some(SupervisorKind::PeopleInspection) => t.supervisor_people_inspection(),
        Some(SupervisorKind::Community) => t.supervisor_community(),
        None => t.supervisor_untold(),
    }
}

/// A kind of fact.
#[must_use]
pub fn fact(t: &L10nLanguage, k: FactKind) -> String {
    match k {
        FactKind::Dialogue => t.ledger_fact_dialogue(),
        FactKind::Announcement => t.ledger_fact_announcement(),
        FactKind::Notice => t.ledger_fact_notice(),
        FactKind::Proof => t.ledger_fact_proof(),
        FactKind::Plan => t.ledger_fact_plan(),
        FactKind::Opinion => t.ledger_fact_opinion(),
        FactKind::Reopening => t.ledger_fact_reopening(),
        FactKind::Task => t.ledger_fact_task(),
        FactKind::Supervision => t.ledger_fact_supervision(),
        FactKind::Report => t.ledger_fact_report(),
        FactKind::Reception => t.ledger_fact_reception(),
        FactKind::Briefing => t.ledger_fact_briefing(),
        FactKind::VoterList => t.ledger_fact_voter_list(),
        FactKind::Waiver => t.ledger_fact_waiver(),
        FactKind::VoterMeeting => t.ledger_fact_voter_meeting(),
        FactKind::Delegation => t.ledger_fact_delegation(),
        FactKind::WrittenNotice => t.ledger_fact_written_notice(),
    }
}

/// A finding by its name, and what is to be done about it.
#[must_use]
pub fn finding(t: &L10nLanguage, k: FindingKind) -> (String, String) {
    match k {
        FindingKind::TooFew => (t.ledger_finding_too_few(), t.ledger_remedy_hold()),
        FindingKind::PlanNotMet => (t.ledger_finding_plan_not_met(), t.ledger_remedy_hold()),
        FindingKind::NoApprovedPlan => (t.ledger_finding_no_approved_plan(), t.ledger_remedy_plan()),
        FindingKind::AnnouncedLate => (t.ledger_finding_announced_late(), t.ledger_remedy_announce()),
        FindingKind::NoNotice => (t.ledger_finding_no_notice(), t.ledger_remedy_notice()),
        FindingKind::ProofMissing => (t.ledger_finding_proof_missing(), t.ledger_remedy_proof()),
        FindingKind::DeputyPresided => (t.ledger_finding_deputy_presided(), t.ledger_remedy_check()),
        FindingKind::HeadAbsent => (t.ledger_finding_head_absent(), t.ledger_remedy_absent()),
        FindingKind::PresidingNotRecorded => (t.ledger_finding_presiding_not_recorded(), t.ledger_remedy_presiding()),
        FindingKind::LowAttendance => (t.ledger_finding_low_attendance(), t.ledger_remedy_attendance()),
        FindingKind::AttendanceNotRecorded => (t.ledger_finding_attendance_not_recorded(), t.ledger_remedy_attendance_record()),
        FindingKind::TooClose => (t.ledger_finding_too_close(), t.ledger_remedy_spread()),
        FindingKind::GapTooLong => (t.ledger_finding_gap_too_long(), t.ledger_remedy_hold()),
        FindingKind::FewOpinions => (t.ledger_finding_few_opinions(), t.ledger_remedy_opinions()),
        FindingKind::FewAnswered => (t.ledger_finding_few_answered(), t.ledger_remedy_answer()),
        FindingKind::ManyRepeated => (t.ledger_finding_many_repeated(), t.ledger_remedy_repeated()),
        FindingKind::PeopleSpokeLittle => (t.ledger_finding_people_spoke_little(), t.ledger_remedy_speech()),
        FindingKind::NoSupervision => (t.ledger_finding_no_supervision(), t.ledger_remedy_supervise()),
        FindingKind::NoAnswer => (t.ledger_finding_no_answer(), t.ledger_remedy_answer()),
        FindingKind::Unanswered => (t.ledger_finding_unanswered(), t.ledger_remedy_answer()),
        FindingKind::PublicationSilent => (t.ledger_finding_publication_silent(), t.ledger_remedy_publish()),
        FindingKind::CommitmentOverdue => (t.ledger_finding_commitment_overdue(), t.ledger_remedy_urge()),
        FindingKind::ResultNotTold => (t.ledger_finding_result_not_told(), t.ledger_remedy_tell()),
        FindingKind::ReceptionNotHeld => (t.ledger_finding_reception_not_held(), t.ledger_remedy_receive()),
        FindingKind::ReportMissing => (t.ledger_finding_report_missing(), t.ledger_remedy_report()),
        FindingKind::NotBriefed => (t.ledger_finding_not_briefed(), t.ledger_remedy_brief()),
        FindingKind::VotersUnanswered => (t.ledger_finding_voters_unanswered(), t.ledger_remedy_hold()),
        FindingKind::VoterMeetingAsDialogue => (t.ledger_finding_voter_meeting(), t.ledger_remedy_move()),
    }
}
