//! The register of governing documents (S0.1): each whole as JSON, with the columns by which it is found and by which
//! it is said to be in force; every version that it had; how documents stand to each other.

use caunoi_domain::{
    regulation::{
        document::{Area, Document, DocumentKind, LinkKind, Visibility},
        validity::Span,
    },
    text::fold,
    unit::Level,
};

use crate::{
    args,
    db::{Arg, Conn, Row, Tx},
    error::{Result, StoreError},
    look::Look,
    statements,
    unit::{self, UnitRow},
};

/// A document of the register.
#[derive(Clone, Debug)]
pub struct RegulationRow {
    /// The document with its clauses and links.
    pub document: Document,
    /// Its days, with what other documents made of them.
    pub span: Span,
    /// The approved summary of an internal one.
    pub summary: String,
    /// The post or body that approved it.
    pub summary_by: String,
    /// Id of the unit whose office keeps it; empty where it was loaded from a file.
    pub keeper: String,
    /// Id of the unit whose office issued it, where another registered it; empty where that is the keeper's own or nobody's here.
    pub issuer_unit: String,
    /// SHA-256 of its content.
    pub hash: String,
    /// How often it was corrected, from 1.
    pub version: i64,
    /// Name of the unit where it applies, where this installation holds that unit.
    pub place: Option<String>,
    /// The last ISO day of that unit, where it is over: what became of its documents then is not known.
    pub place_to: Option<String>,
}

/// Another document as a link names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// How the one stands to the other.
    pub kind: LinkKind,
    /// True where the other stands so to this one.
    pub incoming: bool,
    /// False: not confirmed.
    pub confirmed: bool,
    /// The other's id.
    pub id: String,
    /// Its kind.
    pub document_kind: DocumentKind,
    /// Its number.
    pub number: String,
    /// Its title; empty where it is internal.
    pub title: String,
}

/// A line of the list.
#[derive(Clone, Debug)]
pub struct RegulationLine {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: DocumentKind,
    /// Number as printed.
    pub number: String,
    /// Title; empty where it is internal.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// Where it applies.
    pub area: Area,
    /// Name of the unit where it applies.
    pub place: Option<String>,
    /// The last ISO day of that unit, where it is over: what became of its documents then is not known.
    pub place_to: Option<String>,
    /// Its days.
    pub span: Span,
    /// Who may read it.
    pub visibility: Visibility,
    /// Key of paging.
    pub sort: String,
}

/// What the list is narrowed to; empty texts narrow nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Words and numbers as typed.
    pub query: &'a str,
    /// Code word of a kind.
    pub kind: &'a str,
    /// ISO day on which it is in force.
    pub on: &'a str,
    /// Ids of a unit and of those above it; with them what applies to the nation. None: everywhere.
    pub units: &'a [&'a str],
    /// Only what an office of this unit keeps.
    pub keeper: &'a str,
    /// Key of the last line of the page before: sort, id.
    pub after: Option<(&'a str, &'a str)>,
    /// At most so many.
    pub limit: i64,
}

/// Words of a query at most.
const WORDS: usize = 6;

/// Adds a document, or its next version.
///
/// # Errors
/// The engine's words; [`StoreError::Missing`] where it is no JSON, which it always is.
pub async fn put(tx: &mut Tx<'_>, d: &Document, keeper: &str, version: i64, by_user: &str, at: i64) -> Result<()> {
    let content = content(d)?;
    let hash = hash(d)?;
    let place = d.unit_id.clone();
    let text_key = fold(&format!("{} {} {}", d.spellings(), d.title, d.issuer));
    let sort = caunoi_domain::regulation::validity::begins(d).map(|d| d.to_string()).unwrap_or_default();
    tx.exec(
        PUT,
        args![
            &d.id,
            d.kind.code(),
            &d.number,
            d.number_key(),
            &d.title,
            &d.issuer,
            d.area.code(),
            place,
            d.visibility.code(),
            keeper,
            &content,
            &hash,
            version,
            text_key,
            sort,
            at
        ],
    )
    .await?;
    tx.exec(PUT_VERSION, args![&d.id, version, &content, &hash, at, by_user]).await?;
    tx.exec(DROP_LINKS, args![&d.id]).await?;
    for l in &d.links {
        tx.exec(PUT_LINK, args![&d.id, l.kind.code(), &l.to, l.confirmed]).await?;
    }
    Ok(())
}

