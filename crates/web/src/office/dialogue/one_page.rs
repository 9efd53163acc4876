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
    Conn, beside, dialogue_site,
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
    let d = &found.d;
    let (topics, place, asked, last, open) = beside!(
        &mut conn,
        |c| topics(c, &page, &d.id),
        |c| place(c, &page, &found),
        |c| asked(c, &page, &found, &iso),
        |c| agenda::last(c, &page, d),
        |c| async { Ok(head_brief::promises(c, &d.unit_id, &d.on_day, PROMISES).await?) },
    )?;
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
async fn place(conn: &mut Conn<'_>, page: &Page, found: &Found) -> Result<String, Fault> {
    let (sites, villages) = beside!(conn, |c| dialogue_site::of(c, &found.d.id), |c| village::of_unit(c, &found.d.unit_id))?;
    let named = |id: &String| sites.iter().any(|s| s.site.villages.contains(id));
    let names: Vec<String> = villages.into_iter().filter(|v| named(&v.id)).map(|v| v.name).collect();
    Ok(if names.is_empty() { page.t.brief_whole_unit() } else { names.join(", ") })
}

/// Open matters of the place by field.
async fn asked(conn: &mut Conn<'_>, page: &Page, found: &Found, today: &str) -> Result<Vec<String>, Fault> {
    let fields = head_brief::asked(conn, &found.d.unit_id, &found.d.id, today).await?;
    let t = page.t;
    let name = |code: &str| if code.is_empty() { t.brief_no_field() } else { words::field(t, code) };
    let line = |f: &head_brief::Asked| {
        if f.late == 0 { t.brief_field_in_time(name(&f.field), f.n) } else { t.brief_field(name(&f.field), f.n, f.late) }
    };
    Ok(fields.iter().take(LINES).map(line).collect())
}

async fn topics(conn: &mut Conn<'_>, page: &Page, dialogue: &str) -> Result<Vec<TopicLine>, Fault> {
    let (mut all, answers) = conn.together((topic::of_dialogue_look(dialogue), prepared_answer::of_dialogue_look(dialogue))).await?;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
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
