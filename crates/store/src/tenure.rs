//! Who holds a post, who acts, leave: facts with their papers (S0.2, P17). What they mean on a day is the domain's.

use caunoi_domain::people::{
    post::PostKind,
    tenure::{Leave, Tenure},
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::{Result, StoreError},
    statements,
};

/// A tenure as a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenureRow {
    /// Id.
    pub id: String,
    /// The post.
    pub post_id: String,
    /// The account of the person, where they have one.
    pub user_id: Option<String>,
    /// The person's name.
    pub person: String,
    /// First ISO day.
    pub from_on: String,
    /// Last ISO day; open while it goes on.
    pub to_on: Option<String>,
    /// Acts for the holder.
    pub acting: bool,
    /// The paper of the appointment.
    pub paper: String,
    /// The paper of the end.
    pub end_paper: String,
}

/// Days on which a holder is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaveRow {
    /// Id.
    pub id: String,
    /// Whose.
    pub tenure_id: String,
    /// First ISO day.
    pub from_on: String,
    /// Last ISO day; open while it is not known.
    pub to_on: Option<String>,
    /// The paper, may be empty.
    pub paper: String,
}

/// A post with its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostView {
    /// Id.
    pub id: String,
    /// Its unit.
    pub unit_id: String,
    /// Its body.
    pub body_id: String,
    /// The body's name of today.
    pub body: String,
    /// Kind.
    pub kind: PostKind,
    /// Name.
    pub name: String,
    /// Owes dialogues.
    pub head: bool,
    /// First ISO day of the post; empty where it is not known.
    pub since_on: String,
}

/// A post with what is known of who held it.
#[derive(Clone, Debug)]
pub struct Held {
    /// The post.
    pub post: PostView,
    /// Tenures as the domain reads them.
    pub tenures: Vec<Tenure>,
    /// Leave as the domain reads it.
    pub leaves: Vec<Leave>,
}

/// Adds a tenure.
///
/// # Errors
/// The engine's words.
pub async fn add(tx: &mut Tx<'_>, t: &TenureRow) -> Result<()> {
    tx.exec(ADD, args![&t.id, &t.post_id, &t.user_id, &t.person, &t.from_on, &t.to_on, t.acting, &t.paper]).await?;
    Ok(())
}

/// Says when a tenure that goes on ends, and by which paper; answers whether it went on.
///
/// # Errors
/// The engine's words.
pub async fn end(tx: &mut Tx<'_>, id: &str, to_on: &str, paper: &str) -> Result<bool> {
    Ok(tx.exec(END, args![id, to_on, paper]).await? == 1)
}

/// Voids a tenure that was entered by mistake; it stays in the rows, marked.
///
/// # Errors
/// The engine's words.
pub async fn void(tx: &mut Tx<'_>, id: &str, at: i64) -> Result<bool> {
    Ok(tx.exec(VOID, args![id, at]).await? == 1)
}

/// Adds leave.
///
/// # Errors
/// The engine's words.
pub async fn add_leave(tx: &mut Tx<'_>, l: &LeaveRow) -> Result<()> {
    tx.exec(ADD_LEAVE, args![&l.id, &l.tenure_id, &l.from_on, &l.to_on, &l.paper]).await?;
    Ok(())
}

/// Says when leave that goes on ends: the holder is back the day after.
///
/// # Errors
/// The engine's words.
pub async fn end_leave(tx: &mut Tx<'_>, id: &str, to_on: &str) -> Result<bool> {
    Ok(tx.exec(END_LEAVE, args![id, to_on]).await? == 1)
}

/// The tenure of that id, if it is not void.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<TenureRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// Tenures of a post that are not void, by their first day.
///
/// # Errors
/// The engine's words.
pub async fn of_post(conn: &mut Conn<'_>, post_id: &str) -> Result<Vec<TenureRow>> {
    conn.all(OF_POST, args![post_id]).await?.iter().map(read).collect()
}

/// Leave in a post, by its first day.
///
/// # Errors
/// The engine's words.
pub async fn leaves_of_post(conn: &mut Conn<'_>, post_id: &str) -> Result<Vec<LeaveRow>> {
    conn.all(LEAVES_OF_POST, args![post_id]).await?.iter().map(read_leave).collect()
}

/// The post of that id.
///
/// # Errors
/// The engine's words.
pub async fn post(conn: &mut Conn<'_>, id: &str) -> Result<Option<PostView>> {
    conn.maybe(POST, args![id]).await?.as_ref().map(read_post).transpose()
}

/// What is known of who held a post.
///
/// # Errors
/// The engine's words.
pub async fn held(conn: &mut Conn<'_>, post: PostView) -> Result<Held> {
    let [tenures, leaves] = conn.several([(OF_POST, args![&post.id]), (LEAVES_OF_POST, args![&post.id])]).await?;
    let tenures = tenures.iter().map(|r| read(r)?.fact()).collect::<Result<_>>()?;
    let leaves = leaves.iter().map(|r| read_leave(r)?.fact()).collect::<Result<_>>()?;
    Ok(Held { post, tenures, leaves })
}

