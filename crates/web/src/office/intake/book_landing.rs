//! A table lands: the button, the page that says how far it is (it comes again by itself, without script), and what
//! became of the rows.

use std::time::Duration;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::import::{
    Kind, Manner,
    landing::{self, CUT_OFF_US, Landing, Outcome},
    mapping,
};
use caunoi_domain::people::policy::Action;
use caunoi_store::book::DraftRow;
use http::{HeaderName, HeaderValue};
use serde::Deserialize;

use super::{
    super::triage::shown,
    book::{self, unit_of},
    book_draft::{url_of, waiting},
};
use crate::{
    Web, book_sheet,
    page::{Page, desk::Desk, fault::Fault, form::csrf, icon::Icon, lang::Lang, render},
};

/// Wrong places that the page shows; the file has all.
const SHOWN: usize = 200;
/// How long the button waits for a small book, so that its outcome is the next page.
const AT_ONCE: Duration = Duration::from_secs(2);

pub(super) struct WrongRow {
    pub row: usize,
    pub column: String,
    pub reason: String,
}

/// What would become of a table, or became of it, as a page says it.
pub(super) struct Shown {
    pub outcome: Outcome,
    pub dry_run: bool,
    pub nothing: bool,
    pub wrong: Vec<WrongRow>,
    pub more: usize,
    pub errors_csv: String,
}

impl Shown {
    pub(super) fn of(page: &Page, kind: &dyn Kind, outcome: Outcome, manner: Manner) -> Self {
        let reason = |w: &landing::WrongPlace| {
            let [vi, en] = &w.reason;
            if page.lang == Lang::Vi { vi.clone() } else { en.clone() }
        };
        let row = |w: &landing::WrongPlace| WrongRow { row: w.row, column: book_sheet::column(kind, w), reason: reason(w) };
        Self {
            dry_run: manner.dry_run,
            nothing: manner.strict && !outcome.wrong.is_empty(),
            wrong: outcome.wrong.iter().take(SHOWN).map(row).collect(),
            more: outcome.wrong.len().saturating_sub(SHOWN),
            errors_csv: book_sheet::errors_csv(kind, &outcome),
            outcome,
        }
    }
}

/// What the button sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    csrf: String,
    bang: String,
    strict: String,
}

/// `POST /cong-viec/nhap-so/{id}/nhap`: begins the landing, and goes on when a small book is through.
///
/// # Errors
/// Not this officer's table; a form without the session's token.
pub async fn land(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(form): Form<Asked>) -> Result<Response, Fault> {
    let w = waiting(&web, &desk, &id, &form.bang).await?;
    desk.check(&form.csrf)?;
    let landing = Landing {
        key: id.clone(),
        kind: w.kind,
        unit_id: unit_of(&desk, w.kind).to_owned(),
        rows: w.rows,
        mapping: mapping::saved(&web.app, &desk.officer.unit_id, w.kind.word()).await?,
        manner: Manner { dry_run: false, strict: form.strict == "yes" },
        reason: book_sheet::reasons,
    };
    // Pressed twice: the page of the first says how far it is.
    if let Ok(landing) = landing::begin(&web.app, &desk.actor, landing).await {
        drop(tokio::time::timeout(AT_ONCE, landing).await);
    }
    Ok(Redirect::to(&format!("/cong-viec/nhap-so/{id}{}", url_of(&form.bang))).into_response())
}

#[derive(Template)]
#[template(path = "office/import_landing.html")]
struct LandingPage {
    page: Page,
    csrf: String,
    id: String,
    name: String,
    kind: String,
    done: i64,
    whole: i64,
    cut_off: bool,
}

/// The page of a table that is landing: it comes again by itself every two seconds, by the browser's own means.
pub(super) fn under_way(web: &Web, desk: Desk, kind: &'static dyn Kind, id: &str, draft: &DraftRow) -> Response {
    let cut_off = draft.landing.beat_at < web.app.clock.now_us() - CUT_OFF_US;
    let view = LandingPage {
        csrf: csrf(&desk.page),
        id: id.to_owned(),
        name: draft.name.clone(),
        kind: book::name(&desk.page, kind),
        done: draft.landing.done,
        whole: draft.landing.whole.max(draft.landing.done),
        cut_off,
        page: desk.page,
    };
    let mut response = render::html(&view);
    if !cut_off {
        response.headers_mut().insert(HeaderName::from_static("refresh"), HeaderValue::from_static("2"));
    }
    response
}

#[derive(Template)]
#[template(path = "office/import_landed.html")]
struct LandedPage {
    page: Page,
    csrf: String,
    name: String,
    kind: String,
    opinions: bool,
    slips: Option<String>,
    outcome: Option<Shown>,
}

/// The page of a table that has landed, for the rest of its day.
pub(super) fn landed(desk: Desk, kind: &'static dyn Kind, draft: &DraftRow) -> Result<Response, Fault> {
    let kept = draft.landing.outcome.as_deref().ok_or(Fault::NotFound)?;
    let outcome: Outcome = serde_json::from_slice(kept).map_err(|_| Fault::Broken)?;
    // Slips are of opinions, and of who may enter them.
    let opinions = kind.word() == "opinions";
    let slips = outcome.batch.filter(|_| opinions && desk.allow(Action::EnterOpinion).is_ok()).map(shown);
    let view = LandedPage {
        csrf: csrf(&desk.page),
        name: draft.name.clone(),
        kind: book::name(&desk.page, kind),
        opinions,
        slips,
        outcome: Some(Shown::of(&desk.page, kind, outcome, Manner::default())),
        page: desk.page,
    };
    Ok(render::html(&view))
}
