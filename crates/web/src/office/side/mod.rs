//! Sổ họp khác: voter meetings, receptions, seminars. Beside the dialogues, in none of their figures (S1.13, S4.7).

mod enter;
mod list;
mod page;

use axum::{
    Router,
    routing::{get, post},
};

use crate::Web;

/// Addresses of the meetings beside the dialogues.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/cong-viec/hop-khac", get(list::show))
        .route("/cong-viec/hop-khac/moi", get(enter::show).post(enter::record))
        .route("/cong-viec/hop-khac/{id}", get(page::show))
        .route("/cong-viec/hop-khac/{id}/viec", post(page::link))
}
