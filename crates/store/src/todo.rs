//! Việc cần làm: what waits for an officer, counted in one statement, and what is due, in another.

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    statements,
};

/// Whose desk.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The unit's id.
    pub unit_id: &'a str,
    /// The body whose tasks and answers count; empty for the whole unit.
    pub body_id: &'a str,
    /// ISO day.
    pub today: &'a str,
}

/// How much waits, queue by queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Matters received and not classified.
    pub triage: i64,
    /// Texts whose publication is not decided.
    pub publication: i64,
    /// Matters a superior answered and the person has not been told.
    pub to_tell: i64,
    /// Matters that the office has to move on (a rest to assign, a reopened one).
    pub to_move: i64,
    /// Open tasks.
    pub tasks: i64,
    /// Open tasks past their day.
    pub overdue: i64,
    /// Dialogues held whose minutes are not signed.
    pub minutes: i64,
    /// Dialogues with signed minutes and no issued notice.
    pub notices: i64,
    /// Dialogues, or their contents, submitted for approval.
    pub to_approve: i64,
    /// Prepared answers submitted for approval.
    pub answers_to_approve: i64,
    /// Minutes that are checked and wait for the signature.
    pub to_sign: i64,
    /// Notices that are checked and wait for their issue.
    pub to_issue: i64,
    /// Prepared answers asked of the body.
    pub answers_asked: i64,
    /// Matters that came up from below and are not answered.
    pub inbox: i64,
    /// Matters sent up and not answered.
    pub sent_up: i64,
    /// Matters resolved, waiting for the person's word.
    pub verdicts: i64,
    /// Matters that the person agreed with.
    pub agreed: i64,
}

/// What kind of thing is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueKind {
    /// A task
    Task,
    /// An answer to what came up from below
    Inbox,
    /// A matter that is the office's turn
    Item,
    /// A prepared answer
    Answer,
}

/// Something that is due.
#[derive(Clone, Debug)]
pub struct DueLine {
    /// What.
    pub kind: DueKind,
    /// Public id of the task, the matter sent up, the item, or the dialogue of the prepared answer.
    pub public_id: i64,
    /// What it is about.
    pub title: String,
    /// Who does it.
    pub who: String,
    /// ISO day.
    pub due_on: String,
}

/// How much waits at a desk.
///
/// # Errors
/// The engine's words.
pub async fn waiting(conn: &mut Conn<'_>, desk: Desk<'_>) -> Result<Waiting> {
    let r = conn.one(WAITING, args![desk.unit_id, desk.body_id, desk.today], "desk").await?;
    Ok(Waiting {
        triage: r.get("triage")?,
        publication: r.get("publication")?,
        to_tell: r.get("to_tell")?,
        to_move: r.get("to_move")?,
        tasks: r.get("tasks")?,
        overdue: r.get("overdue")?,
        minutes: r.get("minutes")?,
        notices: r.get("notices")?,
        to_approve: r.get("to_approve")?,
        answers_to_approve: r.get("answers_to_approve")?,
        to_sign: r.get("to_sign")?,
        to_issue: r.get("to_issue")?,
        answers_asked: r.get("answers_asked")?,
        inbox: r.get("inbox")?,
        sent_up: r.get("sent_up")?,
        verdicts: r.get("verdicts")?,
        agreed: r.get("agreed")?,
    })
}

