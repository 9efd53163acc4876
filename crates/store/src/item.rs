//! Items: each matter of an opinion with its own thread, standing and publication.

use caunoi_domain::opinion::{
    item::{Grounded, NextCode, Publication, Route, Standing},
    kind::OpinionKind,
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// An item.
#[derive(Clone, Debug)]
pub struct ItemRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The commune's id.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// The opinion it belongs to.
    pub opinion_id: String,
    /// 1 for the first matter of the opinion.
    pub seq: i64,
    /// Kind.
    pub kind: OpinionKind,
    /// Title for staff; the published title is another.
    pub title: String,
    /// Its part of the opinion's text.
    pub body: String,
    /// Code word of the field; empty until classified.
    pub field: String,
    /// Village.
    pub village_id: Option<String>,
    /// Grounded or not.
    pub grounded: Grounded,
    /// Why.
    pub grounded_note: String,
    /// The issue it was grouped into.
    pub issue_id: Option<String>,
    /// Which way it goes.
    pub route: Route,
    /// Where it stands today.
    pub standing: Standing,
    /// Who acts next, and by when, and why that day.
    pub next: Next,
    /// Somebody answered.
    pub disposed_at: Option<i64>,
    /// Done with evidence, or fully explained.
    pub resolved_at: Option<i64>,
    /// The person says so.
    pub agreed_at: Option<i64>,
    /// How often it was reopened (once at most).
    pub reopened: i64,
    /// Publication.
    pub publication: Publication,
    /// Title edited for publication.
    pub published_title: String,
    /// Text edited for publication.
    pub published_body: String,
    /// Coded ground of withholding.
    pub withheld_ground: String,
    /// Who decided on publication (label).
    pub publication_by: String,
    /// When.
    pub publication_at: Option<i64>,
    /// ISO day by which publication is to be decided.
    pub publication_due_on: String,
    /// ISO day of receipt.
    pub received_on: String,
    /// Epoch microseconds.
    pub created_at: i64,
    /// Epoch microseconds of the last change.
    pub updated_at: i64,
}

/// Who acts next, and by when (product rule 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// Kind of the next actor.
    pub code: NextCode,
    /// Label of the post or body; empty for the person and for nobody.
    pub actor: String,
    /// ISO day.
    pub due_on: Option<String>,
    /// Why that day: a citation or the paper that set it.
    pub basis: String,
}

impl Next {
    /// Nobody has to do anything more.
    #[must_use]
    pub const fn nobody() -> Self {
        Self { code: NextCode::Nobody, actor: String::new(), due_on: None, basis: String::new() }
    }

    /// The receiver outside to whom it was transferred by law, since the ISO day of the paper.
    #[must_use]
    pub fn outside(receiver: &str, since: &str) -> Self {
        Self { code: NextCode::Outside, actor: receiver.to_owned(), due_on: None, basis: since.to_owned() }
    }

    /// The person chooses among the further paths that were named on that ISO day.
    #[must_use]
    pub fn choice(since: &str) -> Self {
        Self { code: NextCode::Choice, actor: String::new(), due_on: None, basis: since.to_owned() }
    }
}

/// Adds an item.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, i: &ItemRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &i.id,
            &i.province_id,
            &i.unit_id,
            i.public_id,
            &i.opinion_id,
            i.seq,
            i.kind.code(),
            &i.title,
            &i.body,
            &i.field,
            &i.village_id,
            i.grounded.code(),
            &i.grounded_note,
            i.route.code(),
            i.standing.code(),
            &i.next.actor,
            i.next.code.code(),
            &i.next.due_on,
            &i.next.basis,
            i.publication.code(),
            &i.publication_due_on,
            &i.received_on,
            i.created_at
        ],
    )
    .await?;
    Ok(())
}

/// Writes back everything of an item that a verb may change.
///
/// # Errors
/// The engine's words.
pub async fn save(tx: &mut Tx<'_>, i: &ItemRow, at: i64) -> Result<()> {
    tx.exec(
        SAVE,
        args![
            &i.id,
            i.kind.code(),
            &i.title,
            &i.body,
            &i.field,
            &i.village_id,
            i.grounded.code(),
            &i.grounded_note,
            &i.issue_id,
            i.route.code(),
            i.standing.code(),
            &i.next.actor,
            i.next.code.code(),
            &i.next.due_on,
            &i.next.basis,
            i.disposed_at,
            i.resolved_at,
            i.agreed_at,
            i.reopened,
            i.publication.code(),
            &i.published_title,
            &i.published_body,
            &i.withheld_ground,
            &i.publication_by,
            i.publication_at,
            &i.publication_due_on,
            at
        ],
    )
    .await?;
    if i.publication == Publication::Published {
        let reference = caunoi_domain::opinion::tracking_code::PublicId::from_i64(i.public_id).to_string();
        crate::search::put_state(tx, "item", &reference, i.standing.code()).await?;
    }
    Ok(())
}

