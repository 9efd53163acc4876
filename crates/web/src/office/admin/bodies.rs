//! `/quan-tri/co-quan`: the bodies of this office on a day, by their names of the day; what followed what (S0.18).

use axum::{
    extract::{Query, State},
    response::Response,
};
use axum_extra::extract::Form;
use caunoi_app::people::{add_body::AddBody, succeed_body::SucceedBody};
use caunoi_domain::{
    people::{
        body::BodyKind,
        policy::Action,
        succession::{self, BodyName, Succession},
    },
    problem::Problem,
    text::date,
};
use caunoi_store::body_name::{self, BodyView};
use jiff::civil::Date;
use serde::Deserialize;

use super::{
    super::dialogue::form::Pairs,
    after, asked_day, needed_day,
    view::{self, AdminPage, Cell, Field, FieldKind, FormView, TableView, Typed},
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        form::{choice, day},
        icon::Icon,
        mark::{Mark, Tone},
        words,
    },
};

const HERE: &str = "/quan-tri/co-quan";

/// The day the page is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    on: String,
}

/// `GET /quan-tri/co-quan`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let on = asked_day(&asked.on, web.app.clock.today());
    page(&web, desk, on, "", &Pairs(Vec::new()), &[]).await
}

/// `POST /quan-tri/co-quan`
///
/// # Errors
/// Not for this officer.
pub async fn add(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let fields = Pairs(fields);
    desk.allow(Action::Administer)?;
    desk.check(&fields.get("csrf"))?;
    let mut wrong = Vec::new();
    let kind: Option<BodyKind> = choice(&fields.get("body_kind"), "body_kind", &mut wrong);
    let from = day(&fields.get("from_on"), "from_on", &mut wrong);
    if let Some(kind) = kind.filter(|_| wrong.is_empty()) {
        let verb = AddBody {
            unit_id: desk.officer.unit_id.clone(),
            kind,
            name: line(&fields, "name", &mut wrong),
            symbol: line(&fields, "symbol", &mut wrong),
            has_account: fields.get("outside") != "yes",
            from,
            to: None,
            source: line(&fields, "source", &mut wrong),
            confirmed: fields.get("unconfirmed") != "yes",
        };
        if wrong.is_empty() {
            match after(web.app.carry_out_once(&desk.actor, &fields.get("key"), verb).await.map(|_: String| ()), HERE)? {
                Ok(done) => return Ok(done),
                Err(problems) => wrong = problems,
            }
        }
    }
    let today = web.app.clock.today();
    page(&web, desk, today, "them", &fields, &wrong).await
}

/// `POST /quan-tri/co-quan/ke-tuc`
///
/// # Errors
/// Not for this officer.
pub async fn succeed(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let fields = Pairs(fields);
    desk.allow(Action::Administer)?;
    desk.check(&fields.get("csrf"))?;
    let mut wrong = Vec::new();
    let on = needed_day(&fields, "on_day", &mut wrong);
    let source = line(&fields, "source", &mut wrong);
    if let Some(on) = on.filter(|_| wrong.is_empty()) {
        let verb =
            SucceedBody { old_id: fields.get("old"), new_id: fields.get("new"), on, source, confirmed: fields.get("unconfirmed") != "yes" };
        match after(web.app.carry_out_once(&desk.actor, &fields.get("key"), verb).await, HERE)? {
            Ok(done) => return Ok(done),
            Err(problems) => wrong = problems,
        }
    }
    let today = web.app.clock.today();
    page(&web, desk, today, "ke-tuc", &fields, &wrong).await
}

/// A line as typed, NFC, of a length that a paper holds.
pub(super) fn line(fields: &Pairs, name: &'static str, wrong: &mut Vec<Problem>) -> String {
    use caunoi_domain::opinion::submission::{LINE_MAX, text};
    text(&fields.get(name), name, LINE_MAX, false, wrong)
}

/// "chưa xác nhận", beside what no paper confirms.
pub(super) fn unconfirmed(page: &Page) -> Mark {
    Mark::new(Tone::Idle, Icon::Diamond, page.t.office_unconfirmed())
}

async fn page(web: &Web, desk: Desk, on: Date, sent: &str, fields: &Pairs, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::Administer)?;
    let mut conn = web.app.store.read().await?;
    let of = desk.officer.unit_id.as_str();
    let looks = (body_name::bodies_look(of), body_name::names_look(of), body_name::successions_look(of));
    let (bodies, names, successions) = conn.together(looks).await?;
    drop(conn);
    let iso = on.to_string();
    let there = |b: &&BodyView| {
        b.valid_from.as_deref().is_none_or(|from| from <= iso.as_str()) && b.valid_to.as_deref().is_none_or(|to| iso.as_str() <= to)
    };
    let t = desk.page.t;
    let typed = Typed { page: &desk.page, form: sent, fields, wrong };
    let name = |id: &str| named(&bodies, &names, id, on);
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: t.office_bodies(),
        lead: t.office_bodies_lead(),
        crumbs: vec![("/quan-tri".to_owned(), t.office_home_title())],
        errs: typed.summary(),
        on: Some((t.office_on(), date::vi(on))),
        notes: Vec::new(),
        tables: vec![
            TableView {
                id: "co-quan",
                title: t.office_bodies_on(date::vi(on)),
                head: vec![t.office_body(), t.office_kind(), t.office_symbol(), t.office_source()],
                rows: bodies.iter().filter(there).map(|b| row(&desk.page, b, name(&b.id), &successions)).collect(),
                empty: t.office_bodies_empty(),
            },
            TableView {
                id: "ke-tuc-bang",
                title: t.office_successions(),
                head: vec![t.office_old_body(), t.office_new_body(), t.office_since(), t.office_source()],
                rows: successions.iter().map(|s| succession_row(&desk.page, s, &bodies, &names)).collect(),
                empty: t.office_successions_empty(),
            },
        ],
        forms: vec![add_form(&typed, web.app.token()), succession_form(&typed, web.app.token(), &bodies)],
        links: Vec::new(),
        page: desk.page.clone(),
    };
    Ok(view::show(&view, wrong))
}

