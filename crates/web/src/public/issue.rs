//! A published issue: the matter that several people raised, with each published item and where it stands.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_store::public::{item, thread};
use serde::Deserialize;

use super::view::{self, ItemLine};
use crate::{
    Web,
    page::{Page, fault::Fault, render, words},
};

/// Lines on a page.
const PAGE: usize = 20;

/// Where the page before ended.
#[derive(Deserialize)]
pub struct After {
    #[serde(default)]
    sau: String,
}

#[derive(Template)]
#[template(path = "public/issue.html")]
struct IssuePage {
    page: Page,
    crumbs: Vec<(String, String)>,
    title: String,
    summary: String,
    field: String,
    counts: String,
    items: Vec<ItemLine>,
    next: Option<String>,
}

/// `GET /van-de/{id}`
pub async fn show(page: Page, State(web): State<Web>, Path(id): Path<String>, Query(asked): Query<After>) -> Result<Response, Fault> {
    let public_id = match view::id_of(&id, "van-de") {
        Ok(id) => id,
        Err(instead) => return Ok(*instead),
    };
    let mut conn = web.app.store.read().await?;
    let issue = thread::issue(&mut conn, public_id).await?.ok_or(Fault::NotFound)?;
    let mut lines = item::of_issue(&mut conn, public_id, view::after(&asked.sau), i64::try_from(PAGE).unwrap_or(0) + 1).await?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let next = lines.last().filter(|_| more).map(|l| format!("/van-de/{id}?sau={}", view::key(l.updated_at, l.public_id)));
    let today = web.app.clock.today();
    let view = IssuePage {
        crumbs: view::crumbs(&issue.place),
        field: if issue.field.is_empty() { String::new() } else { words::field(page.t, &issue.field) },
        counts: page.t.issue_counts(issue.items, issue.resolved),
        items: lines.into_iter().map(|i| ItemLine::of(&page, i, today)).collect(),
        next,
        title: issue.title,
        summary: issue.summary,
        page,
    };
    Ok(render::html(&view))
}
