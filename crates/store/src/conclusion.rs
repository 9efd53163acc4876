//! Conclusions: each item of a dialogue has one, in one notice of it, with one of the three outcomes.

use caunoi_domain::dialogue::{outcome::Substate, state::NoticeState};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::{Result, StoreError},
    item::{self, ItemRow},
    look::Look,
    statements,
};

/// A conclusion. Its outcome is its sub-state's; both are kept in the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConclusionRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The notice.
    pub notice_id: String,
    /// The unit.
    pub unit_id: String,
    /// Public id.
    pub public_id: i64,
    /// The item.
    pub item_id: String,
    /// Place among the items of the dialogue.
    pub seq: i64,
    /// Outcome and sub-state.
    pub substate: Substate,
    /// The result, or what is concluded.
    pub text: String,
    /// Evidence or norm that a result rests on.
    pub norm: String,
    /// Why it is not solved yet.
    pub reason: String,
    /// Who does it.
    pub body_id: Option<String>,
    /// Co-operating bodies' ids.
    pub partners: Vec<String>,
    /// ISO day.
    pub due_on: Option<String>,
    /// A superior unit with an inbox.
    pub escalate_unit_id: Option<String>,
    /// A body that is reached by paper.
    pub escalate_body: String,
    /// Number and symbol of that paper.
    pub escalate_paper: String,
    /// ISO day of that paper.
    pub escalate_paper_on: Option<String>,
}

impl ConclusionRow {
    /// Does it conclude the same item of the same notice with the same words? Its place and its ids are not asked about.
    #[must_use]
    pub fn says_as(&self, other: &Self) -> bool {
        let this = Self { id: other.id.clone(), public_id: other.public_id, seq: other.seq, ..self.clone() };
        this == *other
    }
}

/// A conclusion with the names of what it points to, for papers and pages.
#[derive(Clone, Debug)]
pub struct ConclusionView {
    /// The conclusion.
    pub conclusion: ConclusionRow,
    /// The item it concludes.
    pub item: ItemRow,
    /// Name of the body that does it, or empty.
    pub body: String,
    /// Name of the superior unit, or empty.
    pub escalate_unit: String,
}

/// An item that a dialogue has to answer, with where its conclusion stands.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The item.
    pub item: ItemRow,
    /// Title of its issue, or empty.
    pub issue: String,
    /// The notice that concludes it.
    pub notice_id: Option<String>,
    /// That notice's state.
    pub notice_state: Option<NoticeState>,
}

/// The items that a notice concludes together with one of them, where it concludes the whole issue: those that no other
/// notice concludes.
#[must_use]
pub fn of_one_issue<'a>(wanted: &'a [Wanted], chosen: &Wanted, notice_id: &str) -> Vec<&'a Wanted> {
    let beside = |w: &Wanted| w.item.issue_id.is_some() && w.item.issue_id == chosen.item.issue_id;
    let free = |w: &Wanted| w.notice_id.as_ref().is_none_or(|id| id == notice_id);
    wanted.iter().filter(|w| w.item.id == chosen.item.id || (beside(w) && free(w))).collect()
}

/// Writes the conclusion of an item in a notice, in place of what stood there.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, c: &ConclusionRow) -> Result<()> {
    let partners = serde_json::to_string(&c.partners).unwrap_or_else(|_| "[]".to_owned());
    tx.exec(
        PUT,
        args![
            &c.id,
            &c.notice_id,
            &c.unit_id,
            c.public_id,
            &c.item_id,
            c.seq,
            c.substate.outcome().code(),
            c.substate.code(),
            &c.text,
            &c.norm,
            &c.reason,
            &c.body_id,
            partners,
            &c.due_on,
            &c.escalate_unit_id,
            &c.escalate_body,
            &c.escalate_paper,
            &c.escalate_paper_on
        ],
    )
    .await?;
    Ok(())
}

/// Takes the conclusion of an item out of a notice.
///
/// # Errors
/// The engine's words.
pub async fn remove(tx: &mut Tx<'_>, notice_id: &str, item_id: &str) -> Result<()> {
    tx.exec(REMOVE, args![notice_id, item_id]).await?;
    Ok(())
}

/// Every conclusion of a notice, in the order of the items.
///
/// # Errors
/// The engine's words.
pub async fn of_notice(conn: &mut Conn<'_>, notice_id: &str) -> Result<Vec<ConclusionView>> {
    of_notice_look(notice_id).alone(conn).await
}

/// As [`of_notice`], to be asked for with other nouns.
#[must_use]
pub fn of_notice_look(notice_id: &str) -> Look<Vec<ConclusionView>> {
    Look::each(OF_NOTICE, args![notice_id], view)
}

/// Every conclusion of the notices of a dialogue, each notice's in the order of the items.
///
/// # Errors
/// The engine's words.
pub async fn of_dialogue(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<ConclusionView>> {
    conn.all(OF_DIALOGUE, args![dialogue_id]).await?.iter().map(view).collect()
}

fn view(r: &Row) -> Result<ConclusionView> {
    Ok(ConclusionView {
        conclusion: read(r)?,
        item: item::read(r)?,
        body: r.get::<Option<String>>("body_name")?.unwrap_or_default(),
        escalate_unit: r.get::<Option<String>>("escalate_unit")?.unwrap_or_default(),
    })
}

/// A conclusion of an issued notice, as the search shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedConclusion {
    /// Public id.
    pub public_id: i64,
    /// What was concluded.
    pub text: String,
    /// Number and symbol of the notice.
    pub symbol: String,
}

