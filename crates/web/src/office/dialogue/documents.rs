//! Documents of the information part (S0.8, S4.14): what people can read before they come.

use askama::Template;
use axum::{
    Form,
    extract::{Multipart, Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal,
    dialogue::{AddDocument, RemoveDocument},
};
use caunoi_domain::{dialogue::state::DialogueState, opinion::tracking_code::PublicId, problem::Problem};
use caunoi_store::dialogue_document::{self, DocumentView};

use super::{
    Found, Frame,
    form::{Act, FieldView, summary},
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        problems, render, upload,
    },
};

#[derive(Template)]
#[template(path = "office/dialogue/documents.html")]
struct DocumentsPage {
    page: Page,
    f: Frame,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    lines: Vec<Line>,
    may: bool,
    told: bool,
    fields: Vec<FieldView>,
    file_error: Option<String>,
}

struct Line {
    id: String,
    title: String,
    href: String,
    name: String,
    published: String,
    by: String,
}

/// `GET …/tai-lieu`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    view(&web, &desk, &id, ["", ""], &[]).await
}

/// `POST …/tai-lieu`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn add(State(web): State<Web>, desk: Desk, Path(id): Path<String>, body: Multipart) -> Result<Response, Fault> {
    let form = upload::read(&web.app, body, "files").await?;
    desk.check(form.get("csrf"))?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let (title, symbol) = (form.get("doc_title").to_owned(), form.get("symbol").to_owned());
    let done = if form.problems.is_empty() {
        let verb =
            AddDocument { dialogue: found.d.public_id, title: title.clone(), symbol: symbol.clone(), file: form.files.first().cloned() };
        web.app.carry_out_once(&desk.actor, form.get("key"), verb).await
    } else {
        Err(Refusal::Invalid(form.problems))
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}/tai-lieu")).into_response()),
        Err(refused) => view(&web, &desk, &id, [&title, &symbol], &problems_of(refused)?).await,
    }
}

/// `POST …/tai-lieu/bo`
///
/// # Errors
/// Not for this officer, or people could read it already.
pub async fn remove(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(act): Form<Act>) -> Result<Response, Fault> {
    desk.check(&act.csrf)?;
    let found = Found::read(&mut web.app.store.read().await?, &desk, &id).await?;
    let verb = RemoveDocument { dialogue: found.d.public_id, document: act.row.clone() };
    web.app.carry_out_once(&desk.actor, &act.key, verb).await?;
    Ok(Redirect::to(&format!("/cong-viec/doi-thoai/{id}/tai-lieu")).into_response())
}

async fn view(web: &Web, desk: &Desk, id: &str, typed: [&str; 2], all: &[Problem]) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let found = Found::read(&mut conn, desk, id).await?;
    let documents = dialogue_document::of(&mut conn, &found.d.id).await?;
    let page = desk.page.clone();
    let t = page.t;
    let [title, symbol] = typed;
    let view = DocumentsPage {
        f: found.frame(&page),
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(t, all),
        lines: documents.iter().map(|d| line(&page, d)).collect(),
        may: found.prepares && found.d.stop.is_none() && found.d.state <= DialogueState::Concluded,
        told: found.d.announced_on.is_some(),
        fields: vec![
            FieldView::line(t, all, "doc_title", t.plan_doc_title(), title).hint(t.plan_doc_title_hint()),
            FieldView::line(t, all, "symbol", t.plan_doc_symbol(), symbol),
        ],
        file_error: problems::of(t, all, "files"),
        page,
    };
    Ok(render::form(&view, all))
}

fn line(page: &Page, d: &DocumentView) -> Line {
    let x = &d.document;
    Line {
        id: x.id.clone(),
        title: if x.symbol.is_empty() { x.title.clone() } else { format!("{} ({})", x.title, x.symbol) },
        href: format!("/tep/{}", PublicId::from_i64(d.file_public_id)),
        name: d.name.clone(),
        published: x.published_on.as_deref().map(|on| page.t.plan_doc_since(page.day(on))).unwrap_or_default(),
        by: x.by_label.clone(),
    }
}
