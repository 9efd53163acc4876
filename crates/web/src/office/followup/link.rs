//! `/nhiem-vu/lien-ket/{token}`: a body's task by its signed link (P8): what is asked, by when, and the forms to report,
//! to attach evidence, to finish. No account, no cookie. A wrong, an expired and a revoked link look alike; the address
//! is sent on to nobody and stands in no index.

use askama::Template;
use axum::{
    extract::{Multipart, Path, State},
    response::Response,
};
use caunoi_app::{
    Refusal,
    followup::{finish_task::FinishTask, report_progress::ReportProgress, task_link},
};
use caunoi_domain::{followup::Extent, people::actor::Actor};
use caunoi_store::{
    assignment::AssignmentRow,
    beside, item,
    progress::{self, ProgressRow},
    task_link::LinkRow,
};
use http::{HeaderName, HeaderValue, StatusCode, header};

use super::{
    input::{Typed, again, to},
    task::{Line, Matter},
};
use crate::{
    Web,
    page::{
        Page,
        address::Address,
        fault::Fault,
        mark::{self, Mark},
        render,
        thread::basis,
        upload, words,
    },
};

#[derive(Template)]
#[template(path = "office/followup/link.html")]
struct LinkPage {
    page: Page,
    token: String,
    key: String,
    lead: String,
    task: AssignmentRow,
    matter: Matter,
    due: Option<Mark>,
    basis: String,
    open: bool,
    progress: Vec<Line>,
    extents: Vec<(&'static str, String)>,
    typed: Typed,
    errors: Vec<(String, String)>,
}

impl LinkPage {
    fn error(&self, field: &str) -> Option<String> {
        self.typed.error(&self.page, field)
    }
}

#[derive(Template)]
#[template(path = "office/followup/link_gone.html")]
struct Gone {
    page: Page,
}

/// `GET /nhiem-vu/lien-ket/{token}`
///
/// # Errors
/// Too many tries; the store's failure.
pub async fn show(State(web): State<Web>, page: Page, Address(from): Address, Path(token): Path<String>) -> Result<Response, Fault> {
    let opened = open(&web, &from, &token).await?;
    answer(&web, page, &token, opened, Typed::default()).await
}

/// `POST /nhiem-vu/lien-ket/{token}/tien-do`
///
/// # Errors
/// Too many tries; the store's failure.
pub async fn progress(
    State(web): State<Web>,
    page: Page,
    Address(from): Address,
    Path(token): Path<String>,
    body: Multipart,
) -> Result<Response, Fault> {
    let Some(opened) = open(&web, &from, &token).await? else { return answer(&web, page, &token, None, Typed::default()).await };
    let form = upload::read(&web.app, body, "evidence").await?;
    let typed = Typed::with_files(&form, &["progress"]);
    if !typed.is_sound() {
        return answer(&web, page, &token, Some(opened), typed).await;
    }
    let verb = ReportProgress { task: opened.2.public_id, text: form.get("progress").to_owned(), files: form.files.clone() };
    let done = web.app.carry_out_once(&opened.0, form.get("key"), verb).await;
    end(&web, page, &token, opened, typed, done).await
}

/// `POST /nhiem-vu/lien-ket/{token}/xong`
///
/// # Errors
/// Too many tries; the store's failure.
pub async fn finish(
    State(web): State<Web>,
    page: Page,
    Address(from): Address,
    Path(token): Path<String>,
    body: Multipart,
) -> Result<Response, Fault> {
    let Some(opened) = open(&web, &from, &token).await? else { return answer(&web, page, &token, None, Typed::default()).await };
    let form = upload::read(&web.app, body, "files").await?;
    let mut typed = Typed::with_files(&form, &["extent", "result", "norm", "files_public"]);
    let extent = typed.word("extent");
    let Some(extent) = extent.filter(|_| typed.is_sound()) else { return answer(&web, page, &token, Some(opened), typed).await };
    let verb = FinishTask {
        task: opened.2.public_id,
        extent,
        result: form.get("result").to_owned(),
        norm: form.get("norm").to_owned(),
        files: form.files.clone(),
        files_public: typed.chose("files_public", "yes"),
    };
    let done = web.app.carry_out_once(&opened.0, form.get("key"), verb).await;
    end(&web, page, &token, opened, typed, done).await
}

/// Who acts, by which link, on which task.
type Opened = (Actor, LinkRow, AssignmentRow);

/// The link; absent where it does not open, whatever the reason.
async fn open(web: &Web, from: &str, token: &str) -> Result<Option<Opened>, Fault> {
    match task_link::open(&web.app, from, token).await {
        Ok(opened) => Ok(Some(opened)),
        Err(Refusal::NotFound(_)) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

async fn end(web: &Web, page: Page, token: &str, opened: Opened, typed: Typed, done: Result<(), Refusal>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(closed(to(&format!("/nhiem-vu/lien-ket/{token}")))),
        Err(refusal) => answer(web, page, token, Some(opened), typed.refused(refusal)?).await,
    }
}

/// The task's page, or that the link does not open.
async fn answer(web: &Web, page: Page, token: &str, opened: Option<Opened>, typed: Typed) -> Result<Response, Fault> {
    let Some((_, link, task)) = opened else {
        let mut gone = render::html(&Gone { page: Page { path: "/".to_owned(), ..page } });
        *gone.status_mut() = StatusCode::NOT_FOUND;
        return Ok(closed(gone));
    };
    let mut conn = web.app.store.read().await?;
    let (item, reports) = beside!(&mut conn, |c| item::find(c, &task.item_id), |c| progress::of(c, &task.id))?;
    drop(conn);
    let item = item.ok_or(Fault::NotFound)?;
    let t = page.t;
    let is_open = task.node().is_open();
    let view = LinkPage {
        token: token.to_owned(),
        key: web.app.token(),
        lead: t.link_page_lead(&link.body_name, page.weekday(&link.until_on)),
        matter: super::task::matter(&item, &task.task, true),
        due: if is_open && task.paused_on.is_empty() { mark::due(t, &task.due_on, web.app.clock.today()) } else { None },
        basis: if task.due_basis.is_empty() { t.task_due_by_assigner(&task.assigned_by) } else { basis(t, &task.due_basis) },
        open: is_open,
        progress: reports.into_iter().map(|p| line(&page, p)).collect(),
        extents: Extent::ALL.iter().map(|e| (e.code(), words::extent(t, *e))).collect(),
        errors: typed.errors(&page),
        typed,
        task,
        page,
    };
    Ok(closed(again(render::html(&view), &view.typed)))
}

fn line(page: &Page, p: ProgressRow) -> Line {
    Line { day: page.day(&p.on_day), by: p.by_label, text: p.text, files: Vec::new() }
}

/// The address goes to no other site and into no index.
fn closed(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    response
}
