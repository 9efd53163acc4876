//! Pages of officers.

mod dialogue;
mod sign_in;
mod todo;

use axum::{
    Router,
    routing::{get, post},
};

use crate::Web;

/// Addresses of officers' pages.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/dang-nhap", get(sign_in::show).post(sign_in::enter))
        .route("/dang-xuat", post(sign_in::leave))
        .route("/cong-viec", get(todo::show))
        .merge(dialogue::routes())
}
