//! Pages of officers.

mod acceptance;
mod admin;
mod counter;
mod defects;
mod dialogue;
mod drafts;
mod followup;
mod handovers;
mod head;
mod help;
mod intake;
mod ledger;
mod many;
mod news;
mod plan;
mod publishing;
mod regulation;
mod reissue;
mod remind;
mod saved_answers;
mod search;
mod side;
mod sign_in;
mod take_away;
mod todo;
mod triage;
mod villages;

use axum::{
    Router,
    routing::{get, post},
};

use crate::Web;
pub(crate) use publishing::called as publishing_title;

/// Addresses of officers' pages.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/dang-nhap", get(sign_in::show).post(sign_in::enter))
        .route("/dang-xuat", post(sign_in::leave))
        .route("/cong-viec", get(todo::show))
        .route("/cong-viec/tro-giup", get(help::show))
        .route("/cong-viec/tro-giup/{area}", get(help::area))
        .route("/thong-bao", get(news::show))
        .route("/thong-bao/da-doc", post(news::see))
        .route("/thong-bao/thu-dien-tu", post(news::mail))
        .route("/ban-nhap", post(drafts::keep))
        .route("/ban-nhap/bo", post(drafts::drop_it))
        .route("/cong-viec/cau-tra-loi-mau", get(saved_answers::show).post(saved_answers::keep))
        .route("/cong-viec/cau-tra-loi-mau/thoi", post(saved_answers::retire))
        .route("/cong-viec/han-che-noi-bo", get(defects::show).post(defects::note))
        .route("/cong-viec/han-che-noi-bo/khac-phuc", post(defects::mend))
        .merge(dialogue::routes())
        .merge(plan::routes())
        .merge(side::routes())
        .route("/cong-viec/chuyen-don", get(handovers::show).post(handovers::register))
        .route("/cong-viec/chuyen-don/{id}/da-nhan", post(handovers::accept))
        .merge(regulation::routes())
        .route("/cong-viec/tiep-thu/{id}", get(acceptance::show).post(acceptance::accept))
        .route("/cong-viec/tiep-thu/{id}/han-che", post(acceptance::restrict))
        .route("/cong-viec/tim-kiem", get(search::show))
        .route("/cong-viec/tim-kiem/mo/{log}/{kind}/{reference}", get(search::open))
        .route("/cong-viec/cap-lai-ma/{id}", get(reissue::show).post(reissue::reissue))
        .merge(villages::routes())
        .merge(intake::routes())
        .merge(ledger::routes())
        .route("/cong-viec/tai-ve/{table}", get(take_away::workbook))
        .merge(triage::routes())
        .merge(publishing::routes())
        .route("/cong-viec/tra-loi-tai-quay", get(counter::show).post(counter::find))
        .route("/cong-viec/tra-loi-tai-quay/ghi", post(counter::record))
        .merge(followup::routes())
        .merge(remind::routes())
        .merge(head::routes())
        .merge(admin::routes())
}
