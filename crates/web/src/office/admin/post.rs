//! One post through time: who held it, who acted, gaps; appointment, leave, end, each with its paper (S0.2, P17).

use axum::{
    extract::{Path, State},
    response::Response,
};
use axum_extra::extract::Form;
use caunoi_app::people::{
    appoint::Appoint,
    end_tenure::EndTenure,
    take_leave::{ComeBack, TakeLeave},
    void_tenure::VoidTenure,
};
use caunoi_domain::{
    people::{policy::Action, tenure as rules},
    problem::Problem,
    text::date,
};
use caunoi_store::{
    account, beside, post_handover,
    tenure::{self, LeaveRow, TenureRow},
};
use jiff::civil::Date;

use super::{
    super::dialogue::form::Pairs,
    after,
    bodies::line,
    needed_day,
    posts::{may_read, who},
    view::{self, AdminPage, Cell, FieldKind, FormView, SmallForm, TableView, Typed},
};
use crate::{
    Web,
    page::{Page, desk::Desk, fault::Fault, form::day},
};

type Sent = Form<Vec<(String, String)>>;

/// `GET /quan-tri/chuc-danh/{id}`
///
/// # Errors
/// Not for this officer; no such post.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    page(&web, desk, &id, "", &Pairs(Vec::new()), &[]).await
}

fn checked(desk: &Desk, fields: Vec<(String, String)>) -> Result<Pairs, Fault> {
    let fields = Pairs(fields);
    desk.allow(Action::Administer)?;
    desk.check(&fields.get("csrf"))?;
    Ok(fields)
}

fn here(id: &str) -> String {
    format!("/quan-tri/chuc-danh/{id}")
}

/// `POST …/bo-nhiem`
///
/// # Errors
/// Not for this officer; no such post.
pub async fn appoint(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(fields): Sent) -> Result<Response, Fault> {
    let fields = checked(&desk, fields)?;
    let mut wrong = Vec::new();
    let from = needed_day(&fields, "from_on", &mut wrong);
    let to = day(&fields.get("to_on"), "to_on", &mut wrong);
    let (person, paper) = (line(&fields, "person", &mut wrong), line(&fields, "paper", &mut wrong));
    if let Some(from) = from.filter(|_| wrong.is_empty()) {
        let acting = fields.get("acting") == "yes";
        let verb = Appoint { post_id: id.clone(), person, login: fields.get("login"), from, to, acting, paper };
        match after(web.app.carry_out_once(&desk.actor, &fields.get("key"), verb).await.map(|_: String| ()), &here(&id))? {
            Ok(done) => return Ok(done),
            Err(problems) => wrong = problems,
        }
    }
    page(&web, desk, &id, "bo-nhiem", &fields, &wrong).await
}

/// `POST …/thoi-giu`
///
/// # Errors
/// Not for this officer; no such tenure.
pub async fn end(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(fields): Sent) -> Result<Response, Fault> {
    let fields = checked(&desk, fields)?;
    let mut wrong = Vec::new();
    let to = needed_day(&fields, "end_on", &mut wrong);
    let paper = line(&fields, "end_paper", &mut wrong);
    if let Some(to) = to.filter(|_| wrong.is_empty()) {
        let verb = EndTenure { tenure_id: fields.get("tenure"), to, paper };
        match after(web.app.carry_out(&desk.actor, verb).await, &here(&id))? {
            Ok(done) => return Ok(done),
            Err(problems) => wrong = problems,
        }
    }
    page(&web, desk, &id, "thoi-giu", &fields, &wrong).await
}

/// `POST …/nghi`
///
/// # Errors
/// Not for this officer; no such tenure.
pub async fn leave(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(fields): Sent) -> Result<Response, Fault> {
    let fields = checked(&desk, fields)?;
    let mut wrong = Vec::new();
    let from = needed_day(&fields, "leave_from", &mut wrong);
    let to = day(&fields.get("leave_to"), "leave_to", &mut wrong);
    let paper = line(&fields, "leave_paper", &mut wrong);
    if let Some(from) = from.filter(|_| wrong.is_empty()) {
        let verb = TakeLeave { tenure_id: fields.get("tenure"), from, to, paper };
        match after(web.app.carry_out_once(&desk.actor, &fields.get("key"), verb).await, &here(&id))? {
            Ok(done) => return Ok(done),
            Err(problems) => wrong = problems,
        }
    }
    page(&web, desk, &id, "nghi", &fields, &wrong).await
}

