//! A table that waits: how its heads are read (each can be chosen anew and is remembered for the next book), what the
//! first rows hold, what would happen; then it lands.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::import::{
    Job, Kind, Manner, draft,
    landing::Outcome,
    mapping::{self, SaveMapping},
};
use caunoi_domain::{
    import::{Column, Known, Look, Mapping, MappingError, look},
    problem::{Problem, What},
    text::table::Row,
};
use caunoi_store::book::{DraftRow, DraftState};
use serde::Deserialize;

use super::{
    book::{self, kind_of, unit_of},
    book_landing::{self, Shown},
};
use crate::{
    Web, book_sheet,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::csrf,
        l10n::L10nLanguage,
        lang::Lang,
        problems, render,
    },
};

/// First rows that the page shows of each column.
const SAMPLES: usize = 3;

struct HeadRow {
    text: String,
    samples: Vec<String>,
    chosen: &'static str,
    how: String,
}

#[derive(Template)]
#[template(path = "office/import_draft.html")]
struct DraftPage {
    page: Page,
    csrf: String,
    id: String,
    name: String,
    kind: String,
    sheets: Vec<(String, bool)>,
    sheet: String,
    heads: Vec<HeadRow>,
    /// Rows are shown beside the heads: not before it is known which must not be.
    sampled: bool,
    columns: Vec<(&'static str, String)>,
    error: Option<String>,
    outcome: Option<Shown>,
}

/// The sheet that the address asks for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    bang: String,
}

/// A waiting table, read.
pub(super) struct Waiting {
    draft: DraftRow,
    pub kind: &'static dyn Kind,
    pub rows: Vec<Row>,
    sheets: Vec<String>,
    sheet: String,
}

/// The table of that key, where it still waits.
pub(super) async fn waiting(web: &Web, desk: &Desk, id: &str, sheet: &str) -> Result<Waiting, Fault> {
    let draft = draft::find(&web.app, &desk.actor, id).await?;
    let kind = kind_of(web, desk, &draft.kind).await?;
    read(draft, kind, id, sheet).await
}

async fn read(draft: DraftRow, kind: &'static dyn Kind, id: &str, sheet: &str) -> Result<Waiting, Fault> {
    let chosen = (!sheet.is_empty()).then(|| sheet.to_owned());
    let (rows, sheets) = book::table(kind, &draft.name, draft.bytes.clone(), chosen).await.map_err(|_| Fault::NotFound)?;
    let draft = DraftRow { id: id.to_owned(), ..draft };
    Ok(Waiting { draft, kind, rows, sheets, sheet: sheet.to_owned() })
}

/// `GET /cong-viec/nhap-so/{id}`: what would happen, how far it is, or what became of it.
///
/// # Errors
/// Not this officer's table, or its day is over.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let draft = draft::find(&web.app, &desk.actor, &id).await?;
    let kind = kind_of(&web, &desk, &draft.kind).await?;
    match draft.landing.state {
        DraftState::Waiting | DraftState::Refused => {
            let w = read(draft, kind, &id, &asked.bang).await?;
            page(&web, desk, w, None).await
        }
        DraftState::Landing => Ok(book_landing::under_way(&web, desk, kind, &id, &draft)),
        DraftState::Landed => book_landing::landed(desk, kind, &draft),
    }
}

async fn page(web: &Web, desk: Desk, w: Waiting, wrong: Option<Problem>) -> Result<Response, Fault> {
    let saved = mapping::saved(&web.app, &desk.officer.unit_id, w.kind.word()).await?;
    let seen = look(w.kind.columns(), &w.rows, &saved);
    // All or none was asked, and a row was wrong: the page says so.
    let manner = Manner { dry_run: true, strict: w.draft.landing.state == DraftState::Refused };
    let job = Job { unit_id: unit_of(&desk, w.kind), table: &w.rows, mapping: &saved, manner };
    let (outcome, problem) = match w.kind.import(&web.app, &desk.actor, job, &|_, _| {}).await {
        Ok(taken) => (Some(Shown::of(&desk.page, w.kind, Outcome::of(&taken, book_sheet::reasons), manner)), None),
        Err(refusal) => (None, problems_of(refusal)?.into_iter().next()),
    };
    let said: Vec<Problem> = wrong.iter().cloned().collect();
    let view = draft_page(desk.page, w, &seen, &saved, wrong.or(problem), outcome);
    Ok(render::form(&view, &said))
}

