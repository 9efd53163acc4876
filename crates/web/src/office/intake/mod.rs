//! Intake at the office's desk: entering for a person, its slip, importing the office's own book.

mod book;
mod enter;
mod slip;

pub(super) use slip::keep_of as keep_slip;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{Web, page::upload};

/// Addresses of intake.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/cong-viec/nhap", get(enter::show).post(enter::enter).layer(upload::limit()))
        .route("/cong-viec/nhap/phieu", get(slip::show))
        .route("/cong-viec/nhap-so", get(book::show).post(book::import).layer(book::limit()))
        .route("/cong-viec/nhap-so/mau.xlsx", get(book::template))
        .route("/cong-viec/nhap-so/loi.csv", post(book::errors))
}
