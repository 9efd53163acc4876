//! Trao đổi giữa các cơ quan: the office, the heads and the bodies that take part say something to each other about a
//! matter. It is internal, dated, by body, and never public (S3.6).

use caunoi_domain::{
    followup::news::NewsKind,
    people::{
        actor::Role,
        policy::{Action, Scope},
    },
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    assignment::{self, AssignmentRow, Partner},
    item,
    matter_comment::{self, CommentRow},
    news::To,
};

use super::{
    direct,
    news::{self, About},
    typed::Typed,
};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Says something about the matter of a task.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Public id of a task of the matter.
    pub task: i64,
    /// What is said.
    pub text: String,
}

impl Verb for Comment {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let task = assignment::find_public(tx, self.task).await?.ok_or(Refusal::NotFound("task"))?;
        cx.allow(Action::Comment, Scope::unit(&task.unit_id))?;
        let item = item::find(tx, &task.item_id).await?.ok_or(Refusal::NotFound("item"))?;
        let tasks = assignment::of_item(tx, &item.id).await?;
        let partners = assignment::partners(tx, &item.id).await?;
        let officer = cx.actor.officer().ok_or(Refusal::NotAllowed(Action::Comment))?;
        if officer.role == Role::Body && !takes_part(&tasks, &partners, &officer.body_id) {
            return Err(Refusal::NotAllowed(Action::Comment));
        }
        let mut typed = Typed::default();
        let text = typed.text(&self.text, "comment");
        typed.sound()?;
        let row = CommentRow {
            id: cx.id(),
            unit_id: item.unit_id.clone(),
            item_id: item.id.clone(),
            body_id: officer.body_id.clone(),
            text,
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        matter_comment::add(tx, &row).await?;
        let data = vec![("comment", Datum::Id(row.id)), ("text_sha256", cx.commit(row.text.as_bytes()))];
        direct::record(tx, cx, &task, "matter.commented", data).await?;
        let mut told = vec![officer.body_id.clone()];
        news::raise(tx, cx, &task.unit_id, To::Office, NewsKind::Comment, About::Task(&task.id)).await?;
        for (task_id, body) in tasks.iter().map(|t| (&t.id, &t.body_id)).chain(partners.iter().map(|p| (&p.assignment_id, &p.body_id))) {
            if !told.contains(body) {
                told.push(body.clone());
                news::raise(tx, cx, &task.unit_id, To::Body(body), NewsKind::Comment, About::Task(task_id)).await?;
            }
        }
        Ok(())
    }
}

/// Does a body lead one of these tasks, or co-operate in one?
#[must_use]
pub fn takes_part(tasks: &[AssignmentRow], partners: &[Partner], body_id: &str) -> bool {
    tasks.iter().any(|t| t.body_id == body_id) || partners.iter().any(|p| p.body_id == body_id)
}
