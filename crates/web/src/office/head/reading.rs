//! The text of what waits for a head, so that it is read before it is decided.

use caunoi_app::{desk::seen::Words, duty::reckon};
use caunoi_domain::{
    dialogue::state::ApprovalSubject,
    opinion::{item::Publication, tracking_code::PublicId},
};
use caunoi_store::{
    Conn,
    approval::Waiting,
    attendance::{self, AttendanceRow},
    beside, conclusion, dialogue,
    item::{self, ItemRow},
    minutes,
    notice::{self, NoticeRow},
    people, prepared_answer, presiding, publication_draft, topic, waiver_draft, year_plan,
};

use crate::{
    Web,
    office::{
        dialogue::{minutes_fields, when},
        ledger::{lines::Posts, waiver},
        plan,
    },
    page::{Page, fault::Fault, mark, words as page_words},
};

/// A part of a text.
pub struct Reading {
    /// What it is.
    pub label: String,
    /// Its words.
    pub text: String,
}

impl Reading {
    /// A part.
    pub fn new(label: String, text: String) -> Self {
        Self { label, text }
    }
}

/// What is read of one thing that waits.
#[derive(Default)]
pub struct Read {
    /// The public id of a notice, which the list does not carry.
    pub id: Option<String>,
    /// The page of a reason for what a unit below did not do.
    pub href: Option<String>,
    /// Its text.
    pub parts: Vec<Reading>,
    /// The words that are decided about.
    pub words: Words,
}

impl Read {
    fn new(words: Words, parts: Vec<Reading>) -> Self {
        Self { id: None, href: None, parts, words }
    }
}

