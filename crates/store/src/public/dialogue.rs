//! An announced dialogue and everything that its page shows, in two statements.

use caunoi_domain::{
    dialogue::{
        scope::{Audience, Stop, Trial},
        state::{AgendaKind, Basis, DialogueKind, DialogueState, Form, PresidingMode},
        stop::DayChange,
    },
    opinion::kind::Field,
    publishing::proof::ProofWay,
};

use super::conclusion::{self, Conclusion, conclusion_columns};
use crate::{
    args,
    db::Conn,
    error::Result,
    list, place_columns,
    public::place::{self, Place},
    published, statements,
};

/// A dialogue that was announced.
#[derive(Clone, Debug)]
pub struct PublicDialogue {
    /// Id.
    pub id: String,
    /// Public id.
    pub public_id: i64,
    /// Kind.
    pub kind: DialogueKind,
    /// Title.
    pub title: String,
    /// State.
    pub state: DialogueState,
    /// ISO day.
    pub on_day: String,
    /// `HH:MM`, or empty.
    pub at_time: String,
    /// Where.
    pub venue: String,
    /// How people take part.
    pub form: Form,
    /// Who is invited.
    pub audience: String,
    /// How to take part.
    pub how_to_join: String,
    /// ISO day of the announcement.
    pub announced_on: String,
    /// Lead time that was asked, days.
    pub lead_days: i64,
    /// Who asks it.
    pub lead_citation: String,
    /// Why it was announced later, where it was.
    pub lead_override: String,
    /// Why it was announced without documents, where it was.
    pub documents_override: String,
    /// ISO day on which it was held.
    pub held_on: Option<String>,
    /// By which rule.
    pub basis: Basis,
    /// What stopped it; one whose new day is not announced yet is postponed still.
    pub stop: Option<Stop>,
    /// Whom it is for.
    pub audiences: Vec<Audience>,
    /// What it is about.
    pub fields: Vec<Field>,
    /// A place that is no commune, or empty.
    pub area: String,
    /// Thí điểm.
    pub pilot: bool,
    /// What it tries.
    pub trial: Trial,
    /// Link or channel to join, or empty.
    pub join_link: String,
    /// The unit in which it is held, where it is another: name and address.
    pub held_at: Option<(String, String)>,
    /// The unit.
    pub place: Place,
}

/// A site with its villages.
#[derive(Clone, Debug)]
pub struct Site {
    /// Place.
    pub place: String,
    /// ISO day; empty: the dialogue's own.
    pub on_day: String,
    /// `HH:MM`, or empty.
    pub at_time: String,
    /// Names of the villages.
    pub villages: String,
    /// People who came.
    pub people: Option<i64>,
}

/// A document that everybody may read.
#[derive(Clone, Debug)]
pub struct Document {
    /// Public id of the file.
    pub file: i64,
    /// Title.
    pub title: String,
    /// Number and symbol, or empty.
    pub symbol: String,
    /// ISO day from which it could be read.
    pub published_on: String,
    /// Bytes.
    pub size: i64,
}

/// What happened to the day.
#[derive(Clone, Debug)]
pub struct Change {
    /// What.
    pub kind: DayChange,
    /// ISO day on which it was decided.
    pub on_day: String,
    /// The ISO day before it.
    pub from_day: String,
    /// The new ISO day, or empty.
    pub to_day: String,
    /// Why.
    pub reason: String,
    /// The paper.
    pub paper: String,
    /// The post or body that decided.
    pub by: String,
}

/// A post that chairs, and who presided for it.
#[derive(Clone, Debug)]
pub struct Chair {
    /// Name of the post.
    pub post: String,
    /// In person or delegated; absent until it is recorded.
    pub mode: Option<PresidingMode>,
    /// Paper of the delegation.
    pub paper: String,
    /// Its reason.
    pub reason: String,
    /// The HĐND's Standing Committee, that co-chairs.
    pub council: bool,
}

/// An approved content.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Title.
    pub title: String,
    /// Why it was chosen.
    pub reason: String,
    /// The published issue behind it.
    pub issue: Option<i64>,
    /// Published items behind it.
    pub items: i64,
}

/// An issued notice.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Public id.
    pub public_id: i64,
    /// Number and symbol.
    pub symbol: String,
    /// ISO day of signature.
    pub signed_on: String,
    /// Whose it is.
    pub body: String,
}

