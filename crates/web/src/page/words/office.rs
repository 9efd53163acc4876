//! Words of roles, bodies, posts and what is handed over.

use caunoi_domain::people::{actor::Role, body::BodyKind, handover::OpenKind, post::PostKind};

use crate::page::l10n::L10nLanguage;

/// The name of a unit or a village inside a sentence: "xã Vân Trạch", "thôn Bến Gỗ".
#[must_use]
pub fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
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
