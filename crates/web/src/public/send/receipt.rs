//! Sending, and the slip: shown only after the opinion and its files are durable. Between the two the slip travels in a
//! sealed cookie of this address, for half an hour; the rows hold hashes only.

use askama::{Template, filters::Safe};
use axum::{
    extract::{Multipart, Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::{
    PrivateCookieJar,
    cookie::{Cookie, SameSite},
};
use caunoi_app::opinion::submit::{self, SubmitOpinion};
use caunoi_domain::{
    opinion::{kind::Channel, submission::title_of},
    people::actor::Actor,
};
use caunoi_papers::qr;
use serde::{Deserialize, Serialize};

use super::{content, draft::Draft};
use crate::{
    Web,
    page::{
        Page,
        fault::{Fault, problems_of},
        icon::Icon,
        mark::{Mark, Tone},
        render, thread, upload,
    },
};

/// Name of the cookie, and how long it shows the slip.
const COOKIE: &str = "phieu";
const PATH: &str = "/gui-y-kien";
const SHOWN_US: i64 = 30 * 60 * 1_000_000;

/// What the slip says.
#[derive(Serialize, Deserialize)]
struct Slip {
    code: String,
    secret: String,
    unit: String,
    title: String,
    files: usize,
    at: i64,
    until: i64,
    next: String,
    due_on: String,
    basis: String,
}

/// `POST /gui-y-kien/gui`
///
/// # Errors
/// A form that is not ours; the store's failure.
pub async fn send(State(web): State<Web>, page: Page, jar: PrivateCookieJar, multipart: Multipart) -> Result<Response, Fault> {
    let mut form = upload::read(&web.app, multipart, "files").await?;
    let draft = Draft::of(&web, &mut form).await?;
    let submission = match draft.check(web.app.clock.today()) {
        Ok(submission) if form.problems.is_empty() => submission,
        other => {
            let mut wrong = other.err().unwrap_or_default();
            wrong.append(&mut form.problems);
            return Ok(content::page(&web, page, &draft, &wrong));
        }
    };
    let title = title_of(&submission.body);
    let key = draft.form_key();
    let verb = SubmitOpinion {
        unit_id: draft.unit.id.clone(),
        submission,
        channel: Channel::Web,
        files: draft.files.clone(),
        signed: false,
        source: None,
        slip: caunoi_app::opinion::receipt::slip(&web.app.keys, &key),
    };
    let (received, slip) = match submit::submit(&web.app, &Actor::Person, &key, verb).await {
        Ok(done) => done,
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            return Ok(content::page(&web, page, &draft, &wrong));
        }
    };
    let shown = Slip {
        code: slip.code.to_string(),
        secret: slip.secret.to_string(),
        unit: draft.unit.name.clone(),
        title,
        files: draft.files.len(),
        at: received.received_at,
        until: web.app.clock.now_us() + SHOWN_US,
        next: received.next_actor,
        due_on: received.notice_due_on,
        basis: received.basis,
    };
    let json = serde_json::to_string(&shown).map_err(|_| Fault::Broken)?;
    let cookie = Cookie::build((COOKIE, json)).path(PATH).http_only(true).same_site(SameSite::Lax).secure(web.secure);
    Ok((jar.add(cookie), Redirect::to("/gui-y-kien/phieu")).into_response())
}

/// How the slip is to be shown.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    chu: String,
}

#[derive(Template)]
#[template(path = "send/receipt.html")]
struct Receipt {
    page: Page,
    s: Slip,
    qr: Safe<String>,
    address: String,
    mark: Mark,
    at: String,
    basis: String,
    large: bool,
}

#[derive(Template)]
#[template(path = "send/gone.html")]
struct Gone {
    page: Page,
}

/// `GET /gui-y-kien/phieu`
///
/// # Errors
/// The drawing of the QR code failed.
pub async fn show(State(web): State<Web>, page: Page, jar: PrivateCookieJar, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let now = web.app.clock.now_us();
    let kept = jar.get(COOKIE).and_then(|c| serde_json::from_str::<Slip>(c.value()).ok()).filter(|s| now < s.until);
    let Some(s) = kept else { return Ok(render::html(&Gone { page })) };
    let t = page.t;
    let drawn = qr::svg(&format!("{}/theo-doi/{}", web.address, s.code), &t.receipt_qr()).map_err(|e| {
        tracing::error!(error = %e, "the slip's QR code");
        Fault::Broken
    })?;
    let receipt = Receipt {
        mark: Mark::new(Tone::Done, Icon::Tick, t.standing_received()),
        basis: thread::basis(t, &s.basis),
        at: page.moment(s.at),
        qr: Safe(drawn),
        address: web.address.split_once("://").map_or_else(|| web.address.to_string(), |(_, host)| host.to_owned()),
        large: asked.chu == "to",
        s,
        page,
    };
    Ok(render::html(&receipt))
}
