//! `/nhiem-vu/{id}`: one task: what is asked, who leads and co-operates, due when and why, what was reported, and the
//! forms that the policy allows this reader.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use caunoi_app::followup::{comment, task_link::BY_LINK};
use caunoi_domain::{
    followup::{Extent, ToldManner},
    opinion::item::{Publication, Standing},
    people::{
        actor::Role,
        policy::{self, Action, Scope},
    },
};
use caunoi_store::{
    Conn,
    assignment::{self, AssignmentRow, Partner},
    beside,
    item::{self, ItemRow},
    progress::{self, ProgressRow},
    step,
    urging::{self, Urged},
};

use super::{
    extra::{self, Extra},
    input::{FileLine, Typed, again, id_of, shown},
};
use crate::{
    Web,
    office::{drafts, saved_answers::Taken},
    page::{
        Page,
        desk::Desk,
        fault::Fault,
        icon::Icon,
        mark::{self, Mark, Tone},
        render,
        thread::{NextLine, Reader, Timeline, basis},
        words,
    },
};

/// A task of the same item, in the tree.
pub struct Node {
    /// Address.
    pub href: String,
    /// What is to be done.
    pub task: String,
    /// The lead body.
    pub body: String,
    /// Due day.
    pub day: String,
    /// State.
    pub state: Mark,
    /// The task that is shown.
    pub current: bool,
    /// A part of another task.
    pub part: bool,
}

/// A report of progress, or an urging, in a list.
pub struct Line {
    /// "27/11/2026".
    pub day: String,
    /// Post or body.
    pub by: String,
    /// Text.
    pub text: String,
    /// Evidence.
    pub files: Vec<FileLine>,
}

/// Which forms the reader sees.
#[derive(Clone, Copy, Debug, Default)]
pub struct May {
    /// Report progress.
    pub report: bool,
    /// Finish.
    pub finish: bool,
    /// Urge.
    pub urge: bool,
    /// Assign a part, or the rest.
    pub assign: bool,
    /// Send up.
    pub escalate: bool,
    /// Record that the result was told.
    pub tell: bool,
}

/// The texts of an item that this reader may see.
pub struct Matter {
    /// Title.
    pub title: String,
    /// Text, line by line; empty where the reader may not see it.
    pub text: Vec<String>,
}

