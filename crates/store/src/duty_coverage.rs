//! Who supervised whom: recorded supervisions of a unit and of those below it.

use crate::{args, db::Conn, error::Result, statements};

/// A recorded supervision. One that counts for several posts of a unit is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupervisionRow {
    /// The unit's id.
    pub unit_id: String,
    /// Code word of the kind of body that supervised; empty where it was not told.
    pub by_kind: String,
    /// Who, in words.
    pub who: String,
    /// ISO day.
    pub on_day: String,
    /// Number and symbol of its paper.
    pub paper: String,
}

/// Supervisions of a unit and of those of which it is the superior between two ISO days, by their day.
///
/// # Errors
/// The engine's words.
pub async fn supervisions(conn: &mut Conn<'_>, above: &str, from: &str, to: &str) -> Result<Vec<SupervisionRow>> {
    conn.all(SUPERVISIONS, args![above, from, to])
        .await?
        .iter()
        .map(|r| {
            Ok(SupervisionRow {
                unit_id: r.get("unit_id")?,
                by_kind: r.get("by_kind")?,
                who: r.get("who")?,
                on_day: r.get("on_day")?,
                paper: r.get("paper")?,
            })
        })
        .collect()
}

statements! {
    SUPERVISIONS = "SELECT DISTINCT e.unit_id, e.by_kind, e.who, e.on_day, e.paper FROM unit u CROSS JOIN duty_entry e \
                    WHERE e.unit_id = u.id AND (u.id = $1 OR u.parent_id = $1 OR u.province_id IN (SELECT l.old_id FROM unit_lineage l WHERE l.new_id = $1)) \
                    AND e.kind = 'supervision' AND e.void_at IS NULL AND e.on_day >= $2 AND e.on_day <= $3 \
                    ORDER BY e.on_day, e.unit_id, e.by_kind, e.who, e.paper";
}
