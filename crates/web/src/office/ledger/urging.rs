//! `/cong-viec/so-nhiem-vu/nhac`: the unit's rules of urging, what the program drafted by them and what was sent.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::followup::urge_by_rule::{DropDraft, SendDraft, SetUrgingRule};
use caunoi_domain::{
    followup::urging_rule::{self as domain, Policy, TypedPolicy, UrgingMode, UrgingRule},
    people::policy::Action,
    problem::Problem,
};
use caunoi_store::beside;
use caunoi_store::urging_rule::{self, DraftRow};
use serde::Deserialize;

use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        l10n::L10nLanguage,
        problems, render,
    },
};

/// Reminders sent that are shown.
const SENT: i64 = 30;

/// What was typed.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    rule: String,
    mode: String,
    before: String,
    after: String,
    again: String,
    draft: String,
    gui: String,
}

struct RuleForm {
    code: &'static str,
    name: String,
    is: String,
    modes: Vec<(&'static str, String, bool)>,
    before: Option<String>,
    after: String,
    again: String,
    errors: Vec<(&'static str, String)>,
}

impl RuleForm {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }
}

struct DraftLine {
    id: String,
    href: String,
    text: String,
    receiver: String,
    due: String,
    may_send: bool,
    sent: String,
}

#[derive(Template)]
#[template(path = "office/ledger/urging.html")]
struct UrgingPage {
    page: Page,
    csrf: String,
    rules: Vec<RuleForm>,
    waiting: Vec<DraftLine>,
    sent: Vec<DraftLine>,
    may_set: bool,
    /// The field of its rule, and what is wrong there.
    errors: Vec<(String, String)>,
}

/// `GET /cong-viec/so-nhiem-vu/nhac`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    page(&web, desk, None, &[]).await
}

async fn page(web: &Web, desk: Desk, typed: Option<Typed>, wrong: &[Problem]) -> Result<Response, Fault> {
    desk.allow(Action::Urge)?;
    let unit = &desk.officer.unit_id;
    let mut conn = web.app.store.read().await?;
    let (rules, waiting, sent) =
        beside!(&mut conn, |c| urging_rule::of(c, unit), |c| urging_rule::waiting(c, unit), |c| urging_rule::sent(c, unit, SENT),)?;
    drop(conn);
    let t = desk.page.t;
    let errors: Vec<(&'static str, String)> = wrong.iter().map(|p| (p.field, problems::say(t, p))).collect();
    let head = desk.allow(Action::PublishLedger).is_ok();
    let view = UrgingPage {
        csrf: desk.csrf().to_owned(),
        rules: rules.iter().map(|p| form(t, p, typed.as_ref().filter(|x| x.rule == p.rule.code()), &errors)).collect(),
        waiting: waiting.into_iter().map(|d| line(&desk.page, d, head, String::new())).collect(),
        sent: sent
            .into_iter()
            .map(|(d, label)| {
                let label = if label.is_empty() { t.urging_sent_automatic() } else { label };
                let by = t.urging_sent_by(desk.page.day(&d.on_day), label);
                line(&desk.page, d, false, by)
            })
            .collect(),
        may_set: desk.allow(Action::KeepLedger).is_ok(),
        errors: errors.into_iter().map(|(field, said)| (at(field, typed.as_ref()), said)).collect(),
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

fn form(t: &L10nLanguage, p: &Policy, typed: Option<&Typed>, errors: &[(&'static str, String)]) -> RuleForm {
    let (name, is) = match p.rule {
        UrgingRule::Task => (t.urging_rule_task(), t.urging_rule_task_is()),
        UrgingRule::Duty => (t.urging_rule_duty(), t.urging_rule_duty_is()),
        UrgingRule::Escalation => (t.urging_rule_escalation(), t.urging_rule_escalation_is()),
    };
    let mode = typed.map_or_else(|| p.mode.code().to_owned(), |x| x.mode.clone());
    let before = typed.map_or_else(|| p.before.map(|n| n.to_string()).unwrap_or_default(), |x| x.before.clone());
    RuleForm {
        code: p.rule.code(),
        name,
        is,
        modes: UrgingMode::ALL.iter().map(|m| (m.code(), mode_word(t, *m), mode == m.code())).collect(),
        before: (p.rule != UrgingRule::Escalation).then_some(before),
        after: typed.map_or_else(|| p.after.to_string(), |x| x.after.clone()),
        again: typed.map_or_else(|| p.again.to_string(), |x| x.again.clone()),
        errors: if typed.is_some() { errors.to_vec() } else { Vec::new() },
    }
}

/// The id of a field in the form of its rule; empty where the whole is meant.
fn at(field: &str, typed: Option<&Typed>) -> String {
    match typed {
        Some(x) if !field.is_empty() => format!("{field}-{}", x.rule),
        _ => String::new(),
    }
}

fn mode_word(t: &L10nLanguage, m: UrgingMode) -> String {
    match m {
        UrgingMode::Off => t.urging_mode_off(),
        UrgingMode::Drafted => t.urging_mode_drafted(),
        UrgingMode::Approved => t.urging_mode_approved(),
        UrgingMode::Automatic => t.urging_mode_automatic(),
    }
}

fn line(page: &Page, d: DraftRow, head: bool, sent: String) -> DraftLine {
    DraftLine {
        due: page.day(&d.due_on),
        may_send: d.mode != UrgingMode::Approved || head,
        id: d.id,
        href: d.path,
        text: d.text,
        receiver: d.receiver,
        sent,
    }
}

/// `POST /cong-viec/so-nhiem-vu/nhac`: sets a rule.
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn set(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let rule: UrgingRule = typed.rule.parse().map_err(|_| Fault::NotFound)?;
    let given =
        TypedPolicy { mode: typed.mode.clone(), before: typed.before.clone(), after: typed.after.clone(), again: typed.again.clone() };
    let wrong = match domain::policy(rule, &given) {
        Ok(policy) => {
            let verb = SetUrgingRule { unit_id: desk.officer.unit_id.clone(), policy };
            match web.app.carry_out(&desk.actor, verb).await {
                Ok(()) => return Ok(Redirect::to("/cong-viec/so-nhiem-vu/nhac").into_response()),
                Err(refusal) => problems_of(refusal)?,
            }
        }
        Err(wrong) => wrong,
    };
    page(&web, desk, Some(typed), &wrong).await
}

/// `POST /cong-viec/so-nhiem-vu/nhac/gui`: sends a draft, or drops it.
///
/// # Errors
/// Not for this officer; no such draft.
pub async fn send(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let done = if typed.gui == "1" {
        web.app.carry_out(&desk.actor, SendDraft { draft: typed.draft.clone() }).await
    } else {
        web.app.carry_out(&desk.actor, DropDraft { draft: typed.draft.clone() }).await
    };
    match done {
        Ok(()) => Ok(Redirect::to("/cong-viec/so-nhiem-vu/nhac").into_response()),
        Err(refusal) => {
            let wrong = problems_of(refusal)?;
            page(&web, desk, None, &wrong).await
        }
    }
}
