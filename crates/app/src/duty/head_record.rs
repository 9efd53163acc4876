//! Quyết định cho xem bản ghi năm của từng người đứng đầu: by whom, on which day, by which paper, of which unit and until when
//! the Front or the HĐND reads the record of one head (S4.15). It can be withdrawn.

use caunoi_domain::{
    dialogue::contents::NOTE_MAX,
    opinion::submission::text,
    people::{actor::Actor, policy::Action},
    record::event::Datum,
    regulation::head_record::{Opening, RecordReader},
};
use caunoi_store::{
    Conn, Tx,
    head_record::{self as rows, OpeningRow},
    unit::{self, UnitRow},
};
use jiff::civil::Date;

use super::decider_of;
use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Opens the records of the heads of a unit to a reader.
#[derive(Clone, Debug)]
pub struct OpenRecords {
    /// The unit whose heads they are.
    pub unit_id: String,
    /// What was decided.
    pub opening: Opening,
}

impl Verb for OpenRecords {
    /// The decision's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let unit = decided(tx, cx, &self.unit_id).await?;
        let (id, o) = (cx.id(), &self.opening);
        rows::add(tx, (&id, &unit.province_id), &unit.id, o, cx.now_us, (cx.actor.id(), cx.actor.label())).await?;
        let mut data = vec![
            ("decision", Datum::Id(id.clone())),
            ("reader", Datum::Code(o.reader.code().to_owned())),
            ("on", Datum::Date(o.on.to_string())),
            ("who_sha256", cx.commit(o.who.as_bytes())),
            ("paper_sha256", cx.commit(o.paper.as_bytes())),
        ];
        data.extend(o.until.map(|d| ("until", Datum::Date(d.to_string()))));
        record(tx, cx, "ledger.records_opened", &unit, data).await?;
        Ok(id)
    }
}

/// Withdraws a decision, saying why: from today on it opens nothing.
#[derive(Clone, Debug)]
pub struct WithdrawOpening {
    /// The decision's id.
    pub decision: String,
    /// Why.
    pub why: String,
}

impl Verb for WithdrawOpening {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let row = rows::find(tx, &self.decision).await?.ok_or(Refusal::NotFound("decision"))?;
        let unit = decided(tx, cx, &row.unit_id).await?;
        let mut problems = Vec::new();
        let why = text(&self.why, "why", NOTE_MAX, true, &mut problems);
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        if !rows::withdraw(tx, &row.id, &cx.today_iso(), &why, cx.actor.label()).await? {
            return Err(Refusal::NotFound("decision"));
        }
        let data = vec![("decision", Datum::Id(row.id.clone())), ("why_sha256", cx.commit(why.as_bytes()))];
        record(tx, cx, "ledger.records_closed", &unit, data).await
    }
}

/// The unit, where the actor decides who reads the records of its heads.
async fn decided(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str) -> Result<UnitRow, Refusal> {
    let unit = unit::find(tx, unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    match decider_of(tx, &cx.actor, unit_id).await? {
        Some(_) => Ok(unit),
        None => Err(Refusal::NotAllowed(Action::DecideLedger)),
    }
}

async fn record(tx: &mut Tx<'_>, cx: &Cx, kind: &'static str, unit: &UnitRow, data: Vec<(&'static str, Datum)>) -> Result<(), Refusal> {
    let happened = Happened { kind, unit_id: &unit.id, province_id: &unit.province_id, subject_kind: "unit", subject: &unit.id, data };
    cx.record(tx, happened).await
}

/// Whether the record of one head of a unit is open to whoever reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// They read it without a decision: the office and the heads themselves, the superior.
    Theirs,
    /// They read it by this decision.
    Decided(Box<OpeningRow>),
    /// They read it only by a decision, and none stands.
    Closed,
}

/// How an actor who may read the ledger of a unit stands to the records of its heads on a day.
///
/// # Errors
/// The store's failure.
pub async fn access(conn: &mut Conn<'_>, actor: &Actor, unit_id: &str, on: Date) -> Result<Access, Refusal> {
    let Some(reader) = actor.officer().and_then(|o| RecordReader::of(o.role)) else { return Ok(Access::Theirs) };
    let standing = rows::of_unit(conn, unit_id).await?.into_iter().find(|r| r.opening.reader == reader && r.opening.stands(on));
    Ok(standing.map_or(Access::Closed, |r| Access::Decided(Box::new(r))))
}
