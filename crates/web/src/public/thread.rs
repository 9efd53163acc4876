//! The public thread of one published item: its outcome (frozen) and its standing (today), who acts next, each step.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::{opinion::item::Grounded, text::date};
use caunoi_store::public::thread;

use super::view;
use crate::{
    Web,
    page::{
        Page,
        fault::Fault,
        mark::{self, Mark},
        render,
        thread::{NextLine, Reader, Timeline},
        village, words,
    },
};

/// The outcome of a notice: day, mark, notice's symbol, address of the conclusion.
struct Outcome {
    day: String,
    mark: Mark,
    symbol: String,
    href: String,
}

#[derive(Template)]
#[template(path = "public/thread.html")]
struct ThreadPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    title: String,
    body: String,
    marks: Vec<Mark>,
    outcome: Option<Outcome>,
    today: String,
    next: NextLine,
    timeline: Timeline,
    /// Label and value.
    about: Vec<(String, String)>,
    issue: Option<(String, String)>,
}

/// `GET /y-kien/{id}`
pub async fn show(page: Page, State(web): State<Web>, Path(id): Path<String>) -> Result<Response, Fault> {
    let public_id = match view::id_of(&id, "y-kien") {
        Ok(id) => id,
        Err(instead) => return Ok(*instead),
    };
    let mut conn = web.app.store.read().await?;
    let item = thread::find(&mut conn, public_id).await?.ok_or(Fault::NotFound)?;
    let around = thread::steps(&mut conn, &item.id).await?;
    let today = web.app.clock.today();
    let t = page.t;
    let mut about = vec![(t.pub_kind(), words::kind(t, item.kind))];
    let place = format!("{}, {}", item.place.name, item.place.province_name);
    about.push((t.pub_where(), around.village.as_ref().map_or_else(|| place.clone(), |v| village::of_matter(&page, v, &place))));
    if !item.field.is_empty() {
        about.push((t.pub_field_label(), words::field(t, &item.field)));
    }
    if item.grounded != Grounded::Unknown {
        about.push((t.pub_judged(), words::grounded(t, item.grounded)));
    }
    about.push((t.pub_received_on(), page.day(&item.received_on)));
    let view = ThreadPage {
        crumbs: view::crumbs(&item.place),
        marks: view::marks(&page, item.standing, &item.next, today),
        outcome: item.concluded.map(|c| Outcome {
            day: page.day(&c.signed_on),
            mark: mark::substate(t, c.substate),
            symbol: t.thread_notice(&c.symbol),
            href: view::conclusion_href(c.public_id),
        }),
        today: date::vi(today),
        next: NextLine::of(&page, &item.next, Reader::Other),
        timeline: Timeline::of(&page, &around.steps, Some(&item.next), Reader::Other).with(view::evidence(around.evidence)),
        about,
        issue: item.issue.map(|(id, title)| (view::issue_href(id), title)),
        title: item.title,
        body: item.body,
        page,
    };
    Ok(render::html(&view))
}
