//! A draft, or the contents chosen for it, is laid before the chair.

use caunoi_domain::{
    dialogue::state::{ApprovalStep, ApprovalSubject, DialogueState, DraftState, TopicState},
    people::policy::Action,
    problem::{MissingPart, What},
    record::event::Datum,
};
use caunoi_store::{Tx, dialogue, topic};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Submits the draft of a dialogue to its chairs.
#[derive(Clone, Copy, Debug)]
pub struct SubmitDialogue {
    /// The dialogue's public id.
    pub dialogue: i64,
}

impl Verb for SubmitDialogue {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        if d.state != DialogueState::Draft {
            return Err(Refusal::not_now(d.state));
        }
        d.state = DialogueState::Submitted;
        dialogue::save(tx, &d).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::Dialogue, &d.id), ApprovalStep::Submitted, "").await?;
        super::tell(tx, cx, &d, "dialogue.submitted", Vec::new()).await
    }
}

/// Submits the contents of a dialogue to its chairs.
#[derive(Clone, Copy, Debug)]
pub struct SubmitContents {
    /// The dialogue's public id.
    pub dialogue: i64,
}

impl Verb for SubmitContents {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        if d.contents_state != DraftState::Draft || d.state >= DialogueState::Announced {
            return Err(Refusal::not_now(d.contents_state));
        }
        let chosen = topic::of_dialogue(tx, &d.id).await?.iter().filter(|t| t.topic.state != TopicState::Dropped).count();
        if chosen == 0 {
            return Err(Refusal::problem("", What::Missing(MissingPart::Announcement("content"))));
        }
        d.contents_state = DraftState::Submitted;
        dialogue::save(tx, &d).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::Contents, &d.id), ApprovalStep::Submitted, "").await?;
        let data = vec![("topics", Datum::Int(i64::try_from(chosen).unwrap_or(i64::MAX)))];
        super::tell(tx, cx, &d, "contents.submitted", data).await
    }
}