/// Every post of a unit with what is known of who held it: heads of the unit first, then body by body.
///
/// # Errors
/// The engine's words.
pub async fn of_unit(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Held>> {
    let mut all: Vec<Held> = Vec::new();
    for r in conn.all(OF_UNIT, args![unit_id]).await? {
        let post = read_post(&r)?;
        if all.last().is_none_or(|h| h.post.id != post.id) {
            all.push(Held { post, tenures: Vec::new(), leaves: Vec::new() });
        }
        let (Some(last), Some(id)) = (all.last_mut(), r.get::<Option<String>>("tenure_id")?) else { continue };
        let (from, to) = (r.get::<Option<String>>("from_on")?.unwrap_or_default(), r.get::<Option<String>>("to_on")?);
        if let Some(person) = r.get::<Option<String>>("person_name")? {
            let acting = r.get::<Option<i64>>("acting")?.unwrap_or(0) != 0;
            last.tenures.push(Tenure { id, person, from: day(&from)?, to: to.as_deref().map(day).transpose()?, acting });
        } else {
            last.leaves.push(Leave { tenure_id: id, from: day(&from)?, to: to.as_deref().map(day).transpose()? });
        }
    }
    Ok(all)
}

impl TenureRow {
    /// As the domain reads it.
    ///
    /// # Errors
    /// A day in the rows that is none.
    pub fn fact(&self) -> Result<Tenure> {
        Ok(Tenure {
            id: self.id.clone(),
            person: self.person.clone(),
            from: day(&self.from_on)?,
            to: self.to_on.as_deref().map(day).transpose()?,
            acting: self.acting,
        })
    }
}

impl LeaveRow {
    /// As the domain reads it.
    ///
    /// # Errors
    /// A day in the rows that is none.
    pub fn fact(&self) -> Result<Leave> {
        Ok(Leave { tenure_id: self.tenure_id.clone(), from: day(&self.from_on)?, to: self.to_on.as_deref().map(day).transpose()? })
    }
}

fn day(iso: &str) -> Result<jiff::civil::Date> {
    iso.parse().map_err(|_| StoreError::Vocabulary { what: "day", value: iso.to_owned() })
}

fn read(r: &Row) -> Result<TenureRow> {
    Ok(TenureRow {
        id: r.get("id")?,
        post_id: r.get("post_id")?,
        user_id: r.get("user_id")?,
        person: r.get("person_name")?,
        from_on: r.get("from_on")?,
        to_on: r.get("to_on")?,
        acting: r.get("acting")?,
        paper: r.get("paper")?,
        end_paper: r.get("end_paper")?,
    })
}

fn read_leave(r: &Row) -> Result<LeaveRow> {
    Ok(LeaveRow {
        id: r.get("id")?,
        tenure_id: r.get("tenure_id")?,
        from_on: r.get("from_on")?,
        to_on: r.get("to_on")?,
        paper: r.get("paper")?,
    })
}

fn read_post(r: &Row) -> Result<PostView> {
    Ok(PostView {
        id: r.get("id")?,
        unit_id: r.get("unit_id")?,
        body_id: r.get("body_id")?,
        body: r.get("body")?,
        kind: r.word("kind")?,
        name: r.get("name")?,
        head: r.get("head")?,
        since_on: r.get("since_on")?,
    })
}

statements! {
    ADD = "INSERT INTO tenure (id, post_id, user_id, person_name, from_on, to_on, acting, paper) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    END = "UPDATE tenure SET to_on = $2, end_paper = $3 WHERE id = $1 AND void_at IS NULL AND to_on IS NULL";
    VOID = "UPDATE tenure SET void_at = $2 WHERE id = $1 AND void_at IS NULL";
    ADD_LEAVE = "INSERT INTO tenure_leave (id, tenure_id, from_on, to_on, paper) VALUES ($1, $2, $3, $4, $5)";
    END_LEAVE = "UPDATE tenure_leave SET to_on = $2 WHERE id = $1 AND void_at IS NULL AND to_on IS NULL";
    FIND = "SELECT id, post_id, user_id, person_name, from_on, to_on, acting, paper, end_paper FROM tenure WHERE id = $1 AND void_at IS NULL";
    OF_POST = "SELECT id, post_id, user_id, person_name, from_on, to_on, acting, paper, end_paper FROM tenure WHERE post_id = $1 AND void_at IS NULL ORDER BY from_on, id";
    LEAVES_OF_POST = "SELECT l.id, l.tenure_id, l.from_on, l.to_on, l.paper FROM tenure_leave l JOIN tenure t ON t.id = l.tenure_id \
                      WHERE t.post_id = $1 AND t.void_at IS NULL AND l.void_at IS NULL ORDER BY l.from_on, l.id";
    POST = "SELECT p.id, p.unit_id, p.body_id, b.name AS body, p.kind, p.name, p.head, p.since_on FROM post p JOIN body b ON b.id = p.body_id WHERE p.id = $1";
    OF_UNIT = "SELECT p.id, p.unit_id, p.body_id, b.name AS body, p.kind, p.name, p.head, p.since_on, b.sort, f.tenure_id, f.person_name, f.from_on, f.to_on, f.acting \
               FROM post p JOIN body b ON b.id = p.body_id LEFT JOIN ( \
               SELECT t.post_id, t.id AS tenure_id, t.person_name, t.from_on, t.to_on, t.acting FROM tenure t JOIN post o ON o.id = t.post_id \
               WHERE o.unit_id = $1 AND t.void_at IS NULL \
               UNION ALL SELECT t.post_id, t.id, CAST(NULL AS TEXT), l.from_on, l.to_on, CAST(0 AS BIGINT) FROM tenure_leave l JOIN tenure t ON t.id = l.tenure_id \
               JOIN post o ON o.id = t.post_id WHERE o.unit_id = $1 AND t.void_at IS NULL AND l.void_at IS NULL \
               ) f ON f.post_id = p.id WHERE p.unit_id = $1 ORDER BY p.head DESC, b.sort, p.id, f.from_on, f.tenure_id";
}
