//! A published figure is recorded as it was printed.

use caunoi_domain::{
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
    report::figure::Figure,
};
use caunoi_store::{Tx, published as rows, unit};

use super::published;
use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Records (or renews) a published figure.
#[derive(Clone, Debug)]
pub struct RecordFigure {
    /// The figure.
    pub figure: Figure,
    /// Its place among the others.
    pub seq: i64,
}

impl Verb for RecordFigure {
    /// Its key.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let f = &self.figure;
        cx.allow(Action::Administer, Scope::unit(&f.unit_id))?;
        let problems = f.problems();
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        let of = unit::find(tx, &f.unit_id).await?.ok_or_else(|| Refusal::problem("unit", What::NotAChoice))?;
        for id in &f.named {
            unit::find(tx, id).await?.ok_or_else(|| Refusal::problem("named", What::NotAChoice))?;
        }
        if let Some(whole) = &f.part_of
            && !rows::has_figure(tx, whole).await?
        {
            return Err(Refusal::problem("part_of", What::NotAChoice));
        }
        let source = published::keep(tx, &f.source).await?;
        rows::put_figure(tx, f, &source, (self.seq, cx.now_us), cx.actor.id()).await?;
        let data = vec![
            ("bound", Datum::Code(f.quantity.bound.code().to_owned())),
            ("hundredths", Datum::Int(f.quantity.hundredths)),
            ("printed", cx.commit(f.printed.as_bytes())),
        ];
        let happened = Happened {
            kind: "figure.recorded",
            unit_id: &of.id,
            province_id: &of.province_id,
            subject_kind: "published_figure",
            subject: &f.key,
            data,
        };
        cx.record(tx, happened).await?;
        Ok(f.key.clone())
    }
}