/// The SHA-256 of a document's content: equal where nothing changed.
///
/// # Errors
/// As [`put`].
pub fn hash(d: &Document) -> Result<String> {
    Ok(caunoi_domain::dialogue::minutes::hash(&content(d)?))
}

fn content(d: &Document) -> Result<String> {
    serde_json::to_string(d).map_err(|_| StoreError::Missing("content of a regulation"))
}

/// Writes the days in force of a document.
///
/// # Errors
/// The engine's words.
pub async fn put_span(tx: &mut Tx<'_>, id: &str, span: Span) -> Result<()> {
    let (from, to) = (span.from.map(|d| d.to_string()), span.to.map(|d| d.to_string()));
    tx.exec(PUT_SPAN, args![id, from, to, span.superseded]).await?;
    Ok(())
}

/// Writes which unit's office issued a document that another registered.
///
/// # Errors
/// The engine's words.
pub async fn put_issuer(tx: &mut Tx<'_>, id: &str, unit_id: &str) -> Result<()> {
    tx.exec(PUT_ISSUER, args![id, unit_id]).await?;
    Ok(())
}

/// Documents that a unit's office issued and other offices registered and keep.
#[must_use]
pub fn issued_by_look(unit_id: &str) -> Look<Vec<RegulationLine>> {
    Look::each(ISSUED, args![unit_id], line)
}

/// Writes the approved summary of a document.
///
/// # Errors
/// The engine's words.
pub async fn put_summary(tx: &mut Tx<'_>, id: &str, summary: &str, by_label: &str, at: i64) -> Result<()> {
    tx.exec(PUT_SUMMARY, args![id, summary, by_label, at]).await?;
    Ok(())
}

/// The document of that id.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, id: &str) -> Result<Option<RegulationRow>> {
    conn.maybe(FIND, args![id]).await?.as_ref().map(read).transpose()
}

/// Hash, version and keeper of the document of that id, without its content.
///
/// # Errors
/// The engine's words.
pub async fn known(conn: &mut Conn<'_>, id: &str) -> Result<Option<(String, i64, String)>> {
    conn.maybe(KNOWN, args![id]).await?.map(|r| Ok((r.get("hash")?, r.get("version")?, r.get("keeper")?))).transpose()
}

/// The documents that say of themselves that they supersede this one, and the one itself.
///
/// # Errors
/// The engine's words.
pub async fn with_successors(conn: &mut Conn<'_>, id: &str) -> Result<Vec<Document>> {
    conn.all(WITH_SUCCESSORS, args![id]).await?.iter().map(|r| document(&r.get::<String>("content")?)).collect()
}

/// A unit with what its rules say, whole.
#[derive(Clone, Debug)]
pub struct PlaceRules {
    /// Its level.
    pub level: Level,
    /// Its id and those of the units above it.
    pub chain: Vec<String>,
    /// Every document that applies to the nation or to one of them.
    pub documents: Vec<Document>,
}

/// A unit with what its rules say, to be asked for with other nouns; nothing where no document applies.
#[must_use]
pub fn of_unit_look(unit_id: &str) -> Look<Option<PlaceRules>> {
    let own = unit_id.to_owned();
    Look::new(OF_UNIT, args![unit_id], move |rows| {
        let Some(first) = rows.first() else { return Ok(None) };
        let above: [Option<String>; 2] = [first.get("parent_id")?, Some(first.get("province_id")?)];
        let mut chain = vec![own];
        chain.extend(above.into_iter().flatten());
        let documents = rows.iter().map(|r| document(&r.get::<String>("content")?)).collect::<Result<_>>()?;
        Ok(Some(PlaceRules { level: first.word("level")?, chain, documents }))
    })
}

/// Every document that applies to a unit, whole, the nation's and those of the units above it among them: what a rule is
/// looked up in.
///
/// # Errors
/// The engine's words.
pub async fn applying(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Document>> {
    conn.all(APPLYING, args![unit_id]).await?.iter().map(|r| document(&r.get::<String>("content")?)).collect()
}

/// What stands around a document.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// How it stands to others, and others to it.
    pub links: Vec<Linked>,
    /// Every document that applies where it applies, itself among them: the nation's, its unit's and those above.
    pub beside: Vec<Document>,
}

/// What stands around a document: its links, and what applies beside it.
///
/// # Errors
/// The engine's words.
pub async fn around(conn: &mut Conn<'_>, id: &str) -> Result<Around> {
    let mut all = Around::default();
    for r in conn.all(AROUND, args![id]).await? {
        if r.get::<String>("link")?.is_empty() {
            all.beside.push(document(&r.get::<String>("content")?)?);
            continue;
        }
        all.links.push(Linked {
            kind: r.word("link")?,
            incoming: r.get("incoming")?,
            confirmed: r.get("confirmed")?,
            id: r.get("id")?,
            document_kind: r.word("kind")?,
            number: r.get("number")?,
            title: r.get("title")?,
        });
    }
    Ok(all)
}