/// `POST …/tro-lai`
///
/// # Errors
/// Not for this officer; nobody on leave.
pub async fn back(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(fields): Sent) -> Result<Response, Fault> {
    let fields = checked(&desk, fields)?;
    let mut wrong = Vec::new();
    if let Some(to) = needed_day(&fields, "back_on", &mut wrong) {
        match after(web.app.carry_out(&desk.actor, ComeBack { post_id: id.clone(), to }).await, &here(&id))? {
            Ok(done) => return Ok(done),
            Err(problems) => wrong = problems,
        }
    }
    let whole: Vec<Problem> = wrong.into_iter().map(|p| Problem::new("", p.what)).collect();
    page(&web, desk, &id, "tro-lai", &fields, &whole).await
}

/// `POST …/huy`
///
/// # Errors
/// Not for this officer; no such tenure.
pub async fn void(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Form(fields): Sent) -> Result<Response, Fault> {
    let fields = checked(&desk, fields)?;
    match after(web.app.carry_out(&desk.actor, VoidTenure { tenure_id: fields.get("tenure") }).await, &here(&id))? {
        Ok(done) => Ok(done),
        Err(wrong) => page(&web, desk, &id, "huy", &fields, &wrong).await,
    }
}

async fn page(web: &Web, desk: Desk, id: &str, sent: &str, fields: &Pairs, wrong: &[Problem]) -> Result<Response, Fault> {
    may_read(&desk)?;
    let keeps = desk.allow(Action::Administer).is_ok();
    let mut conn = web.app.store.read().await?;
    let (post, tenures, leaves, handed, accounts) = beside!(
        &mut conn,
        |c| tenure::post(c, id),
        |c| tenure::of_post(c, id),
        |c| tenure::leaves_of_post(c, id),
        |c| post_handover::of_post(c, id),
        |c| async { if keeps { account::of_unit(c, &desk.officer.unit_id, "").await } else { Ok(Vec::new()) } },
    )?;
    drop(conn);
    let post = post.filter(|p| p.unit_id == desk.officer.unit_id).ok_or(Fault::NotFound)?;
    let facts = tenures.iter().map(TenureRow::fact).collect::<Result<Vec<_>, _>>()?;
    let away = leaves.iter().map(LeaveRow::fact).collect::<Result<Vec<_>, _>>()?;
    let today = web.app.clock.today();
    let t = desk.page.t;
    let typed = Typed { page: &desk.page, form: sent, fields, wrong };
    let spans = rules::timeline(&facts, &away, post.since_on.parse().ok());
    let mut handed_rows = Vec::new();
    for h in &handed {
        handed_rows.push(vec![
            Cell::text(desk.page.day(&h.on_day)),
            Cell::text(&h.given_by),
            Cell::text(&h.taken_by),
            Cell::text(&h.paper),
        ]);
    }
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: post.name.clone(),
        lead: post.body.clone(),
        crumbs: vec![("/quan-tri".to_owned(), t.office_home_title()), ("/quan-tri/chuc-danh".to_owned(), t.office_posts())],
        errs: typed.summary(),
        on: None,
        notes: Vec::new(),
        tables: vec![
            TableView {
                id: "thoi-gian",
                title: t.office_timeline(),
                head: vec![t.office_col_days(), t.office_holder(), t.office_acting()],
                rows: spans.iter().rev().map(|s| span_row(&desk.page, s)).collect(),
                empty: t.office_timeline_empty(),
            },
            TableView {
                id: "quyet-dinh",
                title: t.office_facts(),
                head: vec![t.office_col_name(), t.office_col_days(), t.office_paper()],
                rows: tenures.iter().rev().map(|r| fact_row(&desk.page, id, r, &leaves, keeps, today)).collect(),
                empty: t.office_timeline_empty(),
            },
            TableView {
                id: "ban-giao",
                title: t.office_handed(),
                head: vec![t.office_day(), t.office_given_by(), t.office_taken_by(), t.office_paper()],
                rows: handed_rows,
                empty: t.office_handed_empty(),
            },
        ],
        forms: if keeps { forms(web, &typed, id, &tenures, &accounts, today) } else { Vec::new() },
        links: if desk.allow(Action::HandOver).is_ok() {
            vec![(format!("/cong-viec/ban-giao/{id}"), t.office_handover_title())]
        } else {
            Vec::new()
        },
        page: desk.page.clone(),
    };
    Ok(view::show(&view, wrong))
}

fn days(page: &Page, from: Date, to: Option<Date>) -> String {
    match to {
        Some(to) => page.t.office_days(date::vi(from), date::vi(to)),
        None => page.t.office_days_open(date::vi(from)),
    }
}

fn span_row(page: &Page, s: &rules::Span<'_>) -> Vec<Cell> {
    let [holder, acting] = who(page, s);
    vec![Cell::text(days(page, s.from, s.to)), holder, acting]
}

