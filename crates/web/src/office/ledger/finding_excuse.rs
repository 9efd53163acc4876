//! A superior accepts the reason why a planned meeting was not held (S4.8), on the page of the finding that names it.

use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::duty::waive::WaiveDuty;
use caunoi_domain::regulation::entry::{self, EntryWord, TypedEntry};

use super::{
    address,
    finding::{self, Typed},
    unit_of, year_of,
};
use crate::{
    Web,
    page::{
        desk::Desk,
        fault::{Fault, problems_of},
    },
};

/// `POST /cong-viec/so-nhiem-vu/noi-dung/chap-nhan`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn excuse(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let unit = unit_of(&web, &desk, &typed.xa).await?;
    let today = web.app.clock.today();
    let given = TypedEntry {
        kind: EntryWord::Waiver.code().to_owned(),
        post: typed.post.clone(),
        on_day: typed.on_day.clone(),
        paper: typed.paper.clone(),
        note: typed.note.clone(),
        ..TypedEntry::default()
    };
    let wrong = match entry::entry(&given, today) {
        Ok(entry) => {
            let verb = WaiveDuty { unit_id: unit.id.clone(), subject: typed.row.clone(), entry };
            match web.app.carry_out_once(&desk.actor, &typed.form_key, verb).await {
                Ok(_) => {
                    let at = format!("/cong-viec/so-nhiem-vu?xa={}&nam={}", address(&unit), year_of(&typed.nam, today));
                    return Ok(Redirect::to(&at).into_response());
                }
                Err(refusal) => problems_of(refusal)?,
            }
        }
        Err(wrong) => wrong,
    };
    finding::page(&web, &desk, typed, &wrong).await
}
