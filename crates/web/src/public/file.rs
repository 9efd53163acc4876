//! Files: for the person who follows the opinion, for the officers whom the policy lets read it, for everybody where it
//! is public. Always as an attachment in a sandbox: what people hand in never runs on this site.

use axum::{
    extract::{FromRequestParts as _, Path, State},
    response::{IntoResponse as _, Response},
};
use axum_extra::extract::PrivateCookieJar;
use caunoi_domain::{
    opinion::tracking_code::PublicId,
    people::{
        actor::Actor,
        policy::{Action, Scope, may},
    },
};
use caunoi_store::{
    file::{self, FileRow},
    followed, opinion,
    public::thread,
};
use http::{HeaderValue, header, request::Parts};

use super::follow::session;
use crate::{
    Web,
    page::{desk::Desk, fault::Fault},
};

const CSP: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// `GET /tep/{id}`
///
/// # Errors
/// [`Fault::NotFound`] also where this reader may not have it.
pub async fn fetch(State(web): State<Web>, Path(id): Path<String>, jar: PrivateCookieJar, mut parts: Parts) -> Result<Response, Fault> {
    let id = PublicId::parse(&id).map_err(|_| Fault::NotFound)?;
    let row = file::find_public(&mut web.app.store.read().await?, id.to_i64()).await?.ok_or(Fault::NotFound)?;
    let desk = Desk::from_request_parts(&mut parts, &web).await.ok();
    if !(is_for_everybody(&web, &row).await? || may_have(&web, &row, desk.as_ref().map(|d| &d.actor), &jar).await?) {
        return Err(Fault::NotFound);
    }
    let bytes = web.app.blobs.read(&row.sha256).await?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_str(&row.media).map_err(|_| Fault::Broken)?);
    headers.insert(header::CONTENT_DISPOSITION, disposition(&row.name)?);
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
    Ok(response)
}

/// Evidence is for everybody only while the matter it belongs to is published: what was withheld takes it along.
async fn is_for_everybody(web: &Web, row: &FileRow) -> Result<bool, Fault> {
    if !row.public || row.subject_kind != "assignment" {
        return Ok(row.public);
    }
    Ok(thread::is_of_a_published_item(&mut web.app.store.read().await?, &row.subject_id).await?)
}

/// May this officer, or the person behind this browser, have it?
async fn may_have(web: &Web, row: &FileRow, officer: Option<&Actor>, jar: &PrivateCookieJar) -> Result<bool, Fault> {
    let mut conn = web.app.store.read().await?;
    let of_opinion = row.subject_kind == "opinion";
    // What was sealed is for nobody here, whoever they are (L7).
    if of_opinion && opinion::find(&mut conn, &row.subject_id).await?.is_none_or(|o| o.sealed) {
        return Ok(false);
    }
    if let Some(officer) = officer {
        let action = if of_opinion { Action::ReadOpinions } else { Action::ReadFollowUp };
        let above = if row.subject_kind == "escalation" { followed::escalated_to(&mut conn, &row.subject_id).await? } else { None };
        if std::iter::once(&row.unit_id).chain(&above).any(|unit| may(officer, action, Scope::unit(unit))) {
            return Ok(true);
        }
    }
    match session::of(web, jar) {
        Some(person) => {
            if !session::is_good(web, &mut conn, &person).await? {
                return Ok(false);
            }
            let theirs = followed::files(&mut conn, &person.opinion_id).await?;
            Ok(theirs.iter().any(|f| f.file.id == row.id))
        }
        None => Ok(false),
    }
}

/// The name twice: plainly for old browsers, and as it is.
fn disposition(name: &str) -> Result<HeaderValue, Fault> {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || "._- ()".contains(c) { c } else { '_' }).collect();
    let encoded: String = name
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b"._-".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect();
    HeaderValue::from_str(&format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")).map_err(|_| Fault::Broken)
}
