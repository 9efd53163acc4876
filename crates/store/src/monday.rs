//! What of the week stands in no queue of its own: texts whose publication has to be decided, dialogues to announce,
//! notices to issue, matters sent up that nobody has answered.

use crate::{
    args,
    db::Conn,
    dialogue::{self, DialogueRow},
    error::Result,
    statements,
};

/// A matter with its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Public id.
    pub public_id: i64,
    /// What it is about.
    pub title: String,
    /// Whose turn it is; empty for the office's own.
    pub who: String,
    /// ISO day.
    pub due_on: String,
}

/// Texts of a unit whose publication is not decided and is due up to that ISO day, the first due first.
///
/// # Errors
/// The engine's words.
pub async fn clocks(conn: &mut Conn<'_>, unit_id: &str, until: &str, limit: i64) -> Result<Vec<Dated>> {
    dated(conn, CLOCKS, args![unit_id, until, limit]).await
}

/// Matters that a unit sent up, not answered and due up to that ISO day, the first due first.
///
/// # Errors
/// The engine's words.
pub async fn sent_up(conn: &mut Conn<'_>, unit_id: &str, until: &str, limit: i64) -> Result<Vec<Dated>> {
    dated(conn, SENT_UP, args![unit_id, until, limit]).await
}

/// Dialogues of a unit that are to come and not announced, and those that were held and have no issued notice; the
/// first day first.
///
/// # Errors
/// The engine's words.
pub async fn meetings(conn: &mut Conn<'_>, unit_id: &str, today: &str, limit: i64) -> Result<Vec<DialogueRow>> {
    conn.all(MEETINGS, args![unit_id, today, limit]).await?.iter().map(dialogue::read).collect()
}

async fn dated(conn: &mut Conn<'_>, sql: &'static str, args: Vec<crate::Arg>) -> Result<Vec<Dated>> {
    conn.all(sql, args)
        .await?
        .iter()
        .map(|r| Ok(Dated { public_id: r.get("public_id")?, title: r.get("title")?, who: r.get("who")?, due_on: r.get("due_on")? }))
        .collect()
}

statements! {
    CLOCKS = "SELECT i.public_id, i.title, '' AS who, i.publication_due_on AS due_on FROM item i \
              WHERE i.unit_id = $1 AND i.publication = 'received' AND i.standing <> 'sealed' AND i.publication_due_on <= $2 \
              ORDER BY i.publication_due_on, i.id LIMIT $3";
    SENT_UP = "SELECT e.public_id, e.text AS title, e.to_body AS who, e.due_on FROM escalation e \
               WHERE e.from_unit_id = $1 AND e.state <> 'answered' AND e.due_on <= $2 ORDER BY e.due_on, e.id LIMIT $3";
    MEETINGS = "SELECT d.* FROM dialogue d WHERE d.unit_id = $1 AND d.stop = '' \
                AND ((d.state IN ('draft', 'submitted', 'approved') AND d.on_day >= $2) \
                OR (d.state = 'held' AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.dialogue_id = d.id AND n.state = 'issued'))) \
                ORDER BY d.on_day, d.id LIMIT $3";
}
