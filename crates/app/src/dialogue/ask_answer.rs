//! A body is asked to prepare an answer to a topic by a day (P2): the Brief (bảng tổng hợp ý kiến kèm dự kiến trả lời).

use caunoi_domain::{
    dialogue::state::{DialogueState, DraftState, TopicState},
    people::policy::Action,
    problem::{Problem, What},
    record::event::Datum,
    text::date,
};
use caunoi_store::{
    Tx,
    dialogue::DialogueRow,
    people,
    prepared_answer::{self, PreparedAnswerRow},
    topic,
};
use jiff::civil::Date;

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Asks a body for a prepared answer.
#[derive(Clone, Debug)]
pub struct AskAnswer {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// The topic's id.
    pub topic: String,
    /// The body's id.
    pub body: String,
    /// The day as typed, day first.
    pub due: String,
}

impl Verb for AskAnswer {
    /// The prepared answer's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let d = super::load(tx, cx, self.dialogue, Action::PrepareDialogue).await?;
        if d.state > DialogueState::Announced {
            return Err(Refusal::not_now(d.state));
        }
        let topic = topic::find(tx, &self.topic)
            .await?
            .filter(|t| t.dialogue_id == d.id && t.state != TopicState::Dropped)
            .ok_or_else(|| Refusal::problem("topic", What::NotAChoice))?;
        let body = people::body(tx, &self.body)
            .await?
            .filter(|b| b.unit_id == d.unit_id)
            .ok_or_else(|| Refusal::problem("body", What::NotAChoice))?;
        let due = self.due(cx, &d)?;
        let asked = prepared_answer::of_dialogue(tx, &d.id).await?;
        if asked.iter().any(|a| a.answer.topic_id == topic.id && a.answer.body_id == body.id) {
            return Err(Refusal::problem("body", What::NotNow { state: DraftState::Asked.to_string() }));
        }
        let row = PreparedAnswerRow {
            id: cx.id(),
            topic_id: topic.id,
            body_id: body.id,
            text: String::new(),
            norm: String::new(),
            state: DraftState::Asked,
            due_on: Some(due.to_string()),
            at: cx.now_us,
            by_label: cx.actor.label().to_owned(),
        };
        prepared_answer::add(tx, &row).await?;
        let data = vec![
            ("answer", Datum::Id(row.id.clone())),
            ("topic", Datum::Id(row.topic_id.clone())),
            ("body", Datum::Id(row.body_id.clone())),
            ("due_on", Datum::date(due)),
        ];
        super::tell(tx, cx, &d, "answer.asked", data).await?;
        Ok(row.id)
    }
}

impl AskAnswer {
    /// The day: from today to the dialogue's own.
    fn due(&self, cx: &Cx, d: &DialogueRow) -> Result<Date, Refusal> {
        if self.due.trim().is_empty() {
            return Err(Refusal::problem("due", What::Empty));
        }
        let due = date::parse(&self.due).map_err(|e| Refusal::problem("due", What::Day(e)))?;
        if due < cx.today || due.to_string() > d.on_day {
            return Err(Refusal::Invalid(vec![Problem::new("due", What::DayOutOfOrder)]));
        }
        Ok(due)
    }
}
