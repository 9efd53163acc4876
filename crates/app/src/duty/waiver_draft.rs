//! Trình lý do chưa làm: the superior's office drafts the waiver of a duty and lays it before the head, who accepts it or
//! returns it saying why (S4.8, P1). Nothing counts before the yes.

use caunoi_domain::{
    dialogue::{
        contents::NOTE_MAX,
        state::{ApprovalStep, ApprovalSubject, DraftState},
    },
    followup::news::NewsKind,
    opinion::submission::text,
    people::policy::Action,
    record::event::Datum,
    regulation::entry::{EntryWord, NewEntry},
};
use caunoi_store::{
    Tx,
    news::To,
    unit::{self, UnitRow},
    waiver_draft::{self, WaiverRow},
};

use super::{below, decider_of, waive};
use crate::{
    context::{Cx, Happened, Verb},
    dialogue::log,
    followup::news::{self, About},
    refusal::Refusal,
};

/// Lays the waiver of a duty, or of a planned row, of a unit below before the head of the own unit.
#[derive(Clone, Debug)]
pub struct DraftWaiver {
    /// The unit whose duty it is.
    pub unit_id: String,
    /// The duty's stable id, or the planned row's.
    pub subject: String,
    /// The year in which it stands.
    pub year: i16,
    /// The page where it was drafted.
    pub path: String,
    /// Day, paper and reason.
    pub entry: NewEntry,
}

impl Verb for DraftWaiver {
    /// The draft's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let unit = below(tx, cx, &self.unit_id).await?;
        let giver = cx.actor.officer().map(|o| o.unit_id.clone()).ok_or(Refusal::NotAllowed(Action::OverseeLedger))?;
        waive::is_of_a_post(tx, cx, &unit.id, (&self.subject, self.year), &self.entry).await?;
        let row = WaiverRow {
            id: cx.id(),
            unit_id: unit.id.clone(),
            giver_unit: giver,
            post_id: self.entry.post_id.clone(),
            subject: self.subject.clone(),
            year: i64::from(self.year),
            on_day: self.entry.on.to_string(),
            paper: self.entry.paper.clone(),
            note: self.entry.note.clone(),
            state: DraftState::Submitted,
            returned: String::new(),
            path: self.path.clone(),
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        let id = waiver_draft::put(tx, &row).await?;
        let row = WaiverRow { id, ..row };
        log(tx, cx, &row.giver_unit, (ApprovalSubject::Waiver, &row.id), ApprovalStep::Submitted, "").await?;
        let said = vec![("paper_sha256", cx.commit(row.paper.as_bytes())), ("note_sha256", cx.commit(row.note.as_bytes()))];
        record(tx, cx, "ledger.waiver_drafted", &unit, &row, said).await?;
        Ok(row.id)
    }
}

/// Accepts the reason as it was drafted: the duty is waived by the head's own act.
#[derive(Clone, Debug)]
pub struct ApproveWaiver {
    /// The draft's id.
    pub draft: String,
}

impl Verb for ApproveWaiver {
    /// The entry's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let (row, unit) = waiting(tx, cx, &self.draft).await?;
        let entry = entry(&row)?;
        let year = i16::try_from(row.year).map_err(|_| Refusal::NotFound("duty"))?;
        let done = waive::waive(tx, cx, &unit, (&row.subject, year), &entry).await?;
        waiver_draft::settle(tx, &row.id, DraftState::Approved, "").await?;
        log(tx, cx, &row.giver_unit, (ApprovalSubject::Waiver, &row.id), ApprovalStep::Approved, "").await?;
        record(tx, cx, "ledger.waiver_approved", &unit, &row, vec![("entry", Datum::Id(done.clone()))]).await?;
        tell(tx, cx, &row).await?;
        Ok(done)
    }
}

/// Returns the draft to the office, saying why.
#[derive(Clone, Debug)]
pub struct ReturnWaiver {
    /// The draft's id.
    pub draft: String,
    /// Why.
    pub note: String,
}

impl Verb for ReturnWaiver {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (row, unit) = waiting(tx, cx, &self.draft).await?;
        let mut problems = Vec::new();
        let note = text(&self.note, "note", NOTE_MAX, true, &mut problems);
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        waiver_draft::settle(tx, &row.id, DraftState::Draft, &note).await?;
        log(tx, cx, &row.giver_unit, (ApprovalSubject::Waiver, &row.id), ApprovalStep::Returned, &note).await?;
        record(tx, cx, "ledger.waiver_returned", &unit, &row, vec![("note_sha256", cx.commit(note.as_bytes()))]).await?;
        tell(tx, cx, &row).await
    }
}

/// The draft that waits and the unit that it is about, where the actor decides on it.
async fn waiting(tx: &mut Tx<'_>, cx: &Cx, id: &str) -> Result<(WaiverRow, UnitRow), Refusal> {
    let row = waiver_draft::find(tx, id).await?.ok_or(Refusal::NotFound("waiver"))?;
    if decider_of(tx, &cx.actor, &row.unit_id).await?.is_none_or(|own| own != row.giver_unit) {
        return Err(Refusal::NotAllowed(Action::DecideLedger));
    }
    if row.state != DraftState::Submitted {
        return Err(Refusal::not_now(row.state));
    }
    let unit = unit::find(tx, &row.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    Ok((row, unit))
}

/// The waiver as it was drafted.
fn entry(row: &WaiverRow) -> Result<NewEntry, Refusal> {
    let on = row.on_day.parse().map_err(|e| Refusal::Broken(format!("the day of a drafted waiver: {e}")))?;
    Ok(NewEntry {
        kind: EntryWord::Waiver,
        post_id: row.post_id.clone(),
        on,
        period: None,
        to: None,
        percent: None,
        subject: row.subject.clone(),
        who: String::new(),
        by: None,
        paper: row.paper.clone(),
        receivers: String::new(),
        note: row.note.clone(),
    })
}

/// Tells the office that drafted it.
async fn tell(tx: &mut Tx<'_>, cx: &Cx, row: &WaiverRow) -> Result<(), Refusal> {
    news::raise(tx, cx, &row.giver_unit, To::Office, NewsKind::Waiver, About::Page(&row.path)).await
}

async fn record(
    tx: &mut Tx<'_>,
    cx: &Cx,
    kind: &'static str,
    unit: &UnitRow,
    row: &WaiverRow,
    said: Vec<(&'static str, Datum)>,
) -> Result<(), Refusal> {
    let data = std::iter::once(("draft", Datum::Id(row.id.clone()))).chain(said).collect();
    let happened = Happened { kind, unit_id: &unit.id, province_id: &unit.province_id, subject_kind: "post", subject: &row.post_id, data };
    cx.record(tx, happened).await
}
