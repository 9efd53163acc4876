//! Giao nhiệm vụ, phân công giải quyết: the tree of tasks of an item, lead and co-operating bodies, due days.

use caunoi_domain::followup::{AssignmentState, Extent, tree::TaskNode};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// A task.
#[derive(Clone, Debug)]
pub struct AssignmentRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The commune's id.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// The item.
    pub item_id: String,
    /// The task it is a part of.
    pub parent_id: Option<String>,
    /// The conclusion it follows.
    pub conclusion_id: Option<String>,
    /// The lead body (cơ quan chủ trì).
    pub body_id: String,
    /// Its name.
    pub body_name: String,
    /// Label of the post or body that assigned it.
    pub assigned_by: String,
    /// What is to be done.
    pub task: String,
    /// ISO day.
    pub due_on: String,
    /// ISO day that was set first.
    pub first_due_on: String,
    /// Why that day; empty where the assigner set it.
    pub due_basis: String,
    /// State.
    pub state: AssignmentState,
    /// How far it went, once done.
    pub extent: Option<Extent>,
    /// What came of it.
    pub result: String,
    /// The norm that the result rests on.
    pub norm: String,
    /// Epoch microseconds.
    pub done_at: Option<i64>,
    /// ISO day.
    pub done_on: Option<String>,
    /// When it was assigned, epoch microseconds.
    pub at: i64,
    /// ISO day since which its clock stands still; empty where it runs.
    pub paused_on: String,
    /// Whom it waits for while its clock stands still.
    pub paused_for: String,
}

impl AssignmentRow {
    /// The task as the questions about its tree need it.
    #[must_use]
    pub fn node(&self) -> TaskNode {
        TaskNode {
            id: self.id.clone(),
            parent_id: self.parent_id.clone(),
            state: self.state,
            extent: self.extent,
            due_on: self.due_on.clone(),
            at: self.at,
            done_at: self.done_at,
            paused: !self.paused_on.is_empty(),
        }
    }
}

/// A co-operating body (cơ quan phối hợp).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The task.
    pub assignment_id: String,
    /// The body.
    pub body_id: String,
    /// Its name.
    pub name: String,
}

/// Adds a task that was just assigned.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, a: &AssignmentRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &a.id,
            &a.province_id,
            &a.unit_id,
            a.public_id,
            &a.item_id,
            &a.parent_id,
            &a.conclusion_id,
            &a.body_id,
            &a.assigned_by,
            &a.task,
            &a.due_on,
            &a.due_basis,
            a.state.code(),
            a.at
        ],
    )
    .await?;
    Ok(())
}

/// Adds a co-operating body to a task.
///
/// # Errors
/// The engine's words.
pub async fn add_partner(tx: &mut Tx<'_>, assignment_id: &str, body_id: &str) -> Result<()> {
    tx.exec(ADD_PARTNER, args![assignment_id, body_id]).await?;
    Ok(())
}

/// Writes back what a verb may change of a task: state, due day, result.
///
/// # Errors
/// The engine's words.
pub async fn save(tx: &mut Tx<'_>, a: &AssignmentRow) -> Result<()> {
    tx.exec(
        SAVE,
        args![&a.id, a.state.code(), a.extent.map(Extent::code), &a.due_on, &a.due_basis, &a.result, &a.norm, a.done_at, &a.done_on],
    )
    .await?;
    Ok(())
}

/// The task of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<AssignmentRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// The task of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<AssignmentRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// Every task of an item, in the order in which they were assigned.
///
/// # Errors
/// The engine's words.
pub async fn of_item(conn: &mut Conn<'_>, item_id: &str) -> Result<Vec<AssignmentRow>> {
    conn.all(OF_ITEM, args![item_id]).await?.iter().map(read).collect()
}

/// The co-operating bodies of every task of an item.
///
/// # Errors
/// The engine's words.
pub async fn partners(conn: &mut Conn<'_>, item_id: &str) -> Result<Vec<Partner>> {
    conn.all(PARTNERS, args![item_id])
        .await?
        .iter()
        .map(|r| Ok(Partner { assignment_id: r.get("assignment_id")?, body_id: r.get("body_id")?, name: r.get("name")? }))
        .collect()
}

fn read(r: &Row) -> Result<AssignmentRow> {
    Ok(AssignmentRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        item_id: r.get("item_id")?,
        parent_id: r.get("parent_id")?,
        conclusion_id: r.get("conclusion_id")?,
        body_id: r.get("body_id")?,
        body_name: r.get("body_name")?,
        assigned_by: r.get("assigned_by")?,
        task: r.get("task")?,
        due_on: r.get("due_on")?,
        first_due_on: r.get("first_due_on")?,
        due_basis: r.get("due_basis")?,
        state: r.word("state")?,
        extent: r.maybe_word("extent")?,
        result: r.get("result")?,
        norm: r.get("norm")?,
        done_at: r.get("done_at")?,
        done_on: r.get("done_on")?,
        at: r.get("at")?,
        paused_on: r.get("paused_on")?,
        paused_for: r.get("paused_for")?,
    })
}

statements! {
    ADD = "INSERT INTO assignment (id, province_id, unit_id, public_id, item_id, parent_id, conclusion_id, body_id, assigned_by, task, due_on, first_due_on, \
           due_basis, state, result, norm, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, '', '', $14)";
    ADD_PARTNER = "INSERT INTO assignment_partner (assignment_id, body_id) VALUES ($1, $2)";
    SAVE = "UPDATE assignment SET state = $2, extent = $3, due_on = $4, due_basis = $5, result = $6, norm = $7, done_at = $8, done_on = $9 WHERE id = $1";
    FIND = "SELECT a.*, b.name AS body_name FROM assignment a JOIN body b ON b.id = a.body_id WHERE a.id = $1";
    FIND_PUBLIC = "SELECT a.*, b.name AS body_name FROM assignment a JOIN body b ON b.id = a.body_id WHERE a.public_id = $1";
    OF_ITEM = "SELECT a.*, b.name AS body_name FROM assignment a JOIN body b ON b.id = a.body_id WHERE a.item_id = $1 ORDER BY a.at, a.id";
    PARTNERS = "SELECT p.assignment_id, p.body_id, b.name FROM assignment_partner p JOIN assignment a ON a.id = p.assignment_id \
                JOIN body b ON b.id = p.body_id WHERE a.item_id = $1 ORDER BY p.assignment_id, b.sort, b.id";
}
