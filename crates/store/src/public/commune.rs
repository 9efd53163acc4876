//! A commune's public page: its numbers, and everything that the page lists, in two statements.

use caunoi_domain::{
    dialogue::{scope::Stop, state::DialogueKind},
    unit::{Period, unit_id},
};

use crate::{
    args,
    db::Conn,
    error::Result,
    item_columns, open_item, place_columns,
    public::{
        item::{self, ItemLine},
        place::{self, Place},
    },
    published, statements,
    unit::VillageRow,
};

/// The commune with its numbers. Each number counts the published items that its link lists (product rule 6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The commune.
    pub place: Place,
    /// First day in force, ISO.
    pub valid_from: Option<String>,
    /// Published items: the n of every share.
    pub published: i64,
    /// Somebody still has to act for a result.
    pub open: i64,
    /// The day by which somebody had to act is over.
    pub overdue: i64,
    /// Somebody answered.
    pub disposed: i64,
    /// Done with evidence, or fully explained.
    pub resolved: i64,
    /// The person says so.
    pub agreed: i64,
    /// From how many on shares are shown, where the unit's policy says so.
    pub least_shown: Option<i64>,
}

/// A dialogue as the commune's page lists it.
#[derive(Clone, Debug)]
pub struct DialogueLine {
    /// Public id.
    pub public_id: i64,
    /// Title.
    pub title: String,
    /// ISO day.
    pub on_day: String,
    /// `HH:MM`, or empty.
    pub at_time: String,
    /// Where.
    pub venue: String,
    /// Posts that chair it.
    pub chairs: String,
    /// How to take part.
    pub how_to_join: String,
    /// Code word of the state.
    pub state: String,
    /// Kind.
    pub kind: DialogueKind,
    /// Thí điểm: shown apart.
    pub pilot: bool,
    /// What stopped it; a postponed one whose new day is not announced yet is postponed still.
    pub stop: Option<Stop>,
}

/// An issue with how many published items it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueLine {
    /// Public id.
    pub public_id: i64,
    /// Title.
    pub title: String,
    /// Published items.
    pub items: i64,
    /// Of them resolved.
    pub resolved: i64,
}

/// An issued conclusion notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeLine {
    /// Public id.
    pub public_id: i64,
    /// Number and symbol.
    pub symbol: String,
    /// ISO day of signature.
    pub signed_on: String,
}

/// Everything that the page lists.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// Announced dialogues from today on, the next first.
    pub coming: Vec<DialogueLine>,
    /// Held dialogues, the latest first.
    pub held: Vec<DialogueLine>,
    /// Every dialogue of the day's year of which people were told, the first first.
    pub year: Vec<DialogueLine>,
    /// Open items, the next due day first.
    pub open: Vec<ItemLine>,
    /// Resolved items, the latest first.
    pub resolved: Vec<ItemLine>,
    /// Published issues, the latest first.
    pub issues: Vec<IssueLine>,
    /// Issued notices, the latest first.
    pub notices: Vec<NoticeLine>,
    /// Villages in Vietnamese order.
    pub villages: Vec<VillageRow>,
    /// Names of the units that went into this one.
    pub formers: Vec<String>,
}

/// The commune of that code in force today with its numbers, counted on an ISO day.
///
/// # Errors
/// The engine's words.
pub async fn head(conn: &mut Conn<'_>, code: &str, today: &str) -> Result<Option<Head>> {
    conn.maybe(HEAD, args![unit_id(code, Period::Demo), unit_id(code, Period::From2025), today])
        .await?
        .map(|r| {
            Ok(Head {
                place: place::read(&r)?,
                valid_from: r.get("valid_from")?,
                published: r.get("published")?,
                open: r.get("open")?,
                overdue: r.get("overdue")?,
                disposed: r.get("disposed")?,
                resolved: r.get("resolved")?,
                agreed: r.get("agreed")?,
                least_shown: r.get("least_shown")?,
            })
        })
        .transpose()
}

