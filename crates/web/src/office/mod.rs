//! Pages of officers.

mod admin;
mod counter;
mod dialogue;
mod followup;
mod handovers;
mod help;
mod intake;
mod plan;
mod side;
mod sign_in;
mod todo;
mod triage;

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
        .route("/cong-viec/tro-giup", get(help::show))
        .merge(dialogue::routes())
        .merge(plan::routes())
        .merge(side::routes())
        .route("/cong-viec/chuyen-don", get(handovers::show).post(handovers::register))
        .route("/cong-viec/chuyen-don/{id}/da-nhan", post(handovers::accept))
        .merge(intake::routes())
        .merge(triage::routes())
        .route("/cong-viec/tra-loi-tai-quay", get(counter::show).post(counter::find))
        .route("/cong-viec/tra-loi-tai-quay/ghi", post(counter::record))
        .merge(followup::routes())
        .merge(admin::routes())
}
