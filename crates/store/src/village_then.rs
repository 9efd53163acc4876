//! A village as a matter keeps it: what it was called on its day, and what is there now (S0.20).

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    statements,
};

/// A village of the day of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Then {
    /// Its name with its kind: "Thôn Bến Gỗ".
    pub name: String,
    /// The former commune that it was of; empty where it is the commune that has the matter.
    pub unit: String,
    /// It is no more.
    pub over: bool,
    /// The villages in force that it is in now.
    pub now: Vec<Now>,
}

/// A village in force that a former one is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Now {
    /// Its name.
    pub name: String,
    /// Its commune; empty where it is the commune that has the matter.
    pub unit: String,
    /// First ISO day, empty where it is not known.
    pub from: String,
    /// Only a part of the former village is here: which, nobody may guess.
    pub in_part: bool,
}

/// One row of the line of a village: itself first, then those of now.
pub(crate) struct Line {
    /// True for the village itself.
    pub first: bool,
    /// Its name.
    pub name: String,
    /// Another commune than the one that has the matter.
    pub unit: String,
    /// First day.
    pub from: String,
    /// Only a part went here.
    pub in_part: bool,
    /// It is no more.
    pub over: bool,
}

/// Adds a row of the line to what is known.
pub(crate) fn gather(then: &mut Option<Then>, l: Line) {
    if l.first {
        *then = Some(Then { name: l.name, unit: l.unit, over: l.over, now: Vec::new() });
    } else if let Some(t) = then {
        t.now.push(Now { name: l.name, unit: l.unit, from: l.from, in_part: l.in_part });
    }
}

/// The village of that id, as a matter of the commune keeps it.
///
/// # Errors
/// The engine's words.
pub async fn then(conn: &mut Conn<'_>, village_id: &str, commune_id: &str) -> Result<Option<Then>> {
    let mut found = None;
    for r in conn.all(THEN, args![village_id, commune_id]).await? {
        gather(&mut found, read(&r)?);
    }
    Ok(found)
}

fn read(r: &Row) -> Result<Line> {
    Ok(Line {
        first: r.get::<i64>("ord")? == 0,
        name: r.get("name")?,
        unit: r.get("unit")?,
        from: r.get("valid_from")?,
        in_part: r.get("part")?,
        over: r.get("ended")?,
    })
}

/// The line of a village through every change; `$seed` gives the village and the commune that has the matter.
#[macro_export]
macro_rules! village_line {
    ($seed:literal) => {
        concat!(
            "WITH RECURSIVE vline (id, here, part, depth) AS (SELECT ",
            $seed,
            " UNION ALL SELECT l.new_id, vline.here, CASE WHEN l.share = 'whole' THEN vline.part ELSE 1 END, vline.depth + 1 \
             FROM vline JOIN village_lineage l ON l.old_id = vline.id WHERE vline.depth < 12) "
        )
    };
}

statements! {
    THEN = concat!(village_line!("v.id, CAST($2 AS TEXT), CAST(0 AS BIGINT), CAST(0 AS BIGINT) FROM village v WHERE v.id = $1"), "SELECT DISTINCT \
            CAST(CASE WHEN vline.depth = 0 THEN 0 ELSE 1 END AS BIGINT) AS ord, v.name, CASE WHEN v.unit_id = vline.here THEN '' ELSE u.name END AS unit, coalesce(v.valid_from, '') AS valid_from, \
            vline.part, CAST(CASE WHEN v.valid_to IS NULL THEN 0 ELSE 1 END AS BIGINT) AS ended, v.sort FROM vline CROSS JOIN village v CROSS JOIN unit u \
            WHERE v.id = vline.id AND u.id = v.unit_id AND (vline.depth = 0 OR v.valid_to IS NULL) ORDER BY ord, v.sort");
}
