//! Reasons for what a unit below did not do, drafted by the superior's office and laid before its head (S4.8).

use caunoi_domain::dialogue::state::DraftState;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A drafted waiver: of one duty of a unit, by one superior.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaiverRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit whose duty it is.
    pub unit_id: String,
    /// The superior unit.
    pub giver_unit: String,
    /// The post that owes it.
    pub post_id: String,
    /// The duty's stable id, or the planned row's.
    pub subject: String,
    /// The year in which it stands.
    pub year: i64,
    /// ISO day of the paper.
    pub on_day: String,
    /// Number and symbol of the paper.
    pub paper: String,
    /// The reason.
    pub note: String,
    /// Submitted; back with the office; decided.
    pub state: DraftState,
    /// Why it was returned; empty while it was not.
    pub returned: String,
    /// The page where it was drafted.
    pub path: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id of who drafted it.
    pub by_user: String,
    /// Their post or body.
    pub by_label: String,
}

/// Lays a waiver before the head, in place of an earlier one of the same duty; answers the id under which it waits.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, w: &WaiverRow) -> Result<String> {
    tx.exec(
        PUT,
        args![
            &w.id,
            &w.unit_id,
            &w.giver_unit,
            &w.post_id,
            &w.subject,
            w.year,
            &w.on_day,
            &w.paper,
            &w.note,
            w.state.code(),
            &w.path,
            w.at,
            &w.by_user,
            &w.by_label
        ],
    )
    .await?;
    let kept = of_subject(tx, &w.unit_id, &w.subject, &w.giver_unit).await?;
    Ok(kept.map_or_else(|| w.id.clone(), |k| k.id))
}

/// The waiver of an id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<WaiverRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// What a superior drafted about one duty of a unit.
///
/// # Errors
/// The engine's words.
pub async fn of_subject(conn: &mut Conn<'_>, unit_id: &str, subject: &str, giver: &str) -> Result<Option<WaiverRow>> {
    conn.maybe(OF_SUBJECT, args![unit_id, subject, giver]).await?.as_ref().map(read).transpose()
}

/// What a superior drafted about a unit and has not decided.
///
/// # Errors
/// The engine's words.
pub async fn open_of(conn: &mut Conn<'_>, unit_id: &str, giver: &str) -> Result<Vec<WaiverRow>> {
    Look::each(OPEN_OF, args![unit_id, giver], read).alone(conn).await
}

/// Ends what waits: decided, or back with the office saying why. False where none waits.
///
/// # Errors
/// The engine's words.
pub async fn settle(tx: &mut Tx<'_>, id: &str, state: DraftState, returned: &str) -> Result<bool> {
    Ok(tx.exec(SETTLE, args![id, state.code(), returned]).await? == 1)
}

fn read(r: &Row) -> Result<WaiverRow> {
    Ok(WaiverRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        giver_unit: r.get("giver_unit")?,
        post_id: r.get("post_id")?,
        subject: r.get("subject")?,
        year: r.get("year")?,
        on_day: r.get("on_day")?,
        paper: r.get("paper")?,
        note: r.get("note")?,
        state: r.word("state")?,
        returned: r.get("returned")?,
        path: r.get("path")?,
        at: r.get("at")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
    })
}

statements! {
    PUT = "INSERT INTO waiver_draft (id, unit_id, giver_unit, post_id, subject, year, on_day, paper, note, state, path, at, by_user, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
           ON CONFLICT (unit_id, subject, giver_unit) DO UPDATE SET post_id = excluded.post_id, year = excluded.year, on_day = excluded.on_day, \
           paper = excluded.paper, note = excluded.note, state = excluded.state, returned = '', path = excluded.path, at = excluded.at, \
           by_user = excluded.by_user, by_label = excluded.by_label";
    FIND = "SELECT * FROM waiver_draft WHERE id = $1";
    OF_SUBJECT = "SELECT * FROM waiver_draft WHERE unit_id = $1 AND subject = $2 AND giver_unit = $3";
    OPEN_OF = "SELECT * FROM waiver_draft WHERE unit_id = $1 AND giver_unit = $2 AND state <> 'approved' ORDER BY at DESC, id DESC";
    SETTLE = "UPDATE waiver_draft SET state = $2, returned = $3 WHERE id = $1 AND state = 'submitted'";
}
