//! A plan, or a supplement: its texts, its rows, who did what; buttons for those whose turn it is.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use caunoi_app::{desk::seen::Words, plan::PlanHead};
use caunoi_domain::{
    dialogue::{
        state::DraftState,
        year_plan::{Change, in_force},
    },
    people::{actor::Role, policy::Action},
    problem::Problem,
};
use caunoi_store::{
    approval,
    people::{self, PostRow},
    year_plan::{self, OfYear, PlanRow},
};

use super::{address, find, names, title, topic, when};
use crate::{
    Web,
    office::dialogue::{
        desk::{LogLine, log_line},
        form::{FieldView, summary, told},
    },
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        icon::Icon,
        mark::{self, Mark},
        render,
        stands::Stands,
        words,
    },
};

#[derive(Template)]
#[template(path = "office/plan/plan.html")]
struct PlanPage {
    page: Page,
    base: String,
    year: i64,
    title: String,
    mark: Mark,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    next: String,
    rows: Vec<RowLine>,
    /// Rows in force that a supplement can change.
    changeable: Vec<(String, String)>,
    head: Vec<FieldView>,
    /// The texts that are edited.
    stands: Stands,
    texts: Vec<(String, String)>,
    log: Vec<LogLine>,
    edits: bool,
    decides: bool,
    proposes: bool,
    note: FieldView,
    proposal: FieldView,
    /// The mark of the plan that is decided about.
    seen: String,
}

struct RowLine {
    id: String,
    change: Option<String>,
    when: String,
    topic: String,
    heads: String,
    facts: Vec<String>,
    removed: bool,
}

/// What was typed into the forms of the page.
#[derive(Default)]
pub(super) struct Typed {
    pub head: Option<PlanHead>,
    /// The mark of the words that came with them.
    pub seen: String,
    pub note: String,
    pub proposal: String,
}

/// `GET /cong-viec/ke-hoach/{id}`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    view(&web, &desk, &id, Typed::default(), &[]).await
}

/// The page, with what is wrong where something is.
pub(super) async fn view(web: &Web, desk: &Desk, id: &str, typed: Typed, all: &[Problem]) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let plan = find(&mut conn, desk, id).await?;
    let (of, on) = (plan.unit_id.as_str(), web.app.clock.today().to_string());
    let looks = (year_plan::rows_of_year_look(of, plan.year), people::posts_look(of, &on), approval::of_look(&plan.id));
    let (rows, posts, log) = conn.together(looks).await?;
    drop(conn);
    let page = desk.page.clone();
    let t = page.t;
    let draft = plan.state == DraftState::Draft;
    let own: Vec<&OfYear> = rows.iter().filter(|r| r.row.plan_id == plan.id).collect();
    let kept = PlanHead {
        basis: plan.basis.clone(),
        purpose: plan.purpose.clone(),
        assignment: plan.assignment.clone(),
        recipients: plan.recipients.clone(),
        reason: plan.reason.clone(),
    };
    let sent = typed.head.is_some().then_some(typed.seen.as_str());
    let now = || told(fields(&page, &[], &kept, plan.number > 0));
    let stands = Stands::of(web, &Words::of_plan_head(&plan), sent, all, now);
    let head = typed.head.unwrap_or(kept);
    let view = PlanPage {
        seen: Words::of_plan(&plan, &rows).mark(&web.app.keys),
        base: address(&plan),
        year: plan.year,
        title: title(t, plan.year, plan.number),
        mark: mark::plan(t, plan.state),
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(t, all),
        next: next(&page, &plan, &posts),
        rows: own.iter().map(|r| row_line(&page, r, &posts)).collect(),
        changeable: changeable(&page, &rows, &plan),
        head: fields(&page, all, &head, plan.number > 0),
        stands,
        texts: texts(&page, &plan),
        log: log.iter().map(|l| log_line(&page, l)).collect(),
        edits: draft && desk.allow(Action::PrepareDialogue).is_ok(),
        decides: plan.state == DraftState::Submitted && decides(desk, &plan),
        proposes: plan.state != DraftState::Approved && desk.allow(Action::ProposePlan).is_ok(),
        note: FieldView::line(t, all, "note", t.plan_return_note(), &typed.note).area(2),
        proposal: FieldView::line(t, all, "proposal", t.yp_proposal(), &typed.proposal).hint(t.yp_proposal_hint()).area(3),
        page,
    };
    Ok(render::form(&view, all))
}

