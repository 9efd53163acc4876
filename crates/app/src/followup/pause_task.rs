//! Tạm dừng, tiếp tục tính hạn: while another body must act the clock of a task stands still, and the thread says for
//! whom. When it runs again the task has as many working days as were left.

use caunoi_domain::{
    followup::{
        delay::{WaitsFor, resumed_due},
        news::NewsKind,
    },
    opinion::step::Step,
    record::event::Datum,
};
use caunoi_store::{
    Tx, assignment,
    task_pause::{self, PauseRow},
};

use super::{direct, news, typed::Typed};
use crate::{
    context::{Cx, Verb},
    opinion::discreet::Discreet,
    refusal::Refusal,
};

/// Stops the clock of a task.
#[derive(Clone, Debug)]
pub struct PauseTask {
    /// The task's public id.
    pub task: i64,
    /// Whom it waits for, in general.
    pub waits_for: WaitsFor,
    /// The body by name; the person reads it.
    pub whom: String,
    /// Why; the person reads it.
    pub reason: String,
}

impl Verb for PauseTask {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut task = direct::load(tx, cx, self.task).await?;
        if !task.paused_on.is_empty() {
            return Err(Refusal::not_now("paused"));
        }
        let mut typed = Typed::for_everybody(Discreet::about_id(tx, &task.item_id).await?);
        let (whom, reason) = (typed.needed_line(&self.whom, "whom"), typed.text(&self.reason, "pause_reason"));
        typed.sound()?;
        let row = PauseRow {
            id: cx.id(),
            assignment_id: task.id.clone(),
            waits_for: self.waits_for,
            whom: whom.clone(),
            reason: reason.clone(),
            from_on: cx.today_iso(),
            to_on: None,
            due_before: task.due_on.clone(),
            due_after: None,
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        task_pause::add(tx, &row).await?;
        let step = Step::Paused { waits_for: self.waits_for, whom: whom.clone(), reason };
        cx.step(tx, &task.province_id, &task.item_id, &step).await?;
        let data = vec![
            ("pause", Datum::Id(row.id)),
            ("waits_for", Datum::Code(self.waits_for.code().to_owned())),
            ("whom_sha256", cx.commit(whom.as_bytes())),
            ("reason_sha256", cx.commit(row.reason.as_bytes())),
        ];
        direct::record(tx, cx, &task, "assignment.paused", data).await?;
        (task.paused_on, task.paused_for) = (row.from_on, whom);
        news::tell_lead(tx, cx, &task, NewsKind::Paused).await?;
        direct::say_next(tx, cx, &task).await
    }
}

/// Lets the clock of a task run again.
#[derive(Clone, Copy, Debug)]
pub struct ResumeTask {
    /// The task's public id.
    pub task: i64,
}

impl Verb for ResumeTask {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut task = direct::load(tx, cx, self.task).await?;
        let (Ok(due), Ok(paused)) = (task.due_on.parse(), task.paused_on.parse()) else {
            return Err(Refusal::not_now("running"));
        };
        task.due_on = resumed_due(&cx.calendar, due, paused, cx.today).to_string();
        assignment::save(tx, &task).await?;
        task_pause::end(tx, &task.id, &cx.today_iso(), &task.due_on).await?;
        (task.paused_on, task.paused_for) = (String::new(), String::new());
        cx.step(tx, &task.province_id, &task.item_id, &Step::Resumed { due_on: task.due_on.clone() }).await?;
        direct::record(tx, cx, &task, "assignment.resumed", vec![("due_on", Datum::Date(task.due_on.clone()))]).await?;
        news::tell_lead(tx, cx, &task, NewsKind::Resumed).await?;
        direct::say_next(tx, cx, &task).await
    }
}
