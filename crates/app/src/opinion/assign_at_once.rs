//! Giao giải quyết ngay: triage gives items to a body without waiting for a dialogue; same clock, same evidence.

use caunoi_domain::{
    opinion::item::Route,
    people::policy::{Action, Scope},
    problem::What,
};
use caunoi_store::Tx;
use jiff::civil::Date;

use crate::{
    context::{Cx, Verb},
    followup::assign::{self, NewTask},
    opinion::bench::{self, Before, ItemBefore, Undoable},
    refusal::Refusal,
};

/// Assigns items to a body at once.
#[derive(Clone, Debug)]
pub struct AssignAtOnce {
    /// Public ids.
    pub items: Vec<i64>,
    /// The lead body's id.
    pub body_id: String,
    /// Co-operating bodies' ids.
    pub partners: Vec<String>,
    /// What is to be done; empty: the item's title.
    pub task: String,
    /// By when; absent: the system's proposed limit.
    pub due_on: Option<Date>,
}

impl Verb for AssignAtOnce {
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        if self.due_on.is_some_and(|d| d < cx.today) {
            return Err(Refusal::problem("due", What::DayOutOfOrder));
        }
        let mut items = bench::open_items(tx, cx, Action::Triage, &self.items).await?;
        let mut before = Before { items: items.iter().map(ItemBefore::of).collect(), ..Before::default() };
        for i in &mut items {
            cx.allow(Action::Assign, Scope::unit(&i.unit_id))?;
            i.route = Route::Assigned;
            let task = if self.task.is_empty() { i.title.clone() } else { self.task.clone() };
            let new = NewTask {
                item: i,
                conclusion_id: None,
                parent_id: None,
                body_id: self.body_id.clone(),
                partners: self.partners.clone(),
                task,
                due_on: self.due_on.map(|d| d.to_string()),
                due_basis: String::new(),
            };
            let opened = assign::open(tx, cx, new).await?;
            before.tasks.push((opened.item_id, opened.id));
        }
        if let Some(first) = items.first() {
            bench::remember(tx, cx, Undoable::Assign, &first.unit_id, before).await?;
        }
        Ok(i64::try_from(items.len()).unwrap_or(0))
    }
}
