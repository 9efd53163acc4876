//! An act of triage on several items at once: one change, which one undo takes back. Those that the act is open to are
//! done, the others are left, and the answer says which is which. The answer is kept with the change, so that the same
//! form sent twice is told the same as the first time and does nothing more.

use caunoi_domain::{
    opinion::{
        item::{Route, Standing},
        triage,
    },
    people::policy::{Action, Scope},
    problem::What,
};
use caunoi_store::{
    Tx, acceptance,
    item::{self, ItemRow},
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Cx, Verb},
    opinion::{assign_at_once::AssignAtOnce, bench::ITEMS_MAX, classify::Classify, group::Group, to_dialogue::ToDialogue},
    refusal::Refusal,
};

/// A verb of triage that takes several items.
pub trait OnItems: Verb + Clone {
    /// Others than head and secretary come to see the matter by it.
    const SHOWN_TO_OTHERS: bool;
    /// What the officer must be allowed to do.
    const ACTION: Action = Action::Triage;
    /// Public ids of the items.
    fn items(&self) -> &[i64];
    /// The same with these items.
    fn on(&self, items: Vec<i64>) -> Self;
    /// Is there anything to do with this open item?
    fn suits(_: &ItemRow) -> bool {
        true
    }
}

/// Why an item was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Left {
    /// Only head and secretary read it (S3.7).
    Restricted,
    /// The office does not decide about it any more: where it stands.
    Stands(Standing),
}

/// What became of the items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sorted {
    /// Public ids of those that were done.
    pub done: Vec<i64>,
    /// Public ids of those that were left, and why.
    pub left: Vec<(i64, Left)>,
}

/// An act on those of its items that it is open to.
#[derive(Clone, Debug)]
pub struct Several<V>(pub V);

impl<V: OnItems> Verb for Several<V> {
    type Done = Sorted;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Sorted, Refusal> {
        let chosen = self.0.items();
        if chosen.is_empty() || chosen.len() > ITEMS_MAX {
            return Err(Refusal::problem("items", What::Number { min: 1, max: i64::try_from(ITEMS_MAX).unwrap_or(100) }));
        }
        let mut sorted = Sorted::default();
        for id in chosen {
            if sorted.done.contains(id) || sorted.left.iter().any(|(left, _)| left == id) {
                continue;
            }
            let i = item::find_public(tx, *id).await?.ok_or(Refusal::NotFound("item"))?;
            cx.allow(V::ACTION, Scope::unit(&i.unit_id))?;
            match left::<V>(tx, &i).await? {
                Some(why) => sorted.left.push((*id, why)),
                None => sorted.done.push(*id),
            }
        }
        if !sorted.done.is_empty() {
            self.0.on(sorted.done.clone()).carry_out(tx, cx).await?;
        }
        Ok(sorted)
    }
}

async fn left<V: OnItems>(tx: &mut Tx<'_>, i: &ItemRow) -> Result<Option<Left>, Refusal> {
    if !triage::is_open(i.standing, i.route) || !V::suits(i) {
        return Ok(Some(Left::Stands(i.standing)));
    }
    let kept = V::SHOWN_TO_OTHERS && acceptance::is_restricted(tx, &i.id).await?;
    Ok(kept.then_some(Left::Restricted))
}

impl OnItems for Classify {
    const SHOWN_TO_OTHERS: bool = false;
    fn items(&self) -> &[i64] {
        &self.items
    }
    fn on(&self, items: Vec<i64>) -> Self {
        Self { items, ..self.clone() }
    }
}

impl OnItems for Group {
    const SHOWN_TO_OTHERS: bool = true;
    fn items(&self) -> &[i64] {
        &self.items
    }
    fn on(&self, items: Vec<i64>) -> Self {
        Self { items, ..self.clone() }
    }
}

impl OnItems for AssignAtOnce {
    const SHOWN_TO_OTHERS: bool = true;
    const ACTION: Action = Action::Assign;
    fn items(&self) -> &[i64] {
        &self.items
    }
    fn on(&self, items: Vec<i64>) -> Self {
        Self { items, ..self.clone() }
    }
}

impl OnItems for ToDialogue {
    const SHOWN_TO_OTHERS: bool = true;
    fn items(&self) -> &[i64] {
        &self.items
    }
    fn on(&self, items: Vec<i64>) -> Self {
        Self { items }
    }
    fn suits(i: &ItemRow) -> bool {
        i.route != Route::Dialogue
    }
}
