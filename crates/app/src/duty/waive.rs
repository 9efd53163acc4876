//! Miễn, hoãn một nhiệm vụ: the head of the superior accepts the reason why something was not done, by paper (S4.8). What the
//! superior's office drafts counts only by that yes ([`super::waiver_draft`]).

use caunoi_domain::{
    people::policy::Action,
    regulation::entry::{EntryWord, NewEntry},
};
use caunoi_store::{
    Tx, people,
    unit::{self, UnitRow},
};

use super::{decider_of, record_entry::add};
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
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let giver = decider_of(tx, &cx.actor, &self.unit_id).await?;
        if giver.is_none_or(|g| g == self.unit_id) {
            return Err(Refusal::NotAllowed(Action::DecideLedger));
        }
        waive(tx, cx, &unit, &self.subject, &self.entry).await
    }
}

/// Writes the waiver of a duty of one of the unit's posts; whoever calls has seen that the actor may.
pub(super) async fn waive(tx: &mut Tx<'_>, cx: &Cx, unit: &UnitRow, subject: &str, entry: &NewEntry) -> Result<String, Refusal> {
    is_of_a_post(tx, cx, &unit.id, subject, entry).await?;
    add(tx, cx, unit, entry, subject).await
}

/// A waiver is about a duty of one of the unit's posts: a head's, or that of the head of one of its bodies.
pub(super) async fn is_of_a_post(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str, subject: &str, entry: &NewEntry) -> Result<(), Refusal> {
    let posts = people::posts(tx, unit_id, &cx.today_iso()).await?;
    let ours = entry.kind == EntryWord::Waiver && posts.iter().any(|p| p.id == entry.post_id);
    if ours && !subject.is_empty() { Ok(()) } else { Err(Refusal::NotFound("duty")) }
}
