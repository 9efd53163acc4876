//! Sending an opinion, screen by screen: place and kind, the opinion, a last look, the slip. No account, no script;
//! what was typed travels in the forms themselves, files as signed references, so that nothing has to be typed again.

mod check;
mod content;
mod draft;
mod receipt;
mod start;

pub(crate) use start::means;

use axum::{
    Router,
    response::Redirect,
    routing::{get, post},
};

use crate::{Web, page::upload};

/// Addresses of sending.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/gui-y-kien", get(start::show))
        .route("/gui-y-kien/xem-lai", post(check::show).get(again).layer(upload::limit()))
        .route("/gui-y-kien/sua", post(content::mend).get(again).layer(upload::limit()))
        .route("/gui-y-kien/gui", post(receipt::send).get(again).layer(upload::limit()))
        .route("/gui-y-kien/phieu", get(receipt::show))
}

/// An address of a form that somebody opens by hand leads to the beginning.
async fn again() -> Redirect {
    Redirect::to("/gui-y-kien")
}
