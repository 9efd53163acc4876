//! A good link of a village that is over: what became of it, by which paper, and where to ask for another link.

use askama::Template;
use axum::response::Response;
use caunoi_app::village::enter::Over;
use caunoi_domain::unit::village::Change;
use http::StatusCode;

use crate::page::{Page, render};

#[derive(Template)]
#[template(path = "village/gone.html")]
struct Gone {
    page: Page,
    village: String,
    what: String,
    into: Vec<String>,
    paper: String,
}

/// What became of the village.
pub fn page(page: Page, o: &Over) -> Response {
    let t = page.t;
    let last = page.day(&o.last);
    let what = match o.change {
        Some(Change::Divided) => t.vhead_gone_divided(&o.village, last),
        Some(Change::Moved) => t.vhead_gone_moved(&o.village, last),
        Some(Change::Renamed | Change::Merged) | None => t.vhead_gone_ended(&o.village, last),
    };
    let mut response = render::html(&Gone {
        village: o.village.clone(),
        what,
        into: o.into.iter().map(|(village, commune)| format!("{village}, {commune}")).collect(),
        paper: if o.paper.is_empty() { String::new() } else { t.thread_paper(&o.paper) },
        page,
    });
    *response.status_mut() = StatusCode::GONE;
    response
}
