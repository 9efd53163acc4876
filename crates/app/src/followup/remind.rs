//! Văn bản nhắc việc: one paper reminds one body of several of its matters. Each matter is urged, on its thread too; the
//! body is told once, with the paper (S0.11, P12).

use caunoi_domain::{
    dialogue::state::DraftState,
    followup::news::NewsKind,
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx, assignment, dialogue,
    news::To,
    prepared_answer,
    reminder::{self, ReminderRow},
    urging::{self, Urged},
};
use serde::{Deserialize, Serialize};

use super::{
    news::{self, About},
    typed::Typed,
    urge::{self, Subject},
};
use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// A matter that a reminder is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// A task, or an answer to prepare.
    pub kind: Urged,
    /// Its id.
    pub id: String,
}

/// Reminds a body of those of these matters that are still open and were not urged today.
#[derive(Clone, Debug)]
pub struct Remind {
    /// The body's id.
    pub body_id: String,
    /// The matters that the text lists.
    pub matters: Vec<Matter>,
    /// What is said.
    pub text: String,
}

/// What became of a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminded {
    /// Matters that were urged.
    pub urged: i64,
    /// Matters left out: done by now, or urged today already.
    pub left_out: i64,
}

/// A matter as it is now.
struct Now {
    unit_id: String,
    province_id: String,
    item_id: Option<String>,
    body_name: String,
    open: bool,
}

impl Verb for Remind {
    type Done = Reminded;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Reminded, Refusal> {
        let mut typed = Typed::default();
        let text = typed.text(&self.text, "text");
        typed.sound()?;
        let mut urgings = Vec::new();
        let mut of = None;
        for m in &self.matters {
            let now = self.now(tx, m).await?;
            cx.allow(Action::Urge, Scope::unit(&now.unit_id))?;
            if !now.open || urging::of(tx, m.kind, &m.id).await?.iter().any(|u| u.on_day == cx.today_iso()) {
                continue;
            }
            let subject = Subject {
                kind: m.kind,
                id: &m.id,
                unit_id: &now.unit_id,
                province_id: &now.province_id,
                item_id: now.item_id.as_deref(),
                to: &now.body_name,
            };
            urgings.push(urge::urge(tx, cx, subject, &text).await?);
            of = Some(now);
        }
        let Some(of) = of else { return Err(Refusal::problem("text", What::UrgedToday)) };
        self.keep(tx, cx, &of, text, &urgings).await?;
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Ok(Reminded { urged: count(urgings.len()), left_out: count(self.matters.len() - urgings.len()) })
    }
}

impl Remind {
    async fn now(&self, tx: &mut Tx<'_>, m: &Matter) -> Result<Now, Refusal> {
        if m.kind == Urged::PreparedAnswer {
            let x = prepared_answer::find(tx, &m.id).await?.ok_or(Refusal::NotFound("answer"))?;
            let d = dialogue::find_public(tx, x.dialogue_public_id).await?.ok_or(Refusal::NotFound("dialogue"))?;
            let open = x.answer.body_id == self.body_id && matches!(x.answer.state, DraftState::Asked | DraftState::Draft);
            return Ok(Now { unit_id: d.unit_id, province_id: d.province_id, item_id: None, body_name: x.body_name, open });
        }
        let task = assignment::find(tx, &m.id).await?.ok_or(Refusal::NotFound("task"))?;
        let open = task.body_id == self.body_id && task.node().is_open() && task.paused_on.is_empty();
        Ok(Now { unit_id: task.unit_id, province_id: task.province_id, item_id: Some(task.item_id), body_name: task.body_name, open })
    }

    /// Keeps the paper, tells the record, and tells the body.
    async fn keep(&self, tx: &mut Tx<'_>, cx: &Cx, of: &Now, text: String, urgings: &[String]) -> Result<(), Refusal> {
        let row = ReminderRow {
            id: cx.id(),
            unit_id: of.unit_id.clone(),
            public_id: cx.public_id().to_i64(),
            body_id: self.body_id.clone(),
            text,
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        reminder::add(tx, &row, urgings).await?;
        let data = vec![
            ("body", Datum::Id(row.body_id.clone())),
            ("matters", Datum::Int(i64::try_from(urgings.len()).unwrap_or(i64::MAX))),
            ("text_sha256", cx.commit(row.text.as_bytes())),
        ];
        let (unit_id, province_id) = (of.unit_id.as_str(), of.province_id.as_str());
        cx.record(tx, Happened { kind: "reminder.sent", unit_id, province_id, subject_kind: "reminder", subject: &row.id, data }).await?;
        news::raise(tx, cx, &row.unit_id, To::Body(&row.body_id), NewsKind::Reminded, About::Reminder(&row.id)).await
    }
}
