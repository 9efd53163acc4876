//! `/nhiem-vu/giao/{item}`: a matter, or a part of a task, is given to a body of the own unit.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_app::followup::assign_task::AssignTask;
use caunoi_domain::{followup::takes_tasks, people::policy::Action, regulation::clock::LimitName};
use caunoi_store::{
    assignment, beside, item,
    people::{self, BodyRow},
};
use serde::Deserialize;

use super::{
    input::{Typed, again, id_of, shown, to},
    task::{Matter, matter},
};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, render, thread::basis},
};

/// The task that the new one is a part of.
#[derive(Deserialize)]
pub struct PartOf {
    #[serde(default)]
    thuoc: String,
}

#[derive(Template)]
#[template(path = "office/followup/assign.html")]
struct AssignPage {
    page: Page,
    key: String,
    csrf: String,
    id: String,
    matter: Matter,
    parent: Option<(String, String)>,
    bodies: Vec<BodyRow>,
    proposed: String,
    proposed_basis: String,
    typed: Typed,
    errors: Vec<(String, String)>,
}

impl AssignPage {
    fn error(&self, field: &str) -> Option<String> {
        self.typed.error(&self.page, field)
    }
}

/// `GET /nhiem-vu/giao/{item}`
///
/// # Errors
/// Not found where the reader may not assign it.
pub async fn show(State(web): State<Web>, desk: Desk, Path(item): Path<String>, Query(part): Query<PartOf>) -> Result<Response, Fault> {
    form(&web, desk, &item, Typed::plain(vec![("parent".to_owned(), part.thuoc)])).await
}

/// `POST /nhiem-vu/giao/{item}`
///
/// # Errors
/// Not found where the actor may not assign it.
pub async fn assign(
    State(web): State<Web>,
    desk: Desk,
    Path(item): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let mut typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    desk.allow(Action::Assign)?;
    let due_on = typed.day("due");
    if !typed.is_sound() {
        return form(&web, desk, &item, typed).await;
    }
    let parent = typed.get("parent");
    let verb = AssignTask {
        item: id_of(&item)?,
        parent: if parent.is_empty() { None } else { Some(id_of(parent)?) },
        body_id: typed.get("body").to_owned(),
        partners: typed.all("partners"),
        task: typed.get("task").to_owned(),
        due_on,
        due_basis: typed.get("due_basis").to_owned(),
    };
    match web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await {
        Ok(task) => Ok(to(&format!("/nhiem-vu/{}", shown(task)))),
        Err(refusal) => form(&web, desk, &item, typed.refused(refusal)?).await,
    }
}

async fn form(web: &Web, desk: Desk, id: &str, typed: Typed) -> Result<Response, Fault> {
    desk.allow(Action::Assign)?;
    let mut conn = web.app.store.read().await?;
    let item = item::find_public(&mut conn, id_of(id)?).await?.filter(|i| i.unit_id == desk.officer.unit_id).ok_or(Fault::NotFound)?;
    if !takes_tasks(item.standing) {
        return Err(caunoi_app::Refusal::not_now(item.standing).into());
    }
    let of = match typed.get("parent") {
        "" => None,
        p => Some(id_of(p)?),
    };
    let today = web.app.clock.today().to_string();
    let (parent, bodies) =
        beside!(&mut conn, |c| async { if let Some(of) = of { assignment::find_public(c, of).await } else { Ok(None) } }, |c| {
            people::bodies_on(c, &item.unit_id, &today)
        },)?;
    drop(conn);
    let parent = parent.filter(|a| a.item_id == item.id);
    let bodies = bodies.into_iter().filter(|b| b.has_account).collect();
    let page = desk.page;
    let (limit, citation) = web.app.cx(&desk.actor).due(LimitName::Answer);
    let (day, why) = match &parent {
        Some(p) if p.due_on < limit => (p.due_on.clone(), p.due_basis.clone()),
        _ => (limit, citation),
    };
    let view = AssignPage {
        key: web.app.token(),
        csrf: page.desk.as_ref().map(|d| d.csrf.clone()).unwrap_or_default(),
        id: id.to_owned(),
        matter: matter(&item, &item.title, true),
        parent: parent.map(|p| (p.task, format!("/nhiem-vu/{}", shown(p.public_id)))),
        bodies,
        proposed: page.weekday(&day),
        proposed_basis: basis(page.t, &why),
        errors: typed.errors(&page),
        typed,
        page,
    };
    Ok(again(render::html(&view), &view.typed))
}
