//! The first page: find where you live.

use askama::Template;
use axum::response::Response;

use crate::page::{Page, render};

#[derive(Template)]
#[template(path = "public/home.html")]
struct Home {
    page: Page,
}

/// `GET /`
pub async fn show(page: Page) -> Response {
    render::html(&Home { page })
}
