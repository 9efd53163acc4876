//! `/quan-tri/lich`: the working calendar by which every limit is counted: days off and worked instead, each with its source.

use axum::{extract::State, response::Response};
use caunoi_app::import::permit;
use caunoi_domain::{calendar::DayKind, people::policy::Action, text::date};

use super::{
    bodies::unconfirmed,
    view::{self, AdminPage, Cell, TableView},
};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, lang::Lang},
};

/// `GET /quan-tri/lich`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::Administer)?;
    let keeps = permit::keeps(&mut web.app.store.read().await?, &desk.actor, Action::Administer, &desk.officer.unit_id).await?;
    let t = desk.page.t;
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: t.office_calendar(),
        lead: t.office_calendar_lead(),
        crumbs: vec![("/quan-tri".to_owned(), t.office_home_title())],
        errs: Vec::new(),
        on: None,
        notes: if keeps { Vec::new() } else { vec![t.office_calendar_kept()] },
        tables: vec![TableView {
            id: "lich",
            title: t.office_calendar(),
            head: vec![t.office_day(), t.office_col_what(), t.office_col_state(), t.office_source()],
            rows: lines(&web, &desk),
            empty: String::new(),
        }],
        forms: Vec::new(),
        links: if keeps { vec![("/cong-viec/nhap-so?loai=calendar".to_owned(), t.office_calendar_import())] } else { Vec::new() },
        page: desk.page.clone(),
    };
    Ok(view::show(&view, &[]))
}

/// The days that stand for every year, the years with their lists, then the days of this year and the next.
fn lines(web: &Web, desk: &Desk) -> Vec<Vec<Cell>> {
    let t = desk.page.t;
    let marked = |state: Cell, confirmed: bool| if confirmed { state } else { state.and(unconfirmed(&desk.page)) };
    let calendar = web.app.calendar();
    let mut days = Vec::new();
    for s in calendar.switches() {
        let state = Cell::text(if s.on { t.office_day_off() } else { t.office_day_worked() });
        days.push(vec![
            Cell::text(format!("{}/{}", s.day, s.month)),
            Cell::text(&s.name),
            marked(state, s.confirmed),
            Cell::text(source(&desk.page, &s.source)),
        ]);
    }
    for y in calendar.years() {
        let state = if y.confirmed { Cell::text(t.office_confirmed()) } else { Cell::default() };
        days.push(vec![
            Cell::text(y.year.to_string()),
            Cell::text(t.office_year_list()),
            marked(state, y.confirmed),
            Cell::text(source(&desk.page, &y.source)),
        ]);
    }
    let year = web.app.clock.today().year();
    for d in calendar.days().filter(|d| (year..=year + 1).contains(&d.date.year())) {
        let state = Cell::text(if d.kind == DayKind::Off { t.office_day_off() } else { t.office_day_worked() });
        let name = if desk.page.lang == Lang::Vi { &d.name } else { &d.name_en };
        days.push(vec![
            Cell::text(date::vi(d.date)),
            Cell::text(name),
            marked(state, d.confirmed),
            Cell::text(source(&desk.page, &d.source)),
        ]);
    }
    days
}

/// Where a day stands, in a reader's words: the data set of public holidays is called by what it is.
fn source(page: &Page, words: &str) -> String {
    words.replace("PyPI holidays", &page.t.office_calendar_set())
}
