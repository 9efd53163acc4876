//! A chair returns a draft, or the contents chosen for it, saying why.

use caunoi_domain::{
    dialogue::{
        contents::NOTE_MAX,
        state::{ApprovalStep, ApprovalSubject, DialogueState, DraftState},
    },
    opinion::submission::text,
};
use caunoi_store::{Tx, dialogue};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Returns a dialogue to its draft: one that was submitted, or approved and not announced yet.
#[derive(Clone, Debug)]
pub struct ReturnDialogue {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// Why.
    pub note: String,
}

impl Verb for ReturnDialogue {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut d, _) = super::load_as_chair(tx, cx, self.dialogue).await?;
        if !d.state.can_become(DialogueState::Draft) {
            return Err(Refusal::not_now(d.state));
        }
        let note = why(&self.note)?;
        d.state = DialogueState::Draft;
        dialogue::save(tx, &d).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::Dialogue, &d.id), ApprovalStep::Returned, &note).await?;
        super::tell(tx, cx, &d, "dialogue.returned", vec![("note_sha256", cx.commit(note.as_bytes()))]).await
    }
}

/// Returns contents that were submitted.
#[derive(Clone, Debug)]
pub struct ReturnContents {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// Why.
    pub note: String,
}

impl Verb for ReturnContents {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut d, _) = super::load_as_chair(tx, cx, self.dialogue).await?;
        if d.contents_state != DraftState::Submitted {
            return Err(Refusal::not_now(d.contents_state));
        }
        let note = why(&self.note)?;
        d.contents_state = DraftState::Draft;
        dialogue::save(tx, &d).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::Contents, &d.id), ApprovalStep::Returned, &note).await?;
        super::tell(tx, cx, &d, "contents.returned", vec![("note_sha256", cx.commit(note.as_bytes()))]).await
    }
}

/// The reason of a return: never without one.
pub(super) fn why(typed: &str) -> Result<String, Refusal> {
    let mut problems = Vec::new();
    let note = text(typed, "note", NOTE_MAX, true, &mut problems);
    if problems.is_empty() { Ok(note) } else { Err(Refusal::Invalid(problems)) }
}
