//! Contents of a dialogue (nội dung đối thoại): an issue or a single item, chosen with its reason and source.

use caunoi_domain::dialogue::state::TopicState;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    item::{self, ItemRow},
    look::Look,
    statements,
};

/// A topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The dialogue.
    pub dialogue_id: String,
    /// The issue it is, or
    pub issue_id: Option<String>,
    /// the single item it is; neither where it traces to no opinion.
    pub item_id: Option<String>,
    /// Place in the agenda, from 1.
    pub seq: i64,
    /// Title as the agenda and the announcement say it.
    pub title: String,
    /// Why it was chosen.
    pub reason: String,
    /// Where it came from; [`NO_SOURCE`] where it traces to none.
    pub source_note: String,
    /// State.
    pub state: TopicState,
    /// Epoch microseconds of the choice.
    pub at: i64,
    /// Post or body that chose it.
    pub by_label: String,
}

/// The code word that stands in [`TopicRow::source_note`] where a topic traces to no source: said, not left out (S0.6).
pub const NO_SOURCE: &str = "none";

/// A topic with the opinions behind it.
#[derive(Clone, Debug)]
pub struct TopicView {
    /// The topic.
    pub topic: TopicRow,
    /// Items behind it.
    pub items: i64,
    /// Public id of the issue.
    pub issue_public_id: Option<i64>,
    /// Public id of the single item.
    pub item_public_id: Option<i64>,
}

/// Something that can be chosen as a topic: an issue, or a single item that triage sent to a dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The issue's id, or
    pub issue_id: Option<String>,
    /// the item's.
    pub item_id: Option<String>,
    /// Title for staff.
    pub title: String,
    /// Code word of the field.
    pub field: String,
    /// nổi cộm
    pub hot: bool,
    /// bức xúc
    pub urgent: bool,
    /// Items behind it.
    pub items: i64,
}

/// Adds a topic.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, t: &TopicRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &t.id,
            &t.dialogue_id,
            &t.issue_id,
            &t.item_id,
            t.seq,
            &t.title,
            &t.reason,
            &t.source_note,
            t.state.code(),
            t.at,
            &t.by_label
        ],
    )
    .await?;
    Ok(())
}

/// Writes back what a verb may change of a topic.
///
/// # Errors
/// The engine's words.
pub async fn save(tx: &mut Tx<'_>, t: &TopicRow) -> Result<()> {
    tx.exec(SAVE, args![&t.id, t.seq, &t.title, &t.reason, &t.source_note, t.state.code()]).await?;
    Ok(())
}

