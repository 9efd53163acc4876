//! `/cong-viec`: what waits for this officer: what is due, day by day, and the queues with how much is in each. Every
//! number opens its rows.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::people::published_by;
use caunoi_domain::{
    opinion::tracking_code::PublicId,
    people::{actor::Role, policy::Action, publication_policy::Choice},
};
use caunoi_store::{
    publication_proof,
    todo::{self, Desk as Whose, DueKind, DueLine, Waiting, With},
};
use jiff::{ToSpan as _, civil::Date};

use crate::{
    Web,
    page::{
        Page,
        desk::{Desk, DeskFrame},
        fault::Fault,
        mark::{self, Mark},
        render,
    },
};

/// Days ahead that the page shows.
const AHEAD: i64 = 7;
/// Lines at most; the lists behind the numbers hold the rest.
const LINES: i64 = 60;

/// A queue with how much is in it.
struct Queue {
    href: &'static str,
    label: String,
    n: i64,
}

struct Line {
    mark: Option<Mark>,
    title: String,
    who: String,
    href: String,
    action: String,
}

/// What is due on one day, or overdue.
struct Day {
    id: usize,
    title: String,
    count: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "office/todo.html")]
struct Todo {
    page: Page,
    today: String,
    title: String,
    lead: String,
    days: Vec<Day>,
    queues: Vec<Queue>,
    /// Enters opinions for people who come.
    enters: bool,
    /// Records what they say of a result.
    tells: bool,
}

/// `GET /cong-viec`
///
/// # Errors
/// The store's failure.
pub async fn show(State(web): State<Web>, desk: Desk) -> Result<Response, Fault> {
    if desk.officer.role == Role::Admin {
        return Ok(Redirect::to("/quan-tri").into_response());
    }
    let today = web.app.clock.today();
    let iso = today.to_string();
    let until = today.checked_add(AHEAD.days()).unwrap_or(today).to_string();
    let with = With { office: desk.allow(Action::TellResult).is_ok(), inbox: desk.allow(Action::AnswerEscalation).is_ok() };
    let reads = desk.allow(Action::ReadFollowUp).is_ok();
    let own = desk.officer.role == Role::Body;
    let whose = Whose { unit_id: &desk.officer.unit_id, body_id: if own { &desk.officer.body_id } else { "" }, today: &iso };
    let mut conn = web.app.store.read().await?;
    let waiting =
        if reads || desk.allow(Action::ReadHandovers).is_ok() { todo::waiting(&mut conn, whose).await? } else { Waiting::default() };
    let mut due = if reads { todo::due(&mut conn, whose, &until, with, LINES).await? } else { Vec::new() };
    let mut proofs = 0;
    if desk.allow(Action::KeepPublication).is_ok() {
        proofs = publication_proof::lacking_count(&mut conn, whose.unit_id).await?;
        due.extend(publication_proof::lacking(&mut conn, whose.unit_id, &until, LINES).await?.into_iter().map(proof_line));
        due.sort_by(|a, b| a.due_on.cmp(&b.due_on));
    }
    let head_decides = published_by::value(&mut conn, whose.unit_id, Choice::HeadDecides).await? == 1;
    drop(conn);
    let page = desk.page;
    let may = |action| page.desk.as_ref().is_some_and(|d| d.may(action)) && !page.is_superior();
    let (enters, tells) = (may(Action::EnterOpinion), may(Action::TellResult));
    let queues = page.desk.as_ref().map(|d| queues(&page, d, &waiting, proofs, head_decides)).unwrap_or_default();
    let overdue = due.iter().filter(|l| l.due_on < iso).count();
    let t = page.t;
    let title = if due.is_empty() { t.todo_nothing_due() } else { t.todo_title(count(due.len())) };
    let lead = if due.is_empty() { t.todo_nothing_lead() } else { t.todo_lead(count(overdue), count(due.len() - overdue)) };
    let view = Todo { today: page.weekday(&iso), title, lead, days: days(&page, &due, today), queues, enters, tells, page };
    Ok(render::html(&view))
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Overdue first, then day by day.
fn days(page: &Page, due: &[DueLine], today: Date) -> Vec<Day> {
    let iso = today.to_string();
    let mut days: Vec<Day> = Vec::new();
    let mut last = String::new();
    for l in due {
        let of = if l.due_on < iso { page.t.todo_overdue() } else { page.weekday(&l.due_on) };
        if of != last || days.is_empty() {
            days.push(Day { id: days.len(), title: of.clone(), count: String::new(), lines: Vec::new() });
            last = of;
        }
        if let Some(day) = days.last_mut() {
            day.lines.push(line(page, l, today));
        }
    }
    for day in &mut days {
        day.count = page.t.todo_count(count(day.lines.len()));
    }
    days
}

/// A publication that lacks proofs, as a line of what is due.
fn proof_line(l: publication_proof::Lacking) -> DueLine {
    DueLine { kind: DueKind::Proof, public_id: l.public_id, title: l.title, who: l.missing.to_string(), due_on: l.due_on }
}

/// Where prepared answers are: a body has its own list, all others see them with their dialogue.
fn answers_of(page: &Page) -> &'static str {
    if page.desk.as_ref().is_some_and(|d| d.is(Role::Body)) { "/nhiem-vu/tra-loi" } else { "/cong-viec/doi-thoai" }
}

