//! Dialogues of years past as an office's book tells them: facts with their source, beside what rows give.

use caunoi_domain::dialogue::{
    past::Past,
    side::{Bound, Told},
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::{Result, StoreError},
    statements,
};

/// A dialogue of years past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The unit whose book it is.
    pub unit_id: String,
    /// What the book says.
    pub past: Past,
    /// The row's number or hash in the book.
    pub source_id: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
}

/// Adds a row of the book.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, r: &PastRow) -> Result<()> {
    let p = &r.past;
    let bound = |t: Option<Told>| t.map_or("", |t| t.bound.code());
    tx.exec(
        ADD,
        args![
            &r.id,
            &r.province_id,
            &r.unit_id,
            &p.then_unit,
            &p.head,
            p.kind.code(),
            &p.title,
            p.on_day.to_string(),
            &p.place,
            p.people.map(|t| t.n),
            bound(p.people),
            p.opinions.map(|t| t.n),
            bound(p.opinions),
            &p.notice,
            &p.source,
            &r.source_id,
            r.at,
            &r.by_user
        ],
    )
    .await?;
    Ok(())
}

/// What a unit's books tell of a year, by day.
///
/// # Errors
/// The engine's words.
pub async fn of_year(conn: &mut Conn<'_>, unit_id: &str, year: i64) -> Result<Vec<PastRow>> {
    conn.all(OF_YEAR, args![unit_id, format!("{year:04}-01-01"), format!("{year:04}-12-31")]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<PastRow> {
    let told = |n: Option<i64>, bound: String| n.zip(bound.parse::<Bound>().ok()).map(|(n, bound)| Told { bound, n });
    let on_day: String = r.get("on_day")?;
    Ok(PastRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        past: Past {
            number: String::new(),
            on_day: on_day.parse().map_err(|_| StoreError::Vocabulary { what: "on_day", value: on_day.clone() })?,
            title: r.get("title")?,
            head: r.get("head")?,
            kind: r.word("kind")?,
            then_unit: r.get("then_unit")?,
            place: r.get("place")?,
            people: told(r.get("people")?, r.get("people_bound")?),
            opinions: told(r.get("opinions")?, r.get("opinions_bound")?),
            notice: r.get("notice")?,
            source: r.get("source")?,
        },
        source_id: r.get("source_id")?,
        at: r.get("at")?,
        by_user: r.get("by_user")?,
    })
}

statements! {
    ADD = "INSERT INTO past_dialogue (id, province_id, unit_id, then_unit, head, kind, title, on_day, place, people, people_bound, opinions, opinions_bound, notice, \
           source, source_id, at, by_user) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    OF_YEAR = "SELECT * FROM past_dialogue WHERE unit_id = $1 AND on_day >= $2 AND on_day <= $3 ORDER BY on_day, id LIMIT 300";
}
