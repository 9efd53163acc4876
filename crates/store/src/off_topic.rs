//! What was said at a dialogue beside its topics, and where it went (S1.8).

use caunoi_domain::dialogue::off_topic::OffTopicWay;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// Something that was said beside the topics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OffTopicRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit.
    pub unit_id: String,
    /// The dialogue.
    pub dialogue_id: String,
    /// Public id.
    pub public_id: i64,
    /// Who spoke, as it may be shown.
    pub speaker: String,
    /// What was said.
    pub said: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Label of who noted it.
    pub by_label: String,
    /// Where it went; absent while nobody has said.
    pub route: Option<Routed>,
}

/// Where it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routed {
    /// Which way.
    pub way: OffTopicWay,
    /// The receiver's name; may be empty.
    pub to: String,
    /// Why there.
    pub reason: String,
    /// The item that it became.
    pub item_id: Option<String>,
    /// Public id of that item; read only.
    pub item_public_id: Option<i64>,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Label of who routed it.
    pub by_label: String,
}

/// Notes it.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, o: &OffTopicRow) -> Result<()> {
    tx.exec(ADD, args![&o.id, &o.unit_id, &o.dialogue_id, o.public_id, &o.speaker, &o.said, o.at, &o.on_day, &o.by_user, &o.by_label])
        .await?;
    Ok(())
}

/// Says where it went.
///
/// # Errors
/// The engine's words.
pub async fn route(tx: &mut Tx<'_>, id: &str, r: &Routed) -> Result<()> {
    tx.exec(ROUTE, args![id, r.way.code(), &r.to, &r.reason, &r.item_id, r.at, &r.on_day, &r.by_user, &r.by_label]).await?;
    Ok(())
}

/// The one of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<OffTopicRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// Everything of a dialogue, in order.
///
/// # Errors
/// The engine's words.
pub async fn of_dialogue(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<OffTopicRow>> {
    conn.all(OF_DIALOGUE, args![dialogue_id]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<OffTopicRow> {
    let way: Option<OffTopicWay> = r.maybe_word("way")?;
    let route = match way {
        None => None,
        Some(way) => Some(Routed {
            way,
            to: r.get("to_label")?,
            reason: r.get("reason")?,
            item_id: r.get("item_id")?,
            item_public_id: r.get("item_public_id")?,
            at: r.get::<Option<i64>>("routed_at")?.unwrap_or_default(),
            on_day: r.get::<Option<String>>("routed_on")?.unwrap_or_default(),
            by_user: r.get("routed_by")?,
            by_label: r.get("routed_label")?,
        }),
    };
    Ok(OffTopicRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        dialogue_id: r.get("dialogue_id")?,
        public_id: r.get("public_id")?,
        speaker: r.get("speaker")?,
        said: r.get("said")?,
        at: r.get("at")?,
        on_day: r.get("on_day")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
        route,
    })
}

statements! {
    ADD = "INSERT INTO off_topic (id, unit_id, dialogue_id, public_id, speaker, said, at, on_day, by_user, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ROUTE = "UPDATE off_topic SET way = $2, to_label = $3, reason = $4, item_id = $5, routed_at = $6, routed_on = $7, routed_by = $8, routed_label = $9 \
             WHERE id = $1 AND way IS NULL";
    FIND_PUBLIC = "SELECT o.*, i.public_id AS item_public_id FROM off_topic o LEFT JOIN item i ON i.id = o.item_id WHERE o.public_id = $1";
    OF_DIALOGUE = "SELECT o.*, i.public_id AS item_public_id FROM off_topic o LEFT JOIN item i ON i.id = o.item_id WHERE o.dialogue_id = $1 ORDER BY o.at, o.id";
}
