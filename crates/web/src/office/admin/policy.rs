//! `/quan-tri/cong-bo`: what this office publishes, who decides on it and how soon (product rule 11), with safe defaults.

use axum::{extract::State, response::Response};
use axum_extra::extract::Form;
use caunoi_app::people::set_policy::SetPolicy;
use caunoi_domain::{
    people::{policy::Action, publication_policy::Choice},
    problem::{Problem, What},
};
use caunoi_store::publication_policy;

use super::{
    super::dialogue::form::Pairs,
    after,
    bodies::line,
    view::{self, AdminPage, FieldKind, FormView, Typed},
};
use crate::{
    Web,
    page::{desk::Desk, fault::Fault, l10n::L10nLanguage},
};

/// `GET /quan-tri/cong-bo`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    page(&web, desk, &Pairs(Vec::new()), &[]).await
}

/// `POST /quan-tri/cong-bo`
///
/// # Errors
/// Not for this officer.
pub async fn save(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let fields = Pairs(fields);
    desk.allow(Action::Administer)?;
    desk.check(&fields.get("csrf"))?;
    let mut wrong = Vec::new();
    let values = Choice::ALL
        .iter()
        .map(|c| {
            let typed = fields.get(c.code());
            let value = if c.is_switch() { i64::from(typed == "yes") } else { typed.trim().parse().unwrap_or(-1) };
            if !c.allows(value) {
                let (min, max) = c.bounds();
                wrong.push(Problem::new(c.code(), What::Number { min, max }));
            }
            (*c, value)
        })
        .collect();
    let basis = line(&fields, "basis", &mut wrong);
    if wrong.is_empty() {
        let verb = SetPolicy { unit_id: desk.officer.unit_id.clone(), values, basis };
        match after(web.app.carry_out(&desk.actor, verb).await, "/quan-tri/cong-bo")? {
            Ok(done) => return Ok(done),
            Err(problems) => wrong = problems,
        }
    }
    page(&web, desk, &fields, &wrong).await
}

/// The words of a choice, and its hint.
fn said(t: &L10nLanguage, c: Choice) -> (String, String) {
    match c {
        Choice::NamesShown => (t.policy_names_shown(), t.policy_names_shown_hint()),
        Choice::HeadDecides => (t.policy_head_decides(), t.policy_head_decides_hint()),
        Choice::DecisionDays => (t.policy_decision_days(), t.policy_decision_days_hint()),
        Choice::LeastShown => (t.policy_least_shown(), t.policy_least_shown_hint()),
    }
}

async fn page(web: &Web, desk: Desk, fields: &Pairs, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::Administer)?;
    let now = publication_policy::of(&mut web.app.store.read().await?, &desk.officer.unit_id).await?;
    let t = desk.page.t;
    let form_id = "chinh-sach";
    let typed = Typed { page: &desk.page, form: if fields.0.is_empty() { "" } else { form_id }, fields, wrong };
    let mut asked = Vec::new();
    for c in Choice::ALL {
        let value = now.iter().find(|l| l.name == c.code()).map_or_else(|| c.default_value(), |l| l.value);
        let (label, hint) = said(t, *c);
        let (value, kind) = if c.is_switch() {
            (if value == 1 { "yes".to_owned() } else { String::new() }, FieldKind::Tick)
        } else {
            (value.to_string(), FieldKind::Short)
        };
        asked.push(typed.field(form_id, c.code(), label, &value, kind).hint(hint));
    }
    let basis = now.iter().map(|l| l.basis.as_str()).find(|b| !b.is_empty()).unwrap_or_default();
    asked.push(typed.field(form_id, "basis", t.policy_basis(), basis, FieldKind::Line).hint(t.policy_basis_hint()));
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: t.office_policy(),
        lead: t.policy_lead(),
        crumbs: vec![("/quan-tri".to_owned(), t.office_home_title())],
        errs: typed.summary(),
        on: None,
        notes: vec![t.policy_not_made(), t.policy_never()],
        tables: Vec::new(),
        forms: vec![FormView {
            id: form_id,
            title: t.office_policy(),
            hint: String::new(),
            action: "/quan-tri/cong-bo".to_owned(),
            button: t.policy_button(),
            key: web.app.token(),
            open: true,
            fields: asked,
        }],
        links: Vec::new(),
        page: desk.page.clone(),
    };
    Ok(view::show(&view, wrong))
}
