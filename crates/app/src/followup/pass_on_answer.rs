//! The commune's office passes a superior's answer on to the person. Where the answer solves or fully explains the
//! matter, it is resolved; otherwise the rest is assigned on.

use caunoi_domain::{
    followup::{EscalationState, ToldManner},
    opinion::item::Standing,
    people::policy::{Action, Scope},
};
use caunoi_store::{Tx, escalation, item};

use super::{
    assign::{self, NewTask},
    resolve,
    tell_result::tell,
    typed::Typed,
};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// What follows the answer.
#[derive(Clone, Debug)]
pub enum Then {
    /// The answer solves or fully explains the matter.
    Resolved,
    /// Something is left to do in the commune.
    AssignOn {
        /// The lead body's id.
        body_id: String,
        /// What is to be done.
        task: String,
        /// ISO day; absent: the limit of the rules.
        due_on: Option<String>,
    },
}

/// Passes the answer on.
#[derive(Clone, Debug)]
pub struct PassOnAnswer {
    /// The matter's public id.
    pub escalation: i64,
    /// By which way the person was told.
    pub manner: ToldManner,
    /// ISO day; absent: today.
    pub told_on: Option<String>,
    /// What follows.
    pub then: Then,
}

impl Verb for PassOnAnswer {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let sent = escalation::find_public(tx, self.escalation).await?.ok_or(Refusal::NotFound("escalation"))?;
        cx.allow(Action::TellResult, Scope::unit(&sent.from_unit_id))?;
        if sent.state != EscalationState::Answered {
            return Err(Refusal::not_now(sent.state));
        }
        let mut item = item::find(tx, &sent.item_id).await?.ok_or(Refusal::NotFound("item"))?;
        if item.standing != Standing::SuperiorAnswered {
            return Err(Refusal::not_now(item.standing));
        }
        tell(tx, cx, &item, self.manner, self.told_on.as_deref()).await?;
        item.disposed_at.get_or_insert(cx.now_us);
        match &self.then {
            Then::Resolved => resolve::after(tx, cx, &mut item, Some(true)).await,
            Then::AssignOn { body_id, task, due_on } => {
                cx.allow(Action::Assign, Scope::unit(&item.unit_id))?;
                let mut typed = Typed::default();
                let task = typed.text(task, "task");
                typed.sound()?;
                let new = NewTask {
                    conclusion_id: sent.conclusion_id,
                    parent_id: None,
                    body_id: body_id.clone(),
                    partners: Vec::new(),
                    task,
                    due_on: due_on.clone(),
                    due_basis: sent.answer_paper,
                    item: &mut item,
                };
                assign::open(tx, cx, new).await.map(drop)
            }
        }
    }
}
