//! Pages of citizens: no account, no script, no cookie but where a form has to remember something.

mod commune;
mod conclusion;
pub(crate) mod conflicts;
mod dialogue;
mod figures;
mod file;
pub mod follow;
mod help;
mod home;
mod issue;
mod items;
mod ledger;
pub(crate) mod loud;
mod notice;
mod places;
mod posted;
mod province;
pub mod regulation;
pub mod regulations;
mod search;
pub mod send;
mod thread;
mod unit;
pub(crate) mod view;
mod year;

use axum::{Router, middleware::from_fn_with_state, routing::get};
pub use view::encode;

use crate::{
    Web,
    middleware::copies::{self, Copies},
};

/// Addresses of citizens' pages.
pub fn routes(web: &Web) -> Router<Web> {
    reading(web).merge(send::routes()).merge(follow::routes()).merge(help::routes()).route("/tep/{id}", get(file::fetch))
}

/// Pages that everybody reads alike, made once for what stands in the rows; a reader's own copy is asked about by its ETag.
/// A page of this list depends on the rows, the day, the language and its address, and on nothing else.
fn reading(web: &Web) -> Router<Web> {
    Router::new()
        .route("/", get(home::show))
        .route("/tim-kiem", get(search::show))
        .route("/tinh/{code}", get(province::show))
        .route("/huyen/{code}", get(unit::district))
        .route("/so-lieu", get(figures::show))
        .route("/xa/{code}", get(commune::show))
        .route("/xa/{code}/y-kien", get(items::show))
        .route("/xa/{code}/doi-thoai", get(items::dialogues))
        .route("/xa/{code}/quy-che", get(ledger::show))
        .route("/y-kien/{id}", get(thread::show))
        .route("/van-de/{id}", get(issue::show))
        .route("/doi-thoai/{id}", get(dialogue::show))
        .route("/doi-thoai/{id}/ban-tin", get(loud::announcement))
        .route("/ket-luan/{id}", get(conclusion::show))
        .route("/thong-bao/{id}", get(notice::show))
        .route("/thong-bao/{id}/ban-tin", get(loud::results))
        .route("/quy-che", get(regulations::show))
        .route("/quy-che/{id}", get(regulation::show))
        .route_layer(from_fn_with_state(Copies::of(web), copies::answer))
}
