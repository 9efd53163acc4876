//! `/quan-tri/chuc-danh`: who held which post on a day, who acted, and where nobody did (S0.2). The administrator keeps it;
//! those who prepare and approve dialogues read it.

use axum::{
    extract::{Query, State},
    response::Response,
};
use axum_extra::extract::Form;
use caunoi_app::people::add_post::AddPost;
use caunoi_domain::{
    people::{policy::Action, post::PostKind, tenure},
    problem::Problem,
    text::date,
};
use caunoi_store::{
    beside, people,
    tenure::{self as rows, Held},
};
use jiff::civil::Date;
use serde::Deserialize;

use super::{
    super::dialogue::form::Pairs,
    after, asked_day,
    bodies::line,
    view::{self, AdminPage, Cell, FieldKind, FormView, TableView, Typed},
};
use crate::{
    Web,
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        form::choice,
        icon::Icon,
        mark::{Mark, Tone},
        words,
    },
};

const HERE: &str = "/quan-tri/chuc-danh";

/// The day the page is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    on: String,
}

/// Refuses those who neither keep nor use the register of posts.
pub(super) fn may_read(desk: &Desk) -> Result<(), Fault> {
    let reads = [Action::Administer, Action::PrepareDialogue, Action::ApproveDialogue];
    if reads.iter().any(|a| desk.allow(*a).is_ok()) { Ok(()) } else { Err(Fault::NotFound) }
}

/// `GET /quan-tri/chuc-danh`
///
/// # Errors
/// Not for this officer.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let on = asked_day(&asked.on, web.app.clock.today());
    page(&web, desk, on, &Pairs(Vec::new()), &[]).await
}

/// `POST /quan-tri/chuc-danh`
///
/// # Errors
/// Not for this officer.
pub async fn add(State(web): State<Web>, desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let fields = Pairs(fields);
    desk.allow(Action::Administer)?;
    desk.check(&fields.get("csrf"))?;
    let mut wrong = Vec::new();
    let kind: Option<PostKind> = choice(&fields.get("post_kind"), "post_kind", &mut wrong);
    let name = line(&fields, "name", &mut wrong);
    if let Some(kind) = kind.filter(|_| wrong.is_empty()) {
        let verb = AddPost { body_id: fields.get("body"), kind, name, head: fields.get("head") == "yes" };
        match after(web.app.carry_out_once(&desk.actor, &fields.get("key"), verb).await.map(|_: String| ()), HERE)? {
            Ok(done) => return Ok(done),
            Err(problems) => wrong = problems,
        }
    }
    let today = web.app.clock.today();
    page(&web, desk, today, &fields, &wrong).await
}

async fn page(web: &Web, desk: Desk, on: Date, fields: &Pairs, wrong: &[Problem]) -> Result<Response, Fault> {
    may_read(&desk)?;
    let keeps = desk.allow(Action::Administer).is_ok();
    let mut conn = web.app.store.read().await?;
    let (of, day) = (desk.officer.unit_id.as_str(), on.to_string());
    let (held, bodies) = beside!(&mut conn, |c| rows::of_unit(c, of), |c| async {
        if keeps { people::bodies_on(c, of, &day).await } else { Ok(Vec::new()) }
    },)?;
    drop(conn);
    let t = desk.page.t;
    let typed = Typed { page: &desk.page, form: if fields.0.is_empty() { "" } else { "them" }, fields, wrong };
    let mut forms = Vec::new();
    if keeps {
        let none = || std::iter::once((String::new(), t.office_choose()));
        let all = none().chain(bodies.into_iter().filter(|b| b.has_account).map(|b| (b.id, b.name))).collect();
        let kinds = none().chain(PostKind::ALL.iter().map(|k| (k.code().to_owned(), words::post_kind(t, *k)))).collect();
        forms.push(FormView {
            id: "them",
            title: t.office_add_post(),
            hint: String::new(),
            action: HERE.to_owned(),
            button: t.office_add_post(),
            key: web.app.token(),
            open: typed.sent("them"),
            fields: vec![
                typed.field("them", "name", t.office_post_name(), "", FieldKind::Line),
                typed.field("them", "body", t.office_body(), "", FieldKind::Select(all)),
                typed.field("them", "post_kind", t.office_kind(), "", FieldKind::Select(kinds)),
                typed.field("them", "head", t.office_head(), "", FieldKind::Tick).hint(t.office_head_hint()),
            ],
        });
    }
    let view = AdminPage {
        csrf: desk.csrf().to_owned(),
        title: t.office_posts(),
        lead: t.office_posts_lead(),
        crumbs: if keeps { vec![("/quan-tri".to_owned(), t.office_home_title())] } else { Vec::new() },
        errs: typed.summary(),
        on: Some((t.office_on(), date::vi(on))),
        notes: Vec::new(),
        tables: vec![TableView {
            id: "chuc-danh",
            title: t.office_posts_on(date::vi(on)),
            head: vec![t.office_post(), t.office_body(), t.office_holder(), t.office_acting()],
            rows: held.iter().map(|h| row(&desk.page, h, on)).collect(),
            empty: t.office_posts_empty(),
        }],
        forms,
        links: Vec::new(),
        page: desk.page.clone(),
    };
    Ok(view::show(&view, wrong))
}

fn row(page: &Page, h: &Held, on: Date) -> Vec<Cell> {
    let t = page.t;
    let mut post = Cell::link(&h.post.name, format!("{HERE}/{}", h.post.id));
    if h.post.head {
        post = post.meta(t.office_head());
    }
    let span = tenure::on(&h.tenures, &h.leaves, on);
    let [holder, acting] = who(page, &span);
    vec![post, Cell::text(&h.post.body), holder, acting]
}

/// Who holds a post and who acts, in a span of days.
pub(super) fn who(page: &Page, span: &tenure::Span<'_>) -> [Cell; 2] {
    let t = page.t;
    let holder = match span.holder {
        Some(h) if span.away => Cell::text(&h.person).and(Mark::new(Tone::Doing, Icon::Clock, t.office_on_leave())),
        Some(h) => Cell::text(&h.person),
        None => Cell::mark(Mark::new(Tone::Late, Icon::Warn, t.office_vacant())),
    };
    let acting = match span.acting {
        Some(a) => Cell::text(&a.person).and(Mark::new(Tone::Doing, Icon::Person, t.office_acts())),
        None => Cell::default(),
    };
    [holder, acting]
}
