//! Miễn, hoãn một nhiệm vụ: the superior unit accepts the reason why something was not done, by paper (S4.8).

use caunoi_domain::regulation::entry::{EntryWord, NewEntry};
use caunoi_store::{Tx, duty_facts};

use super::{below, record_entry::add};
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Waives a duty, or a planned row, of a unit below. The unit itself cannot.
#[derive(Clone, Debug)]
pub struct WaiveDuty {
    /// The unit's id.
    pub unit_id: String,
    /// The duty's stable id, or the planned row's.
    pub subject: String,
    /// Day, paper and reason.
    pub entry: NewEntry,
}

impl Verb for WaiveDuty {
    /// The entry's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let unit = below(tx, cx, &self.unit_id).await?;
        let bound = duty_facts::bound(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let ours = self.entry.kind == EntryWord::Waiver && bound.posts.iter().any(|p| p.id == self.entry.post_id);
        if !ours || self.subject.is_empty() {
            return Err(Refusal::NotFound("duty"));
        }
        add(tx, cx, &unit, &self.entry, &self.subject).await
    }
}
