//! Signing in and out.

use askama::Template;
use axum::{
    Form,
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use caunoi_app::people::sign_in;
use serde::Deserialize;

use crate::{
    Web,
    page::{
        Page,
        desk::{COOKIE, Desk, home},
        fault::Fault,
        render,
    },
};

#[derive(Template)]
#[template(path = "office/sign_in.html")]
struct SignInPage {
    page: Page,
    login: String,
    wrong: bool,
}

/// `GET /dang-nhap`
pub async fn show(page: Page) -> Response {
    render::html(&SignInPage { page, login: String::new(), wrong: false })
}

/// What was typed.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
}

/// `POST /dang-nhap`
///
/// # Errors
/// Too many tries.
pub async fn enter(State(web): State<Web>, page: Page, jar: CookieJar, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    match sign_in::sign_in(&web.app, &typed.login, typed.password).await? {
        Some(token) => {
            let first = sign_in::signed_in(&web.app, &token).await?.map_or("/cong-viec", |s| home(&s.officer));
            let cookie = Cookie::build((COOKIE, token)).path("/").http_only(true).same_site(SameSite::Lax).secure(web.secure);
            Ok((jar.add(cookie), Redirect::to(first)).into_response())
        }
        None => Ok(render::refused(&SignInPage { page, login: typed.login, wrong: true })),
    }
}

/// A form that carries nothing but the session's token.
#[derive(Deserialize)]
pub struct Bare {
    #[serde(default)]
    csrf: String,
}

/// `POST /dang-xuat`
///
/// # Errors
/// A form without the session's token.
pub async fn leave(State(web): State<Web>, desk: Desk, jar: CookieJar, Form(form): Form<Bare>) -> Result<Response, Fault> {
    desk.check(&form.csrf)?;
    if let Some(cookie) = jar.get(COOKIE) {
        sign_in::sign_out(&web.app, cookie.value()).await?;
    }
    Ok((jar.remove(Cookie::build(COOKIE).path("/")), Redirect::to("/")).into_response())
}
