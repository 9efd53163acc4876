//! Help, and what becomes of personal data: plain words, and only what the program does.

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use caunoi_domain::regulation::clock::LimitName;

use crate::{
    Web,
    page::{Page, render, thread},
};

/// Addresses of these pages.
pub fn routes() -> Router<Web> {
    Router::new().route("/tro-giup", get(help)).route("/rieng-tu", get(privacy))
}

/// How long something may take, with who says so.
struct Clock {
    what: String,
    days: String,
    basis: String,
}

#[derive(Template)]
#[template(path = "public/help.html")]
struct Help {
    page: Page,
    clocks: Vec<Clock>,
}

/// `GET /tro-giup`
async fn help(State(web): State<Web>, page: Page) -> Response {
    let t = page.t;
    let clocks = [
        (LimitName::PersonNotice, t.help_clock_told()),
        (LimitName::Answer, t.help_clock_answer()),
        (LimitName::ReopenedAnswer, t.help_clock_reopened()),
        (LimitName::Verdict, t.help_clock_verdict()),
    ];
    let clocks = clocks
        .into_iter()
        .filter_map(|(name, what)| {
            let limit = web.app.limits.get(name)?;
            let days = i64::from(limit.days);
            let days = if limit.is_working() { t.help_days_working(days) } else { t.help_days(days) };
            Some(Clock { what, days, basis: thread::basis(t, &limit.citation) })
        })
        .collect();
    render::html(&Help { page, clocks })
}

#[derive(Template)]
#[template(path = "public/privacy.html")]
struct Privacy {
    page: Page,
}

/// `GET /rieng-tu`
async fn privacy(page: Page) -> Response {
    render::html(&Privacy { page })
}
