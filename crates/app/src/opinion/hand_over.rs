//! Chuyển đơn: a complaint or denunciation that came on paper, by speech or by telephone is registered as
//! transferred (number, date, receiver). Its text is never taken here.

use caunoi_domain::{
    opinion::kind::{Channel, SealedKind},
    people::policy::{Action, Scope},
    problem::{MissingPart, Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    handover::{self, HandoverRow},
    staff_search::{self, StaffDoc},
    unit,
};
use jiff::civil::Date;

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// What the register asks of a transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// khiếu nại, tố cáo
    pub kind: SealedKind,
    /// Number and symbol of the paper of transfer.
    pub paper: String,
    /// Day of that paper.
    pub sent_on: Option<Date>,
    /// The competent body.
    pub receiver: String,
    /// By when it is to be accepted.
    pub due_on: Option<Date>,
}

impl Transfer {
    /// What is missing or out of order; never a transfer without paper, day and receiver.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn check(&self, arrived_on: Date, today: Date) -> Result<Date, Vec<Problem>> {
        let missing = || What::Missing(MissingPart::EndingPaper);
        let mut problems = Vec::new();
        for (field, text) in [("paper", &self.paper), ("receiver", &self.receiver)] {
            if text.is_empty() {
                problems.push(Problem::new(field, missing()));
            }
        }
        match self.sent_on {
            None => problems.push(Problem::new("sent_on", missing())),
            Some(day) if day > today || day < arrived_on => problems.push(Problem::new("sent_on", What::DayOutOfOrder)),
            Some(day) => {
                if self.due_on.is_some_and(|due| due < day) {
                    problems.push(Problem::new("due_on", What::DayOutOfOrder));
                }
            }
        }
        match self.sent_on {
            Some(day) if problems.is_empty() => Ok(day),
            _ => Err(problems),
        }
    }
}

/// Registers a transfer.
#[derive(Clone, Debug)]
pub struct RegisterTransfer {
    /// The commune's id.
    pub unit_id: String,
    /// How it came in.
    pub channel: Channel,
    /// The day it arrived.
    pub arrived_on: Date,
    /// The transfer.
    pub transfer: Transfer,
}

impl Verb for RegisterTransfer {
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        cx.allow(Action::Seal, Scope::unit(&self.unit_id))?;
        if self.arrived_on > cx.today {
            return Err(Refusal::problem("arrived_on", What::DayOutOfOrder));
        }
        register(tx, cx, &self.unit_id, None, self.channel, self.arrived_on, &self.transfer).await
    }
}

/// Writes a line of the register and its event.
pub(crate) async fn register(
    tx: &mut Tx<'_>,
    cx: &Cx,
    unit_id: &str,
    opinion_id: Option<&str>,
    channel: Channel,
    arrived_on: Date,
    transfer: &Transfer,
) -> Result<String, Refusal> {
    let sent_on = transfer.check(arrived_on, cx.today).map_err(Refusal::Invalid)?;
    let commune = unit::find(tx, unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    let row = HandoverRow {
        id: cx.id(),
        unit_id: unit_id.to_owned(),
        opinion_id: opinion_id.map(str::to_owned),
        kind: transfer.kind,
        channel,
        arrived_on: arrived_on.to_string(),
        paper: transfer.paper.clone(),
        sent_on: sent_on.to_string(),
        receiver: transfer.receiver.clone(),
        due_on: transfer.due_on.map(|d| d.to_string()),
        accepted_on: None,
        at: cx.now_us,
        by_user: cx.actor.id().to_owned(),
    };
    handover::add(tx, &row).await?;
    staff_search::put(
        tx,
        &StaffDoc {
            kind: "handover",
            reference: &row.id,
            unit_id,
            subject_id: &row.id,
            title: &row.paper,
            person: "",
            text: &format!("{} {}", row.paper, row.receiver),
            on_day: &row.sent_on,
        },
    )
    .await?;
    cx.record(
        tx,
        Happened {
            kind: "handover.registered",
            unit_id,
            province_id: &commune.province_id,
            subject_kind: "handover",
            subject: &row.id,
            data: vec![("kind", Datum::Code(row.kind.code().to_owned())), ("sent_on", Datum::Date(row.sent_on.clone()))],
        },
    )
    .await?;
    Ok(row.id)
}

/// Marks a transfer as accepted by its receiver.
#[derive(Clone, Debug)]
pub struct AcceptTransfer {
    /// The line's id.
    pub id: String,
    /// The day on which it was accepted.
    pub accepted_on: Date,
}

impl Verb for AcceptTransfer {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let row = handover::find(tx, &self.id).await?.ok_or(Refusal::NotFound("handover"))?;
        cx.allow(Action::Seal, Scope::unit(&row.unit_id))?;
        let on = self.accepted_on.to_string();
        if self.accepted_on > cx.today || on < row.sent_on {
            return Err(Refusal::problem("accepted_on", What::DayOutOfOrder));
        }
        // Pressed twice: it stands there.
        if row.accepted_on.as_deref() == Some(on.as_str()) {
            return Ok(());
        }
        let commune = unit::find(tx, &row.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        handover::accept(tx, &row.id, &on).await?;
        cx.record(
            tx,
            Happened {
                kind: "handover.accepted",
                unit_id: &row.unit_id,
                province_id: &commune.province_id,
                subject_kind: "handover",
                subject: &row.id,
                data: vec![("accepted_on", Datum::Date(on))],
            },
        )
        .await
    }
}