/// A proof of publication, given or still open.
#[derive(Clone, Debug)]
pub struct Proof {
    /// True once it is given.
    pub given: bool,
    /// Code of the matter.
    pub matter: String,
    /// By which way.
    pub way: ProofWay,
    /// The village's name, where it is one's.
    pub village: String,
    /// Where it was made public.
    pub place: String,
    /// First ISO day.
    pub from_on: String,
    /// The ISO day on which a posting was taken down, or empty.
    pub ended_on: String,
    /// The ISO day by which it is asked.
    pub due_on: String,
}

/// Everything else of the page.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Chairs in their order.
    pub chairs: Vec<Chair>,
    /// Approved contents.
    pub topics: Vec<Topic>,
    /// Agenda: kind and title.
    pub agenda: Vec<(AgendaKind, String)>,
    /// Attendance: label, invited, present.
    pub attendance: Vec<(String, i64, i64)>,
    /// Entries of signed minutes.
    pub turns: i64,
    /// The post that decided on the announcement.
    pub announced_by: String,
    /// Issued notices.
    pub notices: Vec<Notice>,
    /// Their conclusions.
    pub conclusions: Vec<Conclusion>,
    /// Sites, where there are several.
    pub sites: Vec<Site>,
    /// Documents of the information part.
    pub documents: Vec<Document>,
    /// What happened to the day, in order.
    pub changes: Vec<Change>,
    /// Proofs of publication: mass media, seat, then the villages in their order.
    pub proofs: Vec<Proof>,
}

/// The announced dialogue of that public id; a draft answers as one that is not there.
///
/// # Errors
/// The engine's words.
pub async fn find(conn: &mut Conn<'_>, public_id: i64) -> Result<Option<PublicDialogue>> {
    conn.maybe(FIND, args![public_id])
        .await?
        .map(|r| {
            Ok(PublicDialogue {
                id: r.get("id")?,
                public_id: r.get("public_id")?,
                kind: r.word("kind")?,
                title: r.get("title")?,
                state: r.word("state")?,
                on_day: r.get("on_day")?,
                at_time: r.get("at_time")?,
                venue: r.get("venue")?,
                form: r.word("form")?,
                audience: r.get("audience")?,
                how_to_join: r.get("how_to_join")?,
                announced_on: r.get::<Option<String>>("announced_on")?.unwrap_or_default(),
                lead_days: r.get("lead_days")?,
                lead_citation: r.get("lead_citation")?,
                lead_override: r.get("lead_override")?,
                documents_override: r.get("documents_override")?,
                held_on: r.get("held_on")?,
                basis: r.word("basis")?,
                stop: r.get::<String>("stop")?.parse().ok(),
                audiences: list::read(&r, "audiences")?,
                fields: list::read(&r, "fields")?,
                area: r.get("area")?,
                pilot: r.get("pilot")?,
                trial: crate::dialogue::trial(&r)?,
                join_link: r.get("join_link")?,
                held_at: r.get::<Option<String>>("held_at_name")?.zip(r.get("held_at_code")?),
                place: place::read(&r)?,
            })
        })
        .transpose()
}

