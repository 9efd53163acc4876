//! A verdict given at the counter: the person brings the code, a clerk writes down what they say. The second secret
//! stays theirs, and the verdict is marked and counted apart.

use askama::Template;
use axum::{Form, extract::State, response::Response};
use caunoi_app::{
    followup::{counter_verdict, judge::Said},
    opinion::follow,
};
use caunoi_domain::{
    followup::verdict::is_asked,
    people::policy::{Action, Scope, may},
    problem::Problem,
};
use caunoi_store::{item, opinion};
use serde::Deserialize;

use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        mark::{self, Mark},
        problems, render,
    },
};

/// A matter that waits for the person's answer.
struct Waiting {
    id: i64,
    round: i64,
    title: String,
    mark: Mark,
}

#[derive(Template)]
#[template(path = "office/counter.html")]
struct Counter {
    page: Page,
    csrf: String,
    code: String,
    found: bool,
    elsewhere: bool,
    waiting: Vec<Waiting>,
    said: Said,
    done: Option<String>,
    problems: Vec<Problem>,
    errors: Vec<(String, String)>,
}

impl Counter {
    fn new(desk: Desk, csrf: String, code: String) -> Self {
        Self {
            page: desk.page,
            csrf,
            code,
            found: false,
            elsewhere: false,
            waiting: Vec::new(),
            said: Said::default(),
            done: None,
            problems: Vec::new(),
            errors: Vec::new(),
        }
    }

    fn error(&self, item: &i64, field: &str) -> Option<String> {
        if self.said.item == *item { problems::of(self.page.t, &self.problems, field) } else { None }
    }

    fn wrong(&mut self, all: Vec<Problem>) {
        let at = |field: &str| if field == "code" { field.to_owned() } else { format!("{field}-{}", self.said.item) };
        self.errors = all.iter().map(|p| (at(p.field), problems::say(self.page.t, p))).collect();
        self.problems = all;
    }

    fn response(&self) -> Response {
        render::form(self, &self.problems)
    }
}

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    code: String,
    item: i64,
    round: i64,
    verdict: String,
    reason: String,
}

/// `GET /cong-viec/tra-loi-tai-quay`
///
/// # Errors
/// Not for this officer.
pub async fn show(desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::TellResult)?;
    let csrf = desk.page.desk.as_ref().map(|d| d.csrf.clone()).unwrap_or_default();
    Ok(Counter::new(desk, csrf, String::new()).response())
}

/// `POST /cong-viec/tra-loi-tai-quay`: finds the opinion of the code.
///
/// # Errors
/// Not for this officer; the store's failure.
pub async fn find(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    desk.allow(Action::TellResult)?;
    Ok(load(&web, desk, typed.csrf, typed.code).await?.response())
}

/// `POST /cong-viec/tra-loi-tai-quay/ghi`
///
/// # Errors
/// Not for this officer; that the matter has moved on; the store's failure.
pub async fn record(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    desk.allow(Action::TellResult)?;
    let actor = desk.actor.clone();
    let (code, _) = follow::follow(&web.app, desk.officer.user_id.as_str(), &typed.code).await?;
    let said = Said { item: typed.item, round: typed.round, value: typed.verdict, reason: typed.reason };
    match counter_verdict::record(&web.app, &actor, code, &said).await {
        Ok(standing) => {
            let mut view = load(&web, desk, typed.csrf, typed.code).await?;
            view.done = Some(mark::standing(view.page.t, standing).word);
            Ok(view.response())
        }
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            let mut view = load(&web, desk, typed.csrf, typed.code).await?;
            view.said = said;
            view.wrong(wrong);
            Ok(view.response())
        }
    }
}

async fn load(web: &Web, desk: Desk, csrf: String, typed: String) -> Result<Counter, Fault> {
    let actor = desk.actor.clone();
    let from = desk.officer.user_id.clone();
    let mut view = Counter::new(desk, csrf, typed);
    let opinion_id = match follow::follow(&web.app, &from, &view.code).await {
        Ok((_, opinion_id)) => opinion_id,
        Err(refusal) => {
            view.wrong(problems_of(refusal)?);
            return Ok(view);
        }
    };
    let mut conn = web.app.store.read().await?;
    let of = opinion::find(&mut conn, &opinion_id).await?.ok_or(Fault::NotFound)?;
    view.found = true;
    view.elsewhere = !may(&actor, Action::TellResult, Scope::unit(&of.unit_id));
    if !view.elsewhere {
        let items = item::of_opinion(&mut conn, &of.id).await?;
        view.waiting = items
            .into_iter()
            .filter(|i| is_asked(i.standing, i.next.code))
            .map(|i| Waiting { id: i.public_id, round: i.reopened, mark: mark::standing(view.page.t, i.standing), title: i.title })
            .collect();
    }
    Ok(view)
}
