//! Events of the record: appended in the same transaction as the change they tell of.

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// An event with its canonical bytes, salt and leaf hash.
#[derive(Clone, Debug)]
pub struct EventRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The unit's id.
    pub unit_id: String,
    /// Epoch microseconds.
    pub at: i64,
    /// What happened.
    pub kind: String,
    /// The noun.
    pub subject_kind: String,
    /// Its id.
    pub subject_id: String,
    /// Account id, `person` or `system`.
    pub actor: String,
    /// Canonical bytes v1.
    pub bytes: Vec<u8>,
    /// Salt of the leaf.
    pub salt: [u8; 16],
    /// Leaf hash.
    pub leaf: [u8; 32],
}

/// Appends an event.
///
/// # Errors
/// The engine's words.
pub async fn append(tx: &mut Tx<'_>, e: &EventRow) -> Result<()> {
    tx.exec(
        APPEND,
        args![
            &e.id,
            &e.province_id,
            &e.unit_id,
            e.at,
            &e.kind,
            &e.subject_kind,
            &e.subject_id,
            &e.actor,
            e.bytes.as_slice(),
            e.salt,
            e.leaf
        ],
    )
    .await?;
    Ok(())
}

/// Kinds of the events of one subject, in their order: who did what to it, when.
///
/// # Errors
/// The engine's words.
pub async fn of_subject(conn: &mut Conn<'_>, kind: &str, id: &str) -> Result<Vec<(String, String, i64)>> {
    conn.all(OF_SUBJECT, args![kind, id]).await?.iter().map(|r| Ok((r.get("kind")?, r.get("actor")?, r.get("at")?))).collect()
}

statements! {
    APPEND = "INSERT INTO event (id, province_id, unit_id, at, kind, subject_kind, subject_id, actor, bytes, salt, leaf) \
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    OF_SUBJECT = "SELECT kind, actor, at FROM event WHERE subject_kind = $1 AND subject_id = $2 ORDER BY at, id";
}
