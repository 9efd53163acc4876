//! `/cong-viec/lich-tiep-cong-dan`: the fixed reception days of the unit's heads, what was held and cancelled, and the forms
//! to publish a schedule and to cancel a day (L5). Everybody reads the days on `/xa/{code}/quy-che`.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::duty::{cancel_reception::CancelReception, set_reception::SetReception};
use caunoi_domain::{
    people::policy::Action,
    problem::Problem,
    regulation::{
        entry::EntryWord,
        reception::{self as domain, TypedSchedule},
    },
    text::date,
};
use caunoi_store::{duty_entry, own_limit, people, reception, unit};
use http::StatusCode;
use jiff::civil::Date;
use serde::Deserialize;

use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        problems,
        reception_days::{self, DayLine, Standing},
        render,
    },
};

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    post: String,
    week: Vec<String>,
    month: String,
    from: String,
    hours: String,
    place: String,
    paper: String,
    on_day: String,
    instead: String,
    reason: String,
    posted: String,
    /// The form that was sent.
    viec: String,
}

struct HeadDays {
    post: String,
    words: String,
    days: Vec<DayLine>,
}

#[derive(Template)]
#[template(path = "office/ledger/reception.html")]
struct ReceptionPage {
    page: Page,
    csrf: String,
    code: String,
    posts: Vec<(String, String)>,
    heads: Vec<HeadDays>,
    /// Days of the week: number, name, ticked.
    weekdays: Vec<(i8, String, bool)>,
    notice: String,
    typed: Typed,
    errors: Vec<(&'static str, String)>,
}

impl ReceptionPage {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }

    fn sent(&self, form: &str) -> bool {
        !self.errors.is_empty() && self.typed.viec == form
    }
}

/// `GET /cong-viec/lich-tiep-cong-dan`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    let today = date::vi(web.app.clock.today());
    let typed = Typed { key: web.app.token(), from: today.clone(), posted: today, ..Typed::default() };
    page(&web, desk, typed, &[]).await
}

/// `POST /cong-viec/lich-tiep-cong-dan`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn set(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.allow(Action::KeepLedger)?;
    desk.check(&typed.csrf)?;
    let t = typed.clone();
    let given = TypedSchedule { post: t.post, week: t.week, month: t.month, from: t.from, hours: t.hours, place: t.place, paper: t.paper };
    let wrong = match domain::schedule(&given) {
        Err(wrong) => wrong,
        Ok(schedule) => {
            let verb = SetReception { unit_id: desk.officer.unit_id.clone(), schedule };
            match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
                Ok(_) => return Ok(Redirect::to("/cong-viec/lich-tiep-cong-dan").into_response()),
                Err(refusal) => problems_of(refusal)?,
            }
        }
    };
    page(&web, desk, Typed { viec: "lich".to_owned(), ..typed }, &wrong).await
}

/// `POST /cong-viec/lich-tiep-cong-dan/huy`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn cancel(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.allow(Action::KeepLedger)?;
    desk.check(&typed.csrf)?;
    let today = web.app.clock.today();
    let wrong = match domain::cancel(&typed.on_day, &typed.instead, &typed.reason, &typed.posted, today) {
        Err(wrong) => wrong,
        Ok(cancel) => {
            let verb = CancelReception { unit_id: desk.officer.unit_id.clone(), post_id: typed.post.clone(), cancel };
            match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
                Ok(()) => return Ok(Redirect::to("/cong-viec/lich-tiep-cong-dan").into_response()),
                Err(refusal) => problems_of(refusal)?,
            }
        }
    };
    page(&web, desk, Typed { viec: "huy".to_owned(), ..typed }, &wrong).await
}

async fn page(web: &Web, desk: Desk, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::KeepLedger)?;
    let today = web.app.clock.today();
    let (from, to) = reception_days::window(today);
    let unit_id = desk.officer.unit_id.as_str();
    let mut conn = web.app.store.read().await?;
    let (unit, above, limits, posts, schedules, cancels) = conn
        .together((
            unit::find_look(unit_id),
            unit::above_look(unit_id),
            own_limit::of_unit_and_above_look(unit_id),
            people::posts_look(unit_id, &today.to_string()),
            reception::schedules_look(unit_id),
            reception::cancels_look(unit_id, &from.to_string(), &to.to_string()),
        ))
        .await?;
    let unit = unit.ok_or(Fault::NotFound)?;
    let chain: Vec<String> = std::iter::once(unit_id.to_owned()).chain(above.into_iter().map(|u| u.id)).collect();
    let own = own_limit::nearest_first(limits, &chain)?;
    let entries = duty_entry::of_unit(&mut conn, unit_id, &from.to_string(), &today.to_string()).await?;
    drop(conn);
    let held: Vec<(String, Date)> = entries
        .iter()
        .filter(|e| e.kind == EntryWord::Reception.code())
        .filter_map(|e| Some((e.post_id.clone(), e.on_day.parse().ok()?)))
        .collect();
    let page = desk.page.clone();
    let calendar = web.app.calendar();
    let standing = Standing { schedules: &schedules, cancels: &cancels, held: Some(&held), own: &own, calendar: &calendar, today };
    let heads = posts
        .iter()
        .filter(|p| p.head)
        .filter_map(|p| {
            let days = standing.of(&page, &p.id, (from, to))?;
            Some(HeadDays { post: p.name.clone(), words: days.words, days: days.days })
        })
        .collect();
    let view = ReceptionPage {
        csrf: desk.csrf().to_owned(),
        code: unit.code,
        posts: posts.iter().filter(|p| p.head).map(|p| (p.id.clone(), p.name.clone())).collect(),
        heads,
        weekdays: (1..=5).map(|d: i8| (d, reception_days::weekday(&page, d), typed.week.contains(&d.to_string()))).collect(),
        notice: reception_days::notice(&page, &own, today),
        errors: wrong.iter().map(|p| (p.field, problems::say(page.t, p))).collect(),
        typed,
        page,
    };
    let mut response = render::html(&view);
    if !wrong.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}
