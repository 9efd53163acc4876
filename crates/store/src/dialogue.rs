//! Dialogues and the posts that chair them.

use caunoi_domain::{
    dialogue::{
        scope::{Scope, Stop, Trial},
        state::{Basis, DialogueKind, DialogueState, DraftState, Form},
    },
    opinion::tracking_code::PublicId,
    people::body::BodyKind,
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    list,
    look::Look,
    staff_search::{self, StaffDoc},
    statements,
};

/// A dialogue (cuộc tiếp xúc, đối thoại).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DialogueRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The unit that holds it.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// Kind.
    pub kind: DialogueKind,
    /// By which rule.
    pub basis: Basis,
    /// Title.
    pub title: String,
    /// Where it is in its life.
    pub state: DialogueState,
    /// ISO day.
    pub on_day: String,
    /// `HH:MM`, or empty.
    pub at_time: String,
    /// Place, or empty.
    pub place: String,
    /// How people take part.
    pub form: Form,
    /// Whom it is for.
    pub audience: String,
    /// How a person takes part: where to register, which address.
    pub how_to_join: String,
    /// People expected.
    pub expected: Option<i64>,
    /// The dialogue whose results are reported first in this one.
    pub previous_id: Option<String>,
    /// State of its contents (topics): draft, submitted, approved.
    pub contents_state: DraftState,
    /// Epoch microseconds of the announcement.
    pub announced_at: Option<i64>,
    /// ISO day of the announcement.
    pub announced_on: Option<String>,
    /// Lead time that was asked, days.
    pub lead_days: i64,
    /// Who asks it.
    pub lead_citation: String,
    /// Why it was announced later all the same; empty where in time.
    pub lead_override: String,
    /// Why it was announced without the documents that are asked for, where it was.
    pub documents_override: String,
    /// ISO day on which it was held.
    pub held_on: Option<String>,
    /// Epoch microseconds.
    pub closed_at: Option<i64>,
    /// Epoch microseconds.
    pub created_at: i64,
    /// Account id of who drafted it.
    pub created_by: String,
    /// Whom and what it is for, where it stands.
    pub scope: Scope,
    /// What stopped it on its way.
    pub stop: Option<Stop>,
    /// The row of the year plan that it was made of; empty where it was not planned.
    pub plan_row: String,
}

/// A chair of a dialogue: a post, never a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChairRow {
    /// The post.
    pub post_id: String,
    /// Its name.
    pub post_name: String,
    /// Its body.
    pub body_id: String,
    /// The body's name.
    pub body_name: String,
    /// The body's kind: papers of the Party and of the authority have heads of their own.
    pub body_kind: BodyKind,
}

/// A line of a list of dialogues.
#[derive(Clone, Debug)]
pub struct DialogueLine {
    /// The dialogue.
    pub dialogue: DialogueRow,
    /// Topics that were not dropped.
    pub topics: i64,
}

/// What narrows a list of dialogues; an empty word narrows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a> {
    /// Code word of the state, `postponed`, `cancelled`, or `was_held` for every state after it.
    pub state: &'a str,
    /// Code word of the kind.
    pub kind: &'a str,
    /// The year of its day.
    pub year: &'a str,
    /// The post that chairs it.
    pub head: &'a str,
    /// `1` pilots, `0` all others.
    pub pilot: &'a str,
    /// The last line of the page before: its day and id.
    pub after: Option<(&'a str, &'a str)>,
}

/// Adds a dialogue.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, d: &DialogueRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &d.id,
            &d.province_id,
            &d.unit_id,
            d.public_id,
            d.kind.code(),
            d.basis.code(),
            &d.title,
            d.state.code(),
            &d.on_day,
            &d.at_time,
            &d.place,
            d.form.code(),
            &d.audience,
            &d.how_to_join,
            d.expected,
            &d.previous_id,
            d.contents_state.code(),
            d.lead_days,
            &d.lead_citation,
            &d.lead_override,
            d.created_at,
            &d.created_by,
            list::write(&d.scope.audiences),
            list::write(&d.scope.fields),
            &d.scope.area,
            d.scope.pilot,
            &d.scope.join_link,
            &d.scope.held_at_unit,
            &d.scope.council_post,
            d.scope.party_invited,
            &d.plan_row,
            &d.scope.trial.reach,
            d.scope.trial.from.map(|d| d.to_string()),
            d.scope.trial.to.map(|d| d.to_string()),
            &d.scope.trial.paper
        ],
    )
    .await?;
    found_by_staff(tx, d).await
}

