//! What the place's rules ask of its plans: data with its source, written in by the administrator, read by everybody.

use askama::Template;
use axum::{
    Form,
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{Refusal, plan::SetPlanRule};
use caunoi_domain::{
    dialogue::{
        count::Counts,
        plan_rule::{PlanRule, TypedRule, rule},
    },
    people::policy::Action,
    problem::Problem,
};
use caunoi_store::{
    people::{self, PostRow},
    plan_rule::{self, RuleRow},
};

use crate::{
    Web,
    office::dialogue::{
        form::{FieldView, Pairs, summary},
        scope_form::tick,
        select::{SelectView, option},
    },
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        problems, render, words,
    },
};

#[derive(Template)]
#[template(path = "office/plan/rules.html")]
struct RulesPage {
    page: Page,
    csrf: String,
    key: String,
    errs: Vec<(String, String)>,
    lines: Vec<Line>,
    history: Vec<(String, String)>,
    /// The form, for who may write; with the rule it is for.
    form: Option<RuleForm>,
    may: bool,
    /// May the officer read the plans themselves?
    reads: bool,
}

struct Line {
    code: &'static str,
    name: String,
    value: String,
    source: String,
    from_above: bool,
}

struct RuleForm {
    rule: PlanRule,
    name: String,
    value: Option<FieldView>,
    choice: Option<SelectView>,
    citation: FieldView,
    ticks: Vec<crate::office::dialogue::form::ChoicesView>,
}

/// `GET /cong-viec/ke-hoach/quy-dinh`
///
/// # Errors
/// Not for this officer.
pub async fn show(
    State(web): State<Web>,
    desk: Desk,
    axum::extract::Query(asked): axum::extract::Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    view(&web, &desk, &TypedRule { rule: Pairs(asked).get("sua"), ..TypedRule::default() }, &[], true).await
}

/// `POST /cong-viec/ke-hoach/quy-dinh`
///
/// # Errors
/// Not for this officer.
pub async fn set(State(web): State<Web>, desk: Desk, Form(f): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let p = Pairs(f);
    desk.check(&p.get("csrf"))?;
    let typed = TypedRule {
        rule: p.get("rule"),
        value: p.get("value"),
        before: p.get("before"),
        citation: p.get("citation"),
        confirmed: p.get("confirmed"),
    };
    let done = match rule(&typed) {
        Ok(rule) => {
            let verb = SetPlanRule { unit_id: desk.officer.unit_id.clone(), rule };
            web.app.carry_out_once(&desk.actor, &p.get("key"), verb).await
        }
        Err(problems) => Err(Refusal::Invalid(problems)),
    };
    match done {
        Ok(()) => Ok(Redirect::to("/cong-viec/ke-hoach/quy-dinh").into_response()),
        Err(refused) => view(&web, &desk, &typed, &problems_of(refused)?, false).await,
    }
}

async fn view(web: &Web, desk: &Desk, typed: &TypedRule, all: &[Problem], fresh: bool) -> Result<Response, Fault> {
    let may = desk.allow(Action::Administer).is_ok();
    if !may {
        desk.allow(Action::ReadFollowUp)?;
    }
    let unit = &desk.officer.unit_id;
    let mut conn = web.app.store.read().await?;
    let on = web.app.clock.today().to_string();
    let looks = (plan_rule::in_force_look(unit), plan_rule::history_look(unit, 50), people::posts_look(unit, &on));
    let (rules, history, posts) = conn.together(looks).await?;
    drop(conn);
    let page = desk.page.clone();
    let t = page.t;
    let asked: Option<PlanRule> = typed.rule.parse().ok().filter(|_| may);
    let form = asked.map(|which| {
        let kept = rules.get(which).filter(|_| fresh).map(again);
        form(&page, all, which, &kept.unwrap_or_else(|| typed.clone()), &posts)
    });
    let view = RulesPage {
        csrf: desk.csrf().to_owned(),
        key: web.app.token(),
        errs: summary(t, all),
        lines: PlanRule::ALL.iter().map(|r| line(&page, *r, rules.get(*r), unit, &posts)).collect(),
        history: history.iter().map(|r| past(&page, r, &posts)).collect(),
        form,
        may,
        reads: desk.allow(Action::ReadFollowUp).is_ok(),
        page,
    };
    Ok(render::form(&view, all))
}

