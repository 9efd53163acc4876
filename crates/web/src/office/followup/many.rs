//! An act on several tasks at once, from the list: each is decided for itself, what became of each is told, and what could
//! not be done stays ticked.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use axum_extra::extract::{Form, Query};
use caunoi_app::{
    Refusal,
    followup::{transfer_task::TransferTask, urge_task::UrgeTask},
};
use caunoi_domain::{
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_store::{
    assignment::{self, AssignmentRow},
    people::{self, BodyRow},
};
use serde::Deserialize;

use super::{
    input::{Typed, again, id_of, to},
    queue,
};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, form::csrf, l10n::L10nLanguage, problems, render},
};

/// Tasks of one act at most: those of a page of the list.
const ROWS: usize = 30;

caunoi_domain::words! {
    /// What is done with several tasks; its code word stands in addresses.
    Act {
        /// đôn đốc
        Urge = "don-doc",
        /// chuyển cơ quan khác
        Transfer = "chuyen",
    }
}

impl Act {
    /// Its name on buttons.
    pub fn name(self, t: &L10nLanguage) -> String {
        match self {
            Self::Urge => t.urge_title(),
            Self::Transfer => t.transfer_title(),
        }
    }

    /// What the officer must be allowed to do for it.
    const fn action(self) -> Action {
        match self {
            Self::Urge => Action::Urge,
            Self::Transfer => Action::DirectTask,
        }
    }
}

/// What became of the tasks of one act.
pub struct Outcome {
    /// The act.
    pub act: Act,
    /// Tasks that were done, in words.
    pub done: Vec<String>,
    /// Those that were not: id, words and why.
    pub left: Vec<(String, String, String)>,
}

impl Outcome {
    /// Ids that stay ticked.
    pub fn ticked(&self) -> BTreeSet<String> {
        self.left.iter().map(|(id, ..)| id.clone()).collect()
    }
}

/// What the address names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Named {
    chon: Vec<String>,
}

#[derive(Template)]
#[template(path = "office/followup/many.html")]
struct ManyPage {
    page: Page,
    csrf: String,
    key: String,
    act: Act,
    name: String,
    tasks: Vec<(String, AssignmentRow)>,
    bodies: Vec<BodyRow>,
    typed: Typed,
    errors: Vec<(String, String)>,
}

impl ManyPage {
    fn error(&self, field: &str) -> Option<String> {
        self.typed.error(&self.page, field)
    }
}

/// `POST /nhiem-vu`: what was ticked, on to the form of the act.
///
/// # Errors
/// Not for this officer; not one of the acts.
pub async fn choose(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    let act: Act = typed.get("viec").parse().map_err(|_| Fault::NotFound)?;
    desk.allow(act.action())?;
    let plain = typed.all("chon").into_iter().filter(|c| c.bytes().all(|b| b.is_ascii_alphanumeric()));
    let named = plain.map(|c| format!("chon={c}")).collect::<Vec<_>>().join("&");
    if named.is_empty() {
        return queue::nothing_ticked(&web, desk, typed.get("loc")).await;
    }
    Ok(to(&format!("/nhiem-vu/nhieu/{act}?{named}")))
}

/// `GET /nhiem-vu/nhieu/{act}`
///
/// # Errors
/// Not for this officer; no such act or task here.
pub async fn show(State(web): State<Web>, desk: Desk, Path(act): Path<String>, Query(named): Query<Named>) -> Result<Response, Fault> {
    let act: Act = act.parse().map_err(|_| Fault::NotFound)?;
    desk.allow(act.action())?;
    let tasks = tasks(&web, &desk, &named.chon).await?;
    form(&web, desk, act, tasks, Typed::default()).await
}

/// `POST /nhiem-vu/nhieu/{act}`
///
/// # Errors
/// Not for this officer; no such act or task here.
pub async fn carry(
    State(web): State<Web>,
    desk: Desk,
    Path(act): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let act: Act = act.parse().map_err(|_| Fault::NotFound)?;
    let mut typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    desk.allow(act.action())?;
    let tasks = tasks(&web, &desk, &typed.all("chon")).await?;
    let mut outcome = Outcome { act, done: Vec::new(), left: Vec::new() };
    let mut first: Vec<Problem> = Vec::new();
    for (id, task) in &tasks {
        match one(&web, &desk, act, &typed, (id, task)).await {
            Ok(()) => outcome.done.push(task.task.clone()),
            // What another did meanwhile is this row's own matter, and told with it.
            Err(Refusal::Invalid(wrong)) => {
                let why = wrong.first().map(|p| problems::say(desk.page.t, p)).unwrap_or_default();
                outcome.left.push((id.clone(), task.task.clone(), why));
                if first.is_empty() {
                    first = wrong;
                }
            }
            Err(refusal) => return Err(refusal.into()),
        }
    }
    if outcome.left.is_empty() {
        return Ok(to(&format!("/nhiem-vu?xong={act}")));
    }
    // What is wrong with the words is mended in the form; what is wrong with a row is told in the list.
    let of_form = |p: &Problem| !matches!(p.what, What::NotNow { .. } | What::UrgedToday | What::HasItAlready);
    if outcome.done.is_empty() && first.iter().any(of_form) {
        typed.problems = first;
        return form(&web, desk, act, tasks, typed).await;
    }
    queue::told(&web, desk, outcome).await
}

async fn one(web: &Web, desk: &Desk, act: Act, typed: &Typed, (id, task): (&str, &AssignmentRow)) -> Result<(), Refusal> {
    let key = format!("{}-{id}", typed.get("key"));
    match act {
        Act::Urge => {
            let verb = UrgeTask { task: task.public_id, text: typed.get("urging").to_owned() };
            web.app.carry_out_once(&desk.actor, &key, verb).await
        }
        Act::Transfer => {
            let (to_body_id, reason) = (typed.get("to_body").to_owned(), typed.get("transfer_reason").to_owned());
            web.app.carry_out_once(&desk.actor, &key, TransferTask { task: task.public_id, to_body_id, reason }).await
        }
    }
}

/// The tasks that were ticked, each once.
async fn tasks(web: &Web, desk: &Desk, chosen: &[String]) -> Result<Vec<(String, AssignmentRow)>, Fault> {
    let mut conn = web.app.store.read().await?;
    let mut all: Vec<(String, AssignmentRow)> = Vec::new();
    for id in chosen.iter().take(ROWS) {
        let task = assignment::find_public(&mut conn, id_of(id)?).await?.filter(|a| a.unit_id == desk.officer.unit_id);
        let task = task.ok_or(Fault::NotFound)?;
        if !all.iter().any(|(_, t)| t.id == task.id) {
            all.push((id.clone(), task));
        }
    }
    if all.is_empty() { Err(Fault::NotFound) } else { Ok(all) }
}

async fn form(web: &Web, desk: Desk, act: Act, tasks: Vec<(String, AssignmentRow)>, typed: Typed) -> Result<Response, Fault> {
    let bodies = if act == Act::Transfer {
        people::bodies_on(&mut web.app.store.read().await?, &desk.officer.unit_id, &web.app.clock.today().to_string()).await?
    } else {
        Vec::new()
    };
    let view = ManyPage {
        csrf: csrf(&desk.page),
        key: web.app.token(),
        name: act.name(desk.page.t),
        bodies: bodies.into_iter().filter(|b| b.has_account).collect(),
        errors: typed.errors(&desk.page),
        act,
        tasks,
        typed,
        page: desk.page,
    };
    Ok(again(render::html(&view), &view.typed))
}
