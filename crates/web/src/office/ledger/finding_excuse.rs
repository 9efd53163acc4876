//! A superior accepts the reason why a planned meeting was not held (S4.8), on the page of the finding that names it; its office
//! lays the reason before the head.

use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;

use super::{
    address,
    finding::{self, Typed},
    unit_of, waiver, year_of,
};
use crate::{
    Web,
    page::{desk::Desk, fault::Fault},
};

/// `POST /cong-viec/so-nhiem-vu/noi-dung/chap-nhan`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn excuse(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let unit = unit_of(&web, &desk, &typed.xa).await?;
    let year = year_of(&typed.nam, web.app.clock.today());
    let given = waiver::Given {
        post: typed.post.clone(),
        on_day: typed.on_day.clone(),
        paper: typed.paper.clone(),
        note: typed.note.clone(),
        seen: typed.seen.clone(),
    };
    let path = format!("/cong-viec/so-nhiem-vu?xa={}&nam={year}", address(&unit));
    let about = waiver::About { unit_id: unit.id.clone(), subject: typed.row.clone(), year, path: path.clone() };
    let wrong = waiver::take(&web, &desk, &typed.form_key, about, &given).await?;
    if wrong.is_empty() {
        return Ok(Redirect::to(&path).into_response());
    }
    finding::page(&web, &desk, typed, &wrong).await
}
