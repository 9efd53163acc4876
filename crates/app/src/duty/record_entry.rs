//! Ghi việc đã làm: a dated fact that duties are judged by, with who, when and by which paper.

use caunoi_domain::{
    opinion::tracking_code::PublicId,
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
    regulation::{
        clause::ReportPeriod,
        entry::{EntryWord, NewEntry},
        ledger::{self, Rules},
    },
};
use caunoi_store::{
    Conn, Tx, beside,
    duty_entry::{self, EntryRow},
    duty_facts, item, regulation, unit,
};
use jiff::civil::Date;

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Records a dated fact of a unit's ledger.
#[derive(Clone, Debug)]
pub struct RecordEntry {
    /// The unit's id.
    pub unit_id: String,
    /// What was done.
    pub entry: NewEntry,
}

impl Verb for RecordEntry {
    /// The entry's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        cx.allow(Action::KeepLedger, Scope::unit(&self.unit_id))?;
        // Nobody excuses the own unit: a reason is accepted by the superior ([`super::waive`]).
        if self.entry.kind == EntryWord::Waiver {
            return Err(Refusal::problem("kind", What::NotAChoice));
        }
        let bound = duty_facts::bound(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        if !bound.posts.iter().any(|p| p.id == self.entry.post_id) {
            return Err(Refusal::NotFound("post"));
        }
        // Where the rules name receivers, who received it is a part of the report.
        if let (EntryWord::Report, Some(period), Some(to)) = (self.entry.kind, self.entry.period, self.entry.to)
            && self.entry.receivers.is_empty()
            && !receivers(tx, &self.unit_id, Some((&self.entry.post_id, period)), to).await?.is_empty()
        {
            return Err(Refusal::problem("receivers", What::Empty));
        }
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let about = match self.entry.kind {
            EntryWord::WrittenNotice => opinion(tx, &unit.id, &self.entry.subject).await?,
            _ => String::new(),
        };
        add(tx, cx, &unit, &self.entry, &about).await
    }
}

/// Whom the rules in force on a day name as receivers of the reports of a unit's heads: of all of them, or of one head's of one
/// kind of period. One statement.
///
/// # Errors
/// The store's failure.
pub async fn receivers(conn: &mut Conn<'_>, unit_id: &str, of: Option<(&str, ReportPeriod)>, on: Date) -> Result<Vec<String>, Refusal> {
    let (bound, documents) = beside!(conn, |c| duty_facts::bound(c, unit_id), |c| regulation::applying(c, unit_id))?;
    let bound = bound.ok_or(Refusal::NotFound("unit"))?;
    let (post, period) = of.unzip();
    Ok(ledger::receivers(&Rules::new(&documents), &bound, post, period, on))
}

/// The id of the unit's own opinion of that code.
async fn opinion(tx: &mut Tx<'_>, unit_id: &str, code: &str) -> Result<String, Refusal> {
    let wrong = || Refusal::problem("opinion", What::NotAChoice);
    let public_id = PublicId::parse(code).map_err(|_| wrong())?;
    let found = item::find_public(tx, public_id.to_i64()).await?;
    found.filter(|i| i.unit_id == unit_id).map(|i| i.id).ok_or_else(wrong)
}

/// Writes the row and its event.
pub(super) async fn add(tx: &mut Tx<'_>, cx: &Cx, unit: &unit::UnitRow, e: &NewEntry, subject: &str) -> Result<String, Refusal> {
    let row = EntryRow {
        id: cx.id(),
        province_id: unit.province_id.clone(),
        unit_id: unit.id.clone(),
        post_id: e.post_id.clone(),
        kind: e.kind.code().to_owned(),
        on_day: e.on.to_string(),
        period: e.period.map(|p| p.code().to_owned()).unwrap_or_default(),
        to_on: e.to.map(|d| d.to_string()),
        subject: if subject.is_empty() { e.subject.clone() } else { subject.to_owned() },
        who: e.who.clone(),
        by_kind: e.by.map(|b| b.code().to_owned()).unwrap_or_default(),
        percent: e.percent.map(i64::from),
        paper: e.paper.clone(),
        receivers: e.receivers.clone(),
        note: e.note.clone(),
        at: cx.now_us,
        by_user: cx.actor.id().to_owned(),
        by_label: cx.actor.label().to_owned(),
    };
    duty_entry::add(tx, &row).await?;
    cx.record(
        tx,
        Happened {
            kind: "ledger.entry",
            unit_id: &unit.id,
            province_id: &unit.province_id,
            subject_kind: "post",
            subject: &e.post_id,
            data: vec![("entry", Datum::Id(row.id.clone())), ("what", Datum::Code(row.kind.clone()))],
        },
    )
    .await?;
    Ok(row.id)
}
