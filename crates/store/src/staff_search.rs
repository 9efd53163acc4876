//! Search for staff: by person, village, phrase and document number, in what the own office holds (P15).
//!
//! Private names stand in no public row: this table is apart. It has no full-text index, whose segments would keep the
//! words of what was erased; the rows of one unit are read by their key and compared, the same on both engines. What is
//! sealed or erased is deleted here in the same transaction.

use caunoi_domain::{
    opinion::{item::Standing, submission::PersonDetails, tracking_code::PublicId},
    text::{
        abbreviations::expand,
        fold::{exact, fold},
    },
};

use crate::{
    args,
    db::{Conn, Tx},
    error::Result,
    opinion::{self, OpinionRow},
    statements, unit,
};

/// Something that staff find.
#[derive(Clone, Debug)]
pub struct StaffDoc<'a> {
    /// `opinion`, `dialogue`, `notice`, `handover`, `escalation`.
    pub kind: &'a str,
    /// Public id or id that its page is found by.
    pub reference: &'a str,
    /// The unit whose office may find it.
    pub unit_id: &'a str,
    /// The row's id; an opinion's for what goes when the opinion is sealed or its person erased.
    pub subject_id: &'a str,
    /// What it is about.
    pub title: &'a str,
    /// Who gave it, for the officer at the desk.
    pub person: &'a str,
    /// Everything that is searched.
    pub text: &'a str,
    /// ISO day.
    pub on_day: &'a str,
}

/// What is looked for; empty texts narrow nothing.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// As typed.
    pub query: &'a str,
    /// The unit's id.
    pub unit_id: &'a str,
    /// Kinds that this officer may see and asked for, a space between them.
    pub kinds: &'a str,
    /// First and last ISO day.
    pub days: (&'a str, &'a str),
    /// Standings of an opinion's first matter, a space between them.
    pub standings: &'a str,
    /// At most so many.
    pub limit: i64,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffHit {
    /// Kind.
    pub kind: String,
    /// Public id or id.
    pub reference: String,
    /// What it is about.
    pub title: String,
    /// Who gave it.
    pub person: String,
    /// ISO day.
    pub on_day: String,
    /// Where the first matter of an opinion stands.
    pub standing: Option<Standing>,
}

/// Words of a query at most; letters of it at most.
const WORDS: usize = 6;
const LONGEST: usize = 200;

/// Adds or renews what staff find of one thing.
///
/// # Errors
/// The engine's words.
pub async fn put(tx: &mut Tx<'_>, d: &StaffDoc<'_>) -> Result<()> {
    let key = expand(&fold(d.text));
    tx.exec(PUT, args![d.kind, d.reference, d.unit_id, d.subject_id, d.title, d.person, exact(d.text), key, d.on_day]).await?;
    Ok(())
}

/// Renews what staff find of an opinion, from its rows; nothing of a sealed one.
///
/// # Errors
/// The engine's words.
pub async fn renew(tx: &mut Tx<'_>, opinion_id: &str) -> Result<()> {
    let Some(o) = opinion::find(tx, opinion_id).await?.filter(|o| !o.sealed) else { return forget(tx, opinion_id).await };
    let p = opinion::person(tx, opinion_id).await?.unwrap_or_default();
    let items = crate::item::of_opinion(tx, opinion_id).await?;
    let village = match &o.village_id {
        // The village of then: it may have ended since.
        Some(id) => unit::village_name(tx, id).await?.unwrap_or_default(),
        None => String::new(),
    };
    let titles: Vec<&str> = items.iter().map(|i| i.title.as_str()).collect();
    put_opinion(tx, &o, &p, &titles, &village).await
}

/// Makes an opinion found by what stands in its rows, which the caller has at hand; `titles` of its matters, `village` by name.
///
/// # Errors
/// The engine's words.
pub async fn put_opinion(tx: &mut Tx<'_>, o: &OpinionRow, p: &PersonDetails, titles: &[&str], village: &str) -> Result<()> {
    let mut text = format!("{}\n{}\n{}\n{}\n{village}\n{}\n{}", p.full_name, p.phone, p.address, p.email, o.place_note, o.body);
    for title in titles {
        text.push('\n');
        text.push_str(title);
    }
    let person = [p.full_name.as_str(), &p.phone, village].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ");
    put(
        tx,
        &StaffDoc {
            kind: "opinion",
            reference: &PublicId::from_i64(o.public_id).to_string(),
            unit_id: &o.unit_id,
            subject_id: &o.id,
            title: titles.first().copied().unwrap_or_default(),
            person: &person,
            text: &text,
            on_day: &o.received_on,
        },
    )
    .await
}

