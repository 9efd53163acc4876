//! Báo hủy ngày tiếp công dân: a fixed day that a head does not hold, with the reason, the day instead, and when the notice
//! was posted (L5).

use caunoi_domain::{
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
    regulation::reception::{self, NewCancel},
};
use caunoi_store::{Tx, reception as rows, unit};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Cancels a fixed day of a head of the own unit.
#[derive(Clone, Debug)]
pub struct CancelReception {
    /// The unit's id.
    pub unit_id: String,
    /// The post.
    pub post_id: String,
    /// The day and what is said of it.
    pub cancel: NewCancel,
}

impl Verb for CancelReception {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(Action::KeepLedger, Scope::unit(&self.unit_id))?;
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let on = self.cancel.on;
        let schedules = rows::schedules_look(&self.unit_id).alone(tx).await?;
        let holds = schedules.iter().find(|s| s.schedule.post_id == self.post_id && s.schedule.from <= on);
        let fixed = holds.is_some_and(|s| !reception::days(&s.schedule.pattern, &cx.calendar, on, on).is_empty());
        if !fixed {
            return Err(Refusal::problem("on_day", What::NotAChoice));
        }
        let by = (cx.actor.id(), cx.actor.label());
        if !rows::cancel(tx, (&cx.id(), &unit.id, &self.post_id), &self.cancel, cx.now_us, by).await? {
            return Err(Refusal::problem("on_day", What::AlreadyThere));
        }
        unit::bump_version(tx, &unit.id).await?;
        let mut data = vec![
            ("on", Datum::Date(on.to_string())),
            ("posted", Datum::Date(self.cancel.posted.to_string())),
            ("reason_sha256", cx.commit(self.cancel.reason.as_bytes())),
        ];
        data.extend(self.cancel.instead.map(|d| ("instead", Datum::Date(d.to_string()))));
        cx.record(
            tx,
            Happened {
                kind: "reception.day_cancelled",
                unit_id: &unit.id,
                province_id: &unit.province_id,
                subject_kind: "post",
                subject: &self.post_id,
                data,
            },
        )
        .await
    }
}
