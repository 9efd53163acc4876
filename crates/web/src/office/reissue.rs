//! `/cong-viec/cap-lai-ma/{id}`: a person who lost the slip stands at the counter; the officer checks who they are and
//! prints a new one (P15). The old code ends; the new second secret is printed once and shown to no officer again.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::{Form, PrivateCookieJar};
use caunoi_app::opinion::{open::OpenOpinion, reissue_code};
use caunoi_domain::{opinion::reissue::IdentityCheck, people::policy::Action, problem::Problem};
use serde::Deserialize;

use super::{intake::keep_slip, triage::public_id};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::{choice, csrf},
        problems, render, rule_words,
    },
};

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    check: String,
}

#[derive(Template)]
#[template(path = "office/reissue.html")]
struct ReissuePage {
    page: Page,
    csrf: String,
    id: String,
    person: Vec<String>,
    matters: Vec<String>,
    received: String,
    sealed: bool,
    checks: Vec<(&'static str, String)>,
    typed: Typed,
    errors: problems::Told,
}

/// `GET /cong-viec/cap-lai-ma/{id}`: what the officer compares with the person who stands there; the opening is logged.
///
/// # Errors
/// Not for this officer; no such opinion.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let typed = Typed { key: web.app.token(), ..Typed::default() };
    page(&web, desk, &id, typed, &[]).await
}

async fn page(web: &Web, desk: Desk, id: &str, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::ReissueCode)?;
    let opened = web.app.carry_out(&desk.actor, OpenOpinion { opinion: public_id(id)? }).await?;
    let t = desk.page.t;
    let p = opened.person;
    let view = ReissuePage {
        csrf: csrf(&desk.page),
        id: id.to_owned(),
        person: [p.full_name, p.phone, p.address].into_iter().filter(|s| !s.is_empty()).collect(),
        matters: opened.items.into_iter().map(|i| i.title).collect(),
        received: desk.page.weekday(&opened.opinion.received_on),
        sealed: opened.opinion.sealed,
        checks: IdentityCheck::ALL.iter().map(|c| (c.code(), rule_words::identity_check(t, *c))).collect(),
        typed,
        errors: problems::Told::of(t, wrong),
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

/// `POST /cong-viec/cap-lai-ma/{id}`
///
/// # Errors
/// Not for this officer; a form without the session's token; the opinion is sealed.
pub async fn reissue(
    State(web): State<Web>,
    desk: Desk,
    jar: PrivateCookieJar,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    desk.allow(Action::ReissueCode)?;
    desk.check(&typed.csrf)?;
    let opinion = public_id(&id)?;
    let mut wrong = Vec::new();
    if let Some(check) = choice(&typed.check, "check", &mut wrong) {
        match reissue_code::reissue(&web.app, &desk.actor, &typed.key, opinion, check).await {
            Ok(slip) => {
                let jar = keep_slip(jar, &web, opinion, slip);
                return Ok((jar, Redirect::to("/cong-viec/nhap/phieu")).into_response());
            }
            Err(refusal) => wrong = problems_of(refusal)?,
        }
    }
    page(&web, desk, &id, typed, &wrong).await
}
