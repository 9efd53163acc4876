//! Error pages: a handler answers with a [`Fault`]; here it becomes a page in the reader's language.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    Web,
    page::{
        Page,
        fault::{Fault, FaultPage},
        lang::Lang,
        render,
    },
};

/// Nothing is at this address.
pub async fn not_found() -> Fault {
    Fault::NotFound
}

/// Renders the page of a fault that a handler left in its response.
pub async fn render(State(web): State<Web>, request: Request, next: Next) -> Response {
    let lang = Lang::of(request.uri(), request.headers());
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Fault>() {
        None => response,
        Some(fault) => {
            let page = Page::new(lang, &path, web.demo);
            let status = response.status();
            let mut rendered = render::html(&FaultPage::new(page, &fault)).into_response();
            *rendered.status_mut() = status;
            if let Some(wait) = response.headers().get(http::header::RETRY_AFTER) {
                rendered.headers_mut().insert(http::header::RETRY_AFTER, wait.clone());
            }
            rendered
        }
    }
}
