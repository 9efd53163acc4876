//! What transfer, extension and pause have in common: the open task, its event, and who acts next afterwards.

use caunoi_domain::{
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    assignment::{self, AssignmentRow},
    item, unit,
};

use super::{assign, resolve};
use crate::{
    context::{Cx, Happened},
    refusal::Refusal,
};

/// The open task of that public id, where the actor may direct it.
pub(super) async fn load(tx: &mut Tx<'_>, cx: &Cx, public_id: i64) -> Result<AssignmentRow, Refusal> {
    let task = assignment::find_public(tx, public_id).await?.ok_or(Refusal::NotFound("task"))?;
    cx.allow(Action::DirectTask, Scope::unit(&task.unit_id))?;
    if task.node().is_open() { Ok(task) } else { Err(Refusal::not_now(task.state)) }
}

/// Tells the record what happened to a task.
pub(crate) async fn record(
    tx: &mut Tx<'_>,
    cx: &Cx,
    task: &AssignmentRow,
    kind: &'static str,
    data: Vec<(&'static str, Datum)>,
) -> Result<(), Refusal> {
    let happened =
        Happened { kind, unit_id: &task.unit_id, province_id: &task.province_id, subject_kind: "assignment", subject: &task.id, data };
    cx.record(tx, happened).await
}

/// Says anew who acts next on the item of a task, and by which day.
pub(super) async fn say_next(tx: &mut Tx<'_>, cx: &Cx, task: &AssignmentRow) -> Result<(), Refusal> {
    let mut item = item::find(tx, &task.item_id).await?.ok_or(Refusal::NotFound("item"))?;
    let tasks = assignment::of_item(tx, &item.id).await?;
    match assign::next_of(&tasks) {
        Some(next) => item.next = next,
        None => return resolve::after(tx, cx, &mut item, None).await,
    }
    item::save(tx, &item, cx.now_us).await?;
    unit::bump_version(tx, &item.unit_id).await?;
    Ok(())
}
