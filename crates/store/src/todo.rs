//! Việc cần làm: what waits for an officer, counted in one statement, and what is due, in another.

use caunoi_domain::opinion::{
    item::{Publication, Standing},
    kind::OpinionKind,
};

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    item::Next,
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

/// What is due beside tasks and prepared answers.
#[derive(Clone, Copy, Debug)]
pub struct With {
    /// Matters that are the office's turn.
    pub office: bool,
    /// What came up from below.
    pub inbox: bool,
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
    /// Complaints and denunciations transferred and not yet accepted by their receiver.
    pub handovers: i64,
}

/// What kind of thing is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueKind {
    /// A task
    Task,
    /// An answer to what came up from below
    Inbox,
    /// A matter that waits to be classified
    Triage,
    /// A superior's answer that the person has not been told
    Answered,
    /// Another matter that is the office's turn
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

/// A matter in a list, with where it stands and who acts next.
#[derive(Clone, Debug)]
pub struct MatterLine {
    /// Id: the key of the page after it.
    pub id: String,
    /// Public id.
    pub public_id: i64,
    /// Title for staff.
    pub title: String,
    /// Title edited for publication.
    pub published_title: String,
    /// Publication.
    pub publication: Publication,
    /// Kind.
    pub kind: OpinionKind,
    /// Where it stands today.
    pub standing: Standing,
    /// Who acts next.
    pub next: Next,
    /// Public id of its last task.
    pub task: Option<i64>,
    /// Public id of what was last sent up for it.
    pub sent: Option<i64>,
    /// Epoch microseconds: the key of the page after it.
    pub updated_at: i64,
}

/// Which matters of the follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All that somebody follows up or followed up
    All,
    /// Those that stand there
    At(Standing),
    /// Those that the office has to move on
    ToMove,
}

/// Matters of a unit that are followed up, the last changed first, before the key of the page before; those about an
/// individual officer only where `restricted` says that the reader may see them.
///
/// # Errors
/// The engine's words.
pub async fn matters(
    conn: &mut Conn<'_>,
    unit_id: &str,
    which: Which,
    restricted: bool,
    before: Option<(i64, &str)>,
    limit: i64,
) -> Result<Vec<MatterLine>> {
    let (at, id) = before.unwrap_or((i64::MAX, ""));
    let standing = if let Which::At(s) = which { s.code() } else { "" };
    conn.all(MATTERS, args![unit_id, standing, which == Which::ToMove, at, id, limit, restricted])
        .await?
        .iter()
        .map(|r| {
            Ok(MatterLine {
                id: r.get("id")?,
                public_id: r.get("public_id")?,
                title: r.get("title")?,
                published_title: r.get("published_title")?,
                publication: r.word("publication")?,
                kind: r.word("kind")?,
                standing: r.word("standing")?,
                next: Next {
                    code: r.word("next_code")?,
                    actor: r.get("next_actor")?,
                    due_on: r.get("next_due_on")?,
                    basis: r.get("due_basis")?,
                },
                task: r.get("task")?,
                sent: r.get("sent")?,
                updated_at: r.get("updated_at")?,
            })
        })
        .collect()
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
        handovers: r.get("handovers")?,
    })
}