/// Everything else of a dialogue's page.
///
/// # Errors
/// The engine's words.
pub async fn parts(conn: &mut Conn<'_>, dialogue_id: &str) -> Result<Parts> {
    let mut all = Parts::default();
    for r in conn.all(PARTS, args![dialogue_id]).await? {
        let part: String = r.get("part")?;
        match part.as_str() {
            "chair" => all.chairs.push(Chair {
                post: r.get("a")?,
                mode: r.get::<String>("b")?.parse().ok(),
                paper: r.get("c")?,
                reason: r.get("d")?,
                council: r.get::<String>("e")? == "council",
            }),
            "topic" => {
                all.topics.push(Topic { title: r.get("a")?, reason: r.get("b")?, issue: r.get("id")?, items: r.get("n")? });
            }
            "agenda" => all.agenda.push((r.word("b")?, r.get("a")?)),
            "attendance" => all.attendance.push((r.get("a")?, r.get("n")?, r.get("m")?)),
            "turns" => all.turns = r.get("n")?,
            "announced" => all.announced_by = r.get("a")?,
            "site" => all.sites.push(Site {
                place: r.get("a")?,
                on_day: r.get("b")?,
                at_time: r.get("c")?,
                villages: r.get("d")?,
                people: r.get("id")?,
            }),
            "document" => all.documents.push(Document {
                file: r.get::<Option<i64>>("id")?.unwrap_or(0),
                title: r.get("a")?,
                symbol: r.get("b")?,
                published_on: r.get("c")?,
                size: r.get("n")?,
            }),
            "proof" => all.proofs.push(Proof {
                given: r.get::<i64>("n")? > 0,
                matter: r.get("a")?,
                way: r.word("b")?,
                village: r.get("c")?,
                place: r.get("d")?,
                from_on: r.get("e")?,
                ended_on: r.get("f")?,
                due_on: r.get("g")?,
            }),
            "change" => all.changes.push(Change {
                kind: r.word("a")?,
                on_day: r.get("b")?,
                from_day: r.get("c")?,
                to_day: r.get("d")?,
                reason: r.get("e")?,
                paper: r.get("f")?,
                by: r.get("g")?,
            }),
            "notice" => all.notices.push(Notice {
                public_id: r.get::<Option<i64>>("id")?.unwrap_or(0),
                symbol: r.get("a")?,
                signed_on: r.get("b")?,
                body: r.get("c")?,
            }),
            _ => all.conclusions.push(conclusion::read(&r)?),
        }
    }
    Ok(all)
}

