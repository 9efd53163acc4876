//! Một trang trước cuộc họp: for the chair, made by itself from rows and printed on one page of A4: what this place asks,
//! what we promised, what is late, and the results of last time (P12).

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::{
    dialogue::state::{DraftState, TopicState},
    opinion::tracking_code::PublicId,
    people::policy::{self, Action, Scope},
};
use caunoi_store::{
    Conn, dialogue_site,
    head_brief::{self, Promise},
    prepared_answer, topic, village,
};
use jiff::civil::Date;

use super::{Found, Frame, agenda};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        icon::Icon,
        mark::{self, Mark},
        render, words,
    },
};

/// Lines of one part: with all of them the page stays one page.
const LINES: usize = 6;
/// Promises that are looked at.
const PROMISES: i64 = 200;

struct TopicLine {
    title: String,
    /// How many opinions stand behind it, and how far the answers are.
    facts: String,
}

struct PromiseLine {
    href: String,
    title: String,
    /// Who does it, by when, under which notice.
    facts: String,
    standing: Mark,
    due: Option<Mark>,
}

#[derive(Template)]
#[template(path = "office/dialogue/one_page.html")]
struct OnePage {
    page: Page,
    f: Frame,
    chairs: String,
    place: String,
    topics: Vec<TopicLine>,
    /// Open matters of the place, field by field.
    asked: Vec<String>,
    last: agenda::Last,
    promises: Vec<PromiseLine>,
    late: Vec<PromiseLine>,
    more_promises: usize,
    more_late: usize,
    today: String,
}

/// `GET …/mot-trang`
///
/// # Errors
/// Not for this officer: it holds titles as the office words them.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let iso = today.to_string();
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, &desk, &id).await?;
    if !policy::may(&desk.actor, Action::ReadOpinions, Scope::unit(&found.d.unit_id)) {
        return Err(Fault::NotFound);
    }
    let page = desk.page.clone();
    let topics = topics(&mut conn, &page, &found.d.id).await?;
    let (place, villages) = place(&mut conn, &page, &found).await?;
    let asked = asked(&mut conn, &page, &found.d.unit_id, &villages, &iso).await?;
    let last = agenda::last(&mut conn, &page, &found.d).await?;
    let open = head_brief::promises(&mut conn, &found.d.unit_id, &found.d.on_day, PROMISES).await?;
    drop(conn);
    let (late, open): (Vec<Promise>, Vec<Promise>) = open.into_iter().partition(|p| !p.due_on.is_empty() && p.due_on < iso);
    let lines = |all: &[Promise]| all.iter().take(LINES).map(|p| line(&page, p, today)).collect::<Vec<_>>();
    Ok(render::html(&OnePage {
        f: found.frame(&page),
        chairs: found.chair_names(),
        place,
        topics,
        asked,
        last,
        promises: lines(&open),
        late: lines(&late),
        more_promises: open.len().saturating_sub(LINES),
        more_late: late.len().saturating_sub(LINES),
        today: page.weekday(&iso),
        page,
    }))
}

/// The place that is asked: the villages of its sites, or the whole commune where none are named.
async fn place(conn: &mut Conn<'_>, page: &Page, found: &Found) -> Result<(String, Vec<String>), Fault> {
    let mut ids: Vec<String> = Vec::new();
    for site in dialogue_site::of(conn, &found.d.id).await? {
        ids.extend(site.site.villages.into_iter().filter(|v| !ids.contains(v)).collect::<Vec<_>>());
    }
    let names: Vec<String> =
        village::of_unit(conn, &found.d.unit_id).await?.into_iter().filter(|v| ids.contains(&v.id)).map(|v| v.name).collect();
    let place = if names.is_empty() { page.t.brief_whole_unit() } else { names.join(", ") };
    Ok((place, ids))
}

/// Open matters of the place by field.
async fn asked(conn: &mut Conn<'_>, page: &Page, unit: &str, villages: &[String], today: &str) -> Result<Vec<String>, Fault> {
    let mut fields: Vec<head_brief::Asked> = Vec::new();
    let all = [String::new()];
    for village in if villages.is_empty() { &all[..] } else { villages } {
        for a in head_brief::asked(conn, unit, village, today).await? {
            match fields.iter_mut().find(|f| f.field == a.field) {
                Some(f) => {
                    f.n += a.n;
                    f.late += a.late;
                }
                None => fields.push(a),
            }
        }
    }
    fields.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.field.cmp(&b.field)));
    let t = page.t;
    let name = |code: &str| if code.is_empty() { t.brief_no_field() } else { words::field(t, code) };
    Ok(fields.iter().take(LINES).map(|f| t.brief_field(name(&f.field), f.n, f.late)).collect())
}

async fn topics(conn: &mut Conn<'_>, page: &Page, dialogue: &str) -> Result<Vec<TopicLine>, Fault> {
    let answers = prepared_answer::of_dialogue(conn, dialogue).await?;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut all = topic::of_dialogue(conn, dialogue).await?;
    all.retain(|x| x.topic.state != TopicState::Dropped);
    Ok(all
        .into_iter()
        .map(|x| {
            let of = || answers.iter().filter(|a| a.answer.topic_id == x.topic.id);
            let ready = of().filter(|a| a.answer.state == DraftState::Approved).count();
            let facts = match of().count() {
                0 => page.t.brief_topic_unasked(x.items),
                asked => page.t.brief_topic(x.items, count(ready), count(asked)),
            };
            TopicLine { facts, title: x.topic.title }
        })
        .collect())
}

fn line(page: &Page, p: &Promise, today: Date) -> PromiseLine {
    let t = page.t;
    let due = if p.due_on.is_empty() { t.brief_no_day() } else { page.day(&p.due_on) };
    let mut facts = t.brief_promise(&p.who, due, &p.symbol);
    if !p.urged_on.is_empty() {
        facts = format!("{facts} {}.", t.remind_before(page.day(&p.urged_on)));
    }
    PromiseLine {
        href: match (p.task, p.sent) {
            (Some(id), _) => format!("/nhiem-vu/{}", PublicId::from_i64(id)),
            (None, Some(id)) => format!("/cap-tren/{}", PublicId::from_i64(id)),
            (None, None) => "/nhiem-vu/ket-qua".to_owned(),
        },
        title: p.title.clone(),
        facts,
        standing: mark::standing(t, p.standing),
        due: mark::due(t, &p.due_on, today),
    }
}
