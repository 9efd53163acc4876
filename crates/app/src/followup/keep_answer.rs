//! Câu trả lời mẫu: an answer is kept with the norm it rests on, so that the next one like it is answered alike (S3.11).

use caunoi_domain::{
    opinion::kind::Field,
    people::policy::{Action, Scope},
    problem::{MissingPart, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    saved_answer::{self, SavedAnswerRow},
    unit,
};

use super::typed::Typed;
use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Keeps an answer, or changes one that is kept.
#[derive(Clone, Debug)]
pub struct KeepAnswer {
    /// The unit's id.
    pub unit_id: String,
    /// Public id of the one that is changed; absent for a new one.
    pub answer: Option<i64>,
    /// The field it is proposed for.
    pub field: Field,
    /// Its name in lists.
    pub title: String,
    /// The answer.
    pub text: String,
    /// The norm it rests on.
    pub norm: String,
}

impl Verb for KeepAnswer {
    /// Its public id.
    type Done = i64;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<i64, Refusal> {
        may_keep(cx, &self.unit_id)?;
        let mut typed = Typed::default();
        let (title, text, norm) = (typed.needed_line(&self.title, "title"), typed.text(&self.text, "text"), typed.line(&self.norm, "norm"));
        if norm.is_empty() {
            typed.wrong("norm", What::Missing(MissingPart::Norm));
        }
        typed.sound()?;
        let before = match self.answer {
            None => None,
            Some(id) => Some(own(tx, &self.unit_id, id).await?),
        };
        let row = SavedAnswerRow {
            id: before.as_ref().map_or_else(|| cx.id(), |b| b.id.clone()),
            unit_id: self.unit_id.clone(),
            public_id: before.as_ref().map_or_else(|| cx.public_id().to_i64(), |b| b.public_id),
            field: self.field.code().to_owned(),
            title,
            text,
            norm,
            used: 0,
            at: cx.now_us,
            on_day: cx.today_iso(),
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        if let Some(b) = &before {
            // The same words again: nobody changed it.
            if (&b.field, &b.title, &b.text, &b.norm) == (&row.field, &row.title, &row.text, &row.norm) {
                return Ok(b.public_id);
            }
            saved_answer::save(tx, &row).await?;
        } else {
            saved_answer::add(tx, &row).await?;
        }
        record(tx, cx, &row, "saved_answer.kept").await?;
        Ok(row.public_id)
    }
}

/// A kept answer is proposed no more.
#[derive(Clone, Debug)]
pub struct RetireAnswer {
    /// The unit's id.
    pub unit_id: String,
    /// Its public id.
    pub answer: i64,
}

impl Verb for RetireAnswer {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        may_keep(cx, &self.unit_id)?;
        let row = own(tx, &self.unit_id, self.answer).await?;
        saved_answer::retire(tx, &row.id, cx.now_us).await?;
        record(tx, cx, &row, "saved_answer.retired").await
    }
}

/// Those who answer keep answers, in their own unit.
fn may_keep(cx: &Cx, unit_id: &str) -> Result<(), Refusal> {
    cx.allow(Action::PrepareAnswer, Scope::unit(unit_id))
}

async fn own(tx: &mut Tx<'_>, unit_id: &str, public_id: i64) -> Result<SavedAnswerRow, Refusal> {
    saved_answer::find_public(tx, public_id).await?.filter(|a| a.unit_id == unit_id).ok_or(Refusal::NotFound("saved answer"))
}

/// Counts that an answer was made with a kept one; one that is gone meanwhile is passed over.
#[derive(Clone, Debug)]
pub struct UseAnswer {
    /// The unit's id.
    pub unit_id: String,
    /// Its public id.
    pub answer: i64,
}

impl Verb for UseAnswer {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        may_keep(cx, &self.unit_id)?;
        match saved_answer::find_public(tx, self.answer).await?.filter(|a| a.unit_id == self.unit_id) {
            None => Ok(()),
            Some(row) => {
                saved_answer::use_once(tx, &row.id).await?;
                record(tx, cx, &row, "saved_answer.used").await
            }
        }
    }
}

async fn record(tx: &mut Tx<'_>, cx: &Cx, row: &SavedAnswerRow, kind: &'static str) -> Result<(), Refusal> {
    let province_id = unit::find(tx, &row.unit_id).await?.ok_or(Refusal::NotFound("unit"))?.province_id;
    let data = vec![
        ("field", Datum::Code(row.field.clone())),
        ("text_sha256", cx.commit(row.text.as_bytes())),
        ("norm_sha256", cx.commit(row.norm.as_bytes())),
    ];
    let happened =
        Happened { kind, unit_id: &row.unit_id, province_id: &province_id, subject_kind: "saved_answer", subject: &row.id, data };
    cx.record(tx, happened).await
}
