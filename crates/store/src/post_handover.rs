//! Bàn giao (P17): what is open under a head on a day, and what was handed over to whom by which paper.

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// Something that is open under a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLine {
    /// Word of `domain::people::handover::OpenKind`.
    pub kind: String,
    /// What it is about.
    pub title: String,
    /// Who does it, or where it is.
    pub detail: String,
    /// ISO day on which it is due or takes place; empty where there is none.
    pub due_on: String,
    /// Its page.
    pub href: String,
}

/// A handing over as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverRow {
    /// Id.
    pub id: String,
    /// Its province.
    pub province_id: String,
    /// Its unit.
    pub unit_id: String,
    /// The post.
    pub post_id: String,
    /// Public id.
    pub public_id: i64,
    /// Who handed over.
    pub given_by: String,
    /// Who took over.
    pub taken_by: String,
    /// ISO day.
    pub on_day: String,
    /// The paper.
    pub paper: String,
    /// When it was recorded.
    pub at: i64,
    /// By which post or body.
    pub by_label: String,
}

/// What is open under a post that decides for the whole unit.
///
/// # Errors
/// The engine's words.
pub async fn open_for_unit(conn: &mut Conn<'_>, post_id: &str, unit_id: &str, today: &str) -> Result<Vec<OpenLine>> {
    conn.all(OPEN_UNIT, args![post_id, unit_id, today]).await?.iter().map(read_line).collect()
}

/// What is open under the head of one body: its dialogues, tasks and prepared answers.
///
/// # Errors
/// The engine's words.
pub async fn open_for_body(conn: &mut Conn<'_>, post_id: &str, body_id: &str, today: &str) -> Result<Vec<OpenLine>> {
    conn.all(OPEN_BODY, args![post_id, body_id, today]).await?.iter().map(read_line).collect()
}

/// Keeps a handing over with everything that was open.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, h: &HandoverRow, lines: &[OpenLine]) -> Result<()> {
    tx.exec(
        ADD,
        args![&h.id, &h.province_id, &h.unit_id, &h.post_id, h.public_id, &h.given_by, &h.taken_by, &h.on_day, &h.paper, h.at, &h.by_label],
    )
    .await?;
    for (seq, l) in (1_i64..).zip(lines) {
        tx.exec(ADD_LINE, args![&h.id, seq, &l.kind, &l.title, &l.detail, &l.due_on, &l.href]).await?;
    }
    Ok(())
}

/// Handings over of a post, the last first.
///
/// # Errors
/// The engine's words.
pub async fn of_post(conn: &mut Conn<'_>, post_id: &str) -> Result<Vec<HandoverRow>> {
    conn.all(OF_POST, args![post_id]).await?.iter().map(read).collect()
}

/// The handing over of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<HandoverRow>> {
    conn.maybe(FIND, args![public_id]).await?.as_ref().map(read).transpose()
}

/// What was open at a handing over.
///
/// # Errors
/// The engine's words.
pub async fn lines(conn: &mut Conn<'_>, id: &str) -> Result<Vec<OpenLine>> {
    conn.all(LINES, args![id]).await?.iter().map(read_line).collect()
}

fn read_line(r: &Row) -> Result<OpenLine> {
    let href: String = r.get("href")?;
    let public: i64 = r.get("public_id")?;
    // Rows of what is open name their page by a public id; rows of what was handed over keep the page.
    let href = if public == 0 {
        href
    } else {
        href.replace("{id}", &caunoi_domain::opinion::tracking_code::PublicId::from_i64(public).to_string())
    };
    Ok(OpenLine {
        kind: r.get("kind")?,
        title: r.get("title")?,
        detail: r.get("detail")?,
        due_on: r.get::<Option<String>>("due_on")?.unwrap_or_default(),
        href,
    })
}

fn read(r: &Row) -> Result<HandoverRow> {
    Ok(HandoverRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        post_id: r.get("post_id")?,
        public_id: r.get("public_id")?,
        given_by: r.get("given_by")?,
        taken_by: r.get("taken_by")?,
        on_day: r.get("on_day")?,
        paper: r.get("paper")?,
        at: r.get("at")?,
        by_label: r.get("by_label")?,
    })
}

