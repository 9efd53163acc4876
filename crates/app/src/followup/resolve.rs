//! An item is resolved: done with evidence, or fully explained. Whether the person agrees is another fact.

use caunoi_domain::{
    followup::{EscalationState, tree},
    opinion::item::{NextCode, Standing},
    people::body::BodyKind,
    record::event::Datum,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx,
    assignment::{self, AssignmentRow},
    escalation,
    item::{self, ItemRow, Next},
    people, unit,
};

use crate::{
    context::{Cx, Happened},
    followup::{assign, escalate},
    refusal::Refusal,
};

/// Marks an item resolved: it stands at "done", the person is asked for a verdict within [`LimitName::Verdict`].
/// The step that says what was done is written by the verb. Saves the item.
///
/// # Errors
/// The store's failure.
pub async fn resolve(tx: &mut Tx<'_>, cx: &Cx, item: &mut ItemRow) -> Result<(), Refusal> {
    // A person can judge from the day it is entered, even where the work was done long before.
    let (due, basis) = cx.limits.due(&cx.calendar, cx.entered_on(), LimitName::Verdict);
    let (due_on, basis) = (due.date.to_string(), basis.to_owned());
    item.disposed_at.get_or_insert(cx.now_us);
    item.resolved_at = Some(cx.now_us);
    item.standing = Standing::Done;
    item.next = Next { code: NextCode::Person, actor: String::new(), due_on: Some(due_on.clone()), basis };
    item::save(tx, item, cx.now_us).await?;
    unit::bump_version(tx, &item.unit_id).await?;
    cx.record(
        tx,
        Happened {
            kind: "item.resolved",
            unit_id: &item.unit_id,
            province_id: &item.province_id,
            subject_kind: "item",
            subject: &item.id,
            data: vec![("verdict_due_on", Datum::Date(due_on))],
        },
    )
    .await
}

/// Says where an item stands after one of its tasks was finished or a superior's answer was passed on: the next open
/// task, else the superior that still has to answer, else resolved where the tasks settle it (`settled` where an
/// answer does), else the office has to say who does the rest. Saves the item.
///
/// # Errors
/// The store's failure.
pub(crate) async fn after(tx: &mut Tx<'_>, cx: &Cx, item: &mut ItemRow, settled: Option<bool>) -> Result<(), Refusal> {
    let tasks = assignment::of_item(tx, &item.id).await?;
    let waiting = escalation::of_item(tx, &item.id).await?.into_iter().rfind(|e| e.state != EscalationState::Answered);
    let under_way = if item.standing == Standing::Reopened { Standing::Reopened } else { Standing::InProgress };
    if item.standing.is_final() {
        return Ok(());
    }
    if let Some(next) = assign::next_of(&tasks) {
        item.standing = under_way;
        item.next = next;
    } else if let Some(e) = waiting {
        item.standing = Standing::Escalated;
        item.next = escalate::next_superior(&e);
    } else {
        let nodes: Vec<_> = tasks.iter().map(AssignmentRow::node).collect();
        if settled.unwrap_or_else(|| tree::settled(&nodes)) {
            return resolve(tx, cx, item).await;
        }
        let (due_on, basis) = cx.due(LimitName::Answer);
        item.standing = under_way;
        item.next = Next { code: NextCode::Office, actor: office(tx, &item.unit_id).await?, due_on: Some(due_on), basis };
    }
    item::save(tx, item, cx.now_us).await?;
    unit::bump_version(tx, &item.unit_id).await?;
    Ok(())
}

/// The office of a unit as it stands on the thread; the unit's name where it has none.
///
/// # Errors
/// [`Refusal::NotFound`] where there is no such unit; the store's failure.
pub async fn office(tx: &mut Tx<'_>, unit_id: &str) -> Result<String, Refusal> {
    match people::bodies(tx, unit_id).await?.into_iter().find(|b| b.kind == BodyKind::Office) {
        Some(body) => Ok(body.name),
        None => Ok(unit::find(tx, unit_id).await?.ok_or(Refusal::NotFound("unit"))?.name),
    }
}
