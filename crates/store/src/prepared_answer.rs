//! Prepared answers (dự kiến trả lời): what a body is asked to have ready for a topic. Together with the opinions they
//! are the Brief (bảng tổng hợp ý kiến kèm dự kiến trả lời).

use caunoi_domain::dialogue::state::DraftState;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A prepared answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedAnswerRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The topic.
    pub topic_id: String,
    /// The body asked.
    pub body_id: String,
    /// The answer: what was done, what will be done and by when. Empty until written.
    pub text: String,
    /// Norm or evidence it rests on.
    pub norm: String,
    /// State.
    pub state: DraftState,
    /// ISO day by which it is asked.
    pub due_on: Option<String>,
    /// Epoch microseconds of the last change.
    pub at: i64,
    /// Post or body of the last change.
    pub by_label: String,
}

/// A prepared answer with what it belongs to.
#[derive(Clone, Debug)]
pub struct PreparedAnswerView {
    /// The answer.
    pub answer: PreparedAnswerRow,
    /// The body's name.
    pub body_name: String,
    /// The topic's title.
    pub topic_title: String,
    /// The dialogue's public id.
    pub dialogue_public_id: i64,
    /// The dialogue's title.
    pub dialogue_title: String,
    /// The dialogue's day.
    pub dialogue_day: String,
}

/// Adds a prepared answer.
///
/// # Errors
/// A unique violation where the body was asked about the topic already.
pub async fn add(tx: &mut Tx<'_>, a: &PreparedAnswerRow) -> Result<()> {
    tx.exec(ADD, args![&a.id, &a.topic_id, &a.body_id, &a.text, &a.norm, a.state.code(), &a.due_on, a.at, &a.by_label]).await?;
    Ok(())
}

/// Writes back what a verb may change of a prepared answer.
///
/// # Errors
/// The engine's words.
pub async fn save(tx: &mut Tx<'_>, a: &PreparedAnswerRow) -> Result<()> {
    tx.exec(SAVE, args![&a.id, &a.text, &a.norm, a.state.code(), &a.due_on, a.at, &a.by_label]).await?;
    Ok(())
}

/// The prepared answer of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<PreparedAnswerView>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// Prepared answers of a dialogue in the order of its topics, without those of dropped topics.
///
/// # Errors
/// The engine's words.
pub async fn of_dialogue(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<PreparedAnswerView>> {
    of_dialogue_look(dialogue_id).alone(conn).await
}

/// As [`of_dialogue`], to be asked for with other nouns.
#[must_use]
pub fn of_dialogue_look(dialogue_id: &str) -> Look<Vec<PreparedAnswerView>> {
    Look::each(OF_DIALOGUE, args![dialogue_id], read)
}

/// What a body is asked, the most urgent first; `after` is the last line of the page before (its due day, or
/// `9999` where it has none, and its id).
///
/// # Errors
/// The engine's words.
pub async fn of_body(
    conn: &mut Conn<'_>,
    body_id: &str,
    state: &str,
    after: Option<(&str, &str)>,
    limit: i64,
) -> Result<Vec<PreparedAnswerView>> {
    let (due, id) = after.unwrap_or_default();
    conn.all(OF_BODY, args![body_id, state, due, id, limit]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<PreparedAnswerView> {
    Ok(PreparedAnswerView {
        answer: PreparedAnswerRow {
            id: r.get("id")?,
            topic_id: r.get("topic_id")?,
            body_id: r.get("body_id")?,
            text: r.get("text")?,
            norm: r.get("norm")?,
            state: r.word("state")?,
            due_on: r.get("due_on")?,
            at: r.get("at")?,
            by_label: r.get("by_label")?,
        },
        body_name: r.get("body_name")?,
        topic_title: r.get("topic_title")?,
        dialogue_public_id: r.get("dialogue_public_id")?,
        dialogue_title: r.get("dialogue_title")?,
        dialogue_day: r.get("dialogue_day")?,
    })
}

statements! {
    ADD = "INSERT INTO prepared_answer (id, topic_id, body_id, text, norm, state, due_on, at, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    SAVE = "UPDATE prepared_answer SET text = $2, norm = $3, state = $4, due_on = $5, at = $6, by_label = $7 WHERE id = $1";
    FIND = "SELECT a.*, b.name AS body_name, t.title AS topic_title, d.public_id AS dialogue_public_id, d.title AS dialogue_title, d.on_day AS dialogue_day \
            FROM prepared_answer a JOIN topic t ON t.id = a.topic_id JOIN dialogue d ON d.id = t.dialogue_id JOIN body b ON b.id = a.body_id WHERE a.id = $1";
    OF_DIALOGUE = "SELECT a.*, b.name AS body_name, t.title AS topic_title, d.public_id AS dialogue_public_id, d.title AS dialogue_title, d.on_day AS dialogue_day \
                   FROM prepared_answer a JOIN topic t ON t.id = a.topic_id JOIN dialogue d ON d.id = t.dialogue_id JOIN body b ON b.id = a.body_id \
                   WHERE t.dialogue_id = $1 AND t.state <> 'dropped' ORDER BY t.seq, t.id, b.sort, a.id";
    OF_BODY = "SELECT a.*, b.name AS body_name, t.title AS topic_title, d.public_id AS dialogue_public_id, d.title AS dialogue_title, d.on_day AS dialogue_day \
               FROM prepared_answer a JOIN topic t ON t.id = a.topic_id JOIN dialogue d ON d.id = t.dialogue_id JOIN body b ON b.id = a.body_id \
               WHERE a.body_id = $1 AND ($2 = '' OR a.state = $2 OR ($2 = 'open' AND a.state IN ('asked', 'draft'))) AND t.state <> 'dropped' \
               AND ($3 = '' OR coalesce(a.due_on, '9999') > $3 OR (coalesce(a.due_on, '9999') = $3 AND a.id > $4)) \
               ORDER BY coalesce(a.due_on, '9999'), a.id LIMIT $5";
}
