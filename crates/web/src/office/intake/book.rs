//! Importing the office's own table in the browser, first page: which kind, the template, the file. What was sent waits
//! as a draft whose page shows how its columns are read and what would happen.

use askama::Template;
use axum::{
    extract::{DefaultBodyLimit, Multipart, Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::import::{
    self, Kind,
    draft::{self, NewDraft},
    permit,
};
use caunoi_domain::{
    import::json,
    people::policy::Action,
    problem::{FileProblem, Problem, What},
    text::table::Row,
};
use caunoi_papers::sheet::{self, SheetError};
use http::header;
use serde::Deserialize;

use crate::{
    Web, book_sheet,
    page::{
        Page,
        desk::{Desk, home},
        fault::Fault,
        form::csrf,
        icon::Icon,
        lang::Lang,
        problems, render,
    },
};

/// The layer of the upload: the table and a little text.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(sheet::SIZE_MAX + 64 * 1024)
}

/// The layer of the file of wrong rows: a whole book of them, each letter with its sign as a form writes it.
pub fn errors_limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(3 * sheet::SIZE_MAX)
}

#[derive(Template)]
#[template(path = "office/import_book.html")]
struct BookPage {
    page: Page,
    csrf: String,
    back: &'static str,
    kind: &'static str,
    kinds: Vec<(&'static str, String, bool)>,
    error: Option<String>,
}

/// The kind of book that the address asks for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    loai: String,
}

/// A kind that the officer may import: the own unit's, or the installation's for who keeps that.
pub(super) async fn kind_of(web: &Web, desk: &Desk, word: &str) -> Result<&'static dyn Kind, Fault> {
    let word = if word.is_empty() { "opinions" } else { word };
    let kind = import::find(word).ok_or(Fault::NotFound)?;
    if may(desk, kind, alone(web, desk).await?) { Ok(kind) } else { Err(Fault::NotFound) }
}

/// No other unit of the installation has administrators: what belongs to all of it is kept here.
async fn alone(web: &Web, desk: &Desk) -> Result<bool, Fault> {
    Ok(permit::alone(&mut web.app.store.read().await?, &desk.officer.unit_id).await?)
}

fn may(desk: &Desk, kind: &dyn Kind, alone: bool) -> bool {
    desk.allow(kind.action()).is_ok() && (kind.of_unit() || alone)
}

/// The unit whose book of that kind it is; empty for the installation's.
pub(super) fn unit_of<'a>(desk: &'a Desk, kind: &dyn Kind) -> &'a str {
    if kind.of_unit() { &desk.officer.unit_id } else { "" }
}

/// The name of a kind on the page.
pub(super) fn name(page: &Page, kind: &dyn Kind) -> String {
    match page.lang {
        Lang::Vi => kind.sheet().to_owned(),
        Lang::En => kind.word().to_owned(),
    }
}

async fn view(web: &Web, desk: Desk, kind: &'static dyn Kind, error: Option<What>) -> Result<Response, Fault> {
    let t = desk.page.t;
    let failed = error.is_some();
    // Who takes no opinions has no queue to go back to.
    let back = if desk.allow(Action::Import).is_ok() { "/cong-viec/phan-loai" } else { home(&desk.officer) };
    let alone = alone(web, &desk).await?;
    let own = import::kinds().iter().filter(|k| may(&desk, **k, alone));
    let kinds = own.map(|k| (k.word(), name(&desk.page, *k), k.word() == kind.word())).collect();
    let page = BookPage {
        csrf: csrf(&desk.page),
        back,
        kind: kind.word(),
        kinds,
        error: error.map(|what| problems::say(t, &Problem::new("file", what))),
        page: desk.page,
    };
    Ok(if failed { render::refused(&page) } else { render::html(&page) })
}

/// `GET /cong-viec/nhap-so`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    // Who takes no opinions begins with what is theirs.
    let word = if asked.loai.is_empty() && desk.allow(Action::Import).is_err() { "people" } else { &asked.loai };
    let kind = kind_of(&web, &desk, word).await?;
    view(&web, desk, kind, None).await
}

