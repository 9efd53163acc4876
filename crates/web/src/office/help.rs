//! `/cong-viec/tro-giup`: help for officers, a part for each of their pages.

use askama::Template;
use axum::response::Response;

use crate::page::{Page, desk::Desk, render};

#[derive(Template)]
#[template(path = "office/help.html")]
struct Help {
    page: Page,
}

/// `GET /cong-viec/tro-giup`
pub async fn show(desk: Desk) -> Response {
    render::html(&Help { page: desk.page })
}
