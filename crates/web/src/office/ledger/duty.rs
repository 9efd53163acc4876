//! One duty: the sentence of the rule, how its day was computed, what is on record, who acts next. A superior urges it
//! or accepts a reason here.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_app::duty::reckon::Reckoned;
use caunoi_domain::{
    people::{
        actor::Actor,
        policy::{self, Action, Scope},
    },
    problem::Problem,
    regulation::ledger::{Duty, DutyState, FactKind, FactRef, Subject, facts::Answers},
    text::date,
};
use caunoi_store::{Conn, beside, unit, urging};

use super::{
    board::Asked,
    lines, named, reckoned,
    waiver::{self, Drafted},
    year_of,
};
use crate::{
    Web,
    office::followup::input::shown,
    page::{Page, desk::Desk, fault::Fault, ledger_words, mark::Mark, problems, render, rule_words},
};

/// A fact that something rests on.
pub(super) struct FactLine {
    /// What it is.
    pub word: String,
    /// Its day.
    pub day: String,
    /// Its page, where it has one.
    pub href: Option<String>,
}

#[derive(Template)]
#[template(path = "office/ledger/duty.html")]
struct DutyPage {
    page: Page,
    csrf: String,
    key: String,
    form_key: String,
    code: String,
    year: i16,
    unit: String,
    post: String,
    kind: String,
    subject: String,
    state: Mark,
    rule: String,
    rule_href: String,
    clause: String,
    how: Vec<String>,
    facts: Vec<FactLine>,
    next: String,
    urged: Vec<String>,
    oversees: bool,
    /// What the superior's office drafted about it.
    drafted: Drafted,
    open: bool,
    today: String,
    typed: Typed,
    errors: Vec<(String, String)>,
}

/// What was typed in the forms of the page.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The session's token.
    pub csrf: String,
    /// The form's key.
    pub form_key: String,
    /// Code of the unit.
    pub xa: String,
    /// Year.
    pub nam: String,
    /// Words of an urging.
    pub urging: String,
    /// Day of a waiver's paper.
    pub on_day: String,
    /// Its number and symbol.
    pub paper: String,
    /// Reason.
    pub note: String,
}

/// `GET /cong-viec/so-nhiem-vu/{key}`
///
/// # Errors
/// Not found for those who may not read this unit's ledger; no such duty.
pub async fn show(State(web): State<Web>, desk: Desk, Path(key): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let typed = Typed { xa: asked.xa, nam: asked.nam, form_key: web.app.token(), ..Typed::default() };
    page(&web, &desk, &key, typed, &[]).await
}

impl DutyPage {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| f == field).map(|(_, say)| say.as_str())
    }
}

