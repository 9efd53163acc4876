//! `/quan-tri`: how far the set-up of this office has come, and what is missing before its first dialogue.

use axum::{extract::State, response::Response};
use caunoi_app::people::ready;
use caunoi_domain::people::{
    policy::Action,
    readiness::{Lack, Ready},
};
use caunoi_store::{account, beside};

use super::view::{self, AdminPage, Cell, TableView};
use crate::{
    Web,
    page::{
        desk::Desk,
        fault::Fault,
        icon::Icon,
        l10n::L10nLanguage,
        mark::{Mark, Tone},
    },
};

/// `GET /quan-tri`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::Administer)?;
    let mut conn = web.app.store.read().await?;
    let (of, calendar, today) = (desk.officer.unit_id.as_str(), web.app.calendar(), web.app.clock.today());
    let (n, ready) = beside!(&mut conn, |c| async { Ok::<_, Fault>(account::progress(c, of).await?) }, |c| async {
        Ok(ready::of(c, &calendar, of, today).await?)
    },)?;
    drop(conn);
    let t = desk.page.t;
    let state = |done: bool| {
        if done { Mark::new(Tone::Done, Icon::Tick, t.office_done()) } else { Mark::new(Tone::Doing, Icon::Half, t.office_to_do()) }
    };
    let line =
        |href: &str, label: String, what: String, done: bool| vec![Cell::link(label, href), Cell::text(what), Cell::mark(state(done))];
    let rows = vec![
        line("/quan-tri/co-quan", t.office_bodies(), t.office_bodies_count(n.bodies), n.bodies > 0),
        line("/quan-tri/chuc-danh", t.office_posts(), t.office_posts_count(n.posts, ready.vacant), n.posts > 0 && ready.vacant == 0),
        line("/quan-tri/nguoi", t.office_people(), t.office_people_count(n.accounts, n.one_time), n.accounts > 1 && n.one_time == 0),
        line("/cong-viec/thon", t.office_villages(), t.office_villages_count(n.villages), n.villages > 0),
        line("/cong-viec/quy-che", t.rule_desk_title(), t.office_rules_count(n.rules), n.rules > 0),
        line("/quan-tri/lich", t.office_calendar(), t.office_calendar_line(), ready.calendar),
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
        tables: vec![
            TableView {
                id: "thieu",
                title: t.office_lacks(),
                head: vec![t.office_col_what(), t.office_lack_why(), t.office_col_state()],
                rows: caunoi_domain::people::readiness::lacks(&ready).into_iter().map(|l| lack(t, l, &ready)).collect(),
                empty: t.office_lacks_none(),
            },
            TableView {
                id: "buoc",
                title: t.office_steps(),
                head: vec![t.office_col_what(), t.office_col_now(), t.office_col_state()],
                rows,
                empty: String::new(),
            },
        ],
        forms: Vec::new(),
        links: vec![("/quan-tri/nguoi/nhap".to_owned(), t.office_bulk())],
        page: desk.page,
    };
    Ok(view::show(&page, &[]))
}

/// What is missing, why it matters, and where it is mended.
fn lack(t: &L10nLanguage, l: Lack, r: &Ready) -> Vec<Cell> {
    let (href, what, why) = match l {
        Lack::Secretary => ("/quan-tri/nguoi", t.office_lack_secretary(), t.office_lack_secretary_why()),
        Lack::Head => ("/quan-tri/nguoi", t.office_lack_head(), t.office_lack_head_why()),
        Lack::Villages => ("/cong-viec/thon", t.office_lack_villages(), t.office_lack_villages_why()),
        Lack::Council => ("/quan-tri/chuc-danh", t.office_lack_council(), t.office_lack_council_why()),
        Lack::Vacant => ("/quan-tri/chuc-danh", t.office_lack_vacant(r.vacant), t.office_lack_vacant_why()),
        Lack::OneTime => ("/quan-tri/nguoi", t.office_lack_one_time(r.one_time), t.office_lack_one_time_why()),
        Lack::Rules => ("/cong-viec/quy-che", t.office_lack_rules(), t.office_lack_rules_why()),
        Lack::Unconfirmed => ("/quan-tri/co-quan", t.office_lack_unconfirmed(r.unconfirmed), t.office_lack_unconfirmed_why()),
        Lack::Calendar => ("/quan-tri/lich", t.office_lack_calendar(), t.office_lack_calendar_why()),
    };
    let mark = if l.is_needed() {
        Mark::new(Tone::Late, Icon::Warn, t.office_lack_needed())
    } else {
        Mark::new(Tone::Doing, Icon::Half, t.office_lack_advised())
    };
    vec![Cell::link(what, href), Cell::text(why), Cell::mark(mark)]
}
