//! `/nhiem-vu`: the tasks of a body, or of the whole unit for those who follow it up. Filters and pages are in the address.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::{
    people::{actor::Role, policy::Action},
    problem::{Problem, What},
};
use caunoi_store::task_queue::{self, TaskCounts, TaskLine, Whose};
use jiff::{ToSpan as _, civil::Date};
use serde::Deserialize;

use super::{
    input::shown,
    many::{self, Act},
};
use crate::{
    Web,
    office::many::{Outcome, Place, Told},
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        form::csrf,
        icon::Icon,
        mark::{self, Mark, Tone},
        problems, render,
    },
};

/// Tasks of one page.
const PAGE: i64 = 30;
/// Days ahead that count as "due soon".
pub const SOON_DAYS: i64 = 7;

/// Filter and page, as they stand in the address.
#[derive(Default, Deserialize)]
pub struct Asked {
    /// `qua-han`, `sap-den-han`, `da-xong`; every open task otherwise.
    #[serde(default)]
    loc: String,
    /// The key (day.id) of the last task of the page before.
    #[serde(default)]
    sau: String,
    /// The act on several tasks that was just done.
    #[serde(default)]
    xong: String,
}

impl Asked {
    fn at(place: Place) -> Self {
        Self { loc: place.loc, sau: place.sau, xong: String::new() }
    }
}

/// A filter with how many it finds.
pub struct Filter {
    /// Address.
    pub href: String,
    /// Words.
    pub label: String,
    /// How many.
    pub n: i64,
    /// The one that is shown.
    pub current: bool,
}

struct Line {
    id: String,
    ticked: bool,
    href: String,
    task: String,
    body: String,
    day: String,
    mark: Option<Mark>,
    /// Since when the clock stands still, and for whom; empty where it runs.
    paused: String,
    state: Mark,
    part: bool,
    /// The reader's body takes part in it, another leads.
    partner: bool,
    urged: Option<String>,
}

#[derive(Template)]
#[template(path = "office/followup/queue.html")]
struct Queue {
    page: Page,
    csrf: String,
    own: bool,
    done: bool,
    /// The list shows only those past their day or near it.
    narrow: bool,
    /// Acts on several at once that are open to this officer here: code word, name, key.
    acts: Vec<(&'static str, String, &'static str)>,
    place: Place,
    filters: Vec<Filter>,
    lines: Vec<Line>,
    more: Option<String>,
    /// The act that was just done, in words.
    said: Option<String>,
    problem: Option<String>,
    outcome: Option<Told>,
}

/// `GET /nhiem-vu`
///
/// # Errors
/// Not found for those who may not read the follow-up; the store's failure.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    page(&web, desk, asked, None, None).await
}

/// The list after an act on several tasks of which some were left: they stay ticked.
///
/// # Errors
/// Not for this officer; the store's failure.
pub async fn told(web: &Web, desk: Desk, place: Place, act: Act, outcome: Outcome) -> Result<Response, Fault> {
    page(web, desk, Asked::at(place), None, Some((act, outcome))).await
}

/// The list after an act for which nothing was ticked.
///
/// # Errors
/// Not for this officer; the store's failure.
pub async fn nothing_ticked(web: &Web, desk: Desk, place: Place) -> Result<Response, Fault> {
    page(web, desk, Asked::at(place), Some(&Problem::new("tasks", What::Empty)), None).await
}

