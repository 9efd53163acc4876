//! Kiến nghị cấp trên giải quyết: the office sends a matter up, or by dispatch to a body without an account (P7).

use caunoi_domain::{
    followup::{self, EscalationMode},
    people::policy::{Action, Scope},
};
use caunoi_store::{Tx, item};

use super::{
    escalate::{self, NewEscalation},
    typed::Typed,
};
use crate::{
    context::{Cx, Verb},
    opinion::discreet::Discreet,
    refusal::Refusal,
};

/// Sends a matter up.
#[derive(Clone, Debug)]
pub struct EscalateMatter {
    /// The item's public id.
    pub item: i64,
    /// How.
    pub mode: EscalationMode,
    /// The superior unit's id, for its inbox.
    pub to_unit_id: Option<String>,
    /// The body's name, for a dispatch.
    pub to_body: String,
    /// What is asked.
    pub text: String,
    /// Number and symbol of the paper.
    pub paper: String,
    /// ISO day of the paper.
    pub paper_on: Option<String>,
    /// ISO day by which an answer is asked.
    pub due_on: Option<String>,
}

impl Verb for EscalateMatter {
    /// Public id of the matter that was sent up.
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        let mut item = item::find_public(tx, self.item).await?.ok_or(Refusal::NotFound("item"))?;
        cx.allow(Action::Escalate, Scope::unit(&item.unit_id))?;
        if !followup::takes_tasks(item.standing) {
            return Err(Refusal::not_now(item.standing));
        }
        let mut typed = Typed::for_everybody(Discreet::about(tx, &item).await?);
        let text = typed.note(&self.text, "text");
        let to_body = typed.line(&self.to_body, "to_body");
        let paper = typed.line(&self.paper, "paper");
        typed.sound()?;
        let new = NewEscalation {
            item: &mut item,
            conclusion_id: None,
            to_unit_id: self.to_unit_id.clone(),
            to_body,
            mode: self.mode,
            text,
            paper,
            paper_on: self.paper_on.clone(),
            due_on: self.due_on.clone(),
        };
        Ok(escalate::open(tx, cx, new).await?.public_id)
    }
}
