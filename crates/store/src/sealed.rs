//! Sealing: a text that arrived by mistake leaves every readable row; its ciphertext stays, which nobody here can open.

use caunoi_domain::opinion::kind::SealedKind;

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    file::{self, FileRow},
    statements,
};

/// A sealed text.
#[derive(Clone, Debug)]
pub struct SealedRow {
    /// Id.
    pub id: String,
    /// The opinion.
    pub opinion_id: String,
    /// The unit's id.
    pub unit_id: String,
    /// khiếu nại, tố cáo
    pub kind: SealedKind,
    /// age ciphertext.
    pub ciphertext: Vec<u8>,
    /// The public key it was sealed to.
    pub recipient: String,
    /// Epoch microseconds.
    pub sealed_at: i64,
    /// Account id.
    pub sealed_by: String,
}

/// Keeps a ciphertext.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, s: &SealedRow) -> Result<()> {
    tx.exec(ADD, args![&s.id, &s.opinion_id, &s.unit_id, s.kind.code(), s.ciphertext.clone(), &s.recipient, s.sealed_at, &s.sealed_by])
        .await?;
    Ok(())
}

/// Every ciphertext of an opinion, in the order of sealing, for those who hold the key: the matters of one letter may
/// have been sealed one after the other.
///
/// # Errors
/// The engine's words.
pub async fn ciphertexts(conn: &mut Conn<'_>, opinion_id: &str) -> Result<Vec<Vec<u8>>> {
    conn.all(CIPHERTEXTS, args![opinion_id]).await?.iter().map(|r| r.get("ciphertext")).collect()
}

/// Where words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Code word of the place: the table.
    pub place: String,
    /// Id of the row; empty where nothing asks for it.
    pub id: String,
    /// The words.
    pub text: String,
}

/// Every word that stands about the matters of a letter but for its sealed ones and those of `leaving` (ids between
/// commas), and about the groups that go on when those have left.
///
/// # Errors
/// The engine's words.
pub async fn words_about(conn: &mut Conn<'_>, opinion_id: &str, leaving: &str) -> Result<Vec<Words>> {
    conn.all(WORDS, args![opinion_id, leaving])
        .await?
        .iter()
        .map(|r| Ok(Words { place: r.get("place")?, id: r.get("id")?, text: r.get("words")? }))
        .collect()
}

/// What officers of the unit, and of the units it was sent up to, typed and did not send: account, form and fields.
///
/// # Errors
/// The engine's words.
pub async fn drafts_about(conn: &mut Conn<'_>, opinion_id: &str) -> Result<Vec<(String, String, String)>> {
    conn.all(DRAFTS, args![opinion_id]).await?.iter().map(|r| Ok((r.get("user_id")?, r.get("form")?, r.get("fields")?))).collect()
}

/// An earlier wording for publication is blanked; that there was one stays.
///
/// # Errors
/// The engine's words.
pub async fn blank_edit(tx: &mut Tx<'_>, edit_id: &str) -> Result<()> {
    tx.exec(BLANK_EDIT, args![edit_id]).await?;
    Ok(())
}

/// Which papers hold an item of the opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// None.
    None,
    /// Minutes that are still open: the entry can be mended first.
    Open,
    /// Signed minutes or an issued notice: such a text can no longer be taken out.
    Locked,
}

/// Which papers hold the item; a draft notice holds nothing yet.
///
/// # Errors
/// The engine's words.
pub async fn paper(conn: &mut Conn<'_>, item_id: &str) -> Result<Paper> {
    let row = conn.one(ON_PAPER, args![item_id], "count").await?;
    Ok(match (row.get::<i64>("locked")?, row.get::<i64>("entries")?) {
        (0, 0) => Paper::None,
        (0, _) => Paper::Open,
        _ => Paper::Locked,
    })
}