/// Writes back everything of a dialogue that a verb may change.
///
/// # Errors
/// The engine's words.
pub async fn save(tx: &mut Tx<'_>, d: &DialogueRow) -> Result<()> {
    tx.exec(
        SAVE,
        args![
            &d.id,
            d.kind.code(),
            d.basis.code(),
            &d.title,
            d.state.code(),
            &d.on_day,
            &d.at_time,
            &d.place,
            d.form.code(),
            &d.audience,
            &d.how_to_join,
            d.expected,
            &d.previous_id,
            d.contents_state.code(),
            d.announced_at,
            &d.announced_on,
            d.lead_days,
            &d.lead_citation,
            &d.lead_override,
            &d.held_on,
            d.closed_at,
            list::write(&d.scope.audiences),
            list::write(&d.scope.fields),
            &d.scope.area,
            d.scope.pilot,
            &d.scope.join_link,
            &d.scope.held_at_unit,
            &d.scope.council_post,
            d.scope.party_invited,
            d.stop.map_or("", Stop::code),
            &d.plan_row,
            &d.scope.trial.reach,
            d.scope.trial.from.map(|d| d.to_string()),
            d.scope.trial.to.map(|d| d.to_string()),
            &d.scope.trial.paper,
            &d.documents_override
        ],
    )
    .await?;
    found_by_staff(tx, d).await
}

/// Makes a dialogue found by its office, where it was drafted before the office could search for dialogues.
///
/// # Errors
/// The engine's words.
pub async fn make_found(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    match find(tx, id).await? {
        Some(d) => found_by_staff(tx, &d).await,
        None => Ok(()),
    }
}

/// Renews how the office finds a dialogue, from its draft on (P15).
async fn found_by_staff(tx: &mut Tx<'_>, d: &DialogueRow) -> Result<()> {
    let text = [&d.title, &d.place, &d.audience, &d.scope.area, &d.how_to_join].map(String::as_str).join("\n");
    let reference = PublicId::from_i64(d.public_id).to_string();
    let doc = StaffDoc {
        kind: "dialogue",
        reference: &reference,
        unit_id: &d.unit_id,
        subject_id: &d.id,
        title: &d.title,
        person: "",
        text: &text,
        on_day: &d.on_day,
    };
    staff_search::put(tx, &doc).await
}

/// Writes who chairs, in that order.
///
/// # Errors
/// The engine's words.
pub async fn put_chairs(tx: &mut Tx<'_>, dialogue_id: &str, post_ids: &[String]) -> Result<()> {
    tx.exec(CLEAR_CHAIRS, args![dialogue_id]).await?;
    for (seq, post_id) in (1_i64..).zip(post_ids) {
        tx.exec(ADD_CHAIR, args![dialogue_id, post_id, seq]).await?;
    }
    Ok(())
}

/// The dialogue of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<DialogueRow>> {
    find_look(id).alone(conn).await
}

/// As [`find`], to be asked for with other nouns.
#[must_use]
pub fn find_look(id: &str) -> Look<Option<DialogueRow>> {
    Look::maybe(FIND, args![id], read)
}

