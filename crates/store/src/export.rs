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
    "up_to",
    "up_id",
    "up_text",
    "up_paper",
    "up_on",
    "up_due",
    "up_answer",
    "up_norm",
    "up_answered_on",
    "ending",
    "end_to",
    "end_paper",
    "end_on",
    "end_why",
    "substate",
    "concluded",
    "concluded_why",
    "concluded_norm",
    "notice",
    "notice_on",
    "poor",
    "poor_on",
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

/// The columns of [`units`], as a table of units has them.
pub const UNITS_COLUMNS: &[&str] =
    &["code", "period", "level", "kind", "name", "parent_code", "valid_from", "valid_to", "known_in", "confirmed", "source"];

/// Every unit of every period.
///
/// # Errors
/// The engine's words.
pub async fn units(conn: &mut Conn<'_>) -> Result<Vec<Line>> {
    lines(&conn.all(UNITS, args![]).await?, UNITS_COLUMNS)
}

/// The columns of [`lineage`], as a table of lineage has them.
pub const LINEAGE_COLUMNS: &[&str] = &["old_code", "old_period", "new_code", "new_period", "share", "confirmed", "source"];

/// What every unit became.
///
/// # Errors
/// The engine's words.
pub async fn lineage(conn: &mut Conn<'_>) -> Result<Vec<Line>> {
    lines(&conn.all(LINEAGE, args![]).await?, LINEAGE_COLUMNS)
}

/// The columns of [`calendar`], as a table of the calendar has them.
pub const CALENDAR_COLUMNS: &[&str] = &["day", "kind", "name", "name_en", "swap", "source", "confirmed"];

/// The entries of the installation's own calendar that stand.
///
/// # Errors
/// The engine's words.
pub async fn calendar(conn: &mut Conn<'_>) -> Result<Vec<Line>> {
    lines(&conn.all(CALENDAR, args![]).await?, CALENDAR_COLUMNS)
}

/// The columns of [`figures`]: one line for each unit that is named with a figure.
pub const FIGURES_COLUMNS: &[&str] = &[
    "key",
    "unit",
    "named",
    "level",
    "counted",
    "what",
    "bound",
    "hundredths",
    "percent",
    "from_on",
    "to_on",
    "days_assumed",
    "period",
    "part_of",
    "pilot",
    "printed",
    "title",
    "publisher",
    "published_on",
    "reference",
];

/// Published figures, by key; a total before its parts.
///
/// # Errors
/// The engine's words.
pub async fn figures(conn: &mut Conn<'_>) -> Result<Vec<Line>> {
    lines(&conn.all(FIGURES, args![]).await?, FIGURES_COLUMNS)
}

/// The columns of [`findings`]: one line for each unit of a finding.
pub const FINDINGS_COLUMNS: &[&str] = &[
    "key",
    "kind",
    "unit",
    "valid_from",
    "valid_to",
    "supervisor",
    "object",
    "period",
    "paper",
    "printed",
    "title",
    "publisher",
    "published_on",
    "reference",
];

/// Published findings, by key.
///
/// # Errors
/// The engine's words.
pub async fn findings(conn: &mut Conn<'_>) -> Result<Vec<Line>> {
    lines(&conn.all(FINDINGS, args![]).await?, FINDINGS_COLUMNS)
}

/// The columns of [`past_dialogues`]: one line for each dialogue.
pub const PAST_COLUMNS: &[&str] = &[
    "source_id",
    "on_day",
    "title",
    "head",
    "kind",
    "then_unit",
    "place",
    "people",
    "people_bound",
    "opinions",
    "opinions_bound",
    "notice",
    "source",
];

