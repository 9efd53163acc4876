//! Books that offices hand in: saved mappings of columns, tables that wait, and what each import landed.

use caunoi_domain::opinion::book::{Former, Village};

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    statements,
};

/// A table that was sent and not landed yet.
#[derive(Clone, Debug)]
pub struct DraftRow {
    /// Id, in the address of its page.
    pub id: String,
    /// The unit's id.
    pub unit_id: String,
    /// Who sent it: nobody else sees it.
    pub user_id: String,
    /// The kind of book.
    pub kind: String,
    /// The file's name.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// Epoch microseconds.
    pub at: i64,
    /// Where its landing stands.
    pub landing: Landing,
}

caunoi_domain::words! {
    /// How far a table is.
    DraftState {
        /// it waits
        Waiting = "waiting",
        /// its rows are landing
        Landing = "landing",
        /// all or none was asked, and a row was wrong: none landed
        Refused = "refused",
        /// what can land has landed
        Landed = "landed",
    }
}

/// Where the landing of a table stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landing {
    /// How far it is.
    pub state: DraftState,
    /// Rows that were tried.
    pub done: i64,
    /// Rows to be tried.
    pub whole: i64,
    /// When the landing last said so, epoch microseconds.
    pub beat_at: i64,
    /// What became of the rows, sealed like the table.
    pub outcome: Option<Vec<u8>>,
}

impl Default for Landing {
    fn default() -> Self {
        Self { state: DraftState::Waiting, done: 0, whole: 0, beat_at: 0, outcome: None }
    }
}

/// One import that landed rows.
#[derive(Clone, Debug)]
pub struct BatchRow {
    /// Id.
    pub id: String,
    /// The unit's id; empty for a kind that belongs to none.
    pub unit_id: String,
    /// The kind of book.
    pub kind: String,
    /// Public id.
    pub public_id: i64,
    /// Epoch microseconds.
    pub at: i64,
    /// Who.
    pub by_user: String,
    /// When its slips were shown for printing.
    pub slips_at: Option<i64>,
    /// To whom they were shown.
    pub slips_by: String,
}

/// An opinion of a batch, as its slip needs it.
#[derive(Clone, Debug)]
pub struct BatchLine {
    /// The row's number in the book, or its hash.
    pub source_id: String,
    /// Public id of the opinion.
    pub public_id: i64,
    /// Title of its first matter.
    pub title: String,
    /// ISO day of receipt.
    pub received_on: String,
    /// The person is told by this ISO day.
    pub notice_due_on: String,
    /// Who acts next.
    pub next_actor: String,
}

/// The saved mapping of a unit's book, as JSON.
///
/// # Errors
/// The engine's words.
pub async fn mapping(conn: &mut Conn<'_>, unit_id: &str, kind: &str) -> Result<Option<String>> {
    conn.maybe(MAPPING, args![unit_id, kind]).await?.map(|r| r.get("mapping")).transpose()
}

/// Saves the mapping of a unit's book.
///
/// # Errors
/// The engine's words.
pub async fn save_mapping(tx: &mut Tx<'_>, unit_id: &str, kind: &str, mapping: &str, at: i64, by_user: &str) -> Result<()> {
    tx.exec(SAVE_MAPPING, args![unit_id, kind, mapping, at, by_user]).await?;
    Ok(())
}

/// Keeps a table until it is landed; drops what others left longer ago than `older`.
///
/// # Errors
/// The engine's words.
pub async fn keep_draft(tx: &mut Tx<'_>, d: &DraftRow, older: i64) -> Result<()> {
    tx.exec(DROP_OLD, args![older]).await?;
    tx.exec(ADD_DRAFT, args![&d.id, &d.unit_id, &d.user_id, &d.kind, &d.name, d.bytes.clone(), d.at]).await?;
    Ok(())
}

/// The table of that id, for the user who sent it.
///
/// # Errors
/// The engine's words.
pub async fn draft(conn: &mut Conn<'_>, id: &str, user_id: &str) -> Result<Option<DraftRow>> {
    conn.maybe(DRAFT, args![id, user_id])
        .await?
        .map(|r| {
            Ok(DraftRow {
                id: r.get("id")?,
                unit_id: r.get("unit_id")?,
                user_id: r.get("user_id")?,
                kind: r.get("kind")?,
                name: r.get("name")?,
                bytes: r.get("bytes")?,
                at: r.get("at")?,
                landing: Landing {
                    state: r.word("state")?,
                    done: r.get("done")?,
                    whole: r.get("whole")?,
                    beat_at: r.get("beat_at")?,
                    outcome: r.get("outcome")?,
                },
            })
        })
        .transpose()
}

