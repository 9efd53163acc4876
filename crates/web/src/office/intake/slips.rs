//! The slips of an import: asked for by a button, shown once, cut apart and given to the people.

use askama::{Template, filters::Safe};
use axum::{
    extract::{Path, State},
    response::Response,
};
use axum_extra::extract::Form;
use caunoi_app::{Refusal, opinion::print_slips::PrintSlips};
use caunoi_domain::{
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_papers::qr;
use caunoi_store::book::{self as books, BatchLine};
use serde::Deserialize;

use super::super::triage::public_id;
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, form::csrf, icon::Icon, render},
};

#[derive(Template)]
#[template(path = "office/slips_ask.html")]
struct AskPage {
    page: Page,
    csrf: String,
    batch: String,
    slips: usize,
    shown: bool,
    refused: bool,
}

struct SlipView {
    code: String,
    secret: String,
    qr: Safe<String>,
    title: String,
    received: String,
    /// Who does what next, and by which day.
    next: String,
}

#[derive(Template)]
#[template(path = "office/slips.html")]
struct SlipsPage {
    page: Page,
    unit: String,
    address: String,
    slips: Vec<SlipView>,
}

async fn ask(web: &Web, desk: Desk, batch: &str, refused: bool) -> Result<Response, Fault> {
    desk.allow(Action::EnterOpinion)?;
    let mut conn = web.app.store.read().await?;
    let found = books::batch(&mut conn, public_id(batch)?).await?.filter(|b| b.unit_id == desk.officer.unit_id).ok_or(Fault::NotFound)?;
    let slips = books::batch_opinions(&mut conn, &found.id).await?.len();
    drop(conn);
    let page =
        AskPage { csrf: csrf(&desk.page), batch: batch.to_owned(), slips, shown: found.slips_at.is_some(), refused, page: desk.page };
    Ok(if refused { render::refused(&page) } else { render::html(&page) })
}

/// `GET /cong-viec/nhap-so/phieu/{batch}`
///
/// # Errors
/// Not for this officer; no such import.
pub async fn show(State(web): State<Web>, desk: Desk, Path(batch): Path<String>) -> Result<Response, Fault> {
    ask(&web, desk, &batch, false).await
}

/// The session's token.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    csrf: String,
}

/// `POST /cong-viec/nhap-so/phieu/{batch}`: the slips, once.
///
/// # Errors
/// Not for this officer; no such import; a form without the session's token.
pub async fn print(State(web): State<Web>, desk: Desk, Path(batch): Path<String>, Form(form): Form<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::EnterOpinion)?;
    desk.check(&form.csrf)?;
    let printed = match web.app.carry_out(&desk.actor, PrintSlips { batch: public_id(&batch)? }).await {
        Ok(printed) => printed,
        Err(Refusal::Invalid(all)) if all.iter().any(|p: &Problem| matches!(p.what, What::NotNow { .. })) => {
            return ask(&web, desk, &batch, true).await;
        }
        Err(other) => return Err(other.into()),
    };
    let t = desk.page.t;
    let today = web.app.clock.today().to_string();
    let mut slips = Vec::with_capacity(printed.len());
    for (line, slip) in printed {
        let address = format!("{}/theo-doi/{}", web.address, slip.code);
        slips.push(SlipView {
            qr: Safe(qr::svg(&address, &t.slip_qr()).map_err(|_| Fault::Broken)?),
            code: slip.code.to_string(),
            secret: slip.secret.to_string(),
            next: next(&desk.page, &line, &today),
            received: desk.page.weekday(&line.received_on),
            title: line.title,
        });
    }
    let unit = desk.page.desk.as_ref().map_or_else(String::new, |d| d.unit_name.clone());
    Ok(render::html(&SlipsPage { unit, address: web.address.to_string(), slips, page: desk.page }))
}

/// What comes next for the person: a book of years past holds what is long answered, and limits that are over.
fn next(page: &Page, line: &BatchLine, today: &str) -> String {
    let t = page.t;
    if line.next_actor.is_empty() {
        t.slips_answered()
    } else if line.notice_due_on.as_str() < today {
        t.slips_goes_on(&line.next_actor)
    } else {
        t.slip_next_text(&line.next_actor, page.weekday(&line.notice_due_on))
    }
}