/// Everything that the page of that commune lists, on an ISO day.
///
/// # Errors
/// The engine's words.
pub async fn lists(conn: &mut Conn<'_>, unit_id: &str, today: &str) -> Result<Lists> {
    let mut all = Lists::default();
    for r in conn.all(LISTS, args![unit_id, today]).await? {
        let part: String = r.get("part")?;
        match part.as_str() {
            "coming" | "held" | "year" => {
                let line = DialogueLine {
                    public_id: r.get("public_id")?,
                    title: r.get("published_title")?,
                    on_day: r.get::<Option<String>>("next_due_on")?.unwrap_or_default(),
                    at_time: r.get("field")?,
                    venue: r.get("next_actor")?,
                    chairs: r.get::<Option<String>>("village")?.unwrap_or_default(),
                    how_to_join: r.get("due_basis")?,
                    state: r.get("standing")?,
                    kind: r.word("kind")?,
                    pilot: r.get::<i64>("updated_at")? == 1,
                    stop: r.get::<String>("next_code")?.parse().ok(),
                };
                match part.as_str() {
                    "coming" => all.coming.push(line),
                    "held" => all.held.push(line),
                    _ => all.year.push(line),
                }
            }
            "open" => all.open.push(item::read(&r)?),
            "resolved" => all.resolved.push(item::read(&r)?),
            "issue" => all.issues.push(IssueLine {
                public_id: r.get("public_id")?,
                title: r.get("published_title")?,
                items: r.get("updated_at")?,
                resolved: r.get::<Option<i64>>("resolved_at")?.unwrap_or(0),
            }),
            "notice" => all.notices.push(NoticeLine {
                public_id: r.get("public_id")?,
                symbol: r.get("published_title")?,
                signed_on: r.get::<Option<String>>("next_due_on")?.unwrap_or_default(),
            }),
            "village" => {
                all.villages.push(VillageRow { id: r.get("kind")?, unit_id: unit_id.to_owned(), name: r.get("published_title")? });
            }
            _ => all.formers.push(r.get("published_title")?),
        }
    }
    Ok(all)
}

/// Dialogues of a commune that were announced, the latest day first, or its pilots only; `after` is the last line of the
/// page before.
///
/// # Errors
/// The engine's words.
pub async fn dialogues(
    conn: &mut Conn<'_>,
    unit_id: &str,
    pilots: bool,
    after: Option<(&str, i64)>,
    limit: i64,
) -> Result<Vec<DialogueLine>> {
    let (day, id) = after.unwrap_or(("9999-12-31", i64::MAX));
    conn.all(DIALOGUES, args![unit_id, day, id, limit, pilots])
        .await?
        .iter()
        .map(|r| {
            Ok(DialogueLine {
                public_id: r.get("public_id")?,
                title: r.get("title")?,
                on_day: r.get("on_day")?,
                at_time: r.get("at_time")?,
                venue: r.get("venue")?,
                chairs: r.get("chairs")?,
                how_to_join: String::new(),
                state: r.get("state")?,
                kind: r.word("kind")?,
                pilot: r.get("pilot")?,
                stop: r.get::<String>("stop")?.parse().ok(),
            })
        })
        .collect()
}

/// What stops dialogue `d` for people: once told, it is postponed until its new day is announced.
macro_rules! stop_now {
    () => {
        "CASE WHEN d.state IN ('draft', 'submitted', 'approved') AND d.stop = '' THEN 'postponed' ELSE d.stop END"
    };
}
/// Dialogues `d` of which people were told.
macro_rules! told {
    () => {
        "(d.state IN ('announced', 'held', 'concluded', 'closed') OR d.announced_on IS NOT NULL)"
    };
}

