//! Conclusion notices (thông báo kết luận): head, number and hash.

use caunoi_domain::dialogue::{numbering::Numbering, state::NoticeState};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The dialogue.
    pub dialogue_id: String,
    /// The unit.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// The body that issues it: its form and its series of numbers.
    pub body_id: String,
    /// State.
    pub state: NoticeState,
    /// Its number, once issued.
    pub number: Option<i64>,
    /// The number typed from the office's own system.
    pub entered_number: Option<i64>,
    /// Its symbol, once issued.
    pub symbol: String,
    /// Issued here, or entered.
    pub numbering: Numbering,
    /// The year of its series; for the Party the first year of the term.
    pub series: Option<i64>,
    /// ISO day of the signature.
    pub signed_on: Option<String>,
    /// Who signs.
    pub signer_name: String,
    /// In which post.
    pub signer_post: String,
    /// General assessment.
    pub assessment: String,
    /// Epoch microseconds.
    pub issued_at: Option<i64>,
    /// The text that was issued; empty before.
    pub canonical: String,
    /// Its SHA-256; empty before.
    pub hash: String,
}

/// Adds a draft.
///
/// # Errors
/// A unique violation where the body has a notice of this dialogue already.
pub async fn add(tx: &mut Tx<'_>, n: &NoticeRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &n.id,
            &n.dialogue_id,
            &n.unit_id,
            n.public_id,
            &n.body_id,
            n.numbering.code(),
            n.entered_number,
            &n.signed_on,
            &n.signer_name,
            &n.signer_post,
            &n.assessment
        ],
    )
    .await?;
    Ok(())
}

/// Writes back everything that a verb may change.
///
/// # Errors
/// A unique violation where the number is taken.
pub async fn save(tx: &mut Tx<'_>, n: &NoticeRow) -> Result<()> {
    tx.exec(
        SAVE,
        args![
            &n.id,
            n.state.code(),
            n.number,
            n.entered_number,
            &n.symbol,
            n.numbering.code(),
            n.series,
            &n.signed_on,
            &n.signer_name,
            &n.signer_post,
            &n.assessment,
            n.issued_at,
            &n.canonical,
            &n.hash
        ],
    )
    .await?;
    Ok(())
}

/// The notice of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<NoticeRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// The notice of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<NoticeRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// The notices of a dialogue, the one drafted first at first.
///
/// # Errors
/// The engine's words.
pub async fn of_dialogue(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<NoticeRow>> {
    conn.all(OF_DIALOGUE, args![dialogue_id]).await?.iter().map(read).collect()
}

/// The notices of the dialogue of that public id, in the same order.
///
/// # Errors
/// The engine's words.
pub async fn of_dialogue_public(conn: &mut Conn<'_>, dialogue: i64) -> Result<Vec<NoticeRow>> {
    conn.all(OF_DIALOGUE_PUBLIC, args![dialogue]).await?.iter().map(read).collect()
}

/// The last number that is taken in a series of a body.
///
/// # Errors
/// The engine's words.
pub async fn last_number(conn: &mut Conn<'_>, body_id: &str, series: i64) -> Result<Option<i64>> {
    conn.one(LAST_NUMBER, args![body_id, series], "notice").await?.get("last")
}

/// True where a number is taken in a series of a body.
///
/// # Errors
/// The engine's words.
pub async fn is_taken(conn: &mut Conn<'_>, body_id: &str, series: i64, number: i64) -> Result<bool> {
    Ok(conn.maybe(IS_TAKEN, args![body_id, series, number]).await?.is_some())
}

fn read(r: &Row) -> Result<NoticeRow> {
    Ok(NoticeRow {
        id: r.get("id")?,
        dialogue_id: r.get("dialogue_id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        body_id: r.get("body_id")?,
        state: r.word("state")?,
        number: r.get("number")?,
        entered_number: r.get("entered_number")?,
        symbol: r.get("symbol")?,
        numbering: r.word("numbering")?,
        series: r.get("series")?,
        signed_on: r.get("signed_on")?,
        signer_name: r.get("signer_name")?,
        signer_post: r.get("signer_post")?,
        assessment: r.get("assessment")?,
        issued_at: r.get("issued_at")?,
        canonical: r.get("canonical")?,
        hash: r.get("hash")?,
    })
}

statements! {
    ADD = "INSERT INTO notice (id, dialogue_id, unit_id, public_id, body_id, state, symbol, numbering, entered_number, signed_on, signer_name, signer_post, assessment, canonical, hash) \
           VALUES ($1, $2, $3, $4, $5, 'draft', '', $6, $7, $8, $9, $10, $11, '', '')";
    SAVE = "UPDATE notice SET state = $2, number = $3, entered_number = $4, symbol = $5, numbering = $6, series = $7, signed_on = $8, signer_name = $9, \
            signer_post = $10, assessment = $11, issued_at = $12, canonical = $13, hash = $14 WHERE id = $1";
    FIND = "SELECT * FROM notice WHERE id = $1";
    FIND_PUBLIC = "SELECT * FROM notice WHERE public_id = $1";
    OF_DIALOGUE = "SELECT * FROM notice WHERE dialogue_id = $1 ORDER BY id";
    OF_DIALOGUE_PUBLIC = "SELECT n.* FROM dialogue d JOIN notice n ON n.dialogue_id = d.id WHERE d.public_id = $1 ORDER BY n.id";
    LAST_NUMBER = "SELECT max(number) AS last FROM notice WHERE body_id = $1 AND series = $2";
    IS_TAKEN = "SELECT 1 AS taken FROM notice WHERE body_id = $1 AND series = $2 AND number = $3";
}
