//! Chuyển nhiệm vụ: an open task goes to another body of the unit, with sender, receiver, day and reason (S3.6). Its due
//! day stays; links of the body that had it open no more.

use caunoi_domain::{followup::news::NewsKind, opinion::step::Step, problem::What, record::event::Datum};
use caunoi_store::{
    Tx, extension,
    news::To,
    people, task_link,
    task_transfer::{self, TransferRow},
};

use super::{
    direct,
    news::{self, About},
    typed::Typed,
};
use crate::{
    context::{Cx, Verb},
    opinion::discreet::Discreet,
    refusal::Refusal,
};

/// Transfers a task.
#[derive(Clone, Debug)]
pub struct TransferTask {
    /// The task's public id.
    pub task: i64,
    /// The receiving body's id.
    pub to_body_id: String,
    /// Why; the person reads it.
    pub reason: String,
}

impl Verb for TransferTask {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut task = direct::load(tx, cx, self.task).await?;
        let mut typed = Typed::for_everybody(Discreet::about_id(tx, &task.item_id).await?);
        let reason = typed.text(&self.reason, "transfer_reason");
        let bodies = people::bodies(tx, &task.unit_id).await?;
        let to = bodies.into_iter().find(|b| b.id == self.to_body_id && b.has_account);
        match &to {
            Some(b) if b.id == task.body_id => typed.wrong("to_body", What::HasItAlready),
            Some(_) => {}
            None => typed.wrong("to_body", What::NotAChoice),
        }
        typed.sound()?;
        let to = to.ok_or(Refusal::NotFound("body"))?;
        let row = TransferRow {
            id: cx.id(),
            assignment_id: task.id.clone(),
            from_body_id: task.body_id.clone(),
            from: task.body_name.clone(),
            to_body_id: to.id.clone(),
            to: to.name.clone(),
            reason: reason.clone(),
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        task_transfer::add(tx, &row).await?;
        extension::lapse(tx, &task.id).await?;
        task_link::revoke(tx, &task.id, cx.now_us).await?;
        let step = Step::Transferred { from: row.from, to: row.to, reason };
        cx.step(tx, &task.province_id, &task.item_id, &step).await?;
        let data = vec![
            ("transfer", Datum::Id(row.id)),
            ("from", Datum::Id(row.from_body_id.clone())),
            ("to", Datum::Id(row.to_body_id)),
            ("reason_sha256", cx.commit(row.reason.as_bytes())),
        ];
        direct::record(tx, cx, &task, "assignment.transferred", data).await?;
        news::raise(tx, cx, &task.unit_id, To::Body(&row.from_body_id), NewsKind::TakenAway, About::Task(&task.id)).await?;
        (task.body_id, task.body_name) = (to.id, to.name);
        news::tell_lead(tx, cx, &task, NewsKind::Transferred).await?;
        direct::say_next(tx, cx, &task).await
    }
}
