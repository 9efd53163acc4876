//! Nhóm vấn đề: issues, the matter that several items share.

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// An issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The commune's id.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// Title: posts and places, no persons.
    pub title: String,
    /// What it is about, in a few sentences.
    pub summary: String,
    /// Code word of the field.
    pub field: String,
    /// nổi cộm
    pub hot: bool,
    /// bức xúc
    pub urgent: bool,
    /// When it was published.
    pub published_at: Option<i64>,
    /// Epoch microseconds.
    pub created_at: i64,
    /// Account id.
    pub created_by: String,
    /// When nothing was left in it.
    pub dissolved_at: Option<i64>,
}

/// An issue as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueLine {
    /// The issue.
    pub issue: IssueRow,
    /// Items in it.
    pub items: i64,
}

/// Adds an issue.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, i: &IssueRow) -> Result<()> {
    tx.exec(
        ADD,
        args![&i.id, &i.province_id, &i.unit_id, i.public_id, &i.title, &i.summary, &i.field, i.hot, i.urgent, i.created_at, &i.created_by],
    )
    .await?;
    Ok(())
}

/// Writes back what a verb may change of an issue.
///
/// # Errors
/// The engine's words.
pub async fn save(tx: &mut Tx<'_>, i: &IssueRow) -> Result<()> {
    tx.exec(SAVE, args![&i.id, &i.title, &i.summary, &i.field, i.hot, i.urgent, i.published_at, i.dissolved_at]).await?;
    Ok(())
}

/// The issue of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<IssueRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// The issue of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<IssueRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// How many items are in the issue.
///
/// # Errors
/// The engine's words.
pub async fn size(conn: &mut Conn<'_>, id: &str) -> Result<i64> {
    conn.one(SIZE, args![id], "issue").await?.get("n")
}

/// The unit's issues with how many items each has, newest first, 200 at most; dissolved ones are left out.
///
/// # Errors
/// The engine's words.
pub async fn of_unit(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<IssueLine>> {
    conn.all(OF_UNIT, args![unit_id]).await?.iter().map(|r| Ok(IssueLine { issue: read(r)?, items: r.get("items")? })).collect()
}

fn read(r: &Row) -> Result<IssueRow> {
    Ok(IssueRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        title: r.get("title")?,
        summary: r.get("summary")?,
        field: r.get("field")?,
        hot: r.get("hot")?,
        urgent: r.get("urgent")?,
        published_at: r.get("published_at")?,
        created_at: r.get("created_at")?,
        created_by: r.get("created_by")?,
        dissolved_at: r.get("dissolved_at")?,
    })
}

statements! {
    ADD = "INSERT INTO issue (id, province_id, unit_id, public_id, title, summary, field, hot, urgent, created_at, created_by) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    SAVE = "UPDATE issue SET title = $2, summary = $3, field = $4, hot = $5, urgent = $6, published_at = $7, dissolved_at = $8 WHERE id = $1";
    FIND = "SELECT * FROM issue WHERE id = $1";
    FIND_PUBLIC = "SELECT * FROM issue WHERE public_id = $1";
    SIZE = "SELECT count(*) AS n FROM item WHERE issue_id = $1";
    OF_UNIT = "SELECT s.*, (SELECT count(*) FROM item i WHERE i.issue_id = s.id) AS items FROM issue s \
               WHERE s.unit_id = $1 AND s.dissolved_at IS NULL ORDER BY s.created_at DESC, s.id DESC LIMIT 200";
}
