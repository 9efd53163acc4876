//! The text of what waits for a head, so that it is read before it is decided.

use caunoi_domain::{
    dialogue::state::{ApprovalSubject, TopicState},
    opinion::{item::Publication, tracking_code::PublicId},
};
use caunoi_store::{
    Conn,
    approval::Waiting,
    conclusion, dialogue,
    item::{self, ItemRow},
    minutes, notice, people, prepared_answer, publication_draft, topic, year_plan,
};

use crate::{
    office::{dialogue::when, plan},
    page::{Page, fault::Fault, mark, words},
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

/// The text; and the public id of a notice, which the list does not carry.
///
/// # Errors
/// The store's failure.
pub async fn of(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<(Option<String>, Vec<Reading>), Fault> {
    let mut id = None;
    let mut parts = match w.subject {
        ApprovalSubject::Contents => contents(conn, page, w).await?,
        ApprovalSubject::PreparedAnswer => answer(conn, page, w).await?,
        ApprovalSubject::Minutes => of_minutes(conn, page, w).await?,
        ApprovalSubject::YearPlan => of_plan(conn, page, w).await?,
        ApprovalSubject::Notice => {
            let (public, parts) = of_notice(conn, page, w).await?;
            id = public;
            parts
        }
        ApprovalSubject::Dialogue => of_dialogue(conn, page, w).await?,
        ApprovalSubject::Publication => of_text(conn, page, w).await?,
    };
    parts.retain(|p| !p.text.trim().is_empty());
    Ok((id, parts))
}

async fn of_dialogue(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Vec<Reading>, Fault> {
    let Some(d) = dialogue::find(conn, &w.subject_id).await? else { return Ok(Vec::new()) };
    let t = page.t;
    let chairs = dialogue::chairs(conn, &d.id).await?.into_iter().map(|c| c.post_name).collect::<Vec<_>>().join(", ");
    Ok(vec![
        Reading::new(t.head_read_when(), when(page, &d)),
        Reading::new(t.plan_place(), d.place),
        Reading::new(t.plan_form(), words::form(t, d.form)),
        Reading::new(t.plan_audience(), d.audience),
        Reading::new(t.plan_how_to_join(), d.how_to_join),
        Reading::new(t.plan_chairs(), chairs),
    ])
}

/// What would be published, and the original beside it.
async fn of_text(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Vec<Reading>, Fault> {
    let Some(text) = publication_draft::find(conn, &w.subject_id).await? else { return Ok(Vec::new()) };
    let given = item::find_public(conn, w.dialogue_public_id).await?.map(|i| i.body).unwrap_or_default();
    let t = page.t;
    Ok(vec![
        Reading::new(t.act_published_title(), text.title),
        Reading::new(t.act_published_body(), text.body),
        Reading::new(t.head_read_given(), given),
    ])
}

async fn contents(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Vec<Reading>, Fault> {
    let mut topics = topic::of_dialogue(conn, &w.subject_id).await?;
    topics.retain(|x| x.topic.state != TopicState::Dropped);
    let line = |(n, x): (usize, topic::TopicView)| {
        Reading::new(format!("{n}. {}", x.topic.title), page.t.head_read_topic(x.topic.reason, x.items))
    };
    Ok((1..).zip(topics).map(line).collect())
}

/// An opinion as the office may print it.
fn opinion(i: &ItemRow) -> &str {
    if i.publication == Publication::Published { &i.published_body } else { &i.body }
}

async fn answer(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Vec<Reading>, Fault> {
    let Some(v) = prepared_answer::find(conn, &w.subject_id).await? else { return Ok(Vec::new()) };
    let Some(d) = dialogue::find_public(conn, v.dialogue_public_id).await? else { return Ok(Vec::new()) };
    let items = topic::items_of_dialogue(conn, &d.id).await?;
    let t = page.t;
    let asked = items.iter().filter(|(of, _)| *of == v.answer.topic_id).take(3).map(|(_, i)| opinion(i)).collect::<Vec<_>>().join("\n");
    Ok(vec![
        Reading::new(t.head_read_asked(), asked),
        Reading::new(t.head_read_answer(&v.body_name), v.answer.text),
        Reading::new(t.plan_answer_norm(), v.answer.norm),
    ])
}

async fn of_minutes(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Vec<Reading>, Fault> {
    let Some(d) = dialogue::find_public(conn, w.dialogue_public_id).await? else { return Ok(Vec::new()) };
    let Some(m) = minutes::of_dialogue(conn, &d.id).await? else { return Ok(Vec::new()) };
    let t = page.t;
    let mut parts = Vec::new();
    for (n, e) in (1..).zip(minutes::entries(conn, &m.id).await?) {
        let said =
            if e.entry.answer.is_empty() { e.entry.said } else { format!("{}\n{}: {}", e.entry.said, e.entry.answered_by, e.entry.answer) };
        parts.push(Reading::new(format!("{n}. {}", e.entry.speaker), said));
    }
    parts.push(Reading::new(t.head_read_conclusion(), m.chair_conclusion));
    Ok(parts)
}

async fn of_notice(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<(Option<String>, Vec<Reading>), Fault> {
    let Some(d) = dialogue::find_public(conn, w.dialogue_public_id).await? else { return Ok((None, Vec::new())) };
    let Some(n) = notice::of_dialogue(conn, &d.id).await?.into_iter().find(|n| n.id == w.subject_id) else {
        return Ok((None, Vec::new()));
    };
    let t = page.t;
    let mut parts = vec![Reading::new(t.head_read_assessment(), n.assessment)];
    for (place, v) in (1..).zip(conclusion::of_notice(conn, &n.id).await?) {
        let c = v.conclusion;
        let mut text = format!("{}. {}", mark::substate(t, c.substate).word, c.text);
        if let Some(due) = c.due_on.filter(|_| !v.body.is_empty()) {
            text = format!("{text}\n{}", t.todo_by_body(&v.body, page.day(&due)));
        }
        parts.push(Reading::new(format!("{place}. {}", v.item.title), text));
    }
    Ok((Some(PublicId::from_i64(n.public_id).to_string()), parts))
}

async fn of_plan(conn: &mut Conn<'_>, page: &Page, w: &Waiting) -> Result<Vec<Reading>, Fault> {
    let Some(p) = year_plan::find_public(conn, w.dialogue_public_id).await? else { return Ok(Vec::new()) };
    let rows = year_plan::rows_of_year(conn, &p.unit_id, p.year).await?;
    let posts = people::posts(conn, &p.unit_id, &format!("{}-12-31", p.year)).await?;
    let mut parts = plan::texts(page, &p).into_iter().map(|(label, text)| Reading::new(label, text)).collect::<Vec<_>>();
    parts.extend(rows.iter().filter(|r| r.row.plan_id == p.id).map(|r| {
        let (when, topic, heads) = plan::row_words(page, &r.row, &posts);
        Reading::new(when, format!("{topic}\n{heads}"))
    }));
    Ok(parts)
}
