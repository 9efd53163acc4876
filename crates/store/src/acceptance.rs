//! Tiếp thu, giải trình: whether a contribution was accepted, and why (S3.7); and which contributions concern an
//! individual officer and are kept to head and secretary.

use caunoi_domain::opinion::acceptance::Acceptance;

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// What was decided about a contribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptanceRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The item.
    pub item_id: String,
    /// Accepted, partly or not.
    pub value: Acceptance,
    /// Why, and what was done with it.
    pub reason: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// The post or body that decided.
    pub by_label: String,
}

/// Adds what was decided; what was decided before stays.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, a: &AcceptanceRow) -> Result<()> {
    tx.exec(ADD, args![&a.id, &a.item_id, a.value.code(), &a.reason, a.at, &a.on_day, &a.by_user, &a.by_label]).await?;
    Ok(())
}

/// What was decided about an item, the last first.
///
/// # Errors
/// The engine's words.
pub async fn of_item(conn: &mut Conn<'_>, item_id: &str) -> Result<Vec<AcceptanceRow>> {
    conn.all(OF_ITEM, args![item_id])
        .await?
        .iter()
        .map(|r| {
            Ok(AcceptanceRow {
                id: r.get("id")?,
                item_id: r.get("item_id")?,
                value: r.word("value")?,
                reason: r.get("reason")?,
                at: r.get("at")?,
                on_day: r.get("on_day")?,
                by_user: r.get("by_user")?,
                by_label: r.get("by_label")?,
            })
        })
        .collect()
}

/// Keeps an item to head and secretary from here on; again changes nothing.
///
/// # Errors
/// The engine's words.
pub async fn restrict(tx: &mut Tx<'_>, item_id: &str, at: i64, by_user: &str, by_label: &str) -> Result<()> {
    tx.exec(RESTRICT, args![item_id, at, by_user, by_label]).await?;
    Ok(())
}

/// True where the item is kept to head and secretary.
///
/// # Errors
/// The engine's words.
pub async fn is_restricted(conn: &mut Conn<'_>, item_id: &str) -> Result<bool> {
    Ok(conn.maybe(IS_RESTRICTED, args![item_id]).await?.is_some())
}

statements! {
    ADD = "INSERT INTO acceptance (id, item_id, value, reason, at, on_day, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    OF_ITEM = "SELECT * FROM acceptance WHERE item_id = $1 ORDER BY at DESC, id DESC";
    RESTRICT = "INSERT INTO item_restriction (item_id, at, by_user, by_label) VALUES ($1, $2, $3, $4) ON CONFLICT (item_id) DO NOTHING";
    IS_RESTRICTED = "SELECT item_id FROM item_restriction WHERE item_id = $1";
}
