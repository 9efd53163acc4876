//! A chair approves the contents: the topics stand, the agenda is made, and whoever sent an opinion behind a topic reads
//! on which day it will be answered.

use caunoi_domain::{
    dialogue::{
        agenda::agenda,
        contents::goes_to_dialogue,
        state::{ApprovalStep, ApprovalSubject, DialogueState, DraftState, TopicState},
    },
    opinion::{
        item::{NextCode, Route, Standing},
        step::Step,
        tracking_code::PublicId,
    },
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    agenda::{self as agenda_rows, AgendaRow},
    dialogue::{self, ChairRow, DialogueRow},
    item::{self, Next},
    topic::{self, TopicView},
    unit,
};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Approves the contents that were submitted. Only the head of a post that chairs the dialogue.
#[derive(Clone, Copy, Debug)]
pub struct ApproveContents {
    /// The dialogue's public id.
    pub dialogue: i64,
}

impl Verb for ApproveContents {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (mut d, chairs) = super::load_as_chair(tx, cx, self.dialogue).await?;
        if d.contents_state != DraftState::Submitted || d.state >= DialogueState::Announced {
            return Err(Refusal::not_now(d.contents_state));
        }
        let mut topics = topic::of_dialogue(tx, &d.id).await?;
        topics.retain(|t| t.topic.state != TopicState::Dropped);
        for t in &mut topics {
            t.topic.state = TopicState::Approved;
            topic::save(tx, &t.topic).await?;
        }
        schedule(tx, cx, &d, &chairs, &topics).await?;
        put_agenda(tx, cx, &d, &topics).await?;
        d.contents_state = DraftState::Approved;
        dialogue::save(tx, &d).await?;
        unit::bump_version(tx, &d.unit_id).await?;
        super::log(tx, cx, &d.unit_id, (ApprovalSubject::Contents, &d.id), ApprovalStep::Approved, "").await?;
        let data = vec![("topics", Datum::Int(i64::try_from(topics.len()).unwrap_or(i64::MAX)))];
        super::tell(tx, cx, &d, "contents.approved", data).await
    }
}

/// Every item behind a topic that has no way of its own now waits for the dialogue.
async fn schedule(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, chairs: &[ChairRow], topics: &[TopicView]) -> Result<(), Refusal> {
    let head = chairs.first().map(|c| c.post_name.clone()).unwrap_or_default();
    let mut seen = Vec::new();
    for (topic_id, mut i) in topic::items_of_dialogue(tx, &d.id).await? {
        if seen.contains(&i.id) || !goes_to_dialogue(i.standing, i.route) {
            continue;
        }
        let reason = topics.iter().find(|t| t.topic.id == topic_id).map(|t| t.topic.reason.clone()).unwrap_or_default();
        i.route = Route::Dialogue;
        i.standing = Standing::Scheduled;
        i.next = Next { code: NextCode::Head, actor: head.clone(), due_on: Some(d.on_day.clone()), basis: d.title.clone() };
        item::save(tx, &i, cx.now_us).await?;
        let dialogue = PublicId::from_i64(d.public_id).to_string();
        cx.step(tx, &i.province_id, &i.id, &Step::Scheduled { dialogue, title: d.title.clone(), reason }).await?;
        seen.push(i.id);
    }
    Ok(())
}

/// The agenda of the approved topics; what was noted beside a part that stays is kept.
async fn put_agenda(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, topics: &[TopicView]) -> Result<(), Refusal> {
    let before = agenda_rows::of_dialogue(tx, &d.id).await?;
    let titles: Vec<String> = topics.iter().map(|t| t.topic.title.clone()).collect();
    let rows: Vec<AgendaRow> = (1..)
        .zip(agenda(&titles))
        .map(|(seq, part)| AgendaRow {
            id: cx.id(),
            dialogue_id: d.id.clone(),
            seq,
            note: before.iter().find(|a| a.kind == part.kind && a.title == part.title).map(|a| a.note.clone()).unwrap_or_default(),
            kind: part.kind,
            title: part.title,
        })
        .collect();
    Ok(agenda_rows::replace(tx, &d.id, &rows).await?)
}
