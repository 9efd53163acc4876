//! `/cong-viec/quy-che/{id}`: a document whole, what the own unit did with it, and the forms to record more.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_app::desk::seen::Words;
use caunoi_domain::{
    people::policy::Action,
    problem::Problem,
    regulation::{act::ActKind, document::Visibility, validity},
    text::date,
};
use caunoi_store::{
    beside, regulation,
    regulation_act::{self, ActRow},
    unit,
};

use super::act::{ActTyped, SummaryTyped};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, form::csrf, icon::Icon, problems, render, rule_words, stands::Stands},
    public::{regulation::DocumentView, regulations},
};

/// What was typed into one of the page's forms.
#[derive(Default)]
pub struct Typed {
    pub(super) act: ActTyped,
    pub(super) summary: Option<SummaryTyped>,
}

struct ActLine {
    kind: String,
    day: String,
    by_whom: String,
    audience: String,
    people: String,
    paper: String,
    note: String,
}

type Choices = Vec<(&'static str, String)>;

#[derive(Template)]
#[template(path = "office/regulation.html")]
struct ShowPage {
    page: Page,
    csrf: String,
    key: String,
    id: String,
    d: DocumentView,
    internal: bool,
    /// The unit that issued it, where another registered it.
    for_other: String,
    acts: Vec<ActLine>,
    may_record: bool,
    may_correct: bool,
    may_approve: bool,
    act_kinds: Choices,
    act: ActTyped,
    summary: String,
    /// The summary that is edited.
    stands: Stands,
    errors: problems::Told,
}

/// `GET /cong-viec/quy-che/{id}`
///
/// # Errors
/// Not for this officer; no such document.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let today = date::vi(web.app.clock.today());
    let typed = Typed { act: ActTyped { on: today, ..ActTyped::default() }, ..Typed::default() };
    page(&web, desk, &id, typed, &[]).await
}

/// The page, with what was typed and what is wrong with it.
pub(super) async fn page(web: &Web, desk: Desk, id: &str, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    super::may_read(&desk)?;
    let mut conn = web.app.store.read().await?;
    let (row, own, around, acts) =
        beside!(&mut conn, |c| regulation::find(c, id), |c| unit::find(c, &desk.officer.unit_id), |c| regulation::around(c, id), |c| {
            regulation_act::of(c, &desk.officer.unit_id, id)
        },)?;
    let (row, own) = (row.ok_or(Fault::NotFound)?, own.ok_or(Fault::NotFound)?);
    let chain = regulations::chain(&own);
    let units: Vec<&str> = chain.iter().map(String::as_str).collect();
    let keeps = row.keeper == own.id || row.issuer_unit == own.id;
    let for_other = match row.issuer_unit.as_str() {
        "" => String::new(),
        _ if row.issuer_unit == row.keeper => String::new(),
        issuer => unit::find(&mut conn, issuer).await?.map(|u| u.name).unwrap_or_default(),
    };
    drop(conn);
    // What is internal to another unit is closed here as it is for everybody.
    let inside =
        keeps || (row.document.visibility == Visibility::Internal && validity::applies_to(&row.document, &units) && row.keeper.is_empty());
    let t = desk.page.t;
    let internal = row.document.visibility == Visibility::Internal;
    let binds = validity::applies_to(&row.document, &units);
    let sent = typed.summary.as_ref().map(|s| s.seen.as_str());
    let stands = Stands::of(web, &Words::of_summary(&row), sent, wrong, || vec![(t.rule_summary_label(), row.summary.clone())]);
    let view = ShowPage {
        summary: typed.summary.map_or_else(|| row.summary.clone(), |s| s.summary),
        stands,
        act: typed.act,
        csrf: csrf(&desk.page),
        key: web.app.token(),
        id: id.to_owned(),
        internal,
        for_other,
        acts: acts.into_iter().map(|a| act_line(&desk.page, a)).collect(),
        may_record: binds && desk.allow(Action::KeepRegulations).is_ok(),
        may_correct: keeps && desk.allow(Action::KeepRegulations).is_ok(),
        may_approve: keeps && internal && desk.allow(Action::Publish).is_ok(),
        act_kinds: ActKind::ALL.iter().map(|k| (k.code(), rule_words::act_kind(t, *k))).collect(),
        errors: problems::Told::of(t, wrong),
        d: DocumentView::of(&desk.page, row, around, web.app.clock.today(), inside),
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

fn act_line(page: &Page, a: ActRow) -> ActLine {
    ActLine {
        kind: rule_words::act_kind(page.t, a.kind),
        day: page.day(&a.on_day),
        by_whom: a.by_whom,
        audience: a.audience,
        people: a.people.map(|n| page.t.rule_act_people_count(n)).unwrap_or_default(),
        paper: a.paper,
        note: a.note,
    }
}
