//! The register of documents at the desk: what binds the own unit, whether it was briefed and planned, and the unit's own
//! documents with their clauses.

mod act;
mod clause;
mod clause_typed;
mod enter;
mod list;
mod show;

use axum::{
    Router,
    routing::{get, post},
};
use caunoi_domain::people::policy::Action;

use crate::{
    Web,
    page::{desk::Desk, fault::Fault},
};

/// Addresses of the register at the desk.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/cong-viec/quy-che", get(list::show))
        .route("/cong-viec/quy-che/moi", get(enter::show).post(enter::register))
        .route("/cong-viec/quy-che/{id}", get(show::show))
        .route("/cong-viec/quy-che/{id}/sua", get(enter::again).post(enter::correct))
        .route("/cong-viec/quy-che/{id}/dieu-khoan", get(clause::show).post(clause::save))
        .route("/cong-viec/quy-che/{id}/dieu-khoan/xem-truoc", post(clause::look))
        .route("/cong-viec/quy-che/{id}/tom-tat", post(act::summary))
        .route("/cong-viec/quy-che/{id}/viec", post(act::record))
}

/// Who follows up the unit's work, or keeps its documents, reads them.
fn may_read(desk: &Desk) -> Result<(), Fault> {
    desk.allow(Action::ReadFollowUp).or_else(|_| desk.allow(Action::KeepRegulations))
}
