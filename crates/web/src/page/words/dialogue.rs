//! Words of dialogues, their papers and what is decided at them.

use caunoi_domain::dialogue::{
    off_topic::OffTopicWay,
    outcome::Outcome,
    scope::{Audience, Stop, Trial},
    side::{Bound, SideKind, Told},
    state::{
        AgendaKind, ApprovalStep, ApprovalSubject, Basis, DialogueKind, DialogueState, DraftState, Form, MinutesState, NoticeState,
        PresidingMode, TopicState,
    },
    stop::DayChange,
};

use crate::page::{Page, l10n::L10nLanguage};

/// Kind of a dialogue.
#[must_use]
pub fn dialogue_kind(t: &L10nLanguage, w: DialogueKind) -> String {
    match w {
        DialogueKind::Regular => t.word_dialogue_kind_regular(),
        DialogueKind::Thematic => t.word_dialogue_kind_thematic(),
        DialogueKind::AdHoc => t.word_dialogue_kind_ad_hoc(),
    }
}

/// By which rule a dialogue is held.
#[must_use]
pub fn basis(t: &L10nLanguage, w: Basis) -> String {
    match w {
        Basis::Party => t.word_basis_party(),
        Basis::Statutory => t.word_basis_statutory(),
        Basis::Both => t.word_basis_both(),
    }
}

/// How people take part.
#[must_use]
pub fn form(t: &L10nLanguage, w: Form) -> String {
    match w {
        Form::InPerson => t.word_form_in_person(),
        Form::Online => t.word_form_online(),
        Form::Hybrid => t.word_form_hybrid(),
    }
}

/// Where a dialogue is in its life.
#[must_use]
pub fn dialogue_state(t: &L10nLanguage, w: DialogueState) -> String {
    match w {
        DialogueState::Draft => t.word_dialogue_state_draft(),
        DialogueState::Submitted => t.word_dialogue_state_submitted(),
        DialogueState::Approved => t.word_dialogue_state_approved(),
        DialogueState::Announced => t.word_dialogue_state_announced(),
        DialogueState::Held => t.word_dialogue_state_held(),
        DialogueState::Concluded => t.word_dialogue_state_concluded(),
        DialogueState::Closed => t.word_dialogue_state_closed(),
    }
}

/// State of a drafted text.
#[must_use]
pub fn draft_state(t: &L10nLanguage, w: DraftState) -> String {
    match w {
        DraftState::Asked => t.word_draft_state_asked(),
        DraftState::Draft => t.word_draft_state_draft(),
        DraftState::Submitted => t.word_draft_state_submitted(),
        DraftState::Approved => t.word_draft_state_approved(),
    }
}

/// State of minutes.
#[must_use]
pub fn minutes_state(t: &L10nLanguage, w: MinutesState) -> String {
    match w {
        MinutesState::Draft => t.word_minutes_state_draft(),
        MinutesState::Checked => t.word_minutes_state_checked(),
        MinutesState::Signed => t.word_minutes_state_signed(),
    }
}

/// State of a conclusion notice.
#[must_use]
pub fn notice_state(t: &L10nLanguage, w: NoticeState) -> String {
    match w {
        NoticeState::Draft => t.word_notice_state_draft(),
        NoticeState::Checked => t.word_notice_state_checked(),
        NoticeState::Issued => t.word_notice_state_issued(),
    }
}

/// Who actually presided.
#[must_use]
pub fn presiding_mode(t: &L10nLanguage, w: PresidingMode) -> String {
    match w {
        PresidingMode::InPerson => t.word_presiding_mode_in_person(),
        PresidingMode::Delegated => t.word_presiding_mode_delegated(),
        PresidingMode::Absent => t.word_presiding_mode_absent(),
    }
}

/// Parts of an agenda.
#[must_use]
pub fn agenda_kind(t: &L10nLanguage, w: AgendaKind) -> String {
    match w {
        AgendaKind::LastResults => t.word_agenda_kind_last_results(),
        AgendaKind::Information => t.word_agenda_kind_information(),
        AgendaKind::Topics => t.word_agenda_kind_topics(),
        AgendaKind::OpenFloor => t.word_agenda_kind_open_floor(),
        AgendaKind::Conclusion => t.word_agenda_kind_conclusion(),
    }
}

/// State of a topic.
#[must_use]
pub fn topic_state(t: &L10nLanguage, w: TopicState) -> String {
    match w {
        TopicState::Proposed => t.word_topic_state_proposed(),
        TopicState::Approved => t.word_topic_state_approved(),
        TopicState::Dropped => t.word_topic_state_dropped(),
    }
}

/// A step of an approval.
#[must_use]
pub fn approval_step(t: &L10nLanguage, w: ApprovalStep) -> String {
    match w {
        ApprovalStep::Submitted => t.word_approval_step_submitted(),
        ApprovalStep::Approved => t.word_approval_step_approved(),
        ApprovalStep::Returned => t.word_approval_step_returned(),
        ApprovalStep::Checked => t.word_approval_step_checked(),
        ApprovalStep::Commented => t.word_approval_step_commented(),
        ApprovalStep::Announced => t.word_approval_step_announced(),
        ApprovalStep::Postponed => t.word_approval_step_postponed(),
        ApprovalStep::Replanned => t.word_approval_step_replanned(),
        ApprovalStep::Cancelled => t.word_approval_step_cancelled(),
        ApprovalStep::TakenBack => t.word_approval_step_taken_back(),
        ApprovalStep::Ended => t.word_approval_step_ended(),
    }
}