fn draft_page(page: Page, w: Waiting, seen: &Look, saved: &Mapping, wrong: Option<Problem>, outcome: Option<Shown>) -> DraftPage {
    let t = page.t;
    let below = w.rows.get(seen.line + 1..).unwrap_or_default();
    // Nothing is shown of a row that is refused: it may be one that must not be entered here.
    let refused: Vec<usize> = outcome.iter().flat_map(|o| &o.outcome.wrong).map(|w| w.row).collect();
    let rows: Vec<&Row> = below.iter().filter(|r| !refused.contains(&r.number)).take(SAMPLES).collect();
    let rows = if outcome.is_some() { rows } else { Vec::new() };
    let sampled = !rows.is_empty();
    let sample = |place: usize| rows.iter().map(|r| short(r.text(place).unwrap_or("="))).filter(|s| !s.is_empty()).collect();
    let heads = seen.headings.iter().map(|h| HeadRow {
        text: h.text.clone(),
        samples: sample(h.place),
        chosen: h.column.map_or("", |(c, _)| c.code),
        how: how(t, h.column.map(|(_, k)| k), saved.get(&h.text)),
    });
    DraftPage {
        csrf: csrf(&page),
        kind: book::name(&page, w.kind),
        sheets: w.sheets.iter().map(|s| (s.clone(), *s == w.sheet || (w.sheet.is_empty() && w.sheets.first() == Some(s)))).collect(),
        sheet: w.sheet,
        heads: heads.collect(),
        sampled,
        columns: w.kind.columns().iter().map(|c| (c.code, title(&page, c))).collect(),
        error: wrong.map(|p| problems::say(t, &p)),
        outcome,
        id: w.draft.id,
        name: w.draft.name,
        page,
    }
}

fn title(page: &Page, column: &Column) -> String {
    let name = if page.lang == Lang::Vi { column.vi } else { column.en };
    if column.needed { format!("{name} *") } else { name.to_owned() }
}

fn short(text: &str) -> String {
    let cut: String = text.chars().take(60).collect();
    if cut.len() < text.len() { format!("{cut}…") } else { cut }
}

fn how(t: &L10nLanguage, known: Option<Known>, saved: Option<&str>) -> String {
    match (known, saved) {
        (Some(Known::Chosen), _) | (None, Some(_)) => t.map_chosen(),
        (Some(Known::Name), _) => t.map_known(),
        (Some(Known::Similar), _) => t.map_similar(),
        (None, None) => t.map_unknown(),
    }
}

/// Heads and the columns chosen for them, in one order.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    csrf: String,
    bang: String,
    head: Vec<String>,
    column: Vec<String>,
}

/// `POST /cong-viec/nhap-so/{id}/ghep`: remembers the mapping and shows what would happen with it.
///
/// # Errors
/// Not this officer's table; a form without the session's token.
pub async fn choose(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(form): Form<Chosen>) -> Result<Response, Fault> {
    let w = waiting(&web, &desk, &id, &form.bang).await?;
    desk.check(&form.csrf)?;
    let pairs = form.head.iter().map(String::as_str).zip(form.column.iter().map(String::as_str));
    let chosen = match Mapping::of(w.kind.columns(), pairs) {
        Ok(chosen) => chosen,
        Err(MappingError::Twice { code }) => {
            let name = w.kind.columns().iter().find(|c| c.code == code).map_or("", |c| c.vi);
            return page(&web, desk, w, Some(Problem::new("", What::ColumnTwice { name: name.to_owned() }))).await;
        }
        Err(_) => return Err(Fault::NotFound),
    };
    let saved = mapping::saved(&web.app, &desk.officer.unit_id, w.kind.word()).await?;
    let save =
        SaveMapping { unit_id: desk.officer.unit_id.clone(), kind: w.kind.word(), action: w.kind.action(), mapping: saved.under(&chosen) };
    web.app.carry_out(&desk.actor, save).await?;
    let sheet = url_of(&form.bang);
    Ok(Redirect::to(&format!("/cong-viec/nhap-so/{id}{sheet}")).into_response())
}

pub(super) fn url_of(sheet: &str) -> String {
    let named = askama::filters::urlencode_strict(sheet).map_or_else(|_| String::new(), |v| v.to_string());
    if named.is_empty() { named } else { format!("?bang={named}") }
}
