//! The dated facts of one unit as the ledger of duties judges them: a text for each kind of fact, asked for together.

use std::collections::BTreeMap;

use caunoi_domain::{
    dialogue::{
        side::{SideKind, named_in},
        state::DialogueKind,
        year_plan::{Line, in_force},
    },
    opinion::step::Step,
    people::post::PostKind,
    regulation::ledger::facts::{
        Bound, Chair, DialogueFact, Entry, EntryKind, Facts, OpinionFact, PastFact, PlanFact, PlannedFact, Post, Proof, ReopenedFact,
        VoterMeetingFact, called, received_by,
    },
};
use jiff::civil::Date;

use crate::{
    args,
    db::{Conn, Row},
    duty_matters,
    error::{Result, StoreError},
    look::Look,
    own_limit, statements, unit,
};

/// A unit with its head posts: whom clauses bind. Absent where there is no such unit. One statement.
///
/// # Errors
/// The engine's words.
pub async fn bound(conn: &mut Conn<'_>, unit_id: &str) -> Result<Option<Bound>> {
    let (unit, above, limits, posts, used_from) = conn
        .together((
            unit::find_look(unit_id),
            unit::above_look(unit_id),
            own_limit::of_unit_and_above_look(unit_id),
            heads_look(unit_id),
            Look::maybe(USED_FROM, args![unit_id], |r| Ok(r.get::<Option<i64>>("at")?.map(civil))),
        ))
        .await?;
    let Some(unit) = unit else { return Ok(None) };
    let read = |d: &Option<String>| d.as_deref().map(parse).transpose();
    let chain: Vec<String> = std::iter::once(unit.id.clone()).chain(above.into_iter().map(|u| u.id)).collect();
    Ok(Some(Bound {
        unit_id: unit.id,
        level: unit.level,
        own: own_limit::nearest_first(limits, &chain)?,
        chain,
        from: read(&unit.valid_from)?,
        to: read(&unit.valid_to)?,
        used_from: used_from.flatten(),
        posts,
    }))
}

/// The head posts of a unit with the body that each heads.
///
/// # Errors
/// The engine's words.
pub async fn heads(conn: &mut Conn<'_>, unit_id: &str) -> Result<Vec<Post>> {
    heads_look(unit_id).alone(conn).await
}

/// As [`heads`], to be asked for with other nouns.
#[must_use]
pub fn heads_look(unit_id: &str) -> Look<Vec<Post>> {
    Look::each(POSTS, args![unit_id], |r| {
        Ok(Post { id: r.get("id")?, kind: r.word("kind")?, body: r.word("body_kind")?, body_name: r.get("body_name")? })
    })
}

/// How many texts tell of a unit.
const TEXTS: usize = 15;

/// What is known of a unit, as its rows; read with whom the clauses bind.
pub struct Told([Vec<Row>; TEXTS]);

impl Told {
    /// The public ids of the dialogues, opinions and tasks among it, by id: where each is shown.
    ///
    /// # Errors
    /// A row that holds what its column does not promise.
    pub fn public_ids(&self) -> Result<BTreeMap<String, i64>> {
        let Told([of_dialogues, .., opinions, of_tasks, _, _, _, _, _, _]) = self;
        let shown = of_dialogues.iter().chain(opinions).chain(of_tasks);
        shown.map(|r| Ok((r.get("id")?, r.get("public_id")?))).collect()
    }
}

