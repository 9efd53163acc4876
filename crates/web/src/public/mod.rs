//! Pages of citizens: no account, no script, no cookie but where a form has to remember something.

mod home;

use axum::{Router, routing::get};

use crate::Web;

/// Addresses of citizens' pages.
pub fn routes() -> Router<Web> {
    Router::new().route("/", get(home::show))
}