/// The page, with what was typed and what is wrong with it.
///
/// # Errors
/// As [`show`].
pub async fn page(web: &Web, desk: &Desk, key: &str, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let year = year_of(&typed.nam, today);
    let mut conn = web.app.store.read().await?;
    let unit = named(&mut conn, desk, &typed.xa).await?;
    let ((r, posts), mut urged, oversees, waivers) = beside!(
        &mut conn,
        |c| reckoned(web, c, desk, &unit.id, year),
        |c| async { Ok::<_, Fault>(urging::of_duties(c, &unit.id).await?) },
        |c| { oversees(c, desk, &unit.id) },
        |c| waiver::of(c, desk, &unit.id),
    )?;
    drop(conn);
    let d = r.duties.iter().find(|d| d.key() == key).ok_or(Fault::NotFound)?;
    urged.retain(|u| u.subject_id == d.id);
    let facts = d.facts.iter().map(|f| fact_line(&r, &desk.page, f)).collect();
    let page = desk.page.clone();
    let document = lines::document(&r, d);
    let clause = document.and_then(|x| x.clauses.get(d.clause.seq));
    let view = DutyPage {
        csrf: desk.csrf().to_owned(),
        key: d.key(),
        form_key: typed.form_key.clone(),
        post: posts.name(&d.post_id),
        kind: rule_words::clause_kind(page.t, d.kind),
        subject: ledger_words::subject(page.t, d),
        state: ledger_words::state(page.t, d, today),
        rule: document.zip(clause).map(|(x, c)| rule_words::cited(page.t, x, &c.citation)).unwrap_or_default(),
        rule_href: format!("/quy-che/{}?ngay={}", d.clause.document, judged_on(d)),
        clause: clause.map(|c| c.text.clone()).unwrap_or_default(),
        how: how(&page, &r, d, &web.app.calendar()),
        facts,
        next: ledger_words::next(page.t, d, &posts.name(&d.post_id)),
        urged: urged.iter().map(|u| page.t.ledger_urged(u.by_label.clone(), page.day(&u.on_day))).collect(),
        open: matches!(d.state, DutyState::Due | DutyState::Breached),
        today: date::vi(today),
        errors: wrong.iter().map(|p| (p.field.to_owned(), problems::say(page.t, p))).collect(),
        oversees,
        drafted: waivers.about(&desk.page, &d.id),
        code: super::address(&unit),
        unit: unit.name,
        year,
        typed,
        page,
    };
    Ok(render::form(&view, wrong))
}

/// How the day was computed; of attendance how many came of how many.
fn how(page: &Page, r: &Reckoned, d: &Duty, calendar: &caunoi_domain::calendar::Calendar) -> Vec<String> {
    let mut lines = ledger_words::reckoning(page, d, calendar);
    if let Some(first) = r.bound.used_from.filter(|_| d.state == DutyState::BeforeUse) {
        lines.push(page.t.ledger_how_before_use(page.day(&first.to_string())));
    }
    if !d.unsent.is_empty() {
        lines.push(page.t.receivers_unsent(d.unsent.join("; ")));
    }
    if let Subject::Of { kind: FactKind::Task, id, .. } = &d.subject
        && answers_in_place(r, id)
    {
        lines.push(page.t.task_answers_in_place());
    }
    if let Subject::Of { id, part: "attendance", .. } = &d.subject
        && let Some(of) = r.facts.dialogues.iter().find(|x| x.id == *id)
    {
        lines.push(format!("{}: {}", page.t.substance_attendance(), super::substance_lines::attendance(page, of)));
    }
    lines
}

/// The body to which the matter was handed has no head's post here: the chair answers in its place.
pub(super) fn answers_in_place(r: &Reckoned, id: &str) -> bool {
    r.facts.tasks.iter().any(|t| (t.id == id || t.of == id) && t.answers == Answers::InPlace)
}

/// The day by whose rule a duty is judged: the register opens on it.
fn judged_on(d: &Duty) -> String {
    match &d.subject {
        Subject::Nth { to, .. } => date::vi(*to),
        Subject::Of { day, .. } => date::vi(*day),
    }
}

/// True where the officer's unit stands above and may urge and waive.
pub(super) async fn oversees(conn: &mut Conn<'_>, desk: &Desk, unit_id: &str) -> Result<bool, Fault> {
    let actor = Actor::Officer(desk.officer.clone());
    let above = unit::above(conn, unit_id).await?;
    Ok(above.iter().any(|u| policy::may(&actor, Action::OverseeLedger, Scope::unit(&u.id))))
}

/// A fact with its page.
pub(super) fn fact_line(r: &Reckoned, page: &Page, f: &FactRef) -> FactLine {
    let href = r.public_ids.get(&f.id).map(|id| match f.kind {
        FactKind::Opinion | FactKind::Reopening => format!("/y-kien/{}", shown(*id)),
        FactKind::Task => format!("/nhiem-vu/{}", shown(*id)),
        _ => format!("/doi-thoai/{}", shown(*id)),
    });
    FactLine { word: ledger_words::fact(page.t, f.kind), day: page.day(&f.on.to_string()), href }
}
