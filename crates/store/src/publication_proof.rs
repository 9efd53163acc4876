//! Proofs of publication: open until they are given; each of one way, in one place.

use caunoi_domain::publishing::proof::ProofWay;

use crate::{
    args,
    db::{Conn, Row, Tx},
    error::Result,
    statements,
};

/// A proof, or the place of one that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofRow {
    /// Id (UUIDv7).
    pub id: String,
    /// The province's id.
    pub province_id: String,
    /// The unit.
    pub unit_id: String,
    /// What it proves.
    pub publication_id: String,
    /// Public id.
    pub public_id: i64,
    /// By which way.
    pub way: ProofWay,
    /// In which village.
    pub village_id: Option<String>,
    /// The village's name; empty where it is none.
    pub village: String,
    /// First ISO day.
    pub from_on: Option<String>,
    /// Last ISO day that is intended.
    pub to_on: Option<String>,
    /// Where.
    pub place: String,
    /// Who did it.
    pub who: String,
    /// Number and symbol of the paper.
    pub paper: String,
    /// Epoch microseconds of the proof; absent while it is missing.
    pub at: Option<i64>,
    /// Account or link.
    pub by_user: String,
    /// Post, body or head of the village.
    pub by_label: String,
    /// ISO day on which the posting was taken down.
    pub ended_on: Option<String>,
    /// Who said so.
    pub ended_by: String,
    /// Files attached.
    pub files: i64,
}

/// A publication of which proofs are missing, for what waits.
#[derive(Clone, Debug)]
pub struct Lacking {
    /// Public id of the publication.
    pub public_id: i64,
    /// Its title.
    pub title: String,
    /// ISO day by which they are due.
    pub due_on: String,
    /// Proofs that are missing.
    pub missing: i64,
}

/// Opens the place of a proof.
///
/// # Errors
/// The engine's words.
pub async fn open(tx: &mut Tx<'_>, p: &ProofRow) -> Result<()> {
    tx.exec(OPEN, args![&p.id, &p.province_id, &p.unit_id, &p.publication_id, p.public_id, p.way.code(), &p.village_id]).await?;
    Ok(())
}

/// Gives a proof; false where it was given or voided meanwhile.
///
/// # Errors
/// The engine's words.
pub async fn give(tx: &mut Tx<'_>, p: &ProofRow) -> Result<bool> {
    let n = tx.exec(GIVE, args![&p.id, &p.from_on, &p.to_on, &p.place, &p.who, &p.paper, p.at, &p.by_user, &p.by_label]).await?;
    Ok(n == 1)
}

/// Ends a posting; false where it is not hanging.
///
/// # Errors
/// The engine's words.
pub async fn end(tx: &mut Tx<'_>, id: &str, ended_on: &str, ended_by: &str) -> Result<bool> {
    Ok(tx.exec(END, args![id, ended_on, ended_by]).await? == 1)
}

/// Voids a given proof; false where there is none.
///
/// # Errors
/// The engine's words.
pub async fn void(tx: &mut Tx<'_>, id: &str, at: i64, by: &str, reason: &str) -> Result<bool> {
    Ok(tx.exec(VOID, args![id, at, by, reason]).await? == 1)
}

