//! Pages of citizens: no account, no script, no cookie but where a form has to remember something.

mod home;
mod places;
mod search;
mod view;

use axum::{Router, middleware::from_fn, routing::get};

use crate::{Web, middleware};

/// Addresses of citizens' pages.
pub fn routes() -> Router<Web> {
    reading()
}

/// Pages that everybody reads alike: a copy is asked about by its ETag.
fn reading() -> Router<Web> {
    Router::new().route("/", get(home::show)).route("/tim-kiem", get(search::show)).route_layer(from_fn(middleware::revalidate::add))
}