/// Blanks what an item and everything made of it say in readable rows: titles, published and edited texts, steps after
/// receipt, drafts (of a notice too), tasks, what undo would put back. Ids, days and counts stay; `to` is the receiver of
/// the transfer and the ISO day since which the matter is with it.
///
/// # Errors
/// The engine's words.
pub async fn blank(tx: &mut Tx<'_>, item_id: &str, at: i64, to: (&str, &str)) -> Result<()> {
    for sql in [
        DROP_CONCLUSIONS,
        BLANK_APPROVALS_OF_ANSWERS,
        BLANK_ANSWERS_PREPARED,
        BLANK_TOPICS,
        BLANK_PROGRESS,
        BLANK_URGING,
        BLANK_ASSIGNMENTS,
        BLANK_ESCALATIONS,
        BLANK_DIRECT_ANSWERS,
        BLANK_ENDINGS,
        BLANK_EDITS,
        DROP_TEXTS,
        BLANK_APPROVALS,
        BLANK_COMMENTS,
        BLANK_DEFECTS,
        BLANK_OFF_TOPIC,
        BLANK_TRANSFERS,
        BLANK_EXTENSIONS,
        BLANK_PAUSES,
        BLANK_REMINDERS,
        BLANK_URGING_DRAFTS,
        BLANK_STEPS,
        BLANK_VERDICTS,
        FORGET_TOUCHED,
        BLANK_UNDO,
        BLANK_ACCEPTANCES,
    ] {
        tx.exec(sql, args![item_id]).await?;
    }
    tx.exec(BLANK_ITEM, args![item_id, at, to.0, to.1]).await?;
    Ok(())
}

/// Blanks a letter whose every matter is sealed: its text, its places, who gave it.
///
/// # Errors
/// The engine's words.
pub async fn blank_letter(tx: &mut Tx<'_>, opinion_id: &str) -> Result<()> {
    tx.exec(BLANK_OPINION, args![opinion_id]).await?;
    forget_person(tx, opinion_id).await
}

/// What is left of a letter of which one matter was sealed: the words of the others stand in the place of its text.
///
/// # Errors
/// The engine's words.
pub async fn keep_rest(tx: &mut Tx<'_>, opinion_id: &str, rest: &str) -> Result<()> {
    tx.exec(KEEP_REST, args![opinion_id, rest]).await?;
    Ok(())
}

/// What undo would put back of an item may hold what was sealed beside it: it is put back no more.
///
/// # Errors
/// The engine's words.
pub async fn forget_undo(tx: &mut Tx<'_>, item_id: &str) -> Result<()> {
    tx.exec(FORGET_TOUCHED, args![item_id]).await?;
    tx.exec(BLANK_UNDO, args![item_id]).await?;
    Ok(())
}

/// Nobody here knows any more who gave it.
///
/// # Errors
/// The engine's words.
pub async fn forget_person(tx: &mut Tx<'_>, opinion_id: &str) -> Result<()> {
    tx.exec(ERASE_PERSON, args![opinion_id]).await?;
    tx.exec(NO_NAME, args![opinion_id]).await?;
    tx.exec(FORGET_SEARCH, args![opinion_id]).await?;
    Ok(())
}

/// The files of the item's letter and of what was made of the item: endings, tasks, progress, matters sent up.
///
/// # Errors
/// The engine's words.
pub async fn files(conn: &mut Conn<'_>, item_id: &str) -> Result<Vec<FileRow>> {
    conn.all(FILES, args![item_id]).await?.iter().map(file::read).collect()
}

/// Puts the sealed file in the place of the readable one.
///
/// # Errors
/// The engine's words.
pub async fn replace_file(tx: &mut Tx<'_>, file_id: &str, sha256: &str, size: i64) -> Result<()> {
    tx.exec(REPLACE_FILE, args![file_id, sha256, size]).await?;
    Ok(())
}

