//! The first page: find where you live, send, follow; what comes and what was just resolved.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_store::public::site;
use serde::Deserialize;

use super::{
    places::{self, FoundPlace},
    view::{DialogueLine, ResolvedLine},
};
use crate::{
    Web,
    page::{Page, fault::Fault, icon::Icon, render},
};

/// What was asked.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "public/home.html")]
struct Home {
    page: Page,
    q: String,
    found: Vec<FoundPlace>,
    more: bool,
    coming: Vec<DialogueLine>,
    resolved: Vec<ResolvedLine>,
}

/// `GET /`
pub async fn show(page: Page, State(web): State<Web>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let q = asked.q.trim().to_owned();
    let mut conn = web.app.store.read().await?;
    let mut home = Home { page, q, found: Vec::new(), more: false, coming: Vec::new(), resolved: Vec::new() };
    if home.q.is_empty() {
        let coming = site::coming(&mut conn, &web.app.clock.today().to_string(), "", 4).await?;
        home.coming = coming.into_iter().map(|d| DialogueLine::of(&home.page, d)).collect();
        home.resolved = site::resolved(&mut conn, 4).await?.into_iter().map(|(i, p)| ResolvedLine::of(&home.page, i, &p)).collect();
    } else {
        (home.found, home.more) = places::find(&mut conn, home.page.t, &home.q).await?;
    }
    Ok(render::html(&home))
}
