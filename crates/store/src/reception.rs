//! Lịch tiếp công dân: the fixed days of heads as they were published, and days that are not held. Whether a day was held is
//! an entry of the ledger.

use caunoi_domain::regulation::reception::{NewCancel, NewSchedule, Pattern};

use crate::{
    args,
    db::{Row, Tx},
    error::{Result, StoreError},
    look::Look,
    statements,
};

/// A schedule as it is kept; of a post the one with the latest first day that is not to come holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit's id.
    pub unit_id: String,
    /// Name of the post.
    pub post: String,
    /// The last ISO day of the body to which the post belongs, where it is over.
    pub until: Option<String>,
    /// The schedule.
    pub schedule: NewSchedule,
}

/// A day that is not held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CancelRow {
    /// The post.
    pub post_id: String,
    /// Name of the post.
    pub post: String,
    /// The day, the day instead, why, and when the notice was posted.
    pub cancel: NewCancel,
}

/// Keeps a schedule.
///
/// # Errors
/// The engine's words.
pub async fn put_schedule(tx: &mut Tx<'_>, (id, unit_id): (&str, &str), s: &NewSchedule, at: i64, by: (&str, &str)) -> Result<()> {
    let days = serde_json::to_string(&s.pattern).map_err(|_| StoreError::Missing("days of a schedule"))?;
    tx.exec(PUT_SCHEDULE, args![id, unit_id, &s.post_id, days, s.from.to_string(), &s.hours, &s.place, &s.paper, at, by.0, by.1]).await?;
    Ok(())
}

/// Cancels a day of a post; answers whether it was not cancelled yet.
///
/// # Errors
/// The engine's words.
pub async fn cancel(tx: &mut Tx<'_>, (id, unit_id, post_id): (&str, &str, &str), c: &NewCancel, at: i64, by: (&str, &str)) -> Result<bool> {
    let instead = c.instead.map(|d| d.to_string());
    let row = args![id, unit_id, post_id, c.on.to_string(), instead, &c.reason, c.posted.to_string(), at, by.0, by.1];
    Ok(tx.exec(CANCEL, row).await? > 0)
}

/// Corrects the notice of a day, or withdraws it where nothing is given; what it said before stays beside it.
///
/// # Errors
/// The engine's words.
pub async fn mend(
    tx: &mut Tx<'_>,
    (was_id, post_id, on): (&str, &str, &str),
    now: Option<&NewCancel>,
    at: i64,
    by: (&str, &str),
) -> Result<()> {
    tx.exec(KEEP_WAS, args![was_id, post_id, on, at, by.0, by.1, i64::from(now.is_none())]).await?;
    match now {
        Some(c) => {
            let instead = c.instead.map(|d| d.to_string());
            tx.exec(CORRECT, args![post_id, on, instead, &c.reason, c.posted.to_string(), at, by.0, by.1]).await?;
        }
        None => {
            tx.exec(WITHDRAW, args![post_id, on]).await?;
        }
    }
    Ok(())
}

/// Every schedule of a unit's posts, the latest first day first.
#[must_use]
pub fn schedules_look(unit_id: &str) -> Look<Vec<ScheduleRow>> {
    Look::each(SCHEDULES, args![unit_id], schedule)
}

/// The days between two ISO days that a unit's posts do not hold, or hold instead, by their day.
#[must_use]
pub fn cancels_look(unit_id: &str, from: &str, to: &str) -> Look<Vec<CancelRow>> {
    Look::each(CANCELS, args![unit_id, from, to], cancelled)
}

fn schedule(r: &Row) -> Result<ScheduleRow> {
    let days: String = r.get("days")?;
    let pattern: Pattern =
        serde_json::from_str(&days).map_err(|_| StoreError::Vocabulary { what: "days of a schedule", value: days.clone() })?;
    let schedule = NewSchedule {
        post_id: r.get("post_id")?,
        pattern,
        from: crate::duty_facts::day(r, "from_on")?,
        hours: r.get("hours")?,
        place: r.get("place")?,
        paper: r.get("paper")?,
    };
    Ok(ScheduleRow { id: r.get("id")?, unit_id: r.get("unit_id")?, post: r.get("post_name")?, until: r.get("until")?, schedule })
}

fn cancelled(r: &Row) -> Result<CancelRow> {
    use crate::duty_facts::{day, maybe_day};
    let cancel =
        NewCancel { on: day(r, "on_day")?, instead: maybe_day(r, "instead_on")?, reason: r.get("reason")?, posted: day(r, "posted_on")? };
    Ok(CancelRow { post_id: r.get("post_id")?, post: r.get("post_name")?, cancel })
}

statements! {
    PUT_SCHEDULE = "INSERT INTO reception_schedule (id, unit_id, post_id, days, from_on, hours, place, paper, at, by_user, by_label) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    CANCEL = "INSERT INTO reception_cancel (id, unit_id, post_id, on_day, instead_on, reason, posted_on, at, by_user, by_label) \
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (post_id, on_day) DO NOTHING";
    KEEP_WAS = "INSERT INTO reception_cancel_was (id, unit_id, post_id, on_day, instead_on, reason, posted_on, at, by_user, by_label, ended_at, ended_by, ended_label, withdrawn) \
                SELECT $1, unit_id, post_id, on_day, instead_on, reason, posted_on, at, by_user, by_label, CAST($4 AS BIGINT), $5, $6, CAST($7 AS BIGINT) \
                FROM reception_cancel WHERE post_id = $2 AND on_day = $3";
    CORRECT = "UPDATE reception_cancel SET instead_on = $3, reason = $4, posted_on = $5, at = $6, by_user = $7, by_label = $8 WHERE post_id = $1 AND on_day = $2";
    WITHDRAW = "DELETE FROM reception_cancel WHERE post_id = $1 AND on_day = $2";
    SCHEDULES = "SELECT s.id, s.unit_id, s.post_id, s.days, s.from_on, s.hours, s.place, s.paper, p.name AS post_name, b.valid_to AS until \
                 FROM reception_schedule s JOIN post p ON p.id = s.post_id JOIN body b ON b.id = p.body_id WHERE s.unit_id = $1 ORDER BY s.from_on DESC, s.at DESC, s.id DESC";
    CANCELS = "SELECT c.post_id, c.on_day, c.instead_on, c.reason, c.posted_on, p.name AS post_name FROM reception_cancel c JOIN post p ON p.id = c.post_id \
               WHERE c.unit_id = $1 AND (c.on_day >= $2 OR c.instead_on >= $2) AND c.on_day <= $3 ORDER BY c.on_day, c.post_id";
}