fn fact_row(page: &Page, post_id: &str, r: &TenureRow, leaves: &[LeaveRow], keeps: bool, today: Date) -> Vec<Cell> {
    let t = page.t;
    let iso = |d: &str| page.day(d);
    let mut name = Cell::text(&r.person);
    if r.acting {
        name = name.meta(t.office_acts());
    }
    let period = match &r.to_on {
        Some(to) => t.office_days(iso(&r.from_on), iso(to)),
        None => t.office_days_open(iso(&r.from_on)),
    };
    let mut period = Cell::text(period);
    for l in leaves.iter().filter(|l| l.tenure_id == r.id) {
        let said = match &l.to_on {
            Some(to) => t.office_leave_days(iso(&l.from_on), iso(to)),
            None => t.office_leave_open(iso(&l.from_on)),
        };
        period = period.meta(said);
        if keeps && l.to_on.is_none() {
            period = period.act(SmallForm {
                action: format!("{}/tro-lai", here(post_id)),
                label: t.office_back(),
                hidden: Vec::new(),
                day: Some(("back_on", t.office_last_day(), date::vi(today))),
            });
        }
    }
    let mut paper = Cell::text(&r.paper).meta(r.end_paper.clone());
    if keeps {
        paper = paper.act(SmallForm {
            action: format!("{}/huy", here(post_id)),
            label: t.office_void(),
            hidden: vec![("tenure", r.id.clone())],
            day: None,
        });
    }
    vec![name, period, paper]
}

fn forms(web: &Web, typed: &Typed<'_>, id: &str, tenures: &[TenureRow], accounts: &[account::AccountView], today: Date) -> Vec<FormView> {
    let t = typed.page.t;
    let people = std::iter::once((String::new(), t.office_no_account()))
        .chain(accounts.iter().filter(|a| a.active).map(|a| (a.login.clone(), format!("{} ({})", a.full_name, a.login))))
        .collect();
    let open: Vec<&TenureRow> = tenures.iter().filter(|r| r.to_on.is_none()).collect();
    let choose = |acting_too: bool| -> Vec<(String, String)> {
        open.iter().filter(|r| acting_too || !r.acting).map(|r| (r.id.clone(), r.person.clone())).collect()
    };
    let form = |id_of: &'static str, title: String, hint: String, button: String, fields| FormView {
        id: id_of,
        title,
        hint,
        action: format!("{}/{id_of}", here(id)),
        button,
        key: web.app.token(),
        open: typed.sent(id_of),
        fields,
    };
    let mut all = vec![form(
        "bo-nhiem",
        t.office_appoint(),
        t.office_appoint_hint(),
        t.office_appoint_button(),
        vec![
            typed.field("bo-nhiem", "login", t.office_account(), "", FieldKind::Select(people)).hint(t.office_appoint_account_hint()),
            typed.field("bo-nhiem", "person", t.office_full_name(), "", FieldKind::Line).hint(t.office_person_hint()),
            typed.field("bo-nhiem", "from_on", t.office_from(), "", FieldKind::Short),
            typed.field("bo-nhiem", "to_on", t.office_to(), "", FieldKind::Short).hint(t.office_to_hint()),
            typed.field("bo-nhiem", "paper", t.office_paper(), "", FieldKind::Line).hint(t.office_paper_hint()),
            typed.field("bo-nhiem", "acting", t.office_acting_tick(), "", FieldKind::Tick).hint(t.office_acting_hint()),
        ],
    )];
    if open.iter().any(|r| !r.acting) {
        all.push(form(
            "nghi",
            t.office_leave(),
            t.office_leave_hint(),
            t.office_leave_button(),
            vec![
                typed.field("nghi", "tenure", t.office_holder(), "", FieldKind::Select(choose(false))),
                typed.field("nghi", "leave_from", t.office_from(), &date::vi(today), FieldKind::Short),
                typed.field("nghi", "leave_to", t.office_to(), "", FieldKind::Short).hint(t.office_to_hint()),
                typed.field("nghi", "leave_paper", t.office_paper_maybe(), "", FieldKind::Line),
            ],
        ));
    }
    if !open.is_empty() {
        all.push(form(
            "thoi-giu",
            t.office_end(),
            t.office_end_hint(),
            t.office_end_button(),
            vec![
                typed.field("thoi-giu", "tenure", t.office_col_name(), "", FieldKind::Select(choose(true))),
                typed.field("thoi-giu", "end_on", t.office_last_day(), &date::vi(today), FieldKind::Short),
                typed.field("thoi-giu", "end_paper", t.office_paper(), "", FieldKind::Line).hint(t.office_paper_hint()),
            ],
        ));
    }
    all
}