/// The item of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<ItemRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// The item of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<ItemRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// The items of an opinion.
///
/// # Errors
/// The engine's words.
pub async fn of_opinion(conn: &mut Conn<'_>, opinion_id: &str) -> Result<Vec<ItemRow>> {
    conn.all(OF_OPINION, args![opinion_id]).await?.iter().map(read).collect()
}

/// The items of the opinion of that public id.
///
/// # Errors
/// The engine's words.
pub async fn of_opinion_public(conn: &mut Conn<'_>, opinion: i64) -> Result<Vec<ItemRow>> {
    conn.all(OF_OPINION_PUBLIC, args![opinion]).await?.iter().map(read).collect()
}

/// The items of an issue.
///
/// # Errors
/// The engine's words.
pub async fn of_issue(conn: &mut Conn<'_>, issue_id: &str) -> Result<Vec<ItemRow>> {
    conn.all(OF_ISSUE, args![issue_id]).await?.iter().map(read).collect()
}

/// Takes out an item that an undone split had made; its steps go before it.
///
/// # Errors
/// The engine's words.
pub async fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    tx.exec(REMOVE, args![id]).await?;
    Ok(())
}

/// Reads an item from a row that has all its columns.
///
/// # Errors
/// Where a column is missing or outside its vocabulary.
pub fn read(r: &Row) -> Result<ItemRow> {
    Ok(ItemRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        opinion_id: r.get("opinion_id")?,
        seq: r.get("seq")?,
        kind: r.word("kind")?,
        title: r.get("title")?,
        body: r.get("body")?,
        field: r.get("field")?,
        village_id: r.get("village_id")?,
        grounded: r.word("grounded")?,
        grounded_note: r.get("grounded_note")?,
        issue_id: r.get("issue_id")?,
        route: r.word("route")?,
        standing: r.word("standing")?,
        next: Next { code: r.word("next_code")?, actor: r.get("next_actor")?, due_on: r.get("next_due_on")?, basis: r.get("due_basis")? },
        disposed_at: r.get("disposed_at")?,
        resolved_at: r.get("resolved_at")?,
        agreed_at: r.get("agreed_at")?,
        reopened: r.get("reopened")?,
        publication: r.word("publication")?,
        published_title: r.get("published_title")?,
        published_body: r.get("published_body")?,
        withheld_ground: r.get("withheld_ground")?,
        publication_by: r.get("publication_by")?,
        publication_at: r.get("publication_at")?,
        publication_due_on: r.get("publication_due_on")?,
        received_on: r.get("received_on")?,
        created_at: r.get("created_at")?,
        updated_at: r.get("updated_at")?,
    })
}

statements! {
    ADD = "INSERT INTO item (id, province_id, unit_id, public_id, opinion_id, seq, kind, title, body, field, village_id, grounded, grounded_note, route, \
           standing, next_actor, next_code, next_due_on, due_basis, publication, publication_due_on, received_on, created_at, updated_at) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $23)";
    SAVE = "UPDATE item SET kind = $2, title = $3, body = $4, field = $5, village_id = $6, grounded = $7, grounded_note = $8, issue_id = $9, route = $10, \
            standing = $11, next_actor = $12, next_code = $13, next_due_on = $14, due_basis = $15, disposed_at = $16, resolved_at = $17, agreed_at = $18, \
            reopened = $19, publication = $20, published_title = $21, published_body = $22, withheld_ground = $23, publication_by = $24, \
            publication_at = $25, publication_due_on = $26, updated_at = $27 WHERE id = $1";
    REMOVE = "DELETE FROM item WHERE id = $1";
    FIND = "SELECT * FROM item WHERE id = $1";
    FIND_PUBLIC = "SELECT * FROM item WHERE public_id = $1";
    OF_OPINION = "SELECT * FROM item WHERE opinion_id = $1 ORDER BY seq";
    OF_OPINION_PUBLIC = "SELECT i.* FROM opinion o JOIN item i ON i.opinion_id = o.id WHERE o.public_id = $1 ORDER BY i.seq";
    OF_ISSUE = "SELECT * FROM item WHERE issue_id = $1 ORDER BY created_at, id";
}