/// What waits for the post `$1` or will take place under it from the day `$3` on.
macro_rules! of_the_post {
    () => {
        "SELECT 'approval' AS kind, d.title AS title, '' AS detail, d.on_day AS due_on, '/cong-viec/doi-thoai/{id}' AS href, d.public_id AS public_id \
         FROM dialogue d JOIN dialogue_chair c ON c.dialogue_id = d.id WHERE c.post_id = $1 AND (d.state = 'submitted' OR d.contents_state = 'submitted') \
         UNION ALL SELECT 'answer_approval', t.title, d.title, d.on_day, '/cong-viec/doi-thoai/{id}', d.public_id FROM prepared_answer a \
         JOIN topic t ON t.id = a.topic_id JOIN dialogue d ON d.id = t.dialogue_id JOIN dialogue_chair c ON c.dialogue_id = d.id \
         WHERE c.post_id = $1 AND a.state = 'submitted' AND t.state <> 'dropped' \
         UNION ALL SELECT 'minutes', d.title, '', coalesce(d.held_on, d.on_day), '/cong-viec/doi-thoai/{id}/bien-ban', d.public_id FROM dialogue d \
         JOIN dialogue_chair c ON c.dialogue_id = d.id WHERE c.post_id = $1 AND d.state = 'held' \
         AND NOT EXISTS (SELECT 1 FROM minutes m WHERE m.dialogue_id = d.id AND m.state = 'signed') \
         UNION ALL SELECT 'notice', d.title, '', coalesce(d.held_on, d.on_day), '/cong-viec/doi-thoai/{id}/thong-bao', d.public_id FROM dialogue d \
         JOIN dialogue_chair c ON c.dialogue_id = d.id JOIN post p ON p.id = c.post_id WHERE c.post_id = $1 AND d.state = 'held' \
         AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.dialogue_id = d.id AND n.body_id = p.body_id AND n.state = 'issued') \
         UNION ALL SELECT 'dialogue', d.title, d.place, d.on_day, '/cong-viec/doi-thoai/{id}', d.public_id FROM dialogue d \
         JOIN dialogue_chair c ON c.dialogue_id = d.id WHERE c.post_id = $1 AND d.state IN ('draft', 'approved', 'announced') AND d.on_day >= $3"
    };
}

statements! {
    OPEN_UNIT = concat!(
        "SELECT * FROM (", of_the_post!(),
        " UNION ALL SELECT 'task', a.task, b.name, a.due_on, '/nhiem-vu/{id}', a.public_id FROM assignment a JOIN body b ON b.id = a.body_id \
         WHERE a.unit_id = $2 AND a.state IN ('assigned', 'in_progress') \
         UNION ALL SELECT 'commitment', i.title, coalesce((SELECT b.name FROM body b WHERE b.id = c.body_id), ''), c.due_on, '/ket-luan/{id}', c.public_id \
         FROM notice n CROSS JOIN conclusion c CROSS JOIN item i WHERE n.unit_id = $2 AND c.notice_id = n.id AND i.id = c.item_id AND n.state = 'issued' \
         AND c.outcome = 'unresolved' AND i.standing IN ('in_progress', 'no_resources', 'reopened') \
         AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.item_id = i.id AND a.state IN ('assigned', 'in_progress')) \
         UNION ALL SELECT 'sent_up', e.text, coalesce((SELECT u.name FROM unit u WHERE u.id = e.to_unit_id), ''), e.due_on, '/cap-tren/{id}', e.public_id FROM escalation e \
         WHERE e.from_unit_id = $2 AND e.state <> 'answered' \
         UNION ALL SELECT 'inbox', e.text, u.name, e.due_on, '/cap-tren/{id}', e.public_id FROM escalation e JOIN unit u ON u.id = e.from_unit_id \
         WHERE e.to_unit_id = $2 AND e.state <> 'answered') w ORDER BY kind, due_on, public_id, title"
    );
    OPEN_BODY = concat!(
        "SELECT * FROM (", of_the_post!(),
        " UNION ALL SELECT 'task', a.task, b.name, a.due_on, '/nhiem-vu/{id}', a.public_id FROM assignment a JOIN body b ON b.id = a.body_id \
         WHERE a.state IN ('assigned', 'in_progress') AND (a.body_id = $2 OR a.id IN (SELECT p.assignment_id FROM assignment_partner p WHERE p.body_id = $2)) \
         UNION ALL SELECT 'answer', t.title, d.title, x.due_on, '/nhiem-vu/tra-loi', CAST(0 AS BIGINT) FROM prepared_answer x JOIN topic t ON t.id = x.topic_id \
         JOIN dialogue d ON d.id = t.dialogue_id WHERE x.body_id = $2 AND x.state IN ('asked', 'draft')) w ORDER BY kind, due_on, public_id, title"
    );
    ADD = "INSERT INTO post_handover (id, province_id, unit_id, post_id, public_id, given_by, taken_by, on_day, paper, at, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    ADD_LINE = "INSERT INTO post_handover_line (handover_id, seq, kind, title, detail, due_on, href) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    OF_POST = "SELECT id, province_id, unit_id, post_id, public_id, given_by, taken_by, on_day, paper, at, by_label FROM post_handover WHERE post_id = $1 ORDER BY at DESC, id DESC";
    FIND = "SELECT id, province_id, unit_id, post_id, public_id, given_by, taken_by, on_day, paper, at, by_label FROM post_handover WHERE public_id = $1";
    LINES = "SELECT kind, title, detail, due_on, href, CAST(0 AS BIGINT) AS public_id FROM post_handover_line WHERE handover_id = $1 ORDER BY seq";
}
