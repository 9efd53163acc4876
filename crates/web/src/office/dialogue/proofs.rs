//! What of a dialogue is proved to be public, and each proof that is missing (L3).

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_store::{Conn, beside, publication_proof};
use jiff::civil::Date;

use super::{Found, Frame};
use crate::{
    Web,
    office::publishing::view::{Group, groups},
    page::{Page, desk::Desk, fault::Fault, icon::Icon, render},
    public::loud,
};

#[derive(Template)]
#[template(path = "office/dialogue/proofs.html")]
struct ProofsPage {
    page: Page,
    f: Frame,
    proofs: Vec<Group>,
    loud: Vec<(String, String)>,
}

/// `GET …/cong-bo`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, &desk, &id).await?;
    let page = desk.page.clone();
    let (proofs, loud) =
        beside!(&mut conn, |c| of_dialogue(&page, c, &found.d.id, web.app.clock.today()), |c| loud::of_dialogue(&page, c, &found.d),)?;
    drop(conn);
    Ok(render::html(&ProofsPage { f: found.frame(&page), proofs, loud, page }))
}

/// Every publication of a dialogue with its proofs.
pub(super) async fn of_dialogue(page: &Page, conn: &mut Conn<'_>, dialogue_id: &str, today: Date) -> Result<Vec<Group>, Fault> {
    Ok(groups(page, publication_proof::of_dialogue(conn, dialogue_id).await?, today))
}

/// Only what is missing.
pub(super) fn lacking(all: Vec<Group>) -> Vec<Group> {
    all.into_iter().filter_map(Group::lacking).collect()
}
