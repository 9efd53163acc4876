//! Forms with files: a multipart body becomes its fields and the files that are durable already. Bounded in every way;
//! a file is taken whole or not at all. Between two pages of a form a file travels as a signed reference.

use axum::extract::{
    DefaultBodyLimit, Multipart,
    multipart::{Field, MultipartError},
};
use caunoi_app::{
    App,
    opinion::upload::{FILES_MAX, Kept, SIZE_MAX, keep},
};
use caunoi_domain::problem::{FileProblem, Problem, What};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use subtle::ConstantTimeEq as _;

use super::fault::{Fault, problems_of};

/// Bytes of a whole form at most: every file at its largest, and the text.
const BODY_MAX: usize = FILES_MAX * (SIZE_MAX as usize) + 1024 * 1024;
/// Bytes of one text field at most.
const TEXT_MAX: usize = 256 * 1024;
/// Fields of a form at most.
const FIELDS_MAX: usize = 300;

/// The layer that a route with files needs: `post(handler).layer(upload::limit())`.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(BODY_MAX)
}

/// A form as it was sent.
#[derive(Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    /// Files that are durable, in order.
    pub files: Vec<Kept>,
    /// What is wrong with the files (and with a body that is too long or cut short).
    pub problems: Vec<Problem>,
}

impl Form {
    /// The first value of a field; empty where it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
    }

    /// Every value of a field: ticked boxes, references of files.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

/// Reads a multipart form. Files are kept by their content; what is wrong with one is said under `file_field`, and
/// everything typed that had arrived is there all the same, so that the form can be shown again with it. Put the
/// file input last in a form: text then arrives before a file that breaks off.
///
/// # Errors
/// The store's failure.
pub async fn read(app: &App, mut multipart: Multipart, file_field: &'static str) -> Result<Form, Fault> {
    let mut form = Form::default();
    loop {
        match multipart.next_field().await {
            Ok(None) => break,
            Ok(Some(field)) if form.fields.len() + form.files.len() < FIELDS_MAX => {
                if !take(app, &mut form, field, file_field).await? {
                    break;
                }
            }
            Ok(Some(_)) => break,
            Err(e) => {
                form.problems.push(Problem::new(file_field, What::File(broken(&e))));
                break;
            }
        }
    }
    Ok(form)
}

/// Takes one field; false where the body cannot be read any further.
async fn take(app: &App, form: &mut Form, mut field: Field<'_>, file_field: &'static str) -> Result<bool, Fault> {
    let name = field.name().unwrap_or_default().to_owned();
    let file = field.file_name().map(str::to_owned);
    let max = if file.is_some() { usize::try_from(SIZE_MAX).unwrap_or(usize::MAX) } else { TEXT_MAX };
    let mut bytes = Vec::new();
    let mut too_large = false;
    loop {
        match field.chunk().await {
            Ok(None) => break,
            Ok(Some(chunk)) if !too_large && bytes.len() + chunk.len() <= max => bytes.extend_from_slice(&chunk),
            // Read on, so that the fields behind it still arrive, but keep nothing of it.
            Ok(Some(_)) => {
                too_large = true;
                bytes = Vec::new();
            }
            Err(e) => {
                form.problems.push(Problem::new(file_field, What::File(broken(&e))));
                return Ok(false);
            }
        }
    }
    match file {
        None if too_large => form.problems.push(Problem::new("", What::TooLong { max: TEXT_MAX })),
        None => form.fields.push((name, String::from_utf8_lossy(&bytes).into_owned())),
        // What a browser sends for a file input that was left alone.
        Some(file) if file.is_empty() && bytes.is_empty() && !too_large => {}
        Some(file) if too_large => {
            form.problems.push(Problem::new(file_field, What::File(FileProblem::TooLarge { name: file, max: SIZE_MAX })));
        }
        Some(_) if form.files.len() >= FILES_MAX => too_many(form, file_field),
        Some(file) => match keep(app, file_field, &file, bytes).await {
            Ok(kept) => form.files.push(kept),
            Err(refusal) => form.problems.extend(problems_of(refusal)?),
        },
    }
    Ok(true)
}

fn too_many(form: &mut Form, file_field: &'static str) {
    let problem = Problem::new(file_field, What::File(FileProblem::TooMany { max: FILES_MAX }));
    if !form.problems.contains(&problem) {
        form.problems.push(problem);
    }
}

/// A body that is longer than a form may be, or that broke off.
fn broken(e: &MultipartError) -> FileProblem {
    if e.status() == http::StatusCode::PAYLOAD_TOO_LARGE {
        FileProblem::TooLarge { name: String::new(), max: SIZE_MAX }
    } else {
        FileProblem::CutShort
    }
}

/// A durable file as a hidden field carries it from page to page: nobody can name a file that they did not send.
#[must_use]
pub fn reference(app: &App, file: &Kept) -> String {
    let json = serde_json::to_vec(file).unwrap_or_default();
    format!("{}.{}", BASE64URL_NOPAD.encode(&json), HEXLOWER.encode(&app.keys.mac("file reference", &[&json])))
}

/// The file of a reference; `None` for one that this installation did not give.
#[must_use]
pub fn referred(app: &App, reference: &str) -> Option<Kept> {
    let (json, mac) = reference.split_once('.')?;
    let json = BASE64URL_NOPAD.decode(json.as_bytes()).ok()?;
    let mac = HEXLOWER.decode(mac.as_bytes()).ok()?;
    let ours = app.keys.mac("file reference", &[&json]);
    if bool::from(ours.ct_eq(mac.as_slice())) { serde_json::from_slice(&json).ok() } else { None }
}
