//! `/cong-viec/han-che-noi-bo`: defects inside. For the office and the heads only; to all others the address is not there.

use askama::Template;
use axum::{
    Form,
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal,
    followup::note_defect::{MendDefect, NoteDefect},
};
use caunoi_domain::people::policy::Action;
use caunoi_store::internal_defect::{self, DefectRow};

use super::followup::input::{Typed, again, id_of, shown};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, form::csrf, render},
};

/// Defects of one page.
const LIST: i64 = 200;

struct Line {
    id: String,
    title: String,
    text: String,
    meta: String,
    measure: String,
    mended: String,
}

#[derive(Template)]
#[template(path = "office/defects.html")]
struct Defects {
    page: Page,
    csrf: String,
    key: String,
    lines: Vec<Line>,
    typed: Typed,
    errors: Vec<(String, String)>,
}

impl Defects {
    fn error(&self, field: &str) -> Option<String> {
        self.typed.error(&self.page, field)
    }
}

/// `GET /cong-viec/han-che-noi-bo`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    view(&web, desk, Typed::default()).await
}

/// `POST /cong-viec/han-che-noi-bo`
///
/// # Errors
/// Not for this officer.
pub async fn note(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    let verb = NoteDefect { unit_id: desk.officer.unit_id.clone(), item: None, text: typed.get("defect").to_owned() };
    let done = web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await;
    answer(&web, desk, typed, done).await
}

/// `POST /cong-viec/han-che-noi-bo/khac-phuc`
///
/// # Errors
/// Not for this officer.
pub async fn mend(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let typed = Typed::plain(fields);
    desk.check(typed.get("csrf"))?;
    let verb = MendDefect { defect: id_of(typed.get("row"))?, measure: typed.get("measure").to_owned() };
    let done = web.app.carry_out_once(&desk.actor, typed.get("key"), verb).await;
    answer(&web, desk, typed, done).await
}

async fn answer(web: &Web, desk: Desk, typed: Typed, done: Result<(), Refusal>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to("/cong-viec/han-che-noi-bo").into_response()),
        Err(refusal) => view(web, desk, typed.refused(refusal)?).await,
    }
}

async fn view(web: &Web, desk: Desk, typed: Typed) -> Result<Response, Fault> {
    desk.allow(Action::ReadDefects)?;
    let rows = internal_defect::of_unit(&mut web.app.store.read().await?, &desk.officer.unit_id, LIST).await?;
    let page = desk.page;
    let view = Defects {
        csrf: csrf(&page),
        key: web.app.token(),
        lines: rows.iter().map(|d| line(&page, d)).collect(),
        errors: typed.errors(&page),
        typed,
        page,
    };
    Ok(again(render::html(&view), &view.typed))
}

fn line(page: &Page, d: &DefectRow) -> Line {
    Line {
        id: shown(d.public_id),
        title: d.item_title.clone(),
        text: d.text.clone(),
        meta: format!("{}. {}", page.day(&d.on_day), d.by_label),
        measure: d.measure.clone(),
        mended: d.mended_on.as_deref().map(|day| page.t.defect_mended(&d.mended_label, page.day(day))).unwrap_or_default(),
    }
}
