//! The place of a public thing: its unit with its province, because names repeat across the country; and what a unit
//! was called before (S1.6).

use caunoi_domain::unit::{Level, Period};

use crate::{
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

    /// Address of its page: of a former unit on the last day of its list, because its code may be another's today.
    #[must_use]
    pub fn href(&self) -> String {
        let of = match self.level {
            Level::Province => "tinh",
            Level::District => "huyen",
            Level::Commune => "xa",
        };
        let on = self.period.last_day().map(|day| format!("?on={day}")).unwrap_or_default();
        format!("/{of}/{}{on}", self.code)
    }
}

/// A unit of the time before that went into one of today.
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

/// A unit (or village) of today in which a former one is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Now {
    /// Id of the former unit or village.
    pub of: String,
    /// The village of today, where a village was asked for; empty otherwise.
    pub village: String,
    /// The unit of today.
    pub place: Place,
    /// Only a part of it is here: which part, nobody may guess.
    pub in_part: bool,
    /// False where it is only believed.
    pub confirmed: bool,
}

/// What stands beside found places: what they were, and where former ones are now.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Former units of today's units.
    pub formers: Vec<Former>,
    /// Units and villages of today of former ones.
    pub now: Vec<Now>,
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

/// What stands beside these units and villages, at most [`MOST`] of each.
///
/// # Errors
/// The engine's words.
pub async fn beside(conn: &mut Conn<'_>, unit_ids: &[&str], village_ids: &[&str]) -> Result<Beside> {
    let padded = |ids: &[&str]| -> Vec<String> { (0..MOST).map(|n| ids.get(n).copied().unwrap_or_default().to_owned()).collect() };
    let args = padded(unit_ids).into_iter().chain(padded(village_ids)).map(crate::db::Arg::from).collect();
    let mut all = Beside::default();
    for r in conn.all(BESIDE, args).await? {
        let of: String = r.get("of_id")?;
        let in_part: bool = r.get("part")?;
        match r.get::<String>("what")?.as_str() {
            "former" => all.formers.push(Former { new_id: of, name: r.get("place_name")?, above: r.get("above")?, in_part }),
            _ => all.now.push(Now { of, village: r.get("village")?, place: read(&r)?, in_part, confirmed: !r.get::<bool>("believed")? }),
        }
    }
    Ok(all)
}

/// Former units that went into these units of today, at most [`MOST`] of them.
///
/// # Errors
/// The engine's words.
pub async fn formers(conn: &mut Conn<'_>, unit_ids: &[&str]) -> Result<Vec<Former>> {
    Ok(beside(conn, unit_ids, &[]).await?.formers)
}

statements! {
    // A former unit is followed through every round of mergers to those of today; a village to those in force.
    BESIDE = concat!("WITH RECURSIVE line (of_id, id, part, believed, depth) AS ( \
        SELECT u.id, u.id, CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT) FROM unit u WHERE u.id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) AND u.period NOT IN ('2025', 'demo') \
        UNION ALL SELECT line.of_id, l.new_id, CASE WHEN l.share = 'whole' THEN line.part ELSE 1 END, CASE WHEN l.confirmed = 0 THEN 1 ELSE line.believed END, line.depth + 1 \
        FROM line JOIN unit_lineage l ON l.old_id = line.id WHERE line.depth < 6), \
        vline (of_id, id, part, depth) AS ( \
        SELECT v.id, v.id, CAST(0 AS BIGINT), CAST(0 AS BIGINT) FROM village v WHERE v.id IN ($13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) \
        UNION ALL SELECT vline.of_id, l.new_id, CASE WHEN l.share = 'whole' THEN vline.part ELSE 1 END, vline.depth + 1 \
        FROM vline JOIN village_lineage l ON l.old_id = vline.id WHERE vline.depth < 12) \
        SELECT 'former' AS what, l.new_id AS of_id, '' AS village, COALESCE(a.name, '') AS above, CASE WHEN l.share = 'whole' THEN CAST(0 AS BIGINT) ELSE 1 END AS part, CAST(0 AS BIGINT) AS believed, \
        u.sort AS ord, ", place_columns!(), " FROM unit_lineage l JOIN unit u ON u.id = l.old_id JOIN unit p ON p.id = u.province_id LEFT JOIN unit a ON a.id = u.parent_id \
        WHERE l.new_id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
        UNION ALL SELECT DISTINCT 'now', line.of_id, '', '', line.part, line.believed, u.sort, ", place_columns!(), " FROM line JOIN unit u ON u.id = line.id JOIN unit p ON p.id = u.province_id \
        WHERE u.period IN ('2025', 'demo') \
        UNION ALL SELECT DISTINCT 'village', vline.of_id, v.name, '', vline.part, CAST(0 AS BIGINT), v.sort, ", place_columns!(), " FROM vline CROSS JOIN village v CROSS JOIN unit u CROSS JOIN unit p \
        WHERE v.id = vline.id AND u.id = v.unit_id AND p.id = u.province_id AND vline.depth > 0 AND v.valid_to IS NULL \
        ORDER BY 2, 7, 8");
}
