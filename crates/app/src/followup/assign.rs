//! Giao nhiệm vụ: a task is opened for a lead body with its co-operating bodies, and who acts next is said.

use caunoi_domain::{
    followup::{
        AssignmentState,
        news::NewsKind,
        tree::{self, TaskNode},
    },
    opinion::{
        item::{NextCode, Standing},
        step::Step,
        tracking_code::PublicId,
    },
    problem::{Problem, What},
    record::event::Datum,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx,
    assignment::{self, AssignmentRow},
    item::{self, ItemRow, Next},
    news::To,
    people::{self, BodyRow},
    unit,
};

use crate::{
    context::{Cx, Happened},
    followup::{news::About, resolve},
    opinion::restrict,
    refusal::Refusal,
};

/// A task to be opened. Whether the actor may assign is asked by the verb that opens it.
pub struct NewTask<'a> {
    /// The item, as it was loaded in this transaction.
    pub item: &'a mut ItemRow,
    /// The conclusion it follows.
    pub conclusion_id: Option<String>,
    /// The task it is a part of (P6).
    pub parent_id: Option<String>,
    /// The lead body: one of the item's own unit that has an account.
    pub body_id: String,
    /// Co-operating bodies of the same unit.
    pub partners: Vec<String>,
    /// What is to be done.
    pub task: String,
    /// ISO day; absent: [`LimitName::Answer`], but not after the day of the task it is a part of.
    pub due_on: Option<String>,
    /// Why that day: the paper that sets it; empty where the assigner does.
    pub due_basis: String,
}

/// Opens a task: row, step, event; the item is under way and its next actor is said. Saves the item.
///
/// # Errors
/// [`Refusal::Invalid`] with fields `body`, `partners`, `due`; the store's failure.
pub async fn open(tx: &mut Tx<'_>, cx: &Cx, new: NewTask<'_>) -> Result<AssignmentRow, Refusal> {
    restrict::unrestricted(tx, new.item).await?;
    let parent = match &new.parent_id {
        None => None,
        Some(id) => Some(
            assignment::find(tx, id).await?.filter(|p| p.item_id == new.item.id && p.node().is_open()).ok_or(Refusal::NotFound("task"))?,
        ),
    };
    let bodies = people::bodies(tx, &new.item.unit_id).await?;
    let (lead, partners) = chosen(&bodies, &new.body_id, &new.partners)?;
    let (due_on, due_basis) = due_day(cx, new.due_on, new.due_basis, parent.as_ref())?;
    let row = AssignmentRow {
        id: cx.id(),
        province_id: new.item.province_id.clone(),
        unit_id: new.item.unit_id.clone(),
        public_id: cx.public_id().to_i64(),
        item_id: new.item.id.clone(),
        parent_id: new.parent_id,
        conclusion_id: new.conclusion_id.or_else(|| parent.and_then(|p| p.conclusion_id)),
        body_id: lead.id.clone(),
        body_name: lead.name.clone(),
        assigned_by: cx.actor.label().to_owned(),
        task: new.task,
        first_due_on: due_on.clone(),
        due_on,
        due_basis,
        state: AssignmentState::Assigned,
        extent: None,
        result: String::new(),
        norm: String::new(),
        done_at: None,
        done_on: None,
        at: cx.now_us,
        paused_on: String::new(),
        paused_for: String::new(),
    };
    assignment::add(tx, &row).await?;
    for partner in &partners {
        assignment::add_partner(tx, &row.id, &partner.id).await?;
    }
    super::news::tell_lead(tx, cx, &row, NewsKind::Assigned).await?;
    for partner in &partners {
        super::news::raise(tx, cx, &row.unit_id, To::Body(&partner.id), NewsKind::Partner, About::Task(&row.id)).await?;
    }
    let step = Step::Assigned {
        body: row.body_name.clone(),
        partners: partners.iter().map(|p| p.name.clone()).collect(),
        due_on: row.due_on.clone(),
    };
    cx.step(tx, &row.province_id, &row.item_id, &step).await?;
    cx.record(
        tx,
        Happened {
            kind: "assignment.opened",
            unit_id: &row.unit_id,
            province_id: &row.province_id,
            subject_kind: "assignment",
            subject: &row.id,
            data: vec![
                ("public_id", Datum::Id(PublicId::from_i64(row.public_id).to_string())),
                ("item", Datum::Id(row.item_id.clone())),
                ("body", Datum::Id(row.body_id.clone())),
                ("partners", Datum::Int(i64::try_from(partners.len()).unwrap_or(0))),
                ("due_on", Datum::Date(row.due_on.clone())),
                ("task_sha256", cx.commit(row.task.as_bytes())),
            ],
        },
    )
    .await?;
    if new.item.standing != Standing::Reopened {
        new.item.standing = Standing::InProgress;
    }
    let tasks = assignment::of_item(tx, &row.item_id).await?;
    new.item.next = next_of(&tasks).unwrap_or_else(|| next_body(&row));
    item::save(tx, new.item, cx.now_us).await?;
    unit::bump_version(tx, &row.unit_id).await?;
    Ok(row)
}

