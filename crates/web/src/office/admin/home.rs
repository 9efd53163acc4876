//! `/quan-tri`: how far the set-up of this office has come, and where to go on.

use axum::{extract::State, response::Response};
use caunoi_domain::people::{policy::Action, tenure};
use caunoi_store::{account, tenure as rows};

use super::view::{self, AdminPage, Cell, TableView};
use crate::{
    Web,
    page::{
        desk::Desk,
        fault::Fault,
        icon::Icon,
        mark::{Mark, Tone},
    },
};

/// `GET /quan-tri`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::Administer)?;
    let today = web.app.clock.today();
    let mut conn = web.app.store.read().await?;
    let n = account::progress(&mut conn, &desk.officer.unit_id).await?;
    let held = rows::of_unit(&mut conn, &desk.officer.unit_id).await?;
    drop(conn);
    let vacant = held.iter().filter(|h| tenure::on(&h.tenures, &h.leaves, today).holder.is_none()).count();
    let t = desk.page.t;
    let state = |done: bool| {
        if done { Mark::new(Tone::Done, Icon::Tick, t.office_done()) } else { Mark::new(Tone::Doing, Icon::Half, t.office_to_do()) }
    };
    let vacant = i64::try_from(vacant).unwrap_or(i64::MAX);
    let line =
        |href: &str, label: String, what: String, done: bool| vec![Cell::link(label, href), Cell::text(what), Cell::mark(state(done))];
    let rows = vec![
        line("/quan-tri/co-quan", t.office_bodies(), t.office_bodies_count(n.bodies), n.bodies > 0),
        line("/quan-tri/chuc-danh", t.office_posts(), t.office_posts_count(n.posts, vacant), n.posts > 0 && vacant == 0),
        line("/quan-tri/nguoi", t.office_people(), t.office_people_count(n.accounts, n.one_time), n.accounts > 1 && n.one_time == 0),
        vec![
            Cell::text(t.office_villages()).meta(t.office_villages_where()),
            Cell::text(t.office_villages_count(n.villages)),
            Cell::mark(state(n.villages > 0)),
        ],
        line("/quan-tri/cong-bo", t.office_policy(), t.office_policy_line(), true),
    ];
    let page = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: t.office_home_title(),
        lead: t.office_home_lead(),
        crumbs: Vec::new(),
        errs: Vec::new(),
        on: None,
        notes: vec![t.office_home_note()],
        tables: vec![TableView {
            id: "buoc",
            title: t.office_steps(),
            head: vec![t.office_col_what(), t.office_col_now(), t.office_col_state()],
            rows,
            empty: String::new(),
        }],
        forms: Vec::new(),
        links: vec![("/quan-tri/nguoi/nhap".to_owned(), t.office_bulk())],
        page: desk.page,
    };
    Ok(view::show(&page))
}