async fn page(web: &Web, desk: Desk, asked: Asked, problem: Option<&Problem>, outcome: Option<(Act, Outcome)>) -> Result<Response, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    let today = web.app.clock.today();
    let own = desk.officer.role == Role::Body;
    let whose = Whose { unit_id: &desk.officer.unit_id, body_id: if own { &desk.officer.body_id } else { "" } };
    let mut conn = web.app.store.read().await?;
    let counts = task_queue::counts(&mut conn, whose, &today.to_string(), &soon(today)).await?;
    let done = asked.loc == "da-xong";
    let key = asked.sau.split_once('.');
    let rows = if done {
        task_queue::done(&mut conn, whose, key, PAGE + 1).await?
    } else {
        let (from, to) = days(&asked.loc, today);
        task_queue::open(&mut conn, whose, (&from, &to), key.unwrap_or(("", "")), PAGE + 1).await?
    };
    drop(conn);
    let more = next_page(&rows, &asked.loc, done);
    let ticked = outcome.as_ref().map(|(_, o)| o.ticked()).unwrap_or_default();
    let acts = if done { Vec::new() } else { acts(&desk) };
    let body = desk.officer.body_name;
    let page = desk.page;
    let t = page.t;
    let again: Vec<Problem> = problem.into_iter().chain(outcome.iter().flat_map(|(_, o)| &o.problems)).cloned().collect();
    let view = Queue {
        csrf: csrf(&page),
        own,
        done,
        narrow: ["qua-han", "sap-den-han"].contains(&asked.loc.as_str()),
        acts,
        lines: rows
            .iter()
            .take(usize::try_from(PAGE).unwrap_or(0))
            .map(|r| Line { partner: own && r.body_name != body, ..line(&page, r, today, &ticked) })
            .collect(),
        more,
        filters: filters(&page, counts, &asked.loc),
        said: asked.xong.parse::<Act>().ok().map(|a| t.triage_done(a.name(t))),
        problem: problem.map(|p| problems::say(t, p)),
        outcome: outcome.map(|(act, o)| many::told(t, act, o)),
        place: Place::of(&asked.loc, &asked.sau),
        page,
    };
    Ok(render::form(&view, &again))
}

/// Acts on several tasks at once that are open to this officer.
fn acts(desk: &Desk) -> Vec<(&'static str, String, &'static str)> {
    let t = desk.page.t;
    let all = [(Act::Urge, Action::Urge, "d"), (Act::Transfer, Action::DirectTask, "c")];
    all.into_iter().filter(|(_, action, _)| desk.allow(*action).is_ok()).map(|(act, _, key)| (act.code(), act.name(t), key)).collect()
}

/// The last ISO day that counts as due soon.
#[must_use]
pub fn soon(today: Date) -> String {
    today.checked_add(SOON_DAYS.days()).unwrap_or(today).to_string()
}

fn days(filter: &str, today: Date) -> (String, String) {
    match filter {
        "qua-han" => (String::new(), today.yesterday().unwrap_or(today).to_string()),
        "sap-den-han" => (today.to_string(), soon(today)),
        _ => (String::new(), "9999-12-31".to_owned()),
    }
}

fn next_page(rows: &[TaskLine], filter: &str, done: bool) -> Option<String> {
    let last = usize::try_from(PAGE).unwrap_or(0);
    let r = rows.get(last.checked_sub(1)?).filter(|_| rows.len() > last)?;
    Some(format!("/nhiem-vu?loc={filter}&sau={}.{}", if done { &r.done_on } else { &r.due_on }, r.id))
}

fn filters(page: &Page, n: TaskCounts, current: &str) -> Vec<Filter> {
    let t = page.t;
    let known = ["qua-han", "sap-den-han", "da-xong"].contains(&current);
    let filter = |loc: &str, label, n| Filter {
        href: if loc.is_empty() { "/nhiem-vu".to_owned() } else { format!("/nhiem-vu?loc={loc}") },
        label,
        n,
        current: if loc.is_empty() { !known } else { loc == current },
    };
    vec![
        filter("", t.tasks_filter_open(), n.open),
        filter("qua-han", t.tasks_filter_overdue(), n.overdue),
        filter("sap-den-han", t.tasks_filter_soon(SOON_DAYS), n.soon),
        filter("da-xong", t.tasks_filter_done(), n.done),
    ]
}

fn line(page: &Page, r: &TaskLine, today: Date, ticked: &BTreeSet<String>) -> Line {
    let open = r.done_on.is_empty();
    let id = shown(r.public_id);
    Line {
        ticked: ticked.contains(&id),
        id,
        href: format!("/nhiem-vu/{}", shown(r.public_id)),
        task: r.task.clone(),
        body: r.body_name.clone(),
        day: page.day(if open { &r.due_on } else { &r.done_on }),
        mark: if open && !r.paused_for.is_empty() {
            Some(Mark::new(Tone::Idle, Icon::Clock, page.t.pause_mark()))
        } else if open {
            mark::due(page.t, &r.due_on, today)
        } else {
            None
        },
        paused: if open && !r.paused_on.is_empty() {
            page.t.pause_mark_since(page.day(&r.paused_on), &r.paused_for)
        } else {
            String::new()
        },
        state: mark::assignment(page.t, r.state),
        part: r.part,
        partner: false,
        urged: r.urged_on.as_deref().map(|d| page.t.tasks_urged_on(page.day(d))),
    }
}
