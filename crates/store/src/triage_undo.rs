//! What an undo at the desk puts back: one row for each action of a clerk, with what it touched.

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// An action of the desk that may be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit's id.
    pub unit_id: String,
    /// Who did it.
    pub user_id: String,
    /// Code word of the verb.
    pub verb: String,
    /// How many items it touched, as text.
    pub label: String,
    /// JSON: what undo puts back.
    pub before: String,
    /// Epoch microseconds.
    pub at: i64,
    /// The press of a form that decided it together with others; empty where it stands alone.
    pub press: String,
}

/// An item that an action touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// The item's id.
    pub item_id: String,
    /// Steps on its thread after the action.
    pub steps: i64,
    /// The task that the action opened; empty where it opened none.
    pub task_id: String,
}

/// The last action of a clerk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// The action.
    pub row: UndoRow,
    /// Something was built upon it: a later step of a thread, what a body did with a task before it reported, a text for
    /// publication that was laid before a head or corrected since, a comment, another row that stands on the item.
    pub followed: bool,
}

/// Keeps what an undo puts back, and what was touched.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, u: &UndoRow, touched: &[Touched]) -> Result<()> {
    tx.exec(ADD, args![&u.id, &u.unit_id, &u.user_id, &u.verb, &u.label, &u.before, u.at, &u.press]).await?;
    touch(tx, &u.id, touched).await
}

/// One more row of the same press: the action has grown by it.
///
/// # Errors
/// The engine's words.
pub async fn grow(tx: &mut Tx<'_>, u: &UndoRow, touched: &[Touched]) -> Result<()> {
    tx.exec(GROW, args![&u.id, &u.label, &u.before, u.at]).await?;
    touch(tx, &u.id, touched).await
}

async fn touch(tx: &mut Tx<'_>, undo_id: &str, touched: &[Touched]) -> Result<()> {
    for t in touched {
        tx.exec(TOUCH, args![undo_id, &t.item_id, t.steps, &t.task_id]).await?;
    }
    Ok(())
}

/// The action of that press of a form that is not undone.
///
/// # Errors
/// The engine's words.
pub async fn of_press(conn: &mut Conn<'_>, unit_id: &str, user_id: &str, press: &str) -> Result<Option<UndoRow>> {
    conn.maybe(OF_PRESS, args![unit_id, user_id, press]).await?.as_ref().map(read).transpose()
}

/// The last action of this clerk since that moment that is not undone.
///
/// # Errors
/// The engine's words.
pub async fn last(conn: &mut Conn<'_>, unit_id: &str, user_id: &str, since: i64) -> Result<Option<Last>> {
    last_look(unit_id, user_id, since).alone(conn).await
}

/// As [`last`], to be asked for with other nouns.
#[must_use]
pub fn last_look(unit_id: &str, user_id: &str, since: i64) -> Look<Option<Last>> {
    Look::maybe(LAST, args![unit_id, user_id, since], |r| Ok(Last { row: read(r)?, followed: r.get::<i64>("followed")? == 1 }))
}

/// Marks an action as undone; what it would put back is no longer needed.
///
/// # Errors
/// The engine's words.
pub async fn done(tx: &mut Tx<'_>, id: &str, at: i64) -> Result<()> {
    tx.exec(DONE, args![id, at]).await?;
    Ok(())
}

fn read(r: &Row) -> Result<UndoRow> {
    Ok(UndoRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        user_id: r.get("user_id")?,
        verb: r.get("verb")?,
        label: r.get("label")?,
        before: r.get("before")?,
        at: r.get("at")?,
        press: r.get("press")?,
    })
}

statements! {
    ADD = "INSERT INTO triage_undo (id, unit_id, user_id, verb, label, before, at, press) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    GROW = "UPDATE triage_undo SET label = $2, before = $3, at = $4 WHERE id = $1";
    TOUCH = "INSERT INTO triage_undo_item (undo_id, item_id, steps, task_id) VALUES ($1, $2, $3, $4)";
    OF_PRESS = "SELECT id, unit_id, user_id, verb, label, before, at, press FROM triage_undo \
                WHERE unit_id = $1 AND user_id = $2 AND press = $3 AND undone_at IS NULL ORDER BY at DESC, id DESC LIMIT 1";
    LAST = "SELECT u.id, u.unit_id, u.user_id, u.verb, u.label, u.before, u.at, u.press, \
            CAST(CASE WHEN EXISTS (SELECT 1 FROM triage_undo_item t WHERE t.undo_id = u.id \
            AND ((SELECT count(*) FROM step s WHERE s.item_id = t.item_id) <> t.steps \
            OR EXISTS (SELECT 1 FROM extension e WHERE e.assignment_id = t.task_id) \
            OR EXISTS (SELECT 1 FROM task_link l WHERE l.assignment_id = t.task_id) \
            OR EXISTS (SELECT 1 FROM matter_comment c WHERE c.item_id = t.item_id AND c.at >= u.at) \
            OR EXISTS (SELECT 1 FROM publication_draft p WHERE p.item_id = t.item_id AND p.at >= u.at) \
            OR EXISTS (SELECT 1 FROM publication_edit e WHERE e.item_id = t.item_id AND (e.at > u.at OR (e.at = u.at AND e.by_user <> u.user_id))) \
            OR EXISTS (SELECT 1 FROM internal_defect d WHERE d.item_id = t.item_id AND d.at >= u.at) \
            OR EXISTS (SELECT 1 FROM side_item x WHERE x.item_id = t.item_id AND x.at >= u.at) \
            OR EXISTS (SELECT 1 FROM minute_entry m WHERE m.item_id = t.item_id AND m.at >= u.at) \
            OR EXISTS (SELECT 1 FROM topic k WHERE k.item_id = t.item_id AND k.at >= u.at))) \
            THEN 1 ELSE 0 END AS BIGINT) AS followed \
            FROM triage_undo u WHERE u.unit_id = $1 AND u.user_id = $2 AND u.at >= $3 AND u.undone_at IS NULL ORDER BY u.at DESC, u.id DESC LIMIT 1";
    DONE = "UPDATE triage_undo SET undone_at = $2, before = '' WHERE id = $1";
}
