//! One proof: what is asked, the form that gives it, and what was said.

use askama::Template;
use axum::{
    Form,
    extract::{Multipart, Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    opinion::upload as files,
    publishing::{EndPosting, GiveProof, Given, VoidProof},
};
use caunoi_domain::{
    opinion::tracking_code::PublicId,
    people::policy::{self, Action, Scope},
    problem::Problem,
    publishing::{
        matter::{ANNOUNCEMENT, RESULTS},
        proof::{self as form, TypedProof},
    },
    text::date,
};
use caunoi_store::{
    Conn, beside, file,
    publication::{self, PublicationRow},
    publication_proof::{self, ProofRow},
};

use super::view::{self, ProofView};
use crate::{
    Web,
    office::dialogue::form::{Act, FieldView, summary},
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        l10n::L10nLanguage,
        mark::{self, Mark},
        problems, render, thread, upload,
    },
};

#[derive(Template)]
#[template(path = "office/publishing/proof.html")]
struct ProofPage {
    page: Page,
    csrf: String,
    key: String,
    id: String,
    publication: String,
    title: String,
    way: String,
    due: String,
    due_mark: Option<Mark>,
    basis: String,
    p: ProofView,
    files: Vec<(String, String)>,
    errs: Vec<(String, String)>,
    fields: Vec<FieldView>,
    file_error: Option<String>,
    ended_on: FieldView,
    reason: FieldView,
    posted: bool,
    may: bool,
    may_end: bool,
    may_void: bool,
}

/// The proof of that address, where this officer may read it, and its publication.
pub(super) async fn found(conn: &mut Conn<'_>, desk: &Desk, id: &str) -> Result<(ProofRow, PublicationRow), Fault> {
    let public = PublicId::parse(id).map_err(|_| Fault::NotFound)?;
    let (p, of) =
        beside!(conn, |c| publication_proof::find_public(c, public.to_i64()), |c| publication::find_by_proof(c, public.to_i64()))?;
    let (p, of) = (p.ok_or(Fault::NotFound)?, of.ok_or(Fault::NotFound)?);
    if !policy::may(&desk.actor, Action::ReadFollowUp, Scope::unit(&p.unit_id)) {
        return Err(Fault::NotFound);
    }
    Ok((p, of))
}

/// What a publication is called on pages and papers.
pub fn called(t: &L10nLanguage, of: &PublicationRow) -> String {
    match of.matter.as_str() {
        ANNOUNCEMENT => t.proof_about_announcement(&of.title),
        RESULTS => t.proof_about_results(&of.title),
        _ => of.title.clone(),
    }
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Shown {
    typed: TypedProof,
    ended_on: String,
    reason: String,
    problems: Vec<Problem>,
}

/// `GET /cong-viec/minh-chung/{id}`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let today = date::vi(web.app.clock.today());
    let typed = TypedProof { from_on: today.clone(), ..TypedProof::default() };
    view(&web, &desk, &id, Shown { typed, ended_on: today, ..Shown::default() }).await
}

/// `POST /cong-viec/minh-chung/{id}`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn give(State(web): State<Web>, desk: Desk, Path(id): Path<String>, sent: Multipart) -> Result<Response, Fault> {
    let sent = upload::read(&web.app, sent, "files").await?;
    let (kept, get) = (sent.files.clone(), |name: &str| sent.get(name).to_owned());
    let typed = TypedProof { from_on: get("from_on"), to_on: get("to_on"), place: get("place"), who: get("who"), paper: get("paper") };
    let wrong = match take(&web, &desk, &id, &sent, &typed).await {
        Ok(wrong) if wrong.is_empty() => return Ok(Redirect::to(&format!("/cong-viec/minh-chung/{id}")).into_response()),
        other => other,
    };
    files::forget(&web.app, &kept).await?;
    view(&web, &desk, &id, Shown { typed, problems: wrong?, ..Shown::default() }).await
}

/// Gives it; answers what is wrong with what was typed, nothing where it is given.
async fn take(web: &Web, desk: &Desk, id: &str, sent: &upload::Form, typed: &TypedProof) -> Result<Vec<Problem>, Fault> {
    desk.check(sent.get("csrf"))?;
    let (p, _) = found(&mut web.app.store.read().await?, desk, id).await?;
    let proof = match form::proof(typed, p.way, sent.files.len(), web.app.clock.today()) {
        Ok(proof) if sent.problems.is_empty() => proof,
        other => return Ok(other.err().into_iter().flatten().chain(sent.problems.iter().cloned()).collect()),
    };
    let verb = GiveProof { proof: p.public_id, given: Given::Form(proof), files: sent.files.clone() };
    match web.app.carry_out_once(&desk.actor, sent.get("key"), verb).await {
        Ok(()) => Ok(Vec::new()),
        Err(refused) => problems_of(refused),
    }
}

