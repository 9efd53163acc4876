//! `/doi-vai-tro`: who has several roles goes on in another: a deputy who acts for the chair, a chief of office who triages.

use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::{CookieJar, Form};
use caunoi_app::people::sign_in;
use caunoi_store::people;

use super::{
    super::dialogue::form::Pairs,
    view::{self, AdminPage, Cell, SmallForm, TableView},
};
use crate::{
    Web,
    page::{
        desk::{COOKIE, Desk},
        fault::Fault,
        words,
    },
};

/// `GET /doi-vai-tro`
///
/// # Errors
/// The store's failure.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    let today = web.app.clock.today().to_string();
    let all = people::roles_of(&mut web.app.store.read().await?, &desk.officer.user_id, &today).await?;
    let t = desk.page.t;
    let rows = all
        .into_iter()
        .map(|(id, o)| {
            let now = o.role == desk.officer.role && o.body_id == desk.officer.body_id && o.post_id == desk.officer.post_id;
            let act =
                SmallForm { action: "/doi-vai-tro".to_owned(), label: t.office_switch_button(), hidden: vec![("grant", id)], day: None };
            let last = if now { Cell::text(t.office_switch_now()) } else { Cell::default().act(act) };
            vec![Cell::text(o.label()), Cell::text(words::role(t, o.role)), last]
        })
        .collect();
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: t.office_switch(),
        lead: t.office_switch_lead(),
        crumbs: Vec::new(),
        errs: Vec::new(),
        on: None,
        notes: Vec::new(),
        tables: vec![TableView {
            id: "vai-tro",
            title: t.office_switch(),
            head: vec![t.office_post(), t.office_role(), t.office_col_state()],
            rows,
            empty: String::new(),
        }],
        forms: Vec::new(),
        links: Vec::new(),
        page: desk.page.clone(),
    };
    Ok(view::show(&view, &[]))
}

/// `POST /doi-vai-tro`
///
/// # Errors
/// A form without the session's token; no such role.
pub async fn switch(
    State(web): State<Web>,
    desk: Desk,
    jar: CookieJar,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let fields = Pairs(fields);
    desk.check(&fields.get("csrf"))?;
    let token = jar.get(COOKIE).map(|c| c.value().to_owned()).ok_or(Fault::SignIn)?;
    sign_in::switch_role(&web.app, &token, fields.get("grant")).await?;
    Ok(Redirect::to("/cong-viec").into_response())
}
