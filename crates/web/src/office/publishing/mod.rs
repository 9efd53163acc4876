//! Publishing as the law asks: proofs, their papers, the register, the phone links of villages.

mod links;
mod paper;
mod proof;
mod publication;
mod register;
pub(super) mod view;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{Web, page::upload};
pub(crate) use proof::called;

/// Addresses of these pages.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/cong-viec/minh-chung/{id}", get(proof::show).post(proof::give).layer(upload::limit()))
        .route("/cong-viec/minh-chung/{id}/ket-thuc", post(proof::end))
        .route("/cong-viec/minh-chung/{id}/bo", post(proof::void))
        .route("/cong-viec/minh-chung/{id}/bien-ban", get(paper::begun))
        .route("/cong-viec/minh-chung/{id}/bien-ban-ket-thuc", get(paper::ended))
        .route("/cong-viec/so-cong-khai", get(register::show).post(register::publish))
        .route("/cong-viec/so-cong-khai/noi-dung", post(register::add_matter))
        .route("/cong-viec/so-cong-khai/{id}", get(publication::show))
        .route("/cong-viec/duong-dan-thon", get(links::show).post(links::make))
        .route("/cong-viec/duong-dan-thon/{id}/thu-hoi", post(links::revoke))
}
