//! "Đã niêm yết": one tap opens the paper's line, the second proves it, with a photo where there is one.

use askama::Template;
use axum::{
    Form,
    extract::{Multipart, Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    opinion::upload as files,
    publishing::{EndPosting, GiveProof, Given},
    village::enter::count_sent,
};
use caunoi_domain::{
    opinion::{submission::text, tracking_code::PublicId},
    people::actor::Actor,
    problem::Problem,
    publishing::proof::LINE_MAX,
};
use caunoi_store::{
    publication,
    publication_proof::{self, ProofRow},
};
use serde::Deserialize;

use super::Village;
use crate::{
    Web,
    office::publishing_title,
    page::{
        Page,
        fault::{Fault, problems_of},
        icon::Icon,
        problems, render, upload,
    },
};

#[derive(Template)]
#[template(path = "village/posting.html")]
struct PostingPage {
    page: Page,
    base: String,
    id: String,
    key: String,
    village: String,
    title: String,
    paper: String,
    due: String,
    place: String,
    errors: Vec<(&'static str, String)>,
    place_error: Option<String>,
    file_error: Option<String>,
}

/// The proof of that address, where it is this village's.
async fn found(web: &Web, v: &Village, id: &str) -> Result<ProofRow, Fault> {
    let public = PublicId::parse(id).map_err(|_| Fault::NotFound)?;
    let p = publication_proof::find_public(&mut web.app.store.read().await?, public.to_i64()).await?;
    p.filter(|p| p.village_id.as_deref().is_some_and(|id| v.entered.villages().contains(&id))).ok_or(Fault::NotFound)
}

/// Who acts for the village of which the proof is asked: the one of today, or one that it was.
fn actor(v: &Village, p: &ProofRow) -> Actor {
    v.entered.actor_for(p.village_id.as_deref().unwrap_or_default())
}

/// `GET /thon/{token}/niem-yet/{id}`
///
/// # Errors
/// The link opens nothing; not of this village.
pub async fn show(State(web): State<Web>, v: Village, Path((_, id)): Path<(String, String)>) -> Result<Response, Fault> {
    let p = found(&web, &v, &id).await?;
    if p.at.is_some() {
        return Ok(Redirect::to(&v.base).into_response());
    }
    let place = v.page.t.vhead_place_proposed(crate::page::words::in_sentence(&v.entered.link.village));
    view(&web, v, &id, &p, place, &[]).await
}

/// `POST /thon/{token}/niem-yet/{id}`
///
/// # Errors
/// The link opens nothing; not of this village; too many.
pub async fn prove(State(web): State<Web>, v: Village, Path((_, id)): Path<(String, String)>, sent: Multipart) -> Result<Response, Fault> {
    count_sent(&web.app, &v.entered.link).await?;
    let p = found(&web, &v, &id).await?;
    let sent = upload::read(&web.app, sent, "files").await?;
    let mut wrong = sent.problems.clone();
    let place = text(sent.get("place"), "place", LINE_MAX, true, &mut wrong);
    if wrong.is_empty() {
        let verb = GiveProof { proof: p.public_id, given: Given::Tapped { place }, files: sent.files.clone() };
        match web.app.carry_out_once(&actor(&v, &p), sent.get("key"), verb).await {
            Ok(()) => return Ok(Redirect::to(&v.base).into_response()),
            Err(refused) => wrong = problems_of(refused)?,
        }
    }
    files::forget(&web.app, &sent.files).await?;
    view(&web, v, &id, &p, sent.get("place").to_owned(), &wrong).await
}

/// The key of a form.
#[derive(Deserialize)]
pub struct Key {
    #[serde(default)]
    key: String,
}

/// `POST /thon/{token}/niem-yet/{id}/go`: taken down today.
///
/// # Errors
/// The link opens nothing; not of this village; nothing hangs.
pub async fn take_down(
    State(web): State<Web>,
    v: Village,
    Path((_, id)): Path<(String, String)>,
    Form(sent): Form<Key>,
) -> Result<Response, Fault> {
    count_sent(&web.app, &v.entered.link).await?;
    let p = found(&web, &v, &id).await?;
    let verb = EndPosting { proof: p.public_id, on: web.app.clock.today() };
    web.app.carry_out_once(&actor(&v, &p), &sent.key, verb).await?;
    Ok(Redirect::to(&v.base).into_response())
}

async fn view(web: &Web, v: Village, id: &str, p: &ProofRow, place: String, wrong: &[Problem]) -> Result<Response, Fault> {
    let of = publication::find(&mut web.app.store.read().await?, &p.publication_id).await?.ok_or(Fault::NotFound)?;
    let (page, t) = (v.page.clone(), v.page.t);
    let view = PostingPage {
        id: id.to_owned(),
        key: web.app.token(),
        village: v.entered.link.village.clone(),
        title: publishing_title(t, &of),
        paper: of.paper.clone(),
        due: t.vhead_due(page.weekday(&of.due_on)),
        place,
        errors: wrong.iter().map(|p| (p.field, problems::say(t, p))).collect(),
        place_error: problems::of(t, wrong, "place"),
        file_error: problems::of(t, wrong, "files"),
        base: v.base,
        page,
    };
    Ok(render::form(&view, wrong))
}
