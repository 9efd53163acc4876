//! `/nhiem-vu/ket-qua`: the matters of the unit that are followed up, with where each stands and who acts next.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use caunoi_domain::{
    opinion::item::{Publication, Standing},
    people::{actor::Role, policy::Action},
};
use caunoi_store::todo::{self, MatterLine, Which};
use serde::Deserialize;

use super::input::shown;
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        mark::{self, Mark},
        render,
        thread::{NextLine, Reader},
        words,
    },
};

/// Matters of one page.
const PAGE: i64 = 30;

/// Filter and page, as they stand in the address.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    loc: String,
    #[serde(default)]
    sau: String,
}

/// The filters by their word in the address.
pub const FILTERS: &[(&str, Which)] = &[
    ("tat-ca", Which::All),
    ("chuyen-tiep", Which::ToMove),
    ("dang-giai-quyet", Which::At(Standing::InProgress)),
    ("mo-lai", Which::At(Standing::Reopened)),
    ("chua-co-nguon-luc", Which::At(Standing::NoResources)),
    ("cap-tren", Which::At(Standing::Escalated)),
    ("cho-bao", Which::At(Standing::SuperiorAnswered)),
    ("cho-dan", Which::At(Standing::Done)),
    ("dong-y", Which::At(Standing::Agreed)),
    ("buoc-tiep", Which::At(Standing::FurtherPath)),
];

struct Line {
    href: String,
    title: String,
    standing: Mark,
    next: NextLine,
}

struct Choice {
    href: String,
    label: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "office/followup/results.html")]
struct Results {
    page: Page,
    choices: Vec<Choice>,
    lines: Vec<Line>,
    more: Option<String>,
}

/// `GET /nhiem-vu/ket-qua`
///
/// # Errors
/// Not found for those who may not read the follow-up of the unit; the store's failure.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    if desk.officer.role == Role::Body {
        return Err(Fault::NotFound);
    }
    let (loc, which) = FILTERS.iter().find(|(word, _)| *word == asked.loc).copied().unwrap_or(("tat-ca", Which::All));
    let key = asked.sau.split_once('.').and_then(|(at, id)| Some((at.parse().ok()?, id)));
    let mut conn = web.app.store.read().await?;
    let rows = todo::matters(&mut conn, &desk.officer.unit_id, which, desk.allow(Action::ReadOpinions).is_ok(), key, PAGE + 1).await?;
    drop(conn);
    let all = desk.allow(Action::ReadOpinions).is_ok();
    let assigns = desk.allow(Action::Assign).is_ok();
    let page = desk.page;
    let shown_rows = usize::try_from(PAGE).unwrap_or(0);
    let last = rows.get(shown_rows - 1).filter(|_| rows.len() > shown_rows);
    let more = last.map(|r| format!("/nhiem-vu/ket-qua?loc={loc}&sau={}.{}", r.updated_at, r.id));
    let choices = FILTERS
        .iter()
        .map(|(word, which)| Choice { href: format!("/nhiem-vu/ket-qua?loc={word}"), label: label(&page, *which), current: *word == loc })
        .collect();
    let lines = rows.iter().take(shown_rows).map(|r| line(&page, r, all, assigns)).collect();
    Ok(render::html(&Results { choices, lines, more, page }))
}

fn label(page: &Page, which: Which) -> String {
    match which {
        Which::All => page.t.results_all(),
        Which::ToMove => page.t.todo_to_move(),
        Which::At(s) => mark::standing(page.t, s).word,
    }
}

fn line(page: &Page, r: &MatterLine, all: bool, assigns: bool) -> Line {
    let published = r.publication == Publication::Published;
    let title = match (all, published) {
        (true, _) => r.title.clone(),
        (false, true) => r.published_title.clone(),
        (false, false) => page.t.results_unpublished(words::kind(page.t, r.kind)),
    };
    let href = match (r.standing, r.task, r.sent) {
        (Standing::SuperiorAnswered | Standing::Escalated, _, Some(sent)) => format!("/cap-tren/{}", shown(sent)),
        (_, Some(task), _) => format!("/nhiem-vu/{}", shown(task)),
        (_, None, Some(sent)) => format!("/cap-tren/{}", shown(sent)),
        _ if assigns && caunoi_domain::followup::takes_tasks(r.standing) => format!("/nhiem-vu/giao/{}", shown(r.public_id)),
        _ if published => format!("/y-kien/{}", shown(r.public_id)),
        _ => String::new(),
    };
    Line { href, title, standing: mark::standing(page.t, r.standing), next: NextLine::of(page, &r.next, Reader::Other) }
}
