//! Sổ chuyển đơn: complaints and denunciations transferred by their own laws, never their text.

use caunoi_domain::opinion::kind::{Channel, SealedKind};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit's id.
    pub unit_id: String,
    /// The sealed opinion, where it arrived as one by mistake.
    pub opinion_id: Option<String>,
    /// khiếu nại, tố cáo
    pub kind: SealedKind,
    /// How it came in.
    pub channel: Channel,
    /// ISO day.
    pub arrived_on: String,
    /// Number and symbol of the paper of transfer.
    pub paper: String,
    /// ISO day of that paper.
    pub sent_on: String,
    /// The competent body.
    pub receiver: String,
    /// ISO day by which it is to be accepted.
    pub due_on: Option<String>,
    /// ISO day on which it was accepted.
    pub accepted_on: Option<String>,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
}

/// Adds a line.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, h: &HandoverRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &h.id,
            &h.unit_id,
            &h.opinion_id,
            h.kind.code(),
            h.channel.code(),
            &h.arrived_on,
            &h.paper,
            &h.sent_on,
            &h.receiver,
            &h.due_on,
            &h.accepted_on,
            h.at,
            &h.by_user
        ],
    )
    .await?;
    Ok(())
}

/// The line of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<HandoverRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// Lines of the unit before that moment, newest first.
///
/// # Errors
/// The engine's words.
pub async fn page(conn: &mut Conn<'_>, unit_id: &str, before: (i64, &str), limit: i64) -> Result<Vec<HandoverRow>> {
    conn.all(PAGE, args![unit_id, before.0, before.1, limit]).await?.iter().map(read).collect()
}

/// Marks a transfer as accepted by its receiver.
///
/// # Errors
/// The engine's words.
pub async fn accept(tx: &mut Tx<'_>, id: &str, on: &str) -> Result<()> {
    tx.exec(ACCEPT, args![id, on]).await?;
    Ok(())
}

fn read(r: &Row) -> Result<HandoverRow> {
    Ok(HandoverRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        opinion_id: r.get("opinion_id")?,
        kind: r.word("kind")?,
        channel: r.word("channel")?,
        arrived_on: r.get("arrived_on")?,
        paper: r.get("paper")?,
        sent_on: r.get("sent_on")?,
        receiver: r.get("receiver")?,
        due_on: r.get("due_on")?,
        accepted_on: r.get("accepted_on")?,
        at: r.get("at")?,
        by_user: r.get("by_user")?,
    })
}

statements! {
    ADD = "INSERT INTO handover (id, unit_id, opinion_id, kind, channel, arrived_on, paper, sent_on, receiver, due_on, accepted_on, at, by_user) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    FIND = "SELECT * FROM handover WHERE id = $1";
    PAGE = "SELECT * FROM handover WHERE unit_id = $1 AND (at < $2 OR (at = $2 AND id < $3)) ORDER BY at DESC, id DESC LIMIT $4";
    ACCEPT = "UPDATE handover SET accepted_on = $2 WHERE id = $1";
}
