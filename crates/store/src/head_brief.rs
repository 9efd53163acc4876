//! What a head reads before a meeting, from rows: what the place asks, what was promised and is open, what is late; and
//! how the matters stand that a post concluded.

use caunoi_domain::{dialogue::outcome::Substate, opinion::item::Standing};

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    statements,
};

/// A promise of an issued notice that is not fulfilled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The item's title for staff.
    pub title: String,
    /// What was concluded.
    pub text: String,
    /// Its outcome.
    pub substate: Substate,
    /// Symbol of the notice.
    pub symbol: String,
    /// Where it stands today.
    pub standing: Standing,
    /// Who acts next.
    pub who: String,
    /// ISO day by which it is due today, or was promised; empty where none was named.
    pub due_on: String,
    /// ISO day of the last urging; empty where never.
    pub urged_on: String,
    /// Public id of its last task.
    pub task: Option<i64>,
    /// Public id of what was last sent up for it.
    pub sent: Option<i64>,
}

/// What a place asks: open matters by field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Code word of the field; may be empty.
    pub field: String,
    /// Open matters.
    pub n: i64,
    /// Among them: past the day of whoever acts next.
    pub late: i64,
}

/// How the matters stand that a post concluded as chair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Concluded {
    /// All.
    pub all: i64,
    /// Done with evidence or fully explained, agreed, or ended lawfully.
    pub done: i64,
    /// Open, within their day.
    pub open: i64,
    /// Open, past their day.
    pub late: i64,
}

/// Promises of a unit's dialogues before an ISO day that are open, the first due first.
///
/// # Errors
/// The engine's words.
pub async fn promises(conn: &mut Conn<'_>, unit_id: &str, before: &str, limit: i64) -> Result<Vec<Promise>> {
    conn.all(PROMISES, args![unit_id, before, limit]).await?.iter().map(promise).collect()
}

/// Open matters of the place that a dialogue asks, by field, the most first: of the villages of its sites, or of the whole
/// unit where none are named.
///
/// # Errors
/// The engine's words.
pub async fn asked(conn: &mut Conn<'_>, unit_id: &str, dialogue_id: &str, today: &str) -> Result<Vec<Asked>> {
    conn.all(ASKED, args![unit_id, dialogue_id, today])
        .await?
        .iter()
        .map(|r| Ok(Asked { field: r.get("field")?, n: r.get("n")?, late: r.get("late")? }))
        .collect()
}

/// How the matters stand on an ISO day that a post concluded.
///
/// # Errors
/// The engine's words.
pub async fn concluded(conn: &mut Conn<'_>, post_id: &str, today: &str) -> Result<Concluded> {
    let r = conn.one(CONCLUDED, args![post_id, today], "concluded").await?;
    let (all, done, late): (i64, i64, i64) = (r.get("n")?, r.get("done")?, r.get("late")?);
    Ok(Concluded { all, done, late, open: all - done - late })
}

fn promise(r: &Row) -> Result<Promise> {
    Ok(Promise {
        title: r.get("title")?,
        text: r.get("text")?,
        substate: r.word("substate")?,
        symbol: r.get("symbol")?,
        standing: r.word("standing")?,
        who: r.get::<Option<String>>("who")?.unwrap_or_default(),
        due_on: r.get::<Option<String>>("due_on")?.unwrap_or_default(),
        urged_on: r.get::<Option<String>>("urged_on")?.unwrap_or_default(),
        task: r.get("task")?,
        sent: r.get("sent")?,
    })
}

statements! {
    PROMISES = "SELECT i.title, c.text, c.substate, n.symbol, i.standing, i.next_actor AS who, coalesce(i.next_due_on, c.due_on) AS due_on, \
                (SELECT max(u.on_day) FROM assignment a CROSS JOIN urging u WHERE a.item_id = i.id AND u.subject_kind = 'assignment' AND u.subject_id = a.id) AS urged_on, \
                (SELECT a.public_id FROM assignment a WHERE a.item_id = i.id AND a.state <> 'cancelled' ORDER BY a.at DESC, a.id DESC LIMIT 1) AS task, \
                (SELECT e.public_id FROM escalation e WHERE e.item_id = i.id ORDER BY e.sent_at DESC, e.id DESC LIMIT 1) AS sent \
                FROM conclusion c JOIN notice n ON n.id = c.notice_id JOIN dialogue d ON d.id = n.dialogue_id JOIN item i ON i.id = c.item_id \
                WHERE n.unit_id = $1 AND n.state = 'issued' AND d.on_day < $2 \
                AND i.standing IN ('in_progress', 'no_resources', 'escalated', 'superior_answered', 'reopened') \
                ORDER BY coalesce(i.next_due_on, c.due_on, '9999'), n.issued_at, c.seq LIMIT $3";
    ASKED = "SELECT i.field, count(*) AS n, CAST(coalesce(sum(CASE WHEN i.next_due_on < $3 THEN 1 ELSE 0 END), 0) AS BIGINT) AS late FROM item i \
             WHERE i.unit_id = $1 AND (NOT EXISTS (SELECT 1 FROM dialogue_site s WHERE s.dialogue_id = $2 AND s.villages <> '[]') \
             OR EXISTS (SELECT 1 FROM dialogue_site s WHERE s.dialogue_id = $2 AND s.villages LIKE '%\"' || i.village_id || '\"%')) \
             AND i.standing NOT IN ('done', 'agreed', 'ended', 'sealed', 'further_path') GROUP BY i.field ORDER BY n DESC, i.field";
    CONCLUDED = "SELECT count(*) AS n, \
                 CAST(coalesce(sum(CASE WHEN i.standing IN ('done', 'agreed', 'ended', 'sealed', 'further_path') THEN 1 ELSE 0 END), 0) AS BIGINT) AS done, \
                 CAST(coalesce(sum(CASE WHEN i.standing NOT IN ('done', 'agreed', 'ended', 'sealed', 'further_path') AND i.next_due_on < $2 THEN 1 ELSE 0 END), 0) AS BIGINT) AS late \
                 FROM conclusion c JOIN notice n ON n.id = c.notice_id JOIN item i ON i.id = c.item_id \
                 JOIN dialogue_chair h ON h.dialogue_id = n.dialogue_id WHERE h.post_id = $1 AND n.state = 'issued'";
}
