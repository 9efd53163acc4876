//! `/quan-tri/nguoi`: who has an account of this office; one more is let in.

use axum::{extract::State, response::Response};
use axum_extra::extract::Form;
use caunoi_app::people::{
    account::hash_password,
    let_in::let_in,
    open_accounts::{Opened, office, one_time_of},
    reset_password::ResetPassword,
};
use caunoi_domain::{
    people::{
        actor::Role,
        policy::Action,
        roster::{self, Named, Office},
    },
    problem::Problem,
};
use caunoi_store::{
    account::{self, AccountView},
    beside,
};

use super::{
    super::dialogue::form::Pairs,
    slips,
    view::{self, AdminPage, Cell, FieldKind, FormView, TableView, Typed},
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        mark::{Mark, Tone},
        words,
    },
};

/// `GET /quan-tri/nguoi`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    page(&web, desk, &Pairs(Vec::new()), &[]).await
}

/// `POST /quan-tri/nguoi`
///
/// # Errors
/// Not for this officer.
pub async fn add(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let fields = Pairs(fields);
    desk.allow(Action::Administer)?;
    desk.check(&fields.get("csrf"))?;
    let typed = roster::Typed {
        name: fields.get("name"),
        login: fields.get("login"),
        role: fields.get("role"),
        body: fields.get("agency"),
        post: fields.get("post"),
    };
    match let_in(&web.app, &desk.actor, &slips::key_of(&web, &fields), &desk.officer.unit_id, &typed).await {
        Ok((login, password)) => {
            let all = account::of_unit(&mut web.app.store.read().await?, &desk.officer.unit_id, "").await?;
            let full_name = all.into_iter().find(|a| a.login == login).map(|a| a.full_name).unwrap_or_default();
            Ok(slips::show(&web, desk, &[Opened { full_name, login, password }], &[], "/quan-tri/nguoi"))
        }
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            page(&web, desk, &fields, &wrong).await
        }
    }
}

/// `POST /quan-tri/nguoi/phieu`: new one-time passwords for all who have not set their own, on one print.
///
/// # Errors
/// Not for this officer.
pub async fn slips_for_all(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    desk.allow(Action::Administer)?;
    let fields = Pairs(fields);
    desk.check(&fields.get("csrf"))?;
    let key = slips::key_of(&web, &fields);
    let all = account::of_unit(&mut web.app.store.read().await?, &desk.officer.unit_id, "").await?;
    let mut made = Vec::new();
    for a in all.into_iter().filter(|a| a.active && a.must_change && a.id != desk.officer.user_id) {
        let password = one_time_of(&web.app, &desk.actor, &a.login, &key);
        let password_hash = hash_password(&web.app, password.clone()).await?;
        let verb = ResetPassword { login: a.login.clone(), password_hash, must_change: true };
        web.app.carry_out_once(&desk.actor, &format!("{key}.{}", a.login), verb).await?;
        made.push(Opened { full_name: a.full_name, login: a.login, password });
    }
    Ok(slips::show(&web, desk, &made, &[], "/quan-tri/nguoi"))
}

async fn page(web: &Web, desk: Desk, fields: &Pairs, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::Administer)?;
    let today = web.app.clock.today().to_string();
    let mut conn = web.app.store.read().await?;
    let of = desk.officer.unit_id.as_str();
    let (all, offices) = beside!(&mut conn, |c| async { Ok::<_, Fault>(account::of_unit(c, of, "").await?) }, |c| async {
        Ok(office(c, of, &today).await?)
    },)?;
    drop(conn);
    let t = desk.page.t;
    let typed = Typed { page: &desk.page, form: if wrong.is_empty() { "" } else { "them" }, fields, wrong };
    let mut forms = vec![form(&typed, web.app.token(), &offices)];
    if all.iter().any(|a| a.active && a.must_change) {
        forms.push(FormView {
            id: "phieu",
            title: t.office_slips_all(),
            hint: t.office_slips_all_hint(),
            action: "/quan-tri/nguoi/phieu".to_owned(),
            button: t.office_reset_button(),
            key: web.app.token(),
            open: false,
            fields: Vec::new(),
        });
    }
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: t.office_people(),
        lead: t.office_people_lead(),
        crumbs: vec![("/quan-tri".to_owned(), t.office_home_title())],
        errs: typed.summary(),
        on: None,
        notes: Vec::new(),
        tables: vec![TableView {
            id: "nguoi",
            title: t.office_people(),
            head: vec![t.office_col_name(), t.office_col_roles(), t.office_col_state()],
            rows: all.iter().map(|a| line(&desk.page, a, &today)).collect(),
            empty: t.office_people_empty(),
        }],
        forms,
        links: vec![("/quan-tri/nguoi/nhap".to_owned(), t.office_bulk())],
        page: desk.page.clone(),
    };
    Ok(view::show(&view, wrong))
}

fn line(page: &Page, a: &AccountView, today: &str) -> Vec<Cell> {
    let t = page.t;
    let mut roles = Cell::default();
    for r in a.roles.iter().filter(|r| r.to_on.as_deref().is_none_or(|to| to >= today)) {
        let at = r.post.clone().unwrap_or_else(|| r.body.clone());
        roles = roles.meta(format!("{}: {at}", words::role(t, r.role)));
    }
    let mut cells = vec![Cell::link(&a.full_name, format!("/quan-tri/nguoi/{}", a.login)).meta(&a.login), roles];
    cells.push(Cell::mark(state(page, a)));
    cells
}

/// Whether an account can be used.
pub fn state(page: &Page, a: &AccountView) -> Mark {
    let t = page.t;
    match (a.active, a.must_change) {
        (false, _) => Mark::new(Tone::Idle, Icon::Dash, t.office_account_closed()),
        (true, true) => Mark::new(Tone::Doing, Icon::Half, t.office_account_one_time()),
        (true, false) => Mark::new(Tone::Done, Icon::Tick, t.office_account_open()),
    }
}

fn form(typed: &Typed<'_>, key: String, offices: &Office) -> FormView {
    let t = typed.page.t;
    let named = |all: &[Named], none: String| -> Vec<(String, String)> {
        std::iter::once((String::new(), none)).chain(all.iter().map(|n| (n.id.clone(), n.name.clone()))).collect()
    };
    let roles = std::iter::once((String::new(), t.office_choose()))
        .chain(Role::ALL.iter().map(|r| (r.code().to_owned(), words::role(t, *r))))
        .collect();
    FormView {
        id: "them",
        title: t.office_add_person(),
        hint: t.office_add_person_hint(),
        action: "/quan-tri/nguoi".to_owned(),
        button: t.office_add_person_button(),
        key,
        open: typed.sent("them"),
        fields: vec![
            typed.field("them", "name", t.office_full_name(), "", FieldKind::Line),
            typed.field("them", "login", t.sign_in_login(), "", FieldKind::Short).hint(t.office_login_hint()),
            typed.field("them", "role", t.office_role(), "", FieldKind::Select(roles)),
            typed.field("them", "agency", t.office_body(), "", FieldKind::Select(named(&offices.bodies, t.office_choose()))),
            typed
                .field("them", "post", t.office_post(), "", FieldKind::Select(named(&offices.posts, t.office_no_post())))
                .hint(t.office_post_hint()),
        ],
    }
}
