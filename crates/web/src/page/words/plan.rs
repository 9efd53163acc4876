//! Words of year plans, published findings and proofs of publication.

use caunoi_domain::{
    dialogue::{
        count::Counts,
        plan_rule::PlanRule,
        year_plan::{Change, RowStanding},
    },
    publishing::proof::ProofWay,
    report::finding::FindingKind as PublishedFinding,
};

use crate::page::l10n::L10nLanguage;

/// What a row of a supplement does.
#[must_use]
pub fn plan_change(t: &L10nLanguage, w: Change) -> String {
    match w {
        Change::Add => t.word_plan_change_add(),
        Change::Replace => t.word_plan_change_replace(),
        Change::Remove => t.word_plan_change_remove(),
    }
}

/// Where a planned conference is today.
#[must_use]
pub fn row_standing(t: &L10nLanguage, w: RowStanding) -> String {
    match w {
        RowStanding::NotStarted => t.word_row_standing_not_started(),
        RowStanding::Prepared => t.word_row_standing_prepared(),
        RowStanding::Announced => t.word_row_standing_announced(),
        RowStanding::Held => t.word_row_standing_held(),
        RowStanding::Postponed => t.word_row_standing_postponed(),
        RowStanding::Cancelled => t.word_row_standing_cancelled(),
    }
}

/// What counts as one.
#[must_use]
pub fn counts(t: &L10nLanguage, w: Counts) -> String {
    match w {
        Counts::Conference => t.word_counts_conference(),
        Counts::Session => t.word_counts_session(),
    }
}

/// A datum of the rules on plans.
#[must_use]
pub fn plan_rule(t: &L10nLanguage, w: PlanRule) -> String {
    match w {
        PlanRule::ProgrammeDeadline => t.word_plan_rule_programme_deadline(),
        PlanRule::Approver => t.word_plan_rule_approver(),
        PlanRule::Counts => t.word_plan_rule_counts(),
        PlanRule::VillageAgainDays => t.word_plan_rule_village_again_days(),
        PlanRule::EnterpriseGapDays => t.word_plan_rule_enterprise_gap_days(),
    }
}

/// The way by which something is made public.
#[must_use]
pub fn proof_way(t: &L10nLanguage, w: ProofWay) -> String {
    match w {
        ProofWay::Media => t.word_proof_way_media(),
        ProofWay::Posted => t.word_proof_way_posted(),
        ProofWay::Village => t.word_proof_way_village(),
    }
}

/// What a published supervision found.
#[must_use]
pub fn published_finding(t: &L10nLanguage, kind: PublishedFinding) -> String {
    match kind {
        PublishedFinding::PlanNotMet => t.finding_plan_not_met(),
        PublishedFinding::NoSupervision => t.finding_no_supervision(),
        PublishedFinding::IrregularSupervision => t.finding_irregular_supervision(),
        PublishedFinding::LowAttendance => t.finding_low_attendance(),
        PublishedFinding::NoNotice => t.finding_no_notice(),
        PublishedFinding::FewDialogues => t.finding_few_dialogues(),
        PublishedFinding::Formality => t.finding_formality(),
        PublishedFinding::TakenForVoterMeeting => t.finding_voter_meeting(),
        PublishedFinding::Delegated => t.finding_delegated(),
    }
}
