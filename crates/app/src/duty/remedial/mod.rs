//! Việc khắc phục: from a finding to what is to be done about it, followed like a task and closed with evidence (S4.10).
//! None of these verbs writes or deletes a finding.

pub mod close;
pub mod extend;
pub mod note;
pub mod open;
pub mod reopen;
pub mod urge;

use caunoi_domain::{
    followup::news::NewsKind,
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
    regulation::remedial::{FindingSource, RemedialSide, RemedialStep},
};
use caunoi_store::{
    Tx,
    news::To,
    remedial::{self, RemedialRow, StepRow},
    unit::{self, UnitRow},
};

use super::{below, reckon};
use crate::{
    context::{Cx, Happened},
    followup::news::{self, About},
    refusal::Refusal,
};

/// The unit, and where the actor stands to it.
async fn side(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str) -> Result<(UnitRow, RemedialSide), Refusal> {
    if cx.allow(Action::KeepLedger, Scope::unit(unit_id)).is_ok() {
        let unit = unit::find(tx, unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        return Ok((unit, RemedialSide::Own));
    }
    Ok((below(tx, cx, unit_id).await?, RemedialSide::Above))
}

/// A task that the actor may act on, with its unit.
async fn load(tx: &mut Tx<'_>, cx: &Cx, id: &str) -> Result<(RemedialRow, UnitRow, RemedialSide), Refusal> {
    let row = remedial::find(tx, id).await?.ok_or(Refusal::NotFound("remedial"))?;
    let (unit, side) = side(tx, cx, &row.unit_id).await?;
    Ok((row, unit, side))
}

/// True while the facts show the finding of a task.
async fn stands(tx: &mut Tx<'_>, cx: &Cx, row: &RemedialRow) -> Result<bool, Refusal> {
    let year = i16::try_from(row.year).unwrap_or_else(|_| cx.today.year());
    let r = reckon::of_year(tx, &cx.calendar, &row.unit_id, year, cx.today).await?;
    Ok(r.findings.iter().any(|f| f.key() == row.finding_key))
}

/// One finding has one open task: two would have two days and two ends.
async fn only_one(tx: &mut Tx<'_>, unit_id: &str, source: FindingSource, finding_key: &str) -> Result<(), Refusal> {
    if remedial::is_open(tx, unit_id, source, finding_key).await? {
        return Err(Refusal::problem("task", What::AlreadyThere));
    }
    Ok(())
}

/// What a step says.
struct Said<'a> {
    side: RemedialSide,
    kind: RemedialStep,
    text: &'a str,
    paper: &'a str,
    due_on: Option<String>,
}

/// Writes a step, its event, and tells the other side.
async fn step(tx: &mut Tx<'_>, cx: &Cx, row: &RemedialRow, unit: &UnitRow, said: Said<'_>) -> Result<(), Refusal> {
    let step = StepRow {
        id: cx.id(),
        remedial_id: row.id.clone(),
        kind: said.kind,
        text: said.text.to_owned(),
        paper: said.paper.to_owned(),
        due_on: said.due_on.clone(),
        on_day: cx.today_iso(),
        at: cx.now_us,
        by_user: cx.actor.id().to_owned(),
        by_label: cx.actor.label().to_owned(),
        side: Some(said.side),
    };
    remedial::add_step(tx, &step).await?;
    let mut data = vec![
        ("remedial", Datum::Id(row.id.clone())),
        ("step", Datum::Code(said.kind.code().to_owned())),
        ("side", Datum::Code(said.side.code().to_owned())),
        ("finding", Datum::Code(row.finding_kind.clone())),
        ("text_sha256", cx.commit(said.text.as_bytes())),
    ];
    data.extend(said.due_on.map(|d| ("due", Datum::Date(d))));
    let happened = Happened {
        kind: "remedial.step",
        unit_id: &unit.id,
        province_id: &unit.province_id,
        subject_kind: "finding",
        subject: &row.finding_key,
        data,
    };
    cx.record(tx, happened).await?;
    let path = format!("/cong-viec/khac-phuc/{}", row.id);
    // What the unit reports goes to whoever asked for it; what is said from above, and every urging, to the unit.
    let to = match (said.kind, said.side) {
        (RemedialStep::Progress | RemedialStep::Closed, RemedialSide::Own) => &row.by_unit,
        _ => &unit.id,
    };
    news::raise(tx, cx, to, To::Deciders, NewsKind::Remedial, About::Page(&path)).await
}
