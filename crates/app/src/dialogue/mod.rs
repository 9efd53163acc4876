//! Verbs of a dialogue: its draft, the day itself with its minutes, the conclusion notice.
//!
//! Each takes the dialogue's public id. What only a chair may do is asked of the post that the officer holds: the head
//! of another unit, or of another body of this one, is not a chair.

mod add_addendum;
mod announce;
mod answer;
mod approve;
mod approve_contents;
mod ask_answer;
mod check_minutes;
pub mod check_notice;
mod choose_topic;
mod close_dialogue;
mod conclude_item;
mod day;
mod documents;
mod draft;
mod draft_notice;
mod drop_topic;
mod edit;
mod edit_entry;
pub(crate) mod findable;
mod hear;
mod hold;
pub mod import_past;
mod issue_notice;
pub mod minutes;
mod move_out_entry;
pub mod notice;
mod off_topic;
mod put_site;
mod record_attendance;
mod record_presiding;
mod review_answer;
mod send_back;
mod settle;
mod sign_minutes;
mod submit;
mod take_back;
mod write_answer;
mod write_entry;
mod write_head;

pub use add_addendum::AddAddendum;
pub use announce::AnnounceDialogue;
pub use approve::ApproveDialogue;
pub use approve_contents::ApproveContents;
pub use ask_answer::AskAnswer;
pub use check_minutes::CheckMinutes;
pub use check_notice::CheckNotice;
pub use choose_topic::ChooseTopic;
pub use close_dialogue::CloseDialogue;
pub use conclude_item::ConcludeItem;
pub use day::{CancelDialogue, PostponeDialogue, ReplanDialogue};
pub use documents::{AddDocument, RemoveDocument};
pub use draft::DraftDialogue;
pub(crate) use draft::{chairs_are_heads, draft_it};
pub use draft_notice::{DraftNotice, WriteNotice};
pub use drop_topic::DropTopic;
pub use edit::EditDialogue;
pub use edit_entry::EditEntry;
pub use hold::HoldDialogue;
pub use issue_notice::{IssueNotice, NoticeIssued};
pub use move_out_entry::MoveOutEntry;
pub use off_topic::{NoteOffTopic, RouteOffTopic, route_off_topic};
pub use put_site::{PutSite, RemoveSite};
pub use record_attendance::RecordAttendance;
pub use record_presiding::RecordPresiding;
pub use review_answer::{ApproveAnswer, ReturnAnswer};
pub use send_back::{ReturnContents, ReturnDialogue};
pub use sign_minutes::SignMinutes;
pub use submit::{SubmitContents, SubmitDialogue};
pub use take_back::{TAKE_BACK_US, TakeBack};
pub use write_answer::{SubmitAnswer, WriteAnswer};
pub use write_entry::{WriteEntry, Written, write_entry};
pub use write_head::WriteHead;

use caunoi_domain::{
    dialogue::{
        scope::Stop,
        state::{ApprovalStep, ApprovalSubject},
    },
    people::{
        actor::{Actor, Role},
        policy::{Action, Scope},
    },
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    approval::{self, ApprovalRow},
    dialogue::{self, ChairRow, DialogueRow},
    unit,
};

use crate::{
    context::{Cx, Happened},
    refusal::Refusal,
};

/// The dialogue of that public id, where the actor may do the action in its unit.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn load(tx: &mut Tx<'_>, cx: &Cx, public_id: i64, action: Action) -> Result<DialogueRow, Refusal> {
    let d = dialogue::find_public(tx, public_id).await?.ok_or(Refusal::NotFound("dialogue"))?;
    cx.allow(action, Scope::unit(&d.unit_id))?;
    // Nothing more is done to a cancelled dialogue.
    if d.stop == Some(Stop::Cancelled) { Err(Refusal::not_now(Stop::Cancelled)) } else { Ok(d) }
}

/// Public pages of the unit that holds it are made anew, and of the unit in which it is held.
async fn bump_versions(tx: &mut Tx<'_>, d: &DialogueRow) -> Result<(), Refusal> {
    unit::bump_version(tx, &d.unit_id).await?;
    if !d.scope.held_at_unit.is_empty() {
        unit::bump_version(tx, &d.scope.held_at_unit).await?;
    }
    Ok(())
}

/// The dialogue of that public id and its chairs, where the actor is the head of one of the posts that chair it.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn load_as_chair(tx: &mut Tx<'_>, cx: &Cx, public_id: i64) -> Result<(DialogueRow, Vec<ChairRow>), Refusal> {
    let d = load(tx, cx, public_id, Action::ApproveDialogue).await?;
    let chairs = dialogue::chairs(tx, &d.id).await?;
    if is_chair(&cx.actor, &chairs) { Ok((d, chairs)) } else { Err(Refusal::NotAllowed(Action::ApproveDialogue)) }
}

/// Is the actor the head of one of the posts that chair?
#[must_use]
pub fn is_chair(actor: &Actor, chairs: &[ChairRow]) -> bool {
    actor.officer().is_some_and(|o| o.role == Role::Head && chairs.iter().any(|c| o.post_id.as_deref() == Some(c.post_id.as_str())))
}

/// Appends a step to the state log of what is drafted, submitted and approved (P1).
///
/// # Errors
/// The store's failure.
pub async fn log(
    tx: &mut Tx<'_>,
    cx: &Cx,
    unit_id: &str,
    subject: (ApprovalSubject, &str),
    step: ApprovalStep,
    note: &str,
) -> Result<(), Refusal> {
    approval::append(
        tx,
        &ApprovalRow {
            id: cx.id(),
            unit_id: unit_id.to_owned(),
            subject: subject.0,
            subject_id: subject.1.to_owned(),
            step,
            note: note.to_owned(),
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
            by_role: cx.actor.officer().map_or("-", |o| o.role.code()).to_owned(),
            by_label: cx.actor.label().to_owned(),
        },
    )
    .await?;
    Ok(())
}

/// Tells the record what happened to a dialogue.
///
/// # Errors
/// The store's failure.
pub(crate) async fn tell(
    tx: &mut Tx<'_>,
    cx: &Cx,
    d: &DialogueRow,
    kind: &'static str,
    data: Vec<(&'static str, Datum)>,
) -> Result<(), Refusal> {
    cx.record(tx, Happened { kind, unit_id: &d.unit_id, province_id: &d.province_id, subject_kind: "dialogue", subject: &d.id, data }).await
}
