//! Phân loại: an item gets its field and kind, and is judged grounded or not with the reason (S1.9).

use caunoi_domain::{
    opinion::{item::Standing, step::Step, triage::Classification},
    people::policy::Action,
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    item::{self, ItemRow},
    staff_search, unit,
};

use crate::{
    context::{Cx, Verb},
    opinion::{
        bench::{self, Before, ItemBefore, Undoable},
        discreet::Discreet,
    },
    refusal::Refusal,
};

/// Classifies one item or several at once.
#[derive(Clone, Debug)]
pub struct Classify {
    /// Public ids.
    pub items: Vec<i64>,
    /// What they are classified as; a title is taken for a single item only.
    pub class: Classification,
}

impl Verb for Classify {
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        let mut items = bench::open_items(tx, cx, Action::Triage, &self.items).await?;
        let (count, single) = (items.len(), items.len() == 1);
        // What is classified so already is not classified again.
        items.retain(|i| !self.stands(i, single));
        let before = Before { items: items.iter().map(ItemBefore::of).collect(), ..Before::default() };
        for i in &mut items {
            Discreet::about(tx, i).await?.check(&[("note", &self.class.note)])?;
            i.field = self.class.field.code().to_owned();
            i.kind = self.class.kind.unwrap_or(i.kind);
            i.grounded = self.class.grounded;
            i.grounded_note.clone_from(&self.class.note);
            if let Some(title) = self.class.title.as_ref().filter(|_| single) {
                i.title.clone_from(title);
            }
            i.standing = Standing::Triaged;
            item::save(tx, i, cx.now_us).await?;
            staff_search::renew(tx, &i.opinion_id).await?;
            let step = Step::Triaged { field: i.field.clone(), grounded: i.grounded, note: i.grounded_note.clone() };
            cx.step(tx, &i.province_id, &i.id, &step).await?;
            let data = vec![
                ("field", Datum::Code(i.field.clone())),
                ("kind", Datum::Code(i.kind.code().to_owned())),
                ("grounded", Datum::Code(i.grounded.code().to_owned())),
                ("note_sha256", cx.commit(i.grounded_note.as_bytes())),
            ];
            bench::record(tx, cx, "item.classified", i, data).await?;
            unit::bump_version(tx, &i.unit_id).await?;
        }
        if let Some(first) = items.first() {
            bench::remember(tx, cx, Undoable::Classify, &first.unit_id, before).await?;
        }
        Ok(i64::try_from(count).unwrap_or(0))
    }
}

impl Classify {
    /// True where the item is classified so already.
    fn stands(&self, i: &ItemRow, single: bool) -> bool {
        let c = &self.class;
        let named = !single || c.title.as_ref().is_none_or(|title| *title == i.title);
        let alike =
            (c.field.code(), c.kind.unwrap_or(i.kind), c.grounded, &c.note) == (i.field.as_str(), i.kind, i.grounded, &i.grounded_note);
        named && alike && i.standing == Standing::Triaged
    }
}
