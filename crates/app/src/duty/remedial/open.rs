//! Giao việc khắc phục: from a finding that stands today, to its post, with a day and what is to be done.

use caunoi_domain::regulation::remedial::{FindingSource, NewRemedial, RemedialState, RemedialStep};
use caunoi_store::{
    Tx, published,
    remedial::{self, RemedialRow},
};

use super::Said;
use crate::{
    context::{Cx, Verb},
    duty::reckon,
    refusal::Refusal,
};

/// Opens a remedial task of a finding.
#[derive(Clone, Debug)]
pub struct OpenRemedial {
    /// The unit's id.
    pub unit_id: String,
    /// The year in whose ledger the finding stands.
    pub year: i16,
    /// Where the finding came from.
    pub source: FindingSource,
    /// Its key.
    pub finding: String,
    /// The responsible post of a published finding, which names none; of a computed one it is the finding's own.
    pub post_id: String,
    /// What is to be done, and by which day.
    pub ask: NewRemedial,
}

/// What of a finding the task keeps.
struct Found {
    kind: String,
    post_id: String,
    since_on: String,
}

impl Verb for OpenRemedial {
    /// The task's id.
    type Done = String;

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<String, Refusal> {
        let (unit, side) = super::side(tx, cx, &self.unit_id).await?;
        let found = self.found(tx, cx).await?;
        super::only_one(tx, &unit.id, self.source, &self.finding).await?;
        let row = RemedialRow {
            id: cx.id(),
            province_id: unit.province_id.clone(),
            unit_id: unit.id.clone(),
            post_id: found.post_id,
            source: self.source,
            finding_kind: found.kind,
            finding_key: self.finding.clone(),
            since_on: found.since_on,
            year: i64::from(self.year),
            task: self.ask.task.clone(),
            due_on: self.ask.due.to_string(),
            first_due_on: self.ask.due.to_string(),
            basis: self.ask.basis.clone(),
            state: RemedialState::Open,
            done_on: None,
            result: String::new(),
            evidence: String::new(),
            opened_on: cx.today_iso(),
            at: cx.now_us,
            by_unit: cx.actor.officer().map_or_else(|| unit.id.clone(), |o| o.unit_id.clone()),
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        };
        remedial::add(tx, &row).await?;
        let said =
            Said { side, kind: RemedialStep::Opened, text: &self.ask.task, paper: &self.ask.basis, due_on: Some(row.due_on.clone()) };
        super::step(tx, cx, &row, &unit, said).await?;
        Ok(row.id)
    }
}

impl OpenRemedial {
    /// The finding as it stands today: what does not stand is nothing to remedy.
    async fn found(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Found, Refusal> {
        let r = reckon::of_year(tx, &cx.calendar, &self.unit_id, self.year, cx.today).await?;
        match self.source {
            FindingSource::Ledger => {
                let f = r.findings.iter().find(|f| f.key() == self.finding).ok_or(Refusal::NotFound("finding"))?;
                Ok(Found { kind: f.kind.code().to_owned(), post_id: f.post_id.clone(), since_on: f.since.to_string() })
            }
            FindingSource::Published => {
                if !r.bound.posts.iter().any(|p| p.id == self.post_id) {
                    return Err(Refusal::NotFound("post"));
                }
                let all = published::findings(tx, published::Wanted { unit_id: &self.unit_id, year: "" }).await?;
                let f = all.into_iter().find(|f| f.id == self.finding).ok_or(Refusal::NotFound("finding"))?;
                let since_on = f.source.published_on.unwrap_or_else(|| cx.today_iso());
                Ok(Found { kind: f.kind.code().to_owned(), post_id: self.post_id.clone(), since_on })
            }
        }
    }
}
