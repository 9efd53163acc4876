//! `/cap-tren/ke-hoach`: units below, each with its programme of a year; first those without an approved one by the day
//! that is set (S0.3). No ranking: units stand in the order of their names.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_app::plan::day::{self, Whose};
use caunoi_domain::{
    dialogue::plan_rule::{InTime, in_time},
    people::policy::Action,
};
use caunoi_store::{
    beside, plan_rule, regulation,
    year_plan::{self, UnitLine},
};
use serde::Deserialize;

use super::year::{Deadline, in_time_mark};
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

/// Units of a page: more than any province has.
const UNITS: i64 = 300;

#[derive(Template)]
#[template(path = "office/plan/below.html")]
struct Below {
    page: Page,
    year: i64,
    years: Vec<i64>,
    deadline: Deadline,
    filters: Vec<(String, String, bool)>,
    lines: Vec<Line>,
    all: i64,
}

struct Line {
    name: String,
    code: String,
    state: Mark,
    stands: Option<Mark>,
    approved: String,
    rows: i64,
}

/// Which year, and which units.
#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    nam: String,
    /// `tat-ca` for every unit; else those without an approved programme.
    #[serde(default)]
    loc: String,
}

/// `GET /cap-tren/ke-hoach`
///
/// # Errors
/// Not for this officer, or not a superior unit.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    if !desk.page.is_superior() {
        return Err(Fault::NotFound);
    }
    let today = web.app.clock.today();
    let year = asked.nam.parse().ok().filter(|y| (2010..=2100).contains(y)).unwrap_or_else(|| i64::from(today.year()));
    let mut conn = web.app.store.read().await?;
    let own = desk.officer.unit_id.as_str();
    let (units, rules, place) =
        beside!(&mut conn, |c| year_plan::below(c, own, year, UNITS), |c| plan_rule::in_force(c, own), |c| regulation::of_unit_look(own)
            .alone(c),)?;
    drop(conn);
    let page = desk.page.clone();
    let t = page.t;
    let by = day::of(place.as_ref(), Whose::Below, &rules, year);
    let day = by.as_ref().map(|d| d.day);
    let stands = |u: &UnitLine| in_time(day, u.approved_on.as_deref().and_then(|d| d.parse().ok()), today);
    let everybody = asked.loc == "tat-ca";
    let shown = |u: &&UnitLine| {
        everybody
            || match stands(u) {
                // Where no day is set nobody is late: those without an approved programme are listed all the same.
                None => u.approved_on.is_none(),
                Some(s) => matches!(s, InTime::Missing | InTime::Late),
            }
    };
    let filter = |code: &str, label, current| (format!("/cap-tren/ke-hoach?nam={year}{code}"), label, current);
    let deadline = Deadline { mark: None, ..super::year::deadline(&page, by.as_ref(), None, today) };
    Ok(render::html(&Below {
        year,
        years: (year - 2..=year + 1).rev().collect(),
        deadline,
        filters: vec![
            filter("", if day.is_some() { t.yp_below_late() } else { t.yp_below_none() }, !everybody),
            filter("&loc=tat-ca", t.yp_below_all(), everybody),
        ],
        lines: units.iter().filter(shown).map(|u| line(&page, u, stands(u))).collect(),
        all: i64::try_from(units.len()).unwrap_or(i64::MAX),
        page,
    }))
}

fn line(page: &Page, u: &UnitLine, stands: Option<InTime>) -> Line {
    let t = page.t;
    Line {
        name: u.name.clone(),
        code: u.code.clone(),
        state: u.state.map_or_else(|| Mark::new(Tone::Idle, Icon::Ring, t.yp_not_begun()), |s| mark::plan(t, s)),
        stands: stands.map(|s| in_time_mark(t, s)),
        approved: u.approved_on.as_deref().map(|d: &str| page.day(d)).unwrap_or_default(),
        rows: u.rows,
    }
}
