//! The place of a public thing: its unit with its province, because names repeat across the country; and what a unit
//! was called before (S1.6).

use caunoi_domain::unit::{Level, Period, unit_id};

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    statements,
};

/// The columns of a place, of unit `u` in province `p`.
#[macro_export]
macro_rules! place_columns {
    () => {
        "u.id AS place_id, u.code AS place_code, u.name AS place_name, u.level AS place_level, u.period AS place_period, p.code AS province_code, p.name AS province_name"
    };
}

/// A unit with its province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The unit's id.
    pub id: String,
    /// Its code.
    pub code: String,
    /// "Xã Vân Trạch".
    pub name: String,
    /// Level.
    pub level: Level,
    /// The list it stands in.
    pub period: Period,
    /// Code of the province.
    pub province_code: String,
    /// Name of the province.
    pub province_name: String,
}

impl Place {
    /// True for a unit invented for the demonstration.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.period == Period::Demo
    }

    /// Address of its page.
    #[must_use]
    pub fn href(&self) -> String {
        let of = if self.level == Level::Province { "tinh" } else { "xa" };
        format!("/{of}/{}", self.code)
    }
}

/// A unit of the time before 1/7/2025 that went into one of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// Id of today's unit.
    pub new_id: String,
    /// Name of the former unit.
    pub name: String,
    /// Name of the unit above it then: district or province.
    pub above: String,
    /// Only a part of it went here.
    pub in_part: bool,
}

/// Reads a place from a row that has its columns.
///
/// # Errors
/// Where a column is missing or outside its vocabulary.
pub fn read(r: &Row) -> Result<Place> {
    Ok(Place {
        id: r.get("place_id")?,
        code: r.get("place_code")?,
        name: r.get("place_name")?,
        level: r.word("place_level")?,
        period: r.word("place_period")?,
        province_code: r.get("province_code")?,
        province_name: r.get("province_name")?,
    })
}

/// Places at most whose former units are asked at once.
pub const MOST: usize = 12;

/// Former units that went into these units of today, at most [`MOST`] of them.
///
/// # Errors
/// The engine's words.
pub async fn formers(conn: &mut Conn<'_>, unit_ids: &[&str]) -> Result<Vec<Former>> {
    let id = |n: usize| unit_ids.get(n).copied().unwrap_or_default();
    conn.all(FORMERS, args![id(0), id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8), id(9), id(10), id(11)])
        .await?
        .iter()
        .map(read_former)
        .collect()
}

/// Reads a former unit.
///
/// # Errors
/// Where a column is missing.
fn read_former(r: &Row) -> Result<Former> {
    let share: String = r.get("share")?;
    Ok(Former { new_id: r.get("new_id")?, name: r.get("name")?, above: r.get("above")?, in_part: share != "whole" })
}

/// The units of today that a unit of the former list went into, with that unit's name; empty where no such code was.
///
/// # Errors
/// The engine's words.
pub async fn successors(conn: &mut Conn<'_>, old_code: &str) -> Result<Vec<(String, Place)>> {
    conn.all(SUCCESSORS, args![unit_id(old_code, Period::Before2025)]).await?.iter().map(|r| Ok((r.get("old_name")?, read(r)?))).collect()
}

statements! {
    FORMERS = "SELECT l.new_id, l.share, o.name, COALESCE(a.name, '') AS above FROM unit_lineage l JOIN unit o ON o.id = l.old_id \
               LEFT JOIN unit a ON a.id = o.parent_id WHERE l.new_id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ORDER BY l.new_id, o.sort, o.id";
    SUCCESSORS = concat!("SELECT o.name AS old_name, ", place_columns!(), " FROM unit_lineage l JOIN unit o ON o.id = l.old_id JOIN unit u ON u.id = l.new_id \
               JOIN unit p ON p.id = u.province_id WHERE l.old_id = $1 ORDER BY u.sort, u.id");
}
