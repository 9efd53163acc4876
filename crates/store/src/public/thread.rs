//! The public thread of one item: its published text, its outcome and its standing, and the steps that everybody may see.
//! What a step tells of another thing (an issue, a dialogue) is shown only once that thing is public itself.

use std::collections::HashSet;

use caunoi_domain::{
    dialogue::outcome::{Outcome, Substate},
    opinion::{
        item::{Grounded, Standing},
        kind::OpinionKind,
        step::Step,
    },
};

use crate::{
    args,
    db::{Conn, Row},
    error::{Result, StoreError},
    item::Next,
    place_columns,
    public::{
        item,
        place::{self, Place},
    },
    published, statements,
    step::StepView,
    village_line,
    village_then::{self, Then},
};

/// A published item.
#[derive(Clone, Debug)]
pub struct PublicItem {
    /// Id.
    pub id: String,
    /// Public id.
    pub public_id: i64,
    /// Published title.
    pub title: String,
    /// Published text.
    pub body: String,
    /// Kind.
    pub kind: OpinionKind,
    /// Code word of the field.
    pub field: String,
    /// Grounded or not.
    pub grounded: Grounded,
    /// Where it stands today.
    pub standing: Standing,
    /// Who acts next.
    pub next: Next,
    /// ISO day of receipt.
    pub received_on: String,
    /// The commune.
    pub place: Place,
    /// The published issue that it belongs to: public id and title.
    pub issue: Option<(i64, String)>,
    /// The outcome of the latest issued notice, frozen.
    pub concluded: Option<Concluded>,
}

/// An outcome as the notice froze it.
#[derive(Clone, Debug)]
pub struct Concluded {
    /// Public id of the conclusion.
    pub public_id: i64,
    /// Outcome.
    pub outcome: Outcome,
    /// Sub-state.
    pub substate: Substate,
    /// Number and symbol of the notice.
    pub symbol: String,
    /// ISO day of its signature.
    pub signed_on: String,
}

/// The published item of that public id; one that is not published answers as one that is not there.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<PublicItem>> {
    conn.maybe(FIND, args![public_id]).await?.as_ref().map(read).transpose()
}

fn read(r: &Row) -> Result<PublicItem> {
    let issue = match r.get::<Option<i64>>("issue_public_id")? {
        Some(id) => Some((id, r.get::<Option<String>>("issue_title")?.unwrap_or_default())),
        None => None,
    };
    let concluded = match r.get::<Option<i64>>("conclusion_public_id")? {
        Some(public_id) => Some(Concluded {
            public_id,
            outcome: r.word("outcome")?,
            substate: r.word("substate")?,
            symbol: r.get("symbol")?,
            signed_on: r.get::<Option<String>>("signed_on")?.unwrap_or_default(),
        }),
        None => None,
    };
    Ok(PublicItem {
        id: r.get("id")?,
        public_id: r.get("public_id")?,
        title: r.get("published_title")?,
        body: r.get("published_body")?,
        kind: r.word("kind")?,
        field: r.get("field")?,
        grounded: r.word("grounded")?,
        standing: r.word("standing")?,
        next: item::read_next(r)?,
        received_on: r.get("received_on")?,
        place: place::read(r)?,
        issue,
        concluded,
    })
}

/// Evidence that everybody may fetch: handed in with the step of the same moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Epoch microseconds.
    pub at: i64,
    /// Public id.
    pub public_id: i64,
    /// Name as given, cleaned.
    pub name: String,
    /// Bytes.
    pub size: i64,
}

/// What stands beside an item for everybody.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Steps that everybody may see, oldest first.
    pub steps: Vec<StepView>,
    /// Evidence that was handed in with them for everybody.
    pub evidence: Vec<Evidence>,
    /// The village that it was said in, with what is there now.
    pub village: Option<Then>,
}

/// The steps of an item, the evidence that was handed in with them, and its village.
///
/// # Errors
/// The engine's words; [`StoreError::Vocabulary`] where a step cannot be read.
pub async fn steps(conn: &mut Conn<'_>, item_id: &str) -> Result<Around> {
    let rows = conn.all(STEPS, args![item_id]).await?;
    let mut known = HashSet::new();
    let (mut steps, mut evidence, mut village) = (Vec::new(), Vec::new(), None);
    for r in &rows {
        let part: String = r.get("part")?;
        if part == "file" {
            evidence.push(Evidence { at: r.get("at")?, public_id: r.get("ord")?, name: r.get("actor")?, size: r.get("size")? });
            continue;
        }
        if part == "village" {
            village_then::gather(&mut village, village_line(r)?);
            continue;
        }
        if part != "step" {
            known.insert(caunoi_domain::opinion::tracking_code::PublicId::from_i64(r.get("at")?).to_string());
            continue;
        }
        let data: String = r.get("data")?;
        let step = serde_json::from_str(&data).map_err(|_| StoreError::Vocabulary { what: "step", value: data.clone() })?;
        steps.push(StepView { at: r.get("at")?, on_day: r.get("on_day")?, actor: r.get("actor")?, step });
    }
    steps.retain(|s| match &s.step {
        Step::Grouped { issue, .. } => known.contains(issue),
        Step::Ungrouped { .. } => false,
        Step::Scheduled { dialogue, .. }
        | Step::Postponed { dialogue, .. }
        | Step::Replanned { dialogue, .. }
        | Step::Cancelled { dialogue, .. }
        | Step::Heard { dialogue, .. } => known.contains(dialogue),
        _ => true,
    });
    evidence.sort_by_key(|e| e.at);
    Ok(Around { steps, evidence, village })
}

