//! The paper of a plan: the system's own form ("mẫu của hệ thống"), A4, Vietnamese in every language of the interface.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_domain::{dialogue::state::DraftState, people::body::BodyKind};
use caunoi_store::{
    beside,
    people::{self, BodyRow, PostRow},
    unit,
    year_plan::{self, OfYear},
};

use super::{address, find, names, title, topic, when};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        icon::Icon,
        l10n::L10nLanguage,
        lang::Lang,
        render,
        sheet::{self, SheetHead},
        words,
    },
};

#[derive(Template)]
#[template(path = "office/plan/print.html")]
struct PlanPaper {
    page: Page,
    /// The words of official papers.
    v: &'static L10nLanguage,
    base: String,
    title: String,
    draft: bool,
    head: SheetHead,
    abstract_: String,
    /// Heading and lines of each part before the table.
    parts: Vec<(String, Vec<String>)>,
    rows: Vec<Line>,
    assignment: Vec<String>,
    recipients: Vec<String>,
    signature: Vec<String>,
    signed: bool,
}

struct Line {
    when: String,
    topic: String,
    heads: String,
    facts: Vec<String>,
    body: String,
}

/// `GET …/in`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let plan = find(&mut conn, &desk, &id).await?;
    let today = web.app.clock.today().to_string();
    let on = plan.approved_on.clone().unwrap_or(today);
    let (unit, above, rows, posts, bodies) = beside!(
        &mut conn,
        |c| unit::find(c, &plan.unit_id),
        |c| unit::above(c, &plan.unit_id),
        |c| year_plan::rows_of_year(c, &plan.unit_id, plan.year),
        |c| people::posts(c, &plan.unit_id, &on),
        |c| people::bodies(c, &plan.unit_id),
    )?;
    drop(conn);
    let unit = unit.ok_or(Fault::NotFound)?;
    let superior = above.into_iter().find(|u| unit.parent_id.as_ref() == Some(&u.id));
    let v = Lang::Vi.words();
    let paper = Page { t: v, lang: Lang::Vi, ..desk.page.clone() };
    let signer = signer(&plan.approver_post, &plan.approved_label, &posts);
    let body = signer.and_then(|p| bodies.iter().find(|b| b.id == p.body_id)).or_else(|| committee(&bodies));
    let (kind, name, organ) = body.map_or((BodyKind::PeoplesCommittee, "", ""), |b| (b.kind, b.name.as_str(), b.symbol.as_str()));
    let number = sheet::number_line(kind, organ, "").replace("TB", "KH");
    let head = SheetHead::new((kind, name), &unit, superior.as_ref(), number, &on);
    Ok(render::html(&PlanPaper {
        v,
        base: address(&plan),
        title: title(desk.page.t, plan.year, plan.number),
        draft: plan.state != DraftState::Approved,
        abstract_: if plan.number == 0 {
            v.yp_paper_abstract(plan.year.to_string())
        } else {
            v.yp_paper_supplement(plan.number, plan.year.to_string())
        },
        parts: [(v.yp_reason(), &plan.reason), (v.yp_basis(), &plan.basis), (v.yp_purpose(), &plan.purpose)]
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| (name, lines(text)))
            .collect(),
        rows: rows.iter().filter(|r| r.row.plan_id == plan.id).map(|r| line(&paper, r, &posts, &bodies)).collect(),
        assignment: lines(&plan.assignment),
        recipients: lines(&plan.recipients),
        signature: sheet::signature(&head, signer.map_or("", |p| p.name.as_str())),
        signed: plan.state == DraftState::Approved,
        head,
        page: desk.page,
    }))
}

/// The post that approved it, or that will.
fn signer<'a>(approver: &str, label: &str, posts: &'a [PostRow]) -> Option<&'a PostRow> {
    posts.iter().find(|p| p.name == label).or_else(|| posts.iter().find(|p| p.id == approver)).or_else(|| posts.iter().find(|p| p.head))
}

fn committee(bodies: &[BodyRow]) -> Option<&BodyRow> {
    bodies.iter().find(|b| b.kind == BodyKind::PeoplesCommittee)
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}

fn line(page: &Page, r: &OfYear, posts: &[PostRow], bodies: &[BodyRow]) -> Line {
    let (v, p) = (page.t, &r.row.planned);
    let some = |label: String, text: &str| (!text.is_empty()).then(|| format!("{label}: {text}"));
    let change = (r.number > 0).then(|| words::plan_change(v, r.row.change));
    let facts = [
        change,
        Some(words::dialogue_kind(v, p.kind)),
        Some(words::form(v, p.form)),
        some(v.plan_audience(), &p.audience),
        some(v.plan_area(), &p.area),
        some(v.plan_place(), &p.place),
        p.expected.map(|n| format!("{}: {n}", v.plan_expected())),
        some(v.yp_documents(), &p.documents),
        p.announce_on.map(|d| format!("{}: {}", v.yp_announce_on(), page.day(&d.to_string()))),
        some(v.yp_budget(), &p.budget),
        p.pilot.then(|| v.plan_pilot_yes()),
    ];
    Line {
        when: when(page, &r.row),
        topic: topic(v, &r.row),
        heads: names(posts, &p.heads),
        facts: facts.into_iter().flatten().collect(),
        body: bodies.iter().find(|b| b.id == p.body).map(|b| b.name.clone()).unwrap_or_default(),
    }
}
