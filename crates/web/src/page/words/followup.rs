//! Words of tasks, matters sent up, results and news.

use caunoi_domain::followup::{
    AssignmentState, EscalationMode, EscalationState, Extent, ToldManner,
    delay::{ExtensionState, WaitsFor},
    news::NewsKind,
};

use crate::page::l10n::L10nLanguage;

/// State of a task.
#[must_use]
pub fn assignment_state(t: &L10nLanguage, w: AssignmentState) -> String {
    match w {
        AssignmentState::Assigned => t.word_assignment_state_assigned(),
        AssignmentState::InProgress => t.word_assignment_state_in_progress(),
        AssignmentState::Done => t.word_assignment_state_done(),
        AssignmentState::Cancelled => t.word_assignment_state_cancelled(),
    }
}

/// How far a finished task went.
#[must_use]
pub fn extent(t: &L10nLanguage, w: Extent) -> String {
    match w {
        Extent::Whole => t.word_extent_whole(),
        Extent::Explained => t.word_extent_explained(),
        Extent::Partial => t.word_extent_partial(),
    }
}

/// State of a matter sent up.
#[must_use]
pub fn escalation_state(t: &L10nLanguage, w: EscalationState) -> String {
    match w {
        EscalationState::Sent => t.word_escalation_state_sent(),
        EscalationState::Acknowledged => t.word_escalation_state_acknowledged(),
        EscalationState::Answered => t.word_escalation_state_answered(),
    }
}

/// How a matter goes up.
#[must_use]
pub fn escalation_mode(t: &L10nLanguage, w: EscalationMode) -> String {
    match w {
        EscalationMode::Inbox => t.word_escalation_mode_inbox(),
        EscalationMode::Dispatch => t.word_escalation_mode_dispatch(),
    }
}

/// How the result was told.
#[must_use]
pub fn told_manner(t: &L10nLanguage, w: ToldManner) -> String {
    match w {
        ToldManner::Page => t.word_told_manner_page(),
        ToldManner::Paper => t.word_told_manner_paper(),
        ToldManner::Phone => t.word_told_manner_phone(),
        ToldManner::Village => t.word_told_manner_village(),
    }
}

/// Whom a task waits for.
#[must_use]
pub fn waits_for(t: &L10nLanguage, w: WaitsFor) -> String {
    match w {
        WaitsFor::Agency => t.waits_for_agency(),
        WaitsFor::Superior => t.waits_for_superior(),
        WaitsFor::Central => t.waits_for_central(),
    }
}

/// State of an extension.
#[must_use]
pub fn extension_state(t: &L10nLanguage, w: ExtensionState) -> String {
    match w {
        ExtensionState::Asked => t.extension_state_asked(),
        ExtensionState::Approved => t.extension_state_approved(),
        ExtensionState::Refused => t.extension_state_refused(),
        ExtensionState::Lapsed => t.extension_state_lapsed(),
    }
}

/// What news say.
#[must_use]
pub fn news_kind(t: &L10nLanguage, w: NewsKind) -> String {
    match w {
        NewsKind::Assigned => t.news_kind_assigned(),
        NewsKind::Partner => t.news_kind_partner(),
        NewsKind::Urged => t.news_kind_urged(),
        NewsKind::Reminded => t.news_kind_reminded(),
        NewsKind::Overdue => t.news_kind_overdue(),
        NewsKind::DutyDue => t.news_kind_duty_due(),
        NewsKind::Remedial => t.news_kind_remedial(),
        NewsKind::Waiver => t.news_kind_waiver(),
        NewsKind::Transferred => t.news_kind_transferred(),
        NewsKind::TakenAway => t.news_kind_taken_away(),
        NewsKind::Withdrawn => t.news_kind_withdrawn(),
        NewsKind::ExtensionAsked => t.news_kind_extension_asked(),
        NewsKind::ExtensionApproved => t.news_kind_extension_approved(),
        NewsKind::ExtensionRefused => t.news_kind_extension_refused(),
        NewsKind::Paused => t.news_kind_paused(),
        NewsKind::Resumed => t.news_kind_resumed(),
        NewsKind::Progress => t.news_kind_progress(),
        NewsKind::Done => t.news_kind_done(),
        NewsKind::Comment => t.news_kind_comment(),
        NewsKind::SuperiorAnswered => t.news_kind_superior_answered(),
        NewsKind::CameUp => t.news_kind_came_up(),
    }
}
