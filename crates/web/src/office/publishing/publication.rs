//! One line of the register with its proofs.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::{
    opinion::tracking_code::PublicId,
    people::policy::{self, Action, Scope},
};
use caunoi_store::{beside, dialogue, publication, publication_proof};

use super::{
    proof::called,
    view::{self, Group},
};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, render},
};

#[derive(Template)]
#[template(path = "office/publishing/publication.html")]
struct PublicationPage {
    page: Page,
    title: String,
    paper: String,
    by: String,
    dialogue: Option<String>,
    unconfirmed: bool,
    proofs: Vec<Group>,
}

/// `GET /cong-viec/so-cong-khai/{id}`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let public = PublicId::parse(&id).map_err(|_| Fault::NotFound)?;
    let mut conn = web.app.store.read().await?;
    let of = publication::find_public(&mut conn, public.to_i64()).await?.ok_or(Fault::NotFound)?;
    if !policy::may(&desk.actor, Action::ReadFollowUp, Scope::unit(&of.unit_id)) {
        return Err(Fault::NotFound);
    }
    let in_dialogue = of.dialogue_id.as_deref().unwrap_or_default();
    let (rows, dialogue) = beside!(&mut conn, |c| publication_proof::of(c, &of.id), |c| dialogue::find(c, in_dialogue))?;
    drop(conn);
    let dialogue = dialogue.map(|d| format!("/cong-viec/doi-thoai/{}/cong-bo", PublicId::from_i64(d.public_id)));
    let page = desk.page;
    let mut group = view::group(&page, of.public_id, page.t.proof_title(), &of.due_on, &of.citation, web.app.clock.today());
    for p in &rows {
        group.asked += 1;
        group.missing += i64::from(p.at.is_none());
        group.proofs.push(view::proof(&page, p));
    }
    Ok(render::html(&PublicationPage {
        title: called(page.t, &of),
        by: page.t.pubreg_by(&of.by_label, page.moment(of.at)),
        paper: of.paper,
        unconfirmed: !of.confirmed,
        dialogue,
        proofs: vec![group],
        page,
    }))
}
