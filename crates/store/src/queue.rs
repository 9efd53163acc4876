//! The triage queue of a commune's office: oldest first, by what it waits for.

use caunoi_domain::opinion::{
    item::{Grounded, Publication, Route, Standing},
    kind::{Channel, OpinionKind},
};

use crate::{
    args,
    db::{Conn, Row},
    error::{Result, StoreError},
    look::Look,
    statements,
};

/// What the queue is narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// chờ phân loại
    Triage,
    /// sắp đến hạn: not on its way, due in a few days or overdue
    DueSoon,
    /// đã phân loại, chưa chuyển bước
    Triaged,
    /// chờ quyết định công bố
    Publication,
}

/// A line of the queue.
#[derive(Clone, Debug)]
pub struct Line {
    /// The item's id: with `received_on` the key of paging.
    pub id: String,
    /// Its public id.
    pub public_id: i64,
    /// Title for staff.
    pub title: String,
    /// Text.
    pub body: String,
    /// Kind.
    pub kind: OpinionKind,
    /// Code word of the field; empty until classified.
    pub field: String,
    /// Grounded or not.
    pub grounded: Grounded,
    /// Why.
    pub grounded_note: String,
    /// Which way it goes.
    pub route: Route,
    /// Where it stands.
    pub standing: Standing,
    /// Publication.
    pub publication: Publication,
    /// Title as published.
    pub published_title: String,
    /// Text as published.
    pub published_body: String,
    /// The opinion's public id.
    pub opinion_public_id: i64,
    /// ISO day.
    pub received_on: String,
    /// ISO day of the next step.
    pub next_due_on: Option<String>,
    /// ISO day by which publication is decided.
    pub publication_due_on: String,
    /// How it came in.
    pub channel: Channel,
    /// Village.
    pub village: Option<String>,
    /// Title of its issue.
    pub issue: Option<String>,
}

/// How many wait for what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// chờ phân loại
    pub triage: i64,
    /// sắp đến hạn
    pub due_soon: i64,
    /// đã phân loại
    pub triaged: i64,
    /// chờ quyết định công bố
    pub publication: i64,
}

/// A page of the queue after the key (received on, id); `soon` is the last ISO day that counts as "soon".
#[must_use]
pub fn page_look(unit_id: &str, what: Waiting, soon: &str, after: (&str, &str), limit: i64) -> Look<Vec<Line>> {
    let sql = match what {
        Waiting::Triage => TRIAGE,
        Waiting::DueSoon => DUE_SOON,
        Waiting::Triaged => TRIAGED,
        Waiting::Publication => PUBLICATION,
    };
    Look::each(sql, args![unit_id, after.0, after.1, limit, soon], read)
}

/// How many wait for what.
#[must_use]
pub fn counts_look(unit_id: &str, soon: &str) -> Look<Counts> {
    Look::new(COUNTS, args![unit_id, soon], |rows| {
        let r = rows.first().ok_or(StoreError::Missing("counts"))?;
        Ok(Counts {
            triage: r.get("triage")?,
            due_soon: r.get("due_soon")?,
            triaged: r.get("triaged")?,
            publication: r.get("publication")?,
        })
    })
}

/// The line of an item of the unit, by its public id.
///
/// # Errors
/// The engine's words.
pub async fn line(conn: &mut Conn<'_>, unit_id: &str, public_id: i64) -> Result<Option<Line>> {
    line_look(unit_id, public_id).alone(conn).await
}

/// As [`line`], to be asked for with other nouns.
#[must_use]
pub fn line_look(unit_id: &str, public_id: i64) -> Look<Option<Line>> {
    Look::maybe(LINE, args![unit_id, public_id], read)
}

fn read(r: &Row) -> Result<Line> {
    Ok(Line {
        id: r.get("id")?,
        public_id: r.get("public_id")?,
        title: r.get("title")?,
        body: r.get("body")?,
        kind: r.word("kind")?,
        field: r.get("field")?,
        grounded: r.word("grounded")?,
        grounded_note: r.get("grounded_note")?,
        route: r.word("route")?,
        standing: r.word("standing")?,
        publication: r.word("publication")?,
        published_title: r.get("published_title")?,
        published_body: r.get("published_body")?,
        opinion_public_id: r.get("opinion_public_id")?,
        received_on: r.get("received_on")?,
        next_due_on: r.get("next_due_on")?,
        publication_due_on: r.get("publication_due_on")?,
        channel: r.word("channel")?,
        village: r.get("village")?,
        issue: r.get("issue")?,
    })
}

macro_rules! lines {
    ($($where:literal),+) => {
        concat!(
            "SELECT i.id, i.public_id, i.title, i.body, i.kind, i.field, i.grounded, i.grounded_note, i.route, i.standing, i.publication, i.published_title, i.published_body, \
             o.public_id AS opinion_public_id, i.received_on, i.next_due_on, i.publication_due_on, \
             o.channel, (SELECT v.name FROM village v WHERE v.id = i.village_id) AS village, (SELECT s.title FROM issue s WHERE s.id = i.issue_id) AS issue \
             FROM item i JOIN opinion o ON o.id = i.opinion_id WHERE i.unit_id = $1 AND ",
            $($where),+
        )
    };
}
macro_rules! paged {
    ($where:literal) => {
        lines!($where, " AND (i.received_on > $2 OR (i.received_on = $2 AND i.id > $3)) AND $5 <> '' ORDER BY i.received_on, i.id LIMIT $4")
    };
}

statements! {
    TRIAGE = paged!("i.standing = 'received'");
    DUE_SOON = paged!("i.standing IN ('received', 'triaged', 'reopened') AND (i.standing <> 'reopened' OR i.route = 'direct') AND i.next_due_on <= $5");
    TRIAGED = paged!("i.standing IN ('triaged', 'reopened') AND (i.standing <> 'reopened' OR i.route = 'direct')");
    PUBLICATION = paged!("i.publication = 'received' AND i.standing <> 'sealed'");
    LINE = lines!("i.public_id = $2");
    // Each by the index of what still waits: how much was ever received does not matter.
    COUNTS = "SELECT (SELECT count(*) FROM item WHERE unit_id = $1 AND standing = 'received') AS triage, \
              (SELECT count(*) FROM item WHERE unit_id = $1 AND standing IN ('received', 'triaged', 'reopened') AND (standing <> 'reopened' OR route = 'direct') AND next_due_on <= $2) AS due_soon, \
              (SELECT count(*) FROM item WHERE unit_id = $1 AND standing IN ('triaged', 'reopened') AND (standing <> 'reopened' OR route = 'direct')) AS triaged, \
              (SELECT count(*) FROM item WHERE unit_id = $1 AND publication = 'received' AND standing <> 'sealed') AS publication";
}
