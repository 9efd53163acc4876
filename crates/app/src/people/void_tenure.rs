//! A tenure that was entered by mistake is voided: it counts no longer and stays in the rows.

use caunoi_store::{Tx, tenure};

use super::{administered, tell};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Voids a tenure that was entered by mistake; the role that came with it goes too.
#[derive(Clone, Debug)]
pub struct VoidTenure {
    /// The tenure.
    pub tenure_id: String,
}

impl Verb for VoidTenure {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let row = tenure::find(tx, &self.tenure_id).await?.ok_or(Refusal::NotFound("tenure"))?;
        let held = administered(tx, cx, &row.post_id).await?;
        tenure::void(tx, &row.id, cx.now_us).await?;
        tell(tx, cx, &held.post.unit_id, "tenure.voided", ("tenure", &row.id), Vec::new()).await
    }
}
