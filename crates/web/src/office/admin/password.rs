//! `/doi-mat-khau`: a person sets their own password; after a one-time one nothing else is shown before.

use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::{
    CookieJar, Form,
    cookie::{Cookie, SameSite},
};
use caunoi_app::people::{account::PASSWORD_MIN, change_password::change_password};
use caunoi_domain::problem::Problem;

use super::{
    super::dialogue::form::Pairs,
    view::{self, AdminPage, FieldKind, FormView, Typed},
};
use crate::{
    Web,
    page::{
        desk::{COOKIE, Desk, home},
        fault::{Fault, problems_of},
    },
};

const FORM: &str = "mat-khau";

/// `GET /doi-mat-khau`
pub async fn show(State(web): State<Web>, desk: Desk) -> Response {
    page(&web, &desk, &Pairs(Vec::new()), &[])
}

/// `POST /doi-mat-khau`
///
/// # Errors
/// A form without the session's token; too many tries.
pub async fn change(
    State(web): State<Web>,
    desk: Desk,
    jar: CookieJar,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let fields = Pairs(fields);
    desk.check(&fields.get("csrf"))?;
    match change_password(&web.app, &desk.actor, fields.get("old"), fields.get("new"), &fields.get("again")).await {
        Ok(token) => {
            let cookie = Cookie::build((COOKIE, token)).path("/").http_only(true).same_site(SameSite::Lax).secure(web.secure);
            Ok((jar.add(cookie), Redirect::to(home(&desk.officer))).into_response())
        }
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            Ok(page(&web, &desk, &fields, &wrong))
        }
    }
}

fn page(web: &Web, desk: &Desk, fields: &Pairs, wrong: &[Problem]) -> Response {
    let t = desk.page.t;
    let typed = Typed { page: &desk.page, form: if fields.0.is_empty() { "" } else { FORM }, fields, wrong };
    let least = i64::try_from(PASSWORD_MIN).unwrap_or(0);
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: t.password_title(),
        lead: if desk.must_change { t.password_first() } else { t.password_lead() },
        crumbs: Vec::new(),
        errs: typed.summary(),
        on: None,
        notes: Vec::new(),
        tables: Vec::new(),
        forms: vec![FormView {
            id: FORM,
            title: t.password_title(),
            hint: String::new(),
            action: "/doi-mat-khau".to_owned(),
            button: t.password_button(),
            key: web.app.token(),
            open: true,
            fields: vec![
                typed.field(
                    FORM,
                    "old",
                    if desk.must_change { t.password_one_time() } else { t.password_old() },
                    "",
                    FieldKind::Password("current-password"),
                ),
                typed.field(FORM, "new", t.password_new(), "", FieldKind::Password("new-password")).hint(t.password_hint(least)),
                typed.field(FORM, "again", t.password_again(), "", FieldKind::Password("new-password")),
            ],
        }],
        links: Vec::new(),
        page: desk.page.clone(),
    };
    view::show(&view, wrong)
}
