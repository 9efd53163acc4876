//! `/theo-doi/thoi-nhan-thu/{token}`: a person wants no more mails about their opinion. The link comes with each mail; it
//! opens nothing and shows nothing of the opinion.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_app::outbox::{StopMail, stop_token_opens};
use caunoi_domain::people::actor::Actor;
use http::{HeaderName, HeaderValue, header};

use crate::{
    Web,
    page::{Page, fault::Fault, render},
};

#[derive(Template)]
#[template(path = "follow/stop.html")]
struct Stop {
    page: Page,
    token: String,
    stopped: bool,
}

/// `GET /theo-doi/thoi-nhan-thu/{token}`
///
/// # Errors
/// Not found for a link that is none of ours.
pub async fn show(State(web): State<Web>, page: Page, Path(token): Path<String>) -> Result<Response, Fault> {
    stop_token_opens(&web.app.keys, &token).ok_or(Fault::NotFound)?;
    Ok(closed(render::html(&Stop { page, token, stopped: false })))
}

/// `POST /theo-doi/thoi-nhan-thu/{token}`: by the page's button, or by a mail program for its reader.
///
/// # Errors
/// Not found for a link that is none of ours; the store's failure.
pub async fn stop(State(web): State<Web>, page: Page, Path(token): Path<String>) -> Result<Response, Fault> {
    web.app.carry_out(&Actor::Person, StopMail { token: token.clone() }).await?;
    Ok(closed(render::html(&Stop { page, token, stopped: true })))
}

/// The address goes to no other site and into no index.
fn closed(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    response
}