/// After a person's disagreement: the lead body of the last lead task acts again, within [`LimitName::ReopenedAnswer`];
/// where there was no task, the office does. Counts the reopening, takes back "resolved", saves the item. Whether it
/// may be reopened (once) is asked by the verb.
///
/// # Errors
/// The store's failure.
pub async fn reopen(tx: &mut Tx<'_>, cx: &Cx, item: &mut ItemRow) -> Result<(), Refusal> {
    item.reopened += 1;
    item.resolved_at = None;
    item.standing = Standing::Reopened;
    let (due_on, basis) = cx.due(LimitName::ReopenedAnswer);
    cx.step(tx, &item.province_id, &item.id, &Step::Reopened { due_on: due_on.clone() }).await?;
    cx.record(
        tx,
        Happened {
            kind: "item.reopened",
            unit_id: &item.unit_id,
            province_id: &item.province_id,
            subject_kind: "item",
            subject: &item.id,
            data: vec![("due_on", Datum::Date(due_on.clone())), ("times", Datum::Int(item.reopened))],
        },
    )
    .await?;
    let last = assignment::of_item(tx, &item.id).await?.into_iter().rfind(|a| a.parent_id.is_none() && a.state == AssignmentState::Done);
    if let Some(last) = last {
        let partners = assignment::partners(tx, &item.id).await?.into_iter().filter(|p| p.assignment_id == last.id).map(|p| p.body_id);
        let again = NewTask {
            conclusion_id: last.conclusion_id,
            parent_id: None,
            body_id: last.body_id,
            partners: partners.collect(),
            task: last.task,
            due_on: Some(due_on),
            due_basis: basis,
            item,
        };
        open(tx, cx, again).await?;
    } else {
        let actor = resolve::office(tx, &item.unit_id).await?;
        item.next = Next { code: NextCode::Office, actor, due_on: Some(due_on), basis };
        item::save(tx, item, cx.now_us).await?;
        unit::bump_version(tx, &item.unit_id).await?;
    }
    Ok(())
}

/// Who acts next by the tasks of an item; absent where none is open.
pub(crate) fn next_of(tasks: &[AssignmentRow]) -> Option<Next> {
    let nodes: Vec<TaskNode> = tasks.iter().map(AssignmentRow::node).collect();
    let up = tree::next_up(&nodes)?;
    tasks.iter().find(|a| a.id == up.id).map(next_body)
}

fn next_body(a: &AssignmentRow) -> Next {
    // While the clock stands still nobody here has a day; the one it waits for acts next, and since when it does is said.
    if !a.paused_on.is_empty() {
        return Next { code: NextCode::Paused, actor: a.paused_for.clone(), due_on: None, basis: a.paused_on.clone() };
    }
    Next { code: NextCode::Body, actor: a.body_name.clone(), due_on: Some(a.due_on.clone()), basis: a.due_basis.clone() }
}

/// The lead body and the co-operating ones among the bodies of the unit that have an account.
fn chosen<'a>(bodies: &'a [BodyRow], lead: &str, partners: &[String]) -> Result<(&'a BodyRow, Vec<&'a BodyRow>), Refusal> {
    let with_account = |id: &str| bodies.iter().find(|b| b.id == id && b.has_account);
    let mut problems = Vec::new();
    let found = with_account(lead);
    if found.is_none() {
        problems.push(Problem::new("body", What::NotAChoice));
    }
    let mut others = Vec::new();
    for id in partners.iter().filter(|p| *p != lead) {
        match with_account(id) {
            Some(b) if !others.contains(&b) => others.push(b),
            Some(_) => {}
            None => problems.push(Problem::new("partners", What::NotAChoice)),
        }
    }
    match found {
        Some(lead) if problems.is_empty() => Ok((lead, others)),
        _ => Err(Refusal::Invalid(problems)),
    }
}

/// The due day with its basis: a part of a task is never due after the whole.
fn due_day(cx: &Cx, typed: Option<String>, basis: String, parent: Option<&AssignmentRow>) -> Result<(String, String), Refusal> {
    if let Some(day) = typed {
        let late = parent.is_some_and(|p| day > p.due_on && p.due_on >= cx.today_iso());
        return if day < cx.today_iso() || late { Err(Refusal::problem("due", What::DayOutOfOrder)) } else { Ok((day, basis)) };
    }
    let (limit, citation) = cx.due(LimitName::Answer);
    Ok(match parent {
        Some(p) if p.due_on < limit && p.due_on >= cx.today_iso() => (p.due_on.clone(), p.due_basis.clone()),
        _ => (limit, citation),
    })
}
