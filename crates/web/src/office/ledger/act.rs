//! What is done from the pages of the ledger: urging, accepting a reason, approving for the public.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::duty::{publish_year::PublishYear, reckon, urge_duty::UrgeDuty};
use caunoi_domain::{people::policy::Action, regulation::ledger::Duty};
use serde::Deserialize;

use super::{
    duty::{self, Typed},
    unit_of, waiver, year_of,
};
use crate::{
    Web,
    page::{
        desk::Desk,
        fault::{Fault, problems_of},
    },
};

/// The duty of a key with the id of its unit.
async fn found(web: &Web, desk: &Desk, key: &str, typed: &Typed) -> Result<(String, Duty), Fault> {
    let unit = unit_of(web, desk, &typed.xa).await?;
    let today = web.app.clock.today();
    let year = year_of(&typed.nam, today);
    let mut conn = web.app.store.read().await?;
    let r = reckon::of_year(&mut conn, &web.app.calendar(), &unit.id, year, today).await?;
    let duty = r.duties.into_iter().find(|d| d.key() == key).ok_or(Fault::NotFound)?;
    Ok((unit.id, duty))
}

/// The page of the duty.
fn path(key: &str, typed: &Typed) -> String {
    let year = typed.nam.parse::<i16>().unwrap_or_default();
    let code: String = typed.xa.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_')).collect();
    format!("/cong-viec/so-nhiem-vu/{key}?xa={code}&nam={year}")
}

fn back(key: &str, typed: &Typed) -> Response {
    Redirect::to(&path(key, typed)).into_response()
}

/// `POST /cong-viec/so-nhiem-vu/{key}/don-doc`
///
/// # Errors
/// Not for this officer; no such duty.
pub async fn urge(State(web): State<Web>, desk: Desk, Path(key): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let (unit_id, d) = found(&web, &desk, &key, &typed).await?;
    let verb = UrgeDuty { unit_id, duty: d.id, text: typed.urging.clone() };
    match web.app.carry_out_once(&desk.actor, &typed.form_key, verb).await {
        Ok(()) => Ok(back(&key, &typed)),
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            duty::page(&web, &desk, &key, typed, &wrong).await
        }
    }
}

/// `POST /cong-viec/so-nhiem-vu/{key}/mien`: the head of the superior accepts the reason, its office lays it before the head.
///
/// # Errors
/// Not for this officer; no such duty.
pub async fn waive(State(web): State<Web>, desk: Desk, Path(key): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let (unit_id, d) = found(&web, &desk, &key, &typed).await?;
    let given = waiver::Given {
        post: d.post_id.clone(),
        on_day: typed.on_day.clone(),
        paper: typed.paper.clone(),
        note: typed.note.clone(),
        seen: typed.seen.clone(),
    };
    let about = waiver::About { unit_id, year: d.year(), subject: d.id, path: path(&key, &typed) };
    let wrong = waiver::take(&web, &desk, &typed.form_key, about, &given).await?;
    if wrong.is_empty() {
        return Ok(back(&key, &typed));
    }
    duty::page(&web, &desk, &key, typed, &wrong).await
}

/// Approving a year for the public, or taking it off.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Shown {
    csrf: String,
    nam: String,
    hien: String,
}

/// `POST /cong-viec/so-nhiem-vu/cong-khai`
///
/// # Errors
/// Not for this officer.
pub async fn publish(State(web): State<Web>, desk: Desk, Form(typed): Form<Shown>) -> Result<Response, Fault> {
    desk.allow(Action::PublishLedger)?;
    desk.check(&typed.csrf)?;
    let year = year_of(&typed.nam, web.app.clock.today());
    let verb = PublishYear { unit_id: desk.officer.unit_id.clone(), year, shown: typed.hien == "1" };
    web.app.carry_out(&desk.actor, verb).await?;
    Ok(Redirect::to(&format!("/cong-viec/so-nhiem-vu?nam={year}")).into_response())
}