#[derive(Template)]
#[template(path = "office/followup/task.html")]
struct TaskPage {
    page: Page,
    key: String,
    csrf: String,
    id: String,
    item_id: String,
    task: AssignmentRow,
    matter: Matter,
    standing: Mark,
    state: Mark,
    due: Option<Mark>,
    basis: String,
    extent: Option<String>,
    partners: Vec<String>,
    tree: Vec<Node>,
    progress: Vec<Line>,
    results: Vec<FileLine>,
    urgings: Vec<Line>,
    next: NextLine,
    timeline: Timeline,
    may: May,
    extents: Vec<(&'static str, String)>,
    manners: Vec<(&'static str, String)>,
    extra: Extra,
    typed: Typed,
    errors: Vec<(String, String)>,
}

impl TaskPage {
    fn error(&self, field: &str) -> Option<String> {
        self.typed.error(&self.page, field)
    }
}

/// `GET /nhiem-vu/{id}`: the forms hold what was kept as a draft, or the saved answer that was taken.
///
/// # Errors
/// Not found where there is no such task or the reader may not know of it.
pub async fn show(State(web): State<Web>, desk: Desk, Path(id): Path<String>, Query(taken): Query<Taken>) -> Result<Response, Fault> {
    let form = |name: &str| format!("/nhiem-vu/{id}/{name}");
    let mut conn = web.app.store.read().await?;
    let (task, done, report, answer) = beside!(
        &mut conn,
        |c| find(c, &desk, &id),
        |c| drafts::fields(c, &desk, form("xong"), "nhap-xong"),
        |c| drafts::fields(c, &desk, form("tien-do"), "nhap-tien-do"),
        |c| taken.answer(c, &desk),
    )?;
    let mut fields = [done, report].concat();
    if let Some(answer) = answer {
        fields.retain(|(name, _)| !matches!(name.as_str(), "result" | "norm" | "mau"));
        fields.extend([("result".to_owned(), answer.text), ("norm".to_owned(), answer.norm), ("mau".to_owned(), shown(answer.public_id))]);
    }
    of_task(&web, conn, desk, task, Typed::plain(fields)).await
}

/// The task of that public id, of the reader's unit.
async fn find(conn: &mut Conn<'_>, desk: &Desk, id: &str) -> Result<AssignmentRow, Fault> {
    desk.allow(Action::ReadFollowUp)?;
    assignment::find_public(conn, id_of(id)?).await?.filter(|a| a.unit_id == desk.officer.unit_id).ok_or(Fault::NotFound)
}

/// The page, with what was typed into one of its forms.
///
/// # Errors
/// As [`show`].
pub async fn page(web: &Web, desk: Desk, id: &str, typed: Typed) -> Result<Response, Fault> {
    let mut conn = web.app.store.read().await?;
    let task = find(&mut conn, &desk, id).await?;
    of_task(web, conn, desk, task, typed).await
}

async fn of_task(web: &Web, mut conn: Conn<'_>, desk: Desk, task: AssignmentRow, typed: Typed) -> Result<Response, Fault> {
    let item_id = task.item_id.as_str();
    // A body that takes no part sees nothing of it; whoever else comes here reads by role alone.
    let body = desk.officer.role == Role::Body;
    let (item, all, partners, reports, files, urged, steps, extra) = beside!(
        &mut conn,
        |c| async { item::find(c, item_id).await?.ok_or(Fault::NotFound) },
        |c| async { Ok(assignment::of_item(c, item_id).await?) },
        |c| async { Ok(assignment::partners(c, item_id).await?) },
        |c| async { Ok(progress::of(c, &task.id).await?) },
        |c| async { Ok(progress::evidence(c, &task.id).await?) },
        |c| async { Ok(urging::of(c, Urged::Assignment, &task.id).await?) },
        |c| async { Ok(step::thread(c, item_id, !reads_all(&desk, body)).await?) },
        |c| extra::read(web, c, &desk, &task),
    )?;
    drop(conn);
    let takes_part = comment::takes_part(&all, &partners, &desk.officer.body_id);
    if body && !takes_part {
        return Err(Fault::NotFound);
    }
    let may = may(&desk, &task, &item, &partners);
    let page = desk.page.clone();
    let t = page.t;
    let of = |subject: &str| files.iter().filter(|f| f.subject_id == subject).map(FileLine::of).collect::<Vec<_>>();
    let view = TaskPage {
        key: web.app.token(),
        csrf: page.desk.as_ref().map(|d| d.csrf.clone()).unwrap_or_default(),
        id: shown(task.public_id),
        item_id: shown(item.public_id),
        matter: matter(&item, &task.task, reads_all(&desk, takes_part)),
        standing: mark::standing(t, item.standing),
        state: mark::assignment(t, task.state),
        due: if !task.paused_on.is_empty() && task.node().is_open() {
            Some(Mark::new(Tone::Idle, Icon::Clock, t.pause_mark()))
        } else if task.node().is_open() {
            mark::due(t, &task.due_on, web.app.clock.today())
        } else {
            None
        },
        basis: if task.due_basis.is_empty() { t.task_due_by_assigner(&task.assigned_by) } else { basis(t, &task.due_basis) },
        extent: task.extent.map(|e| words::extent(t, e)),
        partners: partners.iter().filter(|p| p.assignment_id == task.id).map(|p| p.name.clone()).collect(),
        tree: tree(&page, &all, &task.id),
        progress: reports.iter().map(|p| report(&page, p, of(&p.id))).collect(),
        results: of(&task.id),
        urgings: urged.into_iter().map(|u| Line { day: page.day(&u.on_day), by: u.by_label, text: u.text, files: Vec::new() }).collect(),
        next: NextLine::of(&page, &item.next, Reader::Other),
        timeline: Timeline::of(&page, &steps, Some(&item.next), Reader::Other),
        may,
        extents: Extent::ALL.iter().map(|e| (e.code(), words::extent(t, *e))).collect(),
        extra,
        manners: ToldManner::ALL.iter().map(|m| (m.code(), words::told_manner(t, *m))).collect(),
        errors: typed.errors(&page),
        typed,
        task,
        page,
    };
    let response = render::html(&view);
    Ok(again(response, &view.typed))
}

/// Staff of the unit who may read opinions, and the bodies that have to solve it, read the text as given; all others
/// read what is published.
#[must_use]
pub fn reads_all(desk: &Desk, takes_part: bool) -> bool {
    desk.allow(Action::ReadOpinions).is_ok() || (desk.officer.role == Role::Body && takes_part)
}

/// The lines of a text, without empty ones.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().filter(|l| !l.trim().is_empty()).map(str::to_owned).collect()
}

/// The item's texts for this reader; `instead` is the title where nothing of it may be seen.
#[must_use]
pub fn matter(item: &ItemRow, instead: &str, all: bool) -> Matter {
    if all {
        Matter { title: item.title.clone(), text: lines(&item.body) }
    } else if item.publication == Publication::Published {
        Matter { title: item.published_title.clone(), text: lines(&item.published_body) }
    } else {
        Matter { title: instead.to_owned(), text: Vec::new() }
    }
}

fn may(desk: &Desk, task: &AssignmentRow, item: &ItemRow, partners: &[Partner]) -> May {
    let open = task.node().is_open();
    let own = &desk.officer.body_id;
    let reports = policy::may(&desk.actor, Action::ReportProgress, Scope::body(&task.unit_id, own));
    let lead = task.body_id == *own;
    let partner = partners.iter().any(|p| p.assignment_id == task.id && p.body_id == *own);
    let unit = |action| policy::may(&desk.actor, action, Scope::unit(&task.unit_id));
    let takes = caunoi_domain::followup::takes_tasks(item.standing);
    May {
        report: open && reports && (lead || partner),
        finish: open && reports && lead,
        urge: open && unit(Action::Urge),
        assign: takes && unit(Action::Assign),
        escalate: takes && unit(Action::Escalate),
        tell: item.standing == Standing::Done && unit(Action::TellResult),
    }
}

/// Lead tasks in order, each with its parts behind it.
fn tree(page: &Page, all: &[AssignmentRow], current: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    for root in all.iter().filter(|a| a.parent_id.is_none()) {
        nodes.push(node(page, root, current));
        let mut waiting: Vec<&AssignmentRow> = children(all, &root.id);
        while !waiting.is_empty() {
            let part = waiting.remove(0);
            nodes.push(node(page, part, current));
            waiting.splice(0..0, children(all, &part.id));
        }
    }
    nodes
}

fn children<'a>(all: &'a [AssignmentRow], id: &str) -> Vec<&'a AssignmentRow> {
    all.iter().filter(|a| a.parent_id.as_deref() == Some(id)).collect()
}

fn node(page: &Page, a: &AssignmentRow, current: &str) -> Node {
    Node {
        href: format!("/nhiem-vu/{}", shown(a.public_id)),
        task: a.task.clone(),
        body: a.body_name.clone(),
        day: page.day(&a.due_on),
        state: mark::assignment(page.t, a.state),
        current: a.id == current,
        part: a.parent_id.is_some(),
    }
}

fn report(page: &Page, p: &ProgressRow, files: Vec<FileLine>) -> Line {
    // What came by a link is said to have come so.
    let by = if p.by_user.starts_with(BY_LINK) { format!("{} ({})", p.by_label, page.t.task_by_link()) } else { p.by_label.clone() };
    Line { day: page.day(&p.on_day), by, text: p.text.clone(), files }
}
