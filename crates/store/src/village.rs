//! Villages through time: what each was called and what it became. A village is ended and followed, never overwritten.

use caunoi_domain::{
    text::{fold::fold, sort_key::sort_key},
    unit::{Share, village::Change},
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A village of any time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Village {
    /// Id.
    pub id: String,
    /// Its commune.
    pub unit_id: String,
    /// Name with its kind: "Thôn Bến Gỗ".
    pub name: String,
    /// First day, where known.
    pub valid_from: Option<String>,
    /// Last day; `None` while it is in force.
    pub valid_to: Option<String>,
    /// Where the fact comes from: a paper, a source, `demo`.
    pub source: String,
}

/// One line of lineage as it is written.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// What ended.
    pub old_id: &'a str,
    /// What began.
    pub new_id: &'a str,
    /// What happened.
    pub change: Change,
    /// First day of the new one, ISO.
    pub on_day: &'a str,
    /// Resolution or decision.
    pub paper: &'a str,
    /// Epoch microseconds.
    pub at: i64,
    /// Who entered it.
    pub by_user: &'a str,
}

/// One line of lineage as it is read, with names and communes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Became {
    /// What ended.
    pub old_id: String,
    /// Its name.
    pub old_name: String,
    /// Its commune.
    pub old_unit: String,
    /// What began.
    pub new_id: String,
    /// Its name.
    pub new_name: String,
    /// Code of its commune.
    pub new_code: String,
    /// Name of its commune.
    pub new_unit: String,
    /// What happened.
    pub change: Change,
    /// How much of it.
    pub share: Share,
    /// First day of the new one, ISO.
    pub on_day: String,
    /// Resolution or decision.
    pub paper: String,
}

/// A village on its way from one commune to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Id.
    pub id: String,
    /// The village.
    pub village_id: String,
    /// Its name.
    pub village: String,
    /// The commune that gives it away.
    pub from_unit_id: String,
    /// Its name.
    pub from_name: String,
    /// The commune that receives it.
    pub to_unit_id: String,
    /// Its name.
    pub to_name: String,
    /// First day in the other commune, ISO.
    pub on_day: String,
    /// Resolution or decision.
    pub paper: String,
}

/// The village of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<Village>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// Villages of a commune of every time: those in force first, in Vietnamese order.
///
/// # Errors
/// The engine's words.
pub async fn of_unit(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Village>> {
    of_unit_look(unit_id).alone(conn).await
}

/// As [`of_unit`], to be asked for with other nouns.
#[must_use]
pub fn of_unit_look(unit_id: &str) -> Look<Vec<Village>> {
    Look::each(OF_UNIT, args![unit_id], read)
}

/// Adds a village.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, v: &Village) -> Result<()> {
    let args = args![&v.id, &v.unit_id, &v.name, fold(&v.name), sort_key(&v.name), &v.valid_from, &v.valid_to, &v.source];
    tx.exec(ADD, args).await?;
    Ok(())
}

/// Ends a village on its last ISO day; false where it had ended before.
///
/// # Errors
/// The engine's words.
pub async fn end(tx: &mut Tx<'_>, id: &str, last: &str) -> Result<bool> {
    Ok(tx.exec(END, args![id, last]).await? > 0)
}

/// Writes what a village became.
///
/// # Errors
/// The engine's words.
pub async fn add_line(tx: &mut Tx<'_>, l: &Line<'_>) -> Result<()> {
    let args = args![l.old_id, l.new_id, l.change.code(), l.change.share().code(), l.on_day, l.paper, l.at, l.by_user];
    tx.exec(ADD_LINE, args).await?;
    Ok(())
}

/// What villages of a commune became, and what they had been: the latest change first.
#[must_use]
pub fn changes_look(unit_id: &str) -> Look<Vec<Became>> {
    Look::each(CHANGES, args![unit_id], read_became)
}

/// What one village became.
///
/// # Errors
/// The engine's words.
pub async fn became(conn: &mut Conn<'_>, id: &str) -> Result<Vec<Became>> {
    conn.all(BECAME, args![id]).await?.iter().map(read_became).collect()
}

/// Sends a village on its way to another commune.
///
/// # Errors
/// The engine's words.
pub async fn send(tx: &mut Tx<'_>, m: &Move, at: i64, by_user: &str) -> Result<()> {
    tx.exec(SEND, args![&m.id, &m.village_id, &m.from_unit_id, &m.to_unit_id, &m.on_day, &m.paper, at, by_user]).await?;
    Ok(())
}

