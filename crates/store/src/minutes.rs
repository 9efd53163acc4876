//! Minutes of a dialogue: their head, the entries in order, and after the signature addenda only.

use caunoi_domain::dialogue::state::MinutesState;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    look::Look,
    statements,
};

/// The head of minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinutesRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The dialogue.
    pub dialogue_id: String,
    /// State.
    pub state: MinutesState,
    /// HH:MM, or empty.
    pub opened: String,
    /// HH:MM, or empty.
    pub closed: String,
    /// Who wrote them.
    pub secretary: String,
    /// The bodies present.
    pub bodies_present: String,
    /// The chair's conclusion.
    pub chair_conclusion: String,
    /// The text that was signed; empty before.
    pub canonical: String,
    /// Its SHA-256; empty before.
    pub hash: String,
    /// Epoch microseconds of the signature.
    pub signed_at: Option<i64>,
    /// Account id of the signer.
    pub signed_by: String,
    /// Post of the signer.
    pub signed_label: String,
}

/// A speech with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The minutes.
    pub minutes_id: String,
    /// Place, from 1.
    pub seq: i64,
    /// Who spoke, as it may be shown.
    pub speaker: String,
    /// Village of the speaker.
    pub village_id: Option<String>,
    /// What was said.
    pub said: String,
    /// The answer.
    pub answer: String,
    /// The post or body that answered.
    pub answered_by: String,
    /// ISO day that was promised.
    pub promised_on: Option<String>,
    /// The item that it is about.
    pub item_id: Option<String>,
    /// Epoch microseconds.
    pub at: i64,
}

/// An entry with the names of what it points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryView {
    /// The entry.
    pub entry: EntryRow,
    /// Name of the village, or empty.
    pub village: String,
    /// Public id of the item.
    pub item_public_id: Option<i64>,
    /// Title of the item for staff, or empty.
    pub item_title: String,
}

/// An addendum to signed minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddendumRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The minutes.
    pub minutes_id: String,
    /// What it says.
    pub text: String,
    /// SHA-256 over the hash before it and its text.
    pub hash: String,
    /// Epoch microseconds.
    pub at: i64,
    /// ISO day.
    pub on_day: String,
    /// Account id.
    pub by_user: String,
    /// Post or body.
    pub by_label: String,
}

/// Adds the head of minutes.
///
/// # Errors
/// A unique violation where the dialogue has minutes already.
pub async fn add(tx: &mut Tx<'_>, id: &str, dialogue_id: &str, opened: &str, secretary: &str) -> Result<()> {
    tx.exec(ADD, args![id, dialogue_id, opened, secretary]).await?;
    Ok(())
}

/// Writes back the head of minutes.
///
/// # Errors
/// The engine's words.
pub async fn save(tx: &mut Tx<'_>, m: &MinutesRow) -> Result<()> {
    tx.exec(
        SAVE,
        args![
            &m.id,
            m.state.code(),
            &m.opened,
            &m.closed,
            &m.secretary,
            &m.bodies_present,
            &m.chair_conclusion,
            &m.canonical,
            &m.hash,
            m.signed_at,
            &m.signed_by,
            &m.signed_label
        ],
    )
    .await?;
    Ok(())
}

