//! Quản trị: bodies, posts and tenures, people and their accounts, what is published. No page here shows an opinion.

mod bodies;
mod body;
mod bulk;
mod calendar;
mod handover;
mod home;
mod password;
mod people;
mod person;
mod policy;
mod post;
mod posts;
mod roles;
pub mod slips;
pub mod view;

use axum::{
    Router,
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post as send},
};
use caunoi_app::Refusal;
use caunoi_domain::problem::{Problem, What};
use jiff::civil::Date;

use super::dialogue::form::Pairs;
use crate::{
    Web,
    page::{fault::Fault, form::day},
};

/// Addresses of the administration.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/quan-tri", get(home::show))
        .route("/quan-tri/nguoi", get(people::show).post(people::add))
        .route("/quan-tri/nguoi/nhap", get(bulk::show).post(bulk::take))
        .route("/quan-tri/nguoi/phieu", send(people::slips_for_all))
        .route("/quan-tri/nguoi/{login}", get(person::show))
        .route("/quan-tri/nguoi/{login}/mat-khau", send(person::reset))
        .route("/quan-tri/nguoi/{login}/trang-thai", send(person::set_active))
        .route("/quan-tri/nguoi/{login}/vai-tro", send(person::grant))
        .route("/quan-tri/nguoi/{login}/thoi-vai-tro", send(person::end_role))
        .route("/quan-tri/co-quan", get(bodies::show).post(bodies::add))
        .route("/quan-tri/co-quan/ke-tuc", send(bodies::succeed))
        .route("/quan-tri/co-quan/{id}", get(body::show).post(body::rename))
        .route("/quan-tri/chuc-danh", get(posts::show).post(posts::add))
        .route("/quan-tri/chuc-danh/{id}", get(post::show))
        .route("/quan-tri/chuc-danh/{id}/bo-nhiem", send(post::appoint))
        .route("/quan-tri/chuc-danh/{id}/thoi-giu", send(post::end))
        .route("/quan-tri/chuc-danh/{id}/nghi", send(post::leave))
        .route("/quan-tri/chuc-danh/{id}/tro-lai", send(post::back))
        .route("/quan-tri/chuc-danh/{id}/huy", send(post::void))
        .route("/quan-tri/cong-bo", get(policy::show).post(policy::save))
        .route("/quan-tri/lich", get(calendar::show))
        .route("/doi-vai-tro", get(roles::show).post(roles::switch))
        .route("/doi-mat-khau", get(password::show).post(password::change))
        .route("/cong-viec/ban-giao", get(handover::list))
        .route("/cong-viec/ban-giao/so/{id}", get(handover::recorded))
        .route("/cong-viec/ban-giao/{post}", get(handover::show).post(handover::record))
}

/// A day that must be there.
fn needed_day(fields: &Pairs, name: &'static str, wrong: &mut Vec<Problem>) -> Option<Date> {
    let typed = fields.get(name);
    if typed.trim().is_empty() {
        wrong.push(Problem::new(name, What::Empty));
    }
    day(&typed, name, wrong)
}

/// The day that a page is asked for (day first, or ISO), else today.
fn asked_day(typed: &str, today: Date) -> Date {
    typed.parse().ok().or_else(|| caunoi_domain::text::date::parse(typed).ok()).unwrap_or(today)
}

/// After a form: the page anew, or what was wrong with what was typed.
fn after(done: Result<(), Refusal>, to: &str) -> Result<Result<Response, Vec<Problem>>, Fault> {
    match done {
        Ok(()) => Ok(Ok(Redirect::to(to).into_response())),
        Err(refusal) => Ok(Err(crate::page::fault::problems_of(refusal)?)),
    }
}
