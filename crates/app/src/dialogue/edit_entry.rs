//! An entry of the minutes is written anew, until they are signed. The same words again change nothing.

use caunoi_domain::{
    dialogue::minutes_form::{EntryForm, Link},
    problem::What,
};
use caunoi_store::{
    Tx,
    minutes::{self as rows, EntryRow},
};

use super::{hear, minutes, write_entry};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Writes an entry anew. An opinion is born only with a new entry.
#[derive(Clone, Debug)]
pub struct EditEntry {
    /// The dialogue's public id.
    pub dialogue: i64,
    /// The entry's id.
    pub entry_id: String,
    /// What stands there from now on.
    pub entry: EntryForm,
}

impl Verb for EditEntry {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (d, mut m) = minutes::unsigned(tx, cx, self.dialogue).await?;
        let before = entry_of(tx, &m.id, &self.entry_id).await?;
        let e = &self.entry;
        let linked = match &e.link {
            Link::None => None,
            Link::Item(typed) => Some(hear::find(tx, &d, typed).await?),
            Link::New(..) => return Err(Refusal::problem("link", What::NotAChoice)),
        };
        let row = EntryRow {
            speaker: write_entry::speaker(tx, &d, e).await?,
            village_id: e.village_id.clone(),
            said: e.said.clone(),
            answer: e.answer.clone(),
            answered_by: e.answered_by.clone(),
            promised_on: e.promised_on.map(|day| day.to_string()),
            item_id: linked.as_ref().map(|i| i.id.clone()),
            ..before.clone()
        };
        if row == before {
            return Ok(());
        }
        minutes::uncheck(tx, &mut m).await?;
        rows::save_entry(tx, &row).await?;
        let moved = before.item_id != row.item_id;
        if let Some(old) = before.item_id.as_deref().filter(|_| moved)
            && !rows::entries(tx, &m.id).await?.iter().any(|v| v.entry.item_id.as_deref() == Some(old))
        {
            hear::let_go(tx, cx, &d, old).await?;
        }
        if let Some(mut i) = linked {
            let same_words = before.answer == row.answer && before.answered_by == row.answered_by;
            if moved || !same_words {
                hear::hear(tx, cx, &d, &mut i, &row.answer, &row.answered_by).await?;
            }
        }
        write_entry::record(tx, cx, &d, "minutes.entry_edited", &row).await
    }
}

/// The entry of that id, where it belongs to these minutes.
pub(super) async fn entry_of(tx: &mut Tx<'_>, minutes_id: &str, entry_id: &str) -> Result<EntryRow, Refusal> {
    rows::find_entry(tx, entry_id).await?.filter(|e| e.minutes_id == minutes_id).ok_or(Refusal::NotFound("entry"))
}
