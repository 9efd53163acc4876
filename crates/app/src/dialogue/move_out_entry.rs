//! A complaint or denunciation said aloud leaves the shared minutes (P4): its words are taken out, and it goes into the
//! register of transfers with its paper, day and receiver.

use caunoi_domain::{
    opinion::{item::Standing, kind::Channel},
    problem::What,
    record::event::Datum,
};
use caunoi_store::{Tx, item, minutes as rows};

use super::{
    edit_entry::entry_of,
    minutes::{self, held_on},
};
use crate::{
    context::{Cx, Verb},
    opinion::hand_over::{RegisterTransfer, Transfer},
    refusal::Refusal,
};

/// Moves an entry out of the minutes into the register of transfers.
#[derive(Clone, Debug)]
pub struct MoveOutEntry {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// The entry's id.
    pub entry_id: String,
    /// What the register asks: kind, paper, day, receiver. Never the words.
    pub transfer: Transfer,
}

impl Verb for MoveOutEntry {
    /// The line's id in the register.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let (d, m) = minutes::open(tx, cx, self.dialogue).await?;
        let e = entry_of(tx, &m.id, &self.entry_id).await?;
        if let Some(id) = &e.item_id {
            let sealed = item::find(tx, id).await?.is_some_and(|i| i.standing == Standing::Sealed);
            if !sealed {
                return Err(Refusal::problem("entry", What::LinkedItem));
            }
        }
        let arrived_on = held_on(&d).parse().unwrap_or(cx.today);
        let register = RegisterTransfer { unit_id: d.unit_id.clone(), channel: Channel::Hall, arrived_on, transfer: self.transfer.clone() };
        let line = register.carry_out(tx, cx).await?;
        rows::remove_entry(tx, &e.id).await?;
        let data = vec![("entry", Datum::Id(e.id)), ("handover", Datum::Id(line.clone()))];
        super::tell(tx, cx, &d, "minutes.entry_moved_out", data).await?;
        Ok(line)
    }
}