/// Everything that is known of a unit between two years, both included, asked for in one statement.
///
/// # Errors
/// The engine's words.
pub async fn told(conn: &mut Conn<'_>, unit: &str, from: i16, to: i16) -> Result<Told> {
    let (first, last) = (format!("{from:04}-01-01"), format!("{to:04}-12-31"));
    // How far a dialogue is from the one before is told by the year before.
    let before = format!("{:04}-01-01", from.saturating_sub(1));
    // A report or a deed of the year's end may be entered in the next one.
    let after = format!("{:04}-12-31", to.saturating_add(1));
    let [raised, concluded, speeches] = duty_matters::of_substance(unit, &before, &last);
    let [of_tasks, extensions, pauses] = duty_matters::of_tasks(unit, &first);
    let years = |sql| (sql, args![unit, i64::from(from), i64::from(to)]);
    let asked: [_; TEXTS] = [
        (DIALOGUES, args![unit, &before, &last]),
        (PROOFS, args![unit, &before, &last]),
        raised,
        concluded,
        speeches,
        years(PLANS),
        years(PLANNED),
        // Silence on publication that began in an earlier year is found as long as it lasts.
        (OPINIONS, args![unit, &first, &last, &before]),
        of_tasks,
        extensions,
        pauses,
        (ENTRIES, args![unit, &first, &after]),
        (VOTER_MEETINGS, args![unit, &first, &last]),
        (PAST, args![unit, &first, &last]),
        (BRIEFINGS, args![unit]),
    ];
    conn.several(asked).await.map(Told)
}

/// The facts that were told, for those whom the clauses bind.
///
/// # Errors
/// A row that holds what its column does not promise.
pub fn of(told: Told, bound: &Bound) -> Result<Facts> {
    let Told(
        [
            of_dialogues,
            given,
            raised,
            concluded,
            speeches,
            of_plans,
            planned,
            opinions,
            of_tasks,
            extensions,
            pauses,
            entries,
            meetings,
            old,
            briefings,
        ],
    ) = told;
    let mut facts =
        Facts { dialogues: dialogues(&of_dialogues)?, plans: plans(&of_plans, &planned)?, past: past(&old)?, ..Facts::default() };
    proofs(&given, &mut facts.dialogues)?;
    duty_matters::substance([raised, concluded, speeches], &mut facts.dialogues)?;
    facts.opinions = opinions.iter().map(opinion).collect::<Result<_>>()?;
    let answers = bound.posts.iter().find(|p| p.kind == PostKind::CommitteeChair).or(bound.posts.first());
    if let Some(post) = answers {
        facts.tasks = duty_matters::tasks([of_tasks, extensions, pauses], &post.id)?;
    }
    facts.entries = entries.iter().map(entry).collect::<Result<_>>()?;
    facts.voter_meetings =
        meetings.iter().map(|r| Ok(VoterMeetingFact { id: r.get("id")?, on: day(r, "on_day")? })).collect::<Result<_>>()?;
    for row in briefings {
        let on = day(&row, "on_day")?;
        for post in &bound.posts {
            facts.entries.push(Entry {
                id: row.get("id")?,
                post_id: post.id.clone(),
                on,
                what: EntryKind::Briefing { document: row.get("regulation_id")? },
            });
        }
    }
    Ok(facts)
}

/// Dialogues chaired by the unit's posts, one row for each chair.
fn dialogues(rows: &[Row]) -> Result<Vec<DialogueFact>> {
    let mut all: BTreeMap<String, DialogueFact> = BTreeMap::new();
    for r in rows {
        let id: String = r.get("id")?;
        let chair = Chair {
            post_id: r.get("post_id")?,
            presided: r.maybe_word("mode")?,
            ground: r.maybe_word("ground")?,
            notice_on: maybe_day(r, "notice_on")?,
        };
        if let Some(d) = all.get_mut(&id) {
            d.chairs.push(chair);
            continue;
        }
        let people = |name| -> Result<Option<u32>> { Ok(r.get::<Option<i64>>(name)?.and_then(|n| u32::try_from(n).ok())) };
        let fact = DialogueFact {
            id: id.clone(),
            kind: r.word("kind")?,
            basis: r.word("basis")?,
            on_day: day(r, "on_day")?,
            chairs: vec![chair],
            announced_on: maybe_day(r, "announced_on")?,
            held_on: maybe_day(r, "held_on")?,
            called_off: !r.get::<String>("stop")?.is_empty(),
            proofs: Vec::new(),
            invited: people("invited")?,
            present: people("present")?,
            minutes_on: r.get::<Option<i64>>("signed_at")?.map(civil),
            raised: Vec::new(),
            speech: None,
            concluded: Vec::new(),
            named_voter_meeting: named_in(&r.get::<String>("title")?) == Some(SideKind::VoterMeeting),
            beside: r.get("beside")?,
        };
        all.insert(id, fact);
    }
    Ok(all.into_values().collect())
}

