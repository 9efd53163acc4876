//! What stands beside a task: transfers, extensions, pauses, its link, comments, saved answers; and which of their forms
//! the policy allows this reader.

use caunoi_app::{desk::seen::Words, followup::task_link::DAYS};
use caunoi_domain::{
    followup::delay::{ExtensionState, WaitsFor},
    people::policy::{self, Action, Scope},
};
use caunoi_store::{
    Conn,
    assignment::AssignmentRow,
    beside,
    extension::{self, ExtensionRow},
    matter_comment, people, task_link,
    task_pause::{self, PauseRow},
    task_transfer::{self, TransferRow},
};
use jiff::ToSpan as _;

use super::task::Line;
use crate::{
    Web,
    office::saved_answers::{self, Line as Saved},
    page::{Page, desk::Desk, draft::DraftView, fault::Fault, words},
};

/// What stands beside a task.
pub struct Extra {
    /// The day that was set first, where another one holds now.
    pub first_due: Option<String>,
    /// That the clock stands still, since when, for whom.
    pub paused: Option<String>,
    /// Transfers.
    pub transfers: Vec<Line>,
    /// Extensions that were asked for.
    pub extensions: Vec<Line>,
    /// Pauses.
    pub pauses: Vec<Line>,
    /// What waits for a decision: words, the day that is asked for, and the mark of what is decided about.
    pub asked: Option<(String, String, String)>,
    /// Bodies that a task can be transferred to.
    pub bodies: Vec<(String, String)>,
    /// Whom a task can wait for.
    pub waits: Vec<(&'static str, String)>,
    /// The link that is open, in words.
    pub link: Option<String>,
    /// The last day of a new link, as it is proposed.
    pub until: String,
    /// Comments; absent for those who take no part in them.
    pub comments: Option<Vec<Line>>,
    /// Saved answers of the matter's field.
    pub saved: Vec<Saved>,
    /// May ask for an extension.
    pub may_ask: bool,
    /// May transfer, decide, stop the clock, give a link.
    pub may_direct: bool,
    /// May note a defect inside.
    pub may_note: bool,
    /// Address that takes a saved answer into the form, but for the answer's id.
    pub take: String,
    /// Draft of the result.
    pub finish_draft: DraftView,
    /// Draft of the report.
    pub report_draft: DraftView,
}

/// Reads it for this reader, who may read the task: a body that takes no part in the matter does not come here.
///
/// # Errors
/// The store's failure.
pub async fn read(web: &Web, conn: &mut Conn<'_>, desk: &Desk, task: &AssignmentRow) -> Result<Extra, Fault> {
    let page = &desk.page;
    let open = task.node().is_open();
    let may = |action| policy::may(&desk.actor, action, Scope::unit(&task.unit_id));
    let own = policy::may(&desk.actor, Action::ReportProgress, Scope::body(&task.unit_id, &task.body_id));
    let direct = open && may(Action::DirectTask);
    let (unit, item) = (task.unit_id.as_str(), task.item_id.as_str());
    let (extensions, links, transfers, pauses, bodies, comments, saved) = beside!(
        conn,
        |c| async { Ok::<_, Fault>(extension::of(c, &task.id).await?) },
        |c| async { Ok(if may(Action::DirectTask) { task_link::of(c, &task.id).await? } else { Vec::new() }) },
        |c| transfers(c, page, task),
        |c| pauses(c, page, task),
        |c| async { Ok(if direct { people::bodies(c, unit).await? } else { Vec::new() }) },
        |c| async { Ok(if may(Action::Comment) { Some(comments(c, page, item).await?) } else { None }) },
        |c| async { if open && own { saved_answers::proposed(c, page, unit, item).await } else { Ok(Vec::new()) } },
    )?;
    let asked = extensions.iter().rfind(|e| e.state == ExtensionState::Asked);
    let today = web.app.clock.today();
    let link = links.iter().rfind(|l| l.revoked_at.is_none() && l.until_on >= today.to_string());
    let address = format!("/nhiem-vu/{}", super::input::shown(task.public_id));
    Ok(Extra {
        first_due: (task.first_due_on != task.due_on).then(|| page.t.task_first_due(page.weekday(&task.first_due_on))),
        paused: (open && !task.paused_on.is_empty()).then(|| page.t.pause_standing(page.weekday(&task.paused_on), &task.paused_for)),
        transfers,
        pauses,
        asked: asked.filter(|_| direct).map(|e| {
            let words = page.t.extension_asked_line(&e.by_label, page.day(&e.from_due_on), page.day(&e.asked_due_on));
            (words, page.day(&e.asked_due_on), Words::of_extension(e).mark(&web.app.keys))
        }),
        bodies: bodies.into_iter().filter(|b| b.has_account && b.id != task.body_id).map(|b| (b.id, b.name)).collect(),
        waits: WaitsFor::ALL.iter().map(|w| (w.code(), words::waits_for(page.t, *w))).collect(),
        link: link.map(|l| page.t.link_open_until(&l.body_name, page.day(&l.until_on))),
        until: page.day(&today.saturating_add(DAYS.days()).to_string()),
        comments,
        saved,
        may_ask: open && own && asked.is_none(),
        may_direct: direct,
        may_note: may(Action::ReadDefects),
        take: format!("{address}?mau="),
        finish_draft: DraftView::of(&format!("{address}/xong"), &format!("{address}#xong")),
        report_draft: DraftView::of(&format!("{address}/tien-do"), &format!("{address}#tien-do")),
        extensions: extensions.iter().map(|e| extension_line(page, e)).collect(),
    })
}

async fn transfers(conn: &mut Conn<'_>, page: &Page, task: &AssignmentRow) -> Result<Vec<Line>, Fault> {
    let rows = task_transfer::of(conn, &task.id).await?;
    let line = |t: TransferRow| Line {
        day: page.day(&t.on_day),
        by: t.by_label,
        text: format!("{}\n{}", page.t.transfer_line(t.from, t.to), t.reason),
        files: Vec::new(),
    };
    Ok(rows.into_iter().map(line).collect())
}

async fn pauses(conn: &mut Conn<'_>, page: &Page, task: &AssignmentRow) -> Result<Vec<Line>, Fault> {
    let rows = task_pause::of(conn, &task.id).await?;
    let line = |p: PauseRow| {
        let span = match &p.to_on {
            Some(to) => page.t.pause_span(page.day(&p.from_on), page.day(to)),
            None => page.t.pause_since(page.day(&p.from_on)),
        };
        let text = format!("{} ({}), {span}\n{}", p.whom, words::waits_for(page.t, p.waits_for), p.reason);
        Line { day: page.day(&p.from_on), by: p.by_label, text, files: Vec::new() }
    };
    Ok(rows.into_iter().map(line).collect())
}

async fn comments(conn: &mut Conn<'_>, page: &Page, item_id: &str) -> Result<Vec<Line>, Fault> {
    let rows = matter_comment::of_item(conn, item_id).await?;
    Ok(rows.into_iter().map(|c| Line { day: page.moment(c.at), by: c.by_label, text: c.text, files: Vec::new() }).collect())
}

fn extension_line(page: &Page, e: &ExtensionRow) -> Line {
    let t = page.t;
    let mut text = vec![t.extension_asked_line(&e.by_label, page.day(&e.from_due_on), page.day(&e.asked_due_on)), e.reason.clone()];
    text.push(format!("{}.", words::extension_state(t, e.state)));
    text.extend(e.granted_due_on.as_deref().map(|day| t.extension_granted_to(page.day(day))));
    text.extend(e.decided_on.as_deref().map(|day| t.extension_decided_by(&e.decided_label, page.day(day))));
    text.push(e.note.clone());
    text.retain(|l| !l.is_empty());
    Line { day: page.day(&e.on_day), by: e.by_label.clone(), text: text.join("\n"), files: Vec::new() }
}
