//! Đôn đốc thực hiện quy chế: a superior unit urges a unit below about one duty, once a day at most.

use caunoi_domain::{
    opinion::{
        secrecy,
        submission::{BODY_MAX, text},
    },
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    unit::UnitRow,
    urging::{self, Urged, UrgingRow},
};

use super::below;
use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Urges a unit below about a duty.
#[derive(Clone, Debug)]
pub struct UrgeDuty {
    /// The unit's id.
    pub unit_id: String,
    /// The duty's stable id.
    pub duty: String,
    /// What is said; may be empty.
    pub text: String,
}

impl Verb for UrgeDuty {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let unit = below(tx, cx, &self.unit_id).await?;
        let mut problems = Vec::new();
        let said = text(&self.text, "urging", BODY_MAX, false, &mut problems);
        if secrecy::text_is_marked(&said) {
            problems.push(Problem::new("urging", What::StateSecret));
        }
        if urging::of(tx, Urged::Duty, &self.duty).await?.iter().any(|u| u.on_day == cx.today_iso()) {
            problems.push(Problem::new("urging", What::UrgedToday));
        }
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        urge(tx, cx, &unit, &self.duty, said).await
    }
}

/// Records an urging of a duty; the caller has seen that it is the first of the day.
pub(crate) async fn urge(tx: &mut Tx<'_>, cx: &Cx, unit: &UnitRow, duty: &str, said: String) -> Result<(), Refusal> {
    let row = UrgingRow {
        id: cx.id(),
        unit_id: unit.id.clone(),
        subject: Urged::Duty,
        subject_id: duty.to_owned(),
        text: said,
        at: cx.now_us,
        on_day: cx.today_iso(),
        by_user: cx.actor.id().to_owned(),
        by_label: urging::label(cx.actor.label()).to_owned(),
    };
    urging::add(tx, &row).await?;
    cx.record(
        tx,
        Happened {
            kind: "urging.recorded",
            unit_id: &unit.id,
            province_id: &unit.province_id,
            subject_kind: Urged::Duty.code(),
            subject: &row.id,
            data: vec![("urging", Datum::Id(row.id.clone())), ("text_sha256", cx.commit(row.text.as_bytes()))],
        },
    )
    .await
}
