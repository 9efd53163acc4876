//! What the head of a village may read by link: only what everybody may read, of that village; and the proofs asked of it.

use caunoi_domain::opinion::step::Step;

use crate::{
    args,
    db::Conn,
    dialogue::{self, DialogueRow},
    error::{Result, StoreError},
    published, statements,
};

/// An answer to read out: a published matter of the village with its last public answer.
#[derive(Clone, Debug)]
pub struct ToRead {
    /// Public id of the item.
    pub public_id: i64,
    /// Title edited for publication.
    pub title: String,
    /// ISO day of the answer.
    pub on_day: String,
    /// Who answered.
    pub actor: String,
    /// The step that answers.
    pub step: Step,
}

/// A proof asked of a village, or given by it.
#[derive(Clone, Debug)]
pub struct Posting {
    /// Public id of the proof.
    pub proof: i64,
    /// What is to be posted.
    pub title: String,
    /// Its number and symbol.
    pub paper: String,
    /// Public id of the notice, where it is one.
    pub notice: Option<i64>,
    /// ISO day by which it is posted.
    pub due_on: String,
    /// First ISO day; absent while it is to be posted.
    pub from_on: Option<String>,
    /// Last ISO day that is intended.
    pub to_on: Option<String>,
    /// ISO day on which it was taken down.
    pub ended_on: Option<String>,
}

/// The latest answers to published matters of a village.
///
/// # Errors
/// The engine's words; a step that cannot be read.
pub async fn to_read(conn: &mut Conn<'_>, unit_id: &str, village_id: &str, limit: i64) -> Result<Vec<ToRead>> {
    conn.all(TO_READ, args![unit_id, village_id, limit])
        .await?
        .iter()
        .map(|r| {
            let data: String = r.get("data")?;
            let step = serde_json::from_str(&data).map_err(|_| StoreError::Vocabulary { what: "step", value: data })?;
            Ok(ToRead {
                public_id: r.get("public_id")?,
                title: r.get("published_title")?,
                on_day: r.get("on_day")?,
                actor: r.get("actor")?,
                step,
            })
        })
        .collect()
}

/// What a village has to post, the first due first, then what it posted last.
///
/// # Errors
/// The engine's words.
pub async fn postings(conn: &mut Conn<'_>, village_id: &str, limit: i64) -> Result<Vec<Posting>> {
    conn.all(POSTINGS, args![village_id, limit])
        .await?
        .iter()
        .map(|r| {
            Ok(Posting {
                proof: r.get("public_id")?,
                title: r.get("title")?,
                paper: r.get("paper")?,
                notice: r.get("notice")?,
                due_on: r.get("due_on")?,
                from_on: r.get("from_on")?,
                to_on: r.get("to_on")?,
                ended_on: r.get("ended_on")?,
            })
        })
        .collect()
}

/// The next announced dialogue of a commune on or after an ISO day.
///
/// # Errors
/// The engine's words.
pub async fn next_dialogue(conn: &mut Conn<'_>, unit_id: &str, today: &str) -> Result<Option<DialogueRow>> {
    conn.maybe(NEXT_DIALOGUE, args![unit_id, today]).await?.as_ref().map(dialogue::read).transpose()
}

statements! {
    TO_READ = concat!("SELECT i.public_id, i.published_title, s.on_day, s.actor, s.data FROM item i JOIN step s ON s.item_id = i.id AND s.public = 1 \
               WHERE i.unit_id = $1 AND i.village_id = $2 AND ", published!(), " \
               AND s.id = (SELECT z.id FROM step z WHERE z.item_id = i.id AND z.public = 1 \
               AND z.kind IN ('answered', 'done', 'partly_done', 'superior_answered', 'concluded') ORDER BY z.at DESC, z.id DESC LIMIT 1) \
               ORDER BY s.at DESC, s.id DESC LIMIT $3");
    POSTINGS = "SELECT x.public_id, b.title, b.paper, n.public_id AS notice, b.due_on, x.from_on, x.to_on, x.ended_on FROM publication_proof x \
                JOIN publication b ON b.id = x.publication_id LEFT JOIN notice n ON n.id = b.notice_id \
                WHERE x.village_id = $1 AND x.void_at IS NULL AND b.void_at IS NULL \
                ORDER BY CASE WHEN x.at IS NULL THEN 0 ELSE 1 END, CASE WHEN x.at IS NULL THEN b.due_on ELSE '' END, x.at DESC, x.id LIMIT $2";
    NEXT_DIALOGUE = "SELECT * FROM dialogue WHERE unit_id = $1 AND state = 'announced' AND stop = '' AND on_day >= $2 ORDER BY on_day, at_time, id LIMIT 1";
}
