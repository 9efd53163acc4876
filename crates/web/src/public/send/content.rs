//! The opinion itself: one page, everything typed stays, what is wrong is said at its place and above.

use askama::Template;
use axum::{
    extract::{Multipart, State},
    response::Response,
};
use caunoi_domain::{problem::Problem, regulation::clock::LimitName};

use super::draft::{Draft, NOT_SURE};
use crate::{
    Web,
    page::{
        Page,
        fault::Fault,
        number, problems, render, thread,
        upload::{self, Form},
        words,
    },
};

/// A file that is kept already.
struct KeptLine {
    reference: String,
    name: String,
    size: String,
}

#[derive(Template)]
#[template(path = "send/content.html")]
struct Content<'a> {
    page: Page,
    d: &'a Draft,
    kind: String,
    kept: Vec<KeptLine>,
    errors: Vec<(&'static str, String)>,
    days: i64,
    basis: String,
    problems: &'a [Problem],
}

impl Content<'_> {
    fn error(&self, field: &str) -> Option<String> {
        problems::of(self.page.t, self.problems, field)
    }
}

/// The page, with what is wrong.
pub fn page(web: &Web, page: Page, draft: &Draft, wrong: &[Problem]) -> Response {
    let t = page.t;
    let limit = web.app.limits.get(LimitName::PersonNotice);
    let kept = draft
        .files
        .iter()
        .map(|f| KeptLine { reference: upload::reference(&web.app, f), name: f.name.clone(), size: number::size(f.size) })
        .collect();
    let content = Content {
        d: draft,
        kind: draft.kind().map(|k| words::kind(t, k)).unwrap_or_default(),
        kept,
        errors: wrong.iter().map(|p| (p.field, problems::say(t, p))).collect(),
        days: limit.map_or(0, |l| i64::from(l.days)),
        basis: limit.map(|l| thread::basis(t, &l.citation)).unwrap_or_default(),
        problems: wrong,
        page,
    };
    render::form(&content, wrong)
}

/// `POST /gui-y-kien/sua`: back from the last look, with everything typed.
///
/// # Errors
/// A form that is not ours; the store's failure.
pub async fn mend(State(web): State<Web>, page: Page, multipart: Multipart) -> Result<Response, Fault> {
    let mut form: Form = upload::read(&web.app, multipart, "files").await?;
    let draft = Draft::of(&web, &mut form).await?;
    Ok(self::page(&web, page, &draft, &[]))
}
