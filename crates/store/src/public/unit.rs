//! A unit of any period: what it was, what was above it then, where it is now. Identity is (code, period).

use caunoi_domain::unit::{Level, Share};

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    place_columns,
    public::place::{self, Place},
    statements,
};

/// A unit of one period with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The unit with its province of then.
    pub place: Place,
    /// Kind by its name.
    pub kind: String,
    /// The unit directly above it then, where that is not its province.
    pub above: Option<(String, String)>,
    /// First day, where known.
    pub valid_from: Option<String>,
    /// Last day, where it is over.
    pub valid_to: Option<String>,
    /// Years in which a source knows it, where no list does.
    pub known_in: String,
    /// False where its code and successor are unconfirmed.
    pub confirmed: bool,
    /// Where the fact comes from.
    pub source: String,
}

impl Facts {
    /// Whether it was in force on an ISO day, as far as its list knows: a list without a first day says nothing against
    /// an earlier day.
    #[must_use]
    pub fn on(&self, day: &str) -> bool {
        self.valid_from.as_deref().is_none_or(|from| from <= day) && self.valid_to.as_deref().is_none_or(|to| to >= day)
    }
}

/// A unit of the line before or after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// The unit with its province of then.
    pub place: Place,
    /// Name of the unit directly above it then, where that is not its province.
    pub above: String,
    /// How much.
    pub share: Share,
    /// False where it is only believed.
    pub confirmed: bool,
    /// Rounds away: 1 is the next.
    pub round: i64,
}

/// A village that the unit had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Village {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Last day, where it is over.
    pub valid_to: Option<String>,
}

/// What belongs to a unit.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// What it came from, the nearest round first.
    pub before: Vec<Relative>,
    /// What it went into, the nearest round first.
    pub after: Vec<Relative>,
    /// Units directly below it, in Vietnamese order.
    pub below: Vec<Place>,
    /// Its villages of every time.
    pub villages: Vec<Village>,
}

/// Every unit of these levels that bears the code (or key), the oldest period first.
///
/// # Errors
/// The engine's words.
pub async fn of_code(conn: &mut Conn<'_>, code: &str, level: Level) -> Result<Vec<Facts>> {
    conn.all(OF_CODE, args![code, level.code()])
        .await?
        .iter()
        .map(|r| {
            let above: Option<String> = r.get("above_name")?;
            Ok(Facts {
                place: place::read(r)?,
                kind: r.get("kind")?,
                above: above.map(|name| Ok::<_, crate::StoreError>((r.get("above_code")?, name))).transpose()?,
                valid_from: r.get("valid_from")?,
                valid_to: r.get("valid_to")?,
                known_in: r.get("known_in")?,
                confirmed: r.get("confirmed")?,
                source: r.get("source")?,
            })
        })
        .collect()
}

/// What belongs to the unit of that id.
///
/// # Errors
/// The engine's words.
pub async fn around(conn: &mut Conn<'_>, id: &str) -> Result<Around> {
    let mut all = Around::default();
    for r in conn.all(AROUND, args![id]).await? {
        match r.get::<String>("what")?.as_str() {
            "before" => all.before.push(relative(&r)?),
            "after" => all.after.push(relative(&r)?),
            "below" => all.below.push(place::read(&r)?),
            _ => all.villages.push(Village { id: r.get("above")?, name: r.get("share")?, valid_to: r.get("valid_to")? }),
        }
    }
    Ok(all)
}

fn relative(r: &Row) -> Result<Relative> {
    Ok(Relative {
        place: place::read(r)?,
        above: r.get("above")?,
        share: r.word("share")?,
        confirmed: r.get("confirmed")?,
        round: r.get("round")?,
    })
}

statements! {
    OF_CODE = concat!("SELECT ", place_columns!(), ", u.kind, u.valid_from, u.valid_to, u.known_in, u.confirmed, u.source, a.code AS above_code, a.name AS above_name \
               FROM unit u JOIN unit p ON p.id = u.province_id LEFT JOIN unit a ON a.id = u.parent_id AND a.id <> u.province_id WHERE u.code = $1 AND u.level = $2 \
               ORDER BY COALESCE(u.valid_to, '9999'), u.period");
    // Lineage in both directions, round by round; units below; villages, whose id and name stand in `above` and `share`.
    AROUND = concat!("WITH RECURSIVE back (id, share, confirmed, round) AS ( \
        SELECT l.old_id, l.share, l.confirmed, CAST(1 AS BIGINT) FROM unit_lineage l WHERE l.new_id = $1 \
        UNION ALL SELECT l.old_id, l.share, l.confirmed, back.round + 1 FROM back JOIN unit_lineage l ON l.new_id = back.id WHERE back.round < 6), \
        forth (id, share, confirmed, round) AS ( \
        SELECT l.new_id, l.share, l.confirmed, CAST(1 AS BIGINT) FROM unit_lineage l WHERE l.old_id = $1 \
        UNION ALL SELECT l.new_id, l.share, l.confirmed, forth.round + 1 FROM forth JOIN unit_lineage l ON l.old_id = forth.id WHERE forth.round < 6) \
        SELECT 'before' AS what, l.round, l.share, l.confirmed, COALESCE(a.name, '') AS above, NULL AS valid_to, u.sort AS ord, ", place_columns!(), " \
        FROM back l JOIN unit u ON u.id = l.id JOIN unit p ON p.id = u.province_id LEFT JOIN unit a ON a.id = u.parent_id AND a.id <> u.province_id \
        UNION ALL SELECT 'after', l.round, l.share, l.confirmed, COALESCE(a.name, ''), NULL, u.sort, ", place_columns!(), " \
        FROM forth l JOIN unit u ON u.id = l.id JOIN unit p ON p.id = u.province_id LEFT JOIN unit a ON a.id = u.parent_id AND a.id <> u.province_id \
        UNION ALL SELECT 'below', 0, 'whole', 1, '', NULL, u.sort, ", place_columns!(), " FROM unit u JOIN unit p ON p.id = u.province_id WHERE u.parent_id = $1 \
        UNION ALL SELECT 'village', CASE WHEN v.valid_to IS NULL THEN 0 ELSE 1 END, v.name, 1, v.id, v.valid_to, v.sort, ", place_columns!(), " \
        FROM village v JOIN unit u ON u.id = v.unit_id JOIN unit p ON p.id = u.province_id WHERE v.unit_id = $1 ORDER BY 1, 2, 7, 5");
}
