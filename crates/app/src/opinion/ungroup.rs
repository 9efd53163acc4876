//! Tách khỏi nhóm: an item leaves its issue; an issue that nothing is left in is dissolved.

use caunoi_domain::{
    opinion::{step::Step, tracking_code::PublicId},
    people::policy::Action,
};
use caunoi_store::{Tx, issue, item, search, unit};

use crate::{
    context::{Cx, Verb},
    opinion::bench::{self, Before, ItemBefore, Undoable},
    refusal::Refusal,
};

/// Takes an item out of its issue.
#[derive(Clone, Copy, Debug)]
pub struct Ungroup {
    /// Public id.
    pub item: i64,
}

impl Verb for Ungroup {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut i = bench::open_item(tx, cx, Action::Triage, self.item).await?;
        let mut before = Before { items: vec![ItemBefore::of(&i)], ..Before::default() };
        let id = i.issue_id.take().ok_or_else(|| Refusal::not_now(i.standing))?;
        let left = issue::find(tx, &id).await?.ok_or(Refusal::NotFound("issue"))?;
        item::save(tx, &i, cx.now_us).await?;
        cx.step(tx, &i.province_id, &i.id, &Step::Ungrouped { title: left.title }).await?;
        bench::record(tx, cx, "item.ungrouped", &i, vec![("issue", bench::shown(left.public_id))]).await?;
        if dissolve_if_empty(tx, cx, &id).await? {
            before.dissolved.push(id);
        }
        unit::bump_version(tx, &i.unit_id).await?;
        bench::remember(tx, cx, Undoable::Ungroup, &i.unit_id, before).await
    }
}

/// Dissolves an issue that nothing is left in, and takes it out of the search; answers whether it was so.
pub(crate) async fn dissolve_if_empty(tx: &mut Tx<'_>, cx: &Cx, issue_id: &str) -> Result<bool, Refusal> {
    let Some(mut left) = issue::find(tx, issue_id).await? else { return Ok(false) };
    if left.dissolved_at.is_some() || issue::size(tx, issue_id).await? > 0 {
        return Ok(false);
    }
    left.dissolved_at = Some(cx.now_us);
    issue::save(tx, &left).await?;
    search::remove(tx, "issue", &PublicId::from_i64(left.public_id).to_string()).await?;
    Ok(true)
}