/// The proof of that public id that was not voided.
///
/// # Errors
/// The engine's words.
pub async fn find_public(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<ProofRow>> {
    conn.maybe(FIND_PUBLIC, args![public_id]).await?.as_ref().map(read).transpose()
}

/// The proofs of a publication: mass media, seat, then the villages in their order.
///
/// # Errors
/// The engine's words.
pub async fn of(conn: &mut Conn<'_>, publication_id: &str) -> Result<Vec<ProofRow>> {
    conn.all(OF, args![publication_id]).await?.iter().map(read).collect()
}

/// Every proof of a dialogue's publications, with the code of the matter, the title and the due day.
///
/// # Errors
/// The engine's words.
pub async fn of_dialogue(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Vec<(OfDialogue, ProofRow)>> {
    conn.all(OF_DIALOGUE, args![dialogue_id])
        .await?
        .iter()
        .map(|r| {
            let of = OfDialogue {
                matter: r.get("matter")?,
                publication: r.get("publication")?,
                title: r.get("title")?,
                published: r.get("published_paper")?,
                due_on: r.get("due_on")?,
                citation: r.get("citation")?,
            };
            Ok((of, read(r)?))
        })
        .collect()
}

/// What a proof of a dialogue belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfDialogue {
    /// Code of the matter.
    pub matter: String,
    /// Public id of the publication.
    pub publication: i64,
    /// Its title.
    pub title: String,
    /// Number and symbol of what is published.
    pub published: String,
    /// ISO day.
    pub due_on: String,
    /// Who asks it.
    pub citation: String,
}

/// Publications of a unit with missing proofs that are due up to that ISO day, the first due first.
///
/// # Errors
/// The engine's words.
pub async fn lacking(conn: &mut Conn<'_>, unit_id: &str, until: &str, limit: i64) -> Result<Vec<Lacking>> {
    conn.all(LACKING, args![unit_id, until, limit])
        .await?
        .iter()
        .map(|r| {
            Ok(Lacking { public_id: r.get("public_id")?, title: r.get("title")?, due_on: r.get("due_on")?, missing: r.get("missing")? })
        })
        .collect()
}

/// How many publications of a unit lack a proof.
///
/// # Errors
/// The engine's words.
pub async fn lacking_count(conn: &mut Conn<'_>, unit_id: &str) -> Result<i64> {
    conn.one(LACKING_COUNT, args![unit_id], "count").await?.get("n")
}

fn read(r: &Row) -> Result<ProofRow> {
    Ok(ProofRow {
        id: r.get("id")?,
        province_id: r.get("province_id")?,
        unit_id: r.get("unit_id")?,
        publication_id: r.get("publication_id")?,
        public_id: r.get("public_id")?,
        way: r.word("way")?,
        village_id: r.get("village_id")?,
        village: r.get("village")?,
        from_on: r.get("from_on")?,
        to_on: r.get("to_on")?,
        place: r.get("place")?,
        who: r.get("who")?,
        paper: r.get("paper")?,
        at: r.get("at")?,
        by_user: r.get("by_user")?,
        by_label: r.get("by_label")?,
        ended_on: r.get("ended_on")?,
        ended_by: r.get("ended_by")?,
        files: r.get("files")?,
    })
}

/// The columns of a proof `x` with its village `v`.
macro_rules! proof_columns {
    () => {
        "x.*, COALESCE(v.name, '') AS village, (SELECT count(*) FROM file f WHERE f.subject_kind = 'publication_proof' AND f.subject_id = x.id) AS files"
    };
}

statements! {
    OPEN = "INSERT INTO publication_proof (id, province_id, unit_id, publication_id, public_id, way, village_id) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    GIVE = "UPDATE publication_proof SET from_on = $2, to_on = $3, place = $4, who = $5, paper = $6, at = $7, by_user = $8, by_label = $9 \
            WHERE id = $1 AND at IS NULL AND void_at IS NULL";
    END = "UPDATE publication_proof SET ended_on = $2, ended_by = $3 WHERE id = $1 AND at IS NOT NULL AND ended_on IS NULL AND void_at IS NULL";
    VOID = "UPDATE publication_proof SET void_at = $2, void_by = $3, void_reason = $4 WHERE id = $1 AND at IS NOT NULL AND void_at IS NULL";
    FIND_PUBLIC = concat!("SELECT ", proof_columns!(), " FROM publication_proof x JOIN publication b ON b.id = x.publication_id LEFT JOIN village v ON v.id = x.village_id \
                   WHERE x.public_id = $1 AND x.void_at IS NULL AND b.void_at IS NULL");
    OF = concat!("SELECT ", proof_columns!(), " FROM publication_proof x LEFT JOIN village v ON v.id = x.village_id WHERE x.publication_id = $1 AND x.void_at IS NULL \
          ORDER BY CASE x.way WHEN 'media' THEN 0 WHEN 'posted' THEN 1 ELSE 2 END, v.sort, x.id");
    OF_DIALOGUE = concat!("SELECT ", proof_columns!(), ", b.matter, b.public_id AS publication, b.title, b.paper AS published_paper, b.due_on, b.citation \
          FROM publication b JOIN publication_proof x ON x.publication_id = b.id LEFT JOIN village v ON v.id = x.village_id \
          WHERE b.dialogue_id = $1 AND b.void_at IS NULL AND x.void_at IS NULL \
          ORDER BY b.at, b.id, CASE x.way WHEN 'media' THEN 0 WHEN 'posted' THEN 1 ELSE 2 END, v.sort, x.id");
    LACKING = "SELECT b.public_id, b.title, b.due_on, count(*) AS missing FROM publication b JOIN publication_proof x ON x.publication_id = b.id \
               WHERE b.unit_id = $1 AND b.due_on <= $2 AND b.void_at IS NULL AND x.at IS NULL AND x.void_at IS NULL \
               GROUP BY b.id, b.public_id, b.title, b.due_on ORDER BY b.due_on, b.id LIMIT $3";
    LACKING_COUNT = "SELECT count(*) AS n FROM publication b WHERE b.unit_id = $1 AND b.void_at IS NULL \
               AND EXISTS (SELECT 1 FROM publication_proof x WHERE x.publication_id = b.id AND x.at IS NULL AND x.void_at IS NULL)";
}
