//! Security headers of every response.

use axum::{extract::Request, middleware::Next, response::Response};
use http::{HeaderName, HeaderValue, header};

const CSP: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; \
                   form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";

/// Addresses whose token is the key itself: no other site may learn them, and nobody may index them.
const SECRET: [&str; 2] = ["/thon/", "/nhiem-vu/lien-ket/"];

/// True for an address that carries its own key.
#[must_use]
pub fn is_secret(path: &str) -> bool {
    SECRET.iter().any(|s| path.starts_with(s))
}

/// Adds what is not there already.
pub async fn add(request: Request, next: Next) -> Response {
    let secret = is_secret(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    put(header::CONTENT_SECURITY_POLICY, CSP);
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, if secret { "no-referrer" } else { "same-origin" });
    if secret {
        put(HeaderName::from_static("x-robots-tag"), "noindex");
    }
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    put(header::CACHE_CONTROL, "no-store");
    response
}
