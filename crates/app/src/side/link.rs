//! A matter that was raised at a voter meeting too is linked to it: one matter, one thread, never doubled (P9).

use caunoi_domain::{
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
};
use caunoi_store::{Tx, item, side_meeting};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Links an item of the unit to a meeting beside the dialogues.
#[derive(Clone, Debug)]
pub struct LinkSideItem {
    /// The meeting's public id.
    pub side: i64,
    /// The item's id.
    pub item: String,
}

impl Verb for LinkSideItem {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let side = side_meeting::find_public(tx, self.side).await?.ok_or(Refusal::NotFound("side_meeting"))?;
        cx.allow(Action::PrepareDialogue, Scope::unit(&side.unit_id))?;
        let found = item::find(tx, &self.item).await?.filter(|i| i.unit_id == side.unit_id);
        let Some(found) = found else { return Err(Refusal::problem("item", What::NotAChoice)) };
        side_meeting::link(tx, &side.id, &found.id, cx.now_us, cx.actor.id()).await?;
        let (unit_id, province_id) = (&side.unit_id, &side.province_id);
        let data = vec![("item", Datum::Id(found.id.clone()))];
        cx.record(tx, Happened { kind: "side_meeting.linked", unit_id, province_id, subject_kind: "side_meeting", subject: &side.id, data })
            .await
    }
}
