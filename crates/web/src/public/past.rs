//! Addresses of the past: a former unit leads to the units of today (S1.6); a day in the past is politely refused.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use caunoi_domain::unit::Level;
use caunoi_store::{Conn, public::place};
use http::StatusCode;

use crate::page::{Page, fault::Fault, render};

#[derive(Template)]
#[template(path = "public/past.html")]
struct PastPage {
    page: Page,
    title: String,
    text: String,
    /// Address, name, province.
    links: Vec<(String, String, String)>,
}

/// The page of a code that only a former unit had: which units of today it went into.
///
/// # Errors
/// [`Fault::NotFound`] where no unit had this code.
pub async fn former(page: Page, conn: &mut Conn<'_>, code: &str) -> Result<Response, Fault> {
    let all = place::successors(conn, code).await?;
    let Some((old, _)) = all.first() else { return Err(Fault::NotFound) };
    let view = PastPage {
        title: page.t.former_title(old),
        text: page.t.former_text(),
        links: all
            .iter()
            .map(|(_, p)| {
                let within = if p.level == Level::Province { String::new() } else { p.province_name.clone() };
                (p.href(), p.name.clone(), within)
            })
            .collect(),
        page,
    };
    Ok(render::html(&view))
}

/// `?on=` asks for a day in the past, of which this page knows nothing yet: it says so and leads to today.
pub fn refuse(page: Page, on: &str) -> Response {
    let view = PastPage {
        title: page.t.past_title(page.day(on)),
        text: page.t.past_text(),
        links: vec![(page.path.clone(), page.t.past_now(), String::new())],
        page,
    };
    let mut response = render::html(&view).into_response();
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
