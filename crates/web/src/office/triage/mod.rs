//! Triage at the office's desk: the queue, what is done with items, the opinion as given, issues.

mod act;
mod carry;
mod issue;
mod many;
mod opinion;
mod publish_many;
mod queue;
mod standing;
mod typed;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{Web, page::upload};

/// Addresses of triage.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/cong-viec/phan-loai", get(queue::show).post(queue::choose))
        .route("/cong-viec/phan-loai/hoan-tac", post(queue::undo))
        .route("/cong-viec/phan-loai/viec/{act}", get(act::show).post(carry::carry).layer(upload::limit()))
        .route("/cong-viec/phan-loai/cong-bo-nhieu", get(publish_many::show).post(publish_many::publish))
        .route("/cong-viec/y-kien/{id}", get(opinion::show))
        .route("/cong-viec/tep/{id}", get(opinion::file))
        .route("/cong-viec/van-de", get(issue::list))
        .route("/cong-viec/van-de/{id}", get(issue::show).post(issue::edit))
}

/// The public id in an address; an address that holds none leads nowhere.
pub fn public_id(text: &str) -> Result<i64, crate::page::fault::Fault> {
    use caunoi_domain::opinion::tracking_code::PublicId;
    PublicId::parse(text).map(PublicId::to_i64).map_err(|_| crate::page::fault::Fault::NotFound)
}

/// A public id as addresses show it.
pub fn shown(id: i64) -> String {
    caunoi_domain::opinion::tracking_code::PublicId::from_i64(id).to_string()
}
