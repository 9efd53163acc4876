//! Không công bố: a text stays with the person and the office, on a coded ground that the person sees.

use caunoi_domain::{
    opinion::{
        item::{Publication, WithheldGround},
        step::Step,
        tracking_code::PublicId,
    },
    people::policy::Action,
};
use caunoi_store::{Tx, item, search, unit};

use crate::{
    context::{Cx, Verb},
    dialogue::findable,
    opinion::{bench, publish, submit_text},
    people::published_by,
    refusal::Refusal,
};

/// Withholds an item, or takes a published one back.
#[derive(Clone, Copy, Debug)]
pub struct Withhold {
    /// Public id.
    pub item: i64,
    /// On which ground.
    pub ground: WithheldGround,
}

impl Verb for Withhold {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut i = bench::any_item(tx, cx, Action::Publish, self.item).await?;
        published_by::allow(tx, cx, &i.unit_id).await?;
        i.publication = Publication::Withheld;
        i.published_title = String::new();
        i.published_body = String::new();
        self.ground.code().clone_into(&mut i.withheld_ground);
        cx.actor.label().clone_into(&mut i.publication_by);
        i.publication_at = Some(cx.now_us);
        item::save(tx, &i, cx.now_us).await?;
        publish::log(tx, cx, &i).await?;
        submit_text::end(tx, cx, &i).await?;
        cx.step(tx, &i.province_id, &i.id, &Step::Withheld { ground: self.ground }).await?;
        search::remove(tx, "item", &PublicId::from_i64(i.public_id).to_string()).await?;
        findable::renew(tx, cx, &i).await?;
        bench::record(tx, cx, "item.withheld", &i, vec![("ground", bench::code(self.ground.code()))]).await?;
        unit::bump_version(tx, &i.unit_id).await?;
        Ok(())
    }
}