/// Drops a table.
///
/// # Errors
/// The engine's words.
pub async fn drop_draft(tx: &mut Tx<'_>, id: &str, user_id: &str) -> Result<()> {
    tx.exec(DROP_DRAFT, args![id, user_id]).await?;
    Ok(())
}

/// Begins the landing of a table; false where it is landing (and has said so since `stale`) or has landed.
///
/// # Errors
/// The engine's words.
pub async fn begin_landing(tx: &mut Tx<'_>, of: (&str, &str), whole: i64, at: i64, stale: i64) -> Result<bool> {
    let (id, user_id) = of;
    Ok(tx.exec(BEGIN_LANDING, args![id, user_id, whole, at, stale]).await? == 1)
}

/// Says how far the landing of a table is.
///
/// # Errors
/// The engine's words.
pub async fn beat(tx: &mut Tx<'_>, id: &str, done: i64, whole: i64, at: i64) -> Result<()> {
    tx.exec(BEAT, args![id, done, whole, at]).await?;
    Ok(())
}

/// Ends the landing of a table. What has landed needs its bytes no longer.
///
/// # Errors
/// The engine's words.
pub async fn end_landing(tx: &mut Tx<'_>, id: &str, state: DraftState, outcome: Option<Vec<u8>>) -> Result<()> {
    tx.exec(END_LANDING, args![id, state.code(), outcome, state == DraftState::Landed, Vec::<u8>::new()]).await?;
    Ok(())
}

/// Opens a batch; the same id again changes nothing.
///
/// # Errors
/// The engine's words.
pub async fn open_batch(tx: &mut Tx<'_>, b: &BatchRow) -> Result<()> {
    tx.exec(OPEN_BATCH, args![&b.id, &b.unit_id, &b.kind, b.public_id, b.at, &b.by_user]).await?;
    Ok(())
}

