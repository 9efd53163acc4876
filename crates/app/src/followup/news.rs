//! Thông báo: officers are told in the change itself of what happened; whoever wants it gets a mail, which waits in the
//! outbox until it is sent.

use caunoi_domain::followup::news::NewsKind;
use caunoi_store::{
    Tx,
    assignment::AssignmentRow,
    mail,
    news::{self, NewsRow, To},
};

use crate::{context::Cx, refusal::Refusal};

/// What news are about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum About<'a> {
    /// A task, by its id.
    Task(&'a str),
    /// A matter sent up, by its id.
    Sent(&'a str),
    /// A reminder of several matters, by its id.
    Reminder(&'a str),
    /// A duty under the rules, by its page.
    Page(&'a str),
}

/// Tells the officers of a unit for whom it is, but never the one who acted.
///
/// # Errors
/// The store's failure.
pub(crate) async fn raise(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str, to: To<'_>, kind: NewsKind, about: About<'_>) -> Result<(), Refusal> {
    for user_id in news::receivers(tx, unit_id, to, &cx.today_iso(), cx.actor.id()).await? {
        let (assignment_id, escalation_id, reminder_id, path) = match about {
            About::Task(id) => (Some(id.to_owned()), None, None, ""),
            About::Sent(id) => (None, Some(id.to_owned()), None, ""),
            About::Reminder(id) => (None, None, Some(id.to_owned()), ""),
            About::Page(path) => (None, None, None, path),
        };
        let row = NewsRow {
            id: cx.id(),
            user_id,
            unit_id: unit_id.to_owned(),
            kind,
            assignment_id,
            escalation_id,
            reminder_id,
            path: path.to_owned(),
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_label: cx.actor.label().to_owned(),
        };
        news::add(tx, &row).await?;
        mail::tell_officer(tx, &cx.id(), &row.id, &row.user_id, cx.now_us).await?;
    }
    Ok(())
}

/// Tells the lead body of a task.
///
/// # Errors
/// The store's failure.
pub(crate) async fn tell_lead(tx: &mut Tx<'_>, cx: &Cx, task: &AssignmentRow, kind: NewsKind) -> Result<(), Refusal> {
    raise(tx, cx, &task.unit_id, To::Body(&task.body_id), kind, About::Task(&task.id)).await
}
