//! Year plans with their supplements and rows, and what became of them.

use caunoi_domain::dialogue::{
    state::DraftState,
    year_plan::{Change, Line, Row as Planned},
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    list,
    look::Look,
    statements,
};

/// A year plan, or a supplement to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The unit.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// The year.
    pub year: i64,
    /// 0: the plan of the year; 1 and more: its supplements.
    pub number: i64,
    /// State.
    pub state: DraftState,
    /// Căn cứ.
    pub basis: String,
    /// Mục đích, yêu cầu.
    pub purpose: String,
    /// Phân công thực hiện.
    pub assignment: String,
    /// Nơi nhận.
    pub recipients: String,
    /// Why a supplement changes the plan.
    pub reason: String,
    /// The post that approves it, by the rule when it was submitted; empty: any head of the unit.
    pub approver_post: String,
    /// ISO day.
    pub submitted_on: Option<String>,
    /// ISO day.
    pub approved_on: Option<String>,
    /// Post of who approved it.
    pub approved_label: String,
    /// Epoch microseconds.
    pub created_at: i64,
    /// Account id.
    pub created_by: String,
}

/// A planned conference as it stands in a plan or a supplement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConferenceRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The plan.
    pub plan_id: String,
    /// From 1.
    pub seq: i64,
    /// What it does to the plan in force.
    pub change: Change,
    /// The row in whose place it stands; empty where it adds one.
    pub replaces: String,
    /// What is planned.
    pub planned: Planned,
}

/// A conference with the number and state of its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfYear {
    /// The conference.
    pub row: ConferenceRow,
    /// Number of its plan.
    pub number: i64,
    /// State of its plan.
    pub state: DraftState,
}

impl OfYear {
    /// As the rule of what is in force sees it.
    #[must_use]
    pub fn line(&self) -> Line {
        Line { id: self.row.id.clone(), plan: self.number, state: self.state, change: self.row.change, replaces: self.row.replaces.clone() }
    }
}

/// A unit with the programme of a year, as its superior sees it (S0.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLine {
    /// The unit's id.
    pub unit_id: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// State of its plan of the year; `None` where nobody began one.
    pub state: Option<DraftState>,
    /// ISO day of the approval.
    pub approved_on: Option<String>,
    /// Rows of the plan of the year.
    pub rows: i64,
}

/// Adds a plan.
///
/// # Errors
/// A unique violation where the year has one of that number.
pub async fn add(tx: &mut Tx<'_>, p: &PlanRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &p.id,
            &p.province_id,
            &p.unit_id,
            p.public_id,
            p.year,
            p.number,
            p.state.code(),
            &p.basis,
            &p.purpose,
            &p.assignment,
            &p.recipients,
            &p.reason,
            p.created_at,
            &p.created_by
        ],
    )
    .await?;
    Ok(())
}

/// Writes back what a verb may change of a plan.
///
/// # Errors
/// The engine's words.
pub async fn save(tx: &mut Tx<'_>, p: &PlanRow) -> Result<()> {
    tx.exec(
        SAVE,
        args![
            &p.id,
            p.state.code(),
            &p.basis,
            &p.purpose,
            &p.assignment,
            &p.recipients,
            &p.reason,
            &p.approver_post,
            &p.submitted_on,
            &p.approved_on,
            &p.approved_label
        ],
    )
    .await?;
    Ok(())
}

/// The plan of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<PlanRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read_plan).transpose()
}

/// The plan and the supplements of a unit's year, in their order.
///
/// # Errors
/// The engine's words.
pub async fn of_year(conn: &mut Conn<'_>, unit_id: &str, year: i64) -> Result<Vec<PlanRow>> {
    of_year_look(unit_id, year).alone(conn).await
}

/// As [`of_year`], to be asked for with other nouns.
#[must_use]
pub fn of_year_look(unit_id: &str, year: i64) -> Look<Vec<PlanRow>> {
    Look::each(OF_YEAR, args![unit_id, year], read_plan)
}

/// Writes a conference, new or edited.
///
/// # Errors
/// The engine's words.
pub async fn put_row(tx: &mut Tx<'_>, r: &ConferenceRow) -> Result<()> {
    let p = &r.planned;
    tx.exec(
        PUT_ROW,
        args![
            &r.id,
            &r.plan_id,
            r.seq,
            r.change.code(),
            &r.replaces,
            list::write(&p.heads),
            p.kind.code(),
            p.basis.code(),
            &p.topic,
            &p.audience,
            list::write(&p.audiences),
            list::write(&p.fields),
            &p.area,
            &p.place,
            p.month,
            p.on_day.map(|d| d.to_string()),
            p.form.code(),
            p.expected,
            &p.body,
            &p.documents,
            p.announce_on.map(|d| d.to_string()),
            &p.budget,
            p.pilot
        ],
    )
    .await?;
    Ok(())
}

/// Takes a conference out of a draft.
///
/// # Errors
/// The engine's words.
pub async fn remove_row(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    tx.exec(REMOVE_ROW, args![id]).await?;
    Ok(())
}

/// Every conference of a unit's year, by plan and place in it.
///
/// # Errors
/// The engine's words.
pub async fn rows_of_year(conn: &mut Conn<'_>, unit_id: &str, year: i64) -> Result<Vec<OfYear>> {
    rows_of_year_look(unit_id, year).alone(conn).await
}

