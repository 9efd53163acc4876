//! Tách: an item that holds several matters becomes several items. The opinion as given stays as it is.

use caunoi_domain::{
    opinion::{item::Publication, step::Step, triage::Part},
    people::policy::Action,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    item::{self, ItemRow},
    opinion, staff_search, unit,
};

use crate::{
    context::{Cx, Verb},
    opinion::{
        bench::{self, Before, ItemBefore, Undoable},
        submit_text,
    },
    refusal::Refusal,
};

/// Splits an item: its first matter stays in it, each other one becomes an item of the same opinion.
#[derive(Clone, Debug)]
pub struct Split {
    /// Public id.
    pub item: i64,
    /// Two matters or more, as the clerk edited them.
    pub parts: Vec<Part>,
}

impl Verb for Split {
    /// Public ids of all the matters, in their order.
    type Done = Vec<i64>;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Vec<i64>, Refusal> {
        let mut first = bench::open_item(tx, cx, Action::Triage, self.item).await?;
        if first.publication == Publication::Published {
            return Err(Refusal::not_now(first.publication));
        }
        let Some((head, rest)) = self.parts.split_first().filter(|(_, rest)| !rest.is_empty()) else {
            return Err(Refusal::problem("parts", caunoi_domain::problem::What::Number { min: 2, max: 20 }));
        };
        let channel = opinion::find(tx, &first.opinion_id).await?.ok_or(Refusal::NotFound("opinion"))?.channel;
        let last_seq = item::of_opinion(tx, &first.opinion_id).await?.iter().map(|i| i.seq).max().unwrap_or(first.seq);
        let mut before = Before { items: vec![ItemBefore::of(&first)], ..Before::default() };
        let step = Step::Split { parts: self.parts.len() };
        first.title.clone_from(&head.title);
        first.body.clone_from(&head.body);
        item::save(tx, &first, cx.now_us).await?;
        // A text laid before the head was of the whole: it would publish what other matters now hold.
        submit_text::end(tx, cx, &first).await?;
        cx.step(tx, &first.province_id, &first.id, &step).await?;
        let mut all = vec![first.public_id];
        for (seq, part) in (last_seq + 1..).zip(rest) {
            let new = ItemRow {
                id: cx.id(),
                public_id: cx.public_id().to_i64(),
                seq,
                title: part.title.clone(),
                body: part.body.clone(),
                created_at: cx.now_us,
                ..first.clone()
            };
            item::add(tx, &new).await?;
            // What only a later save writes: the issue that the matter was grouped into already.
            item::save(tx, &new, cx.now_us).await?;
            cx.step(tx, &new.province_id, &new.id, &Step::Received { channel, files: 0 }).await?;
            cx.step(tx, &new.province_id, &new.id, &step).await?;
            all.push(new.public_id);
            before.made.push(new.id);
        }
        staff_search::renew(tx, &first.opinion_id).await?;
        let data = vec![("parts", Datum::Int(i64::try_from(self.parts.len()).unwrap_or(0)))];
        bench::record(tx, cx, "item.split", &first, data).await?;
        unit::bump_version(tx, &first.unit_id).await?;
        bench::remember(tx, cx, Undoable::Split, &first.unit_id, before).await?;
        Ok(all)
    }
}
