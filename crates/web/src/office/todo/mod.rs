//! `/cong-viec`: what waits for this officer: what is due, day by day, and the queues with how much is in each. Every
//! number opens its rows.

mod group;
pub mod line;
mod week;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::people::published_by;
use caunoi_domain::people::{actor::Role, policy::Action, publication_policy::Choice};
use caunoi_store::{
    beside, publication_proof,
    todo::{self, Desk as Whose, Waiting, With},
};
use jiff::ToSpan as _;
use serde::Deserialize;

use self::{
    group::{Group, Order},
    line::{Line, Noun},
};
use super::remind::drafts::{self, Drafted};
use crate::{
    Web,
    page::{
        Page,
        desk::{Desk, DeskFrame},
        fault::Fault,
        l10n::L10nLanguage,
        render,
    },
};

/// Days ahead that the page shows.
const AHEAD: i64 = 7;
/// Lines of one source at most; the lists behind the numbers hold the rest.
const LINES: i64 = 60;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The order: by day, by noun, by body.
    theo: String,
}

/// A queue with how much is in it.
struct Queue {
    href: &'static str,
    label: String,
    n: i64,
}

#[derive(Template)]
#[template(path = "office/todo.html")]
struct Todo {
    page: Page,
    today: String,
    title: String,
    lead: String,
    /// The orders, for the office only: address, name, whether it is the one shown.
    orders: Vec<(String, String, bool)>,
    groups: Vec<Group>,
    queues: Vec<Queue>,
    /// Reminders that are drafted, and those that were sent today.
    drafted: Option<Drafted>,
    /// Enters opinions for people who come.
    enters: bool,
    /// Records what they say of a result.
    tells: bool,
}

/// `GET /cong-viec`
///
/// # Errors
/// The store's failure.
pub async fn show(State(web): State<Web>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    if desk.officer.role == Role::Admin {
        return Ok(Redirect::to("/quan-tri").into_response());
    }
    let today = web.app.clock.today();
    let iso = today.to_string();
    let until = today.checked_add(AHEAD.days()).unwrap_or(today).to_string();
    let with = With { office: desk.allow(Action::TellResult).is_ok(), inbox: desk.allow(Action::AnswerEscalation).is_ok() };
    let reads = desk.allow(Action::ReadFollowUp).is_ok();
    let office = desk.officer.role == Role::Secretary;
    let own = if desk.officer.role == Role::Body { desk.officer.body_id.as_str() } else { "" };
    let whose = Whose { unit_id: &desk.officer.unit_id, body_id: own, today: &iso };
    let asks_waiting = reads || desk.allow(Action::ReadHandovers).is_ok();
    let keeps = desk.allow(Action::KeepPublication).is_ok();
    let mut conn = web.app.store.read().await?;
    let (waiting, due, of_week, proofs, drafted, head_decides) = beside!(
        &mut conn,
        |c| async { Ok::<_, Fault>(if asks_waiting { todo::waiting(c, whose).await? } else { Waiting::default() }) },
        |c| async { Ok(if reads { todo::due(c, whose, &until, with, LINES).await? } else { Vec::new() }) },
        |c| async {
            match (office, reads) {
                (true, _) => week::lines(&web, c, &desk, &until).await,
                (false, false) if asks_waiting => week::transfers(c, &desk, &until, today).await,
                _ => Ok(Vec::new()),
            }
        },
        |c| async { Ok(if keeps { publication_proof::lacking_count(c, whose.unit_id).await? } else { 0 }) },
        |c| async { Ok(if office { Some(drafts::load(c, &desk, today).await?) } else { None }) },
        |c| async { Ok(published_by::value(c, whose.unit_id, Choice::HeadDecides).await? == 1) },
    )?;
    drop(conn);
    let mut lines: Vec<Line> = due.iter().map(|l| line::of(&desk.page, &desk.officer.body_name, l, today)).collect();
    lines.extend(of_week);
    lines.sort_by(|a, b| (a.due_on.is_empty(), &a.due_on).cmp(&(b.due_on.is_empty(), &b.due_on)));
    let order = if office { Order::of(&asked.theo) } else { Order::Day };
    let view = view(desk.page, lines, &waiting, (order, office), drafted, (today, &until, (proofs, head_decides)));
    Ok(render::html(&view))
}

