//! Bodies and posts of a unit.

use caunoi_domain::{
    people::{body::BodyKind, post::PostKind},
    text::sort_key::sort_key,
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// A body of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyRow {
    /// Id.
    pub id: String,
    /// Its unit.
    pub unit_id: String,
    /// Kind.
    pub kind: BodyKind,
    /// Name as it stands on papers and threads.
    pub name: String,
    /// Organ in a document symbol, e.g. `UBND`.
    pub symbol: String,
    /// False: is reached by a dispatch on paper.
    pub has_account: bool,
}

/// A post of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostRow {
    /// Id.
    pub id: String,
    /// Its body.
    pub body_id: String,
    /// Its unit.
    pub unit_id: String,
    /// Kind.
    pub kind: PostKind,
    /// Name: "Bí thư Đảng ủy xã".
    pub name: String,
    /// Head of a Party committee or authority: owes dialogues.
    pub head: bool,
    /// Who holds it today, where known.
    pub holder: Option<String>,
}

/// Adds or renews a body.
///
/// # Errors
/// The engine's words.
pub async fn put_body(tx: &mut Tx<'_>, b: &BodyRow) -> Result<()> {
    tx.exec(PUT_BODY, args![&b.id, &b.unit_id, b.kind.code(), &b.name, &b.symbol, b.has_account, sort_key(&b.name)]).await?;
    Ok(())
}

/// Adds or renews a post.
///
/// # Errors
/// The engine's words.
pub async fn put_post(tx: &mut Tx<'_>, p: &PostRow) -> Result<()> {
    tx.exec(PUT_POST, args![&p.id, &p.body_id, &p.unit_id, p.kind.code(), &p.name, p.head]).await?;
    Ok(())
}

/// Every body a unit ever had, by its name of today, in Vietnamese order: what rows of any year point to.
///
/// # Errors
/// The engine's words.
pub async fn bodies(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<BodyRow>> {
    bodies_look(unit_id).alone(conn).await
}

/// As [`bodies`], to be asked for with other nouns.
#[must_use]
pub fn bodies_look(unit_id: &str) -> Look<Vec<BodyRow>> {
    Look::each(BODIES, args![unit_id], read_body)
}

/// Every body a unit ever had, each by the name it bore on that ISO day: what a paper of the day prints (S0.18).
///
/// # Errors
/// The engine's words.
pub async fn bodies_named(conn: &mut Conn<'_>, unit_id: &str, on: &str) -> Result<Vec<BodyRow>> {
    bodies_named_look(unit_id, on).alone(conn).await
}

/// As [`bodies_named`], to be asked for with other nouns.
#[must_use]
pub fn bodies_named_look(unit_id: &str, on: &str) -> Look<Vec<BodyRow>> {
    Look::each(BODIES_ON, args![unit_id, on, true], read_body)
}

/// The bodies that a unit had on that ISO day, by their names of the day: what can be chosen then.
///
/// # Errors
/// The engine's words.
pub async fn bodies_on(conn: &mut Conn<'_>, unit_id: &str, on: &str) -> Result<Vec<BodyRow>> {
    conn.all(BODIES_ON, args![unit_id, on, false]).await?.iter().map(read_body).collect()
}

/// The body of that id.
///
/// # Errors
/// The engine's words.
pub async fn body(conn: &mut Conn<'_>, id: &str) -> Result<Option<BodyRow>> {
    conn.maybe(BODY, args![id]).await?.as_ref().map(read_body).transpose()
}

/// Posts of a unit with who holds each on that day.
///
/// # Errors
/// The engine's words.
pub async fn posts(conn: &mut Conn<'_>, unit_id: &str, on: &str) -> Result<Vec<PostRow>> {
    posts_look(unit_id, on).alone(conn).await
}

/// As [`posts`], to be asked for with other nouns.
#[must_use]
pub fn posts_look(unit_id: &str, on: &str) -> Look<Vec<PostRow>> {
    Look::each(POSTS, args![unit_id, on], |r| {
        Ok(PostRow {
            id: r.get("id")?,
            body_id: r.get("body_id")?,
            unit_id: r.get("unit_id")?,
            kind: r.word("kind")?,
            name: r.get("name")?,
            head: r.get("head")?,
            holder: r.get("holder")?,
        })
    })
}

fn read_body(r: &Row) -> Result<BodyRow> {
    Ok(BodyRow {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        kind: r.word("kind")?,
        name: r.get("name")?,
        symbol: r.get("symbol")?,
        has_account: r.get("has_account")?,
    })
}

statements! {
    PUT_BODY = "INSERT INTO body (id, unit_id, kind, name, symbol, has_account, sort) VALUES ($1, $2, $3, $4, $5, $6, $7) \
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, symbol = excluded.symbol, has_account = excluded.has_account, sort = excluded.sort";
    PUT_POST = "INSERT INTO post (id, body_id, unit_id, kind, name, head) VALUES ($1, $2, $3, $4, $5, $6) \
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, head = excluded.head";
    BODIES = "SELECT id, unit_id, kind, name, symbol, has_account FROM body WHERE unit_id = $1 ORDER BY sort, id";
    BODIES_ON = "SELECT b.id, b.unit_id, b.kind, coalesce( \
                 (SELECT n.name FROM body_name n WHERE n.body_id = b.id AND n.from_on <= $2 ORDER BY n.from_on DESC, n.id DESC LIMIT 1), \
                 (SELECT n.name FROM body_name n WHERE n.body_id = b.id ORDER BY n.from_on, n.id LIMIT 1), b.name) AS name, coalesce( \
                 (SELECT n.symbol FROM body_name n WHERE n.body_id = b.id AND n.from_on <= $2 ORDER BY n.from_on DESC, n.id DESC LIMIT 1), \
                 (SELECT n.symbol FROM body_name n WHERE n.body_id = b.id ORDER BY n.from_on, n.id LIMIT 1), b.symbol) AS symbol, b.has_account \
                 FROM body b WHERE b.unit_id = $1 AND ($3 = 1 OR ((b.valid_from IS NULL OR b.valid_from <= $2) AND (b.valid_to IS NULL OR b.valid_to >= $2))) \
                 ORDER BY b.sort, b.id";
    BODY = "SELECT id, unit_id, kind, name, symbol, has_account FROM body WHERE id = $1";
    POSTS = "SELECT p.id, p.body_id, p.unit_id, p.kind, p.name, p.head, \
             (SELECT t.person_name FROM tenure t WHERE t.post_id = p.id AND t.acting = 0 AND t.void_at IS NULL AND t.from_on <= $2 \
             AND (t.to_on IS NULL OR t.to_on >= $2) ORDER BY t.from_on DESC, t.id DESC LIMIT 1) AS holder \
             FROM post p WHERE p.unit_id = $1 ORDER BY p.head DESC, p.kind DESC, p.id";
}
