//! Pages that everybody may read carry a strong ETag of their bytes: a browser or a cache asks whether its copy is
//! still good, and gets 304 and no bytes where it is. No cookie is set on them.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::Method,
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{HeaderValue, StatusCode, header};
use sha2::{Digest as _, Sha256};

use crate::page::fault::Fault;

/// Adds the ETag and answers 304 where the reader's copy is good.
pub async fn add(request: Request, next: Next) -> Response {
    let get = request.method() == Method::GET;
    let held = request.headers().get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let response = next.run(request).await;
    if !get || response.status() != StatusCode::OK {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return Fault::Broken.into_response() };
    let digest = data_encoding::BASE64URL_NOPAD.encode(&Sha256::digest(&bytes));
    let tag = format!("\"{}\"", digest.get(..22).unwrap_or_default());
    let Ok(etag) = HeaderValue::from_str(&tag) else { return Fault::Broken.into_response() };
    parts.headers.insert(header::ETAG, etag);
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=0, must-revalidate"));
    parts.headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    if held.is_some_and(|h| h.split(',').any(|t| matches!(t.trim().trim_start_matches("W/"), t if t == tag || t == "*"))) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_LENGTH);
        parts.headers.remove(header::CONTENT_TYPE);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}
