//! Dated entries by which duties are judged: supervision, reports, reception days, briefings, lists of voters, waivers.

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The unit's id.
    pub unit_id: String,
    /// The post that it counts for.
    pub post_id: String,
    /// Code word of its kind.
    pub kind: String,
    /// ISO day.
    pub on_day: String,
    /// Code word of the period of a report.
    pub period: String,
    /// Last ISO day of a report's period; the day that answered a list of voters.
    pub to_on: Option<String>,
    /// The document of a briefing; what a waiver is about.
    pub subject: String,
    /// Who did it.
    pub who: String,
    /// Code word of the kind of body that supervised; empty where it was none or was not told.
    pub by_kind: String,
    /// Share of the roll in per cent.
    pub percent: Option<i64>,
    /// Number and symbol of its paper.
    pub paper: String,
    /// Who received a report.
    pub receivers: String,
    /// What else is to be said.
    pub note: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body.
    pub by_label: String,
}

/// Adds an entry.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, e: &EntryRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &e.id,
            &e.province_id,
            &e.unit_id,
            &e.post_id,
            &e.kind,
            &e.on_day,
            &e.period,
            &e.to_on,
            &e.subject,
            &e.who,
            e.percent,
            &e.paper,
            &e.note,
            e.at,
            &e.by_user,
            &e.by_label,
            &e.by_kind,
            &e.receivers
        ],
    )
    .await?;
    Ok(())
}

/// Voids an entry other than a waiver that was made by mistake; answers whether there was one that still counted.
///
/// # Errors
/// The engine's words.
pub async fn void(tx: &mut Tx<'_>, unit_id: &str, id: &str, at: i64, label: &str) -> Result<bool> {
    Ok(tx.exec(VOID, args![unit_id, id, at, label]).await? > 0)
}

/// A reason that a superior accepted (miễn, hoãn), with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedRow {
    /// The entry.
    pub entry: EntryRow,
    /// Withdrawn: epoch microseconds.
    pub void_at: Option<i64>,
    /// By whom: label of the post or body.
    pub void_label: String,
    /// And why.
    pub void_why: String,
}

/// Every reason that was accepted for a unit, those that were withdrawn too, the newest first. One statement.
///
/// # Errors
/// The engine's words.
pub async fn accepted(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<AcceptedRow>> {
    let read = |r: &Row| {
        let (void_label, void_why) = (r.get("void_label")?, r.get("void_why")?);
        Ok(AcceptedRow { entry: read(r)?, void_at: r.get("void_at")?, void_label, void_why })
    };
    conn.all(ACCEPTED, args![unit_id]).await?.iter().map(read).collect()
}

/// A reason that a superior accepted counts no more; answers whether there was one that still counted.
///
/// # Errors
/// The engine's words.
pub async fn withdraw(tx: &mut Tx<'_>, unit_id: &str, id: &str, at: i64, label: &str, why: &str) -> Result<bool> {
    Ok(tx.exec(WITHDRAW, args![unit_id, id, at, label, why]).await? > 0)
}

/// Entries of a unit that count, between two ISO days, the newest first.
///
/// # Errors
/// The engine's words.
pub async fn of_unit(conn: &mut Conn<'_>, unit_id: &str, from: &str, to: &str) -> Result<Vec<EntryRow>> {
    conn.all(OF_UNIT, args![unit_id, from, to]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<EntryRow> {
    Ok(EntryRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        post_id: r.get("post_id")?,
        kind: r.get("kind")?,
        on_day: r.get("on_day")?,
        period: r.get("period")?,
        to_on: r.get("to_on")?,
        subject: r.get("subject")?,
        who: r.get("who")?,
        by_kind: r.get("by_kind")?,
        percent: r.get("percent")?,
        paper: r.get("paper")?,
        receivers: r.get("receivers")?,
        note: r.get("note")?,
        at: r.get("at")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
    })
}

statements! {
    ADD = "INSERT INTO duty_entry (id, province_id, unit_id, post_id, kind, on_day, period, to_on, subject, who, percent, paper, note, at, by_user, by_label, by_kind, receivers) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    VOID = "UPDATE duty_entry SET void_at = $3, void_label = $4 WHERE unit_id = $1 AND id = $2 AND void_at IS NULL AND kind <> 'waiver'";
    WITHDRAW = "UPDATE duty_entry SET void_at = $3, void_label = $4, void_why = $5 WHERE unit_id = $1 AND id = $2 AND void_at IS NULL AND kind = 'waiver'";
    ACCEPTED = "SELECT id, province_id, unit_id, post_id, kind, on_day, period, to_on, subject, who, by_kind, percent, paper, receivers, note, at, by_user, by_label, void_at, void_label, void_why \
                FROM duty_entry WHERE unit_id = $1 AND kind = 'waiver' ORDER BY on_day DESC, id DESC";
    OF_UNIT = "SELECT id, province_id, unit_id, post_id, kind, on_day, period, to_on, subject, who, by_kind, percent, paper, receivers, note, at, by_user, by_label FROM duty_entry \
               WHERE unit_id = $1 AND on_day >= $2 AND on_day <= $3 AND void_at IS NULL ORDER BY on_day DESC, id DESC";
}