/// The batch of that public id.
///
/// # Errors
/// The engine's words.
pub async fn batch(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<BatchRow>> {
    conn.maybe(BATCH, args![public_id])
        .await?
        .map(|r| {
            Ok(BatchRow {
                id: r.get("id")?,
                unit_id: r.get("unit_id")?,
                kind: r.get("kind")?,
                public_id: r.get("public_id")?,
                at: r.get("at")?,
                by_user: r.get("by_user")?,
                slips_at: r.get("slips_at")?,
                slips_by: r.get("slips_by")?,
            })
        })
        .transpose()
}

/// Marks when and to whom the slips of a batch were shown first.
///
/// # Errors
/// The engine's words.
pub async fn mark_slips(tx: &mut Tx<'_>, id: &str, at: i64, by_user: &str) -> Result<()> {
    tx.exec(MARK_SLIPS, args![id, at, by_user]).await?;
    Ok(())
}

/// The opinions of a batch that are not sealed, in the order of the book.
///
/// # Errors
/// The engine's words.
pub async fn batch_opinions(conn: &mut Conn<'_>, batch_id: &str) -> Result<Vec<BatchLine>> {
    conn.all(BATCH_OPINIONS, args![batch_id])
        .await?
        .iter()
        .map(|r| {
            Ok(BatchLine {
                source_id: r.get("source_id")?,
                public_id: r.get("public_id")?,
                title: r.get("title")?,
                received_on: r.get("received_on")?,
                notice_due_on: r.get("notice_due_on")?,
                next_actor: r.get("next_actor")?,
            })
        })
        .collect()
}

/// The units that a unit came from, by every round of mergers: each with the last ISO day it stood, or that of what
/// followed it; empty where no source says.
///
/// # Errors
/// The engine's words.
pub async fn former(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Former>> {
    conn.all(FORMER, args![unit_id])
        .await?
        .iter()
        .map(|r| Ok(Former { id: r.get("id")?, code: r.get("code")?, name: r.get("name")?, last: r.get("last")? }))
        .collect()
}

/// Villages of every day of a unit and of those that it came from, its own first: what a book of years may name.
///
/// # Errors
/// The engine's words.
pub async fn villages(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Village>> {
    conn.all(VILLAGES, args![unit_id])
        .await?
        .iter()
        .map(|r| {
            let at: String = r.get("unit_id")?;
            Ok(Village {
                id: r.get("id")?,
                name: r.get("name")?,
                former_id: Some(at).filter(|at| at != unit_id),
                from: r.get("valid_from")?,
                to: r.get("valid_to")?,
            })
        })
        .collect()
}

/// A unit and what it came from, each with the last day of it or of what followed it.
macro_rules! came_from {
    () => {
        "WITH RECURSIVE line (id, last, depth) AS (SELECT u.id, u.valid_to, CAST(0 AS BIGINT) FROM unit u WHERE u.id = $1 \
         UNION ALL SELECT o.id, coalesce(o.valid_to, line.last), line.depth + 1 FROM line JOIN unit_lineage l ON l.new_id = line.id \
         JOIN unit o ON o.id = l.old_id WHERE line.depth < 6) "
    };
}

statements! {
    MAPPING = "SELECT mapping FROM book_mapping WHERE unit_id = $1 AND kind = $2";
    SAVE_MAPPING = "INSERT INTO book_mapping (unit_id, kind, mapping, at, by_user) VALUES ($1, $2, $3, $4, $5) \
                    ON CONFLICT (unit_id, kind) DO UPDATE SET mapping = excluded.mapping, at = excluded.at, by_user = excluded.by_user";
    DROP_OLD = "DELETE FROM book_draft WHERE at < $1";
    ADD_DRAFT = "INSERT INTO book_draft (id, unit_id, user_id, kind, name, bytes, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    BEGIN_LANDING = "UPDATE book_draft SET state = 'landing', done = 0, whole = $3, beat_at = $4, outcome = NULL \
                     WHERE id = $1 AND user_id = $2 AND (state IN ('waiting', 'refused') OR (state = 'landing' AND beat_at < $5))";
    BEAT = "UPDATE book_draft SET done = $2, whole = $3, beat_at = $4 WHERE id = $1 AND state = 'landing'";
    END_LANDING = "UPDATE book_draft SET state = $2, outcome = $3, bytes = CASE WHEN $4 = 1 THEN $5 ELSE bytes END WHERE id = $1";
    DRAFT = "SELECT id, unit_id, user_id, kind, name, bytes, at, state, done, whole, beat_at, outcome FROM book_draft WHERE id = $1 AND user_id = $2";
    DROP_DRAFT = "DELETE FROM book_draft WHERE id = $1 AND user_id = $2";
    OPEN_BATCH = "INSERT INTO import_batch (id, unit_id, kind, public_id, at, by_user) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING";
    BATCH = "SELECT id, unit_id, kind, public_id, at, by_user, slips_at, slips_by FROM import_batch WHERE public_id = $1";
    MARK_SLIPS = "UPDATE import_batch SET slips_at = $2, slips_by = $3 WHERE id = $1 AND slips_at IS NULL";
    BATCH_OPINIONS = "SELECT r.source_id, o.public_id, i.title, o.received_on, o.notice_due_on, i.next_actor, r.seq FROM import_row r \
                      JOIN opinion o ON o.unit_id = r.unit_id AND o.source = r.source AND o.source_id = r.source_id \
                      JOIN item i ON i.opinion_id = o.id AND i.seq = 1 \
                      WHERE r.batch_id = $1 AND r.kind = 'opinion' AND o.sealed = 0 ORDER BY r.seq";
    FORMER = concat!(came_from!(), "SELECT u.id, u.code, u.name, max(coalesce(line.last, '')) AS last, u.sort FROM line JOIN unit u ON u.id = line.id \
              WHERE line.depth > 0 GROUP BY u.id, u.code, u.name, u.sort ORDER BY u.sort, u.id");
    VILLAGES = concat!(came_from!(), "SELECT v.id, v.unit_id, v.name, v.valid_from, max(coalesce(v.valid_to, line.last)) AS valid_to, min(line.depth) AS depth, v.sort \
                FROM line CROSS JOIN village v WHERE v.unit_id = line.id GROUP BY v.id, v.unit_id, v.name, v.valid_from, v.sort ORDER BY 6, 7, 1");
}
