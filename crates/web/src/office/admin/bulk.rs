//! `/quan-tri/nguoi/nhap`: people let in many at once, from rows pasted out of a sheet. First what would happen, then the slips.

use axum::{extract::State, response::Response};
use axum_extra::extract::Form;
use caunoi_app::people::open_accounts::{office, open_account};
use caunoi_domain::{
    people::{
        policy::Action,
        roster::{self, Entry, ROWS_MAX},
    },
    problem::{Problem, What},
};

use super::{
    super::dialogue::form::Pairs,
    slips,
    view::{self, AdminPage, Cell, FieldKind, FormView, TableView, Typed},
};
use crate::{
    Web,
    page::{
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        mark::{Mark, Tone},
        problems, words,
    },
};

/// A row of the pasted text: as typed, and who it lets in or what is wrong with it.
type Read = (roster::Typed, Result<Entry, Vec<Problem>>);

/// `GET /quan-tri/nguoi/nhap`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::Administer)?;
    Ok(page(&web, &desk, &Pairs(Vec::new()), &[], &[]))
}

/// `POST /quan-tri/nguoi/nhap`
///
/// # Errors
/// Not for this officer.
pub async fn take(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let fields = Pairs(fields);
    desk.allow(Action::Administer)?;
    desk.check(&fields.get("csrf"))?;
    let today = web.app.clock.today();
    let typed = roster::rows(&fields.get("rows"));
    let wrong = match typed.len() {
        0 => vec![Problem::new("rows", What::Empty)],
        n if n > ROWS_MAX => vec![Problem::new("rows", What::Number { min: 1, max: i64::try_from(ROWS_MAX).unwrap_or(0) })],
        _ => Vec::new(),
    };
    if !wrong.is_empty() {
        return Ok(page(&web, &desk, &fields, &wrong, &[]));
    }
    let mut office = office(&mut web.app.store.read().await?, &desk.officer.unit_id, &today.to_string()).await?;
    let read: Vec<Read> = typed
        .into_iter()
        .map(|t| {
            let entry = roster::read(&t, &mut office);
            (t, entry)
        })
        .collect();
    if fields.get("mo") != "yes" {
        return Ok(page(&web, &desk, &fields, &[], &read));
    }
    let (mut opened, mut refused) = (Vec::new(), Vec::new());
    for (t, entry) in read {
        let problems = match entry {
            Ok(entry) => match open_account(&web.app, &desk.actor, &desk.officer.unit_id, &entry, today, "").await {
                Ok(o) => {
                    opened.push(o);
                    continue;
                }
                Err(refusal) => problems_of(refusal)?,
            },
            Err(problems) => problems,
        };
        refused.push(format!("{}: {}", t.name, told(&desk, &problems)));
    }
    Ok(slips::show(&web, desk, &opened, &refused, "/quan-tri/nguoi"))
}

fn told(desk: &Desk, all: &[Problem]) -> String {
    all.iter().map(|p| problems::say(desk.page.t, p)).collect::<Vec<_>>().join("; ")
}

fn page(web: &Web, desk: &Desk, fields: &Pairs, wrong: &[Problem], read: &[Read]) -> Response {
    let t = desk.page.t;
    let typed = Typed { page: &desk.page, form: if fields.0.is_empty() { "" } else { "nhap" }, fields, wrong };
    let rows: Vec<Vec<Cell>> = read.iter().map(|r| line(desk, r)).collect();
    let good = read.iter().filter(|(_, e)| e.is_ok()).count();
    let mut form = FormView {
        id: "nhap",
        title: t.office_bulk(),
        hint: t.office_bulk_hint(roster::role_words().join("; ")),
        action: "/quan-tri/nguoi/nhap".to_owned(),
        button: t.office_bulk_check(),
        key: web.app.token(),
        open: true,
        fields: vec![typed.field("nhap", "rows", t.office_bulk_rows(), "", FieldKind::Area(10)).hint(t.office_bulk_rows_hint())],
    };
    if good > 0 {
        let n = i64::try_from(good).unwrap_or(0);
        form.fields.push(typed.field("nhap", "mo", t.office_bulk_open(n), "", FieldKind::Tick).hint(t.office_bulk_open_hint()));
        form.button = t.office_bulk_go();
    }
    let tables = if read.is_empty() {
        Vec::new()
    } else {
        vec![TableView {
            id: "xem",
            title: t.office_bulk_preview(),
            head: vec![t.office_col_name(), t.sign_in_login(), t.office_col_roles(), t.office_col_state()],
            rows,
            empty: String::new(),
        }]
    };
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: t.office_bulk(),
        lead: t.office_bulk_lead(),
        crumbs: vec![("/quan-tri".to_owned(), t.office_home_title()), ("/quan-tri/nguoi".to_owned(), t.office_people())],
        errs: typed.summary(),
        on: None,
        notes: Vec::new(),
        tables,
        forms: vec![form],
        links: Vec::new(),
        page: desk.page.clone(),
    };
    view::show(&view, wrong)
}

fn line(desk: &Desk, (typed, entry): &Read) -> Vec<Cell> {
    let t = desk.page.t;
    let at = if typed.post.is_empty() { &typed.body } else { &typed.post };
    match entry {
        Ok(e) => vec![
            Cell::text(&e.name),
            Cell::text(&e.login),
            Cell::text(words::role(t, e.role)).meta(at.clone()),
            Cell::mark(Mark::new(Tone::Done, Icon::Tick, t.office_row_good())),
        ],
        Err(problems) => vec![
            Cell::text(&typed.name),
            Cell::text(&typed.login),
            Cell::text(&typed.role).meta(at.clone()),
            Cell::mark(Mark::new(Tone::Late, Icon::Warn, t.office_row_wrong())).meta(told(desk, problems)),
        ],
    }
}
