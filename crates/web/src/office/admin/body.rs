//! One body: its names through time; another name from a day on.

use axum::{
    extract::{Path, State},
    response::Response,
};
use axum_extra::extract::Form;
use caunoi_app::people::rename_body::RenameBody;
use caunoi_domain::{
    people::{policy::Action, succession::BodyName},
    problem::Problem,
    text::date,
};
use caunoi_store::body_name;

use super::{
    super::dialogue::form::Pairs,
    after,
    bodies::{line, unconfirmed},
    needed_day,
    view::{self, AdminPage, Cell, FieldKind, FormView, TableView, Typed},
};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault},
};

/// `GET /quan-tri/co-quan/{id}`
///
/// # Errors
/// Not for this officer; no such body.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    page(&web, desk, &id, &Pairs(Vec::new()), &[]).await
}

/// `POST /quan-tri/co-quan/{id}`
///
/// # Errors
/// Not for this officer; no such body.
pub async fn rename(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let fields = Pairs(fields);
    desk.allow(Action::Administer)?;
    desk.check(&fields.get("csrf"))?;
    let mut wrong = Vec::new();
    let from = needed_day(&fields, "from_on", &mut wrong);
    let (name, symbol, source) =
        (line(&fields, "name", &mut wrong), line(&fields, "symbol", &mut wrong), line(&fields, "source", &mut wrong));
    if let Some(from) = from.filter(|_| wrong.is_empty()) {
        let verb = RenameBody { body_id: id.clone(), name, symbol, from, source, confirmed: fields.get("unconfirmed") != "yes" };
        match after(web.app.carry_out_once(&desk.actor, &fields.get("key"), verb).await, &format!("/quan-tri/co-quan/{id}"))? {
            Ok(done) => return Ok(done),
            Err(problems) => wrong = problems,
        }
    }
    page(&web, desk, &id, &fields, &wrong).await
}

async fn page(web: &Web, desk: Desk, id: &str, fields: &Pairs, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::Administer)?;
    let mut conn = web.app.store.read().await?;
    let of = desk.officer.unit_id.as_str();
    let (bodies, names) = conn.together((body_name::bodies_look(of), body_name::names_look(of))).await?;
    drop(conn);
    let body = bodies.into_iter().find(|b| b.id == id).ok_or(Fault::NotFound)?;
    let names: Vec<BodyName> = names.into_iter().filter(|(of, _)| of == id).map(|(_, n)| n).collect();
    let t = desk.page.t;
    let typed = Typed { page: &desk.page, form: if fields.0.is_empty() { "" } else { "ten" }, fields, wrong };
    let form = FormView {
        id: "ten",
        title: t.office_rename(),
        hint: t.office_rename_hint(),
        action: format!("/quan-tri/co-quan/{id}"),
        button: t.office_rename_button(),
        key: web.app.token(),
        open: typed.sent("ten"),
        fields: vec![
            typed.field("ten", "name", t.office_body_name(), "", FieldKind::Line),
            typed.field("ten", "symbol", t.office_symbol(), &body.symbol, FieldKind::Short).hint(t.office_symbol_hint()),
            typed.field("ten", "from_on", t.office_since(), "", FieldKind::Short),
            typed.field("ten", "source", t.office_source(), "", FieldKind::Line).hint(t.office_source_hint()),
            typed.field("ten", "unconfirmed", t.office_not_sure(), "", FieldKind::Tick).hint(t.office_not_sure_hint()),
        ],
    };
    let period = match (&body.valid_from, &body.valid_to) {
        (_, Some(to)) => t.office_until(desk.page.day(to)),
        (Some(from), None) => t.office_days_open(desk.page.day(from)),
        (None, None) => String::new(),
    };
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: body.name.clone(),
        lead: period,
        crumbs: vec![("/quan-tri".to_owned(), t.office_home_title()), ("/quan-tri/co-quan".to_owned(), t.office_bodies())],
        errs: typed.summary(),
        on: None,
        notes: Vec::new(),
        tables: vec![TableView {
            id: "ten-goi",
            title: t.office_names(),
            head: vec![t.office_body_name(), t.office_symbol(), t.office_since(), t.office_source()],
            rows: names.iter().map(|n| row(&desk.page, n)).collect(),
            empty: t.office_names_empty(),
        }],
        forms: vec![form],
        links: Vec::new(),
        page: desk.page.clone(),
    };
    Ok(view::show(&view, wrong))
}

fn row(page: &Page, n: &BodyName) -> Vec<Cell> {
    let mut since = Cell::text(n.from.map_or_else(|| page.t.office_from_the_start(), date::vi));
    if !n.confirmed {
        since = since.and(unconfirmed(page));
    }
    vec![Cell::text(&n.name), Cell::text(&n.symbol), since, Cell::text(&n.source)]
}
