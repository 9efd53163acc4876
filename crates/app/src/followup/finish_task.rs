//! Hoàn thành nhiệm vụ: the lead body gives the result with its evidence or norm. The matter is resolved where the
//! lead task and every part are done; a partial solution is told as such and does not resolve it (S3.2).

use caunoi_domain::{
    followup::{AssignmentState, Extent, news::NewsKind},
    opinion::step::Step,
    people::policy::{Action, Scope},
    problem::{MissingPart, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    assignment::{self, AssignmentRow},
    extension, item,
    news::To,
    progress, task_pause,
};

use super::{
    news::{self, About},
    resolve,
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

/// Finishes a task that the own body leads.
#[derive(Clone, Debug)]
pub struct FinishTask {
    /// The task's public id.
    pub task: i64,
    /// How far it went.
    pub extent: Extent,
    /// What came of it; the person reads it.
    pub result: String,
    /// The norm it rests on; may be empty where there is evidence.
    pub norm: String,
    /// Durable evidence.
    pub files: Vec<Kept>,
    /// The files may be seen on public pages.
    pub files_public: bool,
}

impl Verb for FinishTask {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let task = assignment::find_public(tx, self.task).await?.ok_or(Refusal::NotFound("task"))?;
        cx.allow(Action::ReportProgress, Scope::body(&task.unit_id, &task.body_id))?;
        self.finish(tx, cx, task).await
    }
}

impl FinishTask {
    /// Finishes the task; whether the actor may say so is asked by the verb that calls this.
    pub(crate) async fn finish(&self, tx: &mut Tx<'_>, cx: &Cx, mut task: AssignmentRow) -> Result<(), Refusal> {
        if !task.node().is_open() {
            return Err(Refusal::not_now(task.state));
        }
        let mut typed = Typed::for_everybody(Discreet::about_id(tx, &task.item_id).await?);
        let result = typed.text(&self.result, "result");
        let norm = typed.line(&self.norm, "norm");
        if norm.is_empty() && self.files.is_empty() && progress::evidence(tx, &task.id).await?.is_empty() {
            typed.wrong("norm", What::Missing(MissingPart::Evidence));
        }
        typed.sound()?;
        task.state = AssignmentState::Done;
        task.extent = Some(self.extent);
        task.result = result;
        task.norm = norm;
        task.done_at = Some(cx.now_us);
        task.done_on = Some(cx.today_iso());
        assignment::save(tx, &task).await?;
        extension::lapse(tx, &task.id).await?;
        if !task.paused_on.is_empty() {
            task_pause::end(tx, &task.id, &cx.today_iso(), &task.due_on).await?;
        }
        news::raise(tx, cx, &task.unit_id, To::Office, NewsKind::Done, About::Task(&task.id)).await?;
        let to = AttachTo { unit_id: &task.unit_id, kind: "assignment", id: &task.id, public: self.files_public };
        upload::attach(tx, cx, to, &self.files).await?;
        self.tell(tx, cx, &task).await?;
        let mut item = item::find(tx, &task.item_id).await?.ok_or(Refusal::NotFound("item"))?;
        if task.parent_id.is_none() {
            item.disposed_at.get_or_insert(cx.now_us);
        }
        resolve::after(tx, cx, &mut item, None).await
    }

    /// The step on the thread and the event.
    async fn tell(&self, tx: &mut Tx<'_>, cx: &Cx, task: &AssignmentRow) -> Result<(), Refusal> {
        let (body, result, norm, files) = (task.body_name.clone(), task.result.clone(), task.norm.clone(), self.files.len());
        let step = match self.extent {
            Extent::Partial => Step::PartlyDone { body, result, norm, files },
            Extent::Whole | Extent::Explained => Step::Done { body, result, norm, files },
        };
        cx.step(tx, &task.province_id, &task.item_id, &step).await?;
        cx.record(
            tx,
            Happened {
                kind: "assignment.done",
                unit_id: &task.unit_id,
                province_id: &task.province_id,
                subject_kind: "assignment",
                subject: &task.id,
                data: vec![
                    ("extent", Datum::Code(self.extent.code().to_owned())),
                    ("result_sha256", cx.commit(task.result.as_bytes())),
                    ("files", Datum::Int(i64::try_from(files).unwrap_or(0))),
                    ("due_on", Datum::Date(task.due_on.clone())),
                ],
            },
        )
        .await
    }
}