/// `POST /cong-viec/nhap-so`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn send(State(web): State<Web>, desk: Desk, form: Multipart) -> Result<Response, Fault> {
    let sent = Sent::read(form).await;
    let kind = kind_of(&web, &desk, &sent.kind).await?;
    desk.check(&sent.csrf)?;
    if sent.file.is_empty() {
        let what = if sent.name.is_empty() { What::Empty } else { What::File(FileProblem::Empty { name: sent.name }) };
        return view(&web, desk, kind, Some(what)).await;
    }
    if let Err(what) = table(kind, &sent.name, sent.file.clone(), None).await {
        return view(&web, desk, kind, Some(what)).await;
    }
    let new =
        NewDraft { unit_id: desk.officer.unit_id.clone(), kind: kind.word(), action: kind.action(), name: sent.name, bytes: sent.file };
    let id = draft::keep(&web.app, &desk.actor, new).await?;
    Ok(Redirect::to(&format!("/cong-viec/nhap-so/{id}")).into_response())
}

/// The rows of a file and the names of its sheets.
pub(super) async fn table(
    kind: &'static dyn Kind,
    name: &str,
    bytes: Vec<u8>,
    chosen: Option<String>,
) -> Result<(Vec<Row>, Vec<String>), What> {
    let name = name.to_lowercase();
    let read = tokio::task::spawn_blocking(move || {
        if name.ends_with(".toml") || name.ends_with(".json") {
            let text = std::str::from_utf8(&bytes).map_err(|_| What::Unreadable)?;
            let rows = if name.ends_with(".json") { json::rows(kind.columns(), text)? } else { kind.rows_of_toml(text)? };
            return Ok((rows, Vec::new()));
        }
        let sheets = sheet::sheets(&bytes).map_err(|e| why(&e))?;
        let rows = sheet::read_sheet(&bytes, chosen.as_deref()).map_err(|e| why(&e))?;
        Ok((rows, sheets))
    });
    read.await.unwrap_or(Err(What::Unreadable))
}

fn why(e: &SheetError) -> What {
    match e {
        SheetError::TooLarge => What::File(FileProblem::TooLarge { name: String::new(), max: sheet::SIZE_MAX as u64 }),
        SheetError::CutShort => What::File(FileProblem::CutShort),
        _ => What::Unreadable,
    }
}

/// What was sent.
#[derive(Default)]
struct Sent {
    csrf: String,
    kind: String,
    name: String,
    file: Vec<u8>,
}

impl Sent {
    /// Reads the form; a body that breaks off leaves no file, which is said as a table that cannot be read.
    async fn read(mut form: Multipart) -> Self {
        let mut sent = Self::default();
        while let Ok(Some(field)) = form.next_field().await {
            let name = field.name().unwrap_or_default().to_owned();
            let file_name: String = field.file_name().unwrap_or_default().chars().take(120).collect();
            let Ok(bytes) = field.bytes().await else {
                sent.file = Vec::new();
                break;
            };
            match name.as_str() {
                "csrf" => sent.csrf = String::from_utf8_lossy(&bytes).into_owned(),
                "loai" => sent.kind = String::from_utf8_lossy(&bytes).into_owned(),
                "file" => (sent.name, sent.file) = (file_name, bytes.to_vec()),
                _ => {}
            }
        }
        sent
    }
}

/// `GET /cong-viec/nhap-so/mau.xlsx`
///
/// # Errors
/// Not for this officer.
pub async fn template(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let kind = kind_of(&web, &desk, &asked.loai).await?;
    let bytes = book_sheet::template(kind).map_err(|_| Fault::Broken)?;
    Ok(download(XLSX, &format!("{}-mau.xlsx", kind.word()), bytes))
}

/// The wrong rows as the page shows them.
#[derive(Deserialize)]
pub struct Errors {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    csv: String,
}

/// `POST /cong-viec/nhap-so/loi.csv`: the wrong rows as a file.
///
/// # Errors
/// A form without the session's token.
pub async fn errors(desk: Desk, Form(form): Form<Errors>) -> Result<Response, Fault> {
    desk.check(&form.csrf)?;
    Ok(download("text/csv; charset=utf-8", "so.errors.csv", form.csv.into_bytes()))
}

/// The media type of a workbook.
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file to be kept, not shown.
pub(super) fn download(media: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, media.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (headers, bytes).into_response()
}
