//! The first page: find where you live, send, follow; what comes and what was just resolved.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_store::public::{place::Place, site};
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
    /// Communes of which this page tells something: the way in for who does not want to type.
    near: Vec<(String, String)>,
    coming: Vec<DialogueLine>,
    resolved: Vec<ResolvedLine>,
}

/// `GET /`
pub async fn show(page: Page, State(web): State<Web>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let q = asked.q.trim().to_owned();
    let mut conn = web.app.store.read().await?;
    let mut home = Home { page, q, found: Vec::new(), more: false, near: Vec::new(), coming: Vec::new(), resolved: Vec::new() };
    if home.q.is_empty() {
        let today = web.app.clock.today();
        let coming = site::coming(&mut conn, &today.to_string(), "", 4).await?;
        let resolved = site::resolved(&mut conn, 4).await?;
        home.near = near(coming.iter().map(|d| &d.place).chain(resolved.iter().map(|(_, p)| p)));
        home.coming = coming.into_iter().map(|d| DialogueLine::of(&home.page, d, today)).collect();
        home.resolved = resolved.into_iter().map(|(i, p)| ResolvedLine::of(&home.page, i, &p)).collect();
    } else {
        (home.found, home.more) = places::find(&mut conn, home.page.t, &home.q).await?;
    }
    Ok(render::html(&home))
}

/// The communes among these places, each once, a few of them.
fn near<'a>(places: impl Iterator<Item = &'a Place>) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for place in places.filter(|p| p.code != p.province_code) {
        if all.len() < 3 && all.iter().all(|(href, _)| *href != place.href()) {
            all.push((place.href(), place.name.clone()));
        }
    }
    all
}
