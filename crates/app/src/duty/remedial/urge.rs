//! Đôn đốc việc khắc phục: once a day at most.

use caunoi_domain::{
    people::policy::{Action, Scope},
    problem::What,
    regulation::remedial::{self, RemedialSide, RemedialState, RemedialStep},
};
use caunoi_store::{
    Tx,
    remedial::RemedialRow,
    unit::UnitRow,
    urging::{self, Urged, UrgingRow},
};

use super::Said;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Urges about an open task.
#[derive(Clone, Debug)]
pub struct UrgeRemedial {
    /// The task's id.
    pub remedial: String,
    /// What is said; may be empty.
    pub text: String,
}

impl Verb for UrgeRemedial {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (row, unit, side) = super::load(tx, cx, &self.remedial).await?;
        if row.state != RemedialState::Open {
            return Err(Refusal::not_now(row.state));
        }
        let text = remedial::said(&self.text, "urging", false).map_err(Refusal::Invalid)?;
        if urging::of(tx, Urged::Remedial, &row.id).await?.iter().any(|u| u.on_day == cx.today_iso()) {
            return Err(Refusal::problem("urging", What::UrgedToday));
        }
        urge(tx, cx, (&row, &unit, side), text).await
    }
}

/// Urges; the caller has seen that it is the first of the day.
pub(crate) async fn urge(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (row, unit, side): (&RemedialRow, &UnitRow, RemedialSide),
    text: String,
) -> Result<(), Refusal> {
    let of = cx.actor.officer().map_or(unit.id.as_str(), |o| o.unit_id.as_str());
    cx.allow(Action::Urge, Scope::unit(of))?;
    let said = UrgingRow {
        id: cx.id(),
        unit_id: unit.id.clone(),
        subject: Urged::Remedial,
        subject_id: row.id.clone(),
        text: text.clone(),
        at: cx.now_us,
        on_day: cx.today_iso(),
        by_user: cx.actor.id().to_owned(),
        by_label: urging::label(cx.actor.label()).to_owned(),
    };
    urging::add(tx, &said).await?;
    super::step(tx, cx, row, unit, Said { side, kind: RemedialStep::Urged, text: &text, paper: "", due_on: None }).await
}