/// What is submitted and approved.
#[must_use]
pub fn approval_subject(t: &L10nLanguage, w: ApprovalSubject) -> String {
    match w {
        ApprovalSubject::YearPlan => t.word_approval_subject_year_plan(),
        ApprovalSubject::Dialogue => t.word_approval_subject_dialogue(),
        ApprovalSubject::Contents => t.word_approval_subject_contents(),
        ApprovalSubject::PreparedAnswer => t.word_approval_subject_prepared_answer(),
        ApprovalSubject::Minutes => t.word_approval_subject_minutes(),
        ApprovalSubject::Notice => t.word_approval_subject_notice(),
        ApprovalSubject::Publication => t.word_approval_subject_publication(),
        ApprovalSubject::Waiver => t.word_approval_subject_waiver(),
    }
}

/// The three outcomes.
#[must_use]
pub fn outcome(t: &L10nLanguage, w: Outcome) -> String {
    match w {
        Outcome::Resolved => t.word_outcome_resolved(),
        Outcome::Unresolved => t.word_outcome_unresolved(),
        Outcome::Escalated => t.word_outcome_escalated(),
    }
}

/// Whom a dialogue is for.
#[must_use]
pub fn audience(t: &L10nLanguage, w: Audience) -> String {
    match w {
        Audience::Residents => t.word_audience_residents(),
        Audience::Enterprises => t.word_audience_enterprises(),
        Audience::Workers => t.word_audience_workers(),
        Audience::Farmers => t.word_audience_farmers(),
        Audience::Women => t.word_audience_women(),
        Audience::Youth => t.word_audience_youth(),
        Audience::Veterans => t.word_audience_veterans(),
        Audience::Elderly => t.word_audience_elderly(),
        Audience::Schools => t.word_audience_schools(),
        Audience::Officials => t.word_audience_officials(),
        Audience::Other => t.word_audience_other(),
    }
}

/// What stopped a dialogue.
#[must_use]
pub fn stop(t: &L10nLanguage, w: Stop) -> String {
    match w {
        Stop::Postponed => t.word_stop_postponed(),
        Stop::Cancelled => t.word_stop_cancelled(),
    }
}

/// What happened to its day.
#[must_use]
pub fn day_change(t: &L10nLanguage, w: DayChange) -> String {
    match w {
        DayChange::Postponed => t.word_day_change_postponed(),
        DayChange::Replanned => t.word_day_change_replanned(),
        DayChange::Cancelled => t.word_day_change_cancelled(),
    }
}

/// Kind of a meeting beside the dialogues.
#[must_use]
pub fn side_kind(t: &L10nLanguage, w: SideKind) -> String {
    match w {
        SideKind::VoterMeeting => t.word_side_kind_voter_meeting(),
        SideKind::Reception => t.word_side_kind_reception(),
        SideKind::Seminar => t.word_side_kind_seminar(),
        SideKind::Other => t.word_side_kind_other(),
    }
}

/// A number as it was told: "trên 10" stays a bound (product rule 6).
#[must_use]
pub fn told(t: &L10nLanguage, w: Told) -> String {
    match w.bound {
        Bound::Exactly => w.n.to_string(),
        Bound::Over => t.word_bound_over(w.n),
        Bound::Nearly => t.word_bound_nearly(w.n),
        Bound::About => t.word_bound_about(w.n),
    }
}

/// Where something went that was said beside the topics.
#[must_use]
pub fn off_topic_way(t: &L10nLanguage, w: OffTopicWay) -> String {
    match w {
        OffTopicWay::Opinion => t.way_opinion(),
        OffTopicWay::Body => t.way_body(),
        OffTopicWay::Superior => t.way_superior(),
        OffTopicWay::NextDialogue => t.way_next_dialogue(),
        OffTopicWay::Reception => t.way_reception(),
    }
}

/// A pilot in words: what it reaches, from when to when, by which paper; that it is one where no more is known.
#[must_use]
pub fn pilot(page: &Page, trial: &Trial) -> String {
    let t = page.t;
    let day = |d: jiff::civil::Date| page.day(&d.to_string());
    let time = match (trial.from, trial.to) {
        (Some(from), Some(to)) => t.rule_span(day(from), day(to)),
        (Some(from), None) => t.rule_span_from(day(from)),
        (None, Some(to)) => t.rule_span_to(day(to)),
        (None, None) => String::new(),
    };
    let paper = if trial.paper.is_empty() { String::new() } else { t.plan_pilot_by(&trial.paper) };
    let said: Vec<String> = [trial.reach.clone(), time, paper].into_iter().filter(|s| !s.is_empty()).collect();
    if said.is_empty() { t.plan_pilot_yes() } else { format!("{}: {}", t.plan_pilot_yes(), said.join("; ")) }
}
