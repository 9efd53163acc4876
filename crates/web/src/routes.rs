//! Every address, by audience.

use axum::{Router, middleware::from_fn_with_state, routing::get};

use crate::{Web, middleware, office, page::assets, public, village};

/// The whole site.
pub fn router(web: Web) -> Router {
    Router::new()
        .merge(public::routes(&web))
        .merge(office::routes())
        .merge(village::routes())
        .merge(assets::routes())
        .route("/healthz", get(|| async { "ok" }))
        .fallback(middleware::faults::not_found)
        .layer(axum::middleware::from_fn(middleware::origin::check))
        .layer(from_fn_with_state(web.clone(), middleware::faults::render))
        .layer(from_fn_with_state(web.clone(), middleware::language::keep))
        .layer(axum::middleware::from_fn(middleware::headers::add))
        .with_state(web)
}
