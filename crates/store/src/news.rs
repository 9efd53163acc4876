//! Thông báo: what an account is told. The words of the matter are read from the matter, never copied here.

use caunoi_domain::followup::news::NewsKind;

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// News as they are raised.
#[derive(Clone, Debug)]
pub struct NewsRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The account.
    pub user_id: String,
    /// The unit.
    pub unit_id: String,
    /// What happened.
    pub kind: NewsKind,
    /// The task it is about.
    pub assignment_id: Option<String>,
    /// The matter sent up that it is about.
    pub escalation_id: Option<String>,
    /// The reminder that it is about.
    pub reminder_id: Option<String>,
    /// The page of a matter that is neither; empty where it is one of them.
    pub path: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Label of the post or body that acted.
    pub by_label: String,
}

/// News as they are read.
#[derive(Clone, Debug)]
pub struct NewsLine {
    /// Id.
    pub id: String,
    /// What happened.
    pub kind: NewsKind,
    /// Public id of the task.
    pub task: Option<i64>,
    /// The body that was asked about takes part in the task's matter.
    pub takes_part: bool,
    /// Public id of the matter sent up.
    pub escalation: Option<i64>,
    /// Public id of the reminder.
    pub reminder: Option<i64>,
    /// The page of a matter that is none of them.
    pub path: String,
    /// What the task asks, what was sent up, or what the reminder says.
    pub title: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Label of the post or body that acted.
    pub by_label: String,
    /// Not seen yet.
    pub fresh: bool,
}

/// Whom news are for, within a unit.
#[derive(Clone, Copy, Debug)]
pub enum To<'a> {
    /// Officers who answer for that body's tasks.
    Body(&'a str),
    /// The office (secretaries).
    Office,
    /// The office and who leads the unit: not the heads of its other bodies.
    Deciders,
}

/// Accounts with a role in force on that ISO day for whom news are, but for the one who acted.
///
/// # Errors
/// The engine's words.
pub async fn receivers(conn: &mut Conn<'_>, unit_id: &str, to: To<'_>, on: &str, but: &str) -> Result<Vec<String>> {
    let (body, heads, office) = match to {
        To::Body(id) => (id, 0_i64, 0_i64),
        To::Office => ("", 0, 1),
        To::Deciders => ("", 1, 1),
    };
    conn.all(RECEIVERS, args![unit_id, body, heads, office, on, but]).await?.iter().map(|r| r.get("user_id")).collect()
}

/// Adds news.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, n: &NewsRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &n.id,
            &n.user_id,
            &n.unit_id,
            n.kind.code(),
            &n.assignment_id,
            &n.escalation_id,
            n.at,
            &n.on_day,
            &n.by_label,
            &n.reminder_id,
            &n.path
        ],
    )
    .await?;
    Ok(())
}

/// The news of an account, the newest first, before the key of the page before.
///
/// # Errors
/// The engine's words.
pub async fn of_user(conn: &mut Conn<'_>, of: (&str, &str, &str), before: (i64, &str), limit: i64) -> Result<Vec<NewsLine>> {
    let (user_id, unit_id, body_id) = of;
    conn.all(OF_USER, args![user_id, unit_id, before.0, before.1, limit, body_id])
        .await?
        .iter()
        .map(|r| {
            Ok(NewsLine {
                id: r.get("id")?,
                kind: r.word("kind")?,
                task: r.get("task_id")?,
                takes_part: r.get::<i64>("takes_part")? > 0,
                escalation: r.get("sent_id")?,
                reminder: r.get("reminder")?,
                path: r.get("path")?,
                title: r.get::<Option<String>>("title")?.unwrap_or_default(),
                at: r.get("at")?,
                by_label: r.get("by_label")?,
                fresh: r.get::<Option<i64>>("seen_at")?.is_none(),
            })
        })
        .collect()
}

/// Everything up to that instant was seen.
///
/// # Errors
/// The engine's words.
pub async fn see(tx: &mut Tx<'_>, user_id: &str, unit_id: &str, at: i64) -> Result<()> {
    tx.exec(SEE, args![user_id, unit_id, at]).await?;
    Ok(())
}

statements! {
    RECEIVERS = "SELECT DISTINCT g.user_id FROM role_grant g JOIN user_account u ON u.id = g.user_id AND u.active = 1 \
                 WHERE g.unit_id = $1 AND g.from_on <= $5 AND (g.to_on IS NULL OR g.to_on >= $5) AND g.user_id <> $6 \
                 AND ((g.body_id = $2 AND g.role IN ('body', 'secretary', 'head')) OR ($3 = 1 AND g.role = 'head' \
                 AND EXISTS (SELECT 1 FROM post p WHERE p.id = g.post_id AND p.kind IN ('party_secretary', 'committee_chair'))) OR ($4 = 1 AND g.role = 'secretary')) \
                 ORDER BY g.user_id";
    ADD = "INSERT INTO news (id, user_id, unit_id, kind, assignment_id, escalation_id, at, on_day, by_label, reminder_id, path) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    OF_USER = "SELECT n.id, n.kind, n.at, n.by_label, n.seen_at, n.path, a.public_id AS task_id, e.public_id AS sent_id, r.public_id AS reminder, coalesce(a.task, e.text, r.text, m.task) AS title, \
               (SELECT count(*) FROM assignment x LEFT JOIN assignment_partner p ON p.assignment_id = x.id AND p.body_id = $6 \
               WHERE x.item_id = a.item_id AND (x.body_id = $6 OR p.body_id = $6)) AS takes_part \
               FROM news n LEFT JOIN assignment a ON a.id = n.assignment_id LEFT JOIN escalation e ON e.id = n.escalation_id \
               LEFT JOIN reminder r ON r.id = n.reminder_id \
               LEFT JOIN remedial m ON m.id = CASE WHEN n.path LIKE '/cong-viec/khac-phuc/%' THEN substr(n.path, 22) END \
               WHERE n.user_id = $1 AND n.unit_id = $2 AND (n.at, n.id) < ($3, $4) ORDER BY n.at DESC, n.id DESC LIMIT $5";
    SEE = "UPDATE news SET seen_at = $3 WHERE user_id = $1 AND unit_id = $2 AND seen_at IS NULL AND at <= $3";
}
