//! The state log of what is drafted, submitted and approved (P1, S0.16): who in which post took which step, when.

use caunoi_domain::dialogue::state::{ApprovalStep, ApprovalSubject};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A step of an approval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApprovalRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The unit.
    pub unit_id: String,
    /// What is approved.
    pub subject: ApprovalSubject,
    /// Its id: the dialogue's own for a dialogue and its contents.
    pub subject_id: String,
    /// The step.
    pub step: ApprovalStep,
    /// Why it was returned, or what was said.
    pub note: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
    /// Code word of the role of the session.
    pub by_role: String,
    /// Post or body.
    pub by_label: String,
}

/// A step of an approval as the office reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApprovalView {
    /// The step.
    pub row: ApprovalRow,
    /// The officer's name, for pages of the office only; empty where it was the program.
    pub by_name: String,
}

/// Something that waits for the yes of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What.
    pub subject: ApprovalSubject,
    /// Its id.
    pub subject_id: String,
    /// The dialogue's public id.
    pub dialogue_public_id: i64,
    /// The dialogue's title.
    pub dialogue_title: String,
    /// The dialogue's day.
    pub on_day: String,
    /// The topic's title of a prepared answer; the basis of a dialogue or its contents that wait; of a reason for what a unit
    /// below did not do its id and the year; empty otherwise.
    pub detail: String,
}

/// Appends a step.
///
/// # Errors
/// The engine's words.
pub async fn append(tx: &mut Tx<'_>, a: &ApprovalRow) -> Result<()> {
    tx.exec(
        APPEND,
        args![&a.id, &a.unit_id, a.subject.code(), &a.subject_id, a.step.code(), &a.note, a.at, &a.by_user, &a.by_role, &a.by_label],
    )
    .await?;
    Ok(())
}

/// The log of everything under one id, in order: a dialogue and its contents share theirs.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, subject_id: &str) -> Result<Vec<ApprovalView>> {
    of_look(subject_id).alone(conn).await
}

/// As [`of`], to be asked for with other nouns.
#[must_use]
pub fn of_look(subject_id: &str) -> Look<Vec<ApprovalView>> {
    Look::each(OF, args![subject_id], |r| Ok(ApprovalView { row: read(r)?, by_name: r.get("by_name")? }))
}

/// What waits for the yes of a post: dialogues it chairs that were submitted, their contents, prepared answers and
/// minutes and the own body's conclusion notices that were checked; of a post that leads its unit, reasons for what a unit
/// below did not do. The nearest day first.
///
/// # Errors
/// The engine's words.
pub async fn waiting(conn: &mut Conn<'_>, post_id: &str, limit: i64) -> Result<Vec<Waiting>> {
    conn.all(WAITING, args![post_id, limit]).await?.iter().map(waits).collect()
}

/// What an account approved since that instant and could take back: nothing has followed.
///
/// # Errors
/// The engine's words.
pub async fn given(conn: &mut Conn<'_>, user_id: &str, since: i64) -> Result<Vec<Waiting>> {
    conn.all(GIVEN, args![user_id, since]).await?.iter().map(waits).collect()
}

fn waits(r: &Row) -> Result<Waiting> {
    Ok(Waiting {
        subject: r.word("subject")?,
        subject_id: r.get("subject_id")?,
        dialogue_public_id: r.get("public_id")?,
        dialogue_title: r.get("title")?,
        on_day: r.get("on_day")?,
        detail: r.get("detail")?,
    })
}

fn read(r: &Row) -> Result<ApprovalRow> {
    Ok(ApprovalRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        subject: r.word("subject_kind")?,
        subject_id: r.get("subject_id")?,
        step: r.word("step")?,
        note: r.get("note")?,
        at: r.get("at")?,
        by_user: r.get("by_user")?,
        by_role: r.get("by_role")?,
        by_label: r.get("by_label")?,
    })
}

