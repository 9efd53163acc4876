//! `/cong-viec/tim-kiem`: search for staff by person, village, phrase and document number, in what the own office holds
//! (P15). Each search and each hit that is opened are logged.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::opinion::search_staff::{KINDS, OpenHit, SearchStaff};
use caunoi_domain::problem::Problem;
use caunoi_store::staff_search::StaffHit;
use serde::Deserialize;

use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        form,
        l10n::L10nLanguage,
        mark::{self, Mark},
        problems, render,
    },
    public::view::encode,
};

/// Hits at most on one page.
const MOST: usize = 40;

/// What was asked. All of it stands in the address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    loai: String,
    tu: String,
    den: String,
    tinh_trang: String,
}

/// States as an officer chooses them: address word, standings, words.
type Choice = (&'static str, &'static str, fn(&L10nLanguage) -> String);
const STATES: [Choice; 4] = [
    ("cho-phan-loai", "received", |t| t.staff_state_new()),
    ("dang-giai-quyet", "triaged scheduled heard in_progress no_resources escalated superior_answered reopened", |t| t.search_state_open()),
    ("da-giai-quyet", "done agreed", |t| t.search_state_resolved()),
    ("ket-thuc", "ended further_path", |t| t.staff_state_ended()),
];

struct Line {
    href: String,
    kind: String,
    title: String,
    person: String,
    day: String,
    standing: Option<Mark>,
    reissue: Option<String>,
}

#[derive(Template)]
#[template(path = "office/search.html")]
struct SearchPage {
    page: Page,
    asked: Asked,
    /// What was typed, for the address of the search in everything public.
    public: String,
    kinds: Vec<(&'static str, String)>,
    states: Vec<(&'static str, String)>,
    searched: bool,
    lines: Vec<Line>,
    more: bool,
    errors: problems::Told,
}

fn kind_words(t: &L10nLanguage, kind: &str) -> String {
    match kind {
        "opinion" => t.staff_kind_opinion(),
        "dialogue" => t.staff_kind_dialogue(),
        "notice" => t.staff_kind_notice(),
        "handover" => t.staff_kind_handover(),
        _ => t.staff_kind_escalation(),
    }
}

/// `GET /cong-viec/tim-kiem`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let allowed: Vec<&'static str> = KINDS.iter().filter(|(_, action)| desk.allow(*action).is_ok()).map(|(kind, _)| *kind).collect();
    if allowed.is_empty() {
        return Err(Fault::NotFound);
    }
    let mut wrong: Vec<Problem> = Vec::new();
    let days = (form::day(&asked.tu, "tu", &mut wrong), form::day(&asked.den, "den", &mut wrong));
    let searched = !asked.q.trim().is_empty() && wrong.is_empty();
    let mut found = None;
    if searched {
        let verb = SearchStaff {
            unit_id: desk.officer.unit_id.clone(),
            query: asked.q.clone(),
            kind: asked.loai.clone(),
            days,
            standings: STATES.iter().find(|s| s.0 == asked.tinh_trang).map_or("", |s| s.1).to_owned(),
            limit: MOST,
        };
        found = Some(web.app.carry_out(&desk.actor, verb).await?);
    }
    let t = desk.page.t;
    let may_reissue = desk.allow(caunoi_domain::people::policy::Action::ReissueCode).is_ok();
    let (lines, more) = match found {
        Some(f) => (f.hits.into_iter().map(|h| line(&desk.page, &f.log_id, h, may_reissue)).collect(), f.more),
        None => (Vec::new(), false),
    };
    let view = SearchPage {
        kinds: allowed.into_iter().map(|k| (k, kind_words(t, k))).collect(),
        states: STATES.iter().map(|(word, _, say)| (*word, say(t))).collect(),
        errors: problems::Told::of(t, &wrong),
        public: encode(&asked.q),
        asked,
        searched,
        lines,
        more,
        page: desk.page,
    };
    Ok(render::form(&view, &wrong))
}

fn line(page: &Page, log_id: &str, h: StaffHit, may_reissue: bool) -> Line {
    Line {
        href: format!("/cong-viec/tim-kiem/mo/{log_id}/{}/{}", h.kind, h.reference),
        kind: kind_words(page.t, &h.kind),
        day: page.day(&h.on_day),
        standing: h.standing.map(|s| mark::standing(page.t, s)),
        reissue: (may_reissue && h.kind == "opinion").then(|| format!("/cong-viec/cap-lai-ma/{}", h.reference)),
        title: h.title,
        person: h.person,
    }
}

/// `GET /cong-viec/tim-kiem/mo/{log}/{kind}/{ref}`: logs that the hit is opened, then leads to it.
///
/// # Errors
/// Not a search of this officer.
pub async fn open(
    State(web): State<Web>,
    desk: Desk,
    Path((log_id, kind, reference)): Path<(String, String, String)>,
) -> Result<Response, Fault> {
    if !reference.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return Err(Fault::NotFound);
    }
    let to = match kind.as_str() {
        "opinion" => format!("/cong-viec/y-kien/{reference}"),
        "dialogue" => format!("/cong-viec/doi-thoai/{reference}"),
        "notice" => format!("/thong-bao/{reference}"),
        "escalation" => format!("/cap-tren/{reference}"),
        "handover" => "/cong-viec/chuyen-don".to_owned(),
        _ => return Err(Fault::NotFound),
    };
    web.app.carry_out(&desk.actor, OpenHit { log_id, hit: (kind, reference) }).await?;
    Ok(Redirect::to(&to).into_response())
}
