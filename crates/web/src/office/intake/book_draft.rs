//! A table that waits: how its heads are read (each can be chosen anew and is remembered for the next book), what the
//! first rows hold, what would happen; then it lands.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::import::{
    Job, Kind, Manner, Taken, WrongCell,
    draft::{self, DropDraft},
    mapping::{self, SaveMapping},
};
use caunoi_domain::{
    import::{Column, Known, Look, Mapping, MappingError, look},
    people::policy::Action,
    problem::{Problem, What},
    text::table::Row,
};
use caunoi_store::book::DraftRow;
use http::StatusCode;
use serde::Deserialize;

use super::{
    super::triage::shown,
    book::{self, kind_of},
};
use crate::{
    Web, book_sheet,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        form::csrf,
        icon::Icon,
        l10n::L10nLanguage,
        lang::Lang,
        problems, render,
    },
};

/// First rows that the page shows of each column.
const SAMPLES: usize = 3;
/// Wrong places that the page shows; the file has all.
const SHOWN: usize = 200;

struct WrongRow {
    row: usize,
    column: String,
    reason: String,
}

/// What would become of a table, or became of it.
struct Outcome {
    dry_run: bool,
    nothing: bool,
    taken: Taken,
    wrong: Vec<WrongRow>,
    more: usize,
    errors_csv: String,
    /// Public id of the import whose slips can be printed.
    slips: Option<String>,
}

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
    opinions: bool,
    sheets: Vec<(String, bool)>,
    sheet: String,
    heads: Vec<HeadRow>,
    columns: Vec<(&'static str, String)>,
    error: Option<String>,
    outcome: Option<Outcome>,
    landed: bool,
}

/// The sheet that the address asks for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    bang: String,
}

/// A waiting table, read.
struct Waiting {
    draft: DraftRow,
    kind: &'static dyn Kind,
    rows: Vec<Row>,
    sheets: Vec<String>,
    sheet: String,
}

async fn waiting(web: &Web, desk: &Desk, id: &str, sheet: &str) -> Result<Waiting, Fault> {
    let draft = draft::find(&web.app, &desk.actor, id).await?;
    let kind = kind_of(desk, &draft.kind)?;
    let chosen = (!sheet.is_empty()).then(|| sheet.to_owned());
    let (rows, sheets) = book::table(kind, &draft.name, draft.bytes.clone(), chosen).await.map_err(|_| Fault::NotFound)?;
    let draft = DraftRow { id: id.to_owned(), ..draft };
    Ok(Waiting { draft, kind, rows, sheets, sheet: sheet.to_owned() })
}

/// `GET /cong-viec/nhap-so/{id}`
///
/// # Errors
/// Not this officer's table, or it was landed.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let w = waiting(&web, &desk, &id, &asked.bang).await?;
    page(&web, desk, w, None).await
}

async fn page(web: &Web, desk: Desk, w: Waiting, wrong: Option<Problem>) -> Result<Response, Fault> {
    let t = desk.page.t;
    let saved = mapping::saved(&web.app, &desk.officer.unit_id, w.kind.word()).await?;
    let seen = look(w.kind.columns(), &w.rows, &saved);
    let manner = Manner { dry_run: true, strict: false };
    let job = Job { unit_id: &desk.officer.unit_id, table: &w.rows, mapping: &Mapping::default(), manner };
    let (outcome, problem) = match w.kind.import(&web.app, &desk.actor, job, &|_, _| {}).await {
        Ok(taken) => (Some(outcome(t, taken, manner)), None),
        Err(refusal) => (None, problems_of(refusal)?.into_iter().next()),
    };
    let refused = wrong.is_some();
    let view = draft_page(desk.page, w, &seen, &saved, wrong.or(problem), outcome);
    let mut response = render::html(&view);
    if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn draft_page(page: Page, w: Waiting, seen: &Look, saved: &Mapping, wrong: Option<Problem>, outcome: Option<Outcome>) -> DraftPage {
    let t = page.t;
    let below = w.rows.get(seen.line + 1..).unwrap_or_default();
    // Nothing is shown of a row that must not be entered here.
    let hidden = |w: &&WrongCell| matches!(w.what, What::OwnLaw | What::StateSecret);
    let hidden: Vec<usize> = outcome.iter().flat_map(|o| &o.taken.wrong).filter(hidden).map(|w| w.row).collect();
    let rows: Vec<&Row> = below.iter().filter(|r| !hidden.contains(&r.number)).take(SAMPLES).collect();
    let rows = if outcome.is_some() { rows } else { Vec::new() };
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
        opinions: w.kind.word() == "opinions",
        sheets: w.sheets.iter().map(|s| (s.clone(), *s == w.sheet || (w.sheet.is_empty() && w.sheets.first() == Some(s)))).collect(),
        sheet: w.sheet,
        heads: heads.collect(),
        columns: w.kind.columns().iter().map(|c| (c.code, title(&page, c))).collect(),
        error: wrong.map(|p| problems::say(t, &p)),
        outcome,
        landed: false,
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

fn outcome(t: &L10nLanguage, taken: Taken, manner: Manner) -> Outcome {
    let row = |w: &WrongCell| WrongRow { row: w.row, column: w.column.map_or("", |c| c.vi).to_owned(), reason: book_sheet::reason(t, w) };
    Outcome {
        dry_run: manner.dry_run,
        nothing: manner.strict && !taken.wrong.is_empty(),
        wrong: taken.wrong.iter().take(SHOWN).map(row).collect(),
        more: taken.wrong.len().saturating_sub(SHOWN),
        errors_csv: book_sheet::errors_csv(&taken.wrong),
        slips: taken.batch.map(shown),
        taken,
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
    strict: String,
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

fn url_of(sheet: &str) -> String {
    let named = askama::filters::urlencode_strict(sheet).map_or_else(|_| String::new(), |v| v.to_string());
    if named.is_empty() { named } else { format!("?bang={named}") }
}

/// `POST /cong-viec/nhap-so/{id}/nhap`: lands it. The table waits on only where all or none was asked and none landed.
///
/// # Errors
/// Not this officer's table; a form without the session's token.
pub async fn land(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(form): Form<Chosen>) -> Result<Response, Fault> {
    let w = waiting(&web, &desk, &id, &form.bang).await?;
    desk.check(&form.csrf)?;
    let manner = Manner { dry_run: false, strict: form.strict == "yes" };
    let job = Job { unit_id: &desk.officer.unit_id, table: &w.rows, mapping: &Mapping::default(), manner };
    let taken = w.kind.import(&web.app, &desk.actor, job, &|_, _| {}).await?;
    let landed = !manner.strict || taken.wrong.is_empty();
    if landed {
        web.app.carry_out(&desk.actor, DropDraft(id)).await?;
    }
    let saved = mapping::saved(&web.app, &desk.officer.unit_id, w.kind.word()).await?;
    let seen = look(w.kind.columns(), &w.rows, &saved);
    let mut found = outcome(desk.page.t, taken, manner);
    // Slips are of opinions, and of who may enter them.
    let slips = w.kind.word() == "opinions" && desk.allow(Action::EnterOpinion).is_ok();
    found.slips = found.slips.filter(|_| slips);
    let view = DraftPage { landed, ..draft_page(desk.page, w, &seen, &saved, None, Some(found)) };
    Ok(render::html(&view))
}
