//! Biên bản niêm yết, biên bản kết thúc niêm yết: papers of the system's own form, filled from the proof. What the
//! program does not know stays dots for the pen.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::people::body::BodyKind;
use caunoi_store::{people, unit};

use super::proof::{called, found};
use crate::{
    Web,
    page::{Page, dates, desk::Desk, fault::Fault, icon::Icon, l10n::L10nLanguage, lang::Lang, render, sheet::SheetHead},
};

const DOTS: &str = "……………………………";

#[derive(Template)]
#[template(path = "office/publishing/paper.html")]
struct Paper {
    page: Page,
    /// The words of papers: Vietnamese in every language of the interface.
    v: &'static L10nLanguage,
    id: String,
    head: SheetHead,
    ending: bool,
    title: String,
    paper: String,
    on: String,
    from: String,
    to: String,
    place: String,
    who: String,
    citation: String,
}

/// `GET …/bien-ban`
///
/// # Errors
/// Not for this officer; not of a posting.
pub async fn begun(web: State<Web>, desk: Desk, id: Path<String>) -> Result<Response, Fault> {
    show(web, desk, id, false).await
}

/// `GET …/bien-ban-ket-thuc`
///
/// # Errors
/// Not for this officer; nothing hangs yet.
pub async fn ended(web: State<Web>, desk: Desk, id: Path<String>) -> Result<Response, Fault> {
    show(web, desk, id, true).await
}

async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>, ending: bool) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let (p, of) = found(&mut conn, &desk, &id).await?;
    if !p.way.is_posted() || (ending && p.at.is_none()) {
        return Err(Fault::NotFound);
    }
    let (commune, bodies) = conn.together((unit::find_look(&p.unit_id), people::bodies_look(&p.unit_id))).await?;
    drop(conn);
    let commune = commune.ok_or(Fault::NotFound)?;
    // A unit of which only some bodies are here writes by the body that opens it.
    let own = || bodies.iter().find(|b| b.id == desk.officer.body_id);
    let body = bodies.iter().find(|b| b.kind == BodyKind::PeoplesCommittee).or_else(own).ok_or(Fault::NotFound)?;
    let v = Lang::Vi.words();
    let said = |text: &str| if text.is_empty() { DOTS.to_owned() } else { text.to_owned() };
    let day = |iso: &Option<String>| iso.as_deref().map_or_else(|| v.proof_sheet_no_day(), |d| dates::long(d, Lang::Vi));
    let on = if ending { &p.ended_on } else { &p.from_on };
    let today = web.app.clock.today().to_string();
    let mut head = SheetHead::new((body.kind, &body.name), &commune, None, String::new(), on.as_deref().unwrap_or(&today));
    if on.is_none() {
        head.day = v.proof_sheet_no_day();
    }
    Ok(render::html(&Paper {
        head,
        title: called(v, &of),
        paper: of.paper.clone(),
        on: day(on),
        from: day(&p.from_on),
        to: day(if ending { &p.ended_on } else { &p.to_on }),
        place: said(if p.place.is_empty() { &p.village } else { &p.place }),
        who: said(&p.who),
        citation: of.citation,
        ending,
        id,
        v,
        page: desk.page,
    }))
}