/// The rules of one place.
#[derive(Clone, Debug, Default)]
pub struct OfPlace {
    /// The first page of its list.
    pub lines: Vec<RegulationLine>,
    /// Every document that applies there, whole: what says otherwise is found among them.
    pub beside: Vec<Document>,
    /// The documents of the units from which it was formed, and of those above them then: what a record of those days is
    /// read by. What the place's own units keep is no former one.
    pub former: Vec<RegulationLine>,
}

/// The rules of the place that `units` names: a page of the list, what applies there, what applied to the units it was
/// formed from on the day that is asked, or ever.
///
/// # Errors
/// The engine's words.
pub async fn of_place(conn: &mut Conn<'_>, w: Wanted<'_>) -> Result<OfPlace> {
    of_place_look(w).alone(conn).await
}

/// As [`of_place`], to be asked for with other nouns.
#[must_use]
pub fn of_place_look(w: Wanted<'_>) -> Look<OfPlace> {
    Look::new(OF_PLACE, asked(w), |rows| {
        let mut all = OfPlace::default();
        for r in rows {
            match r.get::<String>("part")?.as_str() {
                "beside" => all.beside.push(document(&r.get::<String>("content")?)?),
                "former" => all.former.push(line(&r)?),
                _ => all.lines.push(line(&r)?),
            }
        }
        Ok(all)
    })
}

/// A page of the list: what begins last comes first; documents without a known day at the end.
///
/// # Errors
/// The engine's words.
pub async fn list(conn: &mut Conn<'_>, w: Wanted<'_>) -> Result<Vec<RegulationLine>> {
    list_look(w).alone(conn).await
}

/// As [`list`], to be asked for with other nouns.
#[must_use]
pub fn list_look(w: Wanted<'_>) -> Look<Vec<RegulationLine>> {
    Look::each(LIST, asked(w), line)
}

/// What a list is asked by, in the order of its places.
fn asked(w: Wanted<'_>) -> Vec<Arg> {
    let key = caunoi_domain::regulation::document::number_key(w.query);
    let folded = fold(w.query);
    let words: Vec<String> = folded.split(' ').filter(|x| !x.is_empty()).take(WORDS).map(|x| format!("% {x}%")).collect();
    let word = |n: usize| words.get(n).cloned().unwrap_or_default();
    let unit = |n: usize| w.units.get(n).copied().unwrap_or_default();
    let (sort, id) = w.after.unwrap_or(("9999", ""));
    args![
        w.kind,
        w.on,
        !w.units.is_empty(),
        unit(0),
        unit(1),
        unit(2),
        w.keeper,
        key,
        word(0),
        word(1),
        word(2),
        word(3),
        word(4),
        word(5),
        sort,
        id,
        w.limit
    ]
}

fn line(r: &Row) -> Result<RegulationLine> {
    Ok(RegulationLine {
        id: r.get("id")?,
        kind: r.word("kind")?,
        number: r.get("number")?,
        title: r.get("title")?,
        issuer: r.get("issuer")?,
        area: r.word("area")?,
        place: r.get("place")?,
        place_to: r.get("place_to")?,
        span: span(r)?,
        visibility: r.word("visibility")?,
        sort: r.get("sort")?,
    })
}

/// Units that have documents of their own (true), and every unit that bears the asked id or code, in Vietnamese order.
///
/// # Errors
/// The engine's words.
pub async fn places(conn: &mut Conn<'_>, asked: &str) -> Result<Vec<(UnitRow, bool)>> {
    conn.all(PLACES, args![asked]).await?.iter().map(|r| Ok((unit::read(r)?, r.get("own")?))).collect()
}

fn span(r: &Row) -> Result<Span> {
    let (from, to): (Option<String>, Option<String>) = (r.get("begins_on")?, r.get("ends_on")?);
    Ok(Span { from: from.and_then(|d| d.parse().ok()), to: to.and_then(|d| d.parse().ok()), superseded: r.get("superseded")? })
}

fn document(content: &str) -> Result<Document> {
    serde_json::from_str(content).map_err(|e| StoreError::Vocabulary { what: "content of a regulation", value: e.to_string() })
}

