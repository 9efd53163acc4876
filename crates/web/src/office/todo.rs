//! The first page after signing in: what waits for this officer.

use askama::Template;
use axum::response::Response;

use crate::page::{Page, desk::Desk, render};

#[derive(Template)]
#[template(path = "office/todo.html")]
struct Todo {
    page: Page,
}

/// `GET /cong-viec`
pub async fn show(desk: Desk) -> Response {
    render::html(&Todo { page: desk.page })
}