/// The dialogue of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<DialogueRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// The dialogue of that public id with who chairs it, in their order, in one statement.
///
/// # Errors
/// The engine's words.
pub async fn find_chaired(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<(DialogueRow, Vec<ChairRow>)>> {
    let [found, chairs] = conn.several([(FIND_PUBLIC, args![public_id]), (CHAIRS_PUBLIC, args![public_id])]).await?;
    let Some(found) = found.first() else { return Ok(None) };
    Ok(Some((read(found)?, chairs.iter().map(chair).collect::<Result<_>>()?)))
}

/// The dialogue for which a prepared answer is, with who chairs it, in one statement.
///
/// # Errors
/// The engine's words.
pub async fn find_of_answer(conn: &mut Conn<'_>, answer_id: &str) -> Result<Option<(DialogueRow, Vec<ChairRow>)>> {
    let [found, chairs] = conn.several([(FIND_OF_ANSWER, args![answer_id]), (CHAIRS_OF_ANSWER, args![answer_id])]).await?;
    let Some(found) = found.first() else { return Ok(None) };
    Ok(Some((read(found)?, chairs.iter().map(chair).collect::<Result<_>>()?)))
}

/// Who chairs a dialogue, in their order.
///
/// # Errors
/// The engine's words.
pub async fn chairs(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<ChairRow>> {
    conn.all(CHAIRS, args![dialogue_id]).await?.iter().map(chair).collect()
}

fn chair(r: &Row) -> Result<ChairRow> {
    Ok(ChairRow {
        post_id: r.get("post_id")?,
        post_name: r.get("post_name")?,
        body_id: r.get("body_id")?,
        body_name: r.get("body_name")?,
        body_kind: r.word("body_kind")?,
    })
}

/// Dialogues of a unit, the latest day first.
///
/// # Errors
/// The engine's words.
pub async fn list(conn: &mut Conn<'_>, unit_id: &str, f: Filter<'_>, limit: i64) -> Result<Vec<DialogueLine>> {
    let (day, id) = f.after.unwrap_or_default();
    conn.all(LIST, args![unit_id, f.state, f.kind, day, id, limit, f.year, f.head, f.pilot]).await?.iter().map(read_line).collect()
}

/// How many of each kind a list has, whatever kind is chosen: code word and number.
///
/// # Errors
/// The engine's words.
pub async fn kinds(conn: &mut Conn<'_>, unit_id: &str, f: Filter<'_>) -> Result<Vec<(DialogueKind, i64)>> {
    conn.all(KINDS, args![unit_id, f.state, f.year, f.head, f.pilot]).await?.iter().map(|r| Ok((r.word("kind")?, r.get("n")?))).collect()
}

/// Dialogues that a post chairs on or after a day, the next first.
///
/// # Errors
/// The engine's words.
pub async fn chaired(conn: &mut Conn<'_>, post_id: &str, from_day: &str, limit: i64) -> Result<Vec<DialogueLine>> {
    conn.all(CHAIRED, args![post_id, from_day, limit]).await?.iter().map(read_line).collect()
}

/// The dialogue of the unit whose results the next one reports: the last one before a day that was concluded.
///
/// # Errors
/// The engine's words.
pub async fn previous(conn: &mut Conn<'_>, unit_id: &str, before_day: &str, not_id: &str) -> Result<Option<DialogueRow>> {
    previous_look(unit_id, before_day, not_id).alone(conn).await
}

/// As [`previous`], to be asked for with other nouns.
#[must_use]
pub fn previous_look(unit_id: &str, before_day: &str, not_id: &str) -> Look<Option<DialogueRow>> {
    Look::maybe(PREVIOUS, args![unit_id, before_day, not_id], read)
}

/// Reads a dialogue from a row that has all its columns.
///
/// # Errors
/// Where a column is missing or outside its vocabulary.
pub fn read(r: &Row) -> Result<DialogueRow> {
    Ok(DialogueRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        kind: r.word("kind")?,
        basis: r.word("basis")?,
        title: r.get("title")?,
        state: r.word("state")?,
        on_day: r.get("on_day")?,
        at_time: r.get("at_time")?,
        place: r.get("place")?,
        form: r.word("form")?,
        audience: r.get("audience")?,
        how_to_join: r.get("how_to_join")?,
        expected: r.get("expected")?,
        previous_id: r.get("previous_id")?,
        contents_state: r.word("contents_state")?,
        announced_at: r.get("announced_at")?,
        announced_on: r.get("announced_on")?,
        lead_days: r.get("lead_days")?,
        lead_citation: r.get("lead_citation")?,
        lead_override: r.get("lead_override")?,
        documents_override: r.get("documents_override")?,
        held_on: r.get("held_on")?,
        closed_at: r.get("closed_at")?,
        created_at: r.get("created_at")?,
        created_by: r.get("created_by")?,
        scope: Scope {
            audiences: list::read(r, "audiences")?,
            fields: list::read(r, "fields")?,
            area: r.get("area")?,
            pilot: r.get("pilot")?,
            join_link: r.get("join_link")?,
            held_at_unit: r.get("held_at_unit")?,
            council_post: r.get("council_post")?,
            party_invited: r.get("party_invited")?,
            trial: trial(r)?,
        },
        stop: r.get::<String>("stop")?.parse().ok(),
        plan_row: r.get("plan_row")?,
    })
}

/// What a pilot tries.
pub(crate) fn trial(r: &Row) -> Result<Trial> {
    let day = |name| r.get::<Option<String>>(name).map(|d| d.and_then(|d| d.parse().ok()));
    Ok(Trial { reach: r.get("pilot_reach")?, from: day("pilot_from")?, to: day("pilot_to")?, paper: r.get("pilot_paper")? })
}

fn read_line(r: &Row) -> Result<DialogueLine> {
    Ok(DialogueLine { dialogue: read(r)?, topics: r.get("topics")? })
}

/// The dialogue of unit `$1` that was concluded last before the day `$2`, not being `$3`.
macro_rules! previous_dialogue {
    () => {
        "SELECT * FROM dialogue WHERE unit_id = $1 AND on_day < $2 AND id <> $3 AND state IN ('concluded', 'closed') ORDER BY on_day DESC, id DESC LIMIT 1"
    };
}
pub(crate) use previous_dialogue;

macro_rules! chairs {
    () => {
        "SELECT c.post_id, p.name AS post_name, p.body_id, coalesce((SELECT x.name FROM body_name x WHERE x.body_id = b.id AND x.from_on <= d.on_day \
         ORDER BY x.from_on DESC, x.id DESC LIMIT 1), b.name) AS body_name, b.kind AS body_kind FROM dialogue_chair c JOIN post p ON p.id = c.post_id \
         JOIN body b ON b.id = p.body_id JOIN dialogue d ON d.id = c.dialogue_id "
    };
}

statements! {
    ADD = "INSERT INTO dialogue (id, province_id, unit_id, public_id, kind, basis, title, state, on_day, at_time, place, form, audience, how_to_join, \
           expected, previous_id, contents_state, lead_days, lead_citation, lead_override, created_at, created_by, audiences, fields, area, pilot, join_link, \
           held_at_unit, council_post, party_invited, plan_row, pilot_reach, pilot_from, pilot_to, pilot_paper) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35)";
    SAVE = "UPDATE dialogue SET kind = $2, basis = $3, title = $4, state = $5, on_day = $6, at_time = $7, place = $8, form = $9, audience = $10, \
            how_to_join = $11, expected = $12, previous_id = $13, contents_state = $14, announced_at = $15, announced_on = $16, lead_days = $17, \
            lead_citation = $18, lead_override = $19, held_on = $20, closed_at = $21, audiences = $22, fields = $23, area = $24, pilot = $25, \
            join_link = $26, held_at_unit = $27, council_post = $28, party_invited = $29, stop = $30, plan_row = $31, \
            pilot_reach = $32, pilot_from = $33, pilot_to = $34, pilot_paper = $35, documents_override = $36 WHERE id = $1";
    CLEAR_CHAIRS = "DELETE FROM dialogue_chair WHERE dialogue_id = $1";
    ADD_CHAIR = "INSERT INTO dialogue_chair (dialogue_id, post_id, seq) VALUES ($1, $2, $3)";
    FIND = "SELECT * FROM dialogue WHERE id = $1";
    FIND_PUBLIC = "SELECT * FROM dialogue WHERE public_id = $1";
    CHAIRS = concat!(chairs!(), "WHERE c.dialogue_id = $1 ORDER BY c.seq");
    FIND_OF_ANSWER = "SELECT d.* FROM prepared_answer a JOIN topic t ON t.id = a.topic_id JOIN dialogue d ON d.id = t.dialogue_id WHERE a.id = $1";
    CHAIRS_OF_ANSWER = concat!(chairs!(), "WHERE d.id = (SELECT t.dialogue_id FROM prepared_answer a JOIN topic t ON t.id = a.topic_id WHERE a.id = $1) ORDER BY c.seq");
    CHAIRS_PUBLIC = concat!(chairs!(), "WHERE d.public_id = $1 ORDER BY c.seq");
    LIST = "SELECT d.*, (SELECT count(*) FROM topic t WHERE t.dialogue_id = d.id AND t.state <> 'dropped') AS topics FROM dialogue d \
            WHERE d.unit_id = $1 AND ($2 = '' OR d.stop = $2 OR (d.stop = '' AND (d.state = $2 OR ($2 = 'was_held' AND d.state IN ('held', 'concluded', 'closed'))))) \
            AND ($3 = '' OR d.kind = $3) AND ($7 = '' OR (d.on_day >= $7 || '-01-01' AND d.on_day <= $7 || '-12-31')) \
            AND ($8 = '' OR EXISTS (SELECT 1 FROM dialogue_chair c WHERE c.dialogue_id = d.id AND c.post_id = $8)) \
            AND ($9 = '' OR CAST(d.pilot AS TEXT) = $9) AND ($4 = '' OR d.on_day < $4 OR (d.on_day = $4 AND d.id < $5)) ORDER BY d.on_day DESC, d.id DESC LIMIT $6";
    KINDS = "SELECT d.kind, count(*) AS n FROM dialogue d \
             WHERE d.unit_id = $1 AND ($2 = '' OR d.stop = $2 OR (d.stop = '' AND (d.state = $2 OR ($2 = 'was_held' AND d.state IN ('held', 'concluded', 'closed'))))) \
             AND ($3 = '' OR (d.on_day >= $3 || '-01-01' AND d.on_day <= $3 || '-12-31')) \
             AND ($4 = '' OR EXISTS (SELECT 1 FROM dialogue_chair c WHERE c.dialogue_id = d.id AND c.post_id = $4)) \
             AND ($5 = '' OR CAST(d.pilot AS TEXT) = $5) GROUP BY d.kind ORDER BY d.kind";
    CHAIRED = "SELECT d.*, (SELECT count(*) FROM topic t WHERE t.dialogue_id = d.id AND t.state <> 'dropped') AS topics FROM dialogue d \
               JOIN dialogue_chair c ON c.dialogue_id = d.id WHERE c.post_id = $1 AND d.on_day >= $2 ORDER BY d.on_day, d.id LIMIT $3";
    PREVIOUS = previous_dialogue!();
}
