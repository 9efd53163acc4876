//! A language that the reader chose (`?lang=`) is kept for the pages that follow: a cookie with `vi` or `en`, nothing else.
//! Pages without the choice in their address set none.

use axum::{extract::Request, extract::State, middleware::Next, response::Response};
use http::{HeaderValue, Method, StatusCode, header};

use crate::{Web, page::lang::Lang};

/// Keeps the language that the address asks for.
pub async fn keep(State(web): State<Web>, request: Request, next: Next) -> Response {
    let chosen = Lang::asked(request.uri()).filter(|_| request.method() == Method::GET);
    let mut response = next.run(request).await;
    // A page of which the reader's own copy is still good was chosen in that language too.
    let shown = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    if let Some(lang) = chosen.filter(|_| shown) {
        let secure = if web.secure { "; Secure" } else { "" };
        let cookie = format!("lang={}; Path=/; Max-Age=31536000; SameSite=Lax{secure}", lang.code());
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
            // What sets a cookie is nobody else's copy.
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=0, must-revalidate"));
        }
    }
    response
}
