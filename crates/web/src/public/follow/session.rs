//! The sealed cookie by which this browser follows an opinion: for two hours, unreadable and unforgeable outside.

use axum_extra::extract::{
    PrivateCookieJar,
    cookie::{Cookie, SameSite},
};
use caunoi_app::opinion::receipt;
use caunoi_domain::opinion::tracking_code::TrackingCode;
use caunoi_store::{Conn, opinion};
use serde::{Deserialize, Serialize};

use crate::{Web, page::fault::Fault};

const COOKIE: &str = "theo-doi";
const LASTS_US: i64 = 2 * 3_600 * 1_000_000;

#[derive(Serialize, Deserialize)]
struct Kept {
    code: String,
    opinion: String,
    until: i64,
}

/// What this browser follows.
pub struct Followed {
    /// The code, for the page and the verdict.
    pub code: TrackingCode,
    /// The opinion's id.
    pub opinion_id: String,
}

/// What this browser follows; `None` where nothing, or where the time is over.
#[must_use]
pub fn of(web: &Web, jar: &PrivateCookieJar) -> Option<Followed> {
    let cookie = jar.get(COOKIE)?;
    let kept: Kept = serde_json::from_str(cookie.value()).ok()?;
    if kept.until < web.app.clock.now_us() {
        return None;
    }
    Some(Followed { code: TrackingCode::parse(&kept.code).ok()?, opinion_id: kept.opinion })
}

/// True where the code that this browser followed by still leads to its opinion: one that was replaced at the counter
/// does not.
///
/// # Errors
/// The store's failure.
pub async fn is_good(web: &Web, conn: &mut Conn<'_>, followed: &Followed) -> Result<bool, Fault> {
    let found = opinion::by_code(conn, receipt::code_hash(&web.app.keys, followed.code)).await?;
    Ok(found.is_some_and(|(opinion_id, _)| opinion_id == followed.opinion_id))
}

/// Follows from now on.
///
/// # Errors
/// Never in practice: three plain values are always JSON.
pub fn follow(web: &Web, jar: PrivateCookieJar, code: TrackingCode, opinion_id: String) -> Result<PrivateCookieJar, Fault> {
    let kept = Kept { code: code.compact(), opinion: opinion_id, until: web.app.clock.now_us() + LASTS_US };
    let json = serde_json::to_string(&kept).map_err(|_| Fault::Broken)?;
    Ok(jar.add(Cookie::build((COOKIE, json)).path("/").http_only(true).same_site(SameSite::Lax).secure(web.secure)))
}

/// Follows no more: for phones that several people use.
pub fn forget(jar: PrivateCookieJar) -> PrivateCookieJar {
    jar.remove(Cookie::build(COOKIE).path("/"))
}
