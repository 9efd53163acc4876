//! A topic is dropped, with the reason: it stays in the record of what was considered.

use caunoi_domain::{
    dialogue::{
        contents::may_change,
        state::{ApprovalStep, ApprovalSubject, DraftState, TopicState},
    },
    opinion::{
        item::{NextCode, Standing},
        step::Step,
    },
    people::{body::BodyKind, policy::Action},
    record::event::Datum,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx,
    dialogue::{self, DialogueRow},
    item::{self, Next},
    people, topic, unit,
};

use super::send_back::why;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Drops a topic. The items that waited for it go back to the office, with a day by which each is told where it went.
#[derive(Clone, Debug)]
pub struct DropTopic {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// The topic's id.
    pub topic: String,
    /// Why.
    pub note: String,
}

impl Verb for DropTopic {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        let mut t = topic::find(tx, &self.topic).await?.filter(|t| t.dialogue_id == d.id).ok_or(Refusal::NotFound("topic"))?;
        if !may_change(d.state, d.contents_state) || t.state == TopicState::Dropped {
            return Err(Refusal::not_now(t.state));
        }
        let note = why(&self.note)?;
        if t.state == TopicState::Approved {
            give_back(tx, cx, &d, Some(&t.id), &Step::Undone).await?;
            unit::bump_version(tx, &d.unit_id).await?;
        }
        t.state = TopicState::Dropped;
        topic::save(tx, &t).await?;
        d.contents_state = DraftState::Draft;
        dialogue::save(tx, &d).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::Contents, &t.id), ApprovalStep::Returned, &note).await?;
        let data = vec![("topic", Datum::Id(t.id.clone())), ("note_sha256", cx.commit(note.as_bytes()))];
        super::tell(tx, cx, &d, "topic.dropped", data).await
    }
}

/// The items that waited for a dialogue, behind one of its topics or behind all, go back to the office; `step` says why
/// on the thread of each.
pub(super) async fn give_back(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, only: Option<&str>, step: &Step) -> Result<(), Refusal> {
    let office = people::bodies(tx, &d.unit_id).await?.into_iter().find(|b| b.kind == BodyKind::Office).map(|b| b.name);
    let (due_on, basis) = cx.due(LimitName::PersonNotice);
    for (topic_id, mut i) in topic::items_of_dialogue(tx, &d.id).await? {
        if only.is_none_or(|t| t == topic_id) && i.standing == Standing::Scheduled {
            i.standing = Standing::Triaged;
            i.next = Next {
                code: NextCode::Office,
                actor: office.clone().unwrap_or_default(),
                due_on: Some(due_on.clone()),
                basis: basis.clone(),
            };
            item::save(tx, &i, cx.now_us).await?;
            cx.step(tx, &i.province_id, &i.id, step).await?;
        }
    }
    Ok(())
}