/// The topic of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<TopicRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// Topics of a dialogue that were not dropped, in their order.
///
/// # Errors
/// The engine's words.
pub async fn standing_of(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<TopicView>> {
    let mut topics = of_dialogue(conn, dialogue_id).await?;
    topics.retain(|x| x.topic.state != TopicState::Dropped);
    Ok(topics)
}

/// Topics of a dialogue in their order, the dropped ones last.
///
/// # Errors
/// The engine's words.
pub async fn of_dialogue(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<TopicView>> {
    of_dialogue_look(dialogue_id).alone(conn).await
}

/// As [`of_dialogue`], to be asked for with other nouns.
#[must_use]
pub fn of_dialogue_look(dialogue_id: &str) -> Look<Vec<TopicView>> {
    Look::each(OF_DIALOGUE, args![dialogue_id], |r| {
        Ok(TopicView {
            topic: read(r)?,
            items: r.get("items")?,
            issue_public_id: r.get("issue_public_id")?,
            item_public_id: r.get("item_public_id")?,
        })
    })
}

/// Items behind the topics of a dialogue that were not dropped, each with its topic's id, in the topics' order.
///
/// # Errors
/// The engine's words.
pub async fn items_of_dialogue(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<(String, ItemRow)>> {
    conn.all(ITEMS_OF_DIALOGUE, args![dialogue_id]).await?.iter().map(|r| Ok((r.get("topic_id")?, item::read(r)?))).collect()
}

/// The items of the topic that a prepared answer is for.
///
/// # Errors
/// The engine's words.
pub async fn items_of_answer(conn: &mut Conn<'_>, answer_id: &str) -> Result<Vec<ItemRow>> {
    conn.all(ITEMS_OF_ANSWER, args![answer_id]).await?.iter().map(item::read).collect()
}

/// What can be chosen for a dialogue: issues of the unit that stand and single items routed to a dialogue, without
/// those chosen already. The urgent and hot ones, then those with most opinions, come first.
///
/// # Errors
/// The engine's words.
pub async fn candidates(conn: &mut Conn<'_>, unit_id: &str, dialogue_id: &str, limit: i64) -> Result<Vec<Candidate>> {
    conn.all(CANDIDATES, args![unit_id, dialogue_id, limit])
        .await?
        .iter()
        .map(|r| {
            Ok(Candidate {
                issue_id: r.get("issue_id")?,
                item_id: r.get("item_id")?,
                title: r.get("title")?,
                field: r.get("field")?,
                hot: r.get("hot")?,
                urgent: r.get("urgent")?,
                items: r.get("items")?,
            })
        })
        .collect()
}

fn read(r: &Row) -> Result<TopicRow> {
    Ok(TopicRow {
        id: r.get("id")?,
        dialogue_id: r.get("dialogue_id")?,
        issue_id: r.get("issue_id")?,
        item_id: r.get("item_id")?,
        seq: r.get("seq")?,
        title: r.get("title")?,
        reason: r.get("reason")?,
        source_note: r.get("source_note")?,
        state: r.word("state")?,
        at: r.get("at")?,
        by_label: r.get("by_label")?,
    })
}

statements! {
    ADD = "INSERT INTO topic (id, dialogue_id, issue_id, item_id, seq, title, reason, source_note, state, at, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    SAVE = "UPDATE topic SET seq = $2, title = $3, reason = $4, source_note = $5, state = $6 WHERE id = $1";
    FIND = "SELECT * FROM topic WHERE id = $1";
    OF_DIALOGUE = "SELECT t.*, s.public_id AS issue_public_id, i.public_id AS item_public_id, \
                   (SELECT count(*) FROM item g WHERE g.issue_id = t.issue_id OR g.id = t.item_id) AS items \
                   FROM topic t LEFT JOIN issue s ON s.id = t.issue_id LEFT JOIN item i ON i.id = t.item_id WHERE t.dialogue_id = $1 \
                   ORDER BY CASE WHEN t.state = 'dropped' THEN 1 ELSE 0 END, t.seq, t.id";
    ITEMS_OF_DIALOGUE = "SELECT t.id AS topic_id, i.* FROM topic t JOIN item i ON i.issue_id = t.issue_id OR i.id = t.item_id \
                         WHERE t.dialogue_id = $1 AND t.state <> 'dropped' ORDER BY t.seq, t.id, i.created_at, i.id";
    ITEMS_OF_ANSWER = "SELECT i.* FROM prepared_answer a JOIN topic t ON t.id = a.topic_id AND t.state <> 'dropped' \
                       JOIN item i ON i.issue_id = t.issue_id OR i.id = t.item_id WHERE a.id = $1 ORDER BY i.created_at, i.id";
    CANDIDATES = "SELECT c.* FROM ( \
                  SELECT s.id AS issue_id, NULL AS item_id, s.title, s.field, s.hot, s.urgent, \
                  (SELECT count(*) FROM item g WHERE g.issue_id = s.id) AS items, s.created_at FROM issue s \
                  WHERE s.unit_id = $1 AND s.dissolved_at IS NULL \
                  AND EXISTS (SELECT 1 FROM item g WHERE g.issue_id = s.id AND g.standing IN ('received', 'triaged')) \
                  AND NOT EXISTS (SELECT 1 FROM topic t WHERE t.dialogue_id = $2 AND t.issue_id = s.id AND t.state <> 'dropped') \
                  UNION ALL \
                  SELECT NULL AS issue_id, i.id AS item_id, i.title, i.field, 0 AS hot, 0 AS urgent, 1 AS items, i.created_at FROM item i \
                  WHERE i.unit_id = $1 AND i.route = 'dialogue' AND i.issue_id IS NULL AND i.standing IN ('received', 'triaged') \
                  AND NOT EXISTS (SELECT 1 FROM topic t WHERE t.dialogue_id = $2 AND t.item_id = i.id AND t.state <> 'dropped') \
                  ) c ORDER BY c.urgent DESC, c.hot DESC, c.items DESC, c.created_at, c.title LIMIT $3";
}
