//! Trưởng thôn, tổ trưởng by phone link (P14): no account, no script, large type. The address carries the key; a wrong,
//! an expired and a revoked one are pages that are not there. A good one whose village is over says what became of it.

mod gone;
mod home;
mod pass_on;
mod posting;
mod slip;

use axum::{
    Router,
    extract::{FromRequestParts, Path},
    http::request::Parts,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use caunoi_app::village::enter::{self, Entered, Opened};

use crate::{
    Web,
    page::{Page, address::Address, fault::Fault, upload},
};

/// Addresses of these pages.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/thon/{token}", get(home::show))
        .route("/thon/{token}/niem-yet/{id}", get(posting::show).post(posting::prove).layer(upload::limit()))
        .route("/thon/{token}/niem-yet/{id}/go", post(posting::take_down))
        .route("/thon/{token}/ghi-ho", get(pass_on::show).post(pass_on::send).layer(upload::limit()))
        .route("/thon/{token}/phieu", get(slip::show))
}

/// The village behind the address, and the frame of its page.
pub(crate) struct Village {
    entered: Entered,
    page: Page,
    /// "/thon/TOKEN"
    base: String,
}

impl FromRequestParts<Web> for Village {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Response> {
        let Ok(page) = Page::from_request_parts(parts, web).await;
        let Ok(Address(from)) = Address::from_request_parts(parts, web).await;
        let none = || Fault::NotFound.into_response();
        let Ok(Path(all)) = Path::<Vec<(String, String)>>::from_request_parts(parts, web).await else { return Err(none()) };
        let token = all.into_iter().find(|(name, _)| name == "token").map(|(_, token)| token).ok_or_else(none)?;
        match enter::enter(&web.app, &from, &token).await.map_err(|e| Fault::from(e).into_response())? {
            Opened::Stands(entered) => Ok(Self { entered: *entered, page, base: format!("/thon/{token}") }),
            Opened::Over(over) => Err(gone::page(page, &over)),
        }
    }
}