statements! {
    HEAD = concat!("SELECT ", place_columns!(), ", u.valid_from, COALESCE(n.published, 0) AS published, COALESCE(n.open, 0) AS open, \
            COALESCE(n.overdue, 0) AS overdue, COALESCE(n.disposed, 0) AS disposed, COALESCE(n.resolved, 0) AS resolved, COALESCE(n.agreed, 0) AS agreed, \
            (SELECT q.value FROM publication_policy q WHERE q.unit_id = u.id AND q.name = 'least_shown' ORDER BY q.at DESC, q.id DESC LIMIT 1) AS least_shown \
            FROM unit u JOIN unit p ON p.id = u.province_id \
            LEFT JOIN (SELECT i.unit_id, count(*) AS published, CAST(sum(CASE WHEN ", open_item!(), " THEN 1 ELSE 0 END) AS BIGINT) AS open, \
            CAST(sum(CASE WHEN i.next_due_on < $3 AND i.next_code NOT IN ('person', 'nobody') THEN 1 ELSE 0 END) AS BIGINT) AS overdue, \
            CAST(sum(CASE WHEN i.disposed_at IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS disposed, \
            CAST(sum(CASE WHEN i.resolved_at IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS resolved, \
            CAST(sum(CASE WHEN i.agreed_at IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS agreed \
            FROM item i WHERE i.unit_id IN ($1, $2) AND ", published!(), " GROUP BY i.unit_id) n ON n.unit_id = u.id \
            WHERE u.id IN ($1, $2) AND u.level = 'commune' ORDER BY u.period DESC LIMIT 1");
    // Every part answers in the columns of an item; what else a part holds stands where `lists` reads it.
    LISTS = concat!(
        "SELECT * FROM (SELECT 'open' AS part, row_number() OVER (ORDER BY CASE WHEN i.next_due_on IS NULL THEN 1 ELSE 0 END, i.next_due_on, i.public_id) AS ord, ", item_columns!(), " FROM item i WHERE i.unit_id = $1 AND ", published!(), " AND ", open_item!(), " \
         ORDER BY ord LIMIT 6) a \
         UNION ALL SELECT * FROM (SELECT 'resolved' AS part, row_number() OVER (ORDER BY i.resolved_at DESC, i.public_id DESC) AS ord, ", item_columns!(), " FROM item i WHERE i.unit_id = $1 AND ", published!(), " \
         AND i.resolved_at IS NOT NULL ORDER BY ord LIMIT 5) b \
         UNION ALL SELECT * FROM (SELECT 'coming', row_number() OVER (ORDER BY d.on_day, d.at_time, d.public_id) AS ord, d.public_id, d.title, d.kind, d.at_time, d.state, d.place, ", stop_now!(), ", d.on_day, d.how_to_join, d.announced_at, d.pilot, \
         (SELECT string_agg(po.name, ', ' ORDER BY c.seq) FROM dialogue_chair c JOIN post po ON po.id = c.post_id WHERE c.dialogue_id = d.id) \
         FROM dialogue d WHERE (d.unit_id = $1 OR d.held_at_unit = $1) AND ((d.state = 'announced' AND (d.on_day >= $2 OR d.stop = 'postponed')) \
         OR (d.state IN ('submitted', 'approved') AND d.announced_on IS NOT NULL)) ORDER BY ord LIMIT 5) c \
         UNION ALL SELECT * FROM (SELECT 'held', row_number() OVER (ORDER BY d.on_day DESC, d.public_id) AS ord, d.public_id, d.title, d.kind, d.at_time, d.state, d.place, '', d.on_day, '', d.announced_at, d.pilot, \
         (SELECT string_agg(po.name, ', ' ORDER BY c.seq) FROM dialogue_chair c JOIN post po ON po.id = c.post_id WHERE c.dialogue_id = d.id) \
         FROM dialogue d WHERE (d.unit_id = $1 OR d.held_at_unit = $1) AND d.state IN ('held', 'concluded', 'closed') ORDER BY ord LIMIT 5) d \
         UNION ALL SELECT * FROM (SELECT 'year', row_number() OVER (ORDER BY d.on_day, d.public_id) AS ord, d.public_id, d.title, d.kind, d.at_time, d.state, d.place, ", stop_now!(), ", d.on_day, '', d.announced_at, d.created_at, '' \
         FROM dialogue d WHERE (d.unit_id = $1 OR d.held_at_unit = $1) AND substr(d.on_day, 1, 4) = substr($2, 1, 4) AND ", told!(), ") y \
         UNION ALL SELECT * FROM (SELECT 'issue', row_number() OVER (ORDER BY s.created_at DESC, s.public_id) AS ord, s.public_id, s.title, '', s.field, '', '', '', '', '', \
         (SELECT count(*) FROM item i WHERE i.issue_id = s.id AND ", published!(), " AND i.resolved_at IS NOT NULL), \
         (SELECT count(*) FROM item i WHERE i.issue_id = s.id AND ", published!(), "), '' \
         FROM issue s WHERE s.unit_id = $1 AND s.published_at IS NOT NULL AND s.dissolved_at IS NULL ORDER BY ord LIMIT 5) e \
         UNION ALL SELECT * FROM (SELECT 'notice', row_number() OVER (ORDER BY n.issued_at DESC, n.public_id) AS ord, n.public_id, n.symbol, '', '', '', '', '', n.signed_on, '', n.issued_at, n.issued_at, '' \
         FROM notice n WHERE n.unit_id = $1 AND n.state = 'issued' ORDER BY ord LIMIT 5) f \
         UNION ALL SELECT * FROM (SELECT 'village', row_number() OVER (ORDER BY v.sort, v.id), 0, v.name, v.id, '', '', '', '', '', '', 0, 0, '' FROM village v WHERE v.unit_id = $1 AND v.valid_to IS NULL) g \
         UNION ALL SELECT * FROM (SELECT 'former', row_number() OVER (ORDER BY o.sort, o.id), 0, o.name, '', '', '', '', '', '', '', 0, 0, '' FROM unit_lineage l JOIN unit o ON o.id = l.old_id \
         WHERE l.new_id = $1) h ORDER BY part, ord"
    );
    DIALOGUES = concat!("SELECT ", crate::dialogue_columns!(), ", d.state, d.kind, d.pilot, ", stop_now!(), " AS stop FROM dialogue d WHERE (d.unit_id = $1 OR d.held_at_unit = $1) AND ", told!(), " \
                 AND ($5 = 0 OR d.pilot = 1) AND (d.on_day < $2 OR (d.on_day = $2 AND d.public_id < $3)) ORDER BY d.on_day DESC, d.public_id DESC LIMIT $4");
}