statements! {
    ADD = "INSERT INTO sealed_text (id, opinion_id, unit_id, kind, ciphertext, recipient, sealed_at, sealed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    CIPHERTEXTS = "SELECT ciphertext FROM sealed_text WHERE opinion_id = $1 ORDER BY sealed_at, id";
    ON_PAPER = "SELECT (SELECT count(*) FROM conclusion c JOIN item i ON i.id = c.item_id JOIN notice n ON n.id = c.notice_id \
                WHERE i.id = $1 AND n.state = 'issued') \
                + (SELECT count(*) FROM minute_entry e JOIN item i ON i.id = e.item_id JOIN minutes m ON m.id = e.minutes_id \
                WHERE i.id = $1 AND m.state = 'signed') AS locked, \
                (SELECT count(*) FROM minute_entry e JOIN item i ON i.id = e.item_id WHERE i.id = $1) AS entries";
    DROP_CONCLUSIONS = "DELETE FROM conclusion WHERE item_id = $1";
    BLANK_ANSWERS_PREPARED = "UPDATE prepared_answer SET text = '', norm = '' WHERE topic_id IN (SELECT t.id FROM topic t JOIN item i ON i.id = t.item_id WHERE i.id = $1)";
    BLANK_TOPICS = "UPDATE topic SET title = '', reason = '', source_note = '', state = 'dropped' WHERE item_id = $1 \
                    OR (issue_id IN (SELECT i.issue_id FROM item i WHERE i.id = $1 AND i.issue_id IS NOT NULL) \
                    AND NOT EXISTS (SELECT 1 FROM item j WHERE j.issue_id = topic.issue_id AND j.id <> $1))";
    FILES = "SELECT f.* FROM file f WHERE (f.subject_kind = 'opinion' AND f.subject_id = (SELECT i.opinion_id FROM item i WHERE i.id = $1)) \
             OR (f.subject_kind = 'ending' AND f.subject_id IN (SELECT e.id FROM ending e JOIN item i ON i.id = e.item_id WHERE i.id = $1)) \
             OR (f.subject_kind = 'assignment' AND f.subject_id IN (SELECT a.id FROM assignment a JOIN item i ON i.id = a.item_id WHERE i.id = $1)) \
             OR (f.subject_kind = 'progress' AND f.subject_id IN (SELECT p.id FROM progress p JOIN assignment a ON a.id = p.assignment_id JOIN item i ON i.id = a.item_id WHERE i.id = $1)) \
             OR (f.subject_kind = 'escalation' AND f.subject_id IN (SELECT x.id FROM escalation x JOIN item i ON i.id = x.item_id WHERE i.id = $1)) \
             ORDER BY f.at, f.id";
    BLANK_PROGRESS = "UPDATE progress SET text = '' WHERE assignment_id IN (SELECT a.id FROM assignment a JOIN item i ON i.id = a.item_id WHERE i.id = $1)";
    BLANK_URGING = "UPDATE urging SET text = '' WHERE (subject_kind = 'assignment' AND subject_id IN (SELECT a.id FROM assignment a JOIN item i ON i.id = a.item_id WHERE i.id = $1)) \
                    OR (subject_kind = 'escalation' AND subject_id IN (SELECT x.id FROM escalation x JOIN item i ON i.id = x.item_id WHERE i.id = $1))";
    BLANK_ASSIGNMENTS = "UPDATE assignment SET task = '', result = '', norm = '', state = 'cancelled' WHERE item_id = $1";
    BLANK_ESCALATIONS = "UPDATE escalation SET text = '', answer = '', answer_norm = '' WHERE item_id = $1";
    BLANK_DIRECT_ANSWERS = "UPDATE direct_answer SET result = '', norm = '' WHERE item_id = $1";
    BLANK_ENDINGS = "UPDATE ending SET reason = '' WHERE item_id = $1";
    DROP_TEXTS = "DELETE FROM publication_draft WHERE item_id = $1";
    BLANK_EDITS = "UPDATE publication_edit SET title = '', body = '' WHERE item_id = $1";
    BLANK_STEPS = "DELETE FROM step WHERE kind <> 'received' AND item_id = $1";
    BLANK_APPROVALS = "UPDATE approval SET note = '' WHERE subject_id = $1";
    BLANK_APPROVALS_OF_ANSWERS = "UPDATE approval SET note = '' WHERE subject_id IN (SELECT x.id FROM prepared_answer x JOIN topic t ON t.id = x.topic_id WHERE t.item_id = $1)";
    BLANK_COMMENTS = "UPDATE matter_comment SET text = '' WHERE item_id = $1";
    BLANK_DEFECTS = "UPDATE internal_defect SET text = '', measure = '' WHERE item_id = $1";
    BLANK_OFF_TOPIC = "UPDATE off_topic SET speaker = '', said = '', reason = '' WHERE item_id = $1";
    BLANK_TRANSFERS = "UPDATE task_transfer SET reason = '' WHERE assignment_id IN (SELECT a.id FROM assignment a WHERE a.item_id = $1)";
    BLANK_EXTENSIONS = "UPDATE extension SET reason = '', note = '' WHERE assignment_id IN (SELECT a.id FROM assignment a WHERE a.item_id = $1)";
    BLANK_PAUSES = "UPDATE task_pause SET reason = '' WHERE assignment_id IN (SELECT a.id FROM assignment a WHERE a.item_id = $1)";
    BLANK_REMINDERS = "UPDATE reminder SET text = '' WHERE id IN (SELECT m.reminder_id FROM reminder_matter m JOIN urging u ON u.id = m.urging_id \
                       WHERE u.subject_id IN (SELECT a.id FROM assignment a WHERE a.item_id = $1))";
    BLANK_URGING_DRAFTS = "UPDATE urging_draft SET text = '' WHERE subject_id IN (SELECT a.id FROM assignment a WHERE a.item_id = $1 \
                           UNION ALL SELECT x.id FROM escalation x WHERE x.item_id = $1)";
    BLANK_EDIT = "UPDATE publication_edit SET title = '', body = '' WHERE id = $1";
    DRAFTS = "SELECT d.user_id, d.form, d.fields FROM draft d WHERE d.user_id IN (SELECT g.user_id FROM role_grant g WHERE g.unit_id IN \
              (SELECT o.unit_id FROM opinion o WHERE o.id = $1 UNION ALL SELECT x.to_unit_id FROM escalation x JOIN item i ON i.id = x.item_id WHERE i.opinion_id = $1))";
    WORDS = "WITH rest AS (SELECT i.id, i.issue_id FROM item i WHERE i.opinion_id = $1 AND i.standing <> 'sealed' AND $2 NOT LIKE '%' || i.id || '%'), \
             task AS (SELECT a.id FROM assignment a JOIN rest r ON r.id = a.item_id), \
             up AS (SELECT x.id FROM escalation x JOIN rest r ON r.id = x.item_id), \
             grp AS (SELECT DISTINCT i.issue_id AS id FROM item i WHERE i.opinion_id = $1 AND i.issue_id IS NOT NULL AND EXISTS \
             (SELECT 1 FROM item j WHERE j.issue_id = i.issue_id AND $2 NOT LIKE '%' || j.id || '%')), \
             tpc AS (SELECT t.id, t.title || ' . ' || t.reason || ' . ' || t.source_note AS words FROM topic t \
             WHERE t.item_id IN (SELECT id FROM rest) OR t.issue_id IN (SELECT id FROM grp)) \
             SELECT 'item' AS place, '' AS id, i.title || ' . ' || i.body || ' . ' || i.grounded_note || ' . ' || i.published_title || ' . ' || i.published_body AS words \
             FROM item i JOIN rest r ON r.id = i.id \
             UNION ALL SELECT 'publication_edit', e.id, e.title || ' . ' || e.body FROM publication_edit e JOIN rest r ON r.id = e.item_id \
             UNION ALL SELECT 'publication_draft', p.item_id, p.title || ' . ' || p.body || ' . ' || p.note FROM publication_draft p JOIN rest r ON r.id = p.item_id \
             UNION ALL SELECT 'approval', '', p.note FROM approval p WHERE p.subject_id IN (SELECT id FROM rest) \
             OR p.subject_id IN (SELECT x.id FROM prepared_answer x JOIN tpc t ON t.id = x.topic_id) \
             UNION ALL SELECT 'step', '', s.data FROM step s JOIN rest r ON r.id = s.item_id \
             UNION ALL SELECT 'matter_comment', '', c.text FROM matter_comment c JOIN rest r ON r.id = c.item_id \
             UNION ALL SELECT 'internal_defect', '', d.text || ' . ' || d.measure FROM internal_defect d JOIN rest r ON r.id = d.item_id \
             UNION ALL SELECT 'off_topic', '', o.speaker || ' . ' || o.said || ' . ' || o.reason FROM off_topic o JOIN rest r ON r.id = o.item_id \
             UNION ALL SELECT 'direct_answer', '', d.result || ' . ' || d.norm FROM direct_answer d JOIN rest r ON r.id = d.item_id \
             UNION ALL SELECT 'ending', '', e.reason FROM ending e JOIN rest r ON r.id = e.item_id \
             UNION ALL SELECT 'verdict', '', v.reason FROM verdict v JOIN rest r ON r.id = v.item_id \
             UNION ALL SELECT 'acceptance', '', a.reason FROM acceptance a JOIN rest r ON r.id = a.item_id \
             UNION ALL SELECT 'issue', '', s.title || ' . ' || s.summary FROM issue s JOIN grp g ON g.id = s.id \
             UNION ALL SELECT 'topic', '', t.words FROM tpc t \
             UNION ALL SELECT 'prepared_answer', '', x.text || ' . ' || x.norm FROM prepared_answer x JOIN tpc t ON t.id = x.topic_id \
             UNION ALL SELECT 'minute_entry', '', m.said || ' . ' || m.answer FROM minute_entry m JOIN rest r ON r.id = m.item_id \
             UNION ALL SELECT 'conclusion', '', c.text || ' . ' || c.norm || ' . ' || c.reason FROM conclusion c JOIN rest r ON r.id = c.item_id \
             UNION ALL SELECT 'assignment', '', a.task || ' . ' || a.due_basis || ' . ' || a.result || ' . ' || a.norm FROM assignment a JOIN task t ON t.id = a.id \
             UNION ALL SELECT 'progress', '', p.text FROM progress p JOIN task t ON t.id = p.assignment_id \
             UNION ALL SELECT 'task_transfer', '', x.reason FROM task_transfer x JOIN task t ON t.id = x.assignment_id \
             UNION ALL SELECT 'extension', '', x.reason || ' . ' || x.note FROM extension x JOIN task t ON t.id = x.assignment_id \
             UNION ALL SELECT 'task_pause', '', x.whom || ' . ' || x.reason FROM task_pause x JOIN task t ON t.id = x.assignment_id \
             UNION ALL SELECT 'escalation', '', x.text || ' . ' || x.answer || ' . ' || x.answer_norm FROM escalation x JOIN up u ON u.id = x.id \
             UNION ALL SELECT 'urging', '', u.text FROM urging u WHERE u.subject_kind IN ('assignment', 'escalation') AND u.subject_id IN (SELECT id FROM task UNION ALL SELECT id FROM up) \
             UNION ALL SELECT 'urging_draft', '', u.text FROM urging_draft u WHERE u.subject_id IN (SELECT id FROM task UNION ALL SELECT id FROM up) \
             UNION ALL SELECT 'reminder', '', m.text FROM reminder m WHERE m.id IN (SELECT k.reminder_id FROM reminder_matter k JOIN urging u ON u.id = k.urging_id \
             WHERE u.subject_id IN (SELECT id FROM task))";
    BLANK_VERDICTS = "UPDATE verdict SET reason = '' WHERE item_id = $1";
    FORGET_TOUCHED = "DELETE FROM triage_undo_item WHERE undo_id IN (SELECT t.undo_id FROM triage_undo_item t JOIN item i ON i.id = t.item_id WHERE i.id = $1)";
    BLANK_UNDO = "DELETE FROM triage_undo WHERE EXISTS (SELECT 1 FROM item i WHERE i.id = $1 AND triage_undo.before LIKE '%' || i.id || '%')";
    BLANK_ACCEPTANCES = "UPDATE acceptance SET reason = '' WHERE item_id = $1";
    FORGET_SEARCH = "DELETE FROM staff_doc WHERE subject_id = $1";
    ERASE_PERSON = "DELETE FROM opinion_person WHERE opinion_id = $1";
    BLANK_ITEM = "UPDATE item SET title = '', body = '', grounded_note = '', village_id = NULL, issue_id = NULL, route = 'sealed', standing = 'sealed', next_actor = $3, \
                   next_code = 'outside', next_due_on = NULL, due_basis = $4, publication = 'withheld', published_title = '', published_body = '', withheld_ground = 'out_of_scope', \
                   updated_at = $2 WHERE id = $1";
    BLANK_OPINION = "UPDATE opinion SET body = '', place_note = '', village_id = NULL, occurred_on = NULL, name_public = 0, sealed = 1 WHERE id = $1";
    KEEP_REST = "UPDATE opinion SET body = $2, place_note = '', occurred_on = NULL WHERE id = $1";
    NO_NAME = "UPDATE opinion SET name_public = 0 WHERE id = $1";
    REPLACE_FILE = "UPDATE file SET sha256 = $2, size = $3, subject_kind = 'sealed', media = 'application/octet-stream', name = 'tep-niem-phong.age', public = 0 WHERE id = $1";
}
