//! Words of opinions and their matters.

use caunoi_domain::opinion::{
    item::{EndingManner, Grounded, Publication, Route, WithheldGround},
    kind::{Channel, Field, OpinionKind, SealedKind},
};

use crate::page::l10n::L10nLanguage;

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

/// The field of a matter by its code word; empty where it is not classified yet, the code where it is a province's own.
#[must_use]
pub fn field(t: &L10nLanguage, code: &str) -> String {
    code.parse::<Field>().map_or_else(|_| code.to_owned(), |f| field_of(t, f))
}