/// A kept datum as it is typed again.
fn again(r: &RuleRow) -> TypedRule {
    let (before, day) = match r.rule.value.strip_prefix("before:") {
        Some(day) => ("before", day),
        None => ("", r.rule.value.as_str()),
    };
    let value = match (r.rule.rule, day.split_once('-')) {
        (PlanRule::ProgrammeDeadline, Some((m, d))) => format!("{d}/{m}"),
        _ => r.rule.value.clone(),
    };
    TypedRule {
        rule: r.rule.rule.code().to_owned(),
        value,
        before: before.to_owned(),
        citation: r.rule.citation.clone(),
        confirmed: if r.rule.confirmed { "yes".to_owned() } else { String::new() },
    }
}

fn form(page: &Page, all: &[Problem], which: PlanRule, typed: &TypedRule, posts: &[PostRow]) -> RuleForm {
    let t = page.t;
    let select = |options| SelectView {
        name: "value",
        label: words::plan_rule(t, which),
        hint: String::new(),
        none: t.yp_rule_none(),
        options,
        error: problems::of(t, all, "value"),
    };
    let choice = match which {
        PlanRule::Approver => Some(select(posts.iter().filter(|p| p.head).map(|p| option(&p.id, p.name.clone(), &typed.value)).collect())),
        PlanRule::Counts => Some(select(Counts::ALL.iter().map(|c| option(c.code(), words::counts(t, *c), &typed.value)).collect())),
        _ => None,
    };
    let hint = if which == PlanRule::ProgrammeDeadline { t.yp_rule_day_hint() } else { t.yp_rule_days_hint() };
    let mut ticks = Vec::new();
    if which == PlanRule::ProgrammeDeadline {
        let mut before = tick("before", t.yp_rule_before(), t.yp_rule_before_yes(), String::new(), "");
        before.choices.iter_mut().for_each(|c| {
            "before".clone_into(&mut c.value);
            c.checked = typed.before == "before";
        });
        ticks.push(before);
    }
    ticks.push(tick("confirmed", t.yp_rule_check(), t.yp_rule_check_yes(), t.yp_rule_check_hint(), &typed.confirmed));
    RuleForm {
        rule: which,
        name: words::plan_rule(t, which),
        value: choice.is_none().then(|| FieldView::line(t, all, "value", words::plan_rule(t, which), &typed.value).hint(hint).short()),
        choice,
        citation: FieldView::line(t, all, "citation", t.yp_rule_citation(), &typed.citation).hint(t.yp_rule_citation_hint()),
        ticks,
    }
}

fn line(page: &Page, rule: PlanRule, row: Option<&RuleRow>, unit: &str, posts: &[PostRow]) -> Line {
    let t = page.t;
    Line {
        code: rule.code(),
        name: words::plan_rule(t, rule),
        value: row.map_or_else(|| t.yp_rule_none(), |r| value(page, r, posts)),
        source: row.map(|r| source(page, r)).unwrap_or_default(),
        from_above: row.is_some_and(|r| r.unit_id != unit),
    }
}

fn source(page: &Page, r: &RuleRow) -> String {
    let t = page.t;
    let confirmed = if r.rule.confirmed { t.yp_rule_confirmed() } else { t.yp_rule_unconfirmed() };
    if r.rule.citation.is_empty() { confirmed } else { format!("{} ({confirmed})", r.rule.citation) }
}

fn value(page: &Page, r: &RuleRow, posts: &[PostRow]) -> String {
    let t = page.t;
    match r.rule.rule {
        _ if r.rule.value.is_empty() => t.yp_rule_taken_away(),
        PlanRule::ProgrammeDeadline => {
            let typed = again(r);
            if typed.before.is_empty() { t.yp_rule_day_same(typed.value) } else { t.yp_rule_day_before(typed.value) }
        }
        PlanRule::Approver => posts.iter().find(|p| p.id == r.rule.value).map_or_else(|| r.rule.value.clone(), |p| p.name.clone()),
        PlanRule::Counts => r.rule.value.parse().map_or_else(|_| String::new(), |c| words::counts(t, c)),
        PlanRule::VillageAgainDays | PlanRule::EnterpriseGapDays => t.yp_rule_days(r.rule.value.parse::<i64>().unwrap_or(0)),
    }
}

fn past(page: &Page, r: &RuleRow, posts: &[PostRow]) -> (String, String) {
    let what = format!("{}: {}", words::plan_rule(page.t, r.rule.rule), value(page, r, posts));
    (what, format!("{}. {}. {}", source(page, r), r.by_label, page.moment(r.at)))
}
