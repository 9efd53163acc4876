//! The agenda of a dialogue. Its first item is always the result of last time (P3), computed from what the dialogue
//! before concluded and where each matter stands today.

use caunoi_domain::{
    dialogue::{
        outcome::{Outcome, Substate},
        state::{AgendaKind, DialogueState},
    },
    opinion::item::Standing,
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    dialogue::{self, DialogueRow},
    error::Result,
    look::Look,
    statements,
};

/// An item of an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The dialogue.
    pub dialogue_id: String,
    /// From 1.
    pub seq: i64,
    /// Kind.
    pub kind: AgendaKind,
    /// Its own title where it has one (a topic's); empty where the kind says it.
    pub title: String,
    /// Who does it, how long; may be empty.
    pub note: String,
}

/// A conclusion of an earlier dialogue: the outcome frozen then, and where the matter stands today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultLine {
    /// The conclusion's public id.
    pub public_id: i64,
    /// The item's title for staff.
    pub title: String,
    /// The item's title edited for publication; empty where it is not published.
    pub published_title: String,
    /// Outcome of the notice.
    pub outcome: Outcome,
    /// Its sub-state.
    pub substate: Substate,
    /// Standing today.
    pub standing: Standing,
    /// Body that does it.
    pub body_name: Option<String>,
    /// ISO day by which it was promised.
    pub due_on: Option<String>,
    /// Symbol of the notice.
    pub symbol: String,
}

/// Writes the whole agenda of a dialogue in place of what was there.
///
/// # Errors
/// The engine's words.
pub async fn replace(tx: &mut Tx<'_>, dialogue_id: &str, rows: &[AgendaRow]) -> Result<()> {
    tx.exec(CLEAR, args![dialogue_id]).await?;
    for a in rows {
        tx.exec(ADD, args![&a.id, &a.dialogue_id, a.seq, a.kind.code(), &a.title, &a.note]).await?;
    }
    Ok(())
}

/// The agenda of a dialogue in its order.
///
/// # Errors
/// The engine's words.
pub async fn of_dialogue(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<AgendaRow>> {
    conn.all(OF_DIALOGUE, args![dialogue_id])
        .await?
        .iter()
        .map(|r| {
            Ok(AgendaRow {
                id: r.get("id")?,
                dialogue_id: r.get("dialogue_id")?,
                seq: r.get("seq")?,
                kind: r.word("kind")?,
                title: r.get("title")?,
                note: r.get("note")?,
            })
        })
        .collect()
}

/// The dialogue before one, and what became of the matters that its notices conclude.
#[derive(Clone, Debug, Default)]
pub struct Before {
    /// The dialogue; none where the one is the first.
    pub dialogue: Option<DialogueRow>,
    /// Its matters, in the order of its notices.
    pub results: Vec<ResultLine>,
}

/// What became of the matters of the dialogue before one: of that which was fixed with its announcement, or, until then, of
/// the last one that was concluded before its day. One statement.
///
/// # Errors
/// The engine's words.
pub async fn before(conn: &mut Conn<'_>, d: &DialogueRow) -> Result<Before> {
    let (dialogue, results) = if d.state >= DialogueState::Announced {
        let fixed = d.previous_id.as_deref().unwrap_or_default();
        conn.together((dialogue::find_look(fixed), Look::each(RESULTS_OF, args![fixed], result))).await?
    } else {
        let results = Look::each(RESULTS_OF_PREVIOUS, args![&d.unit_id, &d.on_day, &d.id], result);
        conn.together((dialogue::previous_look(&d.unit_id, &d.on_day, &d.id), results)).await?
    };
    Ok(Before { dialogue, results })
}

fn result(r: &Row) -> Result<ResultLine> {
    Ok(ResultLine {
        public_id: r.get("public_id")?,
        title: r.get("title")?,
        published_title: r.get("published_title")?,
        outcome: r.word("outcome")?,
        substate: r.word("substate")?,
        standing: r.word("standing")?,
        body_name: r.get("body_name")?,
        due_on: r.get("due_on")?,
        symbol: r.get("symbol")?,
    })
}

macro_rules! results {
    () => {
        "SELECT c.public_id, i.title, CASE WHEN i.publication = 'published' THEN i.published_title ELSE '' END AS published_title, \
         c.outcome, c.substate, i.standing, b.name AS body_name, c.due_on, n.symbol \
         FROM conclusion c JOIN notice n ON n.id = c.notice_id JOIN item i ON i.id = c.item_id LEFT JOIN body b ON b.id = c.body_id \
         WHERE n.state = 'issued' AND "
    };
}

statements! {
    CLEAR = "DELETE FROM agenda_item WHERE dialogue_id = $1";
    ADD = "INSERT INTO agenda_item (id, dialogue_id, seq, kind, title, note) VALUES ($1, $2, $3, $4, $5, $6)";
    OF_DIALOGUE = "SELECT id, dialogue_id, seq, kind, title, note FROM agenda_item WHERE dialogue_id = $1 ORDER BY seq";
    RESULTS_OF = concat!(results!(), "n.dialogue_id = $1 ORDER BY n.issued_at, n.id, c.seq");
    RESULTS_OF_PREVIOUS = concat!(results!(), "n.dialogue_id = (SELECT id FROM (", dialogue::previous_dialogue!(), ") p) ORDER BY n.issued_at, n.id, c.seq");
}
