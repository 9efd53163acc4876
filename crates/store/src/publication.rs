//! Sổ công khai: what was made public or has to be, one line each, and the matters that an office adds itself.

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The unit.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// Code of the matter, or the id of one that the office added.
    pub matter: String,
    /// The dialogue that it belongs to.
    pub dialogue_id: Option<String>,
    /// The notice that it makes public.
    pub notice_id: Option<String>,
    /// What is made public.
    pub title: String,
    /// Number and symbol of the paper; empty where it has none.
    pub paper: String,
    /// ISO day from which the limit runs.
    pub opened_on: String,
    /// ISO day by which every proof is given.
    pub due_on: String,
    /// Who asks it.
    pub citation: String,
    /// False: the limit is not confirmed.
    pub confirmed: bool,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
    /// Post or body.
    pub by_label: String,
}

/// A publication in the register, with how many of its proofs are there.
#[derive(Clone, Debug)]
pub struct PublicationLine {
    /// The publication.
    pub publication: PublicationRow,
    /// Proofs asked.
    pub asked: i64,
    /// Proofs given.
    pub given: i64,
    /// ISO day on which it was first public; empty where it is not.
    pub first_on: String,
    /// ISO day on which the last posting ended; empty where one still hangs or none was.
    pub ended_on: String,
}

/// A matter that an office added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnMatter {
    /// Id.
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The unit.
    pub unit_id: String,
    /// What must be public.
    pub title: String,
    /// Who says so.
    pub citation: String,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id.
    pub by_user: String,
    /// Post or body.
    pub by_label: String,
}

/// Adds a publication.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, p: &PublicationRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &p.id,
            &p.province_id,
            &p.unit_id,
            p.public_id,
            &p.matter,
            &p.dialogue_id,
            &p.notice_id,
            &p.title,
            &p.paper,
            &p.opened_on,
            &p.due_on,
            &p.citation,
            p.confirmed,
            p.at,
            &p.by_user,
            &p.by_label
        ],
    )
    .await?;
    Ok(())
}

/// The publication of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<PublicationRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// The publication to which the proof of that public id belongs.
///
/// # Errors
/// The engine's words.
pub async fn find_by_proof(conn: &mut Conn<'_>, proof: i64) -> Result<Option<PublicationRow>> {
    conn.maybe(FIND_BY_PROOF, args![proof]).await?.as_ref().map(read).transpose()
}

/// The publication of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<PublicationRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// Voids the publications of a matter of a dialogue: it is announced anew.
///
/// # Errors
/// The engine's words.
pub async fn void_of_dialogue(tx: &mut Tx<'_>, dialogue_id: &str, matter: &str, at: i64) -> Result<()> {
    tx.exec(VOID_OF_DIALOGUE, args![dialogue_id, matter, at]).await?;
    Ok(())
}

/// The register of a unit: what is not yet public everywhere first, then the newest, before the key of the page before.
#[must_use]
pub fn register_look(unit_id: &str, missing: bool, before: Option<(i64, &str)>, limit: i64) -> Look<Vec<PublicationLine>> {
    let (at, id) = before.unwrap_or((i64::MAX, ""));
    Look::each(REGISTER, args![unit_id, missing, at, id, limit], |r| {
        Ok(PublicationLine {
            publication: read(r)?,
            asked: r.get("asked")?,
            given: r.get("given")?,
            first_on: r.get("first_on")?,
            ended_on: r.get("ended_on")?,
        })
    })
}

/// Codes and ids of the matters that a unit made public at least once on or after that ISO day.
#[must_use]
pub fn matters_public_since_look(unit_id: &str, from_day: &str) -> Look<Vec<String>> {
    Look::each(PUBLIC_SINCE, args![unit_id, from_day], |r| r.get("matter"))
}

/// Adds a matter of a unit's own.
///
/// # Errors
/// The engine's words.
pub async fn add_matter(tx: &mut Tx<'_>, m: &OwnMatter) -> Result<()> {
    tx.exec(ADD_MATTER, args![&m.id, &m.province_id, &m.unit_id, &m.title, &m.citation, m.at, &m.by_user, &m.by_label]).await?;
    Ok(())
}