statements! {
    FIND = concat!("SELECT d.id, d.public_id, d.kind, d.title, d.state, d.on_day, d.at_time, d.place AS venue, d.form, d.audience, d.how_to_join, d.announced_on, \
            d.lead_days, d.lead_citation, d.lead_override, d.documents_override, d.held_on, d.basis, d.audiences, d.fields, d.area, d.pilot, d.pilot_reach, d.pilot_from, d.pilot_to, d.pilot_paper, d.join_link, \
            CASE WHEN d.state IN ('draft', 'submitted', 'approved') AND d.stop = '' THEN 'postponed' ELSE d.stop END AS stop, h.name AS held_at_name, h.code AS held_at_code, ", place_columns!(), " FROM dialogue d JOIN unit u ON u.id = d.unit_id \
            JOIN unit p ON p.id = u.province_id LEFT JOIN unit h ON h.id = d.held_at_unit \
            WHERE d.public_id = $1 AND (d.state IN ('announced', 'held', 'concluded', 'closed') OR d.announced_on IS NOT NULL)");
    // part, id, n, m, a … k: what each part holds stands where `parts` reads it.
    PARTS = concat!(
        "SELECT * FROM (SELECT 'conclusion' AS part, row_number() OVER (ORDER BY n.issued_at, c.seq, c.public_id) AS ord, ", conclusion_columns!(), " FROM conclusion c JOIN notice n ON n.id = c.notice_id JOIN item i ON i.id = c.item_id \
         WHERE n.dialogue_id = $1 AND n.state = 'issued') q1 \
         UNION ALL SELECT * FROM (SELECT 'chair', c.seq, CAST(NULL AS BIGINT), 0, 0, po.name, COALESCE(r.mode, ''), COALESCE(r.paper, ''), COALESCE(r.reason, ''), '', '', '', '', '', '', '' \
         FROM dialogue_chair c JOIN post po ON po.id = c.post_id LEFT JOIN presiding r ON r.dialogue_id = c.dialogue_id AND r.post_id = c.post_id \
         WHERE c.dialogue_id = $1) q2 \
         UNION ALL SELECT * FROM (SELECT 'chair', 999, CAST(NULL AS BIGINT), 0, 0, po.name, COALESCE(r.mode, ''), COALESCE(r.paper, ''), COALESCE(r.reason, ''), 'council', '', '', '', '', '', '' \
         FROM dialogue d JOIN post po ON po.id = d.council_post LEFT JOIN presiding r ON r.dialogue_id = d.id AND r.post_id = d.council_post WHERE d.id = $1) q13 \
         UNION ALL SELECT * FROM (SELECT 'topic', t.seq, s.public_id, (SELECT count(*) FROM item i WHERE (i.id = t.item_id OR i.issue_id = t.issue_id) AND ", published!(), "), 0, \
         t.title, t.reason, '', '', '', '', '', '', '', '', '' FROM topic t LEFT JOIN issue s ON s.id = t.issue_id AND s.published_at IS NOT NULL AND s.dissolved_at IS NULL \
         WHERE t.dialogue_id = $1 AND t.state = 'approved') q3 \
         UNION ALL SELECT * FROM (SELECT 'agenda', g.seq, CAST(NULL AS BIGINT), 0, 0, g.title, g.kind, '', '', '', '', '', '', '', '', '' FROM agenda_item g \
         WHERE g.dialogue_id = $1) q4 \
         UNION ALL SELECT * FROM (SELECT 'attendance', t.seq, CAST(NULL AS BIGINT), t.invited, t.present, t.label, '', '', '', '', '', '', '', '', '', '' FROM attendance t \
         JOIN minutes m ON m.dialogue_id = t.dialogue_id AND m.state = 'signed' WHERE t.dialogue_id = $1) q5 \
         UNION ALL SELECT * FROM (SELECT 'turns', 0, CAST(NULL AS BIGINT), count(*), 0, '', '', '', '', '', '', '', '', '', '', '' FROM minutes m JOIN minute_entry e ON e.minutes_id = m.id \
         WHERE m.dialogue_id = $1 AND m.state = 'signed') q6 \
         UNION ALL SELECT * FROM (SELECT 'notice', n.issued_at, n.public_id, 0, 0, n.symbol, COALESCE(n.signed_on, ''), \
         COALESCE((SELECT x.name FROM body_name x WHERE x.body_id = b.id AND x.from_on <= n.signed_on ORDER BY x.from_on DESC, x.id DESC LIMIT 1), b.name), \
         '', '', '', '', '', '', '', '' FROM notice n \
         JOIN body b ON b.id = n.body_id WHERE n.dialogue_id = $1 AND n.state = 'issued') q7 \
         UNION ALL SELECT * FROM (SELECT 'announced', 0, CAST(NULL AS BIGINT), 0, 0, a.by_label, '', '', '', '', '', '', '', '', '', '' FROM approval a \
         WHERE a.subject_id = $1 AND a.subject_kind = 'dialogue' AND a.step = 'announced' ORDER BY a.at DESC LIMIT 1) q8 \
         UNION ALL SELECT * FROM (SELECT 'site', s.seq, s.people, 0, 0, s.place, COALESCE(s.on_day, ''), s.at_time, \
         COALESCE((SELECT string_agg(v.name, ', ' ORDER BY v.sort) FROM village v \
         WHERE v.unit_id = (SELECT CASE WHEN o.held_at_unit = '' THEN o.unit_id ELSE o.held_at_unit END FROM dialogue o WHERE o.id = $1) AND s.villages LIKE '%\"' || v.id || '\"%'), ''), '', '', '', '', '', '', '' \
         FROM dialogue_site s WHERE s.dialogue_id = $1) q9 \
         UNION ALL SELECT * FROM (SELECT 'document', x.seq, f.public_id, f.size, 0, x.title, x.symbol, COALESCE(x.published_on, ''), '', '', '', '', '', '', '', '' \
         FROM dialogue_document x CROSS JOIN file f \
         WHERE x.dialogue_id = $1 AND f.subject_kind = 'dialogue_document' AND f.subject_id = x.id AND f.public = 1 AND x.published_on IS NOT NULL) q10 \
         UNION ALL SELECT * FROM (SELECT 'change', c.at, CAST(NULL AS BIGINT), 0, 0, c.kind, c.on_day, c.from_day, COALESCE(c.to_day, ''), c.reason, c.paper, c.by_label, '', '', '', '' \
         FROM day_change c WHERE c.dialogue_id = $1) q11 \
         UNION ALL SELECT * FROM (SELECT 'proof', row_number() OVER (ORDER BY b.at, b.id, CASE x.way WHEN 'media' THEN 0 WHEN 'posted' THEN 1 ELSE 2 END, v.sort, x.id), \
         CAST(NULL AS BIGINT), CASE WHEN x.at IS NULL THEN 0 ELSE 1 END, 0, b.matter, x.way, COALESCE(v.name, ''), x.place, COALESCE(x.from_on, ''), \
         COALESCE(x.ended_on, ''), b.due_on, '', '', '', '' FROM publication b JOIN publication_proof x ON x.publication_id = b.id LEFT JOIN village v ON v.id = x.village_id \
         WHERE b.dialogue_id = $1 AND b.void_at IS NULL AND x.void_at IS NULL) q12 ORDER BY part, ord"
    );
}
