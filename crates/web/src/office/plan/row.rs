//! The form of a planned conference: new, edited, or in place of an approved one.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal,
    desk::{edited::Edited, seen::Words},
    plan::PutRow,
};
use caunoi_domain::{
    dialogue::{
        state::{Basis, DialogueKind, DraftState, Form as How},
        year_plan::{Change, TypedRow, row},
    },
    people::policy::Action,
    problem::Problem,
};
use caunoi_store::{
    people::{self, BodyRow, PostRow},
    year_plan::{self, ConferenceRow},
};
use serde::Deserialize;

use super::{address, find, title};
use crate::{
    Web,
    office::dialogue::{
        form::{ChoiceView, ChoicesView, FieldView, Pairs, summary, told},
        scope_form,
        select::{SelectView, option},
    },
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        problems, render,
        stands::Stands,
        words,
    },
};

#[derive(Template)]
#[template(path = "office/plan/row.html")]
struct RowPage {
    page: Page,
    base: String,
    plan: String,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    /// The row that is edited; of a new one nothing.
    stands: Stands,
    row: String,
    change: &'static str,
    replaces: String,
    first: Vec<FieldView>,
    groups: Vec<ChoicesView>,
    body: SelectView,
    rest: Vec<FieldView>,
    covered: Vec<ChoicesView>,
}

/// Which row is edited, or which approved one gets another in its place.
#[derive(Clone, Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    sua: String,
    #[serde(default)]
    thay: String,
}

/// `GET …/cuoc`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    view(&web, &desk, &id, &asked, None, &[]).await
}

/// `POST …/cuoc`
///
/// # Errors
/// Not for this officer, or not now.
pub async fn put(
    State(web): State<Web>,
    desk: Desk,
    Path(id): Path<String>,
    Form(f): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    desk.allow(Action::PrepareDialogue)?;
    let plan = find(&mut web.app.store.read().await?, &desk, &id).await?;
    let typed = read(&p);
    let change = p.get("change").parse().unwrap_or(Change::Add);
    let year = i16::try_from(plan.year).map_err(|_| Fault::NotFound)?;
    let planned = if change == Change::Remove { Ok(None) } else { row(&typed, year).map(Some) };
    let done = match planned {
        Ok(planned) => {
            let of = Edited::PlanRow { plan: plan.public_id, row: p.get("row") };
            let verb = PutRow { plan: plan.public_id, row: p.get("row"), change, replaces: p.get("replaces"), planned };
            p.change(&web, &desk, of, verb).await
        }
        Err(problems) => Err(Refusal::Invalid(problems)),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&address(&plan)).into_response()),
        Err(refused) => {
            let asked = Asked { sua: p.get("row"), thay: p.get("replaces") };
            view(&web, &desk, &id, &asked, Some((typed, p.get("seen"))), &problems_of(refused)?).await
        }
    }
}

fn read(p: &Pairs) -> TypedRow {
    TypedRow {
        heads: p.all("heads"),
        kind: p.get("kind"),
        basis: p.get("basis"),
        topic: p.get("topic"),
        audience: p.get("audience"),
        audiences: p.all("audiences"),
        fields: p.all("fields"),
        area: p.get("area"),
        place: p.get("place"),
        month: p.get("month"),
        on_day: p.get("on_day"),
        form: p.get("form"),
        expected: p.get("expected"),
        body: p.get("body"),
        documents: p.get("documents"),
        announce_on: p.get("announce_on"),
        budget: p.get("budget"),
        pilot: p.get("pilot"),
    }
}

/// A kept row as it is typed again.
fn again(page: &Page, r: &ConferenceRow) -> TypedRow {
    let p = &r.planned;
    let day = |d: Option<jiff::civil::Date>| d.map(|d| page.day(&d.to_string())).unwrap_or_default();
    TypedRow {
        heads: p.heads.clone(),
        kind: p.kind.code().to_owned(),
        basis: p.basis.code().to_owned(),
        topic: p.topic.clone(),
        audience: p.audience.clone(),
        audiences: p.audiences.iter().map(|a| a.code().to_owned()).collect(),
        fields: p.fields.iter().map(|f| f.code().to_owned()).collect(),
        area: p.area.clone(),
        place: p.place.clone(),
        month: p.month.to_string(),
        on_day: day(p.on_day),
        form: p.form.code().to_owned(),
        expected: p.expected.map(|n| n.to_string()).unwrap_or_default(),
        body: p.body.clone(),
        documents: p.documents.clone(),
        announce_on: day(p.announce_on),
        budget: p.budget.clone(),
        pilot: if p.pilot { "yes".to_owned() } else { String::new() },
    }
}