/// The conclusions that issued notices hold about an item, oldest first.
///
/// # Errors
/// The engine's words.
pub async fn issued_of(conn: &mut Conn<'_>, item_id: &str) -> Result<Vec<IssuedConclusion>> {
    let read = |r: &Row| Ok(IssuedConclusion { public_id: r.get("public_id")?, text: r.get("text")?, symbol: r.get("symbol")? });
    conn.all(ISSUED_OF, args![item_id]).await?.iter().map(read).collect()
}

/// Every item that a dialogue has to answer: those behind its approved topics and those of the entries of its minutes,
/// without what has left for a procedure of its own, what was settled before, and what came to a topic's issue by another way.
/// The order is that of the topics, then of the entries.
///
/// # Errors
/// The engine's words.
pub async fn wanted(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<Wanted>> {
    conn.all(WANTED, args![dialogue_id])
        .await?
        .iter()
        .map(|r| {
            Ok(Wanted {
                item: item::read(r)?,
                issue: r.get::<Option<String>>("issue_title")?.unwrap_or_default(),
                notice_id: r.get("notice_id")?,
                notice_state: r.maybe_word("notice_state")?,
            })
        })
        .collect()
}

fn read(r: &Row) -> Result<ConclusionRow> {
    let partners: String = r.get("partners")?;
    Ok(ConclusionRow {
        id: r.get("c_id")?,
        notice_id: r.get("notice_id")?,
        unit_id: r.get("c_unit_id")?,
        public_id: r.get("c_public_id")?,
        item_id: r.get("item_id")?,
        seq: r.get("c_seq")?,
        substate: r.word("substate")?,
        text: r.get("text")?,
        norm: r.get("norm")?,
        reason: r.get("reason")?,
        body_id: r.get("body_id")?,
        partners: serde_json::from_str(&partners).map_err(|_| StoreError::Vocabulary { what: "partners", value: partners.clone() })?,
        due_on: r.get("due_on")?,
        escalate_unit_id: r.get("escalate_unit_id")?,
        escalate_body: r.get("escalate_body")?,
        escalate_paper: r.get("escalate_paper")?,
        escalate_paper_on: r.get("escalate_paper_on")?,
    })
}

macro_rules! views {
    () => {
        "SELECT i.*, c.id AS c_id, c.notice_id, c.unit_id AS c_unit_id, c.public_id AS c_public_id, c.item_id, c.seq AS c_seq, c.substate, c.text, c.norm, \
         c.reason, c.body_id, c.partners, c.due_on, c.escalate_unit_id, c.escalate_body, c.escalate_paper, c.escalate_paper_on, \
         b.name AS body_name, u.name AS escalate_unit \
         FROM conclusion c JOIN item i ON i.id = c.item_id LEFT JOIN body b ON b.id = c.body_id LEFT JOIN unit u ON u.id = c.escalate_unit_id "
    };
}

statements! {
    PUT = "INSERT INTO conclusion (id, notice_id, unit_id, public_id, item_id, seq, outcome, substate, text, norm, reason, body_id, partners, due_on, \
           escalate_unit_id, escalate_body, escalate_paper, escalate_paper_on) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) \
           ON CONFLICT (notice_id, item_id) DO UPDATE SET seq = excluded.seq, outcome = excluded.outcome, substate = excluded.substate, text = excluded.text, \
           norm = excluded.norm, reason = excluded.reason, body_id = excluded.body_id, partners = excluded.partners, due_on = excluded.due_on, \
           escalate_unit_id = excluded.escalate_unit_id, escalate_body = excluded.escalate_body, escalate_paper = excluded.escalate_paper, \
           escalate_paper_on = excluded.escalate_paper_on";
    REMOVE = "DELETE FROM conclusion WHERE notice_id = $1 AND item_id = $2";
    ISSUED_OF = "SELECT c.public_id, c.text, n.symbol FROM conclusion c JOIN notice n ON n.id = c.notice_id WHERE c.item_id = $1 AND n.state = 'issued' \
                 ORDER BY n.issued_at, c.id";
    OF_NOTICE = concat!(views!(), "WHERE c.notice_id = $1 ORDER BY c.seq, c.id");
    OF_DIALOGUE = concat!(views!(), "WHERE c.notice_id IN (SELECT n.id FROM notice n WHERE n.dialogue_id = $1) ORDER BY c.seq, c.id");
    WANTED = "SELECT i.*, s.title AS issue_title, n.notice_id, n.notice_state FROM ( \
              SELECT w.item_id, min(w.place) AS place FROM ( \
              SELECT t.item_id, t.seq AS place FROM topic t WHERE t.dialogue_id = $1 AND t.state = 'approved' AND t.item_id IS NOT NULL \
              UNION ALL \
              SELECT g.id AS item_id, t.seq AS place FROM topic t JOIN item g ON g.issue_id = t.issue_id \
              WHERE t.dialogue_id = $1 AND t.state = 'approved' AND g.route = 'dialogue' \
              UNION ALL \
              SELECT e.item_id, 100000 + e.seq AS place FROM minute_entry e JOIN minutes m ON m.id = e.minutes_id \
              WHERE m.dialogue_id = $1 AND e.item_id IS NOT NULL \
              ) w GROUP BY w.item_id ) a JOIN item i ON i.id = a.item_id LEFT JOIN issue s ON s.id = i.issue_id \
              LEFT JOIN (SELECT c.item_id, c.notice_id, o.state AS notice_state FROM conclusion c JOIN notice o ON o.id = c.notice_id WHERE o.dialogue_id = $1) n \
              ON n.item_id = a.item_id \
              WHERE i.standing NOT IN ('ended', 'sealed') AND (n.notice_id IS NOT NULL OR i.standing NOT IN ('agreed', 'further_path')) ORDER BY a.place, i.created_at, i.id";
}
