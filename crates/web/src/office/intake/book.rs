//! Importing the office's own book in the browser: the same reading as `caunoi import opinions`, with the wrong rows
//! in a table and as a file.

use askama::Template;
use axum::{
    extract::{DefaultBodyLimit, Multipart, State},
    response::{IntoResponse as _, Response},
};
use axum_extra::extract::Form;
use caunoi_app::import::{self, Job, Kind, Manner, Taken, WrongCell};
use caunoi_domain::{
    import::Mapping,
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_papers::sheet;
use http::{StatusCode, header};
use serde::Deserialize;

use crate::{
    Web, book_sheet,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::csrf,
        icon::Icon,
        l10n::L10nLanguage,
        problems, render,
    },
};

/// The layer of the upload: the table and a little text.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(sheet::SIZE_MAX + 64 * 1024)
}

struct WrongRow {
    row: usize,
    column: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "office/import_book.html")]
struct BookPage {
    page: Page,
    csrf: String,
    error: Option<String>,
    strict: bool,
    dry_run: bool,
    taken: Option<Taken>,
    nothing: bool,
    wrong: Vec<WrongRow>,
    errors_csv: String,
}

fn view(page: Page, manner: Manner, taken: Option<Taken>, error: Option<&Problem>) -> BookPage {
    let t = page.t;
    let wrong: Vec<WrongRow> = taken.iter().flat_map(|x| &x.wrong).map(|w| wrong_row(t, w)).collect();
    BookPage {
        csrf: csrf(&page),
        error: error.map(|p| problems::say(t, p)),
        strict: manner.strict,
        dry_run: manner.dry_run,
        nothing: manner.strict && !wrong.is_empty(),
        errors_csv: taken.as_ref().map_or_else(String::new, |x| book_sheet::errors_csv(&x.wrong)),
        wrong,
        taken,
        page,
    }
}

fn wrong_row(t: &L10nLanguage, w: &WrongCell) -> WrongRow {
    WrongRow { row: w.row, column: w.column.map_or("", |c| c.vi).to_owned(), reason: book_sheet::reason(t, w) }
}

/// `GET /cong-viec/nhap-so`
///
/// # Errors
/// Not for this officer.
pub async fn show(desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::Import)?;
    Ok(render::html(&view(desk.page, Manner::default(), None, None)))
}

/// `POST /cong-viec/nhap-so`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn import(State(web): State<Web>, desk: Desk, form: Multipart) -> Result<Response, Fault> {
    desk.allow(Action::Import)?;
    let sent = Sent::read(form).await;
    desk.check(&sent.csrf)?;
    let manner = Manner { dry_run: sent.dry_run, strict: sent.strict };
    let unit = desk.officer.unit_id.clone();
    let outcome = match tokio::task::spawn_blocking(move || sheet::read(&sent.file)).await {
        Ok(Ok(table)) => {
            let job = Job { unit_id: &unit, table: &table, mapping: &Mapping::default(), manner };
            opinions()?.import(&web.app, &desk.actor, job, &|_, _| {}).await
        }
        _ => Err(caunoi_app::Refusal::problem("file", What::Unreadable)),
    };
    let (page, status) = match outcome {
        Ok(taken) => (view(desk.page, manner, Some(taken), None), StatusCode::OK),
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            (view(desk.page, manner, None, wrong.first()), StatusCode::UNPROCESSABLE_ENTITY)
        }
    };
    let mut response = render::html(&page);
    *response.status_mut() = status;
    Ok(response)
}

/// The kind of this page.
fn opinions() -> Result<&'static dyn Kind, Fault> {
    import::find("opinions").ok_or(Fault::Broken)
}

/// What was sent.
#[derive(Default)]
struct Sent {
    csrf: String,
    dry_run: bool,
    strict: bool,
    file: Vec<u8>,
}

impl Sent {
    /// Reads the form; a body that breaks off leaves no file, which is said as a table that cannot be read.
    async fn read(mut form: Multipart) -> Self {
        let mut sent = Self::default();
        while let Ok(Some(field)) = form.next_field().await {
            let name = field.name().unwrap_or_default().to_owned();
            let Ok(bytes) = field.bytes().await else {
                sent.file = Vec::new();
                break;
            };
            match name.as_str() {
                "csrf" => sent.csrf = String::from_utf8_lossy(&bytes).into_owned(),
                "dry_run" => sent.dry_run = bytes.as_ref() == b"yes",
                "strict" => sent.strict = bytes.as_ref() == b"yes",
                "file" => sent.file = bytes.to_vec(),
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
pub async fn template(desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::Import)?;
    let bytes = book_sheet::template(opinions()?).map_err(|_| Fault::Broken)?;
    Ok(download("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "so-y-kien-mau.xlsx", bytes))
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
/// Not for this officer; a form without the session's token.
pub async fn errors(desk: Desk, Form(form): Form<Errors>) -> Result<Response, Fault> {
    desk.allow(Action::Import)?;
    desk.check(&form.csrf)?;
    Ok(download("text/csv; charset=utf-8", "so-y-kien.errors.csv", form.csv.into_bytes()))
}

fn download(media: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, media.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (headers, bytes).into_response()
}
