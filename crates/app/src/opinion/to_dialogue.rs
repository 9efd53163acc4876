//! Đưa ra đối thoại: items wait to be chosen as contents of a dialogue.

use caunoi_domain::{
    opinion::{
        item::{Route, Standing},
        step::Step,
    },
    people::policy::Action,
};
use caunoi_store::{Tx, item, unit};

use crate::{
    context::{Cx, Verb},
    opinion::{
        bench::{self, Before, ItemBefore, Undoable},
        restrict::unrestricted,
    },
    refusal::Refusal,
};

/// Marks items for a dialogue. Choosing them as contents, with the reason, is another step.
#[derive(Clone, Debug)]
pub struct ToDialogue {
    /// Public ids.
    pub items: Vec<i64>,
}

impl Verb for ToDialogue {
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        let mut items = bench::open_items(tx, cx, Action::Triage, &self.items).await?;
        items.retain(|i| i.route != Route::Dialogue);
        let before = Before { items: items.iter().map(ItemBefore::of).collect(), ..Before::default() };
        for i in &mut items {
            unrestricted(tx, i).await?;
            i.route = Route::Dialogue;
            i.standing = Standing::Triaged;
            item::save(tx, i, cx.now_us).await?;
            cx.step(tx, &i.province_id, &i.id, &Step::ToDialogue).await?;
            bench::record(tx, cx, "item.to_dialogue", i, Vec::new()).await?;
            unit::bump_version(tx, &i.unit_id).await?;
        }
        if let Some(first) = items.first() {
            bench::remember(tx, cx, Undoable::ToDialogue, &first.unit_id, before).await?;
        }
        Ok(i64::try_from(items.len()).unwrap_or(0))
    }
}
