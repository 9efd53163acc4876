//! One finding of a post: each time it stands, what it rests on, and what is being done about it (S4.10). From here a
//! remedial task is opened; whatever becomes of it, the finding is reckoned from the facts alone.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::duty::{reckon::Reckoned, remedial::open::OpenRemedial};
use caunoi_domain::{
    people::policy::Action,
    problem::Problem,
    regulation::{
        ledger::{Finding, FindingKind},
        remedial::{self as domain, FindingSource},
    },
};
use caunoi_store::{
    beside, people,
    published::{self, FindingRow},
    remedial::{self, RemedialRow},
    unit::UnitRow,
};
use serde::Deserialize;

use super::{
    address,
    duty::{FactLine, answers_in_place, fact_line, oversees},
    lines::{self, Posts},
    named, reckoned,
    remedial::{TaskLine, task_line},
    unit_of,
    waiver::{self, Drafted, Waivers},
    year_of,
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        ledger_words, problems, render,
    },
};

/// Which finding is asked for, and what was typed into the form of a task.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    pub(super) csrf: String,
    pub(super) form_key: String,
    pub(super) xa: String,
    pub(super) nam: String,
    /// Code word of a kind; empty for a published one.
    pub(super) loai: String,
    /// The post of a computed finding, or the one that is to remedy a published one.
    pub(super) post: String,
    /// Key of the published finding.
    khoa: String,
    /// Key of the finding that the task is for.
    pub(super) finding: String,
    task: String,
    due: String,
    basis: String,
    /// The planned row whose reason is accepted, with day, paper and reason.
    pub(super) row: String,
    pub(super) on_day: String,
    pub(super) paper: String,
    pub(super) note: String,
}

/// Each time the finding stands.
struct Instance {
    key: String,
    since: String,
    duty: Option<(String, String)>,
    facts: Vec<FactLine>,
    /// Who has not received it; why this post answers.
    said: Vec<String>,
    tasks: Vec<TaskLine>,
    /// The planned row that was not held, whose reason a superior may accept, with what its office drafted.
    row: Option<(String, Drafted)>,
}

/// What the page is about.
struct About {
    name: String,
    lead: String,
    post: String,
    instances: Vec<Instance>,
    /// Tasks of what does not stand any more.
    past: Vec<TaskLine>,
}

#[derive(Template)]
#[template(path = "office/ledger/finding.html")]
struct FindingPage {
    page: Page,
    csrf: String,
    code: String,
    year: i16,
    unit: String,
    about: About,
    published: bool,
    posts: Vec<(String, String)>,
    substance: bool,
    may_open: bool,
    /// Stands above the unit: may accept a reason.
    above: bool,
    typed: Typed,
    errors: Vec<(&'static str, String)>,
}

impl FindingPage {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, say)| say.as_str())
    }

    /// The form of this finding is the one that was sent.
    fn sent(&self, key: &str) -> bool {
        !self.errors.is_empty() && self.typed.row.is_empty() && self.typed.finding == key
    }

    /// The form that accepts the reason of this planned row is the one that was sent.
    fn excused(&self, row: &str) -> bool {
        !self.errors.is_empty() && self.typed.row == row
    }
}

/// `GET /cong-viec/so-nhiem-vu/noi-dung`
///
/// # Errors
/// Not found for those who may not read this unit's ledger; no such finding.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Typed>) -> Result<Response, Fault> {
    let typed = Typed { form_key: web.app.token(), ..asked };
    page(&web, &desk, typed, &[]).await
}

/// `POST /cong-viec/so-nhiem-vu/noi-dung`: a remedial task is opened.
///
/// # Errors
/// Not for this officer; a form without the session's token.
pub async fn open(State(web): State<Web>, desk: Desk, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    desk.check(&typed.csrf)?;
    let unit = unit_of(&web, &desk, &typed.xa).await?;
    let today = web.app.clock.today();
    let wrong = match domain::ask(&typed.task, &typed.due, &typed.basis, today) {
        Err(wrong) => wrong,
        Ok(ask) => {
            let verb = OpenRemedial {
                unit_id: unit.id,
                year: year_of(&typed.nam, today),
                source: if typed.khoa.is_empty() { FindingSource::Ledger } else { FindingSource::Published },
                finding: typed.finding.clone(),
                post_id: typed.post.clone(),
                ask,
            };
            match web.app.carry_out_once(&desk.actor, &typed.form_key, verb).await {
                Ok(id) => return Ok(Redirect::to(&format!("/cong-viec/khac-phuc/{id}")).into_response()),
                Err(refusal) => problems_of(refusal)?,
            }
        }
    };
    page(&web, &desk, typed, &wrong).await
}

