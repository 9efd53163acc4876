//! Hoàn tác: the officer's last act at the desk of this day is taken back, where nothing has been built upon it: an act of
//! triage, tasks given by triage, texts that were published. The thread and the record keep both steps.

use caunoi_domain::{
    followup::{AssignmentState, news::NewsKind},
    opinion::{item::Publication, step::Step, tracking_code::PublicId},
    people::{
        actor::Officer,
        policy::{Action, Scope},
    },
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Look, Tx, assignment, issue,
    item::{self, ItemRow},
    news::To,
    search, step,
    triage_undo::{self, UndoRow},
    unit,
};
use jiff::civil::Date;

use crate::{
    clock,
    context::{Cx, Verb},
    dialogue::findable,
    followup::{
        direct,
        news::{self, About},
    },
    opinion::{
        bench::{self, Before, Undoable},
        publish,
    },
    people::published_by,
    refusal::Refusal,
};

/// Takes back the officer's last act.
#[derive(Clone, Copy, Debug, Default)]
pub struct Undo;

/// What an undo would take back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastAction {
    /// The verb.
    pub verb: Undoable,
    /// Items it touched.
    pub items: i64,
}

/// What the officer's next undo would take back; nothing where something was built upon the last act.
#[must_use]
pub fn last_look(officer: &Officer, today: Date) -> Look<Option<LastAction>> {
    triage_undo::last_look(&officer.unit_id, &officer.user_id, clock::instant(today, 0, 0)).map(|last| {
        let row = last.filter(|l| !l.followed)?.row;
        Some(LastAction { verb: row.verb.parse().ok()?, items: row.label.parse().ok()? })
    })
}

impl Verb for Undo {
    type Done = Undoable;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Undoable, Refusal> {
        let officer = cx.actor.officer().ok_or(Refusal::NotAllowed(Action::Triage))?;
        let nothing = || Refusal::problem("", What::CannotUndo);
        let since = clock::instant(cx.today, 0, 0);
        let last = triage_undo::last(tx, &officer.unit_id, &officer.user_id, since).await?;
        let row = last.filter(|l| !l.followed).ok_or_else(nothing)?.row;
        let verb: Undoable = row.verb.parse().map_err(|_| nothing())?;
        cx.allow(if verb == Undoable::Publish { Action::Publish } else { Action::Triage }, Scope::unit(&row.unit_id))?;
        let before: Before = serde_json::from_str(&row.before).map_err(|e| Refusal::Broken(e.to_string()))?;
        for (_, task) in &before.tasks {
            withdraw(tx, cx, task).await?;
        }
        put_back(tx, cx, (&row, verb), before).await?;
        triage_undo::done(tx, &row.id, cx.now_us).await?;
        unit::bump_version(tx, &row.unit_id).await?;
        Ok(verb)
    }
}

async fn put_back(tx: &mut Tx<'_>, cx: &Cx, (row, verb): (&UndoRow, Undoable), before: Before) -> Result<(), Refusal> {
    for id in &before.made {
        step::remove(tx, id).await?;
        if let Some(made) = item::find(tx, id).await? {
            search::remove(tx, "item", &PublicId::from_i64(made.public_id).to_string()).await?;
            bench::record(tx, cx, "item.unmade", &made, Vec::new()).await?;
        }
        item::remove(tx, id).await?;
    }
    for dissolved in &before.dissolved {
        if let Some(mut again) = issue::find(tx, dissolved).await? {
            again.dissolved_at = None;
            issue::save(tx, &again).await?;
        }
    }
    for old in before.items {
        let mut i = item::find(tx, &old.id).await?.ok_or(Refusal::NotFound("item"))?;
        old.put_back(&mut i);
        item::save(tx, &i, cx.now_us).await?;
        if verb == Undoable::Publish {
            unpublish(tx, cx, &i).await?;
        }
        // Of a task that was taken back the thread says so already, to everybody who read that it was given.
        if verb != Undoable::Assign {
            cx.step(tx, &i.province_id, &i.id, &Step::Undone).await?;
        }
        bench::record(tx, cx, "item.undone", &i, vec![("action", bench::code(&row.verb))]).await?;
    }
    if let Some(made) = &before.issue {
        super::ungroup::dissolve_if_empty(tx, cx, made).await?;
    }
    Ok(())
}

/// Takes a task back that no body has begun: it stays as withdrawn, everybody who was told of it is told, the thread too.
async fn withdraw(tx: &mut Tx<'_>, cx: &Cx, task_id: &str) -> Result<(), Refusal> {
    let mut task = assignment::find(tx, task_id).await?.ok_or(Refusal::NotFound("task"))?;
    cx.allow(Action::Assign, Scope::unit(&task.unit_id))?;
    if task.state != AssignmentState::Assigned {
        return Err(Refusal::problem("", What::CannotUndo));
    }
    task.state = AssignmentState::Cancelled;
    assignment::save(tx, &task).await?;
    news::tell_lead(tx, cx, &task, NewsKind::Withdrawn).await?;
    for partner in assignment::partners(tx, &task.item_id).await?.iter().filter(|p| p.assignment_id == task.id) {
        news::raise(tx, cx, &task.unit_id, To::Body(&partner.body_id), NewsKind::Withdrawn, About::Task(&task.id)).await?;
    }
    cx.step(tx, &task.province_id, &task.item_id, &Step::Withdrawn { body: task.body_name.clone() }).await?;
    direct::record(tx, cx, &task, "assignment.withdrawn", vec![("body", Datum::Id(task.body_id.clone()))]).await
}

/// A text stands towards the public as it did before: out of every page and of the search where it was not published.
async fn unpublish(tx: &mut Tx<'_>, cx: &Cx, i: &ItemRow) -> Result<(), Refusal> {
    published_by::allow(tx, cx, &i.unit_id).await?;
    publish::log(tx, cx, i).await?;
    if i.publication == Publication::Published {
        publish::find_by(tx, cx, i).await?;
    } else {
        search::remove(tx, "item", &PublicId::from_i64(i.public_id).to_string()).await?;
    }
    findable::renew(tx, cx, i).await?;
    unit::bump_version(tx, &i.unit_id).await?;
    Ok(())
}