/// Villages on their way from or to a commune, not received yet.
///
/// # Errors
/// The engine's words.
pub async fn on_the_way(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Move>> {
    on_the_way_look(unit_id).alone(conn).await
}

/// As [`on_the_way`], to be asked for with other nouns.
#[must_use]
pub fn on_the_way_look(unit_id: &str) -> Look<Vec<Move>> {
    Look::each(ON_THE_WAY, args![unit_id], read_move)
}

/// The move of that id, while it is not received.
///
/// # Errors
/// The engine's words.
pub async fn find_move(conn: &mut Conn<'_>, id: &str) -> Result<Option<Move>> {
    conn.maybe(FIND_MOVE, args![id]).await?.as_ref().map(read_move).transpose()
}

/// Marks a move as received.
///
/// # Errors
/// The engine's words.
pub async fn receive(tx: &mut Tx<'_>, id: &str, at: i64) -> Result<()> {
    tx.exec(RECEIVE, args![id, at]).await?;
    Ok(())
}

fn read(r: &Row) -> Result<Village> {
    Ok(Village {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        name: r.get("name")?,
        valid_from: r.get("valid_from")?,
        valid_to: r.get("valid_to")?,
        source: r.get("source")?,
    })
}

fn read_became(r: &Row) -> Result<Became> {
    Ok(Became {
        old_id: r.get("old_id")?,
        old_name: r.get("old_name")?,
        old_unit: r.get("old_unit")?,
        new_id: r.get("new_id")?,
        new_name: r.get("new_name")?,
        new_code: r.get("new_code")?,
        new_unit: r.get("new_unit")?,
        change: r.word("change")?,
        share: r.word("share")?,
        on_day: r.get("on_day")?,
        paper: r.get("paper")?,
    })
}

fn read_move(r: &Row) -> Result<Move> {
    Ok(Move {
        id: r.get("id")?,
        village_id: r.get("village_id")?,
        village: r.get("village")?,
        from_unit_id: r.get("from_unit_id")?,
        from_name: r.get("from_name")?,
        to_unit_id: r.get("to_unit_id")?,
        to_name: r.get("to_name")?,
        on_day: r.get("on_day")?,
        paper: r.get("paper")?,
    })
}

macro_rules! became {
    () => {
        "SELECT l.old_id, o.name AS old_name, ou.name AS old_unit, l.new_id, n.name AS new_name, nu.code AS new_code, nu.name AS new_unit, l.change, l.share, l.on_day, l.paper \
         FROM village_lineage l JOIN village o ON o.id = l.old_id JOIN unit ou ON ou.id = o.unit_id JOIN village n ON n.id = l.new_id JOIN unit nu ON nu.id = n.unit_id "
    };
}
macro_rules! moving {
    () => {
        "SELECT m.id, m.village_id, v.name AS village, m.from_unit_id, f.name AS from_name, m.to_unit_id, t.name AS to_name, m.on_day, m.paper \
         FROM village_move m JOIN village v ON v.id = m.village_id JOIN unit f ON f.id = m.from_unit_id JOIN unit t ON t.id = m.to_unit_id WHERE m.received_at IS NULL AND "
    };
}

statements! {
    FIND = "SELECT id, unit_id, name, valid_from, valid_to, source FROM village WHERE id = $1";
    OF_UNIT = "SELECT id, unit_id, name, valid_from, valid_to, source FROM village WHERE unit_id = $1 ORDER BY CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END, sort, id";
    ADD = "INSERT INTO village (id, unit_id, name, fold, sort, valid_from, valid_to, source) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, fold = excluded.fold, sort = excluded.sort, source = excluded.source";
    END = "UPDATE village SET valid_to = $2 WHERE id = $1 AND valid_to IS NULL";
    ADD_LINE = "INSERT INTO village_lineage (old_id, new_id, change, share, on_day, paper, at, by_user) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    CHANGES = concat!(became!(), "WHERE o.unit_id = $1 OR n.unit_id = $1 ORDER BY l.on_day DESC, l.at DESC, o.sort, n.sort");
    BECAME = concat!(became!(), "WHERE l.old_id = $1 ORDER BY n.sort, n.id");
    SEND = "INSERT INTO village_move (id, village_id, from_unit_id, to_unit_id, on_day, paper, at, by_user) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    ON_THE_WAY = concat!(moving!(), "(m.from_unit_id = $1 OR m.to_unit_id = $1) ORDER BY m.at, m.id");
    FIND_MOVE = concat!(moving!(), "m.id = $1");
    RECEIVE = "UPDATE village_move SET received_at = $2 WHERE id = $1";
}
