//! Who actually presided for each chair's post of a dialogue (S3.1): in person, by a deputy under which paper and why.

use caunoi_domain::dialogue::state::{DelegationGround, PresidingMode};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// What was recorded for one post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresidingRow {
    /// The post.
    pub post_id: String,
    /// Who holds it.
    pub person: String,
    /// How.
    pub mode: PresidingMode,
    /// Who presided instead.
    pub deputy: String,
    /// The paper of the delegation.
    pub paper: String,
    /// Why.
    pub reason: String,
    /// The same in one word, where it was told.
    pub ground: Option<DelegationGround>,
}

/// A chair's post of a dialogue, with what was recorded for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresidingView {
    /// The post.
    pub post_id: String,
    /// Its name.
    pub post_name: String,
    /// Its body.
    pub body_id: String,
    /// Who held the post on the day.
    pub holder: String,
    /// The HĐND's Standing Committee, that co-chairs a statutory dialogue (Đ.43): no head whose duty it is to hold it.
    pub council: bool,
    /// What was recorded; `None` where nothing was.
    pub recorded: Option<PresidingRow>,
}

/// Writes what was recorded for a post, in place of what stood there.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, dialogue_id: &str, p: &PresidingRow) -> Result<()> {
    tx.exec(
        PUT,
        args![
            dialogue_id,
            &p.post_id,
            &p.person,
            p.mode.code(),
            &p.deputy,
            &p.paper,
            &p.reason,
            p.ground.map_or("", DelegationGround::code)
        ],
    )
    .await?;
    Ok(())
}

/// Every chair's post of a dialogue in its order, then the post that co-chairs for the HĐND's Standing Committee, with who
/// held it on the day it was held or is planned for, and what was recorded.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<PresidingView>> {
    of_look(dialogue_id).alone(conn).await
}

/// As [`of`], to be asked for with other nouns.
#[must_use]
pub fn of_look(dialogue_id: &str) -> Look<Vec<PresidingView>> {
    Look::each(OF, args![dialogue_id], view)
}

fn view(r: &Row) -> Result<PresidingView> {
    let post_id: String = r.get("post_id")?;
    let recorded = match r.maybe_word("mode")? {
        None => None,
        Some(mode) => Some(PresidingRow {
            post_id: post_id.clone(),
            person: r.get("person")?,
            mode,
            deputy: r.get("deputy")?,
            paper: r.get("paper")?,
            reason: r.get("reason")?,
            ground: r.maybe_word("ground")?,
        }),
    };
    Ok(PresidingView {
        post_id,
        post_name: r.get("post_name")?,
        body_id: r.get("body_id")?,
        holder: r.get::<Option<String>>("holder")?.unwrap_or_default(),
        council: r.get("council")?,
        recorded,
    })
}

statements! {
    PUT = "INSERT INTO presiding (dialogue_id, post_id, person, mode, deputy, paper, reason, ground) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
           ON CONFLICT (dialogue_id, post_id) DO UPDATE SET person = excluded.person, mode = excluded.mode, deputy = excluded.deputy, \
           paper = excluded.paper, reason = excluded.reason, ground = excluded.ground";
    OF = "SELECT c.post_id, c.council, o.name AS post_name, o.body_id, p.person, p.mode, p.deputy, p.paper, p.reason, nullif(p.ground, '') AS ground, \
          (SELECT t.person_name FROM tenure t WHERE t.post_id = c.post_id AND t.acting = 0 AND t.void_at IS NULL AND t.from_on <= c.on_day AND (t.to_on IS NULL OR t.to_on >= c.on_day) \
          ORDER BY t.from_on DESC, t.id DESC LIMIT 1) AS holder \
          FROM (SELECT x.dialogue_id, x.post_id, x.seq, CAST(0 AS BIGINT) AS council, coalesce(h.held_on, h.on_day) AS on_day \
          FROM dialogue_chair x JOIN dialogue h ON h.id = x.dialogue_id WHERE x.dialogue_id = $1 \
          UNION ALL SELECT d.id, d.council_post, CAST(0 AS BIGINT), CAST(1 AS BIGINT), coalesce(d.held_on, d.on_day) FROM dialogue d WHERE d.id = $1 AND d.council_post <> '') c \
          JOIN post o ON o.id = c.post_id LEFT JOIN presiding p ON p.dialogue_id = c.dialogue_id AND p.post_id = c.post_id ORDER BY c.council, c.seq";
}
