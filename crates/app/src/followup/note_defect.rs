//! Thiếu sót, hạn chế trong nội bộ: the office or a head notes what went wrong inside, and what was done about it. It is
//! read by them only (S4.13).

use caunoi_domain::{
    people::policy::{Action, Scope},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    internal_defect::{self, DefectRow},
    item, unit,
};

use super::typed::Typed;
use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Notes a defect.
#[derive(Clone, Debug)]
pub struct NoteDefect {
    /// The unit's id.
    pub unit_id: String,
    /// Public id of the item in which it showed, where it showed in one.
    pub item: Option<i64>,
    /// What is wrong.
    pub text: String,
}

impl Verb for NoteDefect {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        cx.allow(Action::ReadDefects, Scope::unit(&self.unit_id))?;
        let item = match self.item {
            None => None,
            Some(id) => Some(item::find_public(tx, id).await?.filter(|i| i.unit_id == self.unit_id).ok_or(Refusal::NotFound("item"))?.id),
        };
        let mut typed = Typed::default();
        let text = typed.text(&self.text, "defect");
        typed.sound()?;
        let row = DefectRow {
            id: cx.id(),
            unit_id: self.unit_id.clone(),
            public_id: cx.public_id().to_i64(),
            item_id: item,
            item_title: String::new(),
            text,
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
            measure: String::new(),
            mended_on: None,
            mended_label: String::new(),
        };
        internal_defect::add(tx, &row).await?;
        record(tx, cx, &row, "defect.noted", cx.commit(row.text.as_bytes())).await
    }
}

/// Says what was done about a defect.
#[derive(Clone, Debug)]
pub struct MendDefect {
    /// The defect's public id.
    pub defect: i64,
    /// What was done.
    pub measure: String,
}

impl Verb for MendDefect {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let row = internal_defect::find_public(tx, self.defect).await?.ok_or(Refusal::NotFound("defect"))?;
        cx.allow(Action::ReadDefects, Scope::unit(&row.unit_id))?;
        if row.mended_on.is_some() {
            return Err(Refusal::not_now("mended"));
        }
        let mut typed = Typed::default();
        let measure = typed.text(&self.measure, "measure");
        typed.sound()?;
        internal_defect::mend(tx, &row.id, &measure, &cx.today_iso(), cx.actor.label()).await?;
        record(tx, cx, &row, "defect.mended", cx.commit(measure.as_bytes())).await
    }
}

async fn record(tx: &mut Tx<'_>, cx: &Cx, row: &DefectRow, kind: &'static str, text: Datum) -> Result<(), Refusal> {
    let province_id = unit::find(tx, &row.unit_id).await?.ok_or(Refusal::NotFound("unit"))?.province_id;
    let data = vec![("text_sha256", text)];
    let happened = Happened { kind, unit_id: &row.unit_id, province_id: &province_id, subject_kind: "defect", subject: &row.id, data };
    cx.record(tx, happened).await
}
