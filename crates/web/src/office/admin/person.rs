//! One account: its roles, a new one-time password, closed or open.

use axum::{
    extract::{Path, State},
    response::Response,
};
use axum_extra::extract::Form;
use caunoi_app::people::{
    account::hash_password,
    grant_role::{EndRole, GrantRole},
    open_accounts::{Opened, one_time_of},
    reset_password::ResetPassword,
    set_active::SetActive,
};
use caunoi_domain::{
    people::{actor::Role, policy::Action},
    problem::Problem,
    text::date,
};
use caunoi_store::{
    account::{self, AccountView, RoleView},
    people,
};

use super::{
    super::dialogue::form::Pairs,
    after, needed_day,
    people::state,
    slips,
    view::{self, AdminPage, Cell, FieldKind, FormView, SmallForm, TableView, Typed},
};
use crate::{
    Web,
    page::{desk::Desk, fault::Fault, words},
};

type Sent = Form<Vec<(String, String)>>;

/// `GET /quan-tri/nguoi/{login}`
///
/// # Errors
/// Not for this officer; no such account.
pub async fn show(State(web): State<Web>, desk: Desk, Path(login): Path<String>) -> Result<Response, Fault> {
    page(&web, desk, &login, "", &Pairs(Vec::new()), &[]).await
}

fn checked(desk: &Desk, fields: Vec<(String, String)>) -> Result<Pairs, Fault> {
    let fields = Pairs(fields);
    desk.allow(Action::Administer)?;
    desk.check(&fields.get("csrf"))?;
    Ok(fields)
}

fn here(login: &str) -> String {
    format!("/quan-tri/nguoi/{login}")
}

/// `POST …/mat-khau`
///
/// # Errors
/// Not for this officer; no such account.
pub async fn reset(State(web): State<Web>, desk: Desk, Path(login): Path<String>, Form(fields): Sent) -> Result<Response, Fault> {
    let fields = checked(&desk, fields)?;
    let found = find(&web, &desk, &login).await?;
    let key = slips::key_of(&web, &fields);
    let password = one_time_of(&web.app, &desk.actor, &found.login, &key);
    let verb =
        ResetPassword { login: found.login.clone(), password_hash: hash_password(&web.app, password.clone()).await?, must_change: true };
    match after(web.app.carry_out_once(&desk.actor, &format!("{key}.{login}"), verb).await, &here(&login))? {
        Ok(_) => {
            let opened = Opened { full_name: found.full_name, login: found.login, password };
            Ok(slips::show(&web, desk, &[opened], &[], &here(&login)))
        }
        Err(wrong) => page(&web, desk, &login, "mat-khau", &fields, &wrong).await,
    }
}

/// `POST …/trang-thai`
///
/// # Errors
/// Not for this officer; no such account.
pub async fn set_active(State(web): State<Web>, desk: Desk, Path(login): Path<String>, Form(fields): Sent) -> Result<Response, Fault> {
    let fields = checked(&desk, fields)?;
    let verb = SetActive { unit_id: desk.officer.unit_id.clone(), login: login.clone(), active: fields.get("active") == "yes" };
    match after(web.app.carry_out(&desk.actor, verb).await, &here(&login))? {
        Ok(done) => Ok(done),
        Err(wrong) => page(&web, desk, &login, "trang-thai", &fields, &wrong).await,
    }
}

/// `POST …/vai-tro`
///
/// # Errors
/// Not for this officer; no such account.
pub async fn grant(State(web): State<Web>, desk: Desk, Path(login): Path<String>, Form(fields): Sent) -> Result<Response, Fault> {
    let fields = checked(&desk, fields)?;
    let mut wrong = Vec::new();
    let from = needed_day(&fields, "from_on", &mut wrong);
    let role: Option<Role> = crate::page::form::choice(&fields.get("role"), "role", &mut wrong);
    if let (Some(from), Some(role)) = (from, role) {
        let verb = GrantRole { unit_id: desk.officer.unit_id.clone(), login: login.clone(), role, body_id: fields.get("body"), from };
        match after(web.app.carry_out_once(&desk.actor, &fields.get("key"), verb).await, &here(&login))? {
            Ok(done) => return Ok(done),
            Err(problems) => wrong = problems,
        }
    }
    page(&web, desk, &login, "vai-tro", &fields, &wrong).await
}

/// `POST …/thoi-vai-tro`
///
/// # Errors
/// Not for this officer; no such account or role.
pub async fn end_role(State(web): State<Web>, desk: Desk, Path(login): Path<String>, Form(fields): Sent) -> Result<Response, Fault> {
    let fields = checked(&desk, fields)?;
    let mut wrong = Vec::new();
    if let Some(to) = needed_day(&fields, "to_on", &mut wrong) {
        let verb = EndRole { unit_id: desk.officer.unit_id.clone(), login: login.clone(), grant_id: fields.get("grant"), to };
        match after(web.app.carry_out(&desk.actor, verb).await, &here(&login))? {
            Ok(done) => return Ok(done),
            Err(problems) => wrong = problems,
        }
    }
    let whole: Vec<Problem> = wrong.into_iter().map(|p| Problem::new("", p.what)).collect();
    page(&web, desk, &login, "thoi-vai-tro", &fields, &whole).await
}