/// The matters that a unit added itself.
///
/// # Errors
/// The engine's words.
pub async fn own_matters(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<OwnMatter>> {
    own_matters_look(unit_id).alone(conn).await
}

/// As [`own_matters`], to be asked for with other nouns.
#[must_use]
pub fn own_matters_look(unit_id: &str) -> Look<Vec<OwnMatter>> {
    Look::each(OWN_MATTERS, args![unit_id], |r| {
        Ok(OwnMatter {
            id: r.get("id")?,
            province_id: r.get("province_id")?,
            unit_id: r.get("unit_id")?,
            title: r.get("title")?,
            citation: r.get("citation")?,
            at: r.get("at")?,
            by_user: r.get("by_user")?,
            by_label: r.get("by_label")?,
        })
    })
}

fn read(r: &Row) -> Result<PublicationRow> {
    Ok(PublicationRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        matter: r.get("matter")?,
        dialogue_id: r.get("dialogue_id")?,
        notice_id: r.get("notice_id")?,
        title: r.get("title")?,
        paper: r.get("paper")?,
        opened_on: r.get("opened_on")?,
        due_on: r.get("due_on")?,
        citation: r.get("citation")?,
        confirmed: r.get("confirmed")?,
        at: r.get("at")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
    })
}

statements! {
    ADD = "INSERT INTO publication (id, province_id, unit_id, public_id, matter, dialogue_id, notice_id, title, paper, opened_on, due_on, citation, confirmed, at, by_user, by_label) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    FIND = "SELECT * FROM publication WHERE id = $1";
    FIND_BY_PROOF = "SELECT b.* FROM publication_proof p JOIN publication b ON b.id = p.publication_id WHERE p.public_id = $1";
    FIND_PUBLIC = "SELECT * FROM publication WHERE public_id = $1 AND void_at IS NULL";
    VOID_OF_DIALOGUE = "UPDATE publication SET void_at = $3 WHERE dialogue_id = $1 AND matter = $2 AND void_at IS NULL";
    REGISTER = "SELECT * FROM (SELECT b.*, \
        (SELECT count(*) FROM publication_proof x WHERE x.publication_id = b.id AND x.void_at IS NULL) AS asked, \
        (SELECT count(*) FROM publication_proof x WHERE x.publication_id = b.id AND x.void_at IS NULL AND x.at IS NOT NULL) AS given, \
        COALESCE((SELECT min(x.from_on) FROM publication_proof x WHERE x.publication_id = b.id AND x.void_at IS NULL), '') AS first_on, \
        CASE WHEN (SELECT count(*) FROM publication_proof x WHERE x.publication_id = b.id AND x.void_at IS NULL AND x.way <> 'media' AND x.ended_on IS NULL) > 0 THEN '' \
        ELSE COALESCE((SELECT max(x.ended_on) FROM publication_proof x WHERE x.publication_id = b.id AND x.void_at IS NULL), '') END AS ended_on \
        FROM publication b WHERE b.unit_id = $1 AND b.void_at IS NULL AND (b.at < $3 OR (b.at = $3 AND b.id < $4))) q \
        WHERE $2 = 0 OR q.given < q.asked ORDER BY q.at DESC, q.id DESC LIMIT $5";
    PUBLIC_SINCE = "SELECT DISTINCT b.matter FROM publication b JOIN publication_proof x ON x.publication_id = b.id \
        WHERE b.unit_id = $1 AND b.void_at IS NULL AND x.void_at IS NULL AND x.at IS NOT NULL AND x.from_on >= $2 ORDER BY b.matter";
    ADD_MATTER = "INSERT INTO public_matter (id, province_id, unit_id, title, citation, at, by_user, by_label) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    OWN_MATTERS = "SELECT id, province_id, unit_id, title, citation, at, by_user, by_label FROM public_matter WHERE unit_id = $1 AND void_at IS NULL ORDER BY at, id";
}