fn village_line(r: &Row) -> Result<village_then::Line> {
    Ok(village_then::Line {
        first: r.get::<i64>("ord")? == 0,
        name: r.get("actor")?,
        unit: r.get("data")?,
        from: r.get("on_day")?,
        in_part: r.get("at")?,
        over: r.get("size")?,
    })
}

/// True where the task of that id belongs to a published item.
///
/// # Errors
/// The engine's words.
pub async fn is_of_a_published_item(conn: &mut Conn<'_>, assignment_id: &str) -> Result<bool> {
    Ok(conn.maybe(OF_PUBLISHED, args![assignment_id]).await?.is_some())
}

/// A published issue.
#[derive(Clone, Debug)]
pub struct PublicIssue {
    /// Public id.
    pub public_id: i64,
    /// Title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// Code word of the field.
    pub field: String,
    /// Published items.
    pub items: i64,
    /// Of them resolved.
    pub resolved: i64,
    /// The commune.
    pub place: Place,
}

/// The published issue of that public id.
///
/// # Errors
/// The engine's words.
pub async fn issue(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<PublicIssue>> {
    conn.maybe(ISSUE, args![public_id])
        .await?
        .map(|r| {
            Ok(PublicIssue {
                public_id: r.get("public_id")?,
                title: r.get("title")?,
                summary: r.get("summary")?,
                field: r.get("field")?,
                items: r.get("items")?,
                resolved: r.get("resolved")?,
                place: place::read(&r)?,
            })
        })
        .transpose()
}

statements! {
    OF_PUBLISHED = concat!("SELECT i.id FROM assignment a JOIN item i ON i.id = a.item_id WHERE a.id = $1 AND ", published!());
    FIND = concat!("SELECT i.id, i.public_id, i.published_title, i.published_body, i.kind, i.field, i.grounded, i.standing, i.next_actor, i.next_code, i.next_due_on, \
            i.due_basis, i.received_on, s.public_id AS issue_public_id, s.title AS issue_title, \
            c.public_id AS conclusion_public_id, c.outcome, c.substate, n.symbol, n.signed_on, ", place_columns!(), " \
            FROM item i JOIN unit u ON u.id = i.unit_id JOIN unit p ON p.id = u.province_id LEFT JOIN issue s ON s.id = i.issue_id AND s.published_at IS NOT NULL AND s.dissolved_at IS NULL \
            LEFT JOIN conclusion c ON c.id = (SELECT c2.id FROM conclusion c2 JOIN notice n2 ON n2.id = c2.notice_id WHERE c2.item_id = i.id \
            AND n2.state = 'issued' ORDER BY n2.issued_at DESC, c2.id DESC LIMIT 1) LEFT JOIN notice n ON n.id = c.notice_id \
            WHERE i.public_id = $1 AND ", published!());
    STEPS = concat!(village_line!("i.village_id, i.unit_id, CAST(0 AS BIGINT), CAST(0 AS BIGINT) FROM item i WHERE i.id = $1 AND i.village_id IS NOT NULL"), "SELECT 'step' AS part, row_number() OVER (ORDER BY at, id) AS ord, at, on_day, actor, data, 0 AS size FROM step WHERE item_id = $1 AND public = 1 \
             UNION ALL SELECT 'issue', 0, s.public_id, '', '', '', 0 FROM item i JOIN issue s ON s.id = i.issue_id \
             WHERE i.id = $1 AND s.published_at IS NOT NULL AND s.dissolved_at IS NULL \
             UNION ALL SELECT 'dialogue', 0, d.public_id, '', '', '', 0 FROM dialogue d WHERE (d.state IN ('announced', 'held', 'concluded', 'closed') OR d.announced_on IS NOT NULL) AND d.id IN \
             (SELECT t.dialogue_id FROM topic t WHERE t.item_id = $1 UNION SELECT t.dialogue_id FROM topic t JOIN item i ON i.issue_id = t.issue_id WHERE i.id = $1 \
             UNION SELECT m.dialogue_id FROM minutes m JOIN minute_entry e ON e.minutes_id = m.id WHERE e.item_id = $1) \
             UNION ALL SELECT 'file', f.public_id, f.at, '', f.name, '', f.size FROM assignment a CROSS JOIN file f \
             WHERE a.item_id = $1 AND f.subject_kind = 'assignment' AND f.subject_id = a.id AND f.public = 1 \
             UNION ALL SELECT DISTINCT 'village', CASE WHEN vline.depth = 0 THEN 0 ELSE 1 END, vline.part, coalesce(v.valid_from, ''), v.name, \
             CASE WHEN v.unit_id = vline.here THEN '' ELSE u.name END, CASE WHEN v.valid_to IS NULL THEN 0 ELSE 1 END FROM vline CROSS JOIN village v CROSS JOIN unit u \
             WHERE v.id = vline.id AND u.id = v.unit_id AND (vline.depth = 0 OR v.valid_to IS NULL) ORDER BY part, ord, actor");
    ISSUE = concat!("SELECT s.public_id, s.title, s.summary, s.field, (SELECT count(*) FROM item i WHERE i.issue_id = s.id AND ", published!(), ") AS items, \
             (SELECT count(*) FROM item i WHERE i.issue_id = s.id AND ", published!(), " AND i.resolved_at IS NOT NULL) AS resolved, ", place_columns!(), " \
             FROM issue s JOIN unit u ON u.id = s.unit_id JOIN unit p ON p.id = u.province_id \
             WHERE s.public_id = $1 AND s.published_at IS NOT NULL AND s.dissolved_at IS NULL");
}
