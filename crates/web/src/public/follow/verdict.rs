//! The person says whether the matter is solved, with the second secret of the slip.

use axum::{
    Form,
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::PrivateCookieJar;
use caunoi_app::followup::judge::{self, Said};
use serde::Deserialize;

use super::{
    session,
    thread::{self, Again},
};
use crate::{
    Web,
    page::{
        Page,
        fault::{Fault, problems_of},
    },
};

/// What was said.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub struct Typed {
    item: i64,
    round: i64,
    secret: String,
    verdict: String,
    reason: String,
}

/// `POST /theo-doi/tra-loi`
///
/// # Errors
/// Too many tries; that the matter has moved on; the store's failure.
pub async fn give(State(web): State<Web>, page: Page, jar: PrivateCookieJar, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let Some(followed) = session::of(&web, &jar) else { return Ok(Redirect::to("/theo-doi").into_response()) };
    let said = Said { item: typed.item, round: typed.round, value: typed.verdict, reason: typed.reason };
    match judge::judge(&web.app, followed.code, &typed.secret, &said).await {
        Ok(_) => Ok(Redirect::to("/theo-doi/y-kien").into_response()),
        Err(refusal) => {
            let again = Again { item: said.item, value: said.value, reason: said.reason, problems: problems_of(refusal)? };
            thread::page(&web, page, &followed, again).await
        }
    }
}