async fn find(web: &Web, desk: &Desk, login: &str) -> Result<AccountView, Fault> {
    desk.allow(Action::Administer)?;
    let found = account::of_unit(&mut web.app.store.read().await?, &desk.officer.unit_id, login).await?;
    found.into_iter().next().filter(|_| !login.is_empty()).ok_or(Fault::NotFound)
}

async fn page(web: &Web, desk: Desk, login: &str, sent: &str, fields: &Pairs, wrong: &[Problem]) -> Result<Response, Fault> {
    let a = find(web, &desk, login).await?;
    let today = web.app.clock.today();
    let bodies = people::bodies_on(&mut web.app.store.read().await?, &desk.officer.unit_id, &today.to_string()).await?;
    let t = desk.page.t;
    let own = a.id == desk.officer.user_id;
    let typed = Typed { page: &desk.page, form: sent, fields, wrong };
    let mut forms = Vec::new();
    if !own {
        let bodies = std::iter::once((String::new(), t.office_choose()))
            .chain(bodies.into_iter().filter(|b| b.has_account).map(|b| (b.id, b.name)))
            .collect();
        let roles = std::iter::once((String::new(), t.office_choose()))
            .chain(Role::ALL.iter().filter(|r| **r != Role::Head).map(|r| (r.code().to_owned(), words::role(t, *r))))
            .collect();
        forms.push(FormView {
            id: "mat-khau",
            title: t.office_reset(),
            hint: t.office_reset_hint(),
            action: format!("{}/mat-khau", here(login)),
            button: t.office_reset_button(),
            key: web.app.token(),
            open: sent == "mat-khau",
            fields: Vec::new(),
        });
        forms.push(FormView {
            id: "vai-tro",
            title: t.office_grant(),
            hint: t.office_grant_hint(),
            action: format!("{}/vai-tro", here(login)),
            button: t.office_grant_button(),
            key: web.app.token(),
            open: sent == "vai-tro",
            fields: vec![
                typed.field("vai-tro", "role", t.office_role(), "", FieldKind::Select(roles)),
                typed.field("vai-tro", "body", t.office_body(), "", FieldKind::Select(bodies)),
                typed.field("vai-tro", "from_on", t.office_from(), &date::vi(today), FieldKind::Short),
            ],
        });
    }
    let toggle = SmallForm {
        action: format!("{}/trang-thai", here(login)),
        label: if a.active { t.office_close_account() } else { t.office_open_account() },
        hidden: vec![("active", if a.active { "no" } else { "yes" }.to_owned())],
        day: None,
    };
    let account = Cell::mark(state(&desk.page, &a));
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: a.full_name.clone(),
        lead: a.login.clone(),
        crumbs: vec![("/quan-tri".to_owned(), t.office_home_title()), ("/quan-tri/nguoi".to_owned(), t.office_people())],
        errs: typed.summary(),
        on: None,
        notes: if own { vec![format!("{}.", t.problem_own_account())] } else { Vec::new() },
        tables: vec![
            TableView {
                id: "tai-khoan",
                title: t.office_account(),
                head: vec![t.office_col_state()],
                rows: vec![vec![if own { account } else { account.act(toggle) }]],
                empty: String::new(),
            },
            TableView {
                id: "vai-tro",
                title: t.office_col_roles(),
                head: vec![t.office_role(), t.office_body(), t.office_col_days()],
                rows: a.roles.iter().map(|r| line(&desk, &a, r, own, today)).collect(),
                empty: String::new(),
            },
        ],
        forms,
        links: Vec::new(),
        page: desk.page.clone(),
    };
    Ok(view::show(&view, wrong))
}

fn line(desk: &Desk, a: &AccountView, r: &RoleView, own: bool, today: jiff::civil::Date) -> Vec<Cell> {
    let t = desk.page.t;
    let days = match &r.to_on {
        Some(to) => t.office_days(desk.page.day(&r.from_on), desk.page.day(to)),
        None => t.office_days_open(desk.page.day(&r.from_on)),
    };
    let mut last = Cell::text(days);
    if r.with_tenure {
        last = last.meta(t.office_with_tenure());
    } else if !own && r.to_on.is_none() {
        last = last.act(SmallForm {
            action: format!("{}/thoi-vai-tro", here(&a.login)),
            label: t.office_end_role(),
            hidden: vec![("grant", r.id.clone())],
            day: Some(("to_on", t.office_last_day(), date::vi(today))),
        });
    }
    vec![Cell::text(words::role(t, r.role)), Cell::text(&r.body).meta(r.post.clone().unwrap_or_default()), last]
}
