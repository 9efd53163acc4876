//! The announcement as a paper to post, and as a text to read out over the loudspeaker.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::{
    dialogue::state::{DialogueState, TopicState},
    people::body::BodyKind,
};
use caunoi_store::{topic, unit};

use super::{Found, Frame};
use crate::{
    Web,
    page::{Page, dates, desk::Desk, fault::Fault, icon::Icon, render, words},
};

#[derive(Template)]
#[template(path = "office/dialogue/print.html")]
struct Sheet {
    page: Page,
    f: Frame,
    /// The issuing body in capitals, and whether it is of the Party: the two have heads of their own.
    issuer: String,
    party: bool,
    unit: String,
    draft: bool,
    basis: String,
    time: String,
    day: String,
    form: String,
    place: String,
    audience: String,
    how_to_join: String,
    chairs: Vec<String>,
    topics: Vec<String>,
    today: String,
    send: String,
    signer: String,
}

/// `GET …/giay-moi`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, &desk, &id).await?;
    let unit = unit::find(&mut conn, &found.d.unit_id).await?.ok_or(Fault::NotFound)?;
    let topics = topic::of_dialogue(&mut conn, &found.d.id).await?;
    let page = desk.page.clone();
    let d = &found.d;
    let first = found.chairs.first();
    let issued = d.announced_on.clone().unwrap_or_else(|| web.app.clock.today().to_string());
    Ok(render::html(&Sheet {
        f: found.frame(&page),
        issuer: first.map(|c| c.body_name.to_uppercase()).unwrap_or_default(),
        party: first.is_some_and(|c| c.body_kind == BodyKind::PartyCommittee),
        draft: d.state < DialogueState::Announced,
        basis: words::basis(page.t, d.basis),
        time: if d.at_time.is_empty() { "…".to_owned() } else { dates::clock(&d.at_time, page.lang) },
        day: page.weekday(&d.on_day),
        form: words::form(page.t, d.form),
        place: d.place.clone(),
        audience: d.audience.clone(),
        how_to_join: d.how_to_join.clone(),
        chairs: found.chairs.iter().map(|c| c.post_name.clone()).collect(),
        topics: topics.into_iter().filter(|t| t.topic.state != TopicState::Dropped).map(|t| t.topic.title).collect(),
        today: dates::long(&issued, page.lang),
        send: format!("{}/gui-y-kien", web.address),
        signer: first.map(|c| c.post_name.to_uppercase()).unwrap_or_default(),
        unit: unit.name,
        page,
    }))
}
