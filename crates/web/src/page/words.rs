//! The words of the closed vocabularies, in the reader's language.

use caunoi_domain::{
    dialogue::count::Counts,
    dialogue::off_topic::OffTopicWay,
    dialogue::outcome::Outcome,
    dialogue::plan_rule::PlanRule,
    dialogue::scope::{Audience, Stop, Trial},
    dialogue::side::{Bound, SideKind, Told},
    dialogue::state::{
        AgendaKind, ApprovalStep, ApprovalSubject, Basis, DialogueKind, DialogueState, DraftState, Form, MinutesState, NoticeState,
        PresidingMode, TopicState,
    },
    dialogue::stop::DayChange,
    dialogue::year_plan::{Change, RowStanding},
    followup::{AssignmentState, EscalationMode, EscalationState, Extent, ToldManner},
    followup::{
        delay::{ExtensionState, WaitsFor},
        news::NewsKind,
    },
    opinion::item::{EndingManner, Grounded, Publication, Route, WithheldGround},
    opinion::kind::{Channel, Field, OpinionKind, SealedKind},
    people::{actor::Role, body::BodyKind, handover::OpenKind, post::PostKind},
    publishing::proof::ProofWay,
    report::finding::FindingKind as PublishedFinding,
};

use super::{Page, l10n::L10nLanguage};

/// The name of a unit or a village inside a sentence: "xã Vân Trạch", "thôn Bến Gỗ".
#[must_use]
pub fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// What kind of opinion it is.
#[must_use]
pub fn kind(t: &L10nLanguage, w: OpinionKind) -> String {
    match w {
        OpinionKind::Petition => t.word_kind_petition(),
        OpinionKind::Feedback => t.word_kind_feedback(),
        OpinionKind::Proposal => t.word_kind_proposal(),
        OpinionKind::Consultation => t.word_kind_consultation(),
        OpinionKind::Question => t.word_kind_question(),
        OpinionKind::Aspiration => t.word_kind_aspiration(),
    }
}

/// What has its own law.
#[must_use]
pub fn sealed_kind(t: &L10nLanguage, w: SealedKind) -> String {
    match w {
        SealedKind::Complaint => t.word_sealed_kind_complaint(),
        SealedKind::Denunciation => t.word_sealed_kind_denunciation(),
    }
}

/// How it came in.
#[must_use]
pub fn channel(t: &L10nLanguage, w: Channel) -> String {
    match w {
        Channel::Web => t.word_channel_web(),
        Channel::Counter => t.word_channel_counter(),
        Channel::Paper => t.word_channel_paper(),
        Channel::Phone => t.word_channel_phone(),
        Channel::Village => t.word_channel_village(),
        Channel::Hall => t.word_channel_hall(),
        Channel::Import => t.word_channel_import(),
    }
}

/// Grounded or not.
#[must_use]
pub fn grounded(t: &L10nLanguage, w: Grounded) -> String {
    match w {
        Grounded::Unknown => t.word_grounded_unknown(),
        Grounded::Grounded => t.word_grounded_grounded(),
        Grounded::Partly => t.word_grounded_partly(),
        Grounded::NotGrounded => t.word_grounded_not_grounded(),
    }
}

/// Ground on which a text is withheld.
#[must_use]
pub fn withheld_ground(t: &L10nLanguage, w: WithheldGround) -> String {
    match w {
        WithheldGround::Privacy => t.word_withheld_ground_privacy(),
        WithheldGround::NamesPersons => t.word_withheld_ground_names_persons(),
        WithheldGround::Offensive => t.word_withheld_ground_offensive(),
        WithheldGround::OutOfScope => t.word_withheld_ground_out_of_scope(),
        WithheldGround::Duplicate => t.word_withheld_ground_duplicate(),
        WithheldGround::Secret => t.word_withheld_ground_secret(),
    }
}

/// Manner of a procedural ending.
#[must_use]
pub fn ending_manner(t: &L10nLanguage, w: EndingManner) -> String {
    match w {
        EndingManner::Transfer => t.word_ending_manner_transfer(),
        EndingManner::Guide => t.word_ending_manner_guide(),
        EndingManner::Return => t.word_ending_manner_return(),
        EndingManner::File => t.word_ending_manner_file(),
    }
}

/// Which way an item goes.
#[must_use]
pub fn route(t: &L10nLanguage, w: Route) -> String {
    match w {
        Route::None => t.word_route_none(),
        Route::Direct => t.word_route_direct(),
        Route::Assigned => t.word_route_assigned(),
        Route::Dialogue => t.word_route_dialogue(),
        Route::Ended => t.word_route_ended(),
        Route::Sealed => t.word_route_sealed(),
    }
}

