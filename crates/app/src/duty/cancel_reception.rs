//! Báo hủy ngày tiếp công dân: a fixed day that a head does not hold, with the reason, the day instead, and when the notice
//! was posted (L5). A notice that was wrong is corrected or withdrawn; what it said before stays beside it.

use caunoi_domain::{
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
    regulation::reception::{self, NewCancel},
};
use caunoi_store::{Tx, reception as rows, unit, unit::UnitRow};
use jiff::civil::Date;

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Cancels a fixed day of a head of the own unit.
#[derive(Clone, Debug)]
pub struct CancelReception {
    /// The unit's id.
    pub unit_id: String,
    /// The post.
    pub post_id: String,
    /// The day and what is said of it.
    pub cancel: NewCancel,
}

impl Verb for CancelReception {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let unit = own(tx, cx, &self.unit_id).await?;
        if !is_fixed(tx, cx, (&self.unit_id, &self.post_id), self.cancel.on).await? {
            return Err(Refusal::problem("on_day", What::NotAChoice));
        }
        instead_is_free(tx, cx, (&self.unit_id, &self.post_id), &self.cancel).await?;
        let by = (cx.actor.id(), cx.actor.label());
        if !rows::cancel(tx, (&cx.id(), &unit.id, &self.post_id), &self.cancel, cx.now_us, by).await? {
            return Err(Refusal::problem("on_day", What::AlreadyThere));
        }
        record(tx, cx, &unit, &self.post_id, "reception.day_cancelled", said(cx, &self.cancel)).await
    }
}

/// Corrects the notice by which a day was cancelled: the day instead, the reason, the day of posting.
#[derive(Clone, Debug)]
pub struct CorrectCancel {
    /// The unit's id.
    pub unit_id: String,
    /// The post.
    pub post_id: String,
    /// The day and what is to be read of it.
    pub cancel: NewCancel,
}

impl Verb for CorrectCancel {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let unit = own(tx, cx, &self.unit_id).await?;
        if cancelled(tx, (&self.unit_id, &self.post_id), self.cancel.on).await? == self.cancel {
            return Ok(());
        }
        instead_is_free(tx, cx, (&self.unit_id, &self.post_id), &self.cancel).await?;
        let (id, on) = (cx.id(), self.cancel.on.to_string());
        rows::mend(tx, (&id, &self.post_id, &on), Some(&self.cancel), cx.now_us, (cx.actor.id(), cx.actor.label())).await?;
        record(tx, cx, &unit, &self.post_id, "reception.cancel_corrected", said(cx, &self.cancel)).await
    }
}

/// Withdraws the notice by which a day was cancelled: it is held after all, or it was another day that was meant.
#[derive(Clone, Debug)]
pub struct WithdrawCancel {
    /// The unit's id.
    pub unit_id: String,
    /// The post.
    pub post_id: String,
    /// The day.
    pub on: Date,
}

impl Verb for WithdrawCancel {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let unit = own(tx, cx, &self.unit_id).await?;
        cancelled(tx, (&self.unit_id, &self.post_id), self.on).await?;
        let (id, on) = (cx.id(), self.on.to_string());
        rows::mend(tx, (&id, &self.post_id, &on), None, cx.now_us, (cx.actor.id(), cx.actor.label())).await?;
        record(tx, cx, &unit, &self.post_id, "reception.cancel_withdrawn", vec![("on", Datum::Date(on))]).await
    }
}

async fn own(tx: &mut Tx<'_>, cx: &Cx, unit_id: &str) -> Result<UnitRow, Refusal> {
    cx.allow(Action::KeepLedger, Scope::unit(unit_id))?;
    unit::find(tx, unit_id).await?.ok_or(Refusal::NotFound("unit"))
}

/// What the notice says that cancels the day of the post; refuses where none of that unit does.
async fn cancelled(tx: &mut Tx<'_>, (unit_id, post_id): (&str, &str), on: Date) -> Result<NewCancel, Refusal> {
    let of_unit = rows::cancels_look(unit_id, &on.to_string(), &on.to_string()).alone(tx).await?;
    of_unit.into_iter().find(|c| c.post_id == post_id && c.cancel.on == on).map(|c| c.cancel).ok_or(Refusal::NotFound("cancel"))
}

/// True for a fixed day of the post.
async fn is_fixed(tx: &mut Tx<'_>, cx: &Cx, (unit_id, post_id): (&str, &str), on: Date) -> Result<bool, Refusal> {
    let schedules = rows::schedules_look(unit_id).alone(tx).await?;
    let holds = schedules.iter().find(|s| s.schedule.post_id == post_id && s.schedule.from <= on);
    Ok(holds.is_some_and(|s| !reception::days(&s.schedule.pattern, &cx.calendar, on, on).is_empty()))
}

/// The day instead is none that is held anyway.
async fn instead_is_free(tx: &mut Tx<'_>, cx: &Cx, of: (&str, &str), cancel: &NewCancel) -> Result<(), Refusal> {
    match cancel.instead {
        Some(day) if is_fixed(tx, cx, of, day).await? => Err(Refusal::problem("instead", What::NotAChoice)),
        _ => Ok(()),
    }
}

/// What an event tells of a notice.
fn said(cx: &Cx, c: &NewCancel) -> Vec<(&'static str, Datum)> {
    let mut data = vec![
        ("on", Datum::Date(c.on.to_string())),
        ("posted", Datum::Date(c.posted.to_string())),
        ("reason_sha256", cx.commit(c.reason.as_bytes())),
    ];
    data.extend(c.instead.map(|d| ("instead", Datum::Date(d.to_string()))));
    data
}

async fn record(
    tx: &mut Tx<'_>,
    cx: &Cx,
    unit: &UnitRow,
    post_id: &str,
    kind: &'static str,
    data: Vec<(&'static str, Datum)>,
) -> Result<(), Refusal> {
    unit::bump_version(tx, &unit.id).await?;
    let happened = Happened { kind, unit_id: &unit.id, province_id: &unit.province_id, subject_kind: "post", subject: post_id, data };
    cx.record(tx, happened).await
}
