//! What a person sees who follows by code: the frozen outcomes of their items, the steps, their files and the evidence.

use std::collections::HashMap;

use caunoi_domain::dialogue::outcome::Substate;

use crate::{
    args,
    db::Conn,
    error::{Result, StoreError},
    file::{self, FileRow},
    statements,
    step::StepView,
};

/// The outcome of an item in an issued notice: frozen with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// The item.
    pub item_id: String,
    /// The conclusion's public id.
    pub public_id: i64,
    /// Outcome with its sub-state.
    pub substate: Substate,
    /// Symbol of the notice.
    pub symbol: String,
    /// ISO day of signing.
    pub signed_on: String,
}

/// The frozen outcomes of an opinion's items, oldest first.
///
/// # Errors
/// The engine's words.
pub async fn outcomes(conn: &mut Conn<'_>, opinion_id: &str) -> Result<Vec<Frozen>> {
    conn.all(OUTCOMES, args![opinion_id])
        .await?
        .iter()
        .map(|r| {
            Ok(Frozen {
                item_id: r.get("item_id")?,
                public_id: r.get("public_id")?,
                substate: r.word("substate")?,
                symbol: r.get("symbol")?,
                signed_on: r.get::<Option<String>>("signed_on")?.unwrap_or_default(),
            })
        })
        .collect()
}

/// Every step of every item of an opinion, by item.
///
/// # Errors
/// The engine's words; [`StoreError::Vocabulary`] where a step cannot be read.
pub async fn steps(conn: &mut Conn<'_>, opinion_id: &str) -> Result<HashMap<String, Vec<StepView>>> {
    let mut all: HashMap<String, Vec<StepView>> = HashMap::new();
    for r in conn.all(STEPS, args![opinion_id]).await? {
        let data: String = r.get("data")?;
        all.entry(r.get("item_id")?).or_default().push(StepView {
            at: r.get("at")?,
            on_day: r.get("on_day")?,
            actor: r.get("actor")?,
            step: serde_json::from_str(&data).map_err(|_| StoreError::Vocabulary { what: "step", value: data.clone() })?,
        });
    }
    Ok(all)
}

/// A file with the item that it is evidence for; absent for what the person handed in.
#[derive(Clone, Debug)]
pub struct FollowedFile {
    /// The item.
    pub item_id: Option<String>,
    /// The file.
    pub file: FileRow,
}

/// What the person handed in, and what was handed in as evidence for them.
///
/// # Errors
/// The engine's words.
pub async fn files(conn: &mut Conn<'_>, opinion_id: &str) -> Result<Vec<FollowedFile>> {
    conn.all(FILES, args![opinion_id])
        .await?
        .iter()
        .map(|r| Ok(FollowedFile { item_id: r.get("item_id")?, file: file::read(r)? }))
        .collect()
}

/// The superior unit that a matter was sent to: its officers see the files of that sending.
///
/// # Errors
/// The engine's words.
pub async fn escalated_to(conn: &mut Conn<'_>, escalation_id: &str) -> Result<Option<String>> {
    conn.maybe(ESCALATED_TO, args![escalation_id]).await?.map_or(Ok(None), |r| r.get("to_unit_id"))
}

statements! {
    ESCALATED_TO = "SELECT to_unit_id FROM escalation WHERE id = $1";
    OUTCOMES = "SELECT c.item_id, c.public_id, c.substate, n.symbol, n.signed_on FROM item i JOIN conclusion c ON c.item_id = i.id \
                JOIN notice n ON n.id = c.notice_id WHERE i.opinion_id = $1 AND n.state = 'issued' ORDER BY n.issued_at, c.seq";
    STEPS = "SELECT s.item_id, s.at, s.on_day, s.actor, s.data FROM item i JOIN step s ON s.item_id = i.id WHERE i.opinion_id = $1 ORDER BY s.at, s.id";
    FILES = "SELECT CAST(NULL AS TEXT) AS item_id, f.* FROM file f WHERE f.subject_kind = 'opinion' AND f.subject_id = $1 \
             UNION ALL SELECT i.id AS item_id, f.* FROM item i CROSS JOIN assignment a CROSS JOIN file f \
             WHERE i.opinion_id = $1 AND a.item_id = i.id AND f.subject_kind = 'assignment' AND f.subject_id = a.id \
             UNION ALL SELECT i.id AS item_id, f.* FROM item i CROSS JOIN assignment a CROSS JOIN progress p CROSS JOIN file f \
             WHERE i.opinion_id = $1 AND a.item_id = i.id AND p.assignment_id = a.id AND f.subject_kind = 'progress' AND f.subject_id = p.id \
             UNION ALL SELECT i.id AS item_id, f.* FROM item i CROSS JOIN escalation e CROSS JOIN file f \
             WHERE i.opinion_id = $1 AND e.item_id = i.id AND f.subject_kind = 'escalation' AND f.subject_id = e.id \
             ORDER BY 12, 2";
}
