//! A meeting beside the dialogues is recorded.

use caunoi_domain::{
    dialogue::side::Side,
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    side_meeting::{self, SideRow},
    unit,
};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Records a voter meeting, a reception, a seminar.
#[derive(Clone, Debug)]
pub struct RecordSide {
    /// The unit's id.
    pub unit_id: String,
    /// The meeting.
    pub side: Side,
}

impl Verb for RecordSide {
    /// The meeting's public id.
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        cx.allow(Action::PrepareDialogue, Scope::unit(&self.unit_id))?;
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let public_id = cx.public_id();
        let row = SideRow {
            id: cx.id(),
            province_id: unit.province_id.clone(),
            unit_id: unit.id.clone(),
            public_id: public_id.to_i64(),
            side: self.side.clone(),
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        side_meeting::add(tx, &row).await?;
        let data = vec![
            ("public_id", Datum::Id(public_id.to_string())),
            ("kind", Datum::Code(self.side.kind.code().to_owned())),
            ("on_day", Datum::date(self.side.on_day)),
            ("title_sha256", cx.commit(self.side.title.as_bytes())),
        ];
        let (unit_id, province_id) = (&unit.id, &unit.province_id);
        cx.record(
            tx,
            Happened { kind: "side_meeting.recorded", unit_id, province_id, subject_kind: "side_meeting", subject: &row.id, data },
        )
        .await?;
        Ok(row.public_id)
    }
}