/// Publication of a text.
#[must_use]
pub fn publication(t: &L10nLanguage, w: Publication) -> String {
    match w {
        Publication::Received => t.word_publication_received(),
        Publication::Published => t.word_publication_published(),
        Publication::Withheld => t.word_publication_withheld(),
    }
}

/// The field of a matter.
#[must_use]
pub fn field_of(t: &L10nLanguage, w: Field) -> String {
    match w {
        Field::Land => t.word_field_of_land(),
        Field::Roads => t.word_field_of_roads(),
        Field::Water => t.word_field_of_water(),
        Field::Environment => t.word_field_of_environment(),
        Field::Power => t.word_field_of_power(),
        Field::Farming => t.word_field_of_farming(),
        Field::Education => t.word_field_of_education(),
        Field::Health => t.word_field_of_health(),
        Field::Welfare => t.word_field_of_welfare(),
        Field::Security => t.word_field_of_security(),
        Field::Culture => t.word_field_of_culture(),
        Field::Administration => t.word_field_of_administration(),
        Field::Other => t.word_field_of_other(),
    }
}

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

/// Role of an officer.
#[must_use]
pub fn role(t: &L10nLanguage, w: Role) -> String {
    match w {
        Role::Secretary => t.word_role_secretary(),
        Role::Head => t.word_role_head(),
        Role::Council => t.word_role_council(),
        Role::Body => t.word_role_body(),
        Role::Front => t.word_role_front(),
        Role::Inspector => t.word_role_inspector(),
        Role::Admin => t.word_role_admin(),
    }
}

/// The field of a matter by its code word; empty where it is not classified yet, the code where it is a province's own.
#[must_use]
pub fn field(t: &L10nLanguage, code: &str) -> String {
    code.parse::<Field>().map_or_else(|_| code.to_owned(), |f| field_of(t, f))
}

/// The kind of a body.
#[must_use]
pub fn body_kind(t: &L10nLanguage, w: BodyKind) -> String {
    match w {
        BodyKind::PartyCommittee => t.word_body_party_committee(),
        BodyKind::PartyOffice => t.word_body_party_office(),
        BodyKind::PartyCommission => t.word_body_party_commission(),
        BodyKind::Inspection => t.word_body_inspection(),
        BodyKind::PeoplesCouncil => t.word_body_peoples_council(),
        BodyKind::PeoplesCommittee => t.word_body_peoples_committee(),
        BodyKind::Office => t.word_body_office(),
        BodyKind::Division => t.word_body_division(),
        BodyKind::Police => t.word_body_police(),
        BodyKind::ServiceCentre => t.word_body_service_centre(),
        BodyKind::PublicService => t.word_body_public_service(),
        BodyKind::Front => t.word_body_front(),
        BodyKind::Organisation => t.word_body_organisation(),
        BodyKind::External => t.word_body_external(),
    }
}

/// The kind of a post.
#[must_use]
pub fn post_kind(t: &L10nLanguage, w: PostKind) -> String {
    match w {
        PostKind::PartySecretary => t.word_post_party_secretary(),
        PostKind::CommitteeChair => t.word_post_committee_chair(),
        PostKind::CouncilStanding => t.word_post_council_standing(),
        PostKind::FrontChair => t.word_post_front_chair(),
        PostKind::BodyHead => t.word_post_body_head(),
        PostKind::ChiefOfOffice => t.word_post_chief_of_office(),
    }
}

/// What is open when a post passes on.
#[must_use]
pub fn open_kind(t: &L10nLanguage, w: OpenKind) -> String {
    match w {
        OpenKind::Approval => t.word_open_approval(),
        OpenKind::AnswerApproval => t.word_open_answer_approval(),
        OpenKind::Minutes => t.word_open_minutes(),
        OpenKind::Notice => t.word_open_notice(),
        OpenKind::Dialogue => t.word_open_dialogue(),
        OpenKind::Commitment => t.word_open_commitment(),
        OpenKind::Task => t.word_open_task(),
        OpenKind::Answer => t.word_open_answer(),
        OpenKind::SentUp => t.word_open_sent_up(),
        OpenKind::Inbox => t.word_open_inbox(),
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

/// The way by which something is made public.
#[must_use]
pub fn proof_way(t: &L10nLanguage, w: ProofWay) -> String {
    match w {
        ProofWay::Media => t.word_proof_way_media(),
        ProofWay::Posted => t.word_proof_way_posted(),
        ProofWay::Village => t.word_proof_way_village(),
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
