//! Forms are taken from our own pages only. Browsers say where a form comes from; an old one that says nothing
//! may send an anonymous form, while every form of a signed-in officer carries the session's token besides.

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{Method, header};

use crate::page::fault::Fault;

/// Refuses a form that another site sends.
pub async fn check(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) || from_here(&request) {
        return next.run(request).await;
    }
    Fault::Foreign.into_response()
}

fn from_here(request: &Request) -> bool {
    let text = |name: &str| request.headers().get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (text(header::ORIGIN.as_str()), text(header::HOST.as_str())) {
        // A page that sends no referrer sends `null`: who knows the address has its key already.
        (Some("null"), _) => super::headers::is_secret(request.uri().path()),
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, o)| o == host),
        (Some(_), None) => false,
        (None, _) => true,
    }
}
