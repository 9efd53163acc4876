//! The text of what waits for a head, so that it is read before it is decided.

use caunoi_app::desk::seen::Words;
use caunoi_domain::{
    dialogue::state::ApprovalSubject,
    opinion::{item::Publication, tracking_code::PublicId},
};
use caunoi_store::{
    Conn,
    approval::Waiting,
    beside, conclusion, dialogue,
    item::{self, ItemRow},
    minutes, notice, people, prepared_answer, publication_draft, topic, year_plan,
};

use crate::{
    office::{dialogue::when, plan},
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
    /// Its text.
    pub parts: Vec<Reading>,
    /// The words that are decided about.
    pub words: Words,
}

impl Read {
    fn new(words: Words, parts: Vec<Reading>) -> Self {
        Self { id: None, parts, words }
    }
}

/// The text of what waits.
///
/// # Errors
/// The store's failure.
pub async fn of(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Read, Fault> {
    let mut read = match w.subject {
        ApprovalSubject::Contents => contents(conn, page, w).await?,
        ApprovalSubject::PreparedAnswer => answer(conn, page, w).await?,
        ApprovalSubject::Minutes => of_minutes(conn, page, w).await?,
        ApprovalSubject::YearPlan => of_plan(conn, page, w).await?,
        ApprovalSubject::Notice => of_notice(conn, page, w).await?,
        ApprovalSubject::Dialogue => of_dialogue(conn, page, w).await?,
        ApprovalSubject::Publication => of_text(conn, page, w).await?,
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
    let (m, entries) = beside!(conn, |c| minutes::find(c, &w.subject_id), |c| minutes::entries(c, &w.subject_id))?;
    let Some(m) = m else { return Ok(Read::default()) };
    let words = Words::of_minutes(&m, &entries);
    let t = page.t;
    let mut parts = Vec::new();
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
    let mut parts = vec![Reading::new(t.head_read_assessment(), n.assessment)];
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
