//! Bàn giao (P17): what is open under a head, as a page that prints; handed over from one to another on a day by a paper.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use axum_extra::extract::Form;
use caunoi_app::people::hand_over_post::{HandOverPost, open_under};
use caunoi_domain::{
    opinion::{
        submission::{LINE_MAX, text},
        tracking_code::PublicId,
    },
    people::{
        handover::OpenKind,
        policy::{self, Action, Scope},
        tenure as rules,
    },
    problem::Problem,
    text::date,
};
use caunoi_store::{
    beside,
    post_handover::{self, HandoverRow, OpenLine},
    tenure::{self, Held, PostView},
};

use super::{
    super::dialogue::form::Pairs,
    needed_day,
    posts::who,
    view::{self, AdminPage, Cell, FieldKind, FormView, TableView, Typed},
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::{Fault, problems_of},
        icon::Icon,
        l10n::L10nLanguage,
        lang::Lang,
        render, words,
    },
};

/// What is open of one kind.
struct Group {
    title: String,
    lines: Vec<Line>,
}

struct Line {
    title: String,
    detail: String,
    due: String,
    href: String,
}

#[derive(Template)]
#[template(path = "office/admin/handover.html")]
struct Sheet {
    page: Page,
    /// The words of the paper: it is signed, so it is Vietnamese in either language.
    v: &'static L10nLanguage,
    csrf: String,
    errs: Vec<(String, String)>,
    post: String,
    body: String,
    unit: String,
    /// Who hands over, who takes over, day and paper: of a handing over that was recorded.
    done: Option<[String; 4]>,
    as_of: String,
    groups: Vec<Group>,
    count: i64,
    forms: Vec<FormView>,
    earlier: Vec<(String, String)>,
}

fn may(desk: &Desk, post: &PostView) -> Result<(), Fault> {
    if policy::may(&desk.actor, Action::HandOver, Scope::body(&post.unit_id, &post.body_id)) { Ok(()) } else { Err(Fault::NotFound) }
}

/// `GET /cong-viec/ban-giao`
///
/// # Errors
/// Not for this officer.
pub async fn list(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    desk.allow(Action::HandOver)?;
    let held = tenure::of_unit(&mut web.app.store.read().await?, &desk.officer.unit_id).await?;
    let today = web.app.clock.today();
    let t = desk.page.t;
    let row = |h: &Held| {
        let [holder, acting] = who(&desk.page, &rules::on(&h.tenures, &h.leaves, today));
        vec![Cell::link(&h.post.name, format!("/cong-viec/ban-giao/{}", h.post.id)).meta(&h.post.body), holder, acting]
    };
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: t.office_handover_title(),
        lead: t.office_handover_lead(),
        crumbs: Vec::new(),
        errs: Vec::new(),
        on: None,
        notes: Vec::new(),
        tables: vec![TableView {
            id: "chuc-danh",
            title: t.office_handover_title(),
            head: vec![t.office_post(), t.office_holder(), t.office_acting()],
            rows: held.iter().filter(|h| may(&desk, &h.post).is_ok()).map(row).collect(),
            empty: t.office_handover_none(),
        }],
        forms: Vec::new(),
        links: Vec::new(),
        page: desk.page.clone(),
    };
    Ok(view::show(&view, &[]))
}

/// `GET /cong-viec/ban-giao/{post}`
///
/// # Errors
/// Not for this officer; no such post.
pub async fn show(State(web): State<Web>, desk: Desk, Path(post): Path<String>) -> Result<Response, Fault> {
    sheet(&web, desk, &post, &Pairs(Vec::new()), &[]).await
}

/// `POST /cong-viec/ban-giao/{post}`
///
/// # Errors
/// Not for this officer; no such post.
pub async fn record(
    State(web): State<Web>,
    desk: Desk,
    Path(post): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let fields = Pairs(fields);
    desk.check(&fields.get("csrf"))?;
    let mut wrong = Vec::new();
    let (given_by, taken_by) = (filled(&fields, "given_by", &mut wrong), filled(&fields, "taken_by", &mut wrong));
    let on = needed_day(&fields, "on_day", &mut wrong);
    let paper = filled(&fields, "paper", &mut wrong);
    if let Some(on) = on.filter(|_| wrong.is_empty()) {
        let verb = HandOverPost { post_id: post.clone(), given_by, taken_by, on, paper };
        match web.app.carry_out_once(&desk.actor, &fields.get("key"), verb).await {
            Ok(id) => return Ok(Redirect::to(&format!("/cong-viec/ban-giao/so/{}", PublicId::from_i64(id))).into_response()),
            Err(refusal) => wrong = problems_of(refusal)?,
        }
    }
    sheet(&web, desk, &post, &fields, &wrong).await
}

