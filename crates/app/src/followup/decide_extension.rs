//! Duyệt gia hạn: whoever may direct the task grants a later day or refuses it. The person's thread shows the new day
//! and why; the day that was set first stays.

use caunoi_domain::{
    followup::{delay::ExtensionState, news::NewsKind},
    opinion::step::Step,
    problem::What,
    record::event::Datum,
};
use caunoi_store::{Tx, assignment, extension};
use jiff::civil::Date;

use super::{direct, news, typed::Typed};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Decides on the extension that a task's body asked for.
#[derive(Clone, Debug)]
pub struct DecideExtension {
    /// The task's public id.
    pub task: i64,
    /// The day that is granted; absent where the extension is refused.
    pub granted: Option<Date>,
    /// What the decision says; needed where it is refused.
    pub note: String,
}

impl Verb for DecideExtension {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut task = direct::load(tx, cx, self.task).await?;
        let asked = extension::of(tx, &task.id).await?.into_iter().rfind(|e| e.state == ExtensionState::Asked);
        let mut e = asked.ok_or_else(|| Refusal::not_now(ExtensionState::Lapsed))?;
        let mut typed = Typed::default();
        e.note = if self.granted.is_some() { typed.note(&self.note, "decision_note") } else { typed.text(&self.note, "decision_note") };
        let granted = self.granted.map(|d| d.to_string());
        if granted.as_ref().is_some_and(|day| *day <= task.due_on || *day < cx.today_iso()) {
            typed.wrong("granted_due", What::DayOutOfOrder);
        }
        typed.sound()?;
        e.state = if granted.is_some() { ExtensionState::Approved } else { ExtensionState::Refused };
        e.granted_due_on.clone_from(&granted);
        e.decided_at = Some(cx.now_us);
        e.decided_on = Some(cx.today_iso());
        cx.actor.id().clone_into(&mut e.decided_by);
        cx.actor.label().clone_into(&mut e.decided_label);
        extension::decide(tx, &e).await?;
        let mut data = vec![
            ("extension", Datum::Id(e.id.clone())),
            ("state", Datum::Code(e.state.code().to_owned())),
            ("note_sha256", cx.commit(e.note.as_bytes())),
        ];
        let Some(day) = granted else {
            direct::record(tx, cx, &task, "extension.decided", data).await?;
            return news::tell_lead(tx, cx, &task, NewsKind::ExtensionRefused).await;
        };
        data.push(("due_on", Datum::Date(day.clone())));
        task.due_on.clone_from(&day);
        task.due_basis = String::new();
        assignment::save(tx, &task).await?;
        cx.step(tx, &task.province_id, &task.item_id, &Step::Extended { due_on: day, reason: e.reason.clone() }).await?;
        direct::record(tx, cx, &task, "extension.decided", data).await?;
        news::tell_lead(tx, cx, &task, NewsKind::ExtensionApproved).await?;
        direct::say_next(tx, cx, &task).await
    }
}
