//! How triage ends an item: with a direct answer, or procedurally with paper, receiver and date; and the log of
//! edits for publication.

use caunoi_domain::opinion::item::{EndingManner, Publication};

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// A procedural ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingRow {
    /// Id.
    pub id: String,
    /// The item.
    pub item_id: String,
    /// chuyển đơn, hướng dẫn, trả lại, lưu
    pub manner: EndingManner,
    /// Number and symbol of the paper.
    pub paper: String,
    /// Its ISO day.
    pub paper_on: String,
    /// Who received it.
    pub receiver: String,
    /// Why.
    pub reason: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
}

/// A direct answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRow {
    /// Id.
    pub id: String,
    /// The item.
    pub item_id: String,
    /// What was done or explained.
    pub result: String,
    /// The norm it rests on.
    pub norm: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body.
    pub by_label: String,
}

/// An edit for publication, or a withholding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditRow {
    /// Id.
    pub id: String,
    /// The item.
    pub item_id: String,
    /// Title as published.
    pub title: String,
    /// Text as published.
    pub body: String,
    /// What was decided.
    pub state: Publication,
    /// Coded ground of withholding.
    pub ground: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
    /// Label of the approver.
    pub by_label: String,
}

/// Keeps a procedural ending.
///
/// # Errors
/// The engine's words.
pub async fn add_ending(tx: &mut Tx<'_>, e: &EndingRow) -> Result<()> {
    tx.exec(ADD_ENDING, args![&e.id, &e.item_id, e.manner.code(), &e.paper, &e.paper_on, &e.receiver, &e.reason, e.at, &e.by_user]).await?;
    Ok(())
}

/// Keeps a direct answer.
///
/// # Errors
/// The engine's words.
pub async fn add_answer(tx: &mut Tx<'_>, a: &AnswerRow) -> Result<()> {
    tx.exec(ADD_ANSWER, args![&a.id, &a.item_id, &a.result, &a.norm, a.at, &a.on_day, &a.by_user, &a.by_label]).await?;
    Ok(())
}

/// Logs an edit for publication.
///
/// # Errors
/// The engine's words.
pub async fn add_edit(tx: &mut Tx<'_>, e: &EditRow) -> Result<()> {
    tx.exec(ADD_EDIT, args![&e.id, &e.item_id, &e.title, &e.body, e.state.code(), &e.ground, e.at, &e.by_user, &e.by_label]).await?;
    Ok(())
}

/// The edits of an item, in their order.
///
/// # Errors
/// The engine's words.
pub async fn edits(conn: &mut Conn<'_>, item_id: &str) -> Result<Vec<EditRow>> {
    conn.all(EDITS, args![item_id])
        .await?
        .iter()
        .map(|r| {
            Ok(EditRow {
                id: r.get("id")?,
                item_id: r.get("item_id")?,
                title: r.get("title")?,
                body: r.get("body")?,
                state: r.word("state")?,
                ground: r.get("ground")?,
                at: r.get("at")?,
                by_user: r.get("by_user")?,
                by_label: r.get("by_label")?,
            })
        })
        .collect()
}

statements! {
    ADD_ENDING = "INSERT INTO ending (id, item_id, manner, paper, paper_on, receiver, reason, at, by_user) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ADD_ANSWER = "INSERT INTO direct_answer (id, item_id, result, norm, at, on_day, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    ADD_EDIT = "INSERT INTO publication_edit (id, item_id, title, body, state, ground, at, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    EDITS = "SELECT * FROM publication_edit WHERE item_id = $1 ORDER BY at, id";
}
