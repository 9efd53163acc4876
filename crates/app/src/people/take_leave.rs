//! Nghỉ phép, đi vắng dài ngày: the holder is away and keeps the post; somebody may act meanwhile (P17).

use caunoi_domain::{problem::What, record::event::Datum};
use caunoi_store::{
    Tx,
    tenure::{self, LeaveRow},
};
use jiff::civil::Date;

use super::{administered, tell};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Enters leave of a holder.
#[derive(Clone, Debug)]
pub struct TakeLeave {
    /// The holder's tenure.
    pub tenure_id: String,
    /// First day.
    pub from: Date,
    /// Last day, where it is known.
    pub to: Option<Date>,
    /// The paper, may be empty.
    pub paper: String,
}

impl Verb for TakeLeave {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let row = tenure::find(tx, &self.tenure_id).await?.ok_or(Refusal::NotFound("tenure"))?;
        let held = administered(tx, cx, &row.post_id).await?;
        if row.acting {
            return Err(Refusal::not_now("acting"));
        }
        let fact = row.fact()?;
        if !fact.covers(self.from) || self.to.is_some_and(|to| to < self.from || !fact.covers(to)) {
            return Err(Refusal::problem("leave_from", What::DayOutOfOrder));
        }
        let leave = LeaveRow {
            id: cx.id(),
            tenure_id: row.id.clone(),
            from_on: self.from.to_string(),
            to_on: self.to.map(|d| d.to_string()),
            paper: self.paper.clone(),
        };
        tenure::add_leave(tx, &leave).await?;
        tell(tx, cx, &held.post.unit_id, "tenure.leave", ("tenure", &row.id), vec![("from", Datum::date(self.from))]).await
    }
}

/// The holder is back: leave that was open ends.
#[derive(Clone, Debug)]
pub struct ComeBack {
    /// The post.
    pub post_id: String,
    /// Last day of the leave.
    pub to: Date,
}

impl Verb for ComeBack {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let held = administered(tx, cx, &self.post_id).await?;
        let open = tenure::leaves_of_post(tx, &held.post.id).await?.into_iter().rev().find(|l| l.to_on.is_none());
        let open = open.ok_or_else(|| Refusal::not_now("back"))?;
        if open.fact()?.from > self.to {
            return Err(Refusal::problem("back_on", What::DayOutOfOrder));
        }
        tenure::end_leave(tx, &open.id, &self.to.to_string()).await?;
        tell(tx, cx, &held.post.unit_id, "tenure.back", ("tenure", &open.tenure_id), vec![("to", Datum::date(self.to))]).await
    }
}
