//! A body is urged to do its task: recorded, on the thread, once a day at most.

use caunoi_domain::{
    followup::news::NewsKind,
    people::policy::{Action, Scope},
};
use caunoi_store::{Tx, assignment, urging::Urged};

use super::{
    news,
    urge::{self, Subject},
};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Urges the lead body of an open task.
#[derive(Clone, Debug)]
pub struct UrgeTask {
    /// The task's public id.
    pub task: i64,
    /// What is said; may be empty.
    pub text: String,
}

impl Verb for UrgeTask {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let task = assignment::find_public(tx, self.task).await?.ok_or(Refusal::NotFound("task"))?;
        cx.allow(Action::Urge, Scope::unit(&task.unit_id))?;
        if !task.node().is_open() {
            return Err(Refusal::not_now(task.state));
        }
        let subject = Subject {
            kind: Urged::Assignment,
            id: &task.id,
            unit_id: &task.unit_id,
            province_id: &task.province_id,
            item_id: Some(&task.item_id),
            to: &task.body_name,
        };
        urge::urge(tx, cx, subject, &self.text).await?;
        news::tell_lead(tx, cx, &task, NewsKind::Urged).await
    }
}
