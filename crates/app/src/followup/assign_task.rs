//! Giao nhiệm vụ: the office or the head gives a matter, or a part of a task, to a body of the own unit (P6).

use caunoi_domain::{
    followup,
    opinion::item::Route,
    people::policy::{Action, Scope},
};
use caunoi_store::{Tx, assignment, item};

use super::{
    assign::{self, NewTask},
    typed::Typed,
};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Assigns a task.
#[derive(Clone, Debug)]
pub struct AssignTask {
    /// The item's public id.
    pub item: i64,
    /// Public id of the task that this one is a part of.
    pub parent: Option<i64>,
    /// The lead body's id.
    pub body_id: String,
    /// Ids of co-operating bodies.
    pub partners: Vec<String>,
    /// What is to be done.
    pub task: String,
    /// ISO day; absent: the limit of the rules, with its citation.
    pub due_on: Option<String>,
    /// The paper that sets the day; may be empty.
    pub due_basis: String,
}

impl Verb for AssignTask {
    /// Public id of the task.
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        let mut item = item::find_public(tx, self.item).await?.ok_or(Refusal::NotFound("item"))?;
        cx.allow(Action::Assign, Scope::unit(&item.unit_id))?;
        if !followup::takes_tasks(item.standing) {
            return Err(Refusal::not_now(item.standing));
        }
        let mut typed = Typed::default();
        let task = typed.text(&self.task, "task");
        let due_basis = typed.line(&self.due_basis, "due_basis");
        typed.sound()?;
        let parent_id = match self.parent {
            None => None,
            Some(id) => Some(assignment::find_public(tx, id).await?.ok_or(Refusal::NotFound("task"))?.id),
        };
        if item.route == Route::None {
            item.route = Route::Assigned;
        }
        let new = NewTask {
            item: &mut item,
            conclusion_id: None,
            parent_id,
            body_id: self.body_id.clone(),
            partners: self.partners.clone(),
            task,
            due_on: self.due_on.clone(),
            due_basis,
        };
        Ok(assign::open(tx, cx, new).await?.public_id)
    }
}
