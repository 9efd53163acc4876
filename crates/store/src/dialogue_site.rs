//! Sites of a dialogue: clusters of villages, each with place and time.

use caunoi_domain::dialogue::site::Site;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    list, statements,
};

/// A site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The dialogue.
    pub dialogue_id: String,
    /// From 1.
    pub seq: i64,
    /// The site.
    pub site: Site,
}

/// Writes a site, new or edited.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, s: &SiteRow) -> Result<()> {
    let site = &s.site;
    tx.exec(
        PUT,
        args![
            &s.id,
            &s.dialogue_id,
            s.seq,
            &site.place,
            site.on_day.map(|d| d.to_string()),
            &site.at_time,
            list::write(&site.villages),
            site.people
        ],
    )
    .await?;
    Ok(())
}

/// Takes a site out.
///
/// # Errors
/// The engine's words.
pub async fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    tx.exec(REMOVE, args![id]).await?;
    Ok(())
}

/// The sites of a dialogue, in their order.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<SiteRow>> {
    conn.all(OF, args![dialogue_id]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<SiteRow> {
    Ok(SiteRow {
        id: r.get("id")?,
        dialogue_id: r.get("dialogue_id")?,
        seq: r.get("seq")?,
        site: Site {
            place: r.get("place")?,
            on_day: r.get::<Option<String>>("on_day")?.and_then(|d| d.parse().ok()),
            at_time: r.get("at_time")?,
            villages: list::read(r, "villages")?,
            people: r.get("people")?,
        },
    })
}

statements! {
    PUT = "INSERT INTO dialogue_site (id, dialogue_id, seq, place, on_day, at_time, villages, people) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
           ON CONFLICT (id) DO UPDATE SET place = excluded.place, on_day = excluded.on_day, at_time = excluded.at_time, villages = excluded.villages, people = excluded.people";
    REMOVE = "DELETE FROM dialogue_site WHERE id = $1";
    OF = "SELECT * FROM dialogue_site WHERE dialogue_id = $1 ORDER BY seq, id";
}
