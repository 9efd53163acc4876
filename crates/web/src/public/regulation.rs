//! `/quy-che/{id}`: one document for everybody, as it was on a day: its days, what it stands to, its clauses with their
//! citation and source. Of an internal document the citation and the approved summary only.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_domain::{
    problem::Problem,
    regulation::{
        clause::Clause,
        document::{Visibility, is_id},
    },
    text::date,
};
use caunoi_store::regulation::{self, Around, Linked, RegulationRow};
use jiff::civil::Date;
use serde::Deserialize;

use super::conflicts::{self, ConflictView};
use crate::{
    Web,
    page::{Page, fault::Fault, form, icon::Icon, mark::Mark, problems, render, rule_words, sources},
};

/// The day that is asked about.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    ngay: String,
}

/// A clause in words.
pub struct ClauseView {
    /// What it is about.
    pub kind: String,
    /// Where it stands.
    pub citation: String,
    /// What it asks.
    pub text: String,
    /// What the program reckons with.
    pub numbers: Vec<String>,
    /// Where it was read.
    pub source: String,
    /// Confirmed.
    pub confirmed: bool,
    /// Its own days, where it has some.
    pub span: String,
}

/// A document that it stands to: how, address, name, title, confirmed.
pub struct LinkView {
    /// How.
    pub how: String,
    /// Address.
    pub href: String,
    /// Kind and number.
    pub named: String,
    /// Title.
    pub title: String,
    /// Confirmed.
    pub confirmed: bool,
}

/// A document in words, for everybody's page and the office's.
pub struct DocumentView {
    /// Kind and number.
    pub named: String,
    /// Title; empty where the reader may not see it.
    pub title: String,
    /// What it is on the day.
    pub mark: Mark,
    /// Name and value.
    pub facts: Vec<(String, String)>,
    /// False: its days are not confirmed.
    pub days_confirmed: bool,
    /// Internal, seen by everybody: nothing but this and the summary.
    pub closed: bool,
    /// The approved summary, a paragraph each.
    pub summary: Vec<String>,
    /// What else is to be said.
    pub note: String,
    /// Clauses that apply on the day.
    pub clauses: Vec<ClauseView>,
    /// Clauses of other days.
    pub other: Vec<ClauseView>,
    /// What it stands to.
    pub links: Vec<LinkView>,
    /// What of it and of other documents in force on the day is said otherwise.
    pub conflicts: Vec<ConflictView>,
}

impl DocumentView {
    /// In the reader's words; `inside` reads an internal one whole.
    #[must_use]
    pub fn of(page: &Page, r: RegulationRow, around: Around, on: Date, inside: bool) -> Self {
        let t = page.t;
        let conflicts = conflicts::of_document(page, &r.document.id, &around.beside, on, inside);
        let d = r.document;
        let closed = d.visibility == Visibility::Internal && !inside;
        let day = |d: Option<Date>| d.map(|d| page.day(&d.to_string())).unwrap_or_default();
        let facts = vec![
            (t.rule_issuer(), d.issuer.clone()),
            (t.rule_place(), rule_words::place(t, d.area, r.place.as_deref(), &d.issuer)),
            (
                t.rule_issued(),
                d.issued_on.map_or_else(
                    || d.known_by.map_or_else(|| t.rule_issued_unknown(), |k| t.rule_known_by(page.day(&k.to_string()))),
                    |i| day(Some(i)),
                ),
            ),
            (t.rule_in_force(), rule_words::span(page, r.span)),
            (t.rule_source(), sources::named(t, &d.source)),
        ];
        let (now, other): (Vec<_>, Vec<_>) = d.clauses.iter().filter(|_| !closed).partition(|c| c.applies_on(on));
        Self {
            named: if closed {
                rule_words::named(t, d.kind, &d.number)
            } else {
                rule_words::named_or_title(t, d.kind, &d.number, &d.title)
            },
            title: if closed || d.number.is_empty() { String::new() } else { d.title },
            mark: rule_words::force(t, r.span, r.place_to.as_deref(), on),
            facts,
            days_confirmed: d.days_confirmed,
            closed,
            summary: r.summary.lines().map(str::to_owned).collect(),
            note: if closed { String::new() } else { d.note },
            clauses: now.into_iter().map(|c| clause(page, c)).collect(),
            other: other.into_iter().map(|c| clause(page, c)).collect(),
            links: around.links.into_iter().map(|l| link(page, l)).collect(),
            conflicts,
        }
    }
}

fn clause(page: &Page, c: &Clause) -> ClauseView {
    let t = page.t;
    let day = |d: Date| page.day(&d.to_string());
    ClauseView {
        kind: rule_words::clause_kind(t, c.kind),
        citation: c.citation.clone(),
        text: c.text.clone(),
        numbers: rule_words::numbers(t, &c.parameters),
        source: sources::named(t, &c.source),
        confirmed: c.confirmed,
        span: match (c.valid_from, c.valid_to) {
            (Some(from), Some(to)) => t.rule_span(day(from), day(to)),
            (Some(from), None) => t.rule_span_from(day(from)),
            (None, Some(to)) => t.rule_span_to(day(to)),
            (None, None) => String::new(),
        },
    }
}

fn link(page: &Page, l: Linked) -> LinkView {
    LinkView {
        how: rule_words::link(page.t, l.kind, l.incoming),
        href: format!("/quy-che/{}", l.id),
        named: rule_words::named_or_title(page.t, l.document_kind, &l.number, &l.title),
        title: if l.number.is_empty() { String::new() } else { l.title },
        confirmed: l.confirmed,
    }
}

#[derive(Template)]
#[template(path = "public/regulation.html")]
struct RegulationPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    id: String,
    d: DocumentView,
    day: String,
    shown_day: String,
    errors: problems::Told,
}

/// `GET /quy-che/{id}`
pub async fn show(page: Page, State(web): State<Web>, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    if !is_id(&id) {
        return Err(Fault::NotFound);
    }
    let mut wrong: Vec<Problem> = Vec::new();
    let asked_day = form::day(&asked.ngay, "ngay", &mut wrong);
    let on = asked_day.unwrap_or_else(|| web.app.clock.today());
    let mut conn = web.app.store.read().await?;
    let row = regulation::find(&mut conn, &id).await?.ok_or(Fault::NotFound)?;
    let around = regulation::around(&mut conn, &id).await?;
    drop(conn);
    let view = RegulationPage {
        crumbs: vec![("/quy-che".to_owned(), page.t.rule_title())],
        d: DocumentView::of(&page, row, around, on, false),
        day: if wrong.is_empty() { date::vi(on) } else { asked.ngay },
        shown_day: page.day(&on.to_string()),
        errors: problems::Told::of(page.t, &wrong),
        id,
        page,
    };
    Ok(render::form(&view, &wrong))
}
