//! The code is typed, or scanned from the slip.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::PrivateCookieJar;
use caunoi_app::opinion::follow;
use http::{HeaderName, HeaderValue, header};
use serde::Deserialize;

use super::session;
use crate::{
    Web,
    page::{
        Page,
        address::Address,
        fault::{Fault, problems_of},
        icon::Icon,
        problems, render,
    },
};

#[derive(Template)]
#[template(path = "follow/enter.html")]
struct Enter {
    page: Page,
    code: String,
    error: Option<String>,
    open: bool,
}

/// `GET /theo-doi`
pub async fn show(State(web): State<Web>, page: Page, jar: PrivateCookieJar) -> Response {
    let open = session::of(&web, &jar).is_some();
    render::html(&Enter { page, code: String::new(), error: None, open })
}

/// What was typed.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    code: String,
}

/// `POST /theo-doi`
///
/// # Errors
/// Too many tries; the store's failure.
pub async fn enter(
    State(web): State<Web>,
    page: Page,
    Address(from): Address,
    jar: PrivateCookieJar,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    match follow::follow(&web.app, &from, &typed.code).await {
        Ok((code, opinion_id)) => Ok((session::follow(&web, jar, code, opinion_id)?, Redirect::to("/theo-doi/y-kien")).into_response()),
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            let error = problems::of(page.t, &wrong, "code");
            Ok(render::form(&Enter { page, code: typed.code, error, open: false }, &wrong))
        }
    }
}

/// `GET /theo-doi/{code}`: the slip's QR. Leads on at once, so that the code stays in no address, referrer or index.
///
/// # Errors
/// Too many tries; the store's failure.
pub async fn scan(
    State(web): State<Web>,
    page: Page,
    from: Address,
    jar: PrivateCookieJar,
    Path(code): Path<String>,
) -> Result<Response, Fault> {
    let page = Page { path: "/theo-doi".to_owned(), ..page };
    let mut response = enter(State(web), page, from, jar, Form(Typed { code })).await?;
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response.headers_mut().insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    Ok(response)
}

/// `POST /theo-doi/dong`: this browser follows no more.
pub async fn close(jar: PrivateCookieJar) -> Response {
    (session::forget(jar), Redirect::to("/theo-doi")).into_response()
}
