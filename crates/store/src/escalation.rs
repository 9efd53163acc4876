//! Kiến nghị cấp trên: matters sent up to the inbox of a superior unit, or by dispatch to a body without an account.

use caunoi_domain::followup::{EscalationMode, EscalationState};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// A matter that was sent up.
#[derive(Clone, Debug)]
pub struct EscalationRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// Public id.
    pub public_id: i64,
    /// The item.
    pub item_id: String,
    /// The conclusion it follows.
    pub conclusion_id: Option<String>,
    /// The unit that sent it.
    pub from_unit_id: String,
    /// The superior unit, where it went to an inbox.
    pub to_unit_id: Option<String>,
    /// To whom, as it stands on the thread: the superior unit's name or the body's.
    pub to_body: String,
    /// How.
    pub mode: EscalationMode,
    /// What is asked.
    pub text: String,
    /// Number and symbol of the paper; empty where none was needed.
    pub paper: String,
    /// ISO day of the paper.
    pub paper_on: Option<String>,
    /// ISO day by which an answer is asked.
    pub due_on: Option<String>,
    /// State.
    pub state: EscalationState,
    /// Epoch microseconds.
    pub sent_at: i64,
    /// ISO day.
    pub sent_on: String,
    /// ISO day.
    pub acknowledged_on: Option<String>,
    /// Label of who acknowledged it.
    pub acknowledged_by: String,
    /// Epoch microseconds.
    pub answered_at: Option<i64>,
    /// ISO day.
    pub answered_on: Option<String>,
    /// Label of who answered.
    pub answered_by: String,
    /// The answer.
    pub answer: String,
    /// The norm that it rests on.
    pub answer_norm: String,
    /// Number and symbol of the answer's paper.
    pub answer_paper: String,
}

/// Adds a matter that is sent up now.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, e: &EscalationRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &e.id,
            &e.province_id,
            e.public_id,
            &e.item_id,
            &e.conclusion_id,
            &e.from_unit_id,
            &e.to_unit_id,
            &e.to_body,
            e.mode.code(),
            &e.text,
            &e.paper,
            &e.paper_on,
            &e.due_on,
            e.state.code(),
            e.sent_at,
            &e.sent_on
        ],
    )
    .await?;
    Ok(())
}

/// Writes that the superior unit has it.
///
/// # Errors
/// The engine's words.
pub async fn acknowledge(tx: &mut Tx<'_>, id: &str, at: i64, on: &str, by: &str) -> Result<()> {
    tx.exec(ACKNOWLEDGE, args![id, at, on, by]).await?;
    Ok(())
}

/// Writes the answer that stands in the row: when, by whom, what, on which norm and paper.
///
/// # Errors
/// The engine's words.
pub async fn answer(tx: &mut Tx<'_>, e: &EscalationRow) -> Result<()> {
    tx.exec(ANSWER, args![&e.id, e.answered_at, &e.answered_on, &e.answered_by, &e.answer, &e.answer_norm, &e.answer_paper]).await?;
    Ok(())
}

/// The matter of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<EscalationRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// Everything that was sent up for an item, in order.
///
/// # Errors
/// The engine's words.
pub async fn of_item(conn: &mut Conn<'_>, item_id: &str) -> Result<Vec<EscalationRow>> {
    conn.all(OF_ITEM, args![item_id]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<EscalationRow> {
    Ok(EscalationRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        public_id: r.get("public_id")?,
        item_id: r.get("item_id")?,
        conclusion_id: r.get("conclusion_id")?,
        from_unit_id: r.get("from_unit_id")?,
        to_unit_id: r.get("to_unit_id")?,
        to_body: r.get("to_body")?,
        mode: r.word("mode")?,
        text: r.get("text")?,
        paper: r.get("paper")?,
        paper_on: r.get("paper_on")?,
        due_on: r.get("due_on")?,
        state: r.word("state")?,
        sent_at: r.get("sent_at")?,
        sent_on: r.get("sent_on")?,
        acknowledged_on: r.get("acknowledged_on")?,
        acknowledged_by: r.get("acknowledged_by")?,
        answered_at: r.get("answered_at")?,
        answered_on: r.get("answered_on")?,
        answered_by: r.get("answered_by")?,
        answer: r.get("answer")?,
        answer_norm: r.get("answer_norm")?,
        answer_paper: r.get("answer_paper")?,
    })
}

statements! {
    ADD = "INSERT INTO escalation (id, province_id, public_id, item_id, conclusion_id, from_unit_id, to_unit_id, to_body, mode, text, paper, paper_on, due_on, state, \
           sent_at, sent_on, acknowledged_by, answered_by, answer, answer_norm, answer_paper) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, '', '', '', '', '')";
    ACKNOWLEDGE = "UPDATE escalation SET state = 'acknowledged', acknowledged_at = $2, acknowledged_on = $3, acknowledged_by = $4 WHERE id = $1";
    ANSWER = "UPDATE escalation SET state = 'answered', answered_at = $2, answered_on = $3, answered_by = $4, answer = $5, answer_norm = $6, answer_paper = $7 WHERE id = $1";
    FIND_PUBLIC = "SELECT * FROM escalation WHERE public_id = $1";
    OF_ITEM = "SELECT * FROM escalation WHERE item_id = $1 ORDER BY sent_at, id";
}