/// Does the officer hold the post that decides on it? Any head of the unit where no rule named one.
fn decides(desk: &Desk, plan: &PlanRow) -> bool {
    let post = desk.officer.post_id.as_deref();
    desk.officer.role == Role::Head && post.is_some_and(|p| plan.approver_post.is_empty() || plan.approver_post == p)
}

fn next(page: &Page, plan: &PlanRow, posts: &[PostRow]) -> String {
    let t = page.t;
    match plan.state {
        DraftState::Asked | DraftState::Draft => t.yp_next_office(),
        DraftState::Submitted if plan.approver_post.is_empty() => t.yp_next_any_head(),
        DraftState::Submitted => t.yp_next_approves(names(posts, std::slice::from_ref(&plan.approver_post))),
        DraftState::Approved => t.yp_next_carry_out(),
    }
}

fn row_line(page: &Page, r: &OfYear, posts: &[PostRow]) -> RowLine {
    let t = page.t;
    let p = &r.row.planned;
    let some = |label: String, text: &str| (!text.is_empty()).then(|| format!("{label}: {text}"));
    let facts = [
        Some(words::dialogue_kind(t, p.kind)),
        some(t.plan_audience(), &p.audience),
        some(t.plan_area(), &p.area),
        some(t.plan_place(), &p.place),
        some(t.yp_documents(), &p.documents),
        p.announce_on.map(|d| format!("{}: {}", t.yp_announce_on(), page.day(&d.to_string()))),
        some(t.yp_budget(), &p.budget),
        p.pilot.then(|| t.plan_pilot_yes()),
    ];
    RowLine {
        id: r.row.id.clone(),
        change: (r.number > 0).then(|| words::plan_change(t, r.row.change)),
        when: when(page, &r.row),
        topic: topic(t, &r.row),
        heads: names(posts, &p.heads),
        facts: facts.into_iter().flatten().collect(),
        removed: r.row.change == Change::Remove,
    }
}

/// Rows in force that this supplement does not touch yet: id and words.
fn changeable(page: &Page, rows: &[OfYear], plan: &PlanRow) -> Vec<(String, String)> {
    if plan.number == 0 || plan.state != DraftState::Draft {
        return Vec::new();
    }
    let lines: Vec<_> = rows.iter().map(OfYear::line).collect();
    let touched = |id: &str| rows.iter().any(|r| r.row.plan_id == plan.id && r.row.replaces == id);
    in_force(&lines)
        .into_iter()
        .filter(|(id, _)| !touched(id))
        .filter_map(|(id, _)| rows.iter().find(|r| r.row.id == id))
        .map(|r| (r.row.id.clone(), format!("{}: {}", when(page, &r.row), topic(page.t, &r.row))))
        .collect()
}

fn fields(page: &Page, all: &[Problem], h: &PlanHead, supplement: bool) -> Vec<FieldView> {
    let t = page.t;
    let mut fields = vec![
        FieldView::line(t, all, "basis_text", t.yp_basis(), &h.basis).hint(t.yp_basis_hint()).area(3),
        FieldView::line(t, all, "purpose", t.yp_purpose(), &h.purpose).area(3),
        FieldView::line(t, all, "assignment", t.yp_assignment(), &h.assignment).area(3),
        FieldView::line(t, all, "recipients", t.yp_recipients(), &h.recipients).hint(t.yp_recipients_hint()).area(3),
    ];
    if supplement {
        fields.insert(0, FieldView::line(t, all, "change_reason", t.yp_reason(), &h.reason).hint(t.yp_reason_hint()).area(2));
    }
    fields
}

/// The texts of a plan: reason of a supplement, basis, purpose, who does what.
pub(in crate::office) fn texts(page: &Page, p: &PlanRow) -> Vec<(String, String)> {
    let t = page.t;
    [
        (t.yp_reason(), &p.reason),
        (t.yp_basis(), &p.basis),
        (t.yp_purpose(), &p.purpose),
        (t.yp_assignment(), &p.assignment),
        (t.yp_recipients(), &p.recipients),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(name, text)| (name, text.clone()))
    .collect()
}
