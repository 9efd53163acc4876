//! One conclusion of an issued notice, and where its item is today.

use caunoi_domain::{
    dialogue::outcome::{Outcome, Substate},
    opinion::item::Standing,
};

use crate::{
    args,
    db::{Conn, Row},
    error::Result,
    item::Next,
    place_columns,
    public::{
        item,
        place::{self, Place},
    },
    published, statements,
};

/// A conclusion of an issued notice, with where its item is today.
#[derive(Clone, Debug)]
pub struct Conclusion {
    /// Public id.
    pub public_id: i64,
    /// Outcome, frozen.
    pub outcome: Outcome,
    /// Sub-state, frozen.
    pub substate: Substate,
    /// Text; empty where the item is not published.
    pub text: String,
    /// Why it is not solved.
    pub reason: String,
    /// Evidence or norm that a result rests on.
    pub norm: String,
    /// Who does it.
    pub body: String,
    /// ISO day of the notice.
    pub due_on: Option<String>,
    /// To whom it goes up.
    pub to: String,
    /// Where the item is today.
    pub standing: Standing,
    /// Public id and title of the item, where it is published.
    pub item: Option<(i64, String)>,
    /// Number and symbol of the notice.
    pub symbol: String,
}

/// One conclusion of an issued notice, with its dialogue and where its item is today.
#[derive(Clone, Debug)]
pub struct ConclusionPage {
    /// The conclusion.
    pub conclusion: Conclusion,
    /// Its number in the notice.
    pub seq: i64,
    /// Public id of the notice.
    pub notice: i64,
    /// ISO day of its signature.
    pub signed_on: String,
    /// The dialogue: public id, title.
    pub dialogue: (i64, String),
    /// Id of the item, for its public steps; absent where it is not published.
    pub item_id: Option<String>,
    /// Who acts next.
    pub next: Next,
    /// The unit.
    pub place: Place,
}

/// The conclusion of that public id in an issued notice.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<ConclusionPage>> {
    conn.maybe(FIND, args![public_id])
        .await?
        .map(|r| {
            let conclusion = read(&r)?;
            let item_id = Some(r.get::<String>("item_id")?).filter(|_| conclusion.item.is_some());
            Ok(ConclusionPage {
                seq: r.get("seq")?,
                notice: r.get("notice_public_id")?,
                signed_on: r.get::<Option<String>>("signed_on")?.unwrap_or_default(),
                dialogue: (r.get("dialogue_public_id")?, r.get("dialogue_title")?),
                item_id,
                next: item::read_next(&r)?,
                place: place::read(&r)?,
                conclusion,
            })
        })
        .transpose()
}

/// A conclusion of a row with [`conclusion_columns`].
pub(super) fn read(r: &Row) -> Result<Conclusion> {
    Ok(Conclusion {
        public_id: r.get::<Option<i64>>("id")?.unwrap_or(0),
        outcome: r.word("a")?,
        substate: r.word("b")?,
        text: r.get("c")?,
        reason: r.get("d")?,
        body: r.get("e")?,
        due_on: Some(r.get::<String>("f")?).filter(|d| !d.is_empty()),
        to: r.get("g")?,
        standing: r.word("h")?,
        item: if r.get("m")? { Some((r.get("n")?, r.get("o")?)) } else { None },
        symbol: r.get("k")?,
        norm: r.get("l")?,
    })
}

/// The columns of a conclusion `c` of item `i` in notice `n`; its words only while the item is published, because they
/// say what it is about.
macro_rules! conclusion_columns {
    () => {
        concat!(
            "c.public_id AS id, i.public_id AS n, CAST(CASE WHEN ",
            published!(),
            " THEN 1 ELSE 0 END AS BIGINT) AS m, c.outcome AS a, c.substate AS b, CASE WHEN ",
            published!(),
            " THEN c.text ELSE '' END AS c, CASE WHEN ",
            published!(),
            " THEN c.reason ELSE '' END AS d, \
             COALESCE((SELECT x.name FROM body_name x WHERE x.body_id = c.body_id AND x.from_on <= n.signed_on ORDER BY x.from_on DESC, x.id DESC LIMIT 1), \
             (SELECT b.name FROM body b WHERE b.id = c.body_id), '') AS e, COALESCE(c.due_on, '') AS f, \
             COALESCE((SELECT w.name FROM unit w WHERE w.id = c.escalate_unit_id), c.escalate_body) AS g, i.standing AS h, n.symbol AS k, CASE WHEN ",
            published!(),
            " THEN c.norm ELSE '' END AS l, CASE WHEN ",
            published!(),
            " THEN i.published_title ELSE '' END AS o"
        )
    };
}
pub(super) use conclusion_columns;

statements! {
    FIND = concat!("SELECT ", conclusion_columns!(), ", c.seq, n.public_id AS notice_public_id, n.signed_on, d.public_id AS dialogue_public_id, d.title AS dialogue_title, \
                  i.id AS item_id, i.next_actor, i.next_code, i.next_due_on, i.due_basis, ", place_columns!(), " \
                  FROM conclusion c JOIN notice n ON n.id = c.notice_id JOIN dialogue d ON d.id = n.dialogue_id JOIN item i ON i.id = c.item_id \
                  JOIN unit u ON u.id = c.unit_id JOIN unit p ON p.id = u.province_id WHERE c.public_id = $1 AND n.state = 'issued'");
}