/// Proofs of the publication of results. Sent to the villages is proven once every village has its proof.
fn proofs(rows: &[Row], dialogues: &mut [DialogueFact]) -> Result<()> {
    for r in rows {
        let id: String = r.get("dialogue_id")?;
        if r.get::<i64>("missing")? > 0 {
            continue;
        }
        let way: String = r.get("way")?;
        let proof = if way == "village" { Proof::Villages } else { r.word("way")? };
        let on = day(r, "given_on")?;
        if let Some(d) = dialogues.iter_mut().find(|d| d.id == id) {
            d.proofs.push((proof, on));
        }
    }
    Ok(())
}

/// Dialogues of the unit's own old book that its head posts chaired, by what they were called.
fn past(rows: &[Row]) -> Result<Vec<PastFact>> {
    let mut all: BTreeMap<String, (DialogueKind, Date, String)> = BTreeMap::new();
    let mut posts: BTreeMap<String, String> = BTreeMap::new();
    for r in rows {
        all.insert(r.get("id")?, (r.word("kind")?, day(r, "on_day")?, r.get("head")?));
        posts.insert(r.get("post_id")?, r.get("post_name")?);
    }
    let posts: Vec<(String, String)> = posts.into_iter().collect();
    let fact = |(id, (kind, on, head)): (String, (DialogueKind, Date, String))| {
        let chaired: Vec<String> = called(&head, &posts).into_iter().map(str::to_owned).collect();
        (!chaired.is_empty()).then_some(PastFact { id, posts: chaired, kind, on })
    };
    Ok(all.into_iter().filter_map(fact).collect())
}

/// Year plans with the rows in force: what a later approved supplement took away or replaced is left out; the dialogue that
/// was prepared for a row before it was replaced is that of the row in its place.
fn plans(rows: &[Row], planned: &[Row]) -> Result<Vec<PlanFact>> {
    let mut all: BTreeMap<i16, PlanFact> = BTreeMap::new();
    for r in rows {
        let year = i16::try_from(r.get::<i64>("year")?).unwrap_or_default();
        all.insert(year, PlanFact { id: r.get("id")?, year, approved_on: maybe_day(r, "approved_on")?, rows: Vec::new() });
    }
    let lines = planned.iter().map(line).collect::<Result<Vec<_>>>()?;
    let by_id: BTreeMap<&str, &Row> = lines.iter().map(|l| l.id.as_str()).zip(planned).collect();
    for (id, before) in in_force(&lines) {
        let Some(r) = by_id.get(id.as_str()) else { continue };
        let stood_for = before.iter().chain([&id]).filter_map(|row| by_id.get(row.as_str()));
        let held = stood_for.map(|row| maybe_day(row, "held_on")).collect::<Result<Vec<_>>>()?;
        let year = i16::try_from(r.get::<i64>("year")?).unwrap_or_default();
        let month = i8::try_from(r.get::<i64>("month")?).unwrap_or(12);
        let heads: String = r.get("heads")?;
        let by = match maybe_day(r, "on_day")? {
            Some(d) => d,
            None => Date::new(year, month, 1).map(Date::last_of_month).map_err(|_| unread("month", month.to_string()))?,
        };
        if let Some(plan) = all.get_mut(&year) {
            plan.rows.push(PlannedFact {
                id,
                posts: serde_json::from_str(&heads).map_err(|_| unread("heads", heads.clone()))?,
                by,
                held_on: held.into_iter().flatten().min(),
                excused_on: maybe_day(r, "excused_on")?,
            });
        }
    }
    Ok(all.into_values().collect())
}

