//! Đặt hạn thay hạn của phần mềm: a superior office sets, by a paper and from a day on, the limit that holds for its units
//! where a rule names no day.

use caunoi_domain::{
    people::policy::{Action, Scope},
    record::event::Datum,
    regulation::own::{OwnLimit, SetBy},
    unit::Level,
};
use caunoi_store::{Tx, own_limit, unit};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Sets a limit for a province and the units below it.
#[derive(Clone, Debug)]
pub struct SetOwnLimit {
    /// The province's id.
    pub unit_id: String,
    /// The limit with its first day and paper.
    pub limit: OwnLimit,
}

impl Verb for SetOwnLimit {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(Action::OverseeLedger, Scope::unit(&self.unit_id))?;
        let unit = unit::find(tx, &self.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        // A commune does not set the day by which it is itself judged.
        if unit.level != Level::Province {
            return Err(Refusal::NotAllowed(Action::OverseeLedger));
        }
        let set = self.limit.set.clone().ok_or(Refusal::NotFound("limit"))?;
        let limit = OwnLimit { set: Some(SetBy { label: cx.actor.label().to_owned(), ..set.clone() }), ..self.limit.clone() };
        own_limit::put(tx, &cx.id(), &unit.id, &limit, cx.now_us, cx.actor.id()).await?;
        cx.record(
            tx,
            Happened {
                kind: "ledger.limit_set",
                unit_id: &unit.id,
                province_id: &unit.province_id,
                subject_kind: "limit",
                subject: limit.name.code(),
                data: vec![
                    ("days", Datum::Int(i64::from(limit.days))),
                    ("count", Datum::Code(limit.count.code().to_owned())),
                    ("from", Datum::Date(set.from.to_string())),
                    ("paper_sha256", cx.commit(set.paper.as_bytes())),
                ],
            },
        )
        .await
    }
}
