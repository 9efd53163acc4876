//! An act on several tasks at once, from the list: each is decided for itself, what became of each is told, and what could
//! not be done stays ticked.

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
    office::many::{self, Outcome, Place, Told},
    page::{Page, desk::Desk, fault::Fault, form::csrf, l10n::L10nLanguage, render},
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
            Self::Urge => t.urge_button(),
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

/// How the list and the form tell what became of the tasks.
pub fn told(t: &L10nLanguage, act: Act, o: Outcome) -> Told {
    let count = |n: usize| i64::try_from(n).unwrap_or(0);
    let (done, left) = (count(o.done.len()), count(o.left.len()));
    o.told(t.tasks_many_done(act.name(t), done), t.tasks_many_left(left))
}

/// What the address names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Named {
    chon: Vec<String>,
    loc: String,
    sau: String,
}

#[derive(Template)]
#[template(path = "office/followup/many.html")]
struct ManyPage {
    page: Page,
    csrf: String,
    key: String,
    act: Act,
    name: String,
    place: Place,
    back: String,
    /// What became of the tasks where some were done and the form is asked again for the others.
    outcome: Option<Told>,
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
    let place = Place::of(typed.get("loc"), typed.get("sau"));
    let plain = typed.all("chon").into_iter().filter(|c| c.bytes().all(|b| b.is_ascii_alphanumeric()));
    let named = plain.map(|c| format!("chon={c}")).collect::<Vec<_>>().join("&");
    if named.is_empty() {
        return queue::nothing_ticked(&web, desk, place).await;
    }
    Ok(to(&place.behind(&format!("/nhiem-vu/nhieu/{act}?{named}"))))
}

/// `GET /nhiem-vu/nhieu/{act}`
///
/// # Errors
/// Not for this officer; no such act or task here.
pub async fn show(State(web): State<Web>, desk: Desk, Path(act): Path<String>, Query(named): Query<Named>) -> Result<Response, Fault> {
    let act: Act = act.parse().map_err(|_| Fault::NotFound)?;
    desk.allow(act.action())?;
    let tasks = tasks(&web, &desk, &named.chon).await?;
    form(&web, desk, act, tasks, Asking { place: Place::of(&named.loc, &named.sau), ..Asking::default() }).await
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
    let place = Place::of(typed.get("loc"), typed.get("sau"));
    let mut outcome = Outcome::default();
    let mut left = Vec::new();
    for (id, task) in tasks {
        match one(&web, &desk, act, &typed, (&id, &task)).await {
            Ok(()) => outcome.done.push(task.task),
            // What another did meanwhile is this row's own matter, and told with it: the next row goes on.
            Err(refusal) => {
                outcome.refuse(&desk.page, (&id, &task.task, &format!("/nhiem-vu/{id}")), many::reasons(refusal));
                left.push((id, task));
            }
        }
    }
    if left.is_empty() {
        return Ok(to(&place.behind(&format!("/nhiem-vu?xong={act}"))));
    }
    // What is wrong with the words is mended in the form, for the tasks that are left; what is wrong with a row is told in
    // the list.
    typed.problems = outcome.problems.iter().filter(|p| is_of_form(p)).cloned().collect();
    if typed.problems.is_empty() {
        return queue::told(&web, desk, place, act, outcome).await;
    }
    let outcome = (!outcome.done.is_empty() || outcome.problems.len() > typed.problems.len()).then_some(outcome);
    form(&web, desk, act, left, Asking { typed, place, outcome }).await
}

/// Mended by other words in the form, where other problems are of the row.
fn is_of_form(p: &Problem) -> bool {
    !matches!(p.what, What::NotNow { .. } | What::UrgedToday | What::HasItAlready)
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
            let has_it = task.body_id == to_body_id;
            let verb = TransferTask { task: task.public_id, to_body_id, reason };
            // The same press again finds its first answer, though the task is with that body by now.
            match web.app.carry_out_once(&desk.actor, &key, verb).await {
                Err(Refusal::Invalid(_)) if has_it => Err(Refusal::problem("to_body", What::HasItAlready)),
                other => other,
            }
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

/// What the form is shown with.
#[derive(Default)]
struct Asking {
    typed: Typed,
    place: Place,
    outcome: Option<Outcome>,
}

async fn form(web: &Web, desk: Desk, act: Act, tasks: Vec<(String, AssignmentRow)>, asking: Asking) -> Result<Response, Fault> {
    let Asking { typed, place, outcome } = asking;
    let bodies = if act == Act::Transfer {
        people::bodies_on(&mut web.app.store.read().await?, &desk.officer.unit_id, &web.app.clock.today().to_string()).await?
    } else {
        Vec::new()
    };
    let view = ManyPage {
        csrf: csrf(&desk.page),
        // What was refused was not carried out under its key: the same key goes on, and a press that was lost on the way
        // is still the same press.
        key: Some(typed.get("key")).filter(|k| !k.is_empty()).map_or_else(|| web.app.token(), str::to_owned),
        name: act.name(desk.page.t),
        bodies: bodies.into_iter().filter(|b| b.has_account).collect(),
        errors: typed.errors(&desk.page),
        back: place.behind("/nhiem-vu"),
        outcome: outcome.map(|o| told(desk.page.t, act, o)),
        place,
        act,
        tasks,
        typed,
        page: desk.page,
    };
    Ok(again(render::html(&view), &view.typed))
}
