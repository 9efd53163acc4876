//! The slip that the clerk prints for the person: code, QR, second secret. It travels in a sealed cookie for half an
//! hour and stands in no row that staff could read again.

use askama::{Template, filters::Safe};
use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::{
    PrivateCookieJar,
    cookie::{Cookie, SameSite},
};
use caunoi_app::opinion::{receipt::Slip, submit::Received};
use caunoi_domain::people::policy::Action;
use caunoi_papers::qr;
use caunoi_store::{item, opinion};
use serde::{Deserialize, Serialize};

use super::super::triage::shown;
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, icon::Icon, render, words},
};

const COOKIE: &str = "phieu-nhap";
/// A slip can be printed for so long, microseconds.
const SHOWN_US: i64 = 30 * 60 * 1_000_000;

#[derive(Serialize, Deserialize)]
struct Kept {
    opinion: i64,
    code: String,
    secret: String,
    /// Epoch microseconds after which it is shown no more.
    until: i64,
}

/// Puts the slip into the sealed cookie.
pub fn keep(jar: PrivateCookieJar, web: &Web, received: &Received, slip: Slip) -> PrivateCookieJar {
    keep_of(jar, web, received.public_id, slip)
}

/// As [`keep`], for the opinion of that public id: a code given again at the counter.
pub fn keep_of(jar: PrivateCookieJar, web: &Web, opinion: i64, slip: Slip) -> PrivateCookieJar {
    let kept = Kept { opinion, code: slip.code.to_string(), secret: slip.secret.to_string(), until: web.app.clock.now_us() + SHOWN_US };
    let value = serde_json::to_string(&kept).unwrap_or_default();
    let cookie = Cookie::build((COOKIE, value)).path("/cong-viec/nhap").http_only(true).same_site(SameSite::Strict).secure(web.secure);
    jar.add(cookie)
}

#[derive(Template)]
#[template(path = "office/entry_slip.html")]
struct SlipPage {
    page: Page,
    unit: String,
    opinion: String,
    code: String,
    secret: String,
    qr: Safe<String>,
    address: String,
    matters: Vec<String>,
    received: String,
    channel: String,
    office: String,
    due: String,
    signed: bool,
}

/// `GET /cong-viec/nhap/phieu`
///
/// # Errors
/// Not for this officer; no such opinion.
pub async fn show(State(web): State<Web>, desk: Desk, jar: PrivateCookieJar) -> Result<Response, Fault> {
    desk.allow(Action::EnterOpinion)?;
    let kept = jar.get(COOKIE).and_then(|c| serde_json::from_str::<Kept>(c.value()).ok()).filter(|k| k.until > web.app.clock.now_us());
    let Some(kept) = kept else { return Ok(Redirect::to("/cong-viec/nhap").into_response()) };
    let mut conn = web.app.store.read().await?;
    let o = opinion::find_public(&mut conn, kept.opinion).await?.filter(|o| o.unit_id == desk.officer.unit_id).ok_or(Fault::NotFound)?;
    let items = item::of_opinion(&mut conn, &o.id).await?;
    drop(conn);
    let t = desk.page.t;
    let address = format!("{}/theo-doi/{}", web.address, kept.code);
    let view = SlipPage {
        unit: desk.page.desk.as_ref().map_or_else(String::new, |d| d.unit_name.clone()),
        opinion: shown(o.public_id),
        qr: Safe(qr::svg(&address, &t.slip_qr()).map_err(|_| Fault::Broken)?),
        address: web.address.to_string(),
        code: kept.code,
        secret: kept.secret,
        matters: items.iter().map(|i| i.title.clone()).collect(),
        received: desk.page.weekday(&o.received_on),
        channel: words::channel(t, o.channel),
        office: items.first().map_or_else(String::new, |i| i.next.actor.clone()),
        due: desk.page.weekday(&o.notice_due_on),
        signed: o.signed,
        page: desk.page,
    };
    Ok(render::html(&view))
}
