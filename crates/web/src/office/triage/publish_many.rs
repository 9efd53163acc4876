//! Several texts are published by one press: each is read and edited in the same form, each is decided for itself, and
//! what could not be published stays with what was typed.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::{Form, Query};
use caunoi_app::{
    Refusal,
    opinion::publish::{Publish, PublishOf},
};
use caunoi_domain::{
    opinion::{
        item::Publication,
        submission::{BODY_MAX, LINE_MAX, text},
    },
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_store::queue::{self, Line};
use http::StatusCode;
use serde::Deserialize;

use super::{public_id, shown};
use crate::{
    Web,
    office::followup::input::Typed,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        problems, render,
    },
};

/// Texts of one form at most.
const ROWS: usize = 30;

/// What the address names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Named {
    chon: Vec<String>,
}

struct Row {
    id: String,
    given: String,
    title: String,
    body: String,
    ticked: bool,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "office/publish_many.html")]
struct ManyPage {
    page: Page,
    csrf: String,
    key: String,
    rows: Vec<Row>,
    done: Vec<String>,
    errors: Vec<(String, String)>,
}

/// `GET /cong-viec/phan-loai/cong-bo-nhieu`
///
/// # Errors
/// Not for this officer; no such item here.
pub async fn show(State(web): State<Web>, desk: Desk, Query(named): Query<Named>) -> Result<Response, Fault> {
    desk.allow(Action::Publish)?;
    let lines = lines(&web, &desk, &named.chon).await?;
    let rows = lines.iter().map(|l| row(l, None, None)).collect();
    Ok(page(&web, desk, rows, Vec::new(), Vec::new()))
}

/// `POST /cong-viec/phan-loai/cong-bo-nhieu`
///
/// # Errors
/// Not for this officer; no such item here.
pub async fn publish(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    desk.allow(Action::Publish)?;
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    let (mut rows, mut done, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    if typed.all("lay").is_empty() {
        errors.push(("main".to_owned(), problems::say(desk.page.t, &Problem::new("items", What::Empty))));
    }
    for l in lines(&web, &desk, &typed.all("chon")).await? {
        let id = shown(l.public_id);
        let mut said = None;
        if typed.chose("lay", &id) {
            match one(&web, &desk, &typed, &id, l.public_id).await {
                Ok(()) => {
                    done.push(l.title);
                    continue;
                }
                Err(refusal) => said = problems_of(refusal)?.first().map(|p| problems::say(desk.page.t, p)),
            }
        }
        if let Some(words) = &said {
            errors.push((format!("title-{id}"), format!("{}: {words}", l.title)));
        }
        rows.push(row(&l, Some(&typed), said));
    }
    if errors.is_empty() {
        return Ok(Redirect::to("/cong-viec/phan-loai?loc=cong-bo&xong=cong-bo").into_response());
    }
    Ok(page(&web, desk, rows, done, errors))
}

async fn one(web: &Web, desk: &Desk, typed: &Typed, id: &str, item: i64) -> Result<(), Refusal> {
    let mut wrong = Vec::new();
    let title = text(typed.get(&format!("title-{id}")), "published_title", LINE_MAX, true, &mut wrong);
    let body = text(typed.get(&format!("body-{id}")), "published_body", BODY_MAX, true, &mut wrong);
    if !wrong.is_empty() {
        return Err(Refusal::Invalid(wrong));
    }
    let key = format!("{}-{id}", typed.get("key"));
    let verb = PublishOf { text: Publish { item, title, body }, press: typed.get("key").to_owned() };
    web.app.carry_out_once(&desk.actor, &key, verb).await
}

async fn lines(web: &Web, desk: &Desk, chosen: &[String]) -> Result<Vec<Line>, Fault> {
    let mut conn = web.app.store.read().await?;
    let mut lines: Vec<Line> = Vec::new();
    for id in chosen.iter().take(ROWS) {
        let line = queue::line(&mut conn, &desk.officer.unit_id, public_id(id)?).await?.ok_or(Fault::NotFound)?;
        if !lines.iter().any(|l| l.public_id == line.public_id) {
            lines.push(line);
        }
    }
    if lines.is_empty() { Err(Fault::NotFound) } else { Ok(lines) }
}

fn row(l: &Line, typed: Option<&Typed>, error: Option<String>) -> Row {
    let id = shown(l.public_id);
    let published = l.publication == Publication::Published;
    let (title, body) = match typed {
        Some(t) => (t.get(&format!("title-{id}")).to_owned(), t.get(&format!("body-{id}")).to_owned()),
        None if published => (l.published_title.clone(), l.published_body.clone()),
        None => (l.title.clone(), l.body.clone()),
    };
    Row { given: l.body.clone(), title, body, ticked: typed.is_none_or(|t| t.chose("lay", &id)), error, id }
}

fn page(web: &Web, desk: Desk, rows: Vec<Row>, done: Vec<String>, errors: Vec<(String, String)>) -> Response {
    let wrong = !errors.is_empty();
    let view = ManyPage { csrf: desk.csrf().to_owned(), key: web.app.token(), rows, done, errors, page: desk.page };
    let mut response = render::html(&view);
    if wrong {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}
