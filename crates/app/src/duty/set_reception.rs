//! Công bố lịch tiếp công dân: the fixed days of a head of the own unit, from a day on (L5).

use caunoi_domain::{
    people::policy::{Action, Scope},
    record::event::Datum,
    regulation::reception::NewSchedule,
};
use caunoi_store::{Tx, duty_facts, reception, unit};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Publishes the fixed days of a head; what held before holds until the day on which this begins.
#[derive(Clone, Debug)]
pub struct SetReception {
    /// The unit's id.
    pub unit_id: String,
    /// The schedule.
    pub schedule: NewSchedule,
}

impl Verb for SetReception {
    /// The schedule's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        cx.allow(Action::KeepLedger, Scope::unit(&self.unit_id))?;
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let bound = duty_facts::bound(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        if !bound.posts.iter().any(|p| p.id == self.schedule.post_id) {
            return Err(Refusal::NotFound("post"));
        }
        let id = cx.id();
        reception::put_schedule(tx, (&id, &unit.id), &self.schedule, cx.now_us, (cx.actor.id(), cx.actor.label())).await?;
        unit::bump_version(tx, &unit.id).await?;
        cx.record(
            tx,
            Happened {
                kind: "reception.schedule_set",
                unit_id: &unit.id,
                province_id: &unit.province_id,
                subject_kind: "post",
                subject: &self.schedule.post_id,
                data: vec![("schedule", Datum::Id(id.clone())), ("from", Datum::Date(self.schedule.from.to_string()))],
            },
        )
        .await?;
        Ok(id)
    }
}