/// A line that has to be filled in: all that is empty is told at once.
fn filled(fields: &Pairs, name: &'static str, wrong: &mut Vec<Problem>) -> String {
    text(&fields.get(name), name, LINE_MAX, true, wrong)
}

/// `GET /cong-viec/ban-giao/so/{id}`: a handing over as it was recorded.
///
/// # Errors
/// Not for this officer; no such handing over.
pub async fn recorded(State(web): State<Web>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fault> {
    let id: PublicId = id.parse().map_err(|_| Fault::NotFound)?;
    let mut conn = web.app.store.read().await?;
    let h = post_handover::find(&mut conn, id.to_i64()).await?.ok_or(Fault::NotFound)?;
    let (post, lines) = beside!(&mut conn, |c| tenure::post(c, &h.post_id), |c| post_handover::lines(c, &h.id))?;
    drop(conn);
    let post = post.ok_or(Fault::NotFound)?;
    may(&desk, &post)?;
    let as_of = caunoi_app::day_of(h.at).to_string();
    let done = [h.given_by, h.taken_by, desk.page.day(&h.on_day), h.paper];
    Ok(render::html(&paper(&desk, &post, &lines, &as_of, Some(done))))
}

async fn sheet(web: &Web, desk: Desk, post: &str, fields: &Pairs, wrong: &[Problem]) -> Result<Response, Fault> {
    let today = web.app.clock.today();
    let mut conn = web.app.store.read().await?;
    let post = tenure::post(&mut conn, post).await?.ok_or(Fault::NotFound)?;
    may(&desk, &post)?;
    let on = today.to_string();
    let (lines, earlier, held) =
        beside!(&mut conn, |c| open_under(c, &post, &on), |c| async { Ok(post_handover::of_post(c, &post.id).await?) }, |c| async {
            Ok(tenure::held(c, post.clone()).await?)
        },)?;
    drop(conn);
    let t = desk.page.t;
    let typed = Typed { page: &desk.page, form: if fields.0.is_empty() { "" } else { "ghi" }, fields, wrong };
    let last = rules::timeline(&held.tenures, &held.leaves, None).iter().rev().find_map(|s| s.holder.map(|h| h.person.clone()));
    let mut view = paper(&desk, &held.post, &lines, &today.to_string(), None);
    view.errs = typed.summary();
    view.earlier = earlier.iter().map(|h| earlier_line(&desk.page, h)).collect();
    view.forms = vec![FormView {
        id: "ghi",
        title: t.office_handover_record(),
        hint: t.office_handover_hint(),
        action: format!("/cong-viec/ban-giao/{}", held.post.id),
        button: t.office_handover_button(),
        key: web.app.token(),
        open: typed.sent("ghi"),
        fields: vec![
            typed.field("ghi", "given_by", t.office_given_by(), last.as_deref().unwrap_or_default(), FieldKind::Line),
            typed.field("ghi", "taken_by", t.office_taken_by(), "", FieldKind::Line),
            typed.field("ghi", "on_day", t.office_day(), &date::vi(today), FieldKind::Short),
            typed.field("ghi", "paper", t.office_paper(), "", FieldKind::Line).hint(t.office_handover_paper_hint()),
        ],
    }];
    Ok(render::form(&view, wrong))
}

fn earlier_line(page: &Page, h: &HandoverRow) -> (String, String) {
    let said = page.t.office_handover_line(&h.given_by, &h.taken_by, page.day(&h.on_day), &h.paper);
    (format!("/cong-viec/ban-giao/so/{}", PublicId::from_i64(h.public_id)), said)
}

fn paper(desk: &Desk, post: &PostView, lines: &[OpenLine], as_of: &str, done: Option<[String; 4]>) -> Sheet {
    let page = &desk.page;
    let v = Lang::Vi.words();
    let groups = OpenKind::ALL
        .iter()
        .filter_map(|kind| {
            let of_kind: Vec<Line> = lines
                .iter()
                .filter(|l| l.kind == kind.code())
                .map(|l| Line {
                    title: l.title.trim_end_matches('.').to_owned(),
                    detail: l.detail.clone(),
                    due: page.day(&l.due_on),
                    href: l.href.clone(),
                })
                .collect();
            (!of_kind.is_empty()).then(|| Group { title: words::open_kind(v, *kind), lines: of_kind })
        })
        .collect();
    Sheet {
        csrf: desk.csrf().to_owned(),
        errs: Vec::new(),
        post: post.name.clone(),
        body: post.body.clone(),
        unit: page.desk.as_ref().map_or_else(String::new, |d| d.unit_name.clone()),
        done,
        as_of: page.day(as_of),
        count: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        groups,
        forms: Vec::new(),
        earlier: Vec::new(),
        v,
        page: page.clone(),
    }
}
