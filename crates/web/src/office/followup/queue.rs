//! `/nhiem-vu`: the tasks of a body, or of the whole unit for those who follow it up. Filters and pages are in the address.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::people::{actor::Role, policy::Action};
use caunoi_store::task_queue::{self, TaskCounts, TaskLine, Whose};
use jiff::{ToSpan as _, civil::Date};
use serde::Deserialize;

use super::input::shown;
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        icon::Icon,
        mark::{self, Mark, Tone},
        render,
    },
};

/// Tasks of one page.
const PAGE: i64 = 30;
/// Days ahead that count as "due soon".
pub const SOON_DAYS: i64 = 7;

/// Filter and page, as they stand in the address.
#[derive(Deserialize)]
pub struct Asked {
    /// `qua-han`, `sap-den-han`, `da-xong`; every open task otherwise.
    #[serde(default)]
    loc: String,
    /// The key (day.id) of the last task of the page before.
    #[serde(default)]
    sau: String,
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
    href: String,
    task: String,
    body: String,
    day: String,
    mark: Option<Mark>,
    state: Mark,
    part: bool,
    urged: Option<String>,
}

#[derive(Template)]
#[template(path = "office/followup/queue.html")]
struct Queue {
    page: Page,
    own: bool,
    done: bool,
    filters: Vec<Filter>,
    lines: Vec<Line>,
    more: Option<String>,
}

/// `GET /nhiem-vu`
///
/// # Errors
/// Not found for those who may not read the follow-up; the store's failure.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
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
    let page = desk.page;
    let more = next_page(&rows, &asked.loc, done);
    let lines = rows.iter().take(usize::try_from(PAGE).unwrap_or(0)).map(|r| line(&page, r, today)).collect();
    Ok(render::html(&Queue { own, done, filters: filters(&page, counts, &asked.loc), lines, more, page }))
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

fn line(page: &Page, r: &TaskLine, today: Date) -> Line {
    let open = r.done_on.is_empty();
    Line {
        href: format!("/nhiem-vu/{}", shown(r.public_id)),
        task: r.task.clone(),
        body: r.body_name.clone(),
        day: page.day(if open { &r.due_on } else { &r.done_on }),
        mark: if open && !r.paused_for.is_empty() {
            Some(Mark::new(Tone::Idle, Icon::Clock, page.t.pause_mark(&r.paused_for)))
        } else if open {
            mark::due(page.t, &r.due_on, today)
        } else {
            None
        },
        state: mark::assignment(page.t, r.state),
        part: r.part,
        urged: r.urged_on.as_deref().map(|d| page.t.tasks_urged_on(page.day(d))),
    }
}
