//! `/cong-viec/tiep-thu/{id}`: a contribution is accepted, in part or not, with the reason; one about an individual
//! officer is kept to head and secretary (S3.7).

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::opinion::{accept_contribution::AcceptContribution, restrict::Restrict};
use caunoi_domain::{
    opinion::{
        acceptance::{Acceptance, is_contribution},
        submission::text,
        triage,
    },
    people::policy::Action,
    problem::Problem,
};
use caunoi_store::{acceptance, beside, item, opinion};
use serde::Deserialize;

use super::triage::{public_id, shown};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::{choice, csrf},
        problems, render, rule_words, words,
    },
};

const REASON_MAX: usize = 4_000;

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    value: String,
    reason: String,
}

struct Earlier {
    value: String,
    day: String,
    by: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "office/acceptance.html")]
struct AcceptancePage {
    page: Page,
    csrf: String,
    id: String,
    opinion: String,
    title: String,
    body: String,
    kind: String,
    restricted: bool,
    may_restrict: bool,
    published: bool,
    earlier: Vec<Earlier>,
    values: Vec<(&'static str, String)>,
    typed: Typed,
    errors: problems::Told,
}

/// `GET /cong-viec/tiep-thu/{id}`
///
/// # Errors
/// Not for this officer; no such contribution.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let typed = Typed { key: web.app.token(), ..Typed::default() };
    page(&web, desk, &id, typed, &[]).await
}

async fn page(web: &Web, desk: Desk, id: &str, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::AcceptContribution)?;
    let mut conn = web.app.store.read().await?;
    let found = item::find_public(&mut conn, public_id(id)?).await?;
    let i = found.filter(|i| i.unit_id == desk.officer.unit_id && is_contribution(i.kind)).ok_or(Fault::NotFound)?;
    let (earlier, restricted, given) =
        beside!(&mut conn, |c| acceptance::of_item(c, &i.id), |c| acceptance::is_restricted(c, &i.id), |c| opinion::find(
            c,
            &i.opinion_id
        ),)?;
    drop(conn);
    let given = given.ok_or(Fault::NotFound)?;
    let t = desk.page.t;
    let view = AcceptancePage {
        csrf: csrf(&desk.page),
        id: id.to_owned(),
        opinion: shown(given.public_id),
        kind: words::kind(t, i.kind),
        restricted,
        may_restrict: !restricted && triage::is_open(i.standing, i.route),
        published: i.publication == caunoi_domain::opinion::item::Publication::Published,
        earlier: earlier
            .into_iter()
            .map(|a| Earlier { value: rule_words::acceptance(t, a.value), day: desk.page.day(&a.on_day), by: a.by_label, reason: a.reason })
            .collect(),
        values: Acceptance::ALL.iter().map(|v| (v.code(), rule_words::acceptance(t, *v))).collect(),
        title: i.title,
        body: i.body,
        typed,
        errors: problems::Told::of(t, wrong),
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

/// `POST /cong-viec/tiep-thu/{id}`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn accept(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.allow(Action::AcceptContribution)?;
    desk.check(&typed.csrf)?;
    let mut wrong = Vec::new();
    let value = choice(&typed.value, "value", &mut wrong);
    let reason = text(&typed.reason, "reason", REASON_MAX, true, &mut wrong);
    if let Some(value) = value.filter(|_| wrong.is_empty()) {
        let verb = AcceptContribution { item: public_id(&id)?, value, reason };
        match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
            Ok(()) => return Ok(Redirect::to(&format!("/cong-viec/tiep-thu/{id}")).into_response()),
            Err(refusal) => wrong = problems_of(refusal)?,
        }
    }
    page(&web, desk, &id, typed, &wrong).await
}

/// The form that keeps an item to head and secretary.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Restricting {
    csrf: String,
}

/// `POST /cong-viec/tiep-thu/{id}/han-che`
///
/// # Errors
/// Not for this officer; a form without the session's token; the item is on its way already.
pub async fn restrict(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<Restricting>,
) -> Result<Response, Fault> {
    desk.allow(Action::AcceptContribution)?;
    desk.check(&typed.csrf)?;
    web.app.carry_out(&desk.actor, Restrict { item: public_id(&id)? }).await?;
    Ok(Redirect::to(&format!("/cong-viec/tiep-thu/{id}")).into_response())
}