fn line(page: &Page, l: &DueLine, today: Date) -> Line {
    let t = page.t;
    let id = PublicId::from_i64(l.public_id);
    let (href, action, who) = match l.kind {
        DueKind::Task => (format!("/nhiem-vu/{id}"), t.todo_open_task(), t.todo_by_body(&l.who, page.day(&l.due_on))),
        DueKind::Inbox => (format!("/cap-tren/{id}"), t.todo_answer(), t.todo_from_unit(&l.who, page.day(&l.due_on))),
        DueKind::Item => ("/nhiem-vu/ket-qua?loc=chuyen-tiep".to_owned(), t.todo_move_on(), t.todo_office_turn(page.day(&l.due_on))),
        DueKind::Triage => (format!("/cong-viec/phan-loai?loc=cho&mo={id}#o"), t.todo_classify(), t.todo_notice_due(page.day(&l.due_on))),
        DueKind::Answered => ("/nhiem-vu/ket-qua?loc=cho-bao".to_owned(), t.todo_tell(), t.todo_notice_due(page.day(&l.due_on))),
        DueKind::Proof => (
            format!("/cong-viec/so-cong-khai/{id}"),
            t.todo_prove(),
            t.todo_proofs_missing(l.who.parse::<i64>().unwrap_or(1), page.day(&l.due_on)),
        ),
        DueKind::Answer => {
            // Only the body that is asked writes it; everybody else reads it with its dialogue.
            let writes = page.desk.as_ref().is_some_and(|d| d.is(Role::Body));
            let action = if writes { t.todo_prepare() } else { t.todo_see() };
            (answers_of(page).to_owned(), action, t.todo_by_body(&l.who, page.day(&l.due_on)))
        }
    };
    Line { mark: mark::due(t, &l.due_on, today), title: l.title.clone(), who, href, action }
}

/// The queues of this officer, by what the policy lets them do.
fn queues(page: &Page, d: &DeskFrame, n: &Waiting, proofs: i64, head_decides: bool) -> Vec<Queue> {
    let t = page.t;
    let mut all = Vec::new();
    let mut add = |there: bool, href, label, n| {
        if there {
            all.push(Queue { href, label, n });
        }
    };
    let commune = !page.is_superior();
    let whole = d.may(Action::ReadFollowUp) && !d.is(Role::Body);
    add(page.is_superior() && d.may(Action::AnswerEscalation), "/cap-tren", t.todo_inbox(), n.inbox);
    add(commune && d.may(Action::Triage), "/cong-viec/phan-loai", t.todo_triage(), n.triage);
    add(
        commune && d.may(Action::Publish) && if head_decides { d.is(Role::Head) } else { d.may(Action::Triage) },
        "/cong-viec/phan-loai?loc=cong-bo",
        t.todo_publication(),
        n.publication,
    );
    add(commune && d.may(Action::TellResult), "/nhiem-vu/ket-qua?loc=cho-bao", t.todo_to_tell(), n.to_tell);
    add(commune && d.may(Action::Assign), "/nhiem-vu/ket-qua?loc=chuyen-tiep", t.todo_to_move(), n.to_move);
    add(d.may(Action::ApproveDialogue), "/cong-viec/doi-thoai", t.todo_to_approve(), n.to_approve);
    add(d.may(Action::ApproveDialogue), "/cong-viec/doi-thoai", t.todo_answers_to_approve(), n.answers_to_approve);
    add(d.may(Action::SignMinutes), "/cong-viec/doi-thoai", t.todo_to_sign(), n.to_sign);
    add(d.may(Action::IssueNotice), "/cong-viec/doi-thoai", t.todo_to_issue(), n.to_issue);
    add(d.may(Action::PrepareDialogue), "/cong-viec/doi-thoai", t.todo_minutes(), n.minutes);
    add(d.may(Action::PrepareDialogue), "/cong-viec/doi-thoai", t.todo_notices(), n.notices);
    add(commune && d.may(Action::KeepPublication), "/cong-viec/so-cong-khai", t.todo_proofs(), proofs);
    add(d.is(Role::Body), "/nhiem-vu/tra-loi", t.todo_answers_asked(), n.answers_asked);
    add(d.may(Action::ReadFollowUp), "/nhiem-vu?loc=qua-han", t.todo_tasks_overdue(), n.overdue);
    add(d.may(Action::ReadFollowUp), "/nhiem-vu", t.todo_tasks(), n.tasks);
    add(commune && whole, "/cap-tren?loc=da-gui", t.todo_sent_up(), n.sent_up);
    add(commune && whole, "/nhiem-vu/ket-qua?loc=cho-dan", t.todo_verdicts(), n.verdicts);
    add(commune && whole, "/nhiem-vu/ket-qua?loc=dong-y", t.todo_agreed(), n.agreed);
    add(d.may(Action::ReadHandovers) && !d.may(Action::ReadFollowUp), "/cong-viec/chuyen-don", t.desk_nav_handovers(), n.handovers);
    all
}
