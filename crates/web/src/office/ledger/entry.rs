//! Ghi việc đã làm: supervision, reports, reception days and lists of voters with their day, and what was entered.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::duty::{
    record_entry::{RecordEntry, receivers},
    void_entry::VoidEntry,
};
use caunoi_domain::{
    people::policy::Action,
    problem::Problem,
    regulation::{
        clause::ReportPeriod,
        entry::{self, EntryWord, SupervisorKind, TypedEntry},
    },
    text::date,
};
use caunoi_store::{
    beside,
    duty_entry::{self, EntryRow},
    people,
};
use serde::Deserialize;

use super::{board::Asked, year_of};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        l10n::L10nLanguage,
        ledger_words, problems, render, rule_words,
    },
};

/// What was typed.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Typed {
    csrf: String,
    key: String,
    kind: String,
    post: String,
    on_day: String,
    period: String,
    year: String,
    month: String,
    percent: String,
    answered: String,
    who: String,
    by_kind: String,
    paper: String,
    receivers: String,
    /// Receivers that were ticked, of those whom the rules name.
    to: Vec<String>,
    opinion: String,
    note: String,
}

impl Typed {
    /// Everybody who received a report, ticked or typed.
    fn received(&self) -> String {
        self.to.iter().map(String::as_str).chain([self.receivers.trim()]).filter(|r| !r.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

/// What was entered of one kind, the latest first.
struct Group {
    kind: String,
    lines: Vec<Line>,
}

struct Line {
    id: String,
    day: String,
    post: String,
    detail: String,
    voidable: bool,
}

#[derive(Template)]
#[template(path = "office/ledger/entry.html")]
struct EntryPage {
    page: Page,
    csrf: String,
    year: i16,
    /// Something was entered a moment ago.
    done: bool,
    typed: Typed,
    kinds: Vec<(&'static str, String)>,
    posts: Vec<(String, String)>,
    periods: Vec<(&'static str, String)>,
    supervisors: Vec<(&'static str, String)>,
    /// Receivers whom the rules in force name, and whether each is ticked.
    named: Vec<(String, bool)>,
    groups: Vec<Group>,
    errors: Vec<(&'static str, String)>,
}

impl EntryPage {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }
}

/// `GET /cong-viec/so-nhiem-vu/ghi`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let typed = Typed { key: web.app.token(), on_day: date::vi(today), year: year_of(&asked.nam, today).to_string(), ..Typed::default() };
    page(&web, desk, typed, &[], asked.loc == DONE).await
}

/// The word of the address to which an entry leads: the empty form then says that it was entered.
const DONE: &str = "da-ghi";

async fn page(web: &Web, desk: Desk, typed: Typed, wrong: &[Problem], done: bool) -> Result<Response, Fault> {
    desk.allow(Action::KeepLedger)?;
    let today = web.app.clock.today();
    let year = year_of(&typed.year, today);
    let unit = &desk.officer.unit_id;
    let mut conn = web.app.store.read().await?;
    let (on, first, last) = (today.to_string(), format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    let (all, rows, named) = beside!(
        &mut conn,
        |c| async { Ok::<_, Fault>(people::posts(c, unit, &on).await?) },
        |c| async { Ok::<_, Fault>(duty_entry::of_unit(c, unit, &first, &last).await?) },
        |c| async { Ok::<_, Fault>(receivers(c, unit, None, today).await?) },
    )?;
    drop(conn);
    let t = desk.page.t;
    let posts: Vec<(String, String)> = all.into_iter().filter(|p| p.head).map(|p| (p.id, p.name)).collect();
    let name = |id: &str| posts.iter().find(|(i, _)| i == id).map_or_else(|| id.to_owned(), |(_, n)| n.clone());
    let view = EntryPage {
        csrf: desk.csrf().to_owned(),
        year,
        done,
        kinds: EntryWord::ALL.iter().filter(|k| **k != EntryWord::Waiver).map(|k| (k.code(), kind(&desk.page, k.code()))).collect(),
        periods: ReportPeriod::ALL.iter().map(|p| (p.code(), rule_words::period(t, *p))).collect(),
        supervisors: SupervisorKind::ALL.iter().map(|s| (s.code(), ledger_words::supervisor(t, Some(*s)))).collect(),
        groups: groups(&desk.page, &rows, &name),
        errors: in_order(wrong).map(|p| (p.field, problems::say(t, p))).collect(),
        named: named.into_iter().map(|r| (typed.to.contains(&r), r)).map(|(ticked, r)| (r, ticked)).collect(),
        posts,
        typed,
        page: desk.page,
    };
    Ok(render::form(&view, wrong))
}

/// The fields in the order of the page: the summary of what is wrong goes by it.
const ORDER: [&str; 14] =
    ["kind", "post", "on_day", "who", "paper", "by_kind", "period", "year", "month", "receivers", "percent", "answered", "opinion", "note"];

fn in_order(wrong: &[Problem]) -> impl Iterator<Item = &Problem> {
    let mut all: Vec<_> = wrong.iter().collect();
    all.sort_by_key(|p| ORDER.iter().position(|field| *field == p.field));
    all.into_iter()
}

fn groups(page: &Page, rows: &[EntryRow], name: &dyn Fn(&str) -> String) -> Vec<Group> {
    let line = |r: &EntryRow| Line {
        id: r.id.clone(),
        day: page.day(&r.on_day),
        post: name(&r.post_id),
        detail: detail(page.t, r),
        voidable: r.kind != EntryWord::Waiver.code(),
    };
    let group = |word: &EntryWord| Group {
        kind: kind(page, word.code()),
        lines: rows.iter().filter(|r| r.kind == word.code()).map(line).collect(),
    };
    EntryWord::ALL.iter().map(group).filter(|g| !g.lines.is_empty()).collect()
}

/// Who, of which kind, by which paper, and what else is said.
fn detail(t: &L10nLanguage, r: &EntryRow) -> String {
    let by = r.by_kind.parse().ok().map(|s| ledger_words::supervisor(t, Some(s))).unwrap_or_default();
    let to = if r.receivers.is_empty() { String::new() } else { t.ledger_entry_receivers(r.receivers.clone()) };
    [&by, &r.who, &r.paper, &to, &r.note].into_iter().filter(|s| !s.is_empty()).cloned().collect::<Vec<_>>().join(". ")
}

fn kind(page: &Page, code: &str) -> String {
    let t = page.t;
    match code.parse() {
        Ok(EntryWord::Supervision) => t.ledger_entry_supervision(),
        Ok(EntryWord::Report) => t.ledger_entry_report(),
        Ok(EntryWord::Reception) => t.ledger_entry_reception(),
        Ok(EntryWord::WrittenNotice) => t.ledger_entry_written_notice(),
        Ok(EntryWord::VoterList) => t.ledger_entry_voter_list(),
        Ok(EntryWord::Waiver) => t.ledger_entry_waiver(),
        Err(_) => code.to_owned(),
    }
}

/// `POST /cong-viec/so-nhiem-vu/ghi`
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn record(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.allow(Action::KeepLedger)?;
    desk.check(&typed.csrf)?;
    let received = typed.received();
    let given = typed.clone();
    let given = TypedEntry {
        kind: given.kind,
        post: given.post,
        on_day: given.on_day,
        period: given.period,
        year: given.year,
        month: given.month,
        percent: given.percent,
        answered: given.answered,
        who: given.who,
        by_kind: given.by_kind,
        paper: given.paper,
        receivers: received,
        opinion: given.opinion,
        note: given.note,
    };
    let wrong = match entry::entry(&given, web.app.clock.today()) {
        Ok(entry) => {
            let year = entry.on.year();
            let verb = RecordEntry { unit_id: desk.officer.unit_id.clone(), entry };
            match web.app.carry_out_once(&desk.actor, &typed.key, verb).await {
                Ok(_) => return Ok(Redirect::to(&format!("/cong-viec/so-nhiem-vu/ghi?nam={year}&loc={DONE}")).into_response()),
                Err(refusal) => problems_of(refusal)?,
            }
        }
        Err(wrong) => wrong,
    };
    page(&web, desk, typed, &wrong, false).await
}

/// A line to be voided.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Voided {
    csrf: String,
    row: String,
    nam: String,
}

/// `POST /cong-viec/so-nhiem-vu/bo`
///
/// # Errors
/// Not for this officer; no such line, or one that is not the unit's to void.
pub async fn void(State(web): State<Web>, desk: Desk, Form(typed): Form<Voided>) -> Result<Response, Fault> {
    desk.allow(Action::KeepLedger)?;
    desk.check(&typed.csrf)?;
    web.app.carry_out(&desk.actor, VoidEntry { unit_id: desk.officer.unit_id.clone(), entry: typed.row }).await?;
    let year = year_of(&typed.nam, web.app.clock.today());
    Ok(Redirect::to(&format!("/cong-viec/so-nhiem-vu/ghi?nam={year}")).into_response())
}
