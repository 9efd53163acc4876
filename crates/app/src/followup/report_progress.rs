//! Báo cáo tiến độ: a lead or co-operating body says what was done so far, with evidence.

use caunoi_domain::{
    followup::{AssignmentState, news::NewsKind},
    opinion::step::Step,
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    assignment::{self, AssignmentRow},
    item,
    news::To,
    progress::{self, ProgressRow},
    unit,
};

use super::{
    news::{self, About},
    typed::Typed,
};
use crate::{
    context::{Cx, Happened, Verb},
    opinion::{
        discreet::Discreet,
        upload::{self, AttachTo, Kept},
    },
    refusal::Refusal,
};

/// Reports progress on a task of the own body.
#[derive(Clone, Debug)]
pub struct ReportProgress {
    /// The task's public id.
    pub task: i64,
    /// What was done; the person reads it on the thread.
    pub text: String,
    /// Durable evidence.
    pub files: Vec<Kept>,
}

impl Verb for ReportProgress {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut task = assignment::find_public(tx, self.task).await?.ok_or(Refusal::NotFound("task"))?;
        let body_id = own_body(tx, cx, &task).await?;
        cx.allow(Action::ReportProgress, Scope::body(&task.unit_id, &body_id))?;
        if !task.node().is_open() {
            return Err(Refusal::not_now(task.state));
        }
        let mut typed = Typed::for_everybody(Discreet::about_id(tx, &task.item_id).await?);
        let text = typed.text(&self.text, "progress");
        typed.sound()?;
        let body = cx.actor.officer().map(|o| o.body_name.clone()).unwrap_or_default();
        let row = ProgressRow {
            id: cx.id(),
            assignment_id: task.id.clone(),
            text,
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_user: cx.actor.id().to_owned(),
            by_label: body.clone(),
        };
        progress::add(tx, &row).await?;
        upload::attach(tx, cx, AttachTo { unit_id: &task.unit_id, kind: "progress", id: &row.id, public: false }, &self.files).await?;
        if task.state == AssignmentState::Assigned {
            task.state = AssignmentState::InProgress;
            assignment::save(tx, &task).await?;
        }
        let step = Step::Progress { body, text: row.text.clone(), files: self.files.len() };
        cx.step(tx, &task.province_id, &task.item_id, &step).await?;
        cx.record(
            tx,
            Happened {
                kind: "assignment.progress",
                unit_id: &task.unit_id,
                province_id: &task.province_id,
                subject_kind: "assignment",
                subject: &task.id,
                data: vec![
                    ("progress", Datum::Id(row.id.clone())),
                    ("text_sha256", cx.commit(row.text.as_bytes())),
                    ("files", Datum::Int(i64::try_from(self.files.len()).unwrap_or(0))),
                ],
            },
        )
        .await?;
        news::raise(tx, cx, &task.unit_id, To::Office, NewsKind::Progress, About::Task(&task.id)).await?;
        let item = item::find(tx, &task.item_id).await?.ok_or(Refusal::NotFound("item"))?;
        item::save(tx, &item, cx.now_us).await?;
        unit::bump_version(tx, &task.unit_id).await?;
        Ok(())
    }
}

/// The body as which the actor may report on a task: the own one where it leads or co-operates, else the lead body,
/// for which the policy refuses.
async fn own_body(tx: &mut Tx<'_>, cx: &Cx, task: &AssignmentRow) -> Result<String, Refusal> {
    let own = cx.actor.officer().map(|o| o.body_id.clone()).unwrap_or_default();
    let partners = assignment::partners(tx, &task.item_id).await?;
    let partner = partners.iter().any(|p| p.assignment_id == task.id && p.body_id == own);
    Ok(if partner { own } else { task.body_id.clone() })
}