fn read(r: &Row) -> Result<RegulationRow> {
    Ok(RegulationRow {
        document: document(&r.get::<String>("content")?)?,
        span: span(r)?,
        summary: r.get("summary")?,
        summary_by: r.get("summary_by")?,
        keeper: r.get("keeper")?,
        issuer_unit: r.get("issuer_unit")?,
        hash: r.get("hash")?,
        version: r.get("version")?,
        place: r.get("place")?,
        place_to: r.get("place_to")?,
    })
}

/// What a line of a list shows, without its title.
macro_rules! columns {
    () => {
        "r.id, r.kind, r.number, r.issuer, r.area, r.begins_on, r.ends_on, r.superseded, r.visibility, r.sort, u.name AS place, u.valid_to AS place_to"
    };
}

/// A page of the list; `$1` to `$17` are those of `asked`.
macro_rules! list {
    () => {
        concat!(
            "SELECT ", columns!(), ", CASE WHEN r.visibility = 'public' OR $7 <> '' THEN r.title ELSE '' END AS title \
            FROM regulation r LEFT JOIN unit u ON u.id = r.unit_id \
            WHERE ($1 = '' OR r.kind = $1) AND ($2 = '' OR (r.begins_on <= $2 AND coalesce(r.ends_on, '9999') >= $2)) \
            AND ($3 = 0 OR r.area = 'nation' OR r.unit_id IN ($4, $5, $6)) AND ($7 = '' OR r.keeper = $7) \
            AND ($9 = '' OR r.number_key = $8 OR ((r.visibility = 'public' OR $7 <> '') AND ' ' || r.text_key LIKE $9 AND ($10 = '' OR ' ' || r.text_key LIKE $10) \
            AND ($11 = '' OR ' ' || r.text_key LIKE $11) AND ($12 = '' OR ' ' || r.text_key LIKE $12) AND ($13 = '' OR ' ' || r.text_key LIKE $13) \
            AND ($14 = '' OR ' ' || r.text_key LIKE $14))) \
            AND (r.sort < $15 OR (r.sort = $15 AND r.id < $16)) ORDER BY r.sort DESC, r.id DESC LIMIT $17"
        )
    };
}