/// The text of what waits.
///
/// # Errors
/// The store's failure.
pub async fn of(web: &Web, conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Read, Fault> {
    let mut read = match w.subject {
        ApprovalSubject::Contents => contents(conn, page, w).await?,
        ApprovalSubject::PreparedAnswer => answer(conn, page, w).await?,
        ApprovalSubject::Minutes => of_minutes(conn, page, w).await?,
        ApprovalSubject::YearPlan => of_plan(conn, page, w).await?,
        ApprovalSubject::Notice => of_notice(conn, page, w).await?,
        ApprovalSubject::Dialogue => of_dialogue(conn, page, w).await?,
        ApprovalSubject::Publication => of_text(conn, page, w).await?,
        ApprovalSubject::Waiver => Box::pin(of_waiver(web, conn, page, w)).await?,
    };
    read.parts.retain(|p| !p.text.trim().is_empty());
    Ok(read)
}

async fn of_dialogue(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Read, Fault> {
    let (d, chairs) = beside!(conn, |c| dialogue::find(c, &w.subject_id), |c| dialogue::chairs(c, &w.subject_id))?;
    let Some(d) = d else { return Ok(Read::default()) };
    let t = page.t;
    let words = Words::of_dialogue(&d, &chairs);
    let chairs = chairs.into_iter().map(|c| c.post_name).collect::<Vec<_>>().join(", ");
    let parts = vec![
        Reading::new(t.head_read_when(), when(page, &d)),
        Reading::new(t.plan_place(), d.place),
        Reading::new(t.plan_form(), page_words::form(t, d.form)),
        Reading::new(t.plan_audience(), d.audience),
        Reading::new(t.plan_how_to_join(), d.how_to_join),
        Reading::new(t.plan_chairs(), chairs),
    ];
    Ok(Read::new(words, parts))
}

/// What would be published, and the original beside it.
async fn of_text(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Read, Fault> {
    let (text, given) = beside!(conn, |c| publication_draft::find(c, &w.subject_id), |c| item::find(c, &w.subject_id))?;
    let (Some(text), Some(given)) = (text, given) else { return Ok(Read::default()) };
    let words = Words::of_text(&text, &given);
    let t = page.t;
    let parts = vec![
        Reading::new(t.act_published_title(), text.title),
        Reading::new(t.act_published_body(), text.body),
        Reading::new(t.head_read_given(), given.body),
    ];
    Ok(Read::new(words, parts))
}

async fn contents(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Read, Fault> {
    let topics = topic::standing_of(conn, &w.subject_id).await?;
    let words = Words::of_contents(&topics);
    let line = |(n, x): (usize, topic::TopicView)| {
        Reading::new(format!("{n}. {}", x.topic.title), page.t.head_read_topic(x.topic.reason, x.items))
    };
    Ok(Read::new(words, (1..).zip(topics).map(line).collect()))
}

/// An opinion as the office may print it.
fn opinion(i: &ItemRow) -> &str {
    if i.publication == Publication::Published { &i.published_body } else { &i.body }
}

async fn answer(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Read, Fault> {
    let (v, items) = beside!(conn, |c| prepared_answer::find(c, &w.subject_id), |c| topic::items_of_answer(c, &w.subject_id))?;
    let Some(v) = v else { return Ok(Read::default()) };
    let t = page.t;
    let asked = items.iter().take(3).map(opinion).collect::<Vec<_>>().join("\n");
    let words = Words::of_answer(&v.answer);
    let parts = vec![
        Reading::new(t.head_read_asked(), asked),
        Reading::new(t.head_read_answer(&v.body_name), v.answer.text),
        Reading::new(t.plan_answer_norm(), v.answer.norm),
    ];
    Ok(Read::new(words, parts))
}

async fn of_minutes(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Read, Fault> {
    let of = w.subject_id.as_str();
    let (m, entries) = beside!(conn, |c| minutes::find(c, of), |c| minutes::entries(c, of))?;
    let Some(m) = m else { return Ok(Read::default()) };
    let (chairs, came) = conn.together((presiding::of_look(&m.dialogue_id), attendance::of_look(&m.dialogue_id))).await?;
    let words = Words::of_minutes(&m, &chairs, &came, &entries);
    let t = page.t;
    let mut parts: Vec<Reading> = minutes_fields::chairs(page, &chairs, None).into_iter().map(|c| Reading::new(c.post, c.said)).collect();
    let group = |a: &AttendanceRow| format!("{}: {}/{}", a.label, a.present, a.invited);
    parts.push(Reading::new(t.minutes_attendance(), came.iter().map(group).collect::<Vec<_>>().join("; ")));
    for (n, e) in (1..).zip(entries) {
        let said =
            if e.entry.answer.is_empty() { e.entry.said } else { format!("{}\n{}: {}", e.entry.said, e.entry.answered_by, e.entry.answer) };
        parts.push(Reading::new(format!("{n}. {}", e.entry.speaker), said));
    }
    parts.push(Reading::new(t.head_read_conclusion(), m.chair_conclusion));
    Ok(Read::new(words, parts))
}

async fn of_notice(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Read, Fault> {
    let (n, conclusions) = beside!(conn, |c| notice::find(c, &w.subject_id), |c| conclusion::of_notice(c, &w.subject_id))?;
    let Some(n) = n else { return Ok(Read::default()) };
    let words = Words::of_notice(&n, &conclusions);
    let t = page.t;
    let mut parts = of_notice_head(page, &n);
    for (place, v) in (1..).zip(conclusions) {
        let c = v.conclusion;
        let mut text = format!("{}. {}", mark::substate(t, c.substate).word, c.text);
        if let Some(due) = c.due_on.filter(|_| !v.body.is_empty()) {
            text = format!("{text}\n{}", t.todo_by_body(&v.body, page.day(&due)));
        }
        parts.push(Reading::new(format!("{place}. {}", v.item.title), text));
    }
    Ok(Read { id: Some(PublicId::from_i64(n.public_id).to_string()), ..Read::new(words, parts) })
}

/// What a notice says besides its conclusions: number and day, who signs, the general assessment.
pub fn of_notice_head(page: &Page, n: &NoticeRow) -> Vec<Reading> {
    let t = page.t;
    let number = n.entered_number.map(|number| number.to_string()).unwrap_or_default();
    let day = n.signed_on.as_deref().map(|d| page.day(d)).unwrap_or_default();
    let signer = [n.signer_post.as_str(), n.signer_name.as_str()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ");
    let parts = [
        (t.notice_number(), number),
        (t.notice_signed_on(), day),
        (t.notice_signer_name(), signer),
        (t.head_read_assessment(), n.assessment.clone()),
    ];
    parts.into_iter().filter(|(_, text)| !text.trim().is_empty()).map(|(label, text)| Reading::new(label, text)).collect()
}

/// A reason for what a unit below did not do: of which unit and post, what the rule asks by which day, the paper, the reason.
async fn of_waiver(web: &Web, conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Read, Fault> {
    let today = web.app.clock.today();
    let (unit, year) = w.detail.split_once(' ').unwrap_or((w.detail.as_str(), ""));
    let (year, on) = (year.parse().unwrap_or_else(|_| today.year()), today.to_string());
    let (v, r, posts) = beside!(
        conn,
        |c| async { Ok::<_, Fault>(waiver_draft::find(c, &w.subject_id).await?) },
        |c| async { Ok::<_, Fault>(reckon::of_year(c, &web.app.calendar(), unit, year, today).await?) },
        |c| async { Ok::<_, Fault>(people::posts(c, unit, &on).await?) },
    )?;
    let Some(v) = v else { return Ok(Read::default()) };
    let posts = Posts::of(posts);
    let t = page.t;
    let parts = vec![
        Reading::new(t.ledger_col_post(), posts.name(&v.post_id)),
        Reading::new(t.ledger_col_duty(), waiver::what(page, &r, &v.subject)),
        Reading::new(t.ledger_waive_reason(), v.note.clone()),
        Reading::new(t.ledger_record_paper(), format!("{}, {}", v.paper, page.day(&v.on_day))),
        Reading::new(t.waiver_drafted_by(), v.by_label.clone()),
    ];
    Ok(Read { href: Some(v.path.clone()), ..Read::new(Words::of_waiver(&v), parts) })
}

async fn of_plan(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Read, Fault> {
    // Of a plan that waits the year stands in the place of the title; its unit is the head's own.
    let (year, unit) = (w.dialogue_title.parse().unwrap_or_default(), page.desk.as_ref().map_or("", |d| d.officer.unit_id.as_str()));
    let last = format!("{year}-12-31");
    let (p, rows, posts) =
        beside!(conn, |c| year_plan::find_public(c, w.dialogue_public_id), |c| year_plan::rows_of_year(c, unit, year), |c| people::posts(
            c, unit, &last
        ),)?;
    let Some(p) = p else { return Ok(Read::default()) };
    let words = Words::of_plan(&p, &rows);
    let mut parts = plan::texts(page, &p).into_iter().map(|(label, text)| Reading::new(label, text)).collect::<Vec<_>>();
    parts.extend(rows.iter().filter(|r| r.row.plan_id == p.id).map(|r| {
        let (when, topic, heads) = plan::row_words(page, &r.row, &posts);
        Reading::new(when, format!("{topic}\n{heads}"))
    }));
    Ok(Read::new(words, parts))
}
