//! Miễn, hoãn một nhiệm vụ: the head of the superior accepts the reason why something was not done, by paper (S4.8). What the
//! superior's office drafts counts only by that yes ([`super::waiver_draft`]).

use caunoi_domain::{
    people::policy::Action,
    regulation::entry::{EntryWord, NewEntry},
};
use caunoi_store::{
    Tx,
    unit::{self, UnitRow},
};

use super::{decider_of, reckon, record_entry::add};
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
    /// The year in whose ledger it stands.
    pub year: i16,
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
        waive(tx, cx, &unit, (&self.subject, self.year), &self.entry).await
    }
}

/// Writes the waiver of a duty, or of a planned row, of that year; whoever calls has seen that the actor may.
pub(super) async fn waive(tx: &mut Tx<'_>, cx: &Cx, unit: &UnitRow, of: (&str, i16), entry: &NewEntry) -> Result<String, Refusal> {
    is_of_a_post(tx, cx, &unit.id, of, entry).await?;
    add(tx, cx, unit, entry, of.0).await
}

/// A waiver is about a duty of that post, or a row of the plan that names it, as the unit's ledger of that year has it.
pub(super) async fn is_of_a_post(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str, of: (&str, i16), entry: &NewEntry) -> Result<(), Refusal> {
    let (subject, year) = of;
    let r = reckon::of_year(tx, &cx.calendar, unit_id, year, cx.today).await?;
    let duty = r.duties.iter().any(|d| d.id == subject && d.post_id == entry.post_id);
    let row = r.facts.plans.iter().flat_map(|p| &p.rows).any(|x| x.id == subject && x.posts.contains(&entry.post_id));
    if entry.kind == EntryWord::Waiver && (duty || row) { Ok(()) } else { Err(Refusal::NotFound("duty")) }
}
