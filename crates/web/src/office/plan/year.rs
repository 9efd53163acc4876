//! `/cong-viec/ke-hoach`: a year: what is in force, where each row is today, how the unit stands to the day set for its
//! programme.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_app::plan::day::{self, PlanDay, Whose};
use caunoi_domain::{
    dialogue::{
        plan_rule::{InTime, in_time},
        state::DraftState,
        year_plan::RowStanding,
    },
    opinion::tracking_code::PublicId,
    people::policy::Action,
};
use caunoi_store::{
    duty_facts,
    people::{self, PostRow},
    plan_rule, regulation, year_events,
    year_plan::{self, PlanRow},
};
use jiff::civil::Date;
use serde::Deserialize;

use super::{InForce, address, names, rows_in_force, title, topic, when};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        icon::Icon,
        l10n::L10nLanguage,
        mark::{self, Mark, Tone},
        render, words,
    },
};

#[derive(Template)]
#[template(path = "office/plan/year.html")]
struct YearPage {
    page: Page,
    year: i64,
    csrf: String,
    key: String,
    years: Vec<i64>,
    deadline: Deadline,
    plans: Vec<PlanLine>,
    begin: Option<String>,
    rows: Vec<RowLine>,
    prepares: bool,
}

/// How the unit stands to the day by which its programme is approved.
pub(super) struct Deadline {
    pub mark: Option<Mark>,
    pub text: String,
}

struct PlanLine {
    href: String,
    title: String,
    mark: Mark,
    detail: String,
}

struct RowLine {
    id: String,
    when: String,
    topic: String,
    heads: String,
    kind: String,
    audience: String,
    mark: Mark,
    late: Option<Mark>,
    dialogue: Option<(String, String)>,
    may_draft: bool,
}

/// Which year.
#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    pub(super) nam: String,
}

impl Asked {
    /// The year asked for, or the current one.
    pub fn year(&self, today: Date) -> i64 {
        self.nam.parse().ok().filter(|y| (2010..=2100).contains(y)).unwrap_or_else(|| i64::from(today.year()))
    }
}

/// `GET /cong-viec/ke-hoach`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    let today = web.app.clock.today();
    let year = asked.year(today);
    let unit = &desk.officer.unit_id;
    let mut conn = web.app.store.read().await?;
    let (plans, all, events, posts, heads, rules, place) = conn
        .together((
            year_plan::of_year_look(unit, year),
            year_plan::rows_of_year_look(unit, year),
            year_events::of_year_look(unit, year),
            people::posts_look(unit, &today.to_string()),
            duty_facts::heads_look(unit),
            plan_rule::in_force_look(unit),
            regulation::of_unit_look(unit),
        ))
        .await?;
    drop(conn);
    let page = desk.page.clone();
    let t = page.t;
    let prepares = desk.allow(Action::PrepareDialogue).is_ok();
    let open = plans.iter().any(|p| p.state != DraftState::Approved);
    let approved_on = plans.first().and_then(|p| p.approved_on.as_deref());
    let rows = rows_in_force(&all, &events);
    let by = day::of(place.as_ref(), Whose::Own(&heads), &rules, year);
    Ok(render::html(&YearPage {
        year,
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        years: (year - 2..=year + 1).rev().collect(),
        deadline: deadline(&page, by.as_ref(), approved_on, today),
        begin: (prepares && !open).then(|| if plans.is_empty() { t.yp_begin(year.to_string()) } else { t.yp_begin_supplement() }),
        plans: plans.iter().map(|p| plan_line(&page, p)).collect(),
        rows: rows.iter().map(|r| row_line(&page, r, &posts, (year, today, prepares))).collect(),
        prepares,
        page,
    }))
}

fn plan_line(page: &Page, p: &PlanRow) -> PlanLine {
    let t = page.t;
    PlanLine {
        href: address(p),
        title: title(t, p.year, p.number),
        mark: mark::plan(t, p.state),
        detail: match (&p.approved_on, &p.submitted_on) {
            (Some(on), _) => t.yp_approved_by(&p.approved_label, page.day(on)),
            (None, Some(on)) => t.yp_submitted_on(page.day(on)),
            (None, None) => t.yp_being_written(),
        },
    }
}

fn row_line(page: &Page, r: &InForce<'_>, posts: &[PostRow], (year, today, prepares): (i64, Date, bool)) -> RowLine {
    let t = page.t;
    let p = &r.row.planned;
    let standing = r.standing();
    // A month that is over without anything begun is said; no more is made of it here.
    let over = (year, p.month) < (i64::from(today.year()), i64::from(today.month()));
    RowLine {
        id: r.row.id.clone(),
        when: when(page, r.row),
        topic: topic(t, r.row),
        heads: names(posts, &p.heads),
        kind: words::dialogue_kind(t, p.kind),
        audience: p.audience.clone(),
        mark: mark::row_standing(t, standing),
        late: (over && standing == RowStanding::NotStarted).then(|| Mark::new(Tone::Late, Icon::Warn, t.yp_month_over())),
        dialogue: r.event.map(|e| {
            (format!("/cong-viec/doi-thoai/{}", PublicId::from_i64(e.public_id)), format!("{}, {}", e.title, page.day(&e.on_day)))
        }),
        may_draft: prepares && r.event.is_none(),
    }
}

/// The day set for the programme, where one is set, and how this unit stands to it (S0.3).
pub(super) fn deadline(page: &Page, by: Option<&PlanDay>, approved_on: Option<&str>, today: Date) -> Deadline {
    let t = page.t;
    let Some(by) = by else { return Deadline { mark: None, text: t.yp_no_deadline() } };
    let stands = in_time(Some(by.day), approved_on.and_then(|d| d.parse().ok()), today);
    let confirmed = if by.confirmed { t.yp_rule_confirmed() } else { t.yp_rule_unconfirmed() };
    Deadline { mark: stands.map(|s| in_time_mark(t, s)), text: t.yp_deadline(page.weekday(&by.day.to_string()), &by.citation, confirmed) }
}

/// How a unit stands to the day of its programme.
pub(super) fn in_time_mark(t: &L10nLanguage, s: InTime) -> Mark {
    match s {
        InTime::Met => Mark::new(Tone::Done, Icon::Tick, t.yp_in_time()),
        InTime::Late => Mark::new(Tone::Done, Icon::RingTick, t.yp_approved_late()),
        InTime::Missing => Mark::new(Tone::Late, Icon::Warn, t.yp_not_approved_in_time()),
        InTime::Due => Mark::new(Tone::Idle, Icon::Clock, t.yp_still_time()),
    }
}
