//! Tables that are taken away: every column as text, one statement for each. What is public is selected here as on
//! public pages; what an officer may see is bounded by the unit that is handed in.

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    statements,
};

/// A row: its columns in the order of the function's own list.
pub type Line = Vec<String>;

fn lines(rows: &[Row], columns: &[&'static str]) -> Result<Vec<Line>> {
    rows.iter().map(|r| columns.iter().map(|c| Ok(r.get::<Option<String>>(c)?.unwrap_or_default())).collect()).collect()
}

/// The columns of [`book`].
pub const BOOK_COLUMNS: &[&str] = &[
    "source",
    "source_id",
    "public_id",
    "seq",
    "received_on",
    "channel",
    "kind",
    "full_name",
    "address",
    "phone",
    "village",
    "body",
    "field",
    "signed",
    "standing",
    "place_note",
    "lead",
    "due_on",
    "extent",
    "result",
    "norm",
    "done_on",
    "answer",
    "answer_norm",
    "answered_on",
];

/// The office's book of opinions: each matter as given, who gave it, and what became of it; no sealed one.
///
/// # Errors
/// The engine's words.
pub async fn book(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Line>> {
    lines(&conn.all(BOOK, args![unit_id]).await?, BOOK_COLUMNS)
}

/// The columns of [`published_items`].
pub const ITEM_COLUMNS: &[&str] =
    &["public_id", "unit_code", "unit", "kind", "field", "title", "body", "received_on", "standing", "next_actor", "next_due_on"];

/// Published matters of a unit, or of all where it is empty.
///
/// # Errors
/// The engine's words.
pub async fn published_items(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Line>> {
    lines(&conn.all(ITEMS, args![unit_id]).await?, ITEM_COLUMNS)
}

/// The columns of [`dialogues`].
pub const DIALOGUE_COLUMNS: &[&str] = &[
    "public_id",
    "unit_code",
    "unit",
    "kind",
    "basis",
    "title",
    "state",
    "on_day",
    "at_time",
    "place",
    "form",
    "audience",
    "announced_on",
    "held_on",
];

/// Dialogues of a unit (all where it is empty); `drafts`: those that are not announced yet too.
///
/// # Errors
/// The engine's words.
pub async fn dialogues(conn: &mut Conn<'_>, unit_id: &str, drafts: bool) -> Result<Vec<Line>> {
    lines(&conn.all(DIALOGUES, args![unit_id, drafts]).await?, DIALOGUE_COLUMNS)
}

/// The columns of [`conclusions`].
pub const CONCLUSION_COLUMNS: &[&str] = &[
    "public_id",
    "unit_code",
    "unit",
    "dialogue",
    "symbol",
    "signed_on",
    "outcome",
    "substate",
    "text",
    "norm",
    "reason",
    "body",
    "due_on",
    "standing",
];

/// Conclusions of issued notices of a unit, or of all where it is empty.
///
/// # Errors
/// The engine's words.
pub async fn conclusions(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Line>> {
    lines(&conn.all(CONCLUSIONS, args![unit_id]).await?, CONCLUSION_COLUMNS)
}

/// The columns of [`units`].
pub const UNIT_COLUMNS: &[&str] = &["code", "period", "level", "kind", "name", "parent_code", "valid_from", "valid_to", "source"];

/// Every unit of every period.
///
/// # Errors
/// The engine's words.
pub async fn units(conn: &mut Conn<'_>) -> Result<Vec<Line>> {
    lines(&conn.all(UNITS, args![]).await?, UNIT_COLUMNS)
}

/// The columns of [`regulations`].
pub const REGULATION_COLUMNS: &[&str] =
    &["id", "kind", "number", "title", "issuer", "area", "begins_on", "ends_on", "visibility", "summary"];

/// The register of governing documents: of an internal one its citation and the summary that was approved.
///
/// # Errors
/// The engine's words.
pub async fn regulations(conn: &mut Conn<'_>) -> Result<Vec<Line>> {
    lines(&conn.all(REGULATIONS, args![]).await?, REGULATION_COLUMNS)
}

/// The columns of [`people`].
pub const PEOPLE_COLUMNS: &[&str] = &["login", "full_name", "role", "unit_code", "body", "post", "from_on", "to_on", "active"];

/// Accounts with their roles in a unit: never a password.
///
/// # Errors
/// The engine's words.
pub async fn people(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Line>> {
    lines(&conn.all(PEOPLE, args![unit_id]).await?, PEOPLE_COLUMNS)
}

statements! {
    BOOK = "SELECT o.source, o.source_id, CAST(o.public_id AS TEXT) AS public_id, CAST(i.seq AS TEXT) AS seq, o.received_on, o.channel, i.kind, \
            p.full_name, p.address, p.phone, v.name AS village, i.body, i.field, CAST(o.signed AS TEXT) AS signed, i.standing, o.place_note, \
            a.body_name AS lead, a.due_on, a.extent, a.result, a.norm, a.done_on, d.result AS answer, d.norm AS answer_norm, d.on_day AS answered_on \
            FROM item i JOIN opinion o ON o.id = i.opinion_id LEFT JOIN opinion_person p ON p.opinion_id = o.id LEFT JOIN village v ON v.id = i.village_id \
            LEFT JOIN (SELECT x.*, b.name AS body_name FROM assignment x JOIN body b ON b.id = x.body_id) a \
            ON a.id = (SELECT x.id FROM assignment x WHERE x.item_id = i.id AND x.parent_id IS NULL ORDER BY x.at DESC, x.id DESC LIMIT 1) \
            LEFT JOIN direct_answer d ON d.id = (SELECT x.id FROM direct_answer x WHERE x.item_id = i.id ORDER BY x.at DESC, x.id DESC LIMIT 1) \
            WHERE i.unit_id = $1 AND o.sealed = 0 AND i.standing <> 'sealed' ORDER BY o.received_on, o.id, i.seq";
    ITEMS = concat!("SELECT CAST(i.public_id AS TEXT) AS public_id, u.code AS unit_code, u.name AS unit, i.kind, i.field, i.published_title AS title, \
            i.published_body AS body, i.received_on, i.standing, i.next_actor, i.next_due_on \
            FROM item i JOIN unit u ON u.id = i.unit_id WHERE ($1 = '' OR i.unit_id = $1) AND ", crate::published!(), " ORDER BY i.received_on, i.id");
    DIALOGUES = "SELECT CAST(d.public_id AS TEXT) AS public_id, u.code AS unit_code, u.name AS unit, d.kind, d.basis, d.title, d.state, d.on_day, d.at_time, \
            d.place, d.form, d.audience, d.announced_on, d.held_on FROM dialogue d JOIN unit u ON u.id = d.unit_id \
            WHERE ($1 = '' OR d.unit_id = $1) AND ($2 = 1 OR d.announced_at IS NOT NULL) ORDER BY d.on_day, d.id";
    CONCLUSIONS = "SELECT CAST(c.public_id AS TEXT) AS public_id, u.code AS unit_code, u.name AS unit, d.title AS dialogue, n.symbol, n.signed_on, c.outcome, c.substate, \
            c.text, c.norm, c.reason, b.name AS body, c.due_on, i.standing FROM conclusion c JOIN notice n ON n.id = c.notice_id \
            JOIN dialogue d ON d.id = n.dialogue_id JOIN unit u ON u.id = n.unit_id JOIN item i ON i.id = c.item_id LEFT JOIN body b ON b.id = c.body_id \
            WHERE n.state = 'issued' AND i.standing <> 'sealed' AND ($1 = '' OR n.unit_id = $1) ORDER BY n.signed_on, n.id, c.seq";
    UNITS = "SELECT u.code, u.period, u.level, u.kind, u.name, p.code AS parent_code, u.valid_from, u.valid_to, u.source \
             FROM unit u LEFT JOIN unit p ON p.id = u.parent_id ORDER BY u.period, u.code";
    REGULATIONS = "SELECT id, kind, number, title, issuer, area, begins_on, ends_on, visibility, \
                   CASE WHEN visibility = 'internal' AND summary_at IS NULL THEN '' ELSE summary END AS summary FROM regulation ORDER BY sort, id";
    PEOPLE = "SELECT a.login, a.full_name, g.role, u.code AS unit_code, b.name AS body, p.name AS post, g.from_on, g.to_on, CAST(a.active AS TEXT) AS active \
              FROM role_grant g JOIN user_account a ON a.id = g.user_id JOIN unit u ON u.id = g.unit_id JOIN body b ON b.id = g.body_id \
              LEFT JOIN post p ON p.id = g.post_id WHERE g.unit_id = $1 ORDER BY a.login, g.from_on, g.id";
}