/// `typed` comes with the mark of the words that stood in the form.
async fn view(
    web: &Web,
    desk: &Desk,
    id: &str,
    asked: &Asked,
    typed: Option<(TypedRow, String)>,
    all: &[Problem],
) -> Result<Response, Fault> {
    desk.allow(Action::PrepareDialogue)?;
    let mut conn = web.app.store.read().await?;
    let plan = find(&mut conn, desk, id).await?;
    if plan.state != DraftState::Draft {
        return Err(Fault::NotFound);
    }
    let (of, on) = (plan.unit_id.as_str(), web.app.clock.today().to_string());
    let looks = (year_plan::rows_of_year_look(of, plan.year), people::posts_look(of, &on), people::bodies_look(of));
    let (rows, posts, bodies) = conn.together(looks).await?;
    drop(conn);
    let page = desk.page.clone();
    let t = page.t;
    let edited = rows.iter().find(|r| r.row.id == asked.sua && r.row.plan_id == plan.id);
    let before = rows.iter().find(|r| r.row.id == asked.thay && r.state == DraftState::Approved);
    let (typed, sent) = typed.unzip();
    let stands = edited.map_or_else(Stands::default, |r| {
        let now = || {
            let kept = again(&page, &r.row);
            told(first(&page, &[], &kept).into_iter().chain(rest(&page, &[], &kept)).collect())
        };
        Stands::of(web, &Words::of_plan_row(&r.row), sent.as_deref(), all, now)
    });
    let typed = typed.or_else(|| edited.or(before).map(|r| again(&page, &r.row))).unwrap_or_else(|| TypedRow {
        kind: DialogueKind::Regular.code().to_owned(),
        basis: Basis::Both.code().to_owned(),
        form: How::InPerson.code().to_owned(),
        ..TypedRow::default()
    });
    let mut covered = scope_form::covered(&page, all, &typed.audiences, &typed.fields);
    covered.push(scope_form::tick("pilot", t.plan_pilot(), t.plan_pilot_yes(), t.plan_pilot_hint(), &typed.pilot));
    let view = RowPage {
        base: address(&plan),
        plan: title(t, plan.year, plan.number),
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(t, all),
        stands,
        row: edited.map(|r| r.row.id.clone()).unwrap_or_default(),
        change: if before.is_some() { Change::Replace.code() } else { Change::Add.code() },
        replaces: before.map(|r| r.row.id.clone()).unwrap_or_default(),
        first: first(&page, all, &typed),
        groups: groups(&page, all, &typed, &posts),
        body: body(&page, all, &typed, &bodies),
        rest: rest(&page, all, &typed),
        covered,
        page,
    };
    Ok(render::form(&view, all))
}

fn first(page: &Page, all: &[Problem], r: &TypedRow) -> Vec<FieldView> {
    let t = page.t;
    let line = |name, label, value: &str| FieldView::line(t, all, name, label, value);
    vec![
        line("month", t.yp_month(), &r.month).hint(t.yp_month_hint()).short(),
        line("on_day", t.plan_day(), &r.on_day).hint(t.yp_day_hint()).short(),
        line("topic", t.yp_topic(), &r.topic).hint(t.yp_topic_hint()),
    ]
}

fn rest(page: &Page, all: &[Problem], r: &TypedRow) -> Vec<FieldView> {
    let t = page.t;
    let line = |name, label, value: &str| FieldView::line(t, all, name, label, value);
    vec![
        line("audience", t.plan_audience(), &r.audience).hint(t.plan_audience_hint()),
        line("area", t.plan_area(), &r.area).hint(t.plan_area_hint()),
        line("place", t.plan_place(), &r.place),
        line("expected", t.plan_expected(), &r.expected).short(),
        line("documents", t.yp_documents(), &r.documents).hint(t.yp_documents_hint()).area(2),
        line("announce_on", t.yp_announce_on(), &r.announce_on).hint(t.plan_day_hint()).short(),
        line("budget", t.yp_budget(), &r.budget),
    ]
}

fn groups(page: &Page, all: &[Problem], r: &TypedRow, posts: &[PostRow]) -> Vec<ChoicesView> {
    let t = page.t;
    let group = |name, legend, hint, many, choices| ChoicesView { name, legend, hint, many, choices, error: problems::of(t, all, name) };
    let choice = |code: &str, label, chosen: bool| ChoiceView { value: code.to_owned(), label, hint: String::new(), checked: chosen };
    let heads = posts.iter().filter(|p| p.head).map(|p| choice(&p.id, p.name.clone(), r.heads.contains(&p.id))).collect();
    vec![
        group("heads", t.plan_chairs(), t.plan_chairs_hint(), true, heads),
        group(
            "kind",
            t.plan_kind(),
            String::new(),
            false,
            DialogueKind::ALL.iter().map(|k| choice(k.code(), words::dialogue_kind(t, *k), r.kind == k.code())).collect(),
        ),
        group(
            "basis",
            t.plan_basis(),
            String::new(),
            false,
            Basis::ALL.iter().map(|b| choice(b.code(), words::basis(t, *b), r.basis == b.code())).collect(),
        ),
        group(
            "form",
            t.plan_form(),
            String::new(),
            false,
            How::ALL.iter().map(|f| choice(f.code(), words::form(t, *f), r.form == f.code())).collect(),
        ),
    ]
}

fn body(page: &Page, all: &[Problem], r: &TypedRow, bodies: &[BodyRow]) -> SelectView {
    SelectView {
        name: "body",
        label: page.t.yp_body(),
        hint: String::new(),
        none: page.t.yp_body_none(),
        options: bodies.iter().filter(|b| b.has_account).map(|b| option(&b.id, b.name.clone(), &r.body)).collect(),
        error: problems::of(page.t, all, "body"),
    }
}
