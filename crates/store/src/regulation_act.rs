//! Quán triệt, kế hoạch thực hiện: what one unit did with a document: who briefed whom on which day, by which paper; and
//! by which plan it is carried out.

use caunoi_domain::regulation::act::ActKind;

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A briefing, or a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The document's id.
    pub regulation_id: String,
    /// The unit's id.
    pub unit_id: String,
    /// Briefing or plan.
    pub kind: ActKind,
    /// ISO day.
    pub on_day: String,
    /// The post or body that briefed, or that issued the plan.
    pub by_whom: String,
    /// Who was briefed; empty for a plan.
    pub audience: String,
    /// How many were briefed, where that was counted.
    pub people: Option<i64>,
    /// Number and day of the paper.
    pub paper: String,
    /// What else is to be said.
    pub note: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
}

/// Adds a briefing or a plan.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, a: &ActRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &a.id,
            &a.regulation_id,
            &a.unit_id,
            a.kind.code(),
            &a.on_day,
            &a.by_whom,
            &a.audience,
            a.people,
            &a.paper,
            &a.note,
            a.at,
            &a.by_user
        ],
    )
    .await?;
    Ok(())
}

/// What a unit did with a document, in order.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, unit_id: &str, regulation_id: &str) -> Result<Vec<ActRow>> {
    conn.all(OF, args![unit_id, regulation_id])
        .await?
        .iter()
        .map(|r| {
            Ok(ActRow {
                id: r.get("id")?,
                regulation_id: r.get("regulation_id")?,
                unit_id: r.get("unit_id")?,
                kind: r.word("kind")?,
                on_day: r.get("on_day")?,
                by_whom: r.get("by_whom")?,
                audience: r.get("audience")?,
                people: r.get("people")?,
                paper: r.get("paper")?,
                note: r.get("note")?,
                at: r.get("at")?,
                by_user: r.get("by_user")?,
            })
        })
        .collect()
}

/// The last briefing and the last plan of a unit for each document: document, kind, ISO day.
#[must_use]
pub fn of_unit_look(unit_id: &str) -> Look<Vec<(String, ActKind, String)>> {
    Look::each(OF_UNIT, args![unit_id], |r| Ok((r.get("regulation_id")?, r.word("kind")?, r.get("last")?)))
}

statements! {
    ADD = "INSERT INTO regulation_act (id, regulation_id, unit_id, kind, on_day, by_whom, audience, people, paper, note, at, by_user) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    OF = "SELECT * FROM regulation_act WHERE unit_id = $1 AND regulation_id = $2 ORDER BY on_day, id";
    OF_UNIT = "SELECT regulation_id, kind, max(on_day) AS last FROM regulation_act WHERE unit_id = $1 GROUP BY regulation_id, kind";
}