/// The name of a body on a day.
fn named(bodies: &[BodyView], names: &[(String, BodyName)], id: &str, on: Date) -> String {
    let own: Vec<BodyName> = names.iter().filter(|(of, _)| of == id).map(|(_, n)| n.clone()).collect();
    let today = || bodies.iter().find(|b| b.id == id).map(|b| b.name.clone()).unwrap_or_default();
    succession::name_on(&own, on).map_or_else(today, |n| n.name.clone())
}

fn row(page: &Page, b: &BodyView, name: String, successions: &[Succession]) -> Vec<Cell> {
    let t = page.t;
    let mut first = Cell::link(name, format!("{HERE}/{}", b.id));
    if !b.has_account {
        first = first.meta(t.office_outside());
    }
    for s in successions.iter().filter(|s| s.new == b.id) {
        first = first.meta(t.office_follows(date::vi(s.on)));
    }
    let mut source = Cell::text(&b.source);
    if !b.confirmed {
        source = source.and(unconfirmed(page));
    }
    vec![first, Cell::text(words::body_kind(t, b.kind)), Cell::text(&b.symbol), source]
}

fn succession_row(page: &Page, s: &Succession, bodies: &[BodyView], names: &[(String, BodyName)]) -> Vec<Cell> {
    let mut on = Cell::text(date::vi(s.on));
    if !s.confirmed {
        on = on.and(unconfirmed(page));
    }
    let before = s.on.yesterday().unwrap_or(s.on);
    vec![Cell::text(named(bodies, names, &s.old, before)), Cell::text(named(bodies, names, &s.new, s.on)), on, Cell::text(&s.source)]
}

fn kinds(page: &Page) -> Vec<(String, String)> {
    let all = BodyKind::ALL.iter().map(|k| (k.code().to_owned(), words::body_kind(page.t, *k)));
    std::iter::once((String::new(), page.t.office_choose())).chain(all).collect()
}

fn not_sure(typed: &Typed<'_>, form: &str) -> Field {
    let t = typed.page.t;
    typed.field(form, "unconfirmed", t.office_not_sure(), "", FieldKind::Tick).hint(t.office_not_sure_hint())
}

fn add_form(typed: &Typed<'_>, key: String) -> FormView {
    let t = typed.page.t;
    FormView {
        id: "them",
        title: t.office_add_body(),
        hint: t.office_add_body_hint(),
        action: HERE.to_owned(),
        button: t.office_add_body(),
        key,
        open: typed.sent("them"),
        fields: vec![
            typed.field("them", "name", t.office_body_name(), "", FieldKind::Line),
            typed.field("them", "body_kind", t.office_kind(), "", FieldKind::Select(kinds(typed.page))),
            typed.field("them", "symbol", t.office_symbol(), "", FieldKind::Short).hint(t.office_symbol_hint()),
            typed.field("them", "from_on", t.office_since(), "", FieldKind::Short).hint(t.office_since_hint()),
            typed.field("them", "source", t.office_source(), "", FieldKind::Line).hint(t.office_source_hint()),
            typed.field("them", "outside", t.office_outside_tick(), "", FieldKind::Tick).hint(t.office_outside_hint()),
            not_sure(typed, "them"),
        ],
    }
}

fn succession_form(typed: &Typed<'_>, key: String, bodies: &[BodyView]) -> FormView {
    let t = typed.page.t;
    let all: Vec<(String, String)> =
        std::iter::once((String::new(), t.office_choose())).chain(bodies.iter().map(|b| (b.id.clone(), b.name.clone()))).collect();
    FormView {
        id: "ke-tuc",
        title: t.office_succeed(),
        hint: t.office_succeed_hint(),
        action: format!("{HERE}/ke-tuc"),
        button: t.office_succeed_button(),
        key,
        open: typed.sent("ke-tuc"),
        fields: vec![
            typed.field("ke-tuc", "old", t.office_old_body(), "", FieldKind::Select(all.clone())),
            typed.field("ke-tuc", "new", t.office_new_body(), "", FieldKind::Select(all)),
            typed.field("ke-tuc", "on_day", t.office_since(), "", FieldKind::Short),
            typed.field("ke-tuc", "source", t.office_source(), "", FieldKind::Line).hint(t.office_source_hint()),
            not_sure(typed, "ke-tuc"),
        ],
    }
}
