//! Meetings beside the dialogues: voter meetings, receptions, seminars. No statement that counts dialogues reads this table.

use caunoi_domain::dialogue::side::{Bound, Side, Told};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::{Result, StoreError},
    statements,
};

/// A meeting beside the dialogues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The unit.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// The meeting.
    pub side: Side,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
    /// Label of the post or body.
    pub by_label: String,
}

/// A matter that was raised there too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedItem {
    /// Id of the item.
    pub id: String,
    /// Public id.
    pub public_id: i64,
    /// Title for staff.
    pub title: String,
    /// Code word of where it stands.
    pub standing: String,
}

/// Adds a meeting.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, s: &SideRow) -> Result<()> {
    let m = &s.side;
    let bound = |t: Option<Told>| t.map_or("", |t| t.bound.code());
    tx.exec(
        ADD,
        args![
            &s.id,
            &s.province_id,
            &s.unit_id,
            s.public_id,
            m.kind.code(),
            &m.title,
            m.on_day.to_string(),
            &m.place,
            &m.host,
            m.people.map(|t| t.n),
            bound(m.people),
            m.speeches.map(|t| t.n),
            bound(m.speeches),
            &m.note,
            s.at,
            &s.by_user,
            &s.by_label
        ],
    )
    .await?;
    Ok(())
}

/// The meeting of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<SideRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// Meetings of a unit, the latest day first; `after` is day and id of the last line of the page before.
///
/// # Errors
/// The engine's words.
pub async fn list(conn: &mut Conn<'_>, unit_id: &str, kind: &str, after: Option<(&str, &str)>, limit: i64) -> Result<Vec<SideRow>> {
    let (day, id) = after.unwrap_or_default();
    conn.all(LIST, args![unit_id, kind, day, id, limit]).await?.iter().map(read).collect()
}

/// Meetings of a unit on an ISO day.
///
/// # Errors
/// The engine's words.
pub async fn on_day(conn: &mut Conn<'_>, unit_id: &str, day: &str) -> Result<Vec<SideRow>> {
    conn.all(ON_DAY, args![unit_id, day]).await?.iter().map(read).collect()
}

/// Links an item to a meeting; the same link again changes nothing.
///
/// # Errors
/// The engine's words.
pub async fn link(tx: &mut Tx<'_>, side_id: &str, item_id: &str, at: i64, by_user: &str) -> Result<()> {
    tx.exec(LINK, args![side_id, item_id, at, by_user]).await?;
    Ok(())
}

/// The items that are linked to a meeting.
///
/// # Errors
/// The engine's words.
pub async fn items(conn: &mut Conn<'_>, side_id: &str) -> Result<Vec<LinkedItem>> {
    conn.all(ITEMS, args![side_id]).await?.iter().map(read_item).collect()
}

/// Items of a unit that are not linked to a meeting yet, the latest first.
///
/// # Errors
/// The engine's words.
pub async fn candidates(conn: &mut Conn<'_>, unit_id: &str, side_id: &str, limit: i64) -> Result<Vec<LinkedItem>> {
    conn.all(CANDIDATES, args![unit_id, side_id, limit]).await?.iter().map(read_item).collect()
}

fn read_item(r: &Row) -> Result<LinkedItem> {
    Ok(LinkedItem { id: r.get("id")?, public_id: r.get("public_id")?, title: r.get("title")?, standing: r.get("standing")? })
}

fn read(r: &Row) -> Result<SideRow> {
    let told = |n: Option<i64>, bound: String| n.zip(bound.parse::<Bound>().ok()).map(|(n, bound)| Told { bound, n });
    let on_day: String = r.get("on_day")?;
    Ok(SideRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        side: Side {
            kind: r.word("kind")?,
            title: r.get("title")?,
            on_day: on_day.parse().map_err(|_| StoreError::Vocabulary { what: "on_day", value: on_day.clone() })?,
            place: r.get("place")?,
            host: r.get("host")?,
            people: told(r.get("people")?, r.get("people_bound")?),
            speeches: told(r.get("speeches")?, r.get("speeches_bound")?),
            note: r.get("note")?,
        },
        at: r.get("at")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
    })
}

statements! {
    ADD = "INSERT INTO side_meeting (id, province_id, unit_id, public_id, kind, title, on_day, place, host, people, people_bound, speeches, speeches_bound, note, at, by_user, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    FIND_PUBLIC = "SELECT * FROM side_meeting WHERE public_id = $1";
    LIST = "SELECT * FROM side_meeting WHERE unit_id = $1 AND ($2 = '' OR kind = $2) AND ($3 = '' OR on_day < $3 OR (on_day = $3 AND id < $4)) \
            ORDER BY on_day DESC, id DESC LIMIT $5";
    ON_DAY = "SELECT * FROM side_meeting WHERE unit_id = $1 AND on_day = $2 ORDER BY id LIMIT 20";
    LINK = "INSERT INTO side_item (side_id, item_id, at, by_user) VALUES ($1, $2, $3, $4) ON CONFLICT (side_id, item_id) DO NOTHING";
    ITEMS = "SELECT i.id, i.public_id, i.title, i.standing FROM side_item s JOIN item i ON i.id = s.item_id WHERE s.side_id = $1 ORDER BY s.at, i.id";
    CANDIDATES = "SELECT i.id, i.public_id, i.title, i.standing FROM item i WHERE i.unit_id = $1 AND i.standing <> 'sealed' \
                  AND NOT EXISTS (SELECT 1 FROM side_item s WHERE s.side_id = $2 AND s.item_id = i.id) ORDER BY i.received_on DESC, i.id DESC LIMIT $3";
}
