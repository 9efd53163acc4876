//! How many dialogues were held over any time, by the level of the heads who chaired (S1.1).

use caunoi_domain::unit::Level;

use crate::{args, db::Conn, error::Result, statements};

/// A unit to choose: the provinces of today, and the one that was asked.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// What was held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Conferences, each once.
    pub all: i64,
    /// Conferences that a head of a level chaired; a joint one of two levels stands under both.
    pub by_level: Vec<(Level, i64)>,
}

/// Units to choose from.
///
/// # Errors
/// The engine's words.
pub async fn choices(conn: &mut Conn<'_>, asked: &str) -> Result<Vec<Choice>> {
    conn.all(CHOICES, args![asked]).await?.iter().map(|r| Ok(Choice { id: r.get("id")?, name: r.get("name")? })).collect()
}

/// What was held in a unit and below it (everywhere where it is empty) from a day to a day, both among them.
///
/// # Errors
/// The engine's words.
pub async fn totals(conn: &mut Conn<'_>, unit_id: &str, days: (&str, &str)) -> Result<Totals> {
    let mut all = Totals::default();
    for r in conn.all(TOTALS, args![unit_id, days.0, days.1]).await? {
        let n = r.get("n")?;
        if r.get::<String>("level")?.is_empty() {
            all.all = n;
        } else {
            all.by_level.push((r.word("level")?, n));
        }
    }
    Ok(all)
}

/// Dialogues held there and then, in the provinces too that became the one of today; those of the demonstration are counted only where they are asked for.
macro_rules! held {
    () => {
        "d.state IN ('held', 'concluded', 'closed') AND coalesce(d.held_on, d.on_day) >= $2 AND coalesce(d.held_on, d.on_day) <= $3 \
         AND (($1 = '' AND du.period <> 'demo') OR du.id = $1 OR du.parent_id = $1 OR du.province_id = $1 \
         OR du.province_id IN (SELECT l.old_id FROM unit_lineage l WHERE l.new_id = $1))"
    };
}

statements! {
    CHOICES = "SELECT u.id, u.name, u.sort FROM unit u WHERE u.id = $1 OR (u.level = 'province' AND u.valid_to IS NULL) ORDER BY u.sort, u.id";
    TOTALS = concat!("SELECT '' AS level, count(*) AS n FROM unit du CROSS JOIN dialogue d WHERE d.unit_id = du.id AND ", held!(), " \
             UNION ALL SELECT pu.level, count(DISTINCT d.id) AS n FROM unit du CROSS JOIN dialogue d CROSS JOIN dialogue_chair c CROSS JOIN post po CROSS JOIN unit pu \
             WHERE d.unit_id = du.id AND c.dialogue_id = d.id AND po.id = c.post_id AND pu.id = po.unit_id AND ", held!(), " GROUP BY pu.level");
}
