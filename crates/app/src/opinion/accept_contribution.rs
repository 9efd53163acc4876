//! Tiếp thu, giải trình (S3.7): what became of a contribution, in one of three states, with the reason. The person reads
//! it on their thread, everybody where the item is published.

use caunoi_domain::{
    opinion::{
        acceptance::{Acceptance, is_contribution},
        private, secrecy,
        step::Step,
    },
    people::policy::Action,
    problem::What,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    acceptance::{self, AcceptanceRow},
    opinion, unit,
};

use crate::{
    context::{Cx, Verb},
    opinion::bench,
    refusal::Refusal,
};

/// Decides about a contribution, or decides again; what was decided before stays on the thread.
#[derive(Clone, Debug)]
pub struct AcceptContribution {
    /// Public id of the item.
    pub item: i64,
    /// Accepted, partly or not.
    pub value: Acceptance,
    /// Why, and what is done with it.
    pub reason: String,
}

impl Verb for AcceptContribution {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let i = bench::any_item(tx, cx, Action::AcceptContribution, self.item).await?;
        if !is_contribution(i.kind) {
            return Err(Refusal::not_now(i.kind));
        }
        let person = opinion::person(tx, &i.opinion_id).await?.unwrap_or_default();
        let what = match self.reason.as_str() {
            "" => Some(What::Empty),
            text if secrecy::text_is_marked(text) => Some(What::StateSecret),
            text if private::betrays(text, Some(&person.full_name)) => Some(What::PrivateDatum),
            _ => None,
        };
        if let Some(what) = what {
            return Err(Refusal::problem("reason", what));
        }
        acceptance::add(
            tx,
            &AcceptanceRow {
                id: cx.id(),
                item_id: i.id.clone(),
                value: self.value,
                reason: self.reason.clone(),
                at: cx.now_us,
                on_day: cx.today_iso(),
                by_user: cx.actor.id().to_owned(),
                by_label: cx.actor.label().to_owned(),
            },
        )
        .await?;
        cx.step(tx, &i.province_id, &i.id, &Step::Accepted { value: self.value, reason: self.reason.clone() }).await?;
        let data = vec![("value", Datum::Code(self.value.code().to_owned())), ("reason_sha256", cx.commit(self.reason.as_bytes()))];
        bench::record(tx, cx, "item.acceptance_decided", &i, data).await?;
        unit::bump_version(tx, &i.unit_id).await?;
        Ok(())
    }
}