/// As [`rows_of_year`], to be asked for with other nouns.
#[must_use]
pub fn rows_of_year_look(unit_id: &str, year: i64) -> Look<Vec<OfYear>> {
    Look::each(ROWS_OF_YEAR, args![unit_id, year], |r| Ok(OfYear { row: read_row(r)?, number: r.get("number")?, state: r.word("state")? }))
}

/// The units below a province that use the system (they have a body), each with its programme of a year.
///
/// # Errors
/// The engine's words.
pub async fn below(conn: &mut Conn<'_>, province_id: &str, year: i64, limit: i64) -> Result<Vec<UnitLine>> {
    conn.all(BELOW, args![province_id, year, limit, format!("{year}-12-31")])
        .await?
        .iter()
        .map(|r| {
            Ok(UnitLine {
                unit_id: r.get("unit_id")?,
                code: r.get("code")?,
                name: r.get("name")?,
                state: r.maybe_word("state")?,
                approved_on: r.get("approved_on")?,
                rows: r.get("rows_n")?,
            })
        })
        .collect()
}

fn read_plan(r: &Row) -> Result<PlanRow> {
    Ok(PlanRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        year: r.get("year")?,
        number: r.get("number")?,
        state: r.word("state")?,
        basis: r.get("basis")?,
        purpose: r.get("purpose")?,
        assignment: r.get("assignment")?,
        recipients: r.get("recipients")?,
        reason: r.get("reason")?,
        approver_post: r.get("approver_post")?,
        submitted_on: r.get("submitted_on")?,
        approved_on: r.get("approved_on")?,
        approved_label: r.get("approved_label")?,
        created_at: r.get("created_at")?,
        created_by: r.get("created_by")?,
    })
}

fn read_row(r: &Row) -> Result<ConferenceRow> {
    let day = |text: Option<String>| text.and_then(|d| d.parse().ok());
    Ok(ConferenceRow {
        id: r.get("id")?,
        plan_id: r.get("plan_id")?,
        seq: r.get("seq")?,
        change: r.word("change")?,
        replaces: r.get("replaces")?,
        planned: Planned {
            heads: list::read(r, "heads")?,
            kind: r.word("kind")?,
            basis: r.word("basis")?,
            topic: r.get("topic")?,
            audience: r.get("audience")?,
            audiences: list::read(r, "audiences")?,
            fields: list::read(r, "fields")?,
            area: r.get("area")?,
            place: r.get("place")?,
            month: r.get("month")?,
            on_day: day(r.get("on_day")?),
            form: r.word("form")?,
            expected: r.get("expected")?,
            body: r.get("body")?,
            documents: r.get("documents")?,
            announce_on: day(r.get("announce_on")?),
            budget: r.get("budget")?,
            pilot: r.get("pilot")?,
        },
    })
}

statements! {
    ADD = "INSERT INTO year_plan (id, province_id, unit_id, public_id, year, number, state, basis, purpose, assignment, recipients, reason, approver_post, \
           approved_label, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '', $13, $14)";
    SAVE = "UPDATE year_plan SET state = $2, basis = $3, purpose = $4, assignment = $5, recipients = $6, reason = $7, approver_post = $8, submitted_on = $9, \
            approved_on = $10, approved_label = $11 WHERE id = $1";
    FIND_PUBLIC = "SELECT * FROM year_plan WHERE public_id = $1";
    OF_YEAR = "SELECT * FROM year_plan WHERE unit_id = $1 AND year = $2 ORDER BY number";
    PUT_ROW = "INSERT INTO plan_row (id, plan_id, seq, change, replaces, heads, kind, basis, topic, audience, audiences, fields, area, place, month, on_day, form, \
               expected, body, documents, announce_on, budget, pilot) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) \
               ON CONFLICT (id) DO UPDATE SET heads = excluded.heads, kind = excluded.kind, basis = excluded.basis, topic = excluded.topic, \
               audience = excluded.audience, audiences = excluded.audiences, fields = excluded.fields, area = excluded.area, place = excluded.place, \
               month = excluded.month, on_day = excluded.on_day, form = excluded.form, expected = excluded.expected, body = excluded.body, \
               documents = excluded.documents, announce_on = excluded.announce_on, budget = excluded.budget, pilot = excluded.pilot";
    REMOVE_ROW = "DELETE FROM plan_row WHERE id = $1";
    ROWS_OF_YEAR = "SELECT r.*, p.number, p.state FROM year_plan p JOIN plan_row r ON r.plan_id = p.id WHERE p.unit_id = $1 AND p.year = $2 \
                    ORDER BY p.number, r.month, COALESCE(r.on_day, ''), r.seq, r.id";
    BELOW = "SELECT u.id AS unit_id, u.code, u.name, y.state, y.approved_on, \
             COALESCE((SELECT count(*) FROM plan_row r WHERE r.plan_id = y.id), 0) AS rows_n \
             FROM unit u LEFT JOIN year_plan y ON y.unit_id = u.id AND y.year = $2 AND y.number = 0 \
             WHERE u.province_id = $1 AND u.id <> $1 AND u.valid_to IS NULL AND coalesce(u.valid_from, '') <= $4 AND EXISTS (SELECT 1 FROM body b WHERE b.unit_id = u.id) \
             ORDER BY u.sort, u.id LIMIT $3";
}
