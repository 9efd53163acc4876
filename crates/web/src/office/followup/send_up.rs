//! `/cap-tren/gui/{item}`: a matter is sent to the inbox of a superior unit, or by dispatch to a body without an account.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use caunoi_app::followup::escalate_matter::EscalateMatter;
use caunoi_domain::{followup::takes_tasks, people::policy::Action, regulation::clock::LimitName};
use caunoi_store::{
    beside, item,
    people::{self, BodyRow},
    unit::{self, UnitRow},
};

use super::{
    input::{Typed, again, id_of, shown, to},
    task::{Matter, matter},
};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, render, thread::basis},
};

#[derive(Template)]
#[template(path = "office/followup/send_up.html")]
struct SendUpPage {
    page: Page,
    key: String,
    csrf: String,
    id: String,
    matter: Matter,
    superiors: Vec<UnitRow>,
    outside: Vec<BodyRow>,
    proposed: String,
    proposed_basis: String,
    typed: Typed,
    errors: Vec<(String, String)>,
}

impl SendUpPage {
    fn error(&self, field: &str) -> Option<String> {
        self.typed.error(&self.page, field)
    }
}

/// `GET /cap-tren/gui/{item}`
///
/// # Errors
/// Not found where the reader may not send it up.
pub async fn show(State(web): State<Web>, desk: Desk, Path(item): Path<String>) -> Result<Response, Fault> {
    form(&web, desk, &item, Typed::default()).await
}

/// `POST /cap-tren/gui/{item}`
///
/// # Errors
/// Not found where the actor may not send it up.
pub async fn send(
    State(web): State<Web>,
    desk: Desk,
    Path(item): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let mut typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    desk.allow(Action::Escalate)?;
    let (mode, paper_on, due_on) = (typed.word("mode"), typed.day("paper_on"), typed.day("due"));
    let Some(mode) = mode.filter(|_| typed.is_sound()) else {
        return form(&web, desk, &item, typed).await;
    };
    let verb = EscalateMatter {
        item: id_of(&item)?,
        mode,
        to_unit_id: Some(typed.get("to_unit").to_owned()),
        to_body: typed.get("to_body").to_owned(),
        text: typed.get("text").to_owned(),
        paper: typed.get("paper").to_owned(),
        paper_on,
        due_on,
    };
    match web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await {
        Ok(sent) => Ok(to(&format!("/cap-tren/{}", shown(sent)))),
        Err(refusal) => form(&web, desk, &item, typed.refused(refusal)?).await,
    }
}

async fn form(web: &Web, desk: Desk, id: &str, typed: Typed) -> Result<Response, Fault> {
    desk.allow(Action::Escalate)?;
    let mut conn = web.app.store.read().await?;
    let item = item::find_public(&mut conn, id_of(id)?).await?.filter(|i| i.unit_id == desk.officer.unit_id).ok_or(Fault::NotFound)?;
    if !takes_tasks(item.standing) {
        return Err(caunoi_app::Refusal::not_now(item.standing).into());
    }
    let today = web.app.clock.today().to_string();
    let (province, bodies) = beside!(&mut conn, |c| unit::find(c, &item.province_id), |c| people::bodies_on(c, &item.unit_id, &today))?;
    drop(conn);
    let superiors = province.into_iter().filter(|u| u.id != item.unit_id).collect();
    let outside = bodies.into_iter().filter(|b| !b.has_account).collect();
    let page = desk.page;
    let (limit, citation) = web.app.cx(&desk.actor).due(LimitName::SuperiorAnswer);
    let view = SendUpPage {
        key: web.app.token(),
        csrf: page.desk.as_ref().map(|d| d.csrf.clone()).unwrap_or_default(),
        id: id.to_owned(),
        matter: matter(&item, &item.title, true),
        superiors,
        outside,
        proposed: page.weekday(&limit),
        proposed_basis: basis(page.t, &citation),
        errors: typed.errors(&page),
        typed,
        page,
    };
    Ok(again(render::html(&view), &view.typed))
}