/// The minutes of a dialogue.
///
/// # Errors
/// The engine's words.
pub async fn of_dialogue(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Option<MinutesRow>> {
    of_dialogue_look(dialogue_id).alone(conn).await
}

/// As [`of_dialogue`], to be asked for with other nouns.
#[must_use]
pub fn of_dialogue_look(dialogue_id: &str) -> Look<Option<MinutesRow>> {
    Look::maybe(OF_DIALOGUE, args![dialogue_id], read)
}

/// Adds an entry at the end; answers its place.
///
/// # Errors
/// The engine's words.
pub async fn add_entry(tx: &mut Tx<'_>, e: &EntryRow) -> Result<i64> {
    let seq: i64 = tx.one(LAST_SEQ, args![&e.minutes_id], "minute_entry").await?.get("last")?;
    tx.exec(
        ADD_ENTRY,
        args![
            &e.id,
            &e.minutes_id,
            seq + 1,
            &e.speaker,
            &e.village_id,
            &e.said,
            &e.answer,
            &e.answered_by,
            &e.promised_on,
            &e.item_id,
            e.at
        ],
    )
    .await?;
    Ok(seq + 1)
}

/// Writes back an entry.
///
/// # Errors
/// The engine's words.
pub async fn save_entry(tx: &mut Tx<'_>, e: &EntryRow) -> Result<()> {
    tx.exec(SAVE_ENTRY, args![&e.id, &e.speaker, &e.village_id, &e.said, &e.answer, &e.answered_by, &e.promised_on, &e.item_id]).await?;
    Ok(())
}

/// Takes an entry out of the minutes: a denunciation said aloud leaves them (P4).
///
/// # Errors
/// The engine's words.
pub async fn remove_entry(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    tx.exec(REMOVE_ENTRY, args![id]).await?;
    Ok(())
}

/// The entry of that id.
///
/// # Errors
/// The engine's words.
pub async fn find_entry(conn: &mut Conn<'_>, id: &str) -> Result<Option<EntryRow>> {
    conn.maybe(FIND_ENTRY, args![id]).await?.as_ref().map(read_entry).transpose()
}

/// The entries of minutes in their order.
///
/// # Errors
/// The engine's words.
pub async fn entries(conn: &mut Conn<'_>, minutes_id: &str) -> Result<Vec<EntryView>> {
    entries_look(minutes_id).alone(conn).await
}

/// As [`entries`], to be asked for with other nouns.
#[must_use]
pub fn entries_look(minutes_id: &str) -> Look<Vec<EntryView>> {
    Look::each(ENTRIES, args![minutes_id], entry_view)
}

/// The minutes of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<MinutesRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// The entries of a dialogue's minutes.
///
/// # Errors
/// The engine's words.
pub async fn entries_of_dialogue(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<EntryView>> {
    entries_of_dialogue_look(dialogue_id).alone(conn).await
}

/// As [`entries_of_dialogue`], to be asked for with other nouns.
#[must_use]
pub fn entries_of_dialogue_look(dialogue_id: &str) -> Look<Vec<EntryView>> {
    Look::each(ENTRIES_OF_DIALOGUE, args![dialogue_id], entry_view)
}

fn entry_view(r: &Row) -> Result<EntryView> {
    Ok(EntryView {
        entry: read_entry(r)?,
        village: r.get::<Option<String>>("village")?.unwrap_or_default(),
        item_public_id: r.get("item_public_id")?,
        item_title: r.get::<Option<String>>("item_title")?.unwrap_or_default(),
    })
}

/// Adds an addendum.
///
/// # Errors
/// The engine's words.
pub async fn add_addendum(tx: &mut Tx<'_>, a: &AddendumRow) -> Result<()> {
    tx.exec(ADD_ADDENDUM, args![&a.id, &a.minutes_id, &a.text, &a.hash, a.at, &a.by_user, &a.by_label, &a.on_day]).await?;
    Ok(())
}

/// The addenda of a dialogue's minutes in their order.
///
/// # Errors
/// The engine's words.
pub async fn addenda(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<AddendumRow>> {
    conn.all(ADDENDA, args![dialogue_id])
        .await?
        .iter()
        .map(|r| {
            Ok(AddendumRow {
                id: r.get("id")?,
                minutes_id: r.get("minutes_id")?,
                text: r.get("text")?,
                hash: r.get("hash")?,
                at: r.get("at")?,
                on_day: r.get("on_day")?,
                by_user: r.get("by_user")?,
                by_label: r.get("by_label")?,
            })
        })
        .collect()
}

fn read(r: &Row) -> Result<MinutesRow> {
    Ok(MinutesRow {
        id: r.get("id")?,
        dialogue_id: r.get("dialogue_id")?,
        state: r.word("state")?,
        opened: r.get("opened")?,
        closed: r.get("closed")?,
        secretary: r.get("secretary")?,
        bodies_present: r.get("bodies_present")?,
        chair_conclusion: r.get("chair_conclusion")?,
        canonical: r.get("canonical")?,
        hash: r.get("hash")?,
        signed_at: r.get("signed_at")?,
        signed_by: r.get("signed_by")?,
        signed_label: r.get("signed_label")?,
    })
}

fn read_entry(r: &Row) -> Result<EntryRow> {
    Ok(EntryRow {
        id: r.get("id")?,
        minutes_id: r.get("minutes_id")?,
        seq: r.get("seq")?,
        speaker: r.get("speaker")?,
        village_id: r.get("village_id")?,
        said: r.get("said")?,
        answer: r.get("answer")?,
        answered_by: r.get("answered_by")?,
        promised_on: r.get("promised_on")?,
        item_id: r.get("item_id")?,
        at: r.get("at")?,
    })
}

/// Entries with the village of who spoke and the matter that came of it.
macro_rules! entries {
    () => {
        "SELECT e.*, v.name AS village, i.public_id AS item_public_id, i.title AS item_title FROM minute_entry e \
         LEFT JOIN village v ON v.id = e.village_id LEFT JOIN item i ON i.id = e.item_id "
    };
}

statements! {
    ADD = "INSERT INTO minutes (id, dialogue_id, state, opened, closed, secretary, bodies_present, chair_conclusion, canonical, hash, signed_by, signed_label) \
           VALUES ($1, $2, 'draft', $3, '', $4, '', '', '', '', '', '')";
    SAVE = "UPDATE minutes SET state = $2, opened = $3, closed = $4, secretary = $5, bodies_present = $6, chair_conclusion = $7, canonical = $8, hash = $9, \
            signed_at = $10, signed_by = $11, signed_label = $12 WHERE id = $1";
    FIND = "SELECT * FROM minutes WHERE id = $1";
    OF_DIALOGUE = "SELECT * FROM minutes WHERE dialogue_id = $1";
    LAST_SEQ = "SELECT COALESCE(max(seq), 0) AS last FROM minute_entry WHERE minutes_id = $1";
    ADD_ENTRY = "INSERT INTO minute_entry (id, minutes_id, seq, speaker, village_id, said, answer, answered_by, promised_on, item_id, at) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    SAVE_ENTRY = "UPDATE minute_entry SET speaker = $2, village_id = $3, said = $4, answer = $5, answered_by = $6, promised_on = $7, item_id = $8 WHERE id = $1";
    REMOVE_ENTRY = "DELETE FROM minute_entry WHERE id = $1";
    FIND_ENTRY = "SELECT * FROM minute_entry WHERE id = $1";
    ENTRIES = concat!(entries!(), "WHERE e.minutes_id = $1 ORDER BY e.seq, e.id");
    ENTRIES_OF_DIALOGUE = concat!(entries!(), "WHERE e.minutes_id = (SELECT m.id FROM minutes m WHERE m.dialogue_id = $1) ORDER BY e.seq, e.id");
    ADD_ADDENDUM = "INSERT INTO addendum (id, minutes_id, text, hash, at, by_user, by_label, on_day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    ADDENDA = "SELECT * FROM addendum WHERE minutes_id = (SELECT m.id FROM minutes m WHERE m.dialogue_id = $1) ORDER BY at, id";
}
