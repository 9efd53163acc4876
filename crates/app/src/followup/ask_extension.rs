//! Xin gia hạn: the lead body asks for a later day, with its reason. Nothing changes until it is decided.

use caunoi_domain::{
    followup::{delay::ExtensionState, news::NewsKind},
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx, assignment,
    extension::{self, ExtensionRow},
    news::To,
};
use jiff::civil::Date;

use super::{
    direct,
    news::{self, About},
    typed::Typed,
};
use crate::{
    context::{Cx, Verb},
    opinion::discreet::Discreet,
    refusal::Refusal,
};

/// Asks for an extension.
#[derive(Clone, Debug)]
pub struct AskExtension {
    /// The task's public id.
    pub task: i64,
    /// The day that is asked for.
    pub due_on: Date,
    /// Why; the person reads it where it is approved.
    pub reason: String,
}

impl Verb for AskExtension {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let task = assignment::find_public(tx, self.task).await?.ok_or(Refusal::NotFound("task"))?;
        cx.allow(Action::ReportProgress, Scope::body(&task.unit_id, &task.body_id))?;
        if !task.node().is_open() {
            return Err(Refusal::not_now(task.state));
        }
        if extension::of(tx, &task.id).await?.iter().any(|e| e.state == ExtensionState::Asked) {
            return Err(Refusal::not_now(ExtensionState::Asked));
        }
        let mut typed = Typed::for_everybody(Discreet::about_id(tx, &task.item_id).await?);
        let reason = typed.text(&self.reason, "extension_reason");
        let asked_due_on = self.due_on.to_string();
        if asked_due_on <= task.due_on || asked_due_on < cx.today_iso() {
            typed.wrong("extension_due", What::DayOutOfOrder);
        }
        typed.sound()?;
        let row = ExtensionRow {
            id: cx.id(),
            assignment_id: task.id.clone(),
            from_due_on: task.due_on.clone(),
            asked_due_on,
            reason,
            state: ExtensionState::Asked,
            granted_due_on: None,
            note: String::new(),
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
            decided_at: None,
            decided_on: None,
            decided_by: String::new(),
            decided_label: String::new(),
        };
        extension::add(tx, &row).await?;
        let data = vec![
            ("extension", Datum::Id(row.id)),
            ("due_on", Datum::Date(row.from_due_on)),
            ("asked_due_on", Datum::Date(row.asked_due_on)),
            ("reason_sha256", cx.commit(row.reason.as_bytes())),
        ];
        direct::record(tx, cx, &task, "extension.asked", data).await?;
        news::raise(tx, cx, &task.unit_id, To::Deciders, NewsKind::ExtensionAsked, About::Task(&task.id)).await
    }
}