fn view(
    page: Page,
    lines: Vec<Line>,
    waiting: &Waiting,
    (order, office): (Order, bool),
    drafted: Option<Drafted>,
    (today, until, (proofs, head_decides)): (jiff::civil::Date, &str, (i64, bool)),
) -> Todo {
    let iso = today.to_string();
    let may = |action| page.desk.as_ref().is_some_and(|d| d.may(action)) && !page.is_superior();
    let (enters, tells) = (may(Action::EnterOpinion), may(Action::TellResult));
    let late = |l: &&Line| !l.due_on.is_empty() && l.due_on < iso;
    let overdue = lines.iter().filter(late).count();
    // Of a body nothing but tasks and answers is due: the two counts below are the one above.
    let answers = count(lines.iter().filter(late).filter(|l| l.noun == Noun::Answer).count());
    let queues = page.desk.as_ref().map(|d| queues(&page, d, waiting, (proofs, head_decides, answers))).unwrap_or_default();
    let week = lines.iter().filter(|l| l.due_on.as_str() >= iso.as_str() && l.due_on.as_str() <= until).count();
    let t = page.t;
    let ready = drafted.as_ref().map_or(0, Drafted::ready);
    let (title, lead) = match (office, overdue + week) {
        (_, 0) => (t.todo_nothing_due(), t.todo_nothing_lead()),
        (true, n) if ready > 0 => (t.monday_title(count(n)), format!("{} {}", due(t, overdue, week), t.monday_ready(count(ready)))),
        (true, n) => (t.monday_title(count(n)), due(t, overdue, week)),
        (false, n) => (t.todo_title(count(n)), due(t, overdue, week)),
    };
    Todo {
        today: page.weekday(&iso),
        title,
        lead,
        orders: if office { order.all(&page) } else { Vec::new() },
        groups: group::groups(&page, lines, order, today, until),
        queues,
        drafted,
        enters,
        tells,
        page,
    }
}

/// How many are overdue and how many come due within the week; what there is none of is not said.
fn due(t: &L10nLanguage, overdue: usize, week: usize) -> String {
    match (overdue, week) {
        (0, week) => t.todo_lead_soon(count(week)),
        (overdue, 0) => t.todo_lead_late(count(overdue)),
        (overdue, week) => t.todo_lead(count(overdue), count(week)),
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The queues of this officer, by what the policy lets them do.
fn queues(page: &Page, d: &DeskFrame, n: &Waiting, (proofs, head_decides, answers_overdue): (i64, bool, i64)) -> Vec<Queue> {
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
    add(d.is(Role::Body) && answers_overdue > 0, "/nhiem-vu/tra-loi", t.todo_answers_overdue(), answers_overdue);
    add(d.may(Action::ReadFollowUp), "/nhiem-vu?loc=qua-han", t.todo_tasks_overdue(), n.overdue);
    add(d.may(Action::ReadFollowUp), "/nhiem-vu", t.todo_tasks(), n.tasks);
    add(commune && whole, "/cap-tren?loc=da-gui", t.todo_sent_up(), n.sent_up);
    add(commune && whole, "/nhiem-vu/ket-qua?loc=cho-dan", t.todo_verdicts(), n.verdicts);
    add(commune && whole, "/nhiem-vu/ket-qua?loc=dong-y", t.todo_agreed(), n.agreed);
    add(d.may(Action::ReadHandovers) && !d.may(Action::ReadFollowUp), "/cong-viec/chuyen-don", t.desk_nav_handovers(), n.handovers);
    all
}
