//! The last look before sending: everything typed, to be read once more.

use askama::Template;
use axum::{
    extract::{Multipart, State},
    response::Response,
};
use caunoi_app::people::sign_in::count_try;

use super::{content, draft::Draft};
use crate::{
    Web,
    page::{
        Page,
        address::Address,
        fault::{Fault, problems_of},
        icon::Icon,
        render, upload, words,
    },
};

/// Forms with files from one address in a quarter of an hour: a commune's hall sends many, a disk must not be filled.
const FORMS_OF_ADDRESS: i64 = 300;

#[derive(Template)]
#[template(path = "send/check.html")]
struct Check<'a> {
    page: Page,
    d: &'a Draft,
    kind: String,
    occurred: String,
    hidden: Vec<(&'static str, String)>,
}

/// `POST /gui-y-kien/xem-lai`
///
/// # Errors
/// A form that is not ours; too many from one address; the store's failure.
pub async fn show(State(web): State<Web>, page: Page, Address(from): Address, multipart: Multipart) -> Result<Response, Fault> {
    let counted = count_try(&web.app, "form from", &from, FORMS_OF_ADDRESS).await;
    // Where nothing can be kept just now, what was typed is read all the same, to be shown again.
    let mut full = counted.map_or_else(problems_of, |()| Ok(Vec::new()))?;
    let mut form = upload::read(&web.app, multipart, "files").await?;
    form.problems.append(&mut full);
    let draft = Draft::of(&web, &mut form).await?;
    let checked = draft.check(web.app.clock.today());
    match checked {
        Ok(submission) if form.problems.is_empty() => {
            let kind = words::kind(page.t, submission.kind);
            let occurred = submission.occurred_on.map(|d| page.weekday(&d.to_string())).unwrap_or_default();
            let hidden = draft.hidden(&web);
            Ok(render::html(&Check { page, d: &draft, kind, occurred, hidden }))
        }
        checked => {
            let mut wrong = checked.err().unwrap_or_default();
            wrong.append(&mut form.problems);
            Ok(content::page(&web, page, &draft, &wrong))
        }
    }
}