pub(super) async fn page(web: &Web, desk: &Desk, typed: Typed, wrong: &[Problem]) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let year = year_of(&typed.nam, today);
    let page = desk.page.clone();
    let kind: Option<FindingKind> = typed.loai.parse().ok();
    let mut conn = web.app.store.read().await?;
    let unit = named(&mut conn, desk, &typed.xa).await?;
    let ((r, posts), all, tasks, said, above, waivers) = beside!(
        &mut conn,
        |c| reckoned(web, c, desk, &unit.id, year),
        |c| async { Ok::<_, Fault>(people::posts(c, &unit.id, &today.to_string()).await?) },
        |c| async { Ok::<_, Fault>(remedial::of_findings(c, &unit.id, "").await?) },
        |c| async { Ok::<_, Fault>(published::findings(c, published::Wanted { unit_id: &unit.id, year: "" }).await?) },
        |c| oversees(c, desk, &unit.id),
        |c| waiver::of(c, desk, &unit.id),
    )?;
    drop(conn);
    let heads: Vec<(String, String)> = all.into_iter().filter(|p| p.head).map(|p| (p.id, p.name)).collect();
    let about = match kind {
        Some(kind) => computed(&page, &r, (kind, &typed.post), &posts, (&tasks, &waivers), (&unit, year, today))?,
        None => of_published(&page, said.iter().find(|f| f.id == typed.khoa).ok_or(Fault::NotFound)?, &tasks, today),
    };
    let own = unit.id == desk.officer.unit_id && desk.allow(Action::KeepLedger).is_ok();
    let view = FindingPage {
        csrf: desk.csrf().to_owned(),
        code: address(&unit),
        unit: unit.name,
        published: kind.is_none(),
        posts: heads,
        substance: kind.is_some_and(|k| k.is_sign() || k == FindingKind::DeputyPresided),
        errors: wrong.iter().map(|p| (p.field, problems::say(page.t, p))).collect(),
        year,
        about,
        may_open: own || above,
        above,
        typed,
        page,
    };
    Ok(render::form(&view, wrong))
}

/// A finding of the ledger: each time it stands for that post, with what it rests on.
fn computed(
    page: &Page,
    r: &Reckoned,
    (kind, post): (FindingKind, &str),
    posts: &Posts,
    (tasks, waivers): (&[RemedialRow], &Waivers),
    (unit, year, today): (&UnitRow, i16, jiff::civil::Date),
) -> Result<About, Fault> {
    let standing: Vec<&Finding> = r.findings.iter().filter(|f| f.kind == kind && f.post_id == post).collect();
    let mine = |t: &&RemedialRow| t.finding_kind == kind.code() && t.post_id == post && t.source == FindingSource::Ledger;
    if standing.is_empty() && !tasks.iter().any(|t| mine(&t) && t.year == i64::from(year)) {
        return Err(Fault::NotFound);
    }
    let mut instances = Vec::new();
    for f in &standing {
        let key = f.key();
        let duty = f.duty.as_ref().and_then(|id| r.duties.iter().find(|d| d.id == *id));
        let facts = f.evidence.iter().map(|fact| fact_line(r, page, fact)).collect();
        let planned = f.evidence.first().filter(|_| kind == FindingKind::PlanNotMet);
        let row = planned.map(|e| (e.id.clone(), waivers.about(page, &e.id)));
        instances.push(Instance {
            since: page.day(&f.since.to_string()),
            duty: duty.map(|d| (lines::href(d, &address(unit), year), ledger_words::subject(page.t, d))),
            facts,
            row,
            said: said(page, r, f),
            tasks: tasks.iter().filter(mine).filter(|t| t.finding_key == key).map(|t| task_line(page, t, today)).collect(),
            key,
        });
    }
    let (name, remedy) = ledger_words::finding(page.t, kind);
    let stands = |t: &&RemedialRow| standing.iter().any(|f| f.key() == t.finding_key);
    Ok(About {
        name,
        lead: format!("{} {remedy}.", page.t.ledger_remedy()),
        post: posts.name(post),
        // Of another year's finding nothing is known here: whether it stands is told on the page of its task.
        past: tasks.iter().filter(mine).filter(|t| t.year == i64::from(year) && !stands(t)).map(|t| task_line(page, t, today)).collect(),
        instances,
    })
}

/// Who has not received a report that others have; that the chair answers for a body without a head's post.
fn said(page: &Page, r: &Reckoned, f: &Finding) -> Vec<String> {
    let mut all: Vec<String> = (!f.unsent.is_empty()).then(|| page.t.receivers_unsent(f.unsent.join("; "))).into_iter().collect();
    if f.kind.is_of_a_matter() && f.evidence.first().is_some_and(|e| answers_in_place(r, &e.id)) {
        all.push(page.t.task_answers_in_place());
    }
    all
}

/// A finding that a supervision published, with its sentence and source.
fn of_published(page: &Page, f: &FindingRow, tasks: &[RemedialRow], today: jiff::civil::Date) -> About {
    let of = |t: &&RemedialRow| t.finding_kind == f.kind.code() && t.source == FindingSource::Published && t.finding_key == f.id;
    let mine = tasks.iter().filter(of);
    About {
        name: crate::page::words::published_finding(page.t, f.kind),
        lead: match super::source(&f.source.title, &f.source.publisher) {
            source if source.is_empty() => format!("“{}”", f.printed),
            source => format!("“{}” ({source})", f.printed),
        },
        post: f.supervisor.clone(),
        instances: vec![Instance {
            since: f.source.published_on.as_deref().map(|d| page.day(d)).unwrap_or_default(),
            duty: None,
            row: None,
            facts: Vec::new(),
            said: Vec::new(),
            tasks: mine.map(|t| task_line(page, t, today)).collect(),
            key: f.id.clone(),
        }],
        past: Vec::new(),
    }
}
