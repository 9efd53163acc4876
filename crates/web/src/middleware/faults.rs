//! Error pages: a handler answers with a [`Fault`]; here it becomes a page in the reader's language.

use axum::{
    extract::{FromRequestParts as _, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, StatusCode, Uri, header};

use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, FaultPage, is_work},
        lang::Lang,
        render,
        typed::SentForm,
    },
};

/// Nothing is at this address.
pub async fn not_found() -> Fault {
    Fault::NotFound
}

/// Renders the page of a fault that a handler left in its response, or that the frame's own bare refusal means: a form that
/// cannot be read or is too large, an address that takes forms only. No reader gets a line of the machine's.
pub async fn render(State(web): State<Web>, request: Request, next: Next) -> Response {
    let lang = Lang::of(request.uri(), request.headers());
    let path = request.uri().path().to_owned();
    let asked = is_work(&path).then(|| (request.uri().clone(), request.headers().clone()));
    let reading = request.method().is_safe();
    let (request, sent) = SentForm::of(request).await;
    let mut response = next.run(request).await;
    let Some(fault) = response.extensions_mut().remove::<Fault>().or_else(|| bare(&response)) else { return response };
    let typed = match sent {
        Some(sent) if fault.shows_typed() => sent.texts().await,
        _ => Vec::new(),
    };
    // Who typed nothing signs in and goes on; who did copies it first.
    if fault.leads_on() && typed.is_empty() {
        return response;
    }
    let frame = match asked {
        Some((uri, headers)) if fault.knows_reader() => of_desk(&web, uri, headers).await,
        _ => None,
    };
    let frame = frame.unwrap_or_else(|| Page::new(lang, &path, web.demo));
    let page = FaultPage::new(frame, &fault).with_typed(typed);
    let page = if reading { page.while_reading(&fault) } else { page };
    let mut page = render::html(&page).into_response();
    *page.status_mut() = if fault.leads_on() { StatusCode::UNAUTHORIZED } else { response.status() };
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = response.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

/// The frame of the desk of whoever is signed in.
async fn of_desk(web: &Web, uri: Uri, headers: HeaderMap) -> Option<Page> {
    let (mut parts, ()) = Request::new(()).into_parts();
    (parts.uri, parts.headers) = (uri, headers);
    Desk::from_request_parts(&mut parts, web).await.ok().map(|desk| desk.page)
}

/// What a refusal without a page means.
fn bare(response: &Response) -> Option<Fault> {
    let said = response.headers().get(header::CONTENT_TYPE).and_then(|t| t.to_str().ok()).unwrap_or_default();
    if !said.is_empty() && !said.starts_with("text/plain") {
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
