//! Following by code: the code is posted, then a page bound to this browser by a sealed cookie. The code stands in no
//! address but the slip's QR, which leads on at once, and in no log.

mod enter;
pub mod session;
mod stop;
mod thread;
mod verdict;

use axum::{
    Router,
    routing::{get, post},
};

use crate::Web;

/// Addresses of following.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/theo-doi", get(enter::show).post(enter::enter))
        .route("/theo-doi/{code}", get(enter::scan))
        .route("/theo-doi/thoi-nhan-thu/{token}", get(stop::show).post(stop::stop))
        .route("/theo-doi/y-kien", get(thread::show))
        .route("/theo-doi/dong", post(enter::close))
        .route("/theo-doi/tra-loi", post(verdict::give))
}
