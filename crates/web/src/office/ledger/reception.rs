//! `/cong-viec/lich-tiep-cong-dan`: the fixed reception days of the unit's heads, what was held and cancelled, and the forms
//! to publish a schedule and to cancel a day (L5). Everybody reads the days on `/xa/{code}/quy-che`.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::{
    Refusal,
    desk::{
        edited::{Edited, OnRead},
        seen::Words,
    },
    duty::{
        cancel_reception::{CancelReception, CorrectCancel, WithdrawCancel},
        set_reception::SetReception,
    },
};
use caunoi_domain::{
    people::policy::Action,
    problem::Problem,
    regulation::{
        entry::EntryWord,
        reception::{self as domain, TypedCancel, TypedSchedule},
    },
    text::date,
};
use caunoi_store::{
    beside, duty_entry, own_limit, people,
    reception::{self, CancelRow},
    unit,
};
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
        stands::Stands,
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
    /// What becomes of a notice that stands already: `sua` corrects it, `bo` withdraws it.
    lam: String,
    /// The mark of the notice that stood in the form.
    seen: String,
}

/// A notice that stands, with the form that corrects or withdraws it.
struct Notice {
    post_id: String,
    post: String,
    on: String,
    day: String,
    instead: String,
    posted: String,
    reason: String,
    /// The words that are corrected.
    stands: Stands,
    /// This form was sent, and refused: what is wrong in it.
    errors: Vec<(&'static str, String)>,
}

impl Notice {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }
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
    cancelled: Vec<Notice>,
    /// The key of the forms that correct a notice.
    key: String,
    /// Days of the week: number, name, ticked.
    weekdays: Vec<(i8, String, bool)>,
    notice: String,
    /// The form of the fixed days, and the one of a day that falls out: what was typed into one never stands in the other.
    set: Typed,
    cancel: Typed,
    sent: String,
    errors: Vec<(String, String)>,
}

impl ReceptionPage {
    fn error(&self, form: &str, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| self.sent(form) && f == field).map(|(_, say)| say.as_str())
    }

    fn sent(&self, form: &str) -> bool {
        !self.errors.is_empty() && self.sent == form
    }
}

/// `GET /cong-viec/lich-tiep-cong-dan`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    page(&web, desk, Typed::default(), &[]).await
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
    match put_off(&web, &desk, &typed).await {
        Ok(()) => Ok(Redirect::to("/cong-viec/lich-tiep-cong-dan").into_response()),
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            page(&web, desk, Typed { viec: "huy".to_owned(), ..typed }, &wrong).await
        }
    }
}

/// Cancels a day, corrects the notice of a day that was cancelled, or withdraws it.
async fn put_off(web: &Web, desk: &Desk, typed: &Typed) -> Result<(), Refusal> {
    let (unit_id, post_id, t) = (desk.officer.unit_id.clone(), typed.post.clone(), typed.clone());
    let (by, key) = (&desk.actor, typed.key.as_str());
    if typed.lam == "bo" {
        let on = date::parse(typed.on_day.trim()).map_err(|_| Refusal::NotFound("cancel"))?;
        return web.app.carry_out_once(by, key, WithdrawCancel { unit_id, post_id, on }).await;
    }
    let given = TypedCancel { on: t.on_day, instead: t.instead, reason: t.reason, posted: t.posted };
    let cancel = domain::cancel(&given, &web.app.calendar(), web.app.clock.today()).map_err(Refusal::Invalid)?;
    if typed.lam == "sua" {
        let of = Edited::Cancel { unit: unit_id.clone(), post: post_id.clone(), on: cancel.on.to_string() };
        web.app.carry_out_once(by, key, OnRead { of, seen: t.seen, verb: CorrectCancel { unit_id, post_id, cancel } }).await
    } else {
        web.app.carry_out_once(by, key, CancelReception { unit_id, post_id, cancel }).await
    }
}

