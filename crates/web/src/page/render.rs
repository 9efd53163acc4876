//! From a template to a response.

use std::borrow::Cow;

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use caunoi_domain::problem::{Problem, What};
use http::{HeaderValue, StatusCode, header};

use super::{
    error_summary,
    fault::{AGAIN_S, Fault},
};

/// Renders a page; a template that fails is a defect and becomes the page of a failure.
pub fn html<T: Template>(template: &T) -> Response {
    match template.render() {
        Ok(text) => match error_summary::name_fields(&text) {
            Cow::Owned(named) => Html(named).into_response(),
            Cow::Borrowed(_) => Html(text).into_response(),
        },
        Err(e) => {
            tracing::error!(error = %e, "a template failed");
            Fault::Broken.into_response()
        }
    }
}

/// A form that is shown with what is wrong: 422 where something is to be mended, 503 where what was typed is right and
/// cannot be kept just now, 200 where nothing is wrong. The only place that decides it.
pub fn form<T: Template>(template: &T, wrong: &[Problem]) -> Response {
    again(html(template), wrong)
}

/// A page that says what cannot be taken of what was sent, where it is no problem of a field.
pub fn refused<T: Template>(template: &T) -> Response {
    with_status(html(template), StatusCode::UNPROCESSABLE_ENTITY)
}

/// A page for somebody who may know that there is something and may not read it: it says who decides.
pub fn forbidden<T: Template>(template: &T) -> Response {
    with_status(html(template), StatusCode::FORBIDDEN)
}

/// The rendered page of a form with the status of what is wrong.
pub fn again(response: Response, wrong: &[Problem]) -> Response {
    if wrong.is_empty() {
        response
    } else if wrong.iter().any(|p| p.what == What::NotKept) {
        let mut response = with_status(response, StatusCode::SERVICE_UNAVAILABLE);
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(AGAIN_S));
        response
    } else {
        with_status(response, StatusCode::UNPROCESSABLE_ENTITY)
    }
}

/// A page that could not be rendered stays a failure.
fn with_status(mut response: Response, status: StatusCode) -> Response {
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Template)]
    #[template(source = "<p>typed</p>", ext = "html")]
    struct Typed;

    #[test]
    fn a_form_says_whether_it_is_to_be_mended_or_sent_again() {
        let mend = Problem::new("title", What::Empty);
        let later = Problem::new("", What::NotKept);
        assert_eq!(form(&Typed, &[]).status(), StatusCode::OK);
        assert_eq!(form(&Typed, std::slice::from_ref(&mend)).status(), StatusCode::UNPROCESSABLE_ENTITY);
        let busy = form(&Typed, &[later, mend.clone()]);
        assert_eq!(busy.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(busy.headers().contains_key(header::RETRY_AFTER), "and when");
        assert_eq!(refused(&Typed).status(), StatusCode::UNPROCESSABLE_ENTITY);
        let failed = again(Fault::Broken.into_response(), &[mend]);
        assert_eq!(failed.status(), StatusCode::INTERNAL_SERVER_ERROR, "a template that failed is no mistake of the person");
    }

    /// Each form goes through here: a file that gives the status of a form by itself forgets that a busy database is
    /// nobody's mistake.
    #[test]
    fn no_page_decides_the_status_of_a_form_itself() {
        fn walk(dir: &std::path::Path, found: &mut Vec<String>) {
            for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    walk(&path, found);
                } else if std::fs::read_to_string(&path).is_ok_and(|s| s.contains("UNPROCESSABLE_ENTITY")) {
                    found.push(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
                }
            }
        }
        let mut found = Vec::new();
        walk(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        found.sort();
        assert_eq!(found, ["fault.rs", "render.rs"]);
    }
}