statements! {
    APPEND = "INSERT INTO approval (id, unit_id, subject_kind, subject_id, step, note, at, by_user, by_role, by_label) \
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    OF = "SELECT a.*, coalesce(u.full_name, '') AS by_name FROM approval a LEFT JOIN user_account u ON u.id = a.by_user WHERE a.subject_id = $1 ORDER BY a.at, a.id";
    GIVEN = "SELECT w.* FROM ( \
             SELECT 'dialogue' AS subject, d.id AS subject_id, d.public_id, d.title, d.on_day, '' AS detail FROM dialogue d \
             WHERE d.state = 'approved' AND d.id IN (SELECT a.subject_id FROM approval a WHERE a.subject_kind = 'dialogue' \
             AND a.step = 'approved' AND a.by_user = $1 AND a.at > $2) \
             UNION ALL \
             SELECT 'prepared_answer' AS subject, x.id AS subject_id, d.public_id, d.title, d.on_day, t.title AS detail FROM prepared_answer x \
             JOIN topic t ON t.id = x.topic_id JOIN dialogue d ON d.id = t.dialogue_id \
             WHERE x.state = 'approved' AND t.state <> 'dropped' AND d.state IN ('draft', 'submitted', 'approved', 'announced') \
             AND x.id IN (SELECT a.subject_id FROM approval a WHERE a.subject_kind = 'prepared_answer' \
             AND a.step = 'approved' AND a.by_user = $1 AND a.at > $2) \
             ) w ORDER BY w.on_day, w.public_id, w.subject, w.subject_id LIMIT 50";
    WAITING = "SELECT w.* FROM ( \
               SELECT 'dialogue' AS subject, d.id AS subject_id, d.public_id, d.title, d.on_day, d.basis AS detail FROM dialogue d \
               JOIN dialogue_chair c ON c.dialogue_id = d.id WHERE c.post_id = $1 AND d.state = 'submitted' \
               UNION ALL \
               SELECT 'contents' AS subject, d.id AS subject_id, d.public_id, d.title, d.on_day, d.basis AS detail FROM dialogue d \
               JOIN dialogue_chair c ON c.dialogue_id = d.id WHERE c.post_id = $1 AND d.contents_state = 'submitted' \
               UNION ALL \
               SELECT 'prepared_answer' AS subject, a.id AS subject_id, d.public_id, d.title, d.on_day, t.title AS detail FROM prepared_answer a \
               JOIN topic t ON t.id = a.topic_id JOIN dialogue d ON d.id = t.dialogue_id JOIN dialogue_chair c ON c.dialogue_id = d.id \
               WHERE c.post_id = $1 AND a.state = 'submitted' AND t.state <> 'dropped' \
               UNION ALL \
               SELECT 'notice' AS subject, n.id AS subject_id, d.public_id, d.title, d.on_day, '' AS detail FROM notice n \
               JOIN dialogue d ON d.id = n.dialogue_id JOIN dialogue_chair c ON c.dialogue_id = d.id JOIN post s ON s.id = c.post_id AND s.body_id = n.body_id \
               WHERE c.post_id = $1 AND n.state = 'checked' \
               UNION ALL \
               SELECT 'minutes' AS subject, m.id AS subject_id, d.public_id, d.title, d.on_day, '' AS detail FROM minutes m \
               JOIN dialogue d ON d.id = m.dialogue_id JOIN dialogue_chair c ON c.dialogue_id = d.id WHERE c.post_id = $1 AND m.state = 'checked' \
               UNION ALL \
               SELECT 'year_plan' AS subject, y.id AS subject_id, y.public_id, CAST(y.year AS TEXT) AS title, COALESCE(y.submitted_on, '') AS on_day, CAST(y.number AS TEXT) AS detail \
               FROM year_plan y JOIN post p ON p.unit_id = y.unit_id WHERE p.id = $1 AND p.head = 1 AND y.state = 'submitted' \
               AND (y.approver_post = '' OR y.approver_post = $1) \
               UNION ALL \
               SELECT 'publication' AS subject, i.id AS subject_id, i.public_id, x.title, i.publication_due_on AS on_day, '' AS detail \
               FROM publication_draft x JOIN item i ON i.id = x.item_id JOIN post p ON p.unit_id = x.unit_id WHERE p.id = $1 AND p.head = 1 AND x.returned = 0 \
               UNION ALL \
               SELECT 'waiver' AS subject, v.id AS subject_id, CAST(0 AS BIGINT) AS public_id, u.name AS title, v.on_day, v.unit_id || ' ' || CAST(v.year AS TEXT) AS detail \
               FROM post p JOIN waiver_draft v ON v.giver_unit = p.unit_id JOIN unit u ON u.id = v.unit_id \
               WHERE p.id = $1 AND p.kind IN ('party_secretary', 'committee_chair') AND v.state = 'submitted' \
               ) w ORDER BY w.on_day, w.public_id, w.subject, w.subject_id LIMIT $2";
}