/// A row of a plan as the rule of what is in force sees it.
fn line(r: &Row) -> Result<Line> {
    Ok(Line { id: r.get("id")?, plan: r.get("number")?, state: r.word("state")?, change: r.word("change")?, replaces: r.get("replaces")? })
}

fn opinion(r: &Row) -> Result<OpinionFact> {
    Ok(OpinionFact {
        id: r.get("id")?,
        received_on: day(r, "received_on")?,
        told_on: maybe_day(r, "told_on")?,
        publication_due: day(r, "publication_due_on")?,
        decided_on: maybe_day(r, "decided_on")?,
        answered_on: maybe_day(r, "answered_on")?,
        taken_on: if r.get::<i64>("to_come")? > 0 { None } else { maybe_day(r, "taken_on")? },
        reopened: maybe_day(r, "reopened_on")?
            .map(|on| Ok::<_, StoreError>(ReopenedFact { on, by: answer_again_by(r)?, answered_on: maybe_day(r, "answered_again_on")? }))
            .transpose()?,
    })
}

/// The day that the person was told when the matter was opened again.
fn answer_again_by(r: &Row) -> Result<Option<Date>> {
    let step: String = r.get("reopening")?;
    match serde_json::from_str(&step) {
        Ok(Step::Reopened { due_on }) if due_on.is_empty() => Ok(None),
        Ok(Step::Reopened { due_on }) => parse(&due_on).map(Some),
        _ => Err(unread("step", step)),
    }
}

fn entry(r: &Row) -> Result<Entry> {
    let kind: String = r.get("kind")?;
    let what = match kind.as_str() {
        "supervision" => EntryKind::Supervision,
        "reception" => EntryKind::Reception,
        "report" => {
            EntryKind::Report { period: r.word("period")?, to: day(r, "to_on")?, receivers: received_by(&r.get::<String>("receivers")?) }
        }
        "briefing" => EntryKind::Briefing { document: r.get("subject")? },
        "written_notice" => EntryKind::WrittenNotice { opinion: r.get("subject")? },
        "waiver" => EntryKind::Waiver { duty: r.get("subject")? },
        "voter_list" => EntryKind::VoterList {
            percent: r.get::<Option<i64>>("percent")?.and_then(|n| u8::try_from(n).ok()).unwrap_or(0),
            answered_on: maybe_day(r, "to_on")?,
        },
        _ => return Err(StoreError::Vocabulary { what: "duty entry", value: kind }),
    };
    Ok(Entry { id: r.get("id")?, post_id: r.get("post_id")?, on: day(r, "on_day")?, what })
}

pub(crate) fn day(r: &Row, name: &'static str) -> Result<Date> {
    parse(&r.get::<String>(name)?)
}

pub(crate) fn maybe_day(r: &Row, name: &'static str) -> Result<Option<Date>> {
    r.get::<Option<String>>(name)?.filter(|d| !d.is_empty()).as_deref().map(parse).transpose()
}

fn parse(text: &str) -> Result<Date> {
    text.parse().map_err(|_| unread("day", text.to_owned()))
}

/// The civil day of a moment in Viet Nam, seven hours ahead all the year.
pub(crate) fn civil(at_us: i64) -> Date {
    const DAY_US: i64 = 86_400_000_000;
    let days = (at_us + 7 * 3_600_000_000).div_euclid(DAY_US);
    Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().days(days))
}

pub(crate) fn unread(what: &'static str, value: String) -> StoreError {
    StoreError::Vocabulary { what, value }
}

