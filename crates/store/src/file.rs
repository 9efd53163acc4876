//! Files attached to something: the row here, the bytes in the blob store.

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// An attached file.
#[derive(Clone, Debug)]
pub struct FileRow {
    /// Id.
    pub id: String,
    /// The unit that holds it.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// What it is attached to: `opinion`, `progress`, `escalation`, `minutes`, `ending` …
    pub subject_kind: String,
    /// Its id.
    pub subject_id: String,
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// Media type, found from the content.
    pub media: String,
    /// Name as given, cleaned.
    pub name: String,
    /// Bytes.
    pub size: i64,
    /// May be seen on public pages.
    pub public: bool,
    /// Epoch microseconds.
    pub at: i64,
    /// Account id; absent for a person.
    pub by_user: Option<String>,
}

/// Attaches a file whose bytes are durable already.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, f: &FileRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &f.id,
            &f.unit_id,
            f.public_id,
            &f.subject_kind,
            &f.subject_id,
            &f.sha256,
            &f.media,
            &f.name,
            f.size,
            f.public,
            f.at,
            &f.by_user
        ],
    )
    .await?;
    Ok(())
}

/// The files of a subject.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, subject_kind: &str, subject_id: &str) -> Result<Vec<FileRow>> {
    conn.all(OF, args![subject_kind, subject_id]).await?.iter().map(read).collect()
}

/// The file of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<FileRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// The files that came with an opinion, then the scanned papers by which items of it ended.
///
/// # Errors
/// The engine's words.
pub async fn given_and_ended(conn: &mut Conn<'_>, opinion_id: &str) -> Result<Vec<FileRow>> {
    conn.all(GIVEN_AND_ENDED, args![opinion_id]).await?.iter().map(read).collect()
}

/// How many attached files have these bytes.
///
/// # Errors
/// The engine's words.
pub async fn count_of(conn: &mut Conn<'_>, sha256: &str) -> Result<i64> {
    conn.one(COUNT_OF, args![sha256], "count").await?.get("n")
}

pub(crate) fn read(r: &Row) -> Result<FileRow> {
    Ok(FileRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        subject_kind: r.get("subject_kind")?,
        subject_id: r.get("subject_id")?,
        sha256: r.get("sha256")?,
        media: r.get("media")?,
        name: r.get("name")?,
        size: r.get("size")?,
        public: r.get("public")?,
        at: r.get("at")?,
        by_user: r.get("by_user")?,
    })
}

statements! {
    ADD = "INSERT INTO file (id, unit_id, public_id, subject_kind, subject_id, sha256, media, name, size, public, at, by_user) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    OF = "SELECT * FROM file WHERE subject_kind = $1 AND subject_id = $2 ORDER BY at, id";
    GIVEN_AND_ENDED = "SELECT f.* FROM file f WHERE (f.subject_kind = 'opinion' AND f.subject_id = $1) \
                       OR (f.subject_kind = 'ending' AND f.subject_id IN (SELECT e.id FROM ending e JOIN item i ON i.id = e.item_id WHERE i.opinion_id = $1)) \
                       ORDER BY f.at, f.id";
    COUNT_OF = "SELECT count(*) AS n FROM file WHERE sha256 = $1";
    FIND_PUBLIC = "SELECT * FROM file WHERE public_id = $1";
}
