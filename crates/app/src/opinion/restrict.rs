//! Hạn chế người xem (S3.7): a contribution that concerns an individual officer is read by head and secretary only, never
//! published, never taken to a dialogue, never given to a body as a task.

use caunoi_domain::{
    opinion::{
        item::{Publication, Route, WithheldGround},
        step::Step,
    },
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_store::{Tx, acceptance, item::ItemRow};

use crate::{
    context::{Cx, Verb},
    opinion::{bench, submit_text, withhold::Withhold},
    refusal::Refusal,
};

/// Keeps an item to head and secretary, from here on for good.
#[derive(Clone, Copy, Debug)]
pub struct Restrict {
    /// Public id.
    pub item: i64,
}

impl Verb for Restrict {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let i = bench::open_item(tx, cx, Action::AcceptContribution, self.item).await?;
        if acceptance::is_restricted(tx, &i.id).await? {
            return Ok(());
        }
        // A group shows its title to everybody in it; a dialogue and a task show it to others.
        if i.issue_id.is_some() || matches!(i.route, Route::Dialogue | Route::Assigned) {
            return Err(Refusal::not_now("on_its_way"));
        }
        if i.publication != Publication::Withheld {
            Withhold { item: self.item, ground: WithheldGround::NamesPersons }.carry_out(tx, cx).await?;
        }
        // It was withheld before: a text may have been laid before the head since.
        submit_text::end(tx, cx, &i).await?;
        acceptance::restrict(tx, &i.id, cx.now_us, cx.actor.id(), cx.actor.label()).await?;
        cx.step(tx, &i.province_id, &i.id, &Step::Restricted).await?;
        bench::record(tx, cx, "item.restricted", &i, Vec::new()).await
    }
}

/// Refuses a step that would show the item to others than head and secretary.
///
/// # Errors
/// [`What::Restricted`].
pub(crate) async fn unrestricted(tx: &mut Tx<'_>, i: &ItemRow) -> Result<(), Refusal> {
    if acceptance::is_restricted(tx, &i.id).await? {
        return Err(Refusal::Invalid(vec![Problem::new("", What::Restricted)]));
    }
    Ok(())
}
