//! The slip of an opinion that the head of a village passed on: shown once, for the person. It travels in a sealed
//! cookie that this page takes away; the rows hold hashes only.

use askama::{Template, filters::Safe};
use axum::{
    extract::State,
    response::{IntoResponse as _, Response},
};
use axum_extra::extract::{
    PrivateCookieJar,
    cookie::{Cookie, SameSite},
};
use caunoi_app::opinion::{receipt::Slip, submit::Received};
use caunoi_papers::qr;
use serde::{Deserialize, Serialize};

use super::Village;
use crate::{
    Web,
    page::{Page, fault::Fault, icon::Icon, render},
};

const COOKIE: &str = "phieu-thon";
/// The slip waits for its page at most so long, microseconds.
const WAITS_US: i64 = 10 * 60 * 1_000_000;

#[derive(Serialize, Deserialize)]
struct Kept {
    code: String,
    secret: String,
    next: String,
    due_on: String,
    until: i64,
}

/// Puts the slip into the sealed cookie.
pub fn keep(jar: PrivateCookieJar, web: &Web, received: &Received, slip: Slip) -> Result<PrivateCookieJar, Fault> {
    let kept = Kept {
        code: slip.code.to_string(),
        secret: slip.secret.to_string(),
        next: received.next_actor.clone(),
        due_on: received.notice_due_on.clone(),
        until: web.app.clock.now_us() + WAITS_US,
    };
    let json = serde_json::to_string(&kept).map_err(|_| Fault::Broken)?;
    Ok(jar.add(Cookie::build((COOKIE, json)).path("/thon").http_only(true).same_site(SameSite::Strict).secure(web.secure)))
}

#[derive(Template)]
#[template(path = "village/slip.html")]
struct SlipPage {
    page: Page,
    base: String,
    slip: Option<Shown>,
}

struct Shown {
    code: String,
    secret: String,
    next: String,
    qr: Safe<String>,
    address: String,
}

/// `GET /thon/{token}/phieu`
///
/// # Errors
/// The link opens nothing; the drawing of the QR code failed.
pub async fn show(State(web): State<Web>, v: Village, jar: PrivateCookieJar) -> Result<Response, Fault> {
    let kept = jar.get(COOKIE).and_then(|c| serde_json::from_str::<Kept>(c.value()).ok()).filter(|k| k.until > web.app.clock.now_us());
    let page = v.page;
    let slip = match kept {
        Some(k) => Some(Shown {
            next: page.t.vhead_slip_next(&k.next, page.weekday(&k.due_on)),
            qr: Safe(qr::svg(&format!("{}/theo-doi/{}", web.address, k.code), &page.t.receipt_qr()).map_err(|_| Fault::Broken)?),
            address: web.address.split_once("://").map_or_else(|| web.address.to_string(), |(_, host)| host.to_owned()),
            code: k.code,
            secret: k.secret,
        }),
        None => None,
    };
    let jar = jar.remove(Cookie::build(COOKIE).path("/thon"));
    Ok((jar, render::html(&SlipPage { base: v.base, slip, page })).into_response())
}
