//! Pages of officers.

mod acceptance;
mod admin;
mod counter;
mod dialogue;
mod followup;
mod handovers;
mod help;
mod intake;
mod regulation;
mod reissue;
mod search;
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
        .route("/cong-viec/chuyen-don", get(handovers::show).post(handovers::register))
        .route("/cong-viec/chuyen-don/{id}/da-nhan", post(handovers::accept))
        .merge(regulation::routes())
        .route("/cong-viec/tiep-thu/{id}", get(acceptance::show).post(acceptance::accept))
        .route("/cong-viec/tiep-thu/{id}/han-che", post(acceptance::restrict))
        .route("/cong-viec/tim-kiem", get(search::show))
        .route("/cong-viec/tim-kiem/mo/{log}/{kind}/{reference}", get(search::open))
        .route("/cong-viec/cap-lai-ma/{id}", get(reissue::show).post(reissue::reissue))
        .merge(intake::routes())
        .merge(triage::routes())
        .route("/cong-viec/tra-loi-tai-quay", get(counter::show).post(counter::find))
        .route("/cong-viec/tra-loi-tai-quay/ghi", post(counter::record))
        .merge(followup::routes())
        .merge(admin::routes())
}
