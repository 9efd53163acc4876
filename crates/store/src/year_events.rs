//! Dialogues of a year as counting, covering and clashing see them: one statement each, no page of rows.

use caunoi_domain::{
    dialogue::{clash::Planned, count::Event, scope::Audience, state::DialogueState},
    opinion::kind::Field,
};

use crate::{
    args,
    db::{Conn, Row},
    error::{Result, StoreError},
    list,
    look::Look,
    statements,
};

/// A dialogue of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearEvent {
    /// As counting sees it.
    pub event: Event,
    /// Public id.
    pub public_id: i64,
    /// Title.
    pub title: String,
    /// ISO day: of the dialogue held, else of its plan.
    pub on_day: String,
    /// Whom it is for.
    pub audiences: Vec<Audience>,
    /// What it is about.
    pub fields: Vec<Field>,
    /// The planned row that it was made of; empty where it was not planned.
    pub plan_row: String,
    /// The unit that holds it.
    pub unit_id: String,
    /// The unit in which it is held, where it is another.
    pub held_at_unit: String,
}

/// Something on the same days that may clash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// As the rule sees it.
    pub planned: Planned,
    /// Public id; of a dialogue, or of a meeting beside.
    pub public_id: i64,
    /// Title.
    pub title: String,
    /// True for a dialogue of the same unit: its desk can be opened.
    pub own: bool,
    /// State.
    pub state: DialogueState,
}

/// Dialogues that a unit holds in a year, and those that a superior head holds in it.
///
/// # Errors
/// The engine's words.
pub async fn of_year(conn: &mut Conn<'_>, unit_id: &str, year: i64) -> Result<Vec<YearEvent>> {
    of_year_look(unit_id, year).alone(conn).await
}

/// As [`of_year`], to be asked for with other nouns.
#[must_use]
pub fn of_year_look(unit_id: &str, year: i64) -> Look<Vec<YearEvent>> {
    Look::each(OF_YEAR, args![unit_id, format!("{year:04}-01-01"), format!("{year:04}-12-31")], read)
}

/// What lies within so many days around a day and shares a head with a dialogue, or belongs to the same unit.
///
/// # Errors
/// The engine's words.
pub async fn near(conn: &mut Conn<'_>, dialogue_id: &str, from_day: &str, to_day: &str) -> Result<Vec<Near>> {
    conn.all(NEAR, args![dialogue_id, from_day, to_day])
        .await?
        .iter()
        .map(|r| {
            let on_day: String = r.get("on_day")?;
            let villages: String = r.get("villages")?;
            Ok(Near {
                planned: Planned {
                    id: r.get("id")?,
                    on_day: on_day.parse().map_err(|_| StoreError::Vocabulary { what: "on_day", value: on_day.clone() })?,
                    at_time: r.get("at_time")?,
                    heads: split(&r.get::<String>("heads")?),
                    villages: villages_of(&villages),
                },
                public_id: r.get("public_id")?,
                title: r.get("title")?,
                own: r.get("own")?,
                state: r.word("state")?,
            })
        })
        .collect()
}

fn split(ids: &str) -> Vec<String> {
    ids.split('|').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

/// The villages of every site: JSON lists, one after the other.
fn villages_of(lists: &str) -> Vec<String> {
    lists.split('|').filter_map(|l| serde_json::from_str::<Vec<String>>(l).ok()).flatten().collect()
}

fn read(r: &Row) -> Result<YearEvent> {
    Ok(YearEvent {
        event: Event {
            id: r.get("id")?,
            kind: r.word("kind")?,
            state: r.word("state")?,
            stop: r.get::<String>("stop")?.parse().ok(),
            heads: split(&r.get::<String>("heads")?),
            sessions: r.get("sessions")?,
            pilot: r.get("pilot")?,
        },
        public_id: r.get("public_id")?,
        title: r.get("title")?,
        on_day: r.get("on_day")?,
        audiences: list::read(r, "audiences")?,
        fields: list::read(r, "fields")?,
        plan_row: r.get("plan_row")?,
        unit_id: r.get("unit_id")?,
        held_at_unit: r.get("held_at_unit")?,
    })
}

statements! {
    OF_YEAR = "SELECT d.id, d.public_id, d.kind, d.state, d.stop, d.pilot, d.title, COALESCE(d.held_on, d.on_day) AS on_day, d.audiences, d.fields, d.plan_row, \
               d.unit_id, d.held_at_unit, \
               COALESCE((SELECT string_agg(c.post_id, '|' ORDER BY c.seq) FROM dialogue_chair c WHERE c.dialogue_id = d.id), '') AS heads, \
               (SELECT count(*) FROM dialogue_site s WHERE s.dialogue_id = d.id) AS sessions \
               FROM dialogue d WHERE (d.unit_id = $1 OR d.held_at_unit = $1) AND coalesce(d.held_on, d.on_day) >= $2 AND coalesce(d.held_on, d.on_day) <= $3 ORDER BY on_day, d.id";
    NEAR = "SELECT d.id, d.public_id, d.title, d.on_day, d.at_time, d.state, CAST(CASE WHEN d.unit_id = o.unit_id THEN 1 ELSE 0 END AS BIGINT) AS own, \
            COALESCE((SELECT string_agg(c.post_id, '|' ORDER BY c.seq) FROM dialogue_chair c WHERE c.dialogue_id = d.id), '') AS heads, \
            COALESCE((SELECT string_agg(s.villages, '|' ORDER BY s.seq) FROM dialogue_site s WHERE s.dialogue_id = d.id), '') AS villages \
            FROM dialogue o JOIN dialogue d ON d.id <> o.id AND d.on_day >= $2 AND d.on_day <= $3 AND d.stop = '' \
            AND (d.unit_id = o.unit_id OR d.held_at_unit = o.unit_id OR d.unit_id = o.held_at_unit OR EXISTS (SELECT 1 FROM dialogue_chair a \
            JOIN dialogue_chair b ON b.post_id = a.post_id WHERE a.dialogue_id = d.id AND b.dialogue_id = o.id)) \
            WHERE o.id = $1 ORDER BY d.on_day, d.id LIMIT 200";
}
