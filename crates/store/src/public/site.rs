//! What the first page shows of the whole site: dialogues to come and matters that have just got their result.

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    item_columns, place_columns,
    public::{
        item::{self, ItemLine},
        place::{self, Place},
    },
    published, statements,
};

/// A dialogue in a list.
#[derive(Clone, Debug)]
pub struct DialogueLine {
    /// Public id.
    pub public_id: i64,
    /// Title.
    pub title: String,
    /// ISO day.
    pub on_day: String,
    /// `HH:MM`, or empty.
    pub at_time: String,
    /// Where.
    pub venue: String,
    /// Posts that chair it, in their order.
    pub chairs: String,
    /// The unit that holds it.
    pub place: Place,
}

/// The columns of [`DialogueLine`] of dialogue `d`, without its place.
#[macro_export]
macro_rules! dialogue_columns {
    () => {
        "d.public_id, d.title, d.on_day, d.at_time, d.place AS venue, COALESCE((SELECT string_agg(po.name, ', ' ORDER BY c.seq) \
         FROM dialogue_chair c JOIN post po ON po.id = c.post_id WHERE c.dialogue_id = d.id), '') AS chairs"
    };
}

/// Reads a dialogue of a list.
///
/// # Errors
/// Where a column is missing or outside its vocabulary.
pub(crate) fn read_dialogue(r: &Row) -> Result<DialogueLine> {
    Ok(DialogueLine {
        public_id: r.get("public_id")?,
        title: r.get("title")?,
        on_day: r.get("on_day")?,
        at_time: r.get("at_time")?,
        venue: r.get("venue")?,
        chairs: r.get("chairs")?,
        place: place::read(r)?,
    })
}

/// Announced dialogues from a day on, the next first; of one province where its id is not empty.
///
/// # Errors
/// The engine's words.
pub async fn coming(conn: &mut Conn<'_>, from_day: &str, province_id: &str, limit: i64) -> Result<Vec<DialogueLine>> {
    conn.all(COMING, args![from_day, province_id, limit]).await?.iter().map(read_dialogue).collect()
}

/// Published items that have just been resolved, with their place.
///
/// # Errors
/// The engine's words.
pub async fn resolved(conn: &mut Conn<'_>, limit: i64) -> Result<Vec<(ItemLine, Place)>> {
    conn.all(RESOLVED, args![limit]).await?.iter().map(|r| Ok((item::read(r)?, place::read(r)?))).collect()
}

statements! {
    COMING = concat!("SELECT ", crate::dialogue_columns!(), ", ", place_columns!(), " FROM dialogue d JOIN unit u ON u.id = d.unit_id JOIN unit p ON p.id = u.province_id \
              WHERE d.on_day >= $1 AND d.state = 'announced' AND d.stop = '' AND ($2 = '' OR d.province_id = $2) ORDER BY d.on_day, d.at_time, d.public_id LIMIT $3");
    RESOLVED = concat!("SELECT ", item_columns!(), ", ", place_columns!(), " FROM item i JOIN unit u ON u.id = i.unit_id JOIN unit p ON p.id = u.province_id \
              WHERE ", published!(), " AND i.resolved_at IS NOT NULL ORDER BY i.resolved_at DESC, i.public_id DESC LIMIT $1");
}