/// What is due up to that ISO day, the first due first.
///
/// # Errors
/// The engine's words.
pub async fn due(conn: &mut Conn<'_>, desk: Desk<'_>, until: &str, with: With, limit: i64) -> Result<Vec<DueLine>> {
    conn.all(DUE, args![desk.unit_id, desk.body_id, until, with.office, with.inbox, limit]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<DueLine> {
    let kind: String = r.get("kind")?;
    Ok(DueLine {
        kind: match kind.as_str() {
            "task" => DueKind::Task,
            "inbox" => DueKind::Inbox,
            "answer" => DueKind::Answer,
            "received" => DueKind::Triage,
            "superior_answered" => DueKind::Answered,
            _ => DueKind::Item,
        },
        public_id: r.get("public_id")?,
        title: r.get("title")?,
        who: r.get("who")?,
        due_on: r.get("due_on")?,
    })
}

statements! {
    MATTERS = "SELECT i.id, i.public_id, i.title, i.published_title, i.publication, i.kind, i.standing, i.next_code, i.next_actor, i.next_due_on, i.due_basis, \
               i.updated_at, (SELECT a.public_id FROM assignment a WHERE a.item_id = i.id AND a.state <> 'cancelled' ORDER BY a.at DESC, a.id DESC LIMIT 1) AS task, \
               (SELECT e.public_id FROM escalation e WHERE e.item_id = i.id ORDER BY e.sent_at DESC, e.id DESC LIMIT 1) AS sent \
               FROM item i WHERE i.unit_id = $1 AND ($2 = '' OR i.standing = $2) \
               AND i.standing IN ('in_progress', 'no_resources', 'escalated', 'superior_answered', 'done', 'agreed', 'reopened', 'further_path') \
               AND ($3 = 0 OR (i.standing IN ('in_progress', 'reopened') AND i.next_code = 'office')) \
               AND ($7 = 1 OR NOT EXISTS (SELECT 1 FROM item_restriction x WHERE x.item_id = i.id)) \
               AND (i.updated_at < $4 OR (i.updated_at = $4 AND i.id < $5)) ORDER BY i.updated_at DESC, i.id DESC LIMIT $6";
    WAITING = "SELECT \
        (SELECT count(*) FROM item WHERE unit_id = $1 AND standing = 'received') AS triage, \
        (SELECT count(*) FROM item WHERE unit_id = $1 AND publication = 'received' AND standing <> 'sealed') AS publication, \
        (SELECT count(*) FROM item WHERE unit_id = $1 AND standing = 'superior_answered') AS to_tell, \
        (SELECT count(*) FROM item WHERE unit_id = $1 AND standing IN ('in_progress', 'reopened') AND next_code = 'office') AS to_move, \
        (SELECT count(*) FROM assignment a WHERE a.unit_id = $1 AND a.state IN ('assigned', 'in_progress') AND ($2 = '' OR a.body_id = $2 \
            OR a.id IN (SELECT p.assignment_id FROM assignment_partner p WHERE p.body_id = $2))) AS tasks, \
        (SELECT count(*) FROM assignment a WHERE a.unit_id = $1 AND a.state IN ('assigned', 'in_progress') AND a.due_on < $3 AND a.paused_on = '' AND ($2 = '' OR a.body_id = $2 \
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
        (SELECT count(*) FROM item WHERE unit_id = $1 AND standing = 'agreed') AS agreed, \
        (SELECT count(*) FROM handover WHERE unit_id = $1 AND accepted_on IS NULL) AS handovers";
    DUE = "SELECT 'task' AS kind, a.public_id, a.task AS title, b.name AS who, a.due_on AS due_on FROM assignment a JOIN body b ON b.id = a.body_id \
           WHERE a.unit_id = $1 AND a.state IN ('assigned', 'in_progress') AND a.due_on <= $3 AND a.paused_on = '' AND ($2 = '' OR a.body_id = $2 \
           OR a.id IN (SELECT p.assignment_id FROM assignment_partner p WHERE p.body_id = $2)) \
           UNION ALL SELECT 'inbox', e.public_id, e.text, u.name, e.due_on FROM escalation e JOIN unit u ON u.id = e.from_unit_id \
           WHERE e.to_unit_id = $1 AND e.state <> 'answered' AND e.due_on <= $3 AND $5 = 1 \
           UNION ALL SELECT i.standing, i.public_id, i.title, i.next_actor, i.next_due_on FROM item i \
           WHERE i.unit_id = $1 AND i.next_code = 'office' AND i.standing IN ('received', 'superior_answered', 'in_progress', 'reopened') \
           AND i.next_due_on <= $3 AND $4 = 1 \
           UNION ALL SELECT 'answer', d.public_id, t.title, b.name, x.due_on FROM prepared_answer x JOIN topic t ON t.id = x.topic_id \
           JOIN dialogue d ON d.id = t.dialogue_id JOIN body b ON b.id = x.body_id \
           WHERE d.unit_id = $1 AND ($2 = '' OR x.body_id = $2) AND x.state IN ('asked', 'draft') AND x.due_on <= $3 \
           ORDER BY due_on, kind, public_id LIMIT $6";
}
