//! Published items in lists: title, where each stands, who acts next and by when. Paged by key.

use caunoi_domain::opinion::{item::Standing, kind::OpinionKind};

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    item::Next,
    item_columns, open_item, published, statements,
};

caunoi_domain::words! {
    /// Which published items a list shows; each is what a number on the commune's page opens.
    Show {
        /// all that are published
        All = "tat-ca",
        /// somebody still has to act for a result
        Open = "dang-giai-quyet",
        /// the day by which somebody had to act is over
        Overdue = "qua-han",
        /// somebody answered
        Disposed = "da-tra-loi",
        /// done with evidence, or fully explained
        Resolved = "da-giai-quyet",
        /// the person says so
        Agreed = "nguoi-dan-dong-y",
    }
}

/// A published item in a list.
#[derive(Clone, Debug)]
pub struct ItemLine {
    /// Public id.
    pub public_id: i64,
    /// Published title.
    pub title: String,
    /// Kind.
    pub kind: OpinionKind,
    /// Code word of the field.
    pub field: String,
    /// Where it stands today.
    pub standing: Standing,
    /// Who acts next.
    pub next: Next,
    /// Epoch microseconds.
    pub resolved_at: Option<i64>,
    /// Epoch microseconds of the last change.
    pub updated_at: i64,
    /// Name of the village.
    pub village: Option<String>,
}

/// A page of a commune's list.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The commune's id.
    pub unit_id: &'a str,
    /// Which.
    pub show: Show,
    /// The village's id; empty for all.
    pub village_id: &'a str,
    /// Today, ISO.
    pub today: &'a str,
    /// The last line of the page before: when it changed, and its public id.
    pub after: Option<(i64, i64)>,
    /// At most so many.
    pub limit: i64,
}

/// Reads a published item.
///
/// # Errors
/// Where a column is missing or outside its vocabulary.
pub fn read(r: &Row) -> Result<ItemLine> {
    Ok(ItemLine {
        public_id: r.get("public_id")?,
        title: r.get("published_title")?,
        kind: r.word("kind")?,
        field: r.get("field")?,
        standing: r.word("standing")?,
        next: read_next(r)?,
        resolved_at: r.get("resolved_at")?,
        updated_at: r.get("updated_at")?,
        village: r.get("village")?,
    })
}

/// Reads who acts next.
///
/// # Errors
/// Where a column is missing or outside its vocabulary.
pub(crate) fn read_next(r: &Row) -> Result<Next> {
    Ok(Next { code: r.word("next_code")?, actor: r.get("next_actor")?, due_on: r.get("next_due_on")?, basis: r.get("due_basis")? })
}

/// A village to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageChoice {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Last day, where it is over.
    pub valid_to: Option<String>,
}

/// Published items of a commune, what changed last first, and its villages of every time to choose from. A village
/// brings what was said in the villages that went whole into it, in whichever commune they were then (S0.20).
///
/// # Errors
/// The engine's words.
pub async fn list(conn: &mut Conn<'_>, w: Wanted<'_>) -> Result<(Vec<ItemLine>, Vec<VillageChoice>)> {
    let (at, id) = w.after.unwrap_or((i64::MAX, i64::MAX));
    let (mut items, mut villages) = (Vec::new(), Vec::new());
    let sql = if w.village_id.is_empty() { LIST } else { LIST_OF_VILLAGE };
    for r in conn.all(sql, args![w.unit_id, w.show.code(), w.village_id, w.today, at, id, w.limit]).await? {
        if r.get::<String>("part")? == "item" {
            items.push(read(&r)?);
        } else {
            villages.push(VillageChoice { id: r.get("kind")?, name: r.get("published_title")?, valid_to: r.get("next_due_on")? });
        }
    }
    Ok((items, villages))
}

/// Published items of an issue, what changed last first.
///
/// # Errors
/// The engine's words.
pub async fn of_issue(conn: &mut Conn<'_>, issue_public_id: i64, after: Option<(i64, i64)>, limit: i64) -> Result<Vec<ItemLine>> {
    let (at, id) = after.unwrap_or((i64::MAX, i64::MAX));
    conn.all(OF_ISSUE, args![issue_public_id, at, id, limit]).await?.iter().map(read).collect()
}

/// What narrows a list, its order, and the villages beside it; `$3` is the village.
macro_rules! listed {
    ($from:literal) => {
        concat!("SELECT * FROM (SELECT 'item' AS part, row_number() OVER (ORDER BY i.updated_at DESC, i.public_id DESC) AS ord, ", item_columns!(), $from, published!(), " AND $3 = $3 \
            AND CASE $2 WHEN 'dang-giai-quyet' THEN ", open_item!(), " WHEN 'qua-han' THEN i.next_due_on < $4 AND i.next_code NOT IN ('person', 'nobody') \
            WHEN 'da-tra-loi' THEN i.disposed_at IS NOT NULL WHEN 'da-giai-quyet' THEN i.resolved_at IS NOT NULL \
            WHEN 'nguoi-dan-dong-y' THEN i.agreed_at IS NOT NULL ELSE $2 = $2 END \
            AND (i.updated_at < $5 OR (i.updated_at = $5 AND i.public_id < $6)) ORDER BY ord LIMIT $7) a \
            UNION ALL SELECT * FROM (SELECT 'village', row_number() OVER (ORDER BY CASE WHEN v.valid_to IS NULL THEN 0 ELSE 1 END, v.sort, v.id), 0, v.name, v.id, '', '', '', '', v.valid_to, '', 0, 0, '' FROM village v WHERE v.unit_id = $1) b ORDER BY part, ord")
    };
}

statements! {
    LIST = listed!(" FROM item i WHERE i.unit_id = $1 AND ");
    LIST_OF_VILLAGE = listed!(" FROM item i WHERE i.village_id IN (WITH RECURSIVE tree (id) AS (SELECT v.id FROM village v WHERE v.id = $3 AND v.unit_id = $1 \
            UNION SELECT l.old_id FROM tree JOIN village_lineage l ON l.new_id = tree.id WHERE l.share = 'whole') SELECT id FROM tree) AND ");
    OF_ISSUE = concat!("SELECT ", item_columns!(), " FROM item i WHERE i.issue_id = (SELECT s.id FROM issue s WHERE s.public_id = $1) AND ", published!(), " \
            AND (i.updated_at < $2 OR (i.updated_at = $2 AND i.public_id < $3)) ORDER BY i.updated_at DESC, i.public_id DESC LIMIT $4");
}