/// What is due up to that ISO day, the first due first. `office`: with the matters that are the office's turn.
///
/// # Errors
/// The engine's words.
pub async fn due(conn: &mut Conn<'_>, desk: Desk<'_>, until: &str, office: bool, limit: i64) -> Result<Vec<DueLine>> {
    conn.all(DUE, args![desk.unit_id, desk.body_id, until, office, limit]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<DueLine> {
    let kind: String = r.get("kind")?;
    Ok(DueLine {
        kind: match kind.as_str() {
            "task" => DueKind::Task,
            "inbox" => DueKind::Inbox,
            "answer" => DueKind::Answer,
            _ => DueKind::Item,
        },
        public_id: r.get("public_id")?,
        title: r.get("title")?,
        who: r.get("who")?,
        due_on: r.get("due_on")?,
    })
}

statements! {
    WAITING = "SELECT \
        (SELECT count(*) FROM item WHERE unit_id = $1 AND standing = 'received') AS triage, \
        (SELECT count(*) FROM item WHERE unit_id = $1 AND publication = 'received' AND standing NOT IN ('received', 'sealed', 'ended')) AS publication, \
        (SELECT count(*) FROM item WHERE unit_id = $1 AND standing = 'superior_answered') AS to_tell, \
        (SELECT count(*) FROM item WHERE unit_id = $1 AND standing IN ('in_progress', 'reopened') AND next_code = 'office') AS to_move, \
        (SELECT count(*) FROM assignment a WHERE a.unit_id = $1 AND a.state IN ('assigned', 'in_progress') AND ($2 = '' OR a.body_id = $2 \
            OR a.id IN (SELECT p.assignment_id FROM assignment_partner p WHERE p.body_id = $2))) AS tasks, \
        (SELECT count(*) FROM assignment a WHERE a.unit_id = $1 AND a.state IN ('assigned', 'in_progress') AND a.due_on < $3 AND ($2 = '' OR a.body_id = $2 \
            OR a.id IN (SELECT p.assignment_id FROM assignment_partner p WHERE p.body_id = $2))) AS overdue, \
        (SELECT count(*) FROM dialogue d WHERE d.unit_id = $1 AND d.state = 'held' \
            AND NOT EXISTS (SELECT 1 FROM minutes m WHERE m.dialogue_id = d.id AND m.state = 'signed')) AS minutes, \
        (SELECT count(*) FROM dialogue d JOIN minutes m ON m.dialogue_id = d.id WHERE d.unit_id = $1 AND d.state = 'held' AND m.state = 'signed' \
            AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.dialogue_id = d.id AND n.state IN ('checked', 'issued'))) AS notices, \
        (SELECT count(*) FROM dialogue WHERE unit_id = $1 AND (state = 'submitted' OR contents_state = 'submitted')) AS to_approve, \
        (SELECT count(*) FROM prepared_answer x JOIN topic t ON t.id = x.topic_id JOIN dialogue d ON d.id = t.dialogue_id \
            WHERE d.unit_id = $1 AND x.state = 'submitted') AS answers_to_approve, \
        (SELECT count(*) FROM minutes m JOIN dialogue d ON d.id = m.dialogue_id WHERE d.unit_id = $1 AND m.state = 'checked') AS to_sign, \
        (SELECT count(*) FROM notice WHERE unit_id = $1 AND state = 'checked') AS to_issue, \
        (SELECT count(*) FROM prepared_answer x JOIN topic t ON t.id = x.topic_id JOIN dialogue d ON d.id = t.dialogue_id \
            WHERE d.unit_id = $1 AND x.body_id = $2 AND x.state IN ('asked', 'draft')) AS answers_asked, \
        (SELECT count(*) FROM escalation WHERE to_unit_id = $1 AND state <> 'answered') AS inbox, \
        (SELECT count(*) FROM escalation WHERE from_unit_id = $1 AND state <> 'answered') AS sent_up, \
        (SELECT count(*) FROM item WHERE unit_id = $1 AND standing = 'done') AS verdicts, \
        (SELECT count(*) FROM item WHERE unit_id = $1 AND standing = 'agreed') AS agreed";
    DUE = "SELECT 'task' AS kind, a.public_id, a.task AS title, b.name AS who, a.due_on AS due_on FROM assignment a JOIN body b ON b.id = a.body_id \
           WHERE a.unit_id = $1 AND a.state IN ('assigned', 'in_progress') AND a.due_on <= $3 AND ($2 = '' OR a.body_id = $2 \
           OR a.id IN (SELECT p.assignment_id FROM assignment_partner p WHERE p.body_id = $2)) \
           UNION ALL SELECT 'inbox', e.public_id, e.text, u.name, e.due_on FROM escalation e JOIN unit u ON u.id = e.from_unit_id \
           WHERE e.to_unit_id = $1 AND e.state <> 'answered' AND e.due_on <= $3 AND $4 = 1 \
           UNION ALL SELECT 'item', i.public_id, i.title, i.next_actor, i.next_due_on FROM item i \
           WHERE i.unit_id = $1 AND i.next_code = 'office' AND i.next_due_on <= $3 AND $4 = 1 \
           UNION ALL SELECT 'answer', d.public_id, t.title, b.name, x.due_on FROM prepared_answer x JOIN topic t ON t.id = x.topic_id \
           JOIN dialogue d ON d.id = t.dialogue_id JOIN body b ON b.id = x.body_id \
           WHERE d.unit_id = $1 AND ($2 = '' OR x.body_id = $2) AND x.state IN ('asked', 'draft') AND x.due_on <= $3 \
           ORDER BY due_on, kind, public_id LIMIT $5";
}
