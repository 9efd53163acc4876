//! `/thong-bao/nhac/{id}`: a reminder as its body reads and prints it, with the way to each matter.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::people::{actor::Role, policy::Action};
use caunoi_store::reminder;

use super::drafts;
use crate::{
    Web,
    office::followup::input::id_of,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        icon::Icon,
        mark::{self, Mark},
        render,
    },
};

#[derive(Template)]
#[template(path = "office/remind_letter.html")]
struct Letter {
    page: Page,
    body: String,
    by: String,
    moment: String,
    text: String,
    matters: Vec<(String, String, Option<Mark>)>,
}

/// `GET /thong-bao/nhac/{id}`
///
/// # Errors
/// Not for those whom it does not concern.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let sent = reminder::find_public(&mut conn, id_of(&id)?).await?.ok_or(Fault::NotFound)?;
    let own = desk.officer.body_id == sent.row.body_id;
    let office = desk.officer.role != Role::Body && desk.allow(Action::Urge).is_ok();
    if sent.row.unit_id != desk.officer.unit_id || !(own || office) {
        return Err(Fault::NotFound);
    }
    let matters = reminder::matters(&mut conn, &sent.row.id).await?;
    drop(conn);
    let (page, today) = (desk.page, web.app.clock.today());
    let lines = matters.iter().map(|m| (drafts::href(&page, m), m.title.clone(), mark::due(page.t, &m.due_on, today))).collect();
    Ok(render::html(&Letter {
        body: sent.body_name,
        by: sent.row.by_label,
        moment: page.moment(sent.row.at),
        text: sent.row.text,
        matters: lines,
        page,
    }))
}
