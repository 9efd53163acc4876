//! A link is revoked: from then on it looks like one that never was.

use caunoi_domain::{
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{Tx, village_link};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Revokes a link.
#[derive(Clone, Debug)]
pub struct RevokeVillageLink {
    /// The link's id.
    pub link: String,
}

impl Verb for RevokeVillageLink {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let l = village_link::find(tx, &self.link).await?.ok_or(Refusal::NotFound("village_link"))?;
        cx.allow(Action::HandOutLinks, Scope::unit(&l.unit_id))?;
        if !village_link::revoke(tx, &l.id, cx.now_us, cx.actor.id()).await? {
            return Err(Refusal::not_now("revoked"));
        }
        let data = vec![("village", Datum::Id(l.village_id.clone()))];
        let (unit_id, province_id) = (&l.unit_id, &l.province_id);
        cx.record(tx, Happened { kind: "village_link.revoked", unit_id, province_id, subject_kind: "village_link", subject: &l.id, data })
            .await
    }
}