/// Takes everything out that staff find of an opinion: it was sealed, or its person erased.
///
/// # Errors
/// The engine's words.
pub async fn forget(tx: &mut Tx<'_>, subject_id: &str) -> Result<()> {
    tx.exec(FORGET, args![subject_id]).await?;
    Ok(())
}

/// Ids of opinions after that id that staff do not find yet: what was received before this table was there.
///
/// # Errors
/// The engine's words.
pub async fn unfilled(conn: &mut Conn<'_>, after: &str, limit: i64) -> Result<Vec<String>> {
    conn.all(UNFILLED, args![after, limit]).await?.iter().map(|r| r.get("id")).collect()
}

/// Ids of dialogues after that id that staff do not find yet: what was drafted before dialogues stood here.
///
/// # Errors
/// The engine's words.
pub async fn unfilled_dialogues(conn: &mut Conn<'_>, after: &str, limit: i64) -> Result<Vec<String>> {
    conn.all(UNFILLED_DIALOGUES, args![after, limit]).await?.iter().map(|r| r.get("id")).collect()
}

/// Finds by every word of the query, each at the beginning of a word; with the right accents first, then with the words
/// together, then the newest.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, w: Wanted<'_>) -> Result<Vec<StaffHit>> {
    let query: String = w.query.chars().take(LONGEST).collect();
    let key = fold(&query);
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let words: Vec<String> = key.split(' ').take(WORDS).map(|x| format!("% {x}%")).collect();
    let word = |n: usize| words.get(n).cloned().unwrap_or_else(|| "%".to_owned());
    let spaced = |list: &str| if list.is_empty() { String::new() } else { format!(" {list} ") };
    let last = if w.days.1.is_empty() { "9999" } else { w.days.1 };
    conn.all(
        FIND,
        args![
            w.unit_id,
            spaced(w.kinds),
            w.days.0,
            last,
            spaced(w.standings),
            word(0),
            word(1),
            word(2),
            word(3),
            word(4),
            word(5),
            format!("% {}%", exact(&query)),
            format!("% {key}%"),
            w.limit
        ],
    )
    .await?
    .iter()
    .map(|r| {
        Ok(StaffHit {
            kind: r.get("kind")?,
            reference: r.get("ref")?,
            title: r.get("title")?,
            person: r.get("person")?,
            on_day: r.get("on_day")?,
            standing: r.maybe_word("standing")?,
        })
    })
    .collect()
}

statements! {
    PUT = "INSERT INTO staff_doc (kind, ref, unit_id, subject_id, title, person, exact, fold, on_day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
           ON CONFLICT (unit_id, kind, ref) DO UPDATE SET title = excluded.title, person = excluded.person, exact = excluded.exact, fold = excluded.fold, on_day = excluded.on_day";
    FORGET = "DELETE FROM staff_doc WHERE subject_id = $1";
    UNFILLED_DIALOGUES = "SELECT d.id FROM dialogue d WHERE d.id > $1 AND NOT EXISTS (SELECT 1 FROM staff_doc s WHERE s.subject_id = d.id AND s.kind = 'dialogue') ORDER BY d.id LIMIT $2";
    UNFILLED = "SELECT o.id FROM opinion o WHERE o.id > $1 AND o.sealed = 0 AND NOT EXISTS (SELECT 1 FROM staff_doc d WHERE d.subject_id = o.id) ORDER BY o.id LIMIT $2";
    FIND = "SELECT d.kind, d.ref, d.title, d.person, d.on_day, i.standing FROM staff_doc d \
            LEFT JOIN item i ON d.kind = 'opinion' AND i.opinion_id = d.subject_id AND i.seq = 1 \
            WHERE d.unit_id = $1 AND $2 LIKE '% ' || d.kind || ' %' AND d.on_day >= $3 AND d.on_day <= $4 \
            AND ($5 = '' OR $5 LIKE '% ' || i.standing || ' %') AND ' ' || d.fold LIKE $6 AND ' ' || d.fold LIKE $7 AND ' ' || d.fold LIKE $8 \
            AND ' ' || d.fold LIKE $9 AND ' ' || d.fold LIKE $10 AND ' ' || d.fold LIKE $11 \
            ORDER BY CASE WHEN ' ' || d.exact LIKE $12 THEN 0 ELSE 1 END, CASE WHEN ' ' || d.fold LIKE $13 THEN 0 ELSE 1 END, d.on_day DESC, d.ref LIMIT $14";
}
