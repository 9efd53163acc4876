//! Báo kết quả: the office records by which way the result of a resolved matter was told to the person.

use caunoi_domain::{
    followup::ToldManner,
    opinion::{item::Standing, step::Step},
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx,
    item::{self, ItemRow},
    result_told::{self, ToldRow},
    unit,
};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Records that the result was told.
#[derive(Clone, Debug)]
pub struct TellResult {
    /// The item's public id.
    pub item: i64,
    /// By which way.
    pub manner: ToldManner,
    /// ISO day; absent: today.
    pub told_on: Option<String>,
}

impl Verb for TellResult {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut item = item::find_public(tx, self.item).await?.ok_or(Refusal::NotFound("item"))?;
        cx.allow(Action::TellResult, Scope::unit(&item.unit_id))?;
        if item.standing != Standing::Done {
            return Err(Refusal::not_now(item.standing));
        }
        let first = !result_told::of_item(tx, &item.id).await?.iter().any(|t| Some(t.at) >= item.resolved_at);
        tell(tx, cx, &item, self.manner, self.told_on.as_deref()).await?;
        if first {
            // The person's time to judge runs from the day on which they were told.
            let (due_on, basis) = cx.due(LimitName::Verdict);
            item.next.due_on = Some(due_on);
            item.next.basis = basis;
        }
        item::save(tx, &item, cx.now_us).await?;
        unit::bump_version(tx, &item.unit_id).await?;
        Ok(())
    }
}

/// Keeps that the person was told, with the step and the event.
pub(super) async fn tell(tx: &mut Tx<'_>, cx: &Cx, item: &ItemRow, manner: ToldManner, told_on: Option<&str>) -> Result<(), Refusal> {
    let today = cx.today_iso();
    let on_day = told_on.unwrap_or(&today);
    if on_day > today.as_str() || on_day < item.received_on.as_str() {
        return Err(Refusal::problem("told_on", What::DayOutOfOrder));
    }
    let row = ToldRow {
        id: cx.id(),
        item_id: item.id.clone(),
        manner,
        on_day: on_day.to_owned(),
        at: cx.now_us,
        by_user: cx.actor.id().to_owned(),
    };
    result_told::add(tx, &row).await?;
    cx.step(tx, &item.province_id, &item.id, &Step::Told { manner }).await?;
    cx.record(
        tx,
        Happened {
            kind: "result.told",
            unit_id: &item.unit_id,
            province_id: &item.province_id,
            subject_kind: "item",
            subject: &item.id,
            data: vec![("manner", Datum::Code(manner.code().to_owned())), ("on_day", Datum::Date(row.on_day))],
        },
    )
    .await
}
