//! What the frame itself refuses before a handler reads it (a form that cannot be read, is too large, an address that takes
//! forms only) becomes a page in the reader's language too, never a line of the machine's.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{StatusCode, header};

use super::{
    Page,
    fault::{Fault, FaultPage},
    lang::Lang,
    render,
};
use crate::Web;

/// Gives a bare refusal its page.
pub async fn answer(State(web): State<Web>, request: Request, next: Next) -> Response {
    let lang = Lang::of(request.uri(), request.headers());
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    let Some(fault) = bare(&response) else { return response };
    let mut page = render::html(&FaultPage::new(Page::new(lang, &path, web.demo), &fault)).into_response();
    *page.status_mut() = response.status();
    if let Some(allowed) = response.headers().get(header::ALLOW) {
        page.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    page
}

/// What a refusal without a page means.
fn bare(response: &Response) -> Option<Fault> {
    let said = response.headers().get(header::CONTENT_TYPE).and_then(|t| t.to_str().ok()).unwrap_or_default();
    let plain = said.is_empty() || said.starts_with("text/plain");
    if !plain || response.extensions().get::<Fault>().is_some() {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Fault::NotFound),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Fault::TooLarge),
        StatusCode::SERVICE_UNAVAILABLE => Some(Fault::Later),
        s if s.is_client_error() => Some(Fault::Unread),
        s if s.is_server_error() => Some(Fault::Broken),
        _ => None,
    }
}
