//! From a template to a response.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};

use super::fault::Fault;

/// Renders a page; a template that fails is a defect and becomes the page of a failure.
pub fn html<T: Template>(template: &T) -> Response {
    match template.render() {
        Ok(text) => Html(text).into_response(),
        Err(e) => {
            tracing::error!(error = %e, "a template failed");
            Fault::Broken.into_response()
        }
    }
}