async fn page(web: &Web, desk: Desk, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::KeepLedger)?;
    let today = web.app.clock.today();
    let (from, to) = reception_days::window(today);
    let unit_id = desk.officer.unit_id.as_str();
    let mut conn = web.app.store.read().await?;
    let (first, last) = (from.to_string(), today.to_string());
    let (seen, entries) = beside!(
        &mut conn,
        |c| c.together((
            unit::find_look(unit_id),
            unit::above_look(unit_id),
            own_limit::of_unit_and_above_look(unit_id),
            people::posts_look(unit_id, &today.to_string()),
            reception::schedules_look(unit_id),
            reception::cancels_look(unit_id, &from.to_string(), &to.to_string()),
        )),
        |c| duty_entry::of_unit(c, unit_id, &first, &last)
    )?;
    let (unit, above, limits, posts, schedules, cancels) = seen;
    let unit = unit.ok_or(Fault::NotFound)?;
    let chain: Vec<String> = std::iter::once(unit_id.to_owned()).chain(above.into_iter().map(|u| u.id)).collect();
    let own = own_limit::nearest_first(limits, &chain)?;
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
    let cancelled: Vec<Notice> = cancels.iter().map(|c| notice_form(web, &page, c, &typed, wrong)).collect();
    let at = cancelled.iter().position(|n| !n.errors.is_empty());
    let empty = || {
        let today = date::vi(today);
        Typed { key: web.app.token(), from: today.clone(), posted: today, ..Typed::default() }
    };
    // A notice that is corrected stands in a form of its own.
    let sent = if typed.lam.is_empty() { typed.viec.clone() } else { String::new() };
    let (set, cancel) = match sent.as_str() {
        "lich" => (typed, empty()),
        "huy" => (empty(), typed),
        _ => (empty(), empty()),
    };
    let view = ReceptionPage {
        csrf: desk.csrf().to_owned(),
        code: unit.code,
        posts: posts.iter().filter(|p| p.head).map(|p| (p.id.clone(), p.name.clone())).collect(),
        heads,
        weekdays: (1..=5).map(|d: i8| (d, reception_days::weekday(&page, d), set.week.contains(&d.to_string()))).collect(),
        notice: reception_days::notice(&page, &own, today),
        errors: wrong
            .iter()
            .map(|p| (at.map_or_else(|| p.field.to_owned(), |n| format!("{}-{n}", p.field)), problems::say(page.t, p)))
            .collect(),
        cancelled,
        key: web.app.token(),
        set,
        cancel,
        sent,
        page,
    };
    Ok(render::form(&view, wrong))
}

/// The form that corrects a notice: what it says, or what was typed and refused.
fn notice_form(web: &Web, page: &Page, c: &CancelRow, typed: &Typed, wrong: &[Problem]) -> Notice {
    let on = date::vi(c.cancel.on);
    let sent = !wrong.is_empty() && !typed.lam.is_empty() && typed.post == c.post_id && date::parse(typed.on_day.trim()) == Ok(c.cancel.on);
    let or = |was: String, now: &str| if sent { now.to_owned() } else { was };
    let (instead, posted) = (c.cancel.instead.map(date::vi).unwrap_or_default(), date::vi(c.cancel.posted));
    let stands = Stands::of(web, &Words::of_cancel(c), sent.then_some(typed.seen.as_str()), wrong, || {
        let labels = [page.t.reception_instead_label(), page.t.reception_posted(), page.t.reception_reason_label()];
        labels.into_iter().zip([instead.clone(), posted.clone(), c.cancel.reason.clone()]).collect()
    });
    Notice {
        stands,
        post_id: c.post_id.clone(),
        post: c.post.clone(),
        day: page.weekday(&c.cancel.on.to_string()),
        instead: or(instead, &typed.instead),
        posted: or(posted, &typed.posted),
        reason: or(c.cancel.reason.clone(), &typed.reason),
        errors: if sent { wrong.iter().map(|p| (p.field, problems::say(page.t, p))).collect() } else { Vec::new() },
        on,
    }
}
