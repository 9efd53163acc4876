//! Opinions as given, who gave them (apart), and the codes they are followed by.

use caunoi_domain::opinion::{
    kind::{Channel, OpinionKind},
    submission::PersonDetails,
};

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// An opinion as given.
#[derive(Clone, Debug)]
pub struct OpinionRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The commune's id.
    pub unit_id: String,
    /// Public id (64 random bits).
    pub public_id: i64,
    /// Kind.
    pub kind: OpinionKind,
    /// How it came in.
    pub channel: Channel,
    /// The text; empty once sealed.
    pub body: String,
    /// Village.
    pub village_id: Option<String>,
    /// Where, in the person's words.
    pub place_note: String,
    /// ISO day it happened.
    pub occurred_on: Option<String>,
    /// Epoch microseconds.
    pub received_at: i64,
    /// ISO day.
    pub received_on: String,
    /// The clerk who entered it.
    pub entered_by: Option<String>,
    /// Name, address and signature on paper (P19).
    pub signed: bool,
    /// The name may be published.
    pub name_public: bool,
    /// Sealed: the text is gone to ciphertext.
    pub sealed: bool,
    /// The person is told in writing by this ISO day.
    pub notice_due_on: String,
    /// Where it came from: `web`, `office`, or a book's name; with `source_id` its identity.
    pub source: String,
    /// Its id there.
    pub source_id: String,
}

/// Adds an opinion.
///
/// # Errors
/// A unique violation where (unit, source, source id) is there already.
pub async fn add(tx: &mut Tx<'_>, o: &OpinionRow) -> Result<()> {
    tx.exec(
        ADD,
        args![
            &o.id,
            &o.province_id,
            &o.unit_id,
            o.public_id,
            o.kind.code(),
            o.channel.code(),
            &o.body,
            &o.village_id,
            &o.place_note,
            &o.occurred_on,
            o.received_at,
            &o.received_on,
            &o.entered_by,
            o.signed,
            o.name_public,
            &o.notice_due_on,
            &o.source,
            &o.source_id
        ],
    )
    .await?;
    Ok(())
}

/// Keeps who handed it in, apart from the text.
///
/// # Errors
/// The engine's words.
pub async fn add_person(tx: &mut Tx<'_>, opinion_id: &str, p: &PersonDetails) -> Result<()> {
    tx.exec(ADD_PERSON, args![opinion_id, &p.full_name, &p.phone, &p.address, &p.email]).await?;
    Ok(())
}

/// Keeps the hashes by which a code finds its opinion and a secret is checked.
///
/// # Errors
/// The engine's words.
pub async fn add_tracking(tx: &mut Tx<'_>, opinion_id: &str, code_hash: [u8; 32], secret_hash: [u8; 32]) -> Result<()> {
    tx.exec(ADD_TRACKING, args![code_hash, opinion_id, secret_hash]).await?;
    Ok(())
}

/// The opinion of a code, with the hash of its second secret.
///
/// # Errors
/// The engine's words.
pub async fn by_code(conn: &mut Conn<'_>, code_hash: [u8; 32]) -> Result<Option<(String, Vec<u8>)>> {
    conn.maybe(BY_CODE, args![code_hash]).await?.map(|r| Ok((r.get("opinion_id")?, r.get("secret_hash")?))).transpose()
}

/// The opinion of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<OpinionRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// The opinion of that public id.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<OpinionRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// Who handed it in; `None` once erased.
///
/// # Errors
/// The engine's words.
pub async fn person(conn: &mut Conn<'_>, opinion_id: &str) -> Result<Option<PersonDetails>> {
    conn.maybe(PERSON, args![opinion_id])
        .await?
        .map(|r| {
            Ok(PersonDetails { full_name: r.get("full_name")?, phone: r.get("phone")?, address: r.get("address")?, email: r.get("email")? })
        })
        .transpose()
}

fn read(r: &Row) -> Result<OpinionRow> {
    Ok(OpinionRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        public_id: r.get("public_id")?,
        kind: r.word("kind")?,
        channel: r.word("channel")?,
        body: r.get("body")?,
        village_id: r.get("village_id")?,
        place_note: r.get("place_note")?,
        occurred_on: r.get("occurred_on")?,
        received_at: r.get("received_at")?,
        received_on: r.get("received_on")?,
        entered_by: r.get("entered_by")?,
        signed: r.get("signed")?,
        name_public: r.get("name_public")?,
        sealed: r.get("sealed")?,
        notice_due_on: r.get("notice_due_on")?,
        source: r.get("source")?,
        source_id: r.get("source_id")?,
    })
}

statements! {
    ADD = "INSERT INTO opinion (id, province_id, unit_id, public_id, kind, channel, body, village_id, place_note, occurred_on, received_at, received_on, \
           entered_by, signed, name_public, notice_due_on, source, source_id) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    ADD_PERSON = "INSERT INTO opinion_person (opinion_id, full_name, phone, address, email) VALUES ($1, $2, $3, $4, $5)";
    ADD_TRACKING = "INSERT INTO tracking (code_hash, opinion_id, secret_hash) VALUES ($1, $2, $3)";
    BY_CODE = "SELECT opinion_id, secret_hash FROM tracking WHERE code_hash = $1";
    FIND = "SELECT id, province_id, unit_id, public_id, kind, channel, body, village_id, place_note, occurred_on, received_at, received_on, entered_by, signed, \
            name_public, sealed, notice_due_on, source, source_id FROM opinion WHERE id = $1";
    FIND_PUBLIC = "SELECT id, province_id, unit_id, public_id, kind, channel, body, village_id, place_note, occurred_on, received_at, received_on, entered_by, signed, \
            name_public, sealed, notice_due_on, source, source_id FROM opinion WHERE public_id = $1";
    PERSON = "SELECT full_name, phone, address, email FROM opinion_person WHERE opinion_id = $1";
}
