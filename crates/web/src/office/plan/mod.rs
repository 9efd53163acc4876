//! The year plan's desk: a year with what is in force and where each row is today, the plan and its supplements, their
//! paper, the figures of a year, the place's rules, and for a superior level who has no approved programme.

mod act;
mod below;
mod page;
pub(super) use page::texts;
mod print;
mod progress;
mod row;
mod rules;
mod year;

use axum::{
    Router,
    routing::{get, post},
};
use caunoi_domain::{
    dialogue::year_plan::{in_force, standing},
    opinion::tracking_code::PublicId,
    people::policy::{self, Action, Scope},
};
use caunoi_store::{
    Conn,
    people::PostRow,
    year_events::YearEvent,
    year_plan::{self, ConferenceRow, OfYear, PlanRow},
};

use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, l10n::L10nLanguage},
};

/// Addresses of the year plan's desk.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/cong-viec/ke-hoach", get(year::show).post(act::begin))
        .route("/cong-viec/ke-hoach/soan-cuoc", post(act::draft_dialogue))
        .route("/cong-viec/ke-hoach/thuc-hien", get(progress::show))
        .route("/cong-viec/ke-hoach/quy-dinh", get(rules::show).post(rules::set))
        .route("/cong-viec/ke-hoach/{id}", get(page::show).post(act::head))
        .route("/cong-viec/ke-hoach/{id}/cuoc", get(row::show).post(row::put))
        .route("/cong-viec/ke-hoach/{id}/cuoc/bo", post(act::remove_row))
        .route("/cong-viec/ke-hoach/{id}/trinh", post(act::submit))
        .route("/cong-viec/ke-hoach/{id}/duyet", post(act::approve))
        .route("/cong-viec/ke-hoach/{id}/tra-lai", post(act::send_back))
        .route("/cong-viec/ke-hoach/{id}/gop-y", post(act::comment))
        .route("/cong-viec/ke-hoach/{id}/in", get(print::show))
        .route("/cap-tren/ke-hoach", get(below::show))
}

/// "Kế hoạch năm 2026", or which supplement to it.
pub fn title(t: &L10nLanguage, year: i64, number: i64) -> String {
    if number == 0 { t.yp_title(year.to_string()) } else { t.yp_supplement(number, year.to_string()) }
}

/// The plan of that public id, where the officer may read it.
async fn find(conn: &mut Conn<'_>, desk: &Desk, id: &str) -> Result<PlanRow, Fault> {
    let public = PublicId::parse(id).map_err(|_| Fault::NotFound)?;
    let plan = year_plan::find_public(conn, public.to_i64()).await?.ok_or(Fault::NotFound)?;
    if policy::may(&desk.actor, Action::ReadFollowUp, Scope::unit(&plan.unit_id)) { Ok(plan) } else { Err(Fault::NotFound) }
}

/// The address of a plan.
fn address(plan: &PlanRow) -> String {
    format!("/cong-viec/ke-hoach/{}", PublicId::from_i64(plan.public_id))
}

/// A row that is in force with the dialogue that was made of it.
struct InForce<'a> {
    row: &'a ConferenceRow,
    event: Option<&'a YearEvent>,
}

impl InForce<'_> {
    fn standing(&self) -> caunoi_domain::dialogue::year_plan::RowStanding {
        standing(self.event.map(|e| &e.event))
    }
}

/// The rows in force, by month and day, each with its dialogue.
fn rows_in_force<'a>(all: &'a [OfYear], events: &'a [YearEvent]) -> Vec<InForce<'a>> {
    let lines: Vec<_> = all.iter().map(OfYear::line).collect();
    let mut rows: Vec<InForce<'a>> = in_force(&lines)
        .into_iter()
        .filter_map(|(id, before)| {
            let row = &all.iter().find(|r| r.row.id == id)?.row;
            let event = events.iter().find(|e| e.plan_row == id || before.contains(&e.plan_row));
            Some(InForce { row, event })
        })
        .collect();
    rows.sort_by_key(|r| (r.row.planned.month, r.row.planned.on_day, r.row.seq));
    rows
}

/// The names of these posts.
fn names(posts: &[PostRow], ids: &[String]) -> String {
    ids.iter().filter_map(|id| posts.iter().find(|p| p.id == *id)).map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// "05/12/2026", or "tháng 12".
fn when(page: &Page, row: &ConferenceRow) -> String {
    match row.planned.on_day {
        Some(day) => page.day(&day.to_string()),
        None => page.t.yp_month_of(row.planned.month),
    }
}

/// When a planned conference is, its topic and its heads, in words.
pub(super) fn row_words(page: &Page, row: &ConferenceRow, posts: &[PostRow]) -> (String, String, String) {
    (when(page, row), topic(page.t, row), names(posts, &row.planned.heads))
}

/// The topic, or that it will be chosen.
fn topic(t: &L10nLanguage, row: &ConferenceRow) -> String {
    if row.planned.topic.is_empty() { t.yp_topic_later() } else { row.planned.topic.clone() }
}