statements! {
    PUT = "INSERT INTO regulation (id, kind, number, number_key, title, issuer, area, unit_id, superseded, visibility, summary, summary_by, keeper, content, hash, \
           version, text_key, sort, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, '', '', $10, $11, $12, $13, $14, $15, $16) \
           ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, number = excluded.number, number_key = excluded.number_key, title = excluded.title, \
           issuer = excluded.issuer, area = excluded.area, unit_id = excluded.unit_id, visibility = excluded.visibility, content = excluded.content, \
           keeper = excluded.keeper, hash = excluded.hash, version = excluded.version, text_key = excluded.text_key, sort = excluded.sort, at = excluded.at";
    PUT_VERSION = "INSERT INTO regulation_version (regulation_id, version, content, hash, at, by_user) VALUES ($1, $2, $3, $4, $5, $6)";
    DROP_LINKS = "DELETE FROM regulation_link WHERE from_id = $1";
    PUT_LINK = "INSERT INTO regulation_link (from_id, kind, to_id, confirmed) VALUES ($1, $2, $3, $4) ON CONFLICT (from_id, kind, to_id) DO UPDATE SET confirmed = excluded.confirmed";
    PUT_SPAN = "UPDATE regulation SET begins_on = $2, ends_on = $3, superseded = $4 WHERE id = $1";
    PUT_ISSUER = "UPDATE regulation SET issuer_unit = $2 WHERE id = $1";
    ISSUED = concat!("SELECT ", columns!(), ", r.title FROM regulation r LEFT JOIN unit u ON u.id = r.unit_id \
              WHERE r.issuer_unit = $1 AND r.issuer_unit <> '' AND r.keeper <> $1 ORDER BY r.sort DESC, r.id DESC LIMIT 60");
    PUT_SUMMARY = "UPDATE regulation SET summary = $2, summary_by = $3, summary_at = $4 WHERE id = $1";
    FIND = "SELECT r.content, r.begins_on, r.ends_on, r.superseded, r.summary, r.summary_by, r.keeper, r.issuer_unit, r.hash, r.version, u.name AS place, u.valid_to AS place_to \
            FROM regulation r LEFT JOIN unit u ON u.id = r.unit_id WHERE r.id = $1";
    KNOWN = "SELECT hash, version, keeper FROM regulation WHERE id = $1";
    WITH_SUCCESSORS = "SELECT r.content FROM regulation r WHERE r.id = $1 \
                       UNION ALL SELECT r.content FROM regulation_link l JOIN regulation r ON r.id = l.from_id WHERE l.to_id = $1 AND l.kind = 'supersedes'";
    OF_UNIT = "SELECT r.content, u.level, u.parent_id, u.province_id FROM unit u JOIN regulation r ON r.area = 'nation' OR r.unit_id IN (u.id, u.parent_id, u.province_id) \
               WHERE u.id = $1 ORDER BY r.id";
    APPLYING = "SELECT content FROM regulation WHERE area = 'nation' OR unit_id IN (SELECT id FROM unit WHERE id = $1 UNION SELECT parent_id FROM unit \
                WHERE id = $1 AND parent_id IS NOT NULL UNION SELECT province_id FROM unit WHERE id = $1) ORDER BY id";
    AROUND = "SELECT l.kind AS link, CAST(0 AS BIGINT) AS incoming, l.confirmed, r.id, r.kind, r.number, CASE WHEN r.visibility = 'public' THEN r.title ELSE '' END AS title, r.sort, '' AS content \
              FROM regulation_link l JOIN regulation r ON r.id = l.to_id WHERE l.from_id = $1 \
              UNION ALL SELECT l.kind AS link, CAST(1 AS BIGINT) AS incoming, l.confirmed, r.id, r.kind, r.number, CASE WHEN r.visibility = 'public' THEN r.title ELSE '' END AS title, r.sort, '' AS content \
              FROM regulation_link l JOIN regulation r ON r.id = l.from_id WHERE l.to_id = $1 \
              UNION ALL SELECT '' AS link, CAST(0 AS BIGINT) AS incoming, CAST(0 AS BIGINT) AS confirmed, r.id, r.kind, r.number, '' AS title, r.sort, r.content FROM regulation r \
              WHERE r.area = 'nation' OR r.unit_id IN (SELECT u.id FROM regulation d JOIN unit u ON u.id = d.unit_id WHERE d.id = $1 \
              UNION SELECT u.parent_id FROM regulation d JOIN unit u ON u.id = d.unit_id WHERE d.id = $1 AND u.parent_id IS NOT NULL \
              UNION SELECT u.province_id FROM regulation d JOIN unit u ON u.id = d.unit_id WHERE d.id = $1) ORDER BY 2, 8, 4";
    LIST = list!();
    OF_PLACE = concat!(
        "SELECT 'list' AS part, '' AS place_sort, '' AS content, l.* FROM (", list!(), ") l \
         UNION ALL SELECT 'former' AS part, f.* FROM (SELECT u.sort || ' ' || u.id AS place_sort, '' AS content, ", columns!(), ", \
         CASE WHEN r.visibility = 'public' THEN r.title ELSE '' END AS title FROM regulation r JOIN unit u ON u.id = r.unit_id \
         WHERE r.unit_id IN (SELECT o.id FROM unit_lineage l JOIN unit o ON o.id = l.old_id WHERE l.new_id = $4 \
         UNION SELECT o.parent_id FROM unit_lineage l JOIN unit o ON o.id = l.old_id WHERE l.new_id = $4 AND o.parent_id IS NOT NULL \
         UNION SELECT o.province_id FROM unit_lineage l JOIN unit o ON o.id = l.old_id WHERE l.new_id = $4) AND r.unit_id NOT IN ($4, $5, $6) \
         AND ($2 = '' OR (r.begins_on <= $2 AND coalesce(r.ends_on, '9999') >= $2)) ORDER BY 1, r.sort DESC, r.id DESC LIMIT 60) f \
         UNION ALL SELECT 'beside' AS part, '' AS place_sort, r.content, ", columns!(), ", '' AS title \
         FROM regulation r LEFT JOIN unit u ON u.id = r.unit_id WHERE r.area = 'nation' OR r.unit_id IN ($4, $5, $6) \
         ORDER BY 1, 2, sort DESC, id DESC"
    );
    PLACES = "SELECT u.id, u.code, u.period, u.level, u.kind, u.name, u.parent_id, u.province_id, u.valid_from, u.valid_to, u.source, u.sort, \
              CASE WHEN u.id IN (SELECT unit_id FROM regulation WHERE unit_id IS NOT NULL) THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END AS own \
              FROM unit u WHERE u.id IN (SELECT unit_id FROM regulation WHERE unit_id IS NOT NULL) OR u.id = $1 OR u.code = $1 ORDER BY u.sort, u.id";
}
