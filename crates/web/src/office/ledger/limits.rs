//! `/cap-tren/han`: the limits that the program sets itself where no rule names a day, and those that the office set
//! instead, by a paper and from a day on.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::duty::set_own_limit::SetOwnLimit;
use caunoi_domain::{
    problem::{Problem, What},
    regulation::{
        clause::DayCount,
        own::{self, OwnLimit, OwnLimitName, OwnLimits, TypedOwnLimit},
    },
    text::date,
    unit::Level,
};
use caunoi_store::{own_limit, unit};
use serde::Deserialize;

use super::superior;
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        l10n::L10nLanguage,
        problems, render, rule_words,
    },
};

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    name: String,
    days: String,
    count: String,
    from: String,
    paper: String,
    past: String,
}

struct LimitForm {
    code: &'static str,
    name: String,
    /// The program's own.
    own: String,
    /// What the office set, the latest first.
    set: Vec<String>,
    counts: Vec<(&'static str, String, bool)>,
    days: String,
    from: String,
    paper: String,
    /// It begins before today: that is asked, and whether it was said.
    past: Option<bool>,
    errors: Vec<(&'static str, String)>,
}

impl LimitForm {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }
}

#[derive(Template)]
#[template(path = "office/ledger/limits.html")]
struct LimitsPage {
    page: Page,
    csrf: String,
    key: String,
    forms: Vec<LimitForm>,
    /// A province's office: another one is judged by what it sets.
    may_set: bool,
    errors: Vec<(String, String)>,
}

/// `GET /cap-tren/han`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    page(&web, desk, Typed { key: web.app.token(), ..Typed::default() }, &[]).await
}

/// `POST /cap-tren/han`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn set(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    superior::may(&desk)?;
    desk.check(&typed.csrf)?;
    let name: OwnLimitName = typed.name.parse().map_err(|_| Fault::NotFound)?;
    let t = typed.clone();
    let given = TypedOwnLimit { days: t.days, count: t.count, from: t.from, paper: t.paper, past: t.past };
    let wrong = match own::limit(name, &given, web.app.clock.today()) {
        Err(wrong) => wrong,
        Ok(limit) => {
            let verb = SetOwnLimit { unit_id: desk.officer.unit_id.clone(), limit };
            match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
                Ok(()) => return Ok(Redirect::to("/cap-tren/han").into_response()),
                Err(refusal) => problems_of(refusal)?,
            }
        }
    };
    page(&web, desk, typed, &wrong).await
}

async fn page(web: &Web, desk: Desk, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    superior::may(&desk)?;
    let mut conn = web.app.store.read().await?;
    let set = own_limit::of_unit(&mut conn, &desk.officer.unit_id).await?;
    let may_set = unit::find(&mut conn, &desk.officer.unit_id).await?.is_some_and(|u| u.level == Level::Province);
    drop(conn);
    let shipped = OwnLimits::builtin().map_err(|e| {
        tracing::error!(error = %e, "the program's own limits cannot be read");
        Fault::Broken
    })?;
    let t = desk.page.t;
    let forms: Vec<LimitForm> = OwnLimitName::ALL
        .iter()
        .map(|name| {
            let mine: Vec<&OwnLimit> = set.iter().map(|s| &s.limit).filter(|l| l.name == *name).collect();
            let sent = (typed.name == name.code()).then_some(&typed);
            let own = shipped.on(*name, web.app.clock.today());
            form(t, *name, own, &mine, sent, wrong)
        })
        .collect();
    let view = LimitsPage {
        csrf: desk.csrf().to_owned(),
        key: typed.key.clone(),
        errors: wrong.iter().map(|p| (format!("{}-{}", p.field, typed.name), problems::say(t, p))).collect(),
        forms,
        may_set,
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

fn form(
    t: &L10nLanguage,
    name: OwnLimitName,
    own: Option<&OwnLimit>,
    mine: &[&OwnLimit],
    sent: Option<&Typed>,
    wrong: &[Problem],
) -> LimitForm {
    let count = sent.map_or_else(|| own.map_or("", |o| o.count.code()).to_owned(), |s| s.count.clone());
    LimitForm {
        code: name.code(),
        name: match name {
            OwnLimitName::Report => t.limit_report(),
            OwnLimitName::VoterDialogue => t.limit_voter_dialogue(),
            OwnLimitName::ResultTold => t.limit_result_told(),
            OwnLimitName::Answer => t.limit_answer(),
            OwnLimitName::ReceptionNotice => t.limit_reception_notice(),
        },
        own: own.map(|o| t.limit_own(i64::from(o.days), rule_words::day_count(t, o.count))).unwrap_or_default(),
        set: mine
            .iter()
            .filter_map(|l| {
                let by = l.set.as_ref()?;
                Some(t.limit_set(
                    date::vi(by.from),
                    i64::from(l.days),
                    rule_words::day_count(t, l.count),
                    by.label.clone(),
                    by.paper.clone(),
                ))
            })
            .collect(),
        counts: DayCount::ALL.iter().map(|c| (c.code(), rule_words::day_count(t, *c), count == c.code())).collect(),
        days: sent.map(|s| s.days.clone()).unwrap_or_default(),
        from: sent.map(|s| s.from.clone()).unwrap_or_default(),
        paper: sent.map(|s| s.paper.clone()).unwrap_or_default(),
        past: sent.filter(|s| s.past == "yes" || wrong.iter().any(|p| p.what == What::JudgedAnew)).map(|s| s.past == "yes"),
        errors: if sent.is_some() { wrong.iter().map(|p| (p.field, problems::say(t, p))).collect() } else { Vec::new() },
    }
}
