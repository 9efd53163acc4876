//! `/thong-bao`: what an officer is told, the newest first; and where their news are mailed.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::desk::{SeeNews, SetMail};
use caunoi_domain::{opinion::tracking_code::PublicId, people::actor::Role};
use caunoi_store::{
    mail::{self, Setting},
    news::{self, NewsLine},
};
use serde::Deserialize;

use super::followup::input::{Typed, again};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, render, words},
};

/// News of one page.
const PAGE: i64 = 30;

/// Where the list goes on.
#[derive(Deserialize, Default)]
pub struct After {
    #[serde(default)]
    sau: String,
}

struct Line {
    href: String,
    what: String,
    title: String,
    by: String,
    moment: String,
    fresh: bool,
}

#[derive(Template)]
#[template(path = "office/news.html")]
struct NewsPage {
    page: Page,
    csrf: String,
    lines: Vec<Line>,
    more: Option<String>,
    unseen: bool,
    address: String,
    wanted: bool,
    typed: Typed,
    errors: Vec<(String, String)>,
}

/// `GET /thong-bao`
///
/// # Errors
/// The store's failure.
pub async fn show(State(web): State<Web>, desk: Desk, Query(after): Query<After>) -> Result<Response, Fault> {
    view(&web, desk, &after.sau, Typed::default()).await
}

/// `POST /thong-bao/da-doc`
///
/// # Errors
/// Without the session's token; the store's failure.
pub async fn see(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    desk.check(Typed::plain(fields).get("csrf"))?;
    web.app.carry_out(&desk.actor, SeeNews).await?;
    Ok(Redirect::to("/thong-bao").into_response())
}

/// `POST /thong-bao/thu-dien-tu`
///
/// # Errors
/// Without the session's token; the store's failure.
pub async fn mail(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    let verb = SetMail { address: typed.get("address").to_owned(), wanted: typed.chose("wanted", "yes") };
    match web.app.carry_out(&desk.actor, verb).await {
        Ok(()) => Ok(Redirect::to("/thong-bao#thu").into_response()),
        Err(refusal) => view(&web, desk, "", typed.refused(refusal)?).await,
    }
}

async fn view(web: &Web, desk: Desk, after: &str, typed: Typed) -> Result<Response, Fault> {
    let before = after.split_once('.').and_then(|(at, id)| Some((at.parse().ok()?, id))).unwrap_or((i64::MAX, ""));
    let mut conn = web.app.store.read().await?;
    let mut rows =
        news::of_user(&mut conn, (&desk.officer.user_id, &desk.officer.unit_id, &desk.officer.body_id), before, PAGE + 1).await?;
    let setting = mail::setting(&mut conn, &desk.officer.user_id).await?;
    drop(conn);
    let size = usize::try_from(PAGE).unwrap_or(0);
    let more = (rows.len() > size).then(|| {
        rows.truncate(size);
        rows.last().map(|r| format!("/thong-bao?sau={}.{}", r.at, r.id)).unwrap_or_default()
    });
    let page = desk.page;
    let Setting { address, wanted } =
        if typed.is_sound() { setting } else { Setting { address: typed.get("address").to_owned(), wanted: typed.chose("wanted", "yes") } };
    let view = NewsPage {
        csrf: crate::page::form::csrf(&page),
        unseen: rows.iter().any(|r| r.fresh),
        lines: rows.iter().map(|r| line(&page, r, desk.officer.role)).collect(),
        more,
        address,
        wanted,
        errors: typed.errors(&page),
        typed,
        page,
    };
    Ok(again(render::html(&view), &view.typed))
}

impl NewsPage {
    fn error(&self, field: &str) -> Option<String> {
        self.typed.error(&self.page, field)
    }
}

fn line(page: &Page, n: &NewsLine, reads: Role) -> Line {
    let shown = |id| PublicId::from_i64(id);
    Line {
        href: match (n.task, n.escalation, n.reminder) {
            // What went to another body is that body's: its news stays, its page does not open.
            (Some(_), ..) if reads == Role::Body && !n.takes_part => String::new(),
            (Some(id), ..) => format!("/nhiem-vu/{}", shown(id)),
            (None, Some(id), _) => format!("/cap-tren/{}", shown(id)),
            (None, None, Some(id)) => format!("/thong-bao/nhac/{}", shown(id)),
            (None, None, None) if !n.path.is_empty() => n.path.clone(),
            (None, None, None) => "/thong-bao".to_owned(),
        },
        what: words::news_kind(page.t, n.kind),
        // Of what has no text of its own the link says what it is.
        title: n.title.lines().next().map_or_else(|| words::news_kind(page.t, n.kind), str::to_owned),
        by: n.by_label.clone(),
        moment: page.moment(n.at),
        fresh: n.fresh,
    }
}