/// A step of a thread that stands: the desk did not take it back. An act is taken back only as long as nothing followed, so
/// the word of it is the next thing that happened to the thread.
macro_rules! stands {
    () => {
        "NOT EXISTS (SELECT 1 FROM step u WHERE u.item_id = s.item_id AND u.kind IN ('undone', 'withdrawn') AND u.at > s.at \
         AND NOT EXISTS (SELECT 1 FROM step m WHERE m.item_id = s.item_id AND m.at > s.at AND m.at < u.at))"
    };
}

statements! {
    USED_FROM = "SELECT min(at) AS at FROM event WHERE subject_kind = 'unit' AND subject_id = $1 AND kind = 'office.set_up'";
    POSTS = "SELECT p.id, p.kind, b.kind AS body_kind, b.name AS body_name FROM post p JOIN body b ON b.id = p.body_id WHERE p.unit_id = $1 AND p.head = 1 ORDER BY p.id";
    DIALOGUES = "SELECT d.id, d.public_id, d.kind, d.basis, d.on_day, d.announced_on, d.held_on, d.stop, d.title, c.post_id, p.mode, nullif(p.ground, '') AS ground, \
                 (SELECT m.signed_at FROM minutes m WHERE m.dialogue_id = d.id AND m.state = 'signed') AS signed_at, \
                 (SELECT min(s.id) FROM side_meeting s WHERE s.unit_id = d.unit_id AND s.kind = 'voter_meeting' AND s.on_day = d.held_on AND s.place = d.place) AS beside, \
                 (SELECT min(n.signed_on) FROM notice n WHERE n.dialogue_id = d.id AND n.state = 'issued' AND (n.body_id = o.body_id \
                  OR NOT EXISTS (SELECT 1 FROM notice y WHERE y.dialogue_id = d.id AND y.body_id = o.body_id))) AS notice_on, \
                 (SELECT CAST(sum(a.invited) AS BIGINT) FROM attendance a WHERE a.dialogue_id = d.id) AS invited, \
                 (SELECT CAST(sum(a.present) AS BIGINT) FROM attendance a WHERE a.dialogue_id = d.id) AS present \
                 FROM post o JOIN dialogue_chair c ON c.post_id = o.id JOIN dialogue d ON d.id = c.dialogue_id \
                 LEFT JOIN presiding p ON p.dialogue_id = d.id AND p.post_id = c.post_id \
                 WHERE o.unit_id = $1 AND o.head = 1 AND d.state NOT IN ('draft', 'submitted') AND coalesce(d.held_on, d.on_day) >= $2 \
                 AND coalesce(d.held_on, d.on_day) <= $3 ORDER BY d.id, c.seq";
    PROOFS = "SELECT b.dialogue_id, r.way, CAST(sum(CASE WHEN r.at IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS missing, coalesce(max(r.from_on), '') AS given_on \
              FROM publication b JOIN publication_proof r ON r.publication_id = b.id AND r.void_at IS NULL JOIN dialogue d ON d.id = b.dialogue_id \
              WHERE b.unit_id = $1 AND b.notice_id IS NOT NULL AND b.void_at IS NULL AND coalesce(d.held_on, d.on_day) >= $2 AND coalesce(d.held_on, d.on_day) <= $3 GROUP BY b.dialogue_id, r.way";
    PLANS = "SELECT id, year, approved_on FROM year_plan WHERE unit_id = $1 AND year >= $2 AND year <= $3 AND number = 0";
    PLANNED = "SELECT r.id, p.year, p.number, p.state, r.change, r.replaces, r.heads, r.month, r.on_day, \
               (SELECT min(d.held_on) FROM dialogue d WHERE d.plan_row = r.id) AS held_on, \
               (SELECT min(e.on_day) FROM duty_entry e WHERE e.unit_id = p.unit_id AND e.kind = 'waiver' AND e.subject = r.id AND e.void_at IS NULL) AS excused_on \
               FROM year_plan p JOIN plan_row r ON r.plan_id = p.id \
               WHERE p.unit_id = $1 AND p.year >= $2 AND p.year <= $3 AND p.state = 'approved' ORDER BY p.year, p.number, r.id";
    OPINIONS = concat!("SELECT i.id, i.public_id, i.received_on, i.publication_due_on, \
                (SELECT min(s.on_day) FROM step s WHERE s.item_id = i.id AND s.kind IN ('to_dialogue', 'scheduled', 'heard', 'concluded', 'assigned', 'escalated', 'answered', 'ended', 'sealed', 'told') AND ", stands!(), ") AS told_on, \
                (SELECT min(s.on_day) FROM step s WHERE s.item_id = i.id AND (s.kind = 'sealed' OR (i.publication <> 'received' AND s.kind IN ('published', 'withheld') AND ", stands!(), "))) AS decided_on, \
                (SELECT min(s.on_day) FROM step s WHERE s.item_id = i.id AND (s.kind IN ('answered', 'done', 'superior_answered', 'ended', 'sealed') OR (s.kind = 'heard' AND s.data NOT LIKE '%\"answer\":\"\"%')) AND ", stands!(), ") AS answered_on, \
                (SELECT max(s.on_day) FROM step s WHERE s.item_id = i.id AND s.kind = 'reopened') AS reopened_on, \
                coalesce((SELECT max(s.data) FROM step s WHERE s.item_id = i.id AND s.kind = 'reopened'), '') AS reopening, \
                (SELECT min(s.on_day) FROM step s JOIN step r ON r.item_id = s.item_id AND r.kind = 'reopened' AND r.at < s.at \
                 WHERE s.item_id = i.id AND s.kind IN ('answered', 'done', 'superior_answered', 'ended', 'sealed') AND ", stands!(), ") AS answered_again_on, \
                (SELECT max(d.held_on) FROM topic t JOIN dialogue d ON d.id = t.dialogue_id WHERE t.state = 'approved' AND (t.item_id = i.id OR t.issue_id = i.issue_id)) AS taken_on, \
                (SELECT count(*) FROM topic t JOIN dialogue d ON d.id = t.dialogue_id WHERE t.state = 'approved' AND (t.item_id = i.id OR t.issue_id = i.issue_id) \
                 AND d.held_on IS NULL AND d.stop = '') AS to_come \
                FROM item i WHERE i.unit_id = $1 AND i.received_on <= $3 AND (i.received_on >= $2 OR i.publication = 'received' \
                OR i.standing IN ('scheduled', 'in_progress', 'no_resources', 'escalated', 'reopened') OR (i.received_on >= $4 \
                AND NOT EXISTS (SELECT 1 FROM step s WHERE s.item_id = i.id AND s.kind IN ('published', 'withheld', 'sealed') AND s.on_day < $2))) ORDER BY i.id");
    ENTRIES = "SELECT id, post_id, kind, on_day, period, to_on, subject, percent, receivers FROM duty_entry \
               WHERE unit_id = $1 AND (on_day >= $2 OR kind = 'waiver') AND on_day <= $3 AND void_at IS NULL ORDER BY id";
    PAST = "SELECT d.id, d.kind, d.on_day, d.head, p.id AS post_id, p.name AS post_name FROM past_dialogue d JOIN post p ON p.unit_id = d.unit_id AND p.head = 1 \
            WHERE d.unit_id = $1 AND d.then_unit = '' AND d.on_day >= $2 AND d.on_day <= $3 ORDER BY d.id, p.id";
    VOTER_MEETINGS = "SELECT id, on_day FROM side_meeting WHERE unit_id = $1 AND kind = 'voter_meeting' AND on_day >= $2 AND on_day <= $3 ORDER BY id";
    BRIEFINGS = "SELECT id, regulation_id, on_day FROM regulation_act WHERE unit_id = $1 AND kind = 'briefing' ORDER BY id";
}
