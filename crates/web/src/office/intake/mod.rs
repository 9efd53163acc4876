//! Intake at the office's desk: entering for a person, its slip, importing the office's own book.

mod book;
mod book_draft;
mod book_landing;
mod enter;
mod paste;
mod slip;
mod slips;

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
        .route("/cong-viec/nhap-so", get(book::show).post(book::send).layer(book::limit()))
        .route("/cong-viec/nhap-so/mau.xlsx", get(book::template))
        .route("/cong-viec/nhap-so/loi.csv", post(book::errors).layer(book::errors_limit()))
        .route("/cong-viec/nhap-so/phieu/{batch}", get(slips::show).post(slips::print))
        .route("/cong-viec/nhap-so/{id}", get(book_draft::show))
        .route("/cong-viec/nhap-so/{id}/ghep", post(book_draft::choose))
        .route("/cong-viec/nhap-so/{id}/nhap", post(book_landing::land))
        .route("/cong-viec/dan-bang", get(paste::show).post(paste::send))
}

/// A workbook to be kept.
pub fn download_workbook(name: &str, bytes: Vec<u8>) -> axum::response::Response {
    book::download(book::XLSX, name, bytes)
}