/// The day on which a posting was taken down.
#[derive(serde::Deserialize)]
pub struct Ended {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    key: String,
    #[serde(default)]
    ended_on: String,
}

/// `POST /cong-viec/minh-chung/{id}/ket-thuc`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn end(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(sent): Form<Ended>) -> Result<Response, Fault> {
    desk.check(&sent.csrf)?;
    let (p, _) = found(&mut web.app.store.read().await?, &desk, &id).await?;
    let from = p.from_on.as_deref().and_then(|d| d.parse().ok()).ok_or(Fault::NotFound)?;
    let wrong = match form::ended(&sent.ended_on, from, web.app.clock.today()) {
        Ok(on) => match web.app.carry_out_once(&desk.actor, &sent.key, EndPosting { proof: p.public_id, on }).await {
            Ok(()) => return Ok(Redirect::to(&format!("/cong-viec/minh-chung/{id}")).into_response()),
            Err(refused) => problems_of(refused)?,
        },
        Err(wrong) => wrong,
    };
    view(&web, &desk, &id, Shown { ended_on: sent.ended_on, problems: wrong, ..Shown::default() }).await
}

/// `POST /cong-viec/minh-chung/{id}/bo`; the note is the reason.
///
/// # Errors
/// Not for this officer, or not now.
pub async fn void(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let (p, of) = found(&mut web.app.store.read().await?, &desk, &id).await?;
    match web.app.carry_out_once(&desk.actor, &act.key, VoidProof { proof: p.public_id, reason: act.note.clone() }).await {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/so-cong-khai/{}", PublicId::from_i64(of.public_id))).into_response()),
        Err(refused) => view(&web, &desk, &id, Shown { reason: act.note, problems: problems_of(refused)?, ..Shown::default() }).await,
    }
}

async fn view(web: &Web, desk: &Desk, id: &str, shown: Shown) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let (p, of) = found(&mut conn, desk, id).await?;
    let files = file::of(&mut conn, "publication_proof", &p.id).await?;
    drop(conn);
    let page = desk.page.clone();
    let (t, today, all) = (page.t, web.app.clock.today(), &shown.problems);
    let may = policy::may(&desk.actor, Action::GiveProof, Scope::unit(&p.unit_id));
    let view = ProofPage {
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        id: id.to_owned(),
        publication: format!("/cong-viec/so-cong-khai/{}", PublicId::from_i64(of.public_id)),
        title: called(t, &of),
        way: view::name(t, &p),
        due: page.weekday(&of.due_on),
        due_mark: mark::due(t, &of.due_on, today).filter(|_| p.at.is_none()),
        basis: thread::basis(t, &of.citation),
        files: files.iter().map(|f| (format!("/tep/{}", PublicId::from_i64(f.public_id)), f.name.clone())).collect(),
        errs: summary(t, all),
        fields: fields(t, all, &shown.typed, p.way.is_posted()),
        file_error: problems::of(t, all, "files"),
        ended_on: FieldView::line(t, all, "ended_on", t.proof_ended_on(), &shown.ended_on).hint(t.proof_day_hint()).short(),
        reason: FieldView::line(t, all, "note", t.proof_void_reason(), &shown.reason).area(2),
        posted: p.way.is_posted(),
        may: may && p.at.is_none(),
        may_end: may && p.at.is_some() && p.ended_on.is_none() && p.way.is_posted(),
        may_void: p.at.is_some() && policy::may(&desk.actor, Action::KeepPublication, Scope::unit(&p.unit_id)),
        p: view::proof(&page, &p),
        page,
    };
    Ok(render::form(&view, all))
}

fn fields(t: &L10nLanguage, all: &[Problem], typed: &TypedProof, posted: bool) -> Vec<FieldView> {
    let from = if posted { t.proof_posted_from() } else { t.proof_published_on() };
    let mut fields = vec![FieldView::line(t, all, "from_on", from, &typed.from_on).hint(t.proof_day_hint()).short()];
    if posted {
        fields.push(FieldView::line(t, all, "to_on", t.proof_posted_to(), &typed.to_on).hint(t.proof_posted_to_hint()).short());
    }
    let (place, hint) = if posted { (t.proof_place(), t.proof_place_hint()) } else { (t.proof_medium(), t.proof_medium_hint()) };
    fields.push(FieldView::line(t, all, "place", place, &typed.place).hint(hint));
    fields.push(FieldView::line(t, all, "who", t.proof_who(), &typed.who).hint(t.proof_who_hint()));
    fields.push(FieldView::line(t, all, "paper", t.proof_paper(), &typed.paper).hint(t.proof_paper_hint()));
    fields
}
