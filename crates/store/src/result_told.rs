//! Báo kết quả cho người dân: when and by which way the result was told.

use caunoi_domain::followup::ToldManner;

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// That the result was told.
#[derive(Clone, Debug)]
pub struct ToldRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The item.
    pub item_id: String,
    /// By which way.
    pub manner: ToldManner,
    /// ISO day.
    pub on_day: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
}

/// Records that the result was told.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, t: &ToldRow) -> Result<()> {
    tx.exec(ADD, args![&t.id, &t.item_id, t.manner.code(), &t.on_day, t.at, &t.by_user]).await?;
    Ok(())
}

/// How often and when the result of an item was told, in order.
///
/// # Errors
/// The engine's words.
pub async fn of_item(conn: &mut Conn<'_>, item_id: &str) -> Result<Vec<ToldRow>> {
    conn.all(OF_ITEM, args![item_id])
        .await?
        .iter()
        .map(|r| {
            Ok(ToldRow {
                id: r.get("id")?,
                item_id: r.get("item_id")?,
                manner: r.word("manner")?,
                on_day: r.get("on_day")?,
                at: r.get("at")?,
                by_user: r.get("by_user")?,
            })
        })
        .collect()
}

statements! {
    ADD = "INSERT INTO result_told (id, item_id, manner, on_day, at, by_user) VALUES ($1, $2, $3, $4, $5, $6)";
    OF_ITEM = "SELECT id, item_id, manner, on_day, at, by_user FROM result_told WHERE item_id = $1 ORDER BY at, id";
}
