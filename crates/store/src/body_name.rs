//! Names of bodies through time, and which body followed which (S0.18).

use caunoi_domain::people::{
    body::BodyKind,
    succession::{BodyName, Succession},
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::{Result, StoreError},
    look::Look,
    statements,
};

/// A body with its period and where it is known from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyView {
    /// Id.
    pub id: String,
    /// Its unit.
    pub unit_id: String,
    /// Kind.
    pub kind: BodyKind,
    /// Name of today.
    pub name: String,
    /// Organ in document symbols.
    pub symbol: String,
    /// False: is reached by a dispatch on paper.
    pub has_account: bool,
    /// First ISO day, where known.
    pub valid_from: Option<String>,
    /// Last ISO day.
    pub valid_to: Option<String>,
    /// What it rests on.
    pub source: String,
    /// False: shown as "chưa xác nhận".
    pub confirmed: bool,
}

/// Every body of a unit, in Vietnamese order.
///
/// # Errors
/// The engine's words.
pub async fn bodies(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<BodyView>> {
    bodies_look(unit_id).alone(conn).await
}

/// As [`bodies`], to be asked for with other nouns.
#[must_use]
pub fn bodies_look(unit_id: &str) -> Look<Vec<BodyView>> {
    Look::each(BODIES, args![unit_id], read)
}

/// Says since when, until when and by what source a body is known.
///
/// # Errors
/// The engine's words.
pub async fn set_period(tx: &mut Tx<'_>, id: &str, from: Option<&str>, to: Option<&str>, source: &str, confirmed: bool) -> Result<()> {
    tx.exec(SET_PERIOD, args![id, from, to, source, confirmed]).await?;
    Ok(())
}

/// Ends a body on that ISO day: what followed it begins the day after.
///
/// # Errors
/// The engine's words.
pub async fn end(tx: &mut Tx<'_>, id: &str, to: &str) -> Result<()> {
    tx.exec(END, args![id, to]).await?;
    Ok(())
}

/// Says from which ISO day on a body is known: the day from which it follows another.
///
/// # Errors
/// The engine's words.
pub async fn begin(tx: &mut Tx<'_>, id: &str, from: &str) -> Result<()> {
    tx.exec(BEGIN, args![id, from]).await?;
    Ok(())
}

/// Adds a name.
///
/// # Errors
/// The engine's words.
pub async fn add_name(tx: &mut Tx<'_>, body_id: &str, n: &BodyName) -> Result<()> {
    let from = n.from.map_or_else(String::new, |d| d.to_string());
    tx.exec(ADD_NAME, args![&n.id, body_id, &n.name, &n.symbol, from, &n.source, n.confirmed]).await?;
    Ok(())
}

/// The name that a body bears today, for everything that is not of an earlier day.
///
/// # Errors
/// The engine's words.
pub async fn set_name(tx: &mut Tx<'_>, body_id: &str, name: &str, symbol: &str) -> Result<()> {
    tx.exec(SET_NAME, args![body_id, name, symbol, caunoi_domain::text::sort_key::sort_key(name)]).await?;
    Ok(())
}

/// Names of the bodies of a unit, with the id of the body.
///
/// # Errors
/// The engine's words.
pub async fn names(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<(String, BodyName)>> {
    names_look(unit_id).alone(conn).await
}

/// As [`names`], to be asked for with other nouns.
#[must_use]
pub fn names_look(unit_id: &str) -> Look<Vec<(String, BodyName)>> {
    Look::each(NAMES, args![unit_id], |r| {
        let from: String = r.get("from_on")?;
        let name = BodyName {
            id: r.get("id")?,
            name: r.get("name")?,
            symbol: r.get("symbol")?,
            from: if from.is_empty() { None } else { Some(day(&from)?) },
            source: r.get("source")?,
            confirmed: r.get("confirmed")?,
        };
        Ok((r.get("body_id")?, name))
    })
}

/// Adds a succession.
///
/// # Errors
/// The engine's words.
pub async fn add_succession(tx: &mut Tx<'_>, id: &str, s: &Succession) -> Result<()> {
    tx.exec(ADD_SUCCESSION, args![id, &s.old, &s.new, s.on.to_string(), &s.source, s.confirmed]).await?;
    Ok(())
}

/// Voids a succession that another takes the place of: the same bodies, a confirmed day.
///
/// # Errors
/// The engine's words.
pub async fn void_succession(tx: &mut Tx<'_>, old_id: &str, new_id: &str, at: i64) -> Result<()> {
    tx.exec(VOID_SUCCESSION, args![old_id, new_id, at]).await?;
    Ok(())
}

/// Successions between bodies of which one is of this unit.
///
/// # Errors
/// The engine's words.
pub async fn successions(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Succession>> {
    successions_look(unit_id).alone(conn).await
}

/// As [`successions`], to be asked for with other nouns.
#[must_use]
pub fn successions_look(unit_id: &str) -> Look<Vec<Succession>> {
    Look::each(SUCCESSIONS, args![unit_id], |r| {
        Ok(Succession {
            old: r.get("old_id")?,
            new: r.get("new_id")?,
            on: day(&r.get::<String>("on_day")?)?,
            source: r.get("source")?,
            confirmed: r.get("confirmed")?,
        })
    })
}

fn day(iso: &str) -> Result<jiff::civil::Date> {
    iso.parse().map_err(|_| StoreError::Vocabulary { what: "day", value: iso.to_owned() })
}

fn read(r: &Row) -> Result<BodyView> {
    Ok(BodyView {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        kind: r.word("kind")?,
        name: r.get("name")?,
        symbol: r.get("symbol")?,
        has_account: r.get("has_account")?,
        valid_from: r.get("valid_from")?,
        valid_to: r.get("valid_to")?,
        source: r.get("source")?,
        confirmed: r.get("confirmed")?,
    })
}

statements! {
    BODIES = "SELECT id, unit_id, kind, name, symbol, has_account, valid_from, valid_to, source, confirmed FROM body WHERE unit_id = $1 ORDER BY sort, id";
    SET_PERIOD = "UPDATE body SET valid_from = $2, valid_to = $3, source = $4, confirmed = $5 WHERE id = $1";
    END = "UPDATE body SET valid_to = $2 WHERE id = $1";
    BEGIN = "UPDATE body SET valid_from = $2 WHERE id = $1";
    ADD_NAME = "INSERT INTO body_name (id, body_id, name, symbol, from_on, source, confirmed) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    SET_NAME = "UPDATE body SET name = $2, symbol = $3, sort = $4 WHERE id = $1";
    NAMES = "SELECT n.id, n.body_id, n.name, n.symbol, n.from_on, n.source, n.confirmed FROM body_name n JOIN body b ON b.id = n.body_id \
             WHERE b.unit_id = $1 ORDER BY n.body_id, n.from_on, n.id";
    ADD_SUCCESSION = "INSERT INTO body_succession (id, old_id, new_id, on_day, source, confirmed) VALUES ($1, $2, $3, $4, $5, $6)";
    VOID_SUCCESSION = "UPDATE body_succession SET void_at = $3 WHERE old_id = $1 AND new_id = $2 AND void_at IS NULL";
    SUCCESSIONS = "SELECT s.old_id, s.new_id, s.on_day, s.source, s.confirmed FROM body_succession s JOIN body o ON o.id = s.old_id JOIN body n ON n.id = s.new_id \
                   WHERE s.void_at IS NULL AND (o.unit_id = $1 OR n.unit_id = $1) ORDER BY s.on_day, s.id";
}
