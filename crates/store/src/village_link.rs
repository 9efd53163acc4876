//! Phone links of the heads of villages: found by the hash of their token, never by the token.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageLinkRow {
    /// Id (UUIDv7): the actor of events.
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The commune.
    pub unit_id: String,
    /// The village.
    pub village_id: String,
    /// The village's name.
    pub village: String,
    /// The village's last ISO day, where it is over: the link follows what it became.
    pub village_to: Option<String>,
    /// Last ISO day on which it opens.
    pub expires_on: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id of who made it.
    pub by_user: String,
    /// Their post or body.
    pub by_label: String,
    /// Epoch microseconds of its last use.
    pub used_at: Option<i64>,
    /// Epoch microseconds.
    pub revoked_at: Option<i64>,
}

/// Adds a link under the hash of its token.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, l: &VillageLinkRow, token_hash: [u8; 32]) -> Result<()> {
    tx.exec(ADD, args![&l.id, &l.province_id, &l.unit_id, &l.village_id, token_hash, &l.expires_on, l.at, &l.by_user, &l.by_label]).await?;
    Ok(())
}

/// The link of a token's hash that is neither revoked nor expired on that ISO day.
///
/// # Errors
/// The engine's words.
pub async fn open(conn: &mut Conn<'_>, token_hash: [u8; 32], today: &str) -> Result<Option<VillageLinkRow>> {
    conn.maybe(OPEN, args![token_hash, today]).await?.as_ref().map(read).transpose()
}

/// The link of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<VillageLinkRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// Every link of a commune: those that open first, village by village.
///
/// # Errors
/// The engine's words.
pub async fn of_unit(conn: &mut Conn<'_>, unit_id: &str, limit: i64) -> Result<Vec<VillageLinkRow>> {
    conn.all(OF_UNIT, args![unit_id, limit]).await?.iter().map(read).collect()
}

/// Marks a link as used.
///
/// # Errors
/// The engine's words.
pub async fn touch(tx: &mut Tx<'_>, id: &str, at: i64) -> Result<()> {
    tx.exec(TOUCH, args![id, at]).await?;
    Ok(())
}

/// Revokes a link; false where it was revoked already.
///
/// # Errors
/// The engine's words.
pub async fn revoke(tx: &mut Tx<'_>, id: &str, at: i64, by_user: &str) -> Result<bool> {
    Ok(tx.exec(REVOKE, args![id, at, by_user]).await? == 1)
}

fn read(r: &crate::Row) -> Result<VillageLinkRow> {
    Ok(VillageLinkRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        village_id: r.get("village_id")?,
        village: r.get("village")?,
        village_to: r.get("village_to")?,
        expires_on: r.get("expires_on")?,
        at: r.get("at")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
        used_at: r.get("used_at")?,
        revoked_at: r.get("revoked_at")?,
    })
}

/// The columns of a link `l` with its village `v`; its hash is never read.
macro_rules! link_columns {
    () => {
        "l.id, l.province_id, l.unit_id, l.village_id, v.name AS village, v.valid_to AS village_to, l.expires_on, l.at, l.by_user, l.by_label, l.used_at, l.revoked_at \
         FROM village_link l JOIN village v ON v.id = l.village_id"
    };
}

statements! {
    ADD = "INSERT INTO village_link (id, province_id, unit_id, village_id, token_hash, expires_on, at, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    OPEN = concat!("SELECT ", link_columns!(), " WHERE l.token_hash = $1 AND l.revoked_at IS NULL AND l.expires_on >= $2");
    FIND = concat!("SELECT ", link_columns!(), " WHERE l.id = $1");
    OF_UNIT = concat!("SELECT ", link_columns!(), " WHERE l.unit_id = $1 ORDER BY CASE WHEN l.revoked_at IS NULL THEN 0 ELSE 1 END, v.sort, l.at DESC, l.id LIMIT $2");
    TOUCH = "UPDATE village_link SET used_at = $2 WHERE id = $1";
    REVOKE = "UPDATE village_link SET revoked_at = $2, revoked_by = $3 WHERE id = $1 AND revoked_at IS NULL";
}
