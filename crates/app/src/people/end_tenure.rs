//! Thôi giữ chức vụ: a tenure ends on a day, by a paper; the role that came with it ends too (S0.2, P17).

use caunoi_domain::{problem::What, record::event::Datum};
use caunoi_store::{Tx, tenure};
use jiff::civil::Date;

use super::{administered, needed, tell};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Ends a tenure that goes on.
#[derive(Clone, Debug)]
pub struct EndTenure {
    /// The tenure.
    pub tenure_id: String,
    /// Its last day.
    pub to: Date,
    /// The paper.
    pub paper: String,
}

impl Verb for EndTenure {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let row = tenure::find(tx, &self.tenure_id).await?.ok_or(Refusal::NotFound("tenure"))?;
        let held = administered(tx, cx, &row.post_id).await?;
        needed(&self.paper, "end_paper")?;
        if row.fact()?.from > self.to {
            return Err(Refusal::problem("end_on", What::DayOutOfOrder));
        }
        if !tenure::end(tx, &row.id, &self.to.to_string(), &self.paper).await? {
            return Err(Refusal::not_now("ended"));
        }
        let data = vec![("to", Datum::date(self.to)), ("paper", cx.commit(self.paper.as_bytes()))];
        tell(tx, cx, &held.post.unit_id, "tenure.ended", ("tenure", &row.id), data).await
    }
}
