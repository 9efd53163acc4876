//! Slips with one-time passwords: shown once, right after they were made; they stand in no row that could be read again.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use caunoi_app::people::open_accounts::{Opened, in_groups};
use http::{HeaderValue, header};

use super::super::dialogue::form::Pairs;
use crate::{
    Web,
    page::{Page, desk::Desk, icon::Icon, render},
};

#[derive(Template)]
#[template(path = "office/admin/slips.html")]
struct Slips {
    page: Page,
    unit: String,
    /// Where to sign in.
    address: String,
    slips: Vec<(String, String, String)>,
    /// Rows that were not taken, with what is wrong: for the next try.
    wrong: Vec<String>,
    back: String,
}

/// The slips of accounts that were just opened, or of a password that was just reset.
pub fn show(web: &Web, desk: Desk, opened: &[Opened], wrong: &[String], back: &str) -> Response {
    let view = Slips {
        address: format!("{}/dang-nhap", web.address),
        unit: desk.page.desk.as_ref().map_or_else(String::new, |d| d.unit_name.clone()),
        slips: opened.iter().map(|o| (o.full_name.clone(), o.login.clone(), in_groups(&o.password))).collect(),
        wrong: wrong.to_vec(),
        back: back.to_owned(),
        page: desk.page,
    };
    let mut response = render::html(&view).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The key of a form that makes one-time passwords; one without gets a new key, and so a new password.
pub(super) fn key_of(web: &Web, fields: &Pairs) -> String {
    Some(fields.get("key")).filter(|k| k.len() >= 16).unwrap_or_else(|| web.app.token())
}
