//! What people said about results, one verdict a round; those given at the counter are marked and counted apart.

use caunoi_domain::followup::{VerdictChannel, VerdictValue};

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// A verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictRow {
    /// Id.
    pub id: String,
    /// The item.
    pub item_id: String,
    /// 0 for the first result, 1 after the reopening.
    pub round: i64,
    /// Agree or not.
    pub value: VerdictValue,
    /// Why not; empty for an agreement.
    pub reason: String,
    /// On the page or at the counter.
    pub channel: VerdictChannel,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// The clerk's account id, for one given at the counter.
    pub clerk: Option<String>,
}

/// Keeps a verdict.
///
/// # Errors
/// A unique violation where the round has one already.
pub async fn add(tx: &mut Tx<'_>, v: &VerdictRow) -> Result<()> {
    tx.exec(ADD, args![&v.id, &v.item_id, v.round, v.value.code(), &v.reason, v.channel.code(), v.at, &v.on_day, &v.clerk]).await?;
    Ok(())
}

/// The verdicts on an item, first round first.
///
/// # Errors
/// The engine's words.
pub async fn of_item(conn: &mut Conn<'_>, item_id: &str) -> Result<Vec<VerdictRow>> {
    conn.all(OF_ITEM, args![item_id])
        .await?
        .iter()
        .map(|r| {
            Ok(VerdictRow {
                id: r.get("id")?,
                item_id: r.get("item_id")?,
                round: r.get("round")?,
                value: r.word("value")?,
                reason: r.get("reason")?,
                channel: r.word("channel")?,
                at: r.get("at")?,
                on_day: r.get("on_day")?,
                clerk: r.get("clerk")?,
            })
        })
        .collect()
}

statements! {
    ADD = "INSERT INTO verdict (id, item_id, round, value, reason, channel, at, on_day, clerk) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    OF_ITEM = "SELECT id, item_id, round, value, reason, channel, at, on_day, clerk FROM verdict WHERE item_id = $1 ORDER BY round";
}
