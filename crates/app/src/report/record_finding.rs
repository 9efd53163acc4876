//! A published finding of a supervision is recorded as it was printed.

use caunoi_domain::{
    people::policy::{Action, Scope},
    problem::What,
    record::event::Datum,
    report::finding::Finding,
};
use caunoi_store::{Tx, published as rows, unit};

use super::published;
use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// Records (or renews) a published finding.
#[derive(Clone, Debug)]
pub struct RecordFinding {
    /// The finding.
    pub finding: Finding,
    /// Its place among the others.
    pub seq: i64,
}

impl Verb for RecordFinding {
    /// Its key.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let f = &self.finding;
        let first = f.units.first().map(String::as_str).unwrap_or_default();
        cx.allow(Action::Administer, Scope::unit(first))?;
        let problems = f.problems();
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        let mut of = None;
        for id in &f.units {
            let found = unit::find(tx, id).await?.ok_or_else(|| Refusal::problem("units", What::NotAChoice))?;
            of.get_or_insert(found);
        }
        let of = of.ok_or(Refusal::NotFound("unit"))?;
        let source = published::keep(tx, &f.source).await?;
        rows::put_finding(tx, f, &source, (self.seq, cx.now_us), cx.actor.id()).await?;
        let data = vec![
            ("kind", Datum::Code(f.kind.code().to_owned())),
            ("units", Datum::Int(i64::try_from(f.units.len()).unwrap_or(0))),
            ("printed", cx.commit(f.printed.as_bytes())),
        ];
        let happened = Happened {
            kind: "finding.recorded",
            unit_id: &of.id,
            province_id: &of.province_id,
            subject_kind: "published_finding",
            subject: &f.key,
            data,
        };
        cx.record(tx, happened).await?;
        Ok(f.key.clone())
    }
}
