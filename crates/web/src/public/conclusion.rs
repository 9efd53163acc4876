//! One conclusion of an issued notice: its outcome, frozen, and where its matter is today.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::text::date;
use caunoi_store::public::{conclusion, thread};

use super::view;
use crate::{
    Web,
    page::{
        Page,
        fault::Fault,
        mark::{self, Mark},
        render,
        thread::{NextLine, Reader, Timeline},
        words,
    },
};

/// The outcome of the notice.
struct Outcome {
    day: String,
    mark: Mark,
    symbol: String,
    href: String,
}

#[derive(Template)]
#[template(path = "public/conclusion.html")]
struct ConclusionPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    kick: String,
    group: String,
    /// The published title of the matter, or the number of the conclusion.
    title: String,
    text: String,
    facts: Vec<String>,
    outcome: Option<Outcome>,
    today: String,
    marks: Vec<Mark>,
    next: NextLine,
    dialogue: (String, String),
    item: Option<(String, String)>,
    timeline: Timeline,
}

/// `GET /ket-luan/{id}`
pub async fn show(page: Page, State(web): State<Web>, Path(id): Path<String>) -> Result<Response, Fault> {
    let public_id = match view::id_of(&id, "ket-luan") {
        Ok(id) => id,
        Err(instead) => return Ok(*instead),
    };
    let mut conn = web.app.store.read().await?;
    let c = conclusion::find(&mut conn, public_id).await?.ok_or(Fault::NotFound)?;
    let around = match &c.item_id {
        Some(item_id) => thread::steps(&mut conn, item_id).await?,
        None => thread::Around::default(),
    };
    let today = web.app.clock.today();
    let t = page.t;
    let view = ConclusionPage {
        crumbs: view::crumbs(&c.place),
        title: c.conclusion.item.as_ref().map_or_else(|| t.conclusion_kick(c.seq), |(_, title)| title.clone()),
        kick: t.conclusion_kick(c.seq),
        group: words::outcome(t, c.conclusion.outcome),
        facts: super::dialogue::facts(&page, &c.conclusion),
        outcome: Some(Outcome {
            day: page.day(&c.signed_on),
            mark: mark::substate(t, c.conclusion.substate),
            symbol: t.conclusion_of(&c.conclusion.symbol, page.day(&c.signed_on)),
            href: view::notice_href(c.notice),
        }),
        today: date::vi(today),
        marks: view::marks(&page, c.conclusion.standing, &c.next, today),
        next: NextLine::of(&page, &c.next, Reader::Other),
        dialogue: (view::dialogue_href(c.dialogue.0), c.dialogue.1),
        item: c.conclusion.item.map(|(id, title)| (view::item_href(id), title)),
        timeline: Timeline::of(&page, &around.steps, Some(&c.next), Reader::Other).with(view::evidence(around.evidence)),
        text: c.conclusion.text,
        page,
    };
    Ok(render::html(&view))
}
