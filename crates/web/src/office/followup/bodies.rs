//! `/nhiem-vu/co-quan`: how long tasks wait, body by body. Staff read it; a body reads its own line only. Bodies stand by
//! name, never by rank.

use std::collections::HashMap;

use askama::Template;
use axum::{extract::State, response::Response};
use caunoi_domain::{
    followup::waiting::median,
    people::{actor::Role, policy::Action},
};
use caunoi_store::waiting_time::{self, OpenOf};

use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, render},
};

const DAY_US: i64 = 86_400 * 1_000_000;
/// Finished tasks of so many days are counted.
const DAYS: i64 = 365;

struct Line {
    name: String,
    open: i64,
    overdue: i64,
    paused: i64,
    oldest: String,
    median: String,
}

#[derive(Template)]
#[template(path = "office/followup/bodies.html")]
struct Bodies {
    page: Page,
    lines: Vec<Line>,
}

/// `GET /nhiem-vu/co-quan`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    let now = web.app.clock.now_us();
    let today = web.app.clock.today().to_string();
    let own = if desk.officer.role == Role::Body { desk.officer.body_id.as_str() } else { "" };
    let mut conn = web.app.store.read().await?;
    let open = waiting_time::open(&mut conn, &desk.officer.unit_id, own, &today).await?;
    let done = waiting_time::done(&mut conn, &desk.officer.unit_id, now - DAYS * DAY_US).await?;
    drop(conn);
    let mut took: HashMap<String, Vec<i64>> = HashMap::new();
    for (body, at, done_at) in done {
        took.entry(body).or_default().push(civil_days(at, done_at));
    }
    let page = desk.page;
    let lines = open.into_iter().map(|o| line(&page, &o, took.get(&o.body_id).map_or(&[], Vec::as_slice), now)).collect();
    Ok(render::html(&Bodies { lines, page }))
}

/// Days between two moments as people count them: by the calendar of Viet Nam, not by hours.
fn civil_days(from: i64, to: i64) -> i64 {
    i64::from((caunoi_app::day_of(to) - caunoi_app::day_of(from)).get_days())
}

fn line(page: &Page, o: &OpenOf, took: &[i64], now: i64) -> Line {
    let t = page.t;
    Line {
        name: o.name.clone(),
        open: o.open,
        overdue: o.overdue,
        paused: o.paused,
        oldest: o.oldest_at.map(|at| t.waiting_days(civil_days(at, now))).unwrap_or_default(),
        median: median(took)
            .map_or_else(|| t.waiting_no_median(), |days| t.waiting_median(days, i64::try_from(took.len()).unwrap_or(i64::MAX))),
    }
}
