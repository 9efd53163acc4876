//! From a template to a response.

use std::borrow::Cow;

use askama::Template;
use axum::response::{Html, IntoResponse, Response};

use super::{error_summary, fault::Fault};

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
