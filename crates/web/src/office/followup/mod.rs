//! What follows a conclusion, at the desk: tasks, matters sent up, results.

mod answer;
mod assign;
mod bodies;
mod direct;
mod extra;
pub(super) mod input;
mod link;
mod many;
mod matter;
mod queue;
mod report;
mod results;
mod send_up;
mod superior;
mod task;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{Web, page::upload};

/// Addresses of the follow-up.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/nhiem-vu", get(queue::show).post(many::choose))
        .route("/nhiem-vu/nhieu/{act}", get(many::show).post(many::carry))
        .route("/nhiem-vu/ket-qua", get(results::show))
        .route("/nhiem-vu/giao/{item}", get(assign::show).post(assign::assign))
        .route("/nhiem-vu/co-quan", get(bodies::show))
        .route("/nhiem-vu/lien-ket/{token}", get(link::show))
        .route("/nhiem-vu/lien-ket/{token}/tien-do", post(link::progress).layer(upload::limit()))
        .route("/nhiem-vu/lien-ket/{token}/xong", post(link::finish).layer(upload::limit()))
        .route("/nhiem-vu/{id}", get(task::show))
        .route("/nhiem-vu/{id}/chuyen", post(direct::transfer))
        .route("/nhiem-vu/{id}/xin-gia-han", post(direct::ask))
        .route("/nhiem-vu/{id}/gia-han", post(direct::decide))
        .route("/nhiem-vu/{id}/tam-dung", post(direct::pause))
        .route("/nhiem-vu/{id}/tiep-tuc", post(direct::resume))
        .route("/nhiem-vu/{id}/lien-ket", post(direct::give_link))
        .route("/nhiem-vu/{id}/thu-hoi", post(direct::revoke))
        .route("/nhiem-vu/{id}/trao-doi", post(direct::comment))
        .route("/nhiem-vu/{id}/han-che", post(direct::defect))
        .route("/nhiem-vu/{id}/tien-do", post(report::progress).layer(upload::limit()))
        .route("/nhiem-vu/{id}/xong", post(report::finish).layer(upload::limit()))
        .route("/nhiem-vu/{id}/don-doc", post(report::urge))
        .route("/nhiem-vu/{id}/bao-ket-qua", post(report::tell))
        .route("/cap-tren", get(superior::show))
        .route("/cap-tren/gui/{item}", get(send_up::show).post(send_up::send))
        .route("/cap-tren/{id}", get(matter::show))
        .route("/cap-tren/{id}/nhan", post(answer::acknowledge))
        .route("/cap-tren/{id}/tra-loi", post(answer::answer).layer(upload::limit()))
        .route("/cap-tren/{id}/cong-van-tra-loi", post(answer::record_reply).layer(upload::limit()))
        .route("/cap-tren/{id}/don-doc", post(answer::urge))
        .route("/cap-tren/{id}/bao-nguoi-dan", post(answer::pass_on))
}