/// The office's book of dialogues of years past.
///
/// # Errors
/// The engine's words.
pub async fn past_dialogues(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Line>> {
    lines(&conn.all(PAST, args![unit_id]).await?, PAST_COLUMNS)
}

/// The columns of [`held_dialogues`]: one line for each head who chaired.
pub const HELD_COLUMNS: &[&str] = &["public_id", "on_day", "title", "head", "kind", "place", "people", "opinions", "notice"];

/// Dialogues of the unit that were held here, for its book.
///
/// # Errors
/// The engine's words.
pub async fn held_dialogues(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Line>> {
    lines(&conn.all(HELD, args![unit_id]).await?, HELD_COLUMNS)
}

/// The columns of [`regulations`].
pub const REGULATIONS_COLUMNS: &[&str] =
    &["id", "kind", "number", "title", "issuer", "area", "begins_on", "ends_on", "visibility", "summary"];

/// The register of governing documents: of an internal one its citation and the summary that was approved.
///
/// # Errors
/// The engine's words.
pub async fn regulations(conn: &mut Conn<'_>) -> Result<Vec<Line>> {
    lines(&conn.all(REGULATIONS, args![]).await?, REGULATIONS_COLUMNS)
}

/// Documents whole, as JSON: those that everybody may read, or all of them.
///
/// # Errors
/// The engine's words.
pub async fn documents(conn: &mut Conn<'_>, all: bool) -> Result<Vec<String>> {
    conn.all(DOCUMENTS, args![all]).await?.iter().map(|r| r.get("content")).collect()
}

/// The columns of [`people`], those of a list of people first.
pub const PEOPLE_COLUMNS: &[&str] = &["name", "login", "role", "agency", "post", "from_on", "to_on"];

/// Accounts in force with their roles in a unit on an ISO day: never a password.
///
/// # Errors
/// The engine's words.
pub async fn people(conn: &mut Conn<'_>, unit_id: &str, on: &str) -> Result<Vec<Line>> {
    lines(&conn.all(PEOPLE, args![unit_id, on]).await?, PEOPLE_COLUMNS)
}

statements! {
    BOOK = "SELECT o.source, o.source_id, CAST(o.public_id AS TEXT) AS public_id, CAST(i.seq AS TEXT) AS seq, o.received_on, o.channel, i.kind, \
            p.full_name, p.address, p.phone, v.name AS village, i.body, i.field, CAST(o.signed AS TEXT) AS signed, i.standing, o.place_note, \
            b.name AS lead, a.due_on, a.extent, a.result, a.norm, a.done_on, d.result AS answer, d.norm AS answer_norm, d.on_day AS answered_on, \
            e.to_body AS up_to, CAST(e.public_id AS TEXT) AS up_id, e.text AS up_text, e.paper AS up_paper, coalesce(e.paper_on, e.sent_on) AS up_on, e.due_on AS up_due, \
            e.answer AS up_answer, CASE WHEN e.answer_paper = '' THEN e.answer_norm ELSE e.answer_paper END AS up_norm, e.answered_on AS up_answered_on, \
            z.manner AS ending, z.receiver AS end_to, z.paper AS end_paper, z.paper_on AS end_on, z.reason AS end_why, \
            c.substate, c.text AS concluded, c.reason AS concluded_why, c.norm AS concluded_norm, n.symbol AS notice, n.signed_on AS notice_on, \
            s.data AS poor, s.on_day AS poor_on \
            FROM item i JOIN opinion o ON o.id = i.opinion_id LEFT JOIN opinion_person p ON p.opinion_id = o.id LEFT JOIN village v ON v.id = i.village_id \
            LEFT JOIN assignment a ON a.id = (SELECT x.id FROM assignment x WHERE x.item_id = i.id AND x.parent_id IS NULL AND x.state <> 'cancelled' \
            ORDER BY x.at DESC, x.id DESC LIMIT 1) LEFT JOIN body b ON b.id = a.body_id \
            LEFT JOIN direct_answer d ON d.id = (SELECT x.id FROM direct_answer x WHERE x.item_id = i.id ORDER BY x.at DESC, x.id DESC LIMIT 1) \
            LEFT JOIN escalation e ON e.id = (SELECT x.id FROM escalation x WHERE x.item_id = i.id ORDER BY x.sent_at DESC, x.id DESC LIMIT 1) \
            LEFT JOIN ending z ON z.id = (SELECT x.id FROM ending x WHERE x.item_id = i.id ORDER BY x.at DESC, x.id DESC LIMIT 1) \
            LEFT JOIN conclusion c ON c.id = (SELECT x.id FROM conclusion x JOIN notice y ON y.id = x.notice_id WHERE x.item_id = i.id AND y.state = 'issued' ORDER BY y.issued_at DESC, x.id DESC LIMIT 1) \
            LEFT JOIN notice n ON n.id = c.notice_id \
            LEFT JOIN step s ON s.id = (SELECT x.id FROM step x WHERE x.item_id = i.id AND x.kind = 'no_resources' ORDER BY x.at DESC, x.id DESC LIMIT 1) \
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
    UNITS = "SELECT u.code, u.period, u.level, u.kind, u.name, p.code AS parent_code, u.valid_from, u.valid_to, u.known_in, CAST(u.confirmed AS TEXT) AS confirmed, u.source \
             FROM unit u LEFT JOIN unit p ON p.id = u.parent_id ORDER BY u.period, CASE u.level WHEN 'province' THEN 0 WHEN 'district' THEN 1 ELSE 2 END, u.code";
    LINEAGE = "SELECT o.code AS old_code, o.period AS old_period, n.code AS new_code, n.period AS new_period, l.share, CAST(l.confirmed AS TEXT) AS confirmed, l.source \
               FROM unit_lineage l JOIN unit o ON o.id = l.old_id JOIN unit n ON n.id = l.new_id ORDER BY o.period, o.code, n.period, n.code";
    CALENDAR = "SELECT day, kind, name, name_en, swap, source, CAST(confirmed AS TEXT) AS confirmed FROM calendar_entry WHERE superseded_at IS NULL ORDER BY day, kind";
    FIGURES = "SELECT f.id AS key, u.code AS unit, n.code AS named, f.level, f.counted, f.what, f.bound, CAST(f.hundredths AS TEXT) AS hundredths, CAST(f.percent AS TEXT) AS percent, \
               f.from_on, f.to_on, CAST(f.days_assumed AS TEXT) AS days_assumed, f.period, f.part_of, CAST(f.pilot AS TEXT) AS pilot, f.printed, s.title, s.publisher, s.published_on, s.reference \
               FROM published_figure f JOIN published_source s ON s.id = f.source_id JOIN unit u ON u.id = f.unit_id \
               LEFT JOIN published_figure_unit x ON x.figure_id = f.id LEFT JOIN unit n ON n.id = x.unit_id \
               ORDER BY CASE WHEN f.part_of IS NULL THEN 0 ELSE 1 END, f.id, n.code";
    FINDINGS = "SELECT f.id AS key, f.kind, u.code AS unit, u.valid_from, u.valid_to, f.supervisor, f.object, f.period, f.paper, f.printed, s.title, s.publisher, s.published_on, s.reference \
                FROM published_finding f JOIN published_source s ON s.id = f.source_id JOIN published_finding_unit x ON x.finding_id = f.id JOIN unit u ON u.id = x.unit_id ORDER BY f.id, u.code";
    PAST = "SELECT source_id, on_day, title, head, kind, then_unit, place, CAST(people AS TEXT) AS people, people_bound, CAST(opinions AS TEXT) AS opinions, opinions_bound, notice, source \
            FROM past_dialogue WHERE unit_id = $1 ORDER BY on_day, id";
    HELD = "SELECT CAST(d.public_id AS TEXT) AS public_id, coalesce(d.held_on, d.on_day) AS on_day, d.title, p.name AS head, d.kind, d.place, \
            (SELECT CAST(sum(t.present) AS TEXT) FROM attendance t WHERE t.dialogue_id = d.id) AS people, \
            (SELECT CAST(count(*) AS TEXT) FROM minutes m JOIN minute_entry e ON e.minutes_id = m.id WHERE m.dialogue_id = d.id) AS opinions, \
            (SELECT max(n.symbol) FROM notice n WHERE n.dialogue_id = d.id AND n.state = 'issued') AS notice \
            FROM dialogue d LEFT JOIN dialogue_chair c ON c.dialogue_id = d.id LEFT JOIN post p ON p.id = c.post_id \
            WHERE d.unit_id = $1 AND d.state IN ('held', 'concluded', 'closed') ORDER BY d.on_day, d.id, c.seq";
    DOCUMENTS = "SELECT content FROM regulation WHERE $1 = 1 OR visibility = 'public' ORDER BY id";
    REGULATIONS = "SELECT id, kind, number, title, issuer, area, begins_on, ends_on, visibility, \
                   CASE WHEN visibility = 'internal' AND summary_at IS NULL THEN '' ELSE summary END AS summary FROM regulation ORDER BY sort, id";
    PEOPLE = "SELECT a.full_name AS name, a.login, g.role, b.name AS agency, p.name AS post, g.from_on, g.to_on FROM role_grant g JOIN user_account a ON a.id = g.user_id \
              JOIN body b ON b.id = g.body_id LEFT JOIN post p ON p.id = g.post_id \
              WHERE g.unit_id = $1 AND a.active = 1 AND g.from_on <= $2 AND (g.to_on IS NULL OR g.to_on >= $2) ORDER BY a.login, b.sort, b.id, g.role";
}
